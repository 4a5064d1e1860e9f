#include "tests/reference/condition.hpp"

#include <algorithm>

namespace unbracket::reference {

namespace {

struct KeepsRule {
    const Outcome& outcome;

    bool operator()(const Implication& rule) const {
        return !holds(rule.premise, outcome) || holds(rule.conclusion, outcome);
    }
    bool operator()(const Exclusion& rule) const { return !holds(rule.forbidden, outcome); }
    bool operator()(const AtMost& rule) const {
        const auto count =
            std::count_if(rule.conditions.begin(), rule.conditions.end(),
                          [&](const Condition& condition) { return holds(condition, outcome); });
        return count <= rule.count;
    }
};

} // namespace

bool holds(const Literal& literal, IssueId issue, OptionId option) {
    return literal.issue == issue && std::find(literal.options.begin(), literal.options.end(),
                                               option) != literal.options.end();
}

bool holds(const Literal& literal, const Outcome& outcome) {
    return holds(literal, literal.issue, outcome[as_index(literal.issue)]);
}

bool holds(const Condition& condition, const Outcome& outcome) {
    return std::all_of(condition.begin(), condition.end(),
                       [&](const Literal& literal) { return holds(literal, outcome); });
}

bool keeps(const Rule& rule, const Outcome& outcome) {
    return std::visit(KeepsRule{outcome}, rule.body);
}

bool keeps(const Limit& limit, const Outcome& outcome) {
    if (!limit.is_on || !holds(limit.premise, outcome)) {
        return true;
    }
    const bool body_holds = holds(limit.body, outcome);
    return limit.sense == LimitSense::needs ? body_holds : !body_holds;
}

bool is_permitted(const Case& whole, const Outcome& outcome) {
    return std::all_of(whole.rules.begin(), whole.rules.end(),
                       [&](const Rule& rule) { return keeps(rule, outcome); }) &&
           std::all_of(whole.limits.begin(), whole.limits.end(), [&](const Limit& limit) {
               return limit.party.has_value() || keeps(limit, outcome);
           });
}

bool keeps_limits_of(const Case& whole, PartyId party, const Outcome& outcome) {
    return std::all_of(whole.limits.begin(), whole.limits.end(), [&](const Limit& limit) {
        return limit.party != party || keeps(limit, outcome);
    });
}

} // namespace unbracket::reference
