#include "unbracket/report/why_text.hpp"

#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"

#include <algorithm>
#include <array>
#include <utility>

// Reasons, in words one can read aloud. A conflict is a list of things that cannot all hold; none
// of them is called wrong, and nobody is told to give way.

namespace unbracket {

namespace {

std::string small_number(std::size_t number) {
    constexpr std::array<const char*, 10> words = {"zero", "one", "two",   "three", "four",
                                                   "five", "six", "seven", "eight", "nine"};
    return number < words.size() ? words[number] : std::to_string(number);
}

std::string opening(std::size_t members) {
    if (members == 1) {
        return "This cannot hold, whatever else is left out: ";
    }
    return "These " + small_number(members) + " cannot " + (members == 2 ? "both" : "all") +
           " hold: ";
}

std::string outcome_count_text(Certainty certainty) {
    return certainty == Certainty::possible ? "No combination is acceptable in any reading"
                                            : "No combination is acceptable in every reading";
}

void put_answer(const Case& negotiation, const WhyResult& result, Page& page) {
    page.heading("ANSWER");
    const std::string who = "all who have to agree";
    switch (kind_of(result.verdict)) {
    case VerdictKind::agreement:
        page.line("Nothing stands in the way in this file: a combination is acceptable to " + who +
                  " in every reading. See check.");
        return;
    case VerdictKind::undecided:
        page.line("Not decided within the budget, so there is nothing to explain yet. Allow a "
                  "longer search: --nodes N.");
        return;
    case VerdictKind::contradiction: {
        const auto& contradiction = std::get<ContradictionVerdict>(result.verdict.answer);
        page.line("What is entered about " + negotiation.party(contradiction.party).name +
                  " contradicts itself; see check.");
        return;
    }
    case VerdictKind::no_agreement:
        page.line("In this file no combination is acceptable to " + who + " in any reading.");
        return;
    case VerdictKind::depends:
        page.line("Not settled by this file: some combination is acceptable to " + who +
                  " in some reading, none in every reading.");
        return;
    }
}

void put_gap(const Case& negotiation, const FallbackGap& gap, Page& page) {
    const std::string names = party_names(negotiation, gap.parties);
    const std::string who = gap.parties.size() == 1 ? names : "one of " + names;
    const std::string missing =
        number_text(gap.shortfall) + " of its own points below what it has without agreement";
    page.item("", (gap.is_proved ? "Numbers alone clash here. Whatever the combination, " + who +
                                       " stays at least " + missing
                                 : "Numbers alone clash here. With the best combination found so "
                                   "far, " +
                                       who + " stays " + missing + "; a better one may exist") +
                      " (see bridge).");
}

void put_conflict(const Case& negotiation, const ConflictSet& conflict, Detail detail, Page& page) {
    for (const ConflictMember& member : conflict.members) {
        std::string text = entry_with_basis(negotiation, member.entry);
        const std::string said = statements_phrase(negotiation, member.entry);
        text += said.empty() ? "" : ". Under it: " + said;
        page.item("  -", text);
        if (detail == Detail::full && member.without) {
            page.item("    ", "Without it the others hold in: " +
                                  outcome_text(negotiation, *member.without));
        }
    }
}

std::string lead_of(const ConflictSet& conflict) {
    if (conflict.members.empty()) {
        return "Even with every red line, limit, rule, norm and no-agreement value left out there "
               "is none: what is unknown, or who would have to agree, stands in the way.";
    }
    const std::string lead = opening(conflict.members.size());
    return lead.substr(0, lead.size() - 1);
}

void put_question(const Case& negotiation, const WhyQuestion& question, Detail detail, Page& page) {
    page.heading(question.certainty == Certainty::possible ? "WHY" : "NONE SURE");
    if (question.list.conflicts.empty()) {
        page.line(outcome_count_text(question.certainty) +
                  ". Why was not found within the budget. Allow a longer search: --nodes N.");
        return;
    }
    page.line(outcome_count_text(question.certainty) + " because:");
    for (std::size_t at = 0; at < question.list.conflicts.size(); ++at) {
        const ConflictSet& conflict = question.list.conflicts[at];
        page.item(std::to_string(at + 1), lead_of(conflict));
        put_conflict(negotiation, conflict, detail, page);
        if (!conflict.is_minimal) {
            page.item("", "The search was cut: some of these may not be needed.");
        }
        if (question.gaps[at]) {
            put_gap(negotiation, *question.gaps[at], page);
        }
    }
    if (question.list.is_complete) {
        page.line(question.list.conflicts.size() == 1 ? "There is no other such conflict."
                                                      : "These are all such conflicts.");
    } else {
        page.line("There may be other such conflicts (--all lists them).");
    }
}

void put_everywhere(const Case& negotiation, const ConflictList& list, Page& page) {
    if (!list.is_complete || list.conflicts.empty()) {
        return;
    }
    std::vector<std::string> names;
    for (const Correction& correction : list.corrections) {
        if (correction.entries.size() == 1) {
            names.push_back(entry_phrase(negotiation, correction.entries.front()));
        }
    }
    page.heading("IN ALL");
    page.line(names.empty() ? "No single entry takes part in all of these conflicts."
                            : "Takes part in all of these conflicts, so that without it an outcome "
                              "would be acceptable: " +
                                  listed_apart(names) + ".");
}

void put_sticking(const Case& negotiation, const WhyResult& result, Page& page) {
    const ConflictList& list = result.questions.front().list;
    page.heading("POINTS");
    std::size_t place = 0;
    for (const StickingPoint& point : result.sticking) {
        if (point.conflicts == 0) {
            continue; // named by somebody, but in no conflict
        }
        const Issue& issue = negotiation.issue(point.issue);
        std::string text = issue_name(issue);
        text += issue.point ? " (clause " + negotiation.points[as_index(*issue.point)].key + ")"
                            : std::string();
        text += ": in " + std::to_string(point.conflicts) + " of " +
                counted(list.conflicts.size(), "conflict", "conflicts");
        std::vector<std::string> speakers;
        for (const StatementId id : point.named_by) {
            speakers.push_back(negotiation.statement(id).key);
        }
        text += speakers.empty() ? "" : "; named as decisive in " + listed(speakers);
        page.item(std::to_string(++place), text);
    }
    if (place == 0) {
        page.line("No conflict is about a single issue; numbers or willingness clash.");
    }
}

} // namespace

std::string conflict_sentence(const Case& negotiation, const ConflictSet& conflict) {
    if (conflict.members.empty()) {
        return lead_of(conflict);
    }
    std::vector<std::string> members;
    for (const ConflictMember& member : conflict.members) {
        members.push_back(entry_phrase(negotiation, member.entry));
    }
    return opening(members.size()) + listed_apart(members, members.size()) + ".";
}

std::string why_text(const LoadedCase& loaded, const WhyResult& result,
                     const ScreenOptions& options, Detail detail) {
    const Case& negotiation = loaded.negotiation;
    Page page(options);
    page.title(case_heading(negotiation));
    put_answer(negotiation, result, page);
    for (const WhyQuestion& question : result.questions) {
        put_question(negotiation, question, detail, page);
        put_everywhere(negotiation, question.list, page);
    }
    if (!result.questions.empty() && !result.questions.front().list.conflicts.empty()) {
        put_sticking(negotiation, result, page);
    }
    page.paragraph("These are reasons in this file, not in the world; none says who should move. "
                   "More: bridge, check, show");
    return page.text();
}

} // namespace unbracket
