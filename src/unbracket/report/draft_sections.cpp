#include "unbracket/report/draft_sections.hpp"

#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"

#include <algorithm>

namespace unbracket::screen {

namespace {

std::string setting_text(const Issue& issue, const DraftSetting& setting) {
    if (setting.is_unknown) {
        return issue_name(issue) + ": not known";
    }
    std::vector<std::string> options;
    for (const OptionId option : setting.options) {
        options.push_back(option_name(issue, option));
    }
    std::string text = issue_name(issue) + ": ";
    for (std::size_t i = 0; i < options.size(); ++i) {
        text += (i == 0 ? "" : i + 1 < options.size() ? ", " : " or ") + options[i];
    }
    return text;
}

std::string certainty_words(const Objection& objection, const DraftScore& score) {
    if (objection.is_certain) {
        return "";
    }
    return score.completions > 1 ? "perhaps: " : "in some readings: ";
}

/// The statements under an entry, to go on with; nothing where there are none or none are wanted.
std::string under_it(const Case& negotiation, const std::optional<EntryId>& entry,
                     Sources sources) {
    const std::string said =
        entry && sources == Sources::shown ? statements_phrase(negotiation, *entry) : std::string();
    return said.empty() ? "" : ". Under it: " + said;
}

std::string objection_text(const Case& negotiation, const Objection& objection,
                           const PartyScore& party, Sources sources) {
    switch (objection.kind) {
    case Refusal::value:
        return "less than what it has without agreement (" +
               fallback_phrase(negotiation, party.party) +
               (objection.entry ? ", " + basis_phrase(negotiation, *objection.entry) : "") + ")" +
               under_it(negotiation, objection.entry, sources);
    case Refusal::unknown_option:
        return "whether \"" + option_name(negotiation.issue(*objection.issue), *objection.option) +
               "\" (" + issue_name(negotiation.issue(*objection.issue)) +
               ") is a red line is not known" + under_it(negotiation, objection.entry, sources);
    case Refusal::none:
    case Refusal::intent:
    case Refusal::red_line:
    case Refusal::limit:
        break;
    }
    return entry_with_basis(negotiation, *objection.entry) +
           under_it(negotiation, objection.entry, sources);
}

/// What holds whatever is true first, then what may hold, then what nobody knows.
int rank(const Objection& objection) {
    if (objection.kind == Refusal::unknown_option) {
        return 2;
    }
    return objection.is_certain ? 0 : 1;
}

std::vector<Objection> ranked(std::vector<Objection> objections) {
    std::stable_sort(objections.begin(), objections.end(),
                     [](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return objections;
}

/// `"none" (NATO troops)` for each of these.
std::vector<std::string> option_names(const Case& negotiation,
                                      const std::vector<Objection>& unknown) {
    std::vector<std::string> names;
    for (const Objection& objection : unknown) {
        const Issue& issue = negotiation.issue(*objection.issue);
        names.push_back("\"" + option_name(issue, *objection.option) + "\" (" + issue_name(issue) +
                        ")");
    }
    return names;
}

/// Moves the options that may be red lines out of the list; nothing where two or fewer are there.
std::vector<Objection> taken_unknown(std::vector<Objection>& objections) {
    const auto is_known = [](const Objection& objection) { return rank(objection) < 2; };
    const auto unknown = std::find_if_not(objections.begin(), objections.end(), is_known);
    constexpr std::ptrdiff_t few = 2;
    if (objections.end() - unknown <= few) {
        return {};
    }
    std::vector<Objection> taken(unknown, objections.end());
    objections.erase(unknown, objections.end());
    return taken;
}

/// Texts with many open contents meet the same entry once for each option.
void put_objections(const Case& negotiation, const DraftScore& score, const PartyScore& party,
                    Sources sources, Page& page) {
    std::vector<Objection> objections = ranked(party.objections);
    const std::vector<Objection> unknown = taken_unknown(objections);
    std::vector<std::string> texts;
    for (const Objection& objection : objections) {
        std::string text = certainty_words(objection, score) +
                           objection_text(negotiation, objection, party, sources);
        if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
            texts.push_back(std::move(text));
        }
    }
    constexpr std::size_t most_objections = 6;
    const std::size_t shown = texts.size() <= most_objections + 1 ? texts.size() : most_objections;
    for (std::size_t i = 0; i < shown; ++i) {
        page.item("  -", texts[i]);
    }
    if (shown < texts.size()) {
        page.item("  -", std::to_string(texts.size() - shown) + " more");
    }
    if (!unknown.empty()) {
        constexpr std::size_t most_named = 3;
        page.item("  -",
                  certainty_words(unknown.front(), score) + "of " + std::to_string(unknown.size()) +
                      " options it is not known whether they are red lines: " +
                      listed_apart(option_names(negotiation, unknown), page.most(most_named)));
    }
}

void put_party(const Case& negotiation, const DraftScore& score, const PartyScore& party,
               Sources sources, Page& page) {
    const std::string role = party.is_required  ? ""
                             : party.is_counted ? " (counts, but is not required)"
                                                : " (need not accept)";
    std::string text = negotiation.party(party.party).name + role + ": ";
    text += acceptance_words(party.acceptance);
    if (party.surplus) {
        text += "; gain over what it has without agreement";
        text +=
            negotiation.supposed_less_of(party.party).sign() > 0 ? less_supposed(negotiation) : "";
        text += ": " + range_text(*party.surplus);
        text += party.surplus_is_attained ? "" : " at most, perhaps less wide";
    }
    page.item("-", text + ".");
    put_objections(negotiation, score, party, sources, page);
}

} // namespace

std::string acceptance_words(Acceptance acceptance) {
    switch (acceptance) {
    case Acceptance::surely:
        return "accepted in every reading";
    case Acceptance::possibly:
        return "accepted in some readings only";
    case Acceptance::never:
        return "accepted in no reading";
    case Acceptance::no_reading:
        break;
    }
    return "what is entered about it contradicts itself";
}

void put_draft_title(const Draft& draft, const Case& negotiation, Page& page) {
    page.title(case_heading(negotiation) + " - draft " + draft.key +
               (draft.title.empty() ? "" : " - " + draft.title) +
               (draft.date ? " - " + to_reading_text(*draft.date) : "") +
               (draft.by.empty() ? "" : " - by " + party_names(negotiation, draft.by)));
}

void put_draft_answer(const DraftScore& score, Page& page) {
    page.heading("ANSWER");
    switch (score.agreement) {
    case Acceptance::surely:
        page.line("Yes: in this file it is acceptable in every reading to all who have to agree.");
        break;
    case Acceptance::possibly:
        page.line("Not settled: in this file it is acceptable to all who have to agree in some "
                  "readings, or for some of its open contents, but not in all.");
        break;
    case Acceptance::never:
        page.line("No: in this file it is acceptable in no reading to all who have to agree.");
        break;
    case Acceptance::no_reading:
        page.line("Cannot be said: what this file holds about a party contradicts itself; see "
                  "check.");
        break;
    }
    if (score.is_exact) {
        return;
    }
    if (score.completions == 1) {
        page.line(
            "A draft that is a party's fallback leaves too much open to look at each content: "
            "where it says \"some readings\", more may be true.");
        return;
    }
    page.line("It leaves " + count_text(score.completions) +
              " combinations open, too many to look at each" +
              (score.is_possibly_proved
                   ? ": a party that accepts some of them may accept fewer than it says here."
                   : ": where parties accept only some of them, those may not be the same ones."));
}

void put_draft_content(const Case& negotiation, const Draft& draft, Page& page) {
    std::vector<std::string> settled, open;
    for (std::size_t at = 0; at < draft.content.size(); ++at) {
        const DraftSetting& setting = draft.content[at];
        (setting.options.size() == 1 ? settled : open)
            .push_back(setting_text(negotiation.issues[at], setting));
    }
    page.heading("SETS");
    page.line(settled.empty() ? "Nothing." : listed_apart(settled) + ".");
    page.heading("LEAVES");
    page.line(open.empty() ? "Nothing open." : "Open - " + listed_apart(open) + ".");
}

void put_plan(const Case& negotiation, const DraftScore& score, Sources sources, Page& page) {
    page.heading("PLAN");
    if (score.broken.empty()) {
        page.line(negotiation.has_norms()
                      ? "It breaks no rule and no norm."
                      : "It breaks no rule; no norms are entered to measure it by.");
        return;
    }
    for (const Objection& objection : score.broken) {
        page.item("-", (objection.is_certain ? "breaks " : "may break ") +
                           entry_with_basis(negotiation, *objection.entry) +
                           under_it(negotiation, objection.entry, sources));
    }
}

void put_draft_parties(const Case& negotiation, const DraftScore& score, Sources sources,
                       Page& page) {
    page.heading("PARTIES");
    for (const PartyScore& party : score.parties) {
        put_party(negotiation, score, party, sources, page);
    }
}

} // namespace unbracket::screen
