#include "unbracket/search/constraint_watch.hpp"

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
