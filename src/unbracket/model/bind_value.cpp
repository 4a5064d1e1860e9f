#include "unbracket/model/bind_value.hpp"

#include "unbracket/base/trimmed.hpp"

#include <algorithm>
#include <array>

namespace unbracket::binding {

namespace {

void report_kind(Context& context, const Node& node, std::string_view what,
                 const std::string& wanted) {
    context.problems.add(node.at, std::string(what) + " must be " + wanted + ", not " +
                                      std::string(name_of_kind(node.kind)));
}

std::string to_text(const Rational& number) {
    return number.to_decimal_text(15);
}

constexpr std::string_view blanks = " \t";

std::optional<Rational> within(Context& context, const Rational& number, const Node& written,
                               const NumberBounds& bounds, std::string_view what) {
    if (number < bounds.low || number > bounds.high) {
        context.problems.add(written.at, std::string(what) + " must lie between " +
                                             to_text(bounds.low) + " and " + to_text(bounds.high) +
                                             ", not " + quoted(written.text));
        return std::nullopt;
    }
    return number;
}

} // namespace

std::string_view name_of_kind(NodeKind kind) {
    switch (kind) {
    case NodeKind::null:
        return "nothing";
    case NodeKind::boolean:
        return "true or false";
    case NodeKind::number:
        return "a number";
    case NodeKind::text:
        return "a text";
    case NodeKind::date:
        return "a date";
    case NodeKind::list:
        return "a list";
    case NodeKind::table:
        return "a table";
    }
    return "something else";
}

std::optional<std::string> read_text(Context& context, const Node& node, std::string_view what) {
    if (node.kind != NodeKind::text) {
        report_kind(context, node, what, "a text");
        return std::nullopt;
    }
    return node.text;
}

std::optional<std::string> read_label(Context& context, const Node& node, std::string_view what) {
    if (node.kind != NodeKind::text && node.kind != NodeKind::number) {
        report_kind(context, node, what, "a text or a number");
        return std::nullopt;
    }
    return node.text;
}

std::optional<bool> read_flag(Context& context, const Node& node, std::string_view what) {
    if (node.kind != NodeKind::boolean) {
        report_kind(context, node, what, "true or false");
        return std::nullopt;
    }
    return node.flag;
}

std::optional<Date> read_date(Context& context, const Node& node, std::string_view what) {
    if (node.kind != NodeKind::date && node.kind != NodeKind::text) {
        report_kind(context, node, what, "a date");
        return std::nullopt;
    }
    const auto date = parse_date(node.text);
    if (!date) {
        context.problems.add(node.at, quoted(node.text) + " is not a day of the calendar",
                             "write it like 2026-03-01, without a time");
    }
    return date;
}

std::optional<Rational> read_number_text(Context& context, std::string_view text,
                                         const SourcePosition& at, const NumberBounds& bounds,
                                         std::string_view what) {
    const ParsedDecimal parsed = parse_decimal(text);
    switch (parsed.problem) {
    case DecimalProblem::none:
        break;
    case DecimalProblem::not_a_number:
        context.problems.add(at, quoted(text) + " is not a decimal number",
                             "write digits with a point as decimal mark, such as 7 or -0.25");
        return std::nullopt;
    case DecimalProblem::not_finite:
        context.problems.add(at,
                             std::string(what) + " must be a finite number, not " + quoted(text));
        return std::nullopt;
    case DecimalProblem::too_many_digits:
        context.problems.add(at, quoted(text) + " has more than 15 significant digits",
                             "numbers are taken exactly; round it");
        return std::nullopt;
    case DecimalProblem::out_of_range:
        context.problems.add(at, quoted(text) + " is too large or too small to be meant");
        return std::nullopt;
    }
    return within(context, parsed.value, number_node(std::string(text), at), bounds, what);
}

std::optional<Rational> fraction_in(const Node& node) {
    const bool has_bar = node.kind == NodeKind::text && node.text.find('/') != std::string::npos;
    return has_bar ? parse_fraction(node.text) : std::nullopt;
}

std::optional<Rational> read_number(Context& context, const Node& node, const NumberBounds& bounds,
                                    std::string_view what) {
    if (const auto fraction = fraction_in(node)) {
        return within(context, *fraction, node, bounds, what);
    }
    if (node.kind != NodeKind::number) {
        report_kind(context, node, what, "a number");
        return std::nullopt;
    }
    return read_number_text(context, node.text, node.at, bounds, what);
}

std::optional<int> read_count(Context& context, const Node& node, int most, std::string_view what) {
    const auto number = read_number(context, node, {0, most}, what);
    const auto whole = number ? number->floor_to_int64() : std::nullopt;
    if (number && *number != Rational(*whole)) {
        context.problems.add(node.at, std::string(what) + " must be a whole number");
        return std::nullopt;
    }
    return whole ? std::optional(static_cast<int>(*whole)) : std::nullopt;
}

bool is_number_or_range(const Node& node) {
    return node.kind == NodeKind::number || node.kind == NodeKind::list;
}

std::optional<Interval> read_interval(Context& context, const Node& node,
                                      const NumberBounds& bounds, std::string_view what) {
    if (node.kind == NodeKind::number || fraction_in(node)) {
        const auto number = read_number(context, node, bounds, what);
        return number ? std::optional(single(*number)) : std::nullopt;
    }
    if (node.kind != NodeKind::list) {
        report_kind(context, node, what, "a number or a range [low, high]");
        return std::nullopt;
    }
    if (node.items.size() != 2) {
        context.problems.add(node.at, std::string(what) + " must be a range of two numbers",
                             "write [low, high]");
        return std::nullopt;
    }
    const auto low = read_number(context, node.items[0], bounds, what);
    const auto high = read_number(context, node.items[1], bounds, what);
    if (!low || !high) {
        return std::nullopt;
    }
    if (*low > *high) {
        context.problems.add(
            node.at, std::string(what) + " is a range whose low end is above its " + "high end",
            "did you mean [" + node.items[1].text + ", " + node.items[0].text + "]?");
        return std::nullopt;
    }
    return Interval{*low, *high};
}

std::optional<ComparisonText> split_comparison(std::string_view text) {
    text = trimmed(text, blanks);
    constexpr std::array<std::pair<std::string_view, Comparison>, 4> signs = {{
        {"<=", Comparison::at_most},
        {">=", Comparison::at_least},
        {"<", Comparison::less},
        {">", Comparison::greater},
    }};
    for (const auto& [sign, comparison] : signs) {
        if (text.starts_with(sign)) {
            return ComparisonText{comparison, trimmed(text.substr(sign.size()), blanks)};
        }
    }
    return std::nullopt;
}

bool holds(const Rational& number, Comparison comparison, const Rational& bound) {
    switch (comparison) {
    case Comparison::less:
        return number < bound;
    case Comparison::at_most:
        return number <= bound;
    case Comparison::greater:
        return number > bound;
    case Comparison::at_least:
        return number >= bound;
    }
    return false;
}

std::optional<std::size_t> read_choice(Context& context, const Node& node,
                                       std::span<const std::string_view> allowed,
                                       std::string_view what) {
    const auto text = read_text(context, node, what);
    if (!text) {
        return std::nullopt;
    }
    const auto found = std::find(allowed.begin(), allowed.end(), *text);
    if (found == allowed.end() || text->empty()) {
        std::vector<std::string> words(allowed.begin(), allowed.end());
        std::erase(words, std::string()); // stands for a key that is left out
        context.problems.add(node.at, std::string(what) + " cannot be " + quoted(*text),
                             context.problems.suggestion(*text, words));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - allowed.begin());
}

std::span<const Node> items_of(const Node& node) {
    return node.kind == NodeKind::list ? std::span(node.items) : std::span(&node, 1);
}

Visibility read_visibility(Context& context, const Node& node) {
    const auto text = read_text(context, node, "visibility");
    if (!text || *text == "mediator") {
        return {};
    }
    if (*text == "public") {
        return {VisibilityKind::everyone, {}};
    }
    constexpr std::string_view prefix = "party:";
    if (text->starts_with(prefix)) {
        const auto party = find_id(context, text->substr(prefix.size()), node.at, context.parties);
        return {VisibilityKind::party, party.value_or(PartyId())};
    }
    context.problems.add(node.at, "visibility cannot be " + quoted(*text),
                         "known: public, mediator, party:ID");
    return {};
}

} // namespace unbracket::binding
