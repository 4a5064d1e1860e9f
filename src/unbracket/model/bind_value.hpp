#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/interval.hpp"
#include "unbracket/model/bind_context.hpp"
#include "unbracket/model/issue.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Readers of single values. Each reports what is wrong with the value and then gives nothing;
// `what` names the value in the report.

namespace unbracket::binding {

struct NumberBounds {
    Rational low;
    Rational high;
};
inline const NumberBounds stance_bounds{0, 100};
inline const NumberBounds weight_bounds{0, 1'000'000};
inline const NumberBounds point_bounds{-1'000'000'000, 1'000'000'000};
inline const NumberBounds loss_bounds{0, 1'000'000'000};
inline const NumberBounds any_bounds{-1'000'000'000'000, 1'000'000'000'000};

/// "a table", "a list" ...
std::string_view name_of_kind(NodeKind kind);

std::optional<std::string> read_text(Context& context, const Node& node, std::string_view what);
/// A text or a number, as its text: clause numbers, years.
std::optional<std::string> read_label(Context& context, const Node& node, std::string_view what);
std::optional<bool> read_flag(Context& context, const Node& node, std::string_view what);
/// A date, or a text `YYYY-MM-DD` (formats without dates).
std::optional<Date> read_date(Context& context, const Node& node, std::string_view what);
std::optional<Rational> read_number(Context& context, const Node& node, const NumberBounds& bounds,
                                    std::string_view what);
/// The same for a number that stands inside a text.
std::optional<Rational> read_number_text(Context& context, std::string_view text,
                                         const SourcePosition& at, const NumberBounds& bounds,
                                         std::string_view what);
/// The number behind a text such as `"100/3"`, which may stand wherever a number may: what no
/// decimal says exactly. Nothing for any other node.
std::optional<Rational> fraction_in(const Node& node);
std::optional<int> read_count(Context& context, const Node& node, int most, std::string_view what);
/// A number or `[low, high]`.
std::optional<Interval> read_interval(Context& context, const Node& node,
                                      const NumberBounds& bounds, std::string_view what);
bool is_number_or_range(const Node& node);

/// A comparison such as `> 40`; nothing where the text does not begin like one.
struct ComparisonText {
    Comparison comparison = Comparison::less;
    std::string_view number;
};
std::optional<ComparisonText> split_comparison(std::string_view text);
bool holds(const Rational& number, Comparison comparison, const Rational& bound);

/// The position of a word among those allowed.
std::optional<std::size_t> read_choice(Context& context, const Node& node,
                                       std::span<const std::string_view> allowed,
                                       std::string_view what);
template <class Enum>
std::optional<Enum> read_word(Context& context, const Node& node,
                              std::span<const std::string_view> in_order_of_enum,
                              std::string_view what) {
    const auto position = read_choice(context, node, in_order_of_enum, what);
    return position ? std::optional(static_cast<Enum>(*position)) : std::nullopt;
}

/// An id that must be known.
template <class IdType>
std::optional<IdType> find_id(Context& context, std::string_view key, const SourcePosition& at,
                              const Names<IdType>& names) {
    const auto id = names.find(key);
    if (!id) {
        context.problems.add(at, "unknown " + names.kind() + " " + quoted(key),
                             context.problems.suggestion(key, names.keys()));
    }
    return id;
}
template <class IdType>
std::optional<IdType> read_id(Context& context, const Node& node, const Names<IdType>& names) {
    const auto key = read_label(context, node, "the id of a " + names.kind());
    return key ? find_id(context, *key, node.at, names) : std::nullopt;
}
/// The items of a list; of anything else the thing itself, so that one may stand without brackets.
std::span<const Node> items_of(const Node& node);
template <class IdType>
std::vector<IdType> read_ids(Context& context, const Node& node, const Names<IdType>& names) {
    std::vector<IdType> ids;
    std::set<IdType> seen;
    for (const Node& item : items_of(node)) {
        const auto id = read_id(context, item, names);
        if (id && !seen.insert(*id).second) {
            context.problems.add(item.at, names.kind() + " " + quoted(item.text) +
                                              " stands twice in one list");
        } else if (id) {
            ids.push_back(*id);
        }
    }
    return ids;
}

/// The option of an issue that a text or a number names.
std::optional<OptionId> find_option(Context& context, IssueId issue, std::string_view text,
                                    const SourcePosition& at);
/// One option, a list of them, or of a numeric issue a comparison such as ">= 40"; ascending.
/// Reports an empty list and an option named twice.
std::vector<OptionId> read_options(Context& context, IssueId issue, const Node& node);
/// A table of issues with their options. Empty after a report, or where the table is empty, which
/// is reported too.
Condition read_condition(Context& context, const Node& node, std::string_view what);

Visibility read_visibility(Context& context, const Node& node);

} // namespace unbracket::binding
