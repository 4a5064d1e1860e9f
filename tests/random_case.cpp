#include "tests/random_case.hpp"

#include "tests/random_case_parts.hpp"

#include <algorithm>

namespace unbracket::testing {

namespace {

void draw_parties(RandomCase& draft) {
    const std::int64_t count = draft.random.between(2, draft.options.most_parties);
    // Many parties that all have a veto seldom agree: then fewer of them sign.
    const std::int64_t most_signatories = std::max<std::int64_t>(2, draft.random.between(2, 5));
    Node& table = inner_table(draft.document, "party");
    for (std::int64_t i = 1; i <= count; ++i) {
        RandomParty party;
        party.key = "p" + std::to_string(i);
        party.has_scores = draft.chance(1, 3);
        party.is_signatory = i <= most_signatories;
        Node& member = inner_table(table, party.key);
        add_member(member, "name", text_node("Party " + std::to_string(i)));
        add_member(
            member, "role",
            text_node(party.is_signatory ? "signatory" : draft.pick({"mediator", "guarantor"})));
        draft.parties.push_back(std::move(party));
    }
}

/// Sometimes only some have to accept, and a number of all that are counted.
void draw_agreement(RandomCase& draft) {
    if (draft.chance(1, 4)) {
        std::vector<Node> required;
        for (const RandomParty& party : draft.parties) {
            if (draft.chance(1, 2)) {
                required.push_back(text_node(party.key));
            }
        }
        if (required.empty()) {
            required.push_back(text_node(draft.parties[0].key));
        }
        add_member(inner_table(draft.document, "agreement"), "required",
                   list_node(std::move(required)));
    }
    if (draft.chance(1, 4)) {
        // Signatories are counted, so that this many are.
        const auto signatories =
            std::count_if(draft.parties.begin(), draft.parties.end(),
                          [](const RandomParty& party) { return party.is_signatory; });
        add_member(inner_table(draft.document, "agreement"), "at_least",
                   whole_number(draft.random.between(1, signatories)));
    }
}

void draw_words(RandomCase& draft) {
    if (draft.precision == Precision::anything && draft.chance(1, 6)) {
        Node& words = inner_table(draft.document, "words");
        add_member(inner_table(words, "stance"), "ideal", range_node(85, 100));
        add_member(inner_table(words, "stance"), "acceptable", range_node(55, 85));
        add_member(inner_table(words, "weight"), "low", range_node(0, 8));
    }
}

void draw_temper(RandomCase& draft) {
    if (draft.options.single_numbers_only || draft.chance(1, 5)) {
        draft.precision = Precision::single_numbers;
    } else if (draft.chance(2, 3)) {
        draft.precision = Precision::narrow_ranges;
    }
    draft.level = draft.random.between(10, 85);
    draft.red_lines_in_20 = draft.random.between(0, 3);
}

} // namespace

Node whole_number(std::int64_t number) {
    return number_node(std::to_string(number));
}

Node range_node(std::int64_t low, std::int64_t high) {
    return list_node({whole_number(low), whole_number(high)});
}

Node option_node(const RandomIssue& issue, const std::string& option) {
    return issue.is_numeric ? number_node(option) : text_node(option);
}

Node draw_quantity(RandomCase& draft, std::int64_t low, std::int64_t high) {
    const std::int64_t number = draft.random.between(low, high);
    if (draft.precision == Precision::single_numbers || draft.chance(1, 3)) {
        return whole_number(number);
    }
    const std::int64_t width = draft.precision == Precision::narrow_ranges
                                   ? draft.random.between(0, 6)
                                   : draft.random.between(0, high - low);
    return range_node(number, std::min(high, number + width));
}

Node& inner_table(Node& table, const std::string& key) {
    Node* known = table.find(key);
    return known != nullptr ? *known : add_member(table, key, table_node());
}

Node random_case_document(Random& random, const RandomCaseOptions& options) {
    RandomCase draft{.random = random, .options = options, .issues = {}, .parties = {}};
    add_member(draft.document, "unbracket", number_node("1"));
    add_member(draft.document, "title", text_node("A random case"));
    add_member(draft.document, "as_of", date_node("2026-03-01"));
    draw_temper(draft);
    draw_parties(draft);
    draw_agreement(draft);
    draw_words(draft);
    draw_issues(draft);
    draw_fallbacks(draft);
    draw_constraints(draft);
    return std::move(draft.document);
}

} // namespace unbracket::testing
