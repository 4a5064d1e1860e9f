#include "tests/random_case_parts.hpp"

namespace unbracket::testing {

namespace {

/// One or several options of one issue.
Node draw_options_of(RandomCase& draft, const RandomIssue& issue) {
    if (draft.chance(2, 3)) {
        return option_node(issue, draft.pick(issue.options));
    }
    std::vector<Node> items;
    for (const std::string& option : issue.options) {
        if (draft.chance(1, 2)) {
            items.push_back(option_node(issue, option));
        }
    }
    if (items.empty()) {
        items.push_back(option_node(issue, issue.options[0]));
    }
    return list_node(std::move(items));
}

Node draw_condition(RandomCase& draft, std::int64_t most_issues) {
    Node table = table_node();
    const std::int64_t count = draft.random.between(1, most_issues);
    for (std::int64_t i = 0; i < count; ++i) {
        const RandomIssue& issue = draft.issues[draft.index(draft.issues.size())];
        if (table.find(issue.key) == nullptr) {
            add_member(table, issue.key, draw_options_of(draft, issue));
        }
    }
    return table;
}

void add_element(RandomCase& draft, const std::string& list, Node element) {
    Node* known = draft.document.find(list);
    if (known == nullptr) {
        known = &add_member(draft.document, list, list_node({}));
    }
    if (draft.chance(1, 2)) {
        add_member(element, "id", text_node(list + "-" + std::to_string(known->items.size() + 1)));
    }
    known->items.push_back(std::move(element));
}

const std::string& any_party(RandomCase& draft) {
    return draft.parties[draft.index(draft.parties.size())].key;
}

void draw_rule(RandomCase& draft) {
    Node rule = table_node();
    switch (draft.random.between(0, 2)) {
    case 0:
        add_member(rule, "if", draw_condition(draft, 2));
        add_member(rule, "then", draw_condition(draft, 1));
        break;
    case 1:
        add_member(rule, "forbid", draw_condition(draft, 3));
        break;
    default: {
        const std::int64_t count = draft.random.between(2, 4);
        std::vector<Node> conditions;
        conditions.reserve(static_cast<std::size_t>(count));
        for (std::int64_t i = 0; i < count; ++i) {
            conditions.push_back(draw_condition(draft, 2));
        }
        add_member(rule, "at_most", whole_number(draft.random.between(1, count - 1)));
        add_member(rule, "of", list_node(std::move(conditions)));
    }
    }
    add_element(draft, "rule", std::move(rule));
}

void draw_limit(RandomCase& draft) {
    Node limit = table_node();
    add_member(limit, "party", text_node(draft.chance(1, 4) ? "norm" : any_party(draft)));
    if (draft.chance(2, 3)) {
        add_member(limit, "if", draw_condition(draft, 2));
    }
    const bool needs = draft.chance(1, 2);
    add_member(limit, needs ? "needs" : "never", draw_condition(draft, 2));
    if (draft.chance(1, 5)) {
        add_member(limit, "status", text_node("off"));
    }
    add_element(draft, "limit", std::move(limit));
}

void draw_bonus(RandomCase& draft) {
    Node bonus = table_node();
    add_member(bonus, "party", text_node(any_party(draft)));
    add_member(bonus, "when", draw_condition(draft, 3));
    add_member(bonus, "value", draw_quantity(draft, -20, 20));
    add_element(draft, "bonus", std::move(bonus));
}

void draw_risk(RandomCase& draft) {
    Node risk = table_node();
    add_member(risk, "party", text_node(any_party(draft)));
    add_member(risk, "option", draw_condition(draft, 1));
    add_member(risk, "loss", draw_quantity(draft, 0, 25));
    add_element(draft, "risk", std::move(risk));
}

} // namespace

void draw_constraints(RandomCase& draft) {
    using Draw = void (*)(RandomCase&);
    for (const Draw draw : {draw_rule, draw_limit, draw_bonus, draw_risk}) {
        const std::int64_t count = draft.chance(1, 2) ? 0 : draft.random.between(1, 3);
        for (std::int64_t i = 0; i < count; ++i) {
            draw(draft);
        }
    }
}

} // namespace unbracket::testing
