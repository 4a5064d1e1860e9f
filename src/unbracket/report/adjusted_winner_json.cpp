#include "unbracket/report/adjusted_winner_json.hpp"

#include "unbracket/frontier/adjusted_winner.hpp"

namespace unbracket {

namespace {

const char* word_of(NoDivision reason) {
    switch (reason) {
    case NoDivision::not_two_parties:
        return "not_two_parties";
    case NoDivision::no_outcome:
        return "no_outcome";
    case NoDivision::tied_issues:
        return "tied_issues";
    case NoDivision::several_options:
        return "several_options";
    case NoDivision::same_wish:
        return "same_wish";
    case NoDivision::nothing_to_divide:
        break;
    }
    return "nothing_to_divide";
}

class Writer {
public:
    Writer(const Case& negotiation, const EfficientOutcomes& efficient, const JsonOptions& options)
        : case_(negotiation), efficient_(efficient), options_(options) {}

    Node operator()(const NotDivisible& none) const {
        Node node = table_node();
        add_member(node, "applies", boolean_node(false));
        add_member(node, "reason", text_node(word_of(none.reason)));
        add_member(node, "issue",
                   none.issue ? text_node(case_.issue(*none.issue).key) : null_node());
        return node;
    }

    Node operator()(const AdjustedWinner& winner) const {
        Node node = table_node();
        add_member(node, "applies", boolean_node(true));
        add_member(node, "points", json_rational(winner.points, options_));
        add_member(node, "split",
                   winner.split ? text_node(case_.issue(*winner.split).key) : null_node());
        add_member(node, "issues", json_list(winner.issues, [&](const DividedIssue& issue) {
                       return issue_node(issue);
                   }));
        add_member(node, "values", numbers(winner.values));
        add_member(node, "gains", numbers(winner.gains));
        return node;
    }

private:
    template <class Write>
    Node by_party(Write write) const {
        Node node = table_node();
        for (const std::size_t column : efficient_.columns_in_file_order()) {
            add_member(node, case_.party(efficient_.table.columns[column].party).key,
                       write(column));
        }
        return node;
    }

    Node numbers(const std::array<Rational, 2>& by_column) const {
        return by_party(
            [&](std::size_t column) { return json_rational(by_column[column], options_); });
    }

    Node issue_node(const DividedIssue& divided) const {
        const Issue& issue = case_.issue(divided.issue);
        Node node = table_node();
        add_member(node, "issue", text_node(issue.key));
        add_member(node, "wanted", by_party([&](std::size_t column) {
                       return json_option(issue, divided.wanted[column]);
                   }));
        add_member(node, "points", numbers(divided.points));
        add_member(node, "shares", numbers(divided.shares));
        return node;
    }

    const Case& case_;
    const EfficientOutcomes& efficient_;
    const JsonOptions& options_;
};

} // namespace

Node adjusted_winner_json(const Case& negotiation, const EfficientOutcomes& efficient,
                          const JsonOptions& options) {
    return std::visit(Writer(negotiation, efficient, options), adjusted_winner(efficient.table));
}

} // namespace unbracket
