#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/report/phrase_statement.hpp"

#include <algorithm>

// Which entries carry the answer. A "no" never stands without its two weakest ones.

namespace unbracket::screen {

namespace {

/// Entries with the same text would only repeat themselves: the values without agreement of many
/// parties are named in one line.
struct Grouped {
    std::vector<PartyId> fallbacks;
    std::vector<EntryId> others;
};

Grouped grouped(const Case& negotiation, const std::vector<EntryId>& entries) {
    Grouped groups;
    constexpr std::size_t most_single_fallbacks = 3;
    std::vector<EntryId> fallbacks;
    for (const EntryId entry : entries) {
        const bool is_fallback = negotiation.entry(entry).kind == EntryKind::fallback;
        (is_fallback ? fallbacks : groups.others).push_back(entry);
    }
    if (fallbacks.size() <= most_single_fallbacks) {
        groups.others = entries;
        return groups;
    }
    for (const EntryId entry : fallbacks) {
        groups.fallbacks.push_back(*negotiation.entry(entry).party);
    }
    return groups;
}

void put_entries(const Checked& checked, const std::vector<EntryId>& entries, Page& page) {
    const Case& negotiation = checked.negotiation;
    const Grouped groups = grouped(negotiation, entries);
    const std::size_t most_items = checked.most(6);
    const std::size_t count = groups.others.size();
    const std::size_t shown = count <= most_items + 1 ? count : most_items;
    for (std::size_t i = 0; i < shown; ++i) {
        page.item("-", entry_with_basis(negotiation, groups.others[i]));
    }
    if (shown < count) {
        page.item("-", std::to_string(count - shown) + " more");
    }
    if (!groups.fallbacks.empty()) {
        page.item("-", "what " + party_names(negotiation, groups.fallbacks, checked.most()) +
                           " have without agreement");
    }
}

std::string entry_list(const Checked& checked, const std::vector<EntryId>& entries) {
    const Case& negotiation = checked.negotiation;
    std::vector<std::string> phrases;
    for (const EntryId entry : entries) {
        phrases.push_back(entry_with_basis(negotiation, entry));
    }
    return listed_apart(phrases, checked.most(4));
}

std::string until_when(const Checked& checked) {
    return checked.result.was_stopped ? "before it was stopped" : "within the budget";
}

/// Judgements and orders of weights without any one of which the answer would be another.
void put_said(const Checked& checked, const std::string& lead, Page& page) {
    const auto& said = checked.result.rests_on_said;
    if (said.empty()) {
        return;
    }
    page.line(lead);
    for (const CouplingOrigin& origin : said) {
        const auto* statement = std::get_if<StatementId>(&origin);
        page.item("-", statement != nullptr
                           ? phrase::statement_line(checked.negotiation, *statement)
                           : entry_with_basis(checked.negotiation, std::get<EntryId>(origin)));
    }
}

void put_conflict(const Checked& checked, Page& page) {
    const Case& negotiation = checked.negotiation;
    const std::vector<EntryId>& entries = checked.result.rests_on;
    page.heading("RESTS ON");
    if (entries.empty()) {
        page.line("Which entries carry this answer was not found " + until_when(checked) + ".");
        return;
    }
    if (entries.size() == 1) {
        page.line("This entry alone leaves no combination:");
    } else {
        page.line(entries.size() == 2
                      ? "These two cannot both hold, with stances and scores as they are, whatever "
                        "the other entries here say:"
                      : "These " + std::to_string(entries.size()) +
                            " cannot all hold together, with stances and scores as they are, "
                            "whatever the other entries here say:");
    }
    put_entries(checked, entries, page);
    put_said(checked,
             "It stands only with what binds of drafts and weights; without any one of these, a "
             "combination would be acceptable in some reading:",
             page);
    if (!checked.result.rests_on_is_complete) {
        page.line(checked.result.was_stopped
                      ? "Fewer of them may do: it was stopped before each was tried."
                      : "Fewer of them may do: the budget ran out before each was tried.");
    }
    if (entries.size() <= 2) {
        return;
    }
    page.line(all_assumed(negotiation, entries)
                  ? "Every one of them is the analyst's assumption."
                  : "Weakest of them: " + entry_list(checked, checked.result.weakest) + ".");
}

void put_needed_entries(const Checked& checked, Page& page) {
    const std::vector<EntryId>& entries = checked.result.rests_on;
    if (!checked.result.rests_on_is_complete) {
        page.line("Not every entry was tried " + until_when(checked) + ".");
    }
    if (entries.empty()) {
        page.line(checked.result.rests_on_is_complete
                      ? "No single entry: whichever one were unknown, some combination would still "
                        "be acceptable to all who have to agree."
                      : "Of those that were tried, none carries the answer alone.");
        return;
    }
    page.line(entries.size() == 1
                  ? "This entry: were it unknown, no combination would surely be acceptable."
                  : "Each of these " + std::to_string(entries.size()) +
                        ": were it alone unknown, no combination would surely be acceptable.");
    put_entries(checked, entries, page);
}

void put_needed(const Checked& checked, Page& page) {
    page.heading("RESTS ON");
    put_needed_entries(checked, page);
    put_said(checked,
             "And on what binds of drafts and weights; without any one of these, no combination "
             "would surely be acceptable:",
             page);
}

} // namespace

void put_rests_on(const Checked& checked, Page& page) {
    switch (kind_of(checked.result.verdict)) {
    case VerdictKind::no_agreement:
        put_conflict(checked, page);
        return;
    case VerdictKind::agreement:
        put_needed(checked, page);
        return;
    case VerdictKind::depends:
    case VerdictKind::undecided:
    case VerdictKind::contradiction:
        return;
    }
}

} // namespace unbracket::screen
