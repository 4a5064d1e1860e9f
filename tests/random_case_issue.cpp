#include "tests/random_case_parts.hpp"

#include <algorithm>

namespace unbracket::testing {

namespace {

void draw_options(RandomCase& draft, RandomIssue& issue, std::int64_t count) {
    Node table = table_node();
    issue.is_numeric = draft.chance(1, 3);
    for (std::int64_t i = 0; i < count; ++i) {
        const std::string letter(1, static_cast<char>('a' + i));
        issue.options.push_back(issue.is_numeric ? std::to_string(i * 10) : letter);
    }
    if (issue.is_numeric) {
        Node& range = inner_table(table, "range");
        add_member(range, "min", whole_number(0));
        add_member(range, "max", whole_number((count - 1) * 10));
        add_member(range, "step", whole_number(10));
    } else {
        std::vector<Node> items;
        items.reserve(issue.options.size());
        for (const std::string& option : issue.options) {
            items.push_back(text_node(option));
        }
        add_member(table, "option", list_node(std::move(items)));
    }
    add_member(table, "status_quo", option_node(issue, draft.pick(issue.options)));
    inner_table(draft.document, "issue").members.push_back({issue.key, {}, std::move(table)});
}

Node draw_red_line(RandomCase& draft) {
    if (draft.precision == Precision::single_numbers) {
        return text_node(draft.pick({"redline", "redline 40"}));
    }
    return text_node(draft.pick({"redline", "redline 40", "redline bad", "redline tolerable"}));
}

Node draw_stance(RandomCase& draft) {
    if (draft.chance(draft.red_lines_in_20, 20)) {
        return draw_red_line(draft);
    }
    if (draft.precision == Precision::anything && draft.chance(1, 12)) {
        return text_node(draft.pick({"open", "unknown"}));
    }
    if (draft.precision == Precision::anything && draft.chance(1, 2)) {
        return text_node(draft.pick({"ideal", "acceptable", "acceptable", "tolerable", "bad"}));
    }
    return draw_quantity(draft, 0, 100);
}

/// Ratings of all options; in a loose case some are left out.
Node draw_table(RandomCase& draft, const RandomIssue& issue) {
    Node table = table_node();
    for (const std::string& option : issue.options) {
        const bool left_out = draft.precision == Precision::anything && draft.chance(1, 20);
        if (!left_out || table.members.empty()) {
            add_member(table, option, draw_stance(draft));
        }
    }
    return table;
}

std::vector<std::string> shuffled(RandomCase& draft, std::vector<std::string> texts) {
    for (std::size_t i = texts.size(); i > 1; --i) {
        std::swap(texts[i - 1], texts[draft.index(i)]);
    }
    return texts;
}

enum class Bar { allowed, refused };

/// `b > a = c | d`
std::string draw_order(RandomCase& draft, const RandomIssue& issue, Bar bar) {
    const std::vector<std::string> options = shuffled(draft, issue.options);
    std::string text;
    bool is_behind_bar = false;
    for (const std::string& option : options) {
        if (!text.empty() && draft.chance(1, 12)) {
            continue; // not mentioned
        }
        if (!text.empty() && !is_behind_bar && bar == Bar::allowed &&
            draft.chance(draft.red_lines_in_20, 20)) {
            text += " | " + option;
            is_behind_bar = true;
        } else if (is_behind_bar) {
            text += ", " + option;
        } else {
            text += (text.empty() ? "" : draft.pick({" > ", " > ", " = "})) + option;
        }
    }
    return text;
}

/// Words at strictly rising or falling numbers, on and off the grid, and perhaps a red line.
Node draw_curve(RandomCase& draft, const RandomIssue& issue) {
    const std::int64_t last = static_cast<std::int64_t>(issue.options.size() - 1) * 10;
    const bool rises = draft.chance(1, 2);
    Node table = table_node();
    std::int64_t at = draft.random.between(0, last / 2);
    const auto place = [&](std::int64_t number) { return rises ? number : last - number; };
    for (const char* word : {"ideal", "acceptable", "tolerable", "bad"}) {
        const bool is_left_out = draft.chance(1, 3) && (!table.members.empty() || word[0] != 'b');
        if (at > last || is_left_out) {
            continue;
        }
        add_member(table, word, whole_number(place(at)));
        at += draft.random.between(1, last / 2 + 1);
    }
    const bool needs_red_line = table.members.size() == 1;
    if (needs_red_line || draft.chance(1, 3)) {
        const std::int64_t bound = draft.random.between(last / 2, last);
        const std::string sign = rises ? draft.pick({"> ", ">= "}) : draft.pick({"< ", "<= "});
        add_member(table, "redline", text_node(sign + std::to_string(place(bound))));
    } else if (draft.chance(1, 8)) {
        add_member(table, "redline", text_node("none"));
    }
    return table;
}

Node draw_weight(RandomCase& draft) {
    if (draft.precision == Precision::single_numbers) {
        return whole_number(draft.chance(1, 8) ? 0 : draft.random.between(1, 10));
    }
    if (draft.chance(1, 3)) {
        return text_node(draft.pick({"highest", "high", "medium", "low", "low", "none"}));
    }
    if (draft.chance(1, 4)) {
        return range_node(0, draft.random.between(0, 6)); // degenerate: may be 0
    }
    return draw_quantity(draft, 1, 30);
}

/// What a party with stances has on one issue.
void draw_stances(RandomCase& draft, Node& table, const RandomIssue& issue,
                  const RandomParty& party, bool must_concern) {
    if (!must_concern && draft.chance(1, 6)) {
        return; // not concerned
    }
    const bool loose = draft.precision == Precision::anything;
    if (must_concern) {
        add_member(inner_table(table, "weight"), party.key,
                   whole_number(draft.random.between(1, 9)));
    } else if (!loose || !draft.chance(1, 6)) {
        add_member(inner_table(table, "weight"), party.key, draw_weight(draft));
        if (loose && draft.chance(1, 15)) {
            return; // a weight and no stance: unknown
        }
    }
    if (issue.is_numeric && draft.precision != Precision::single_numbers && draft.chance(1, 2)) {
        add_member(inner_table(table, "curve"), party.key, draw_curve(draft, issue));
    } else if (loose && draft.chance(1, 5)) {
        add_member(inner_table(table, "stance"), party.key,
                   text_node(draw_order(draft, issue, Bar::allowed)));
        return;
    } else {
        add_member(inner_table(table, "stance"), party.key, draw_table(draft, issue));
    }
    if (loose && draft.chance(1, 40)) {
        add_member(inner_table(table, "order"), party.key,
                   text_node(draw_order(draft, issue, Bar::refused)));
    }
}

void draw_scores(RandomCase& draft, Node& table, const RandomIssue& issue, RandomParty& party) {
    if (draft.chance(1, 6)) {
        return;
    }
    Node scores = table_node();
    std::int64_t lowest = 0, highest = 0;
    const std::int64_t most = draft.random.between(5, 40);
    for (const std::string& option : issue.options) {
        if (draft.chance(draft.red_lines_in_20, 20)) {
            add_member(scores, option, text_node(draft.pick({"redline", "redline -5"})));
            continue;
        }
        const Node score = draw_quantity(draft, -10, most);
        add_member(scores, option, score);
        const Node& low = score.items.empty() ? score : score.items[0];
        const Node& high = score.items.empty() ? score : score.items[1];
        lowest = std::min<std::int64_t>(lowest, std::stoll(low.text));
        highest = std::max<std::int64_t>(highest, std::stoll(high.text));
    }
    party.lowest_total += lowest;
    party.highest_total += highest;
    add_member(inner_table(table, "score"), party.key, std::move(scores));
    if (draft.precision == Precision::anything && draft.chance(1, 20)) {
        add_member(inner_table(table, "order"), party.key,
                   text_node(draw_order(draft, issue, Bar::refused)));
    }
}

} // namespace

void draw_issues(RandomCase& draft) {
    const std::int64_t count = draft.random.between(1, draft.options.most_issues);
    std::int64_t outcomes = 1;
    for (std::int64_t i = 1; i <= count; ++i) {
        const std::int64_t room = draft.options.most_outcomes / outcomes;
        if (room < 2) {
            break;
        }
        const std::int64_t size = draft.random.between(2, std::min<std::int64_t>(4, room));
        draft.issues.push_back({.key = "i" + std::to_string(i), .options = {}});
        draw_options(draft, draft.issues.back(), size);
        outcomes *= size;
    }
    for (RandomParty& party : draft.parties) {
        const std::size_t sure_issue = draft.index(draft.issues.size());
        for (std::size_t i = 0; i < draft.issues.size(); ++i) {
            Node& table = draft.document.find("issue")->members[i].value;
            if (party.has_scores) {
                draw_scores(draft, table, draft.issues[i], party);
            } else {
                draw_stances(draft, table, draft.issues[i], party, i == sure_issue);
            }
        }
    }
}

} // namespace unbracket::testing
