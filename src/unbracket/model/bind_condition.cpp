#include "unbracket/model/bind_value.hpp"

#include <set>

// Options of issues, and conditions made of them. The options of a numeric issue are found by
// arithmetic: writing 40, 40.0 or "40" means the same step of the range.

namespace unbracket::binding {

namespace {

std::optional<OptionId> find_step(const NumericRange& range, std::string_view text) {
    const ParsedDecimal parsed = parse_decimal(text);
    if (parsed.problem != DecimalProblem::none || parsed.value < range.minimum ||
        parsed.value > range.maximum) {
        return std::nullopt;
    }
    const Rational steps = (parsed.value - range.minimum) / range.step;
    const auto whole = steps.floor_to_int64();
    if (!whole || Rational(*whole) != steps) {
        return std::nullopt;
    }
    return OptionId(static_cast<std::size_t>(*whole));
}

std::string describe(const NumericRange& range) {
    return "the options run from " + range.minimum.to_decimal_text(15) + " to " +
           range.maximum.to_decimal_text(15) + " in steps of " + range.step.to_decimal_text(15);
}

/// For words such as "at least 3".
std::string comparison_hint(std::string_view text) {
    const bool is_number = parse_decimal(text).problem != DecimalProblem::not_a_number;
    return is_number ? ""
                     : "; in a condition several are written as a comparison, such as \">= 3\"";
}

std::vector<OptionId> read_comparison(Context& context, IssueId issue, const Node& node,
                                      const ComparisonText& parts) {
    std::vector<OptionId> options;
    const auto bound = read_number_text(context, parts.number, node.at, any_bounds, "the bound");
    if (!bound) {
        return options;
    }
    const std::vector<Option>& all = context.issue(issue).options;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].number && holds(*all[i].number, parts.comparison, *bound)) {
            options.push_back(OptionId(i));
        }
    }
    if (options.empty()) {
        context.problems.add(node.at, "no option of issue " + quoted(context.issue_key(issue)) +
                                          " is " + quoted(node.text));
    }
    return options;
}

} // namespace

std::optional<OptionId> find_option(Context& context, IssueId issue, std::string_view text,
                                    const SourcePosition& at) {
    const Issue& whole = context.issue(issue);
    const Names<OptionId>& names = context.options[as_index(issue)];
    const auto option = whole.range ? find_step(*whole.range, text) : names.find(text);
    if (!option && (whole.range || names.size() > 0)) {
        context.problems.add(at,
                             "unknown option " + quoted(text) + " of issue " + quoted(whole.key),
                             whole.range ? describe(*whole.range) + comparison_hint(text)
                                         : context.problems.suggestion(text, names.keys()));
    }
    return option;
}

std::vector<OptionId> read_options(Context& context, IssueId issue, const Node& node) {
    if (node.kind == NodeKind::text && context.issue(issue).range) {
        if (const auto parts = split_comparison(node.text)) {
            return read_comparison(context, issue, node, *parts);
        }
    }
    std::set<OptionId> options;
    if (items_of(node).empty()) {
        context.problems.add(node.at,
                             "the list of options of issue " + quoted(context.issue_key(issue)) +
                                 " is empty",
                             "name at least one option");
    }
    for (const Node& item : items_of(node)) {
        const auto key = read_label(context, item, "an option");
        const auto option = key ? find_option(context, issue, *key, item.at) : std::nullopt;
        if (option && !options.insert(*option).second) {
            context.problems.add(item.at, "option " + quoted(*key) + " stands twice in one list");
        }
    }
    return {options.begin(), options.end()};
}

Condition read_condition(Context& context, const Node& node, std::string_view what) {
    Condition condition;
    if (node.kind != NodeKind::table) {
        context.problems.add(node.at, std::string(what) + " must be a table of issues and options",
                             "write { issue = \"option\" }");
        return condition;
    }
    if (node.members.empty()) {
        context.problems.add(node.at, std::string(what) + " names no issue",
                             "write { issue = \"option\" }");
    }
    for (const Node::Member& member : node.members) {
        if (const auto issue = find_id(context, member.key, member.at, context.issues)) {
            condition.push_back({*issue, read_options(context, *issue, member.value)});
        }
    }
    return condition;
}

} // namespace unbracket::binding
