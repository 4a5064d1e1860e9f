#include "unbracket/model/bind_assessment.hpp"
#include "unbracket/model/bind_table.hpp"

#include <array>

// curve.PARTY of a numeric issue: values named for words, from the best word on, and a red line.

namespace unbracket::binding {

namespace {

constexpr std::array<StanceWord, 4> knot_words = {StanceWord::ideal, StanceWord::acceptable,
                                                  StanceWord::tolerable, StanceWord::bad};

NumberBounds bounds_of(const NumericRange& range) {
    return {range.minimum, range.maximum};
}

void read_knot(Context& context, const Place& place, Curve& curve, const Node& node) {
    const std::size_t position = curve.knots.size();
    Curve::Knot& knot = curve.knots[position - 1];
    const std::string word(to_text(knot.word));
    knot.entry = add_entry_at(context, place, EntryKind::curve_value,
                              address_of(context, place, "curve") + "." + word, node.at);
    const auto number = read_number(context, node, bounds_of(*context.issue(place.issue).range),
                                    "the value for " + quoted(word));
    if (number) {
        knot.at = *number;
    } else {
        curve.knots.pop_back();
    }
}

std::optional<Curve::RedLine> read_red_line(Context& context, const Place& place,
                                            const Node& node) {
    Curve::RedLine line;
    line.entry = add_entry_at(context, place, EntryKind::curve_redline,
                              address_of(context, place, "curve") + ".redline", node.at);
    const auto text = read_text(context, node, "the red line of a curve");
    if (!text) {
        return std::nullopt;
    }
    if (*text == "none") {
        return line;
    }
    const auto parts = split_comparison(*text);
    if (!parts) {
        context.problems.add(node.at, quoted(*text) + " is no red line of a curve",
                             "write \"> 40\", \">= 40\", \"< 40\", \"<= 40\" or \"none\"");
        return std::nullopt;
    }
    const auto bound =
        read_number_text(context, parts->number, node.at,
                         bounds_of(*context.issue(place.issue).range), "the red line");
    if (!bound) {
        return std::nullopt;
    }
    line.bound = {parts->comparison, *bound};
    return line;
}

/// +1 where worse options have larger numbers; nothing, after a report, where that is not clear.
std::optional<int> read_direction(Context& context, const Curve& curve, const Node& node) {
    if (curve.knots.size() == 1) {
        if (curve.red_line && curve.red_line->bound) {
            const Comparison comparison = curve.red_line->bound->first;
            const bool upper =
                comparison == Comparison::greater || comparison == Comparison::at_least;
            return upper ? 1 : -1;
        }
        context.problems.add(node.at, "this curve does not say which way is worse",
                             "name a second value, or a red line such as \"> 40\"");
        return std::nullopt;
    }
    const int direction = curve.knots[0].at < curve.knots[1].at ? 1 : -1;
    for (std::size_t i = 1; i < curve.knots.size(); ++i) {
        const Rational step = curve.knots[i].at - curve.knots[i - 1].at;
        if (step.sign() != direction) {
            context.problems.add(node.at,
                                 "the values of a curve must rise or fall from the best word on",
                                 "each later word needs a value farther from that of the first");
            return std::nullopt;
        }
    }
    return direction;
}

} // namespace

void bind_curve(Context& context, const Place& place, const Node& node) {
    Table table(context, node, quoted(address_of(context, place, "curve")),
                "{ ideal = 10, acceptable = 25, tolerable = 35 }");
    Assessment* assessment = assessment_at(context, place, node.at);
    if (!table.is_table() || assessment == nullptr) {
        return;
    }
    const Issue& issue = context.issue(place.issue);
    if (!issue.range) {
        if (!issue.options.empty()) {
            context.problems.add(node.at, "issue " + quoted(issue.key) + " is no number",
                                 "a curve needs `range`; rate options under `stance`");
        }
        return;
    }
    Curve curve;
    bool all_read = true;
    for (const StanceWord word : knot_words) {
        if (const Node* value = table.find(to_text(word))) {
            const std::size_t before = curve.knots.size();
            curve.knots.push_back({.entry = {}, .word = word, .at = {}});
            read_knot(context, place, curve, *value);
            all_read = all_read && curve.knots.size() > before;
        }
    }
    if (const Node* line = table.find("redline")) {
        curve.red_line = read_red_line(context, place, *line);
        all_read = all_read && curve.red_line;
    }
    table.refuse_others();
    if (all_read && curve.knots.empty()) {
        context.problems.add(node.at, table.name() + " names no value for a word",
                             "for a red line alone write a [[limit]]");
    } else if (all_read) {
        if (const auto direction = read_direction(context, curve, node)) {
            curve.direction = *direction;
            assessment->curve = std::move(curve);
        }
    }
}

} // namespace unbracket::binding
