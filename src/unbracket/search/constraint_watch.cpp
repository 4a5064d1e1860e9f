#include "unbracket/search/constraint_watch.hpp"

// Constraints while a tree is walked. Each forbidden combination and each condition of an at-most
// rule counts its literals that do not hold yet; choosing a row lowers the counters that the row is
// listed under, and one that reaches 0 holds. So a step costs what it touches, not the number of
// constraints. These are the counters of Dowling and Gallier for Horn formulae; here they also run
// backwards when a row is taken back, and nothing is inferred from a counter that stands at 1.
//
// Source: Dowling and Gallier (1984), Linear-time algorithms for testing the satisfiability of
// propositional Horn formulae [dowling1984linear]

namespace unbracket {

ConstraintWatch::ConstraintWatch(const SearchProblem& problem) {
    if (problem.forbidden.empty() && problem.at_most.empty()) {
        return;
    }
    hits_.resize(problem.row_count());
    for (const ForbiddenRows& combination : problem.forbidden) {
        watch(combination.literals, no_rule);
    }
    for (const AtMostRows& rule : problem.at_most) {
        allowed_.push_back(rule.count);
        held_.push_back(0);
        for (const auto& condition : rule.conditions) {
            watch(condition, allowed_.size() - 1);
        }
    }
}

void ConstraintWatch::watch(const std::vector<std::vector<Row>>& literals, std::size_t rule) {
    for (const std::vector<Row>& rows : literals) {
        for (const Row row : rows) {
            hits_[row].push_back(static_cast<std::uint32_t>(combinations_.size()));
        }
    }
    combinations_.push_back({literals.size(), rule});
}

bool ConstraintWatch::choose(Row row) {
    for (const std::uint32_t index : hits_[row]) {
        Combination& combination = combinations_[index];
        if (--combination.open_literals > 0) {
            continue;
        }
        if (combination.rule == no_rule) {
            ++broken_;
        } else if (++held_[combination.rule] == allowed_[combination.rule] + 1) {
            ++broken_;
        }
    }
    return broken_ == 0;
}

void ConstraintWatch::take_back(Row row) {
    for (const std::uint32_t index : hits_[row]) {
        Combination& combination = combinations_[index];
        if (combination.open_literals++ > 0) {
            continue;
        }
        if (combination.rule == no_rule) {
            --broken_;
        } else if (held_[combination.rule]-- == allowed_[combination.rule] + 1) {
            --broken_;
        }
    }
}

} // namespace unbracket
