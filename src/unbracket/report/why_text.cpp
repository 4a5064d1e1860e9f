#include "unbracket/report/why_text.hpp"

#include "unbracket/report/formalities_text.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/report/phrase_statement.hpp"
#include "unbracket/robust/answer_facts.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <algorithm>
#include <array>
#include <utility>

// Reasons, in words one can read aloud. A conflict is a list of things that cannot all hold; none
// of them is called wrong, and nobody is told to give way.

namespace unbracket {

namespace {

struct Explained {
    const Case& negotiation;
    const WhyResult& result;
    Detail detail;
};

std::string small_number(std::size_t number) {
    constexpr std::array<const char*, 10> words = {"zero", "one", "two",   "three", "four",
                                                   "five", "six", "seven", "eight", "nine"};
    return number < words.size() ? words[number] : std::to_string(number);
}

std::string opening(std::size_t members) {
    if (members == 1) {
        return "This alone stands in the way, with every other red line, limit, rule, norm and "
               "no-agreement value left out: ";
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

/// In which reading what is missing is missing; empty where there is but one.
std::string reading_text(const Case& negotiation, const WhyResult& result, Certainty certainty) {
    if (!has_several_readings(negotiation, result.appraisal)) {
        return "";
    }
    return certainty == Certainty::possible ? ", in every reading,"
                                            : ", in the reading that suits it least,";
}

void put_gap(const Case& negotiation, const FallbackGap& gap, const std::string& reading,
             Page& page) {
    const std::string names = party_names(negotiation, gap.parties);
    const std::string who = gap.parties.size() == 1 ? names : "one of " + names;
    const std::string missing =
        number_text(gap.shortfall) + " of its own points below what it has without agreement";
    page.item(" ", gap.is_proved
                       ? "Numbers alone clash here: " + who + " stays" + reading + " at least " +
                             missing + ", whatever the combination."
                       : "Numbers alone clash here: in the best combination found so far, " + who +
                             " stays" + reading + " " + missing + "; a better one may exist.");
}

/// What the figures of all these gaps mean.
void put_gap_legend(const WhyQuestion& question, std::size_t shown, Page& page) {
    if (std::any_of(question.gaps.begin(),
                    question.gaps.begin() + static_cast<std::ptrdiff_t>(shown),
                    [](const auto& gap) { return gap.has_value(); })) {
        page.line("Missing points are counted with all red lines, limits, rules, norms and other "
                  "no-agreement values left out. With them there may be more: see bridge.");
    }
}

void put_unknown(const Case& negotiation, const UnknownStop& stop, Page& page) {
    std::vector<std::string> options;
    for (const UnknownStop::Option& option : stop.unknown) {
        const Issue& issue = negotiation.issue(option.issue);
        options.push_back("\"" + option_name(issue, option.option) + "\" (" + issue_name(issue) +
                          ") for " + negotiation.party(option.party).name);
    }
    page.item(" ", "That leaves a combination which only something unknown stops: " +
                       outcome_text(negotiation, stop.outcome) +
                       ". It is not known whether this is a red line: " +
                       listed(options, options.size()) + ".");
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

void put_rest(const WhyQuestion& question, std::size_t shown, bool wants_all, Page& page) {
    const std::size_t count = question.list.conflicts.size();
    if (!question.list.is_complete()) {
        page.line(wants_all ? "There may be other such conflicts: the search was cut. Allow a "
                              "longer one: --nodes N."
                            : "There may be other such conflicts (--all lists them).");
    } else if (shown < count) {
        page.line(std::to_string(count) + " such conflicts in all, " +
                  std::to_string(count - shown) + " not shown: --all.");
    } else {
        page.line(count == 1
                      ? "There is no other such conflict: without any one of these an outcome "
                        "would be acceptable."
                      : "These are all such conflicts.");
    }
}

/// Judgements and orders of weights are no members of conflicts; they stand in all of them.
void put_what_binds(const Case& negotiation, Page& page) {
    const Appraisal appraisal = appraise(negotiation);
    std::vector<std::string> names;
    for (const PartyId party : negotiation.agreement.counted) {
        for (const Coupling& coupling : appraisal[as_index(party)].couplings) {
            const auto* statement = std::get_if<StatementId>(&coupling.origin);
            const std::string name =
                statement != nullptr
                    ? phrase::statement_with_speaker(negotiation, *statement)
                    : negotiation.entry(std::get<EntryId>(coupling.origin)).address;
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(name);
            }
        }
    }
    if (!names.empty()) {
        page.line("What binds of drafts and weights stands in all of this and is never left out: " +
                  listed(names, names.size()) + ".");
    }
}

void put_question(const Explained& explained, const WhyQuestion& question, Page& page) {
    const Case& negotiation = explained.negotiation;
    page.heading(question.certainty == Certainty::possible ? "WHY" : "NONE SURE");
    if (question.list.conflicts.empty()) {
        page.line(outcome_count_text(question.certainty) +
                  ". Why was not found within the budget. Allow a longer search: --nodes N.");
        return;
    }
    page.line(outcome_count_text(question.certainty) +
              ", with stances and scores as they are, because:");
    constexpr std::size_t most_unasked = 3;
    const std::size_t shown = std::min(question.list.conflicts.size(),
                                       explained.result.wants_all ? question.list.conflicts.size()
                                                                  : page.most(most_unasked));
    for (std::size_t at = 0; at < shown; ++at) {
        const ConflictSet& conflict = question.list.conflicts[at];
        page.item(std::to_string(at + 1), lead_of(conflict));
        put_conflict(negotiation, conflict, explained.detail, page);
        if (!conflict.is_minimal) {
            page.item(" ", "The search was cut: some of these may not be needed.");
        }
        if (question.gaps[at]) {
            put_gap(negotiation, *question.gaps[at],
                    reading_text(negotiation, explained.result, question.certainty), page);
        }
        if (question.unknown[at]) {
            put_unknown(negotiation, *question.unknown[at], page);
        }
    }
    put_gap_legend(question, shown, page);
    put_rest(question, shown, explained.result.wants_all, page);
}

void put_everywhere(const Case& negotiation, const ConflictList& list, Page& page) {
    const bool says_no_more = list.conflicts.size() < 2; // than the conflict itself
    if (!list.is_complete() || says_no_more) {
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
    const std::string of_conflicts = " of " + (list.is_complete() ? std::string() : "the ") +
                                     counted(list.conflicts.size(), "conflict", "conflicts") +
                                     (list.is_complete() ? "" : " shown");
    std::size_t place = 0;
    for (const StickingPoint& point : result.sticking) {
        if (point.conflicts == 0) {
            continue; // named by somebody, but in no conflict
        }
        const Issue& issue = negotiation.issue(point.issue);
        std::string text = issue_name(issue);
        text += issue.point ? " (clause " + negotiation.points[as_index(*issue.point)].key + ")"
                            : std::string();
        text += ": in " + std::to_string(point.conflicts) + of_conflicts;
        std::vector<std::string> speakers;
        for (const StatementId id : point.named_by) {
            speakers.push_back(negotiation.statement(id).key);
        }
        text += speakers.empty() ? "" : "; named as decisive in " + listed(speakers);
        page.item(std::to_string(++place), text);
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
        put_question({negotiation, result, detail}, question, page);
        put_everywhere(negotiation, question.list, page);
    }
    if (!result.questions.empty() && !result.questions.front().list.conflicts.empty()) {
        put_what_binds(negotiation, page);
        put_sticking(negotiation, result, page);
    }
    put_formalities(negotiation, formalities_of(negotiation, std::nullopt), page);
    page.paragraph("These are reasons in this file, not in the world; none says who should move. "
                   "More: bridge, check, show");
    return page.text();
}

} // namespace unbracket
