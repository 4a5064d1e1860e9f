#include "tests/random_case_parts.hpp"

#include <algorithm>

namespace unbracket::testing {

namespace {

/// What a party with stances or scores has in numbers or words, near the level of the case.
Node draw_fallback_value(RandomCase& draft, const RandomParty& party) {
    const std::int64_t noise = draft.random.between(-10, 10);
    const std::int64_t percent = std::clamp<std::int64_t>(draft.level + noise, 0, 100);
    const std::int64_t width = party.highest_total - party.lowest_total;
    const std::int64_t number =
        party.has_scores ? party.lowest_total + percent * width / 100 : percent;
    if (!party.has_scores && draft.precision == Precision::anything && draft.chance(1, 6)) {
        return text_node(draft.pick({"bad", "tolerable", "acceptable", "open"}));
    }
    if (draft.precision == Precision::single_numbers || draft.chance(1, 2)) {
        return whole_number(number);
    }
    const std::int64_t spread = draft.precision == Precision::narrow_ranges ? 4 : 30;
    const std::int64_t high = number + draft.random.between(0, spread);
    return range_node(number, party.has_scores ? high : std::min<std::int64_t>(100, high));
}

Node draw_dated_fallback(RandomCase& draft, const RandomParty& party) {
    std::vector<Node> periods;
    for (const char* from : {"2026-01-01", "2026-02-15", "2026-06-01"}) {
        Node period = table_node();
        add_member(period, "from", date_node(from));
        add_member(period, "value", draw_fallback_value(draft, party));
        periods.push_back(std::move(period));
    }
    if (draft.precision == Precision::anything && draft.chance(1, 5)) {
        periods.erase(periods.begin(), periods.begin() + 2); // none is in force yet
    }
    return list_node(std::move(periods));
}

/// A draft that settles most issues; what it leaves open stays within the limit on completions.
void draw_draft(RandomCase& draft) {
    Node text = table_node();
    add_member(text, "title", text_node("A text"));
    std::int64_t room = draft.options.most_completions;
    Node set = table_node();
    for (const RandomIssue& issue : draft.issues) {
        const auto size = static_cast<std::int64_t>(issue.options.size());
        const bool is_open =
            draft.precision != Precision::single_numbers && size <= room && draft.chance(1, 4);
        if (is_open) {
            room /= size;
        }
        if (is_open && draft.chance(1, 2)) {
            continue;
        }
        add_member(set, issue.key,
                   is_open ? text_node("unknown") : option_node(issue, draft.pick(issue.options)));
    }
    if (!set.members.empty()) {
        add_member(text, "set", std::move(set));
    }
    if (draft.chance(1, 2)) {
        add_member(text, "rest", text_node("status_quo"));
    }
    add_member(inner_table(draft.document, "draft"), "first", std::move(text));
}

Node draw_fallback(RandomCase& draft, const RandomParty& party) {
    if (draft.chance(1, 5)) {
        Node like_draft = table_node();
        add_member(like_draft, "draft", text_node("first"));
        return like_draft;
    }
    return draft.chance(1, 8) ? draw_dated_fallback(draft, party)
                              : draw_fallback_value(draft, party);
}

bool is_left_out(RandomCase& draft, const RandomParty& party) {
    switch (draft.precision) {
    case Precision::single_numbers:
        return false;
    case Precision::narrow_ranges:
        return !party.is_signatory && draft.chance(1, 2);
    case Precision::anything:
        return party.is_signatory ? draft.chance(1, 15) : draft.chance(1, 2);
    }
    return false;
}

} // namespace

void draw_fallbacks(RandomCase& draft) {
    draw_draft(draft);
    for (const RandomParty& party : draft.parties) {
        const bool is_missing = is_left_out(draft, party);
        if (!is_missing) {
            add_member(inner_table(draft.document, "fallback"), party.key,
                       draw_fallback(draft, party));
        }
        if (draft.chance(1, 8)) {
            const std::int64_t points = draft.random.between(0, 12);
            add_member(inner_table(draft.document, "accepts_less"), party.key,
                       draft.chance(1, 3) ? text_node(std::to_string(points) + "/3")
                                          : whole_number(points));
        }
        if (draft.chance(1, 60)) {
            add_member(inner_table(draft.document, "intent"), party.key,
                       text_node(draft.pick({"seeks", "doubtful", "refuses"})));
        }
    }
}

} // namespace unbracket::testing
