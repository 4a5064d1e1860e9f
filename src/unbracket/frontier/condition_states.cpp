#include "unbracket/frontier/condition_states.hpp"

#include <algorithm>

// Dynamic programming issue by issue needs to know of a partial choice only what the rest can still
// feel of it. For conditions over several issues that is, for each one that is begun and not
// finished, whether all its literals held so far, and for each at-most rule how many of its
// conditions held. A condition that failed once, or is finished, is forgotten. How many states
// there are depends on the order of the issues: the next one is always that which leaves the fewest
// conditions open. This is bucket elimination with a greedy order; the number of open conditions
// plays the part of the width.
//
// Source: Bellman (1957), Dynamic programming, chapter III, for what a state has to hold
// [bellman1957dynamic]

namespace unbracket {

ConditionStates::ConditionStates(const GainTable& table)
    : table_(table), by_issue_(table.problem.issue_count()) {
    for (const ForbiddenRows& forbidden : table.problem.forbidden) {
        add(forbidden.literals, none, none);
    }
    for (std::size_t rule = 0; rule < table.problem.at_most.size(); ++rule) {
        for (const auto& literals : table.problem.at_most[rule].conditions) {
            add(literals, rule, none);
        }
    }
    for (std::size_t gain = 0; gain < table.conditionals.size(); ++gain) {
        add(table.conditionals[gain].literals, none, gain);
    }
    choose_order();
    last_of_rule_.resize(table.problem.at_most.size());
    for (Combination& combination : combinations_) {
        for (std::size_t place = 0; place < order_.size(); ++place) {
            for (const auto& [issue, rows] : combination.literals) {
                combination.last_place = issue == order_[place] ? place : combination.last_place;
            }
        }
        if (combination.rule != none) {
            std::size_t& last = last_of_rule_[combination.rule];
            last = std::max(last, combination.last_place);
        }
    }
    State first(combinations_.size(), 1);
    first.resize(combinations_.size() + last_of_rule_.size(), 0);
    number_of(first);
}

/// A literal without rows can never hold, nor can its combination.
void ConditionStates::add(const std::vector<std::vector<Row>>& literals, std::size_t rule,
                          std::size_t gain) {
    Combination combination;
    combination.rule = rule;
    combination.gain = gain;
    const auto& first_row = table_.problem.first_row;
    for (const std::vector<Row>& rows : literals) {
        if (rows.empty()) {
            return;
        }
        const auto after = std::upper_bound(first_row.begin(), first_row.end(), rows.front());
        combination.literals.emplace_back(after - first_row.begin() - 1, rows);
    }
    for (const auto& [issue, rows] : combination.literals) {
        by_issue_[issue].push_back(combinations_.size());
    }
    combinations_.push_back(std::move(combination));
}

std::size_t ConditionStates::opened_by(std::size_t issue, const std::vector<bool>& is_done) const {
    std::size_t open = 0;
    for (const Combination& combination : combinations_) {
        std::size_t begun = 0;
        for (const auto& [at, rows] : combination.literals) {
            begun += is_done[at] || at == issue ? 1U : 0U;
        }
        open += begun > 0 && begun < combination.literals.size() ? 1U : 0U;
    }
    return open;
}

void ConditionStates::choose_order() {
    std::vector<bool> is_done(by_issue_.size(), false);
    while (order_.size() < by_issue_.size()) {
        std::size_t best = none, fewest = none;
        for (std::size_t issue = 0; issue < is_done.size() && fewest > 0; ++issue) {
            const std::size_t open = is_done[issue] ? none : opened_by(issue, is_done);
            if (open < fewest) {
                best = issue, fewest = open;
            }
        }
        is_done[best] = true;
        order_.push_back(best);
    }
}

const ConditionStates::Step& ConditionStates::step(std::size_t place, std::uint32_t state,
                                                   Row row) {
    const auto [found, is_fresh] = steps_.try_emplace({state, row});
    if (is_fresh) {
        found->second = make_step(place, state, row);
    }
    return found->second;
}

/// Whether the combination that now holds is allowed.
bool ConditionStates::finish(const Combination& combination, State& state, Step& step) const {
    if (combination.gain != none) {
        step.earned.push_back(combination.gain);
        return true;
    }
    if (combination.rule == none) {
        return false;
    }
    return ++state[combinations_.size() + combination.rule] <=
           table_.problem.at_most[combination.rule].count;
}

ConditionStates::Step ConditionStates::make_step(std::size_t place, std::uint32_t state, Row row) {
    Step step;
    State next = states_[state];
    for (const std::size_t at : by_issue_[order_[place]]) {
        const Combination& combination = combinations_[at];
        const auto literal =
            std::find_if(combination.literals.begin(), combination.literals.end(),
                         [&](const auto& each) { return each.first == order_[place]; });
        const bool holds =
            std::find(literal->second.begin(), literal->second.end(), row) != literal->second.end();
        const bool is_last = combination.last_place == place;
        if (next[at] != 0 && holds && is_last) {
            step.is_allowed = finish(combination, next, step) && step.is_allowed;
        }
        next[at] = holds && !is_last ? next[at] : std::uint16_t{0};
    }
    for (std::size_t rule = 0; rule < last_of_rule_.size(); ++rule) {
        std::uint16_t& held = next[combinations_.size() + rule];
        held = last_of_rule_[rule] <= place ? std::uint16_t{0} : held;
    }
    step.state = step.is_allowed ? number_of(next) : 0;
    return step;
}

std::uint32_t ConditionStates::number_of(const State& state) {
    const auto [found, is_fresh] =
        numbers_.try_emplace(state, static_cast<std::uint32_t>(states_.size()));
    if (is_fresh) {
        states_.push_back(state);
    }
    return found->second;
}

} // namespace unbracket
