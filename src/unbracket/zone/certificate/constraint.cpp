#include "unbracket/zone/certificate/constraint.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

// Every rule, norm and limit but "at most k of these" says that some conjunctions of options do not
// occur: "if A then B1 and B2" forbids A with the complement of B1, and A with that of B2; "never B
// under A" forbids A and B together. Where two literals of one conjunction speak of the same issue,
// only their common options count, and with none the conjunction cannot occur.
//
// The domain shrinks by unit propagation: a conjunction all of whose literals but one cover what is
// left of their issues takes its options from that one. The operators only shrink and are monotone,
// so the order in which they are tried does not matter.

namespace unbracket::certificate {

namespace {

std::vector<OptionId> complement(const Case& given, const Literal& literal) {
    std::vector<OptionId> others;
    for (std::size_t option = 0; option < given.issue(literal.issue).options.size(); ++option) {
        if (!std::binary_search(literal.options.begin(), literal.options.end(), OptionId(option))) {
            others.push_back(OptionId(option));
        }
    }
    return others;
}

/// Both at once; false: they exclude each other.
bool conjoin(Condition& condition, const Literal& literal) {
    for (Literal& old : condition) {
        if (old.issue != literal.issue) {
            continue;
        }
        std::vector<OptionId> common;
        std::set_intersection(old.options.begin(), old.options.end(), literal.options.begin(),
                              literal.options.end(), std::back_inserter(common));
        old.options = std::move(common);
        return !old.options.empty();
    }
    condition.push_back(literal);
    return !literal.options.empty();
}

void forbid_together(Condition first, const Condition& second, std::vector<Condition>& forbidden) {
    for (const Literal& literal : second) {
        if (!conjoin(first, literal)) {
            return;
        }
    }
    forbidden.push_back(std::move(first));
}

void demand(const Case& given, const Condition& premise, const Condition& needed,
            std::vector<Condition>& forbidden) {
    for (const Literal& literal : needed) {
        forbid_together(premise, {{literal.issue, complement(given, literal)}}, forbidden);
    }
}

void enter_limit(const Case& given, const Limit& limit, std::vector<Condition>& forbidden) {
    if (!limit.is_on) {
        return;
    }
    if (limit.sense == LimitSense::needs) {
        demand(given, limit.premise, limit.body, forbidden);
    } else {
        forbid_together(limit.premise, limit.body, forbidden);
    }
}

} // namespace

Constraints plan_constraints(const Case& given) {
    Constraints constraints;
    for (const Rule& rule : given.rules) {
        if (const auto* implication = std::get_if<Implication>(&rule.body)) {
            demand(given, implication->premise, implication->conclusion, constraints.forbidden);
        } else if (const auto* exclusion = std::get_if<Exclusion>(&rule.body)) {
            forbid_together({}, exclusion->forbidden, constraints.forbidden);
        } else {
            constraints.at_most.push_back(std::get<AtMost>(rule.body));
        }
    }
    for (const Limit& limit : given.limits) {
        if (!limit.party) {
            enter_limit(given, limit, constraints.forbidden);
        }
    }
    return constraints;
}

std::vector<Condition> forbidden_by(const Case& given, PartyId party) {
    std::vector<Condition> forbidden;
    for (const Limit& limit : given.limits) {
        if (limit.party == party) {
            enter_limit(given, limit, forbidden);
        }
    }
    return forbidden;
}

bool meets_any(const std::vector<Condition>& forbidden, const Outcome& outcome) {
    return std::any_of(forbidden.begin(), forbidden.end(), [&outcome](const Condition& condition) {
        return holds(condition, outcome);
    });
}

bool is_allowed(const Constraints& constraints, const Outcome& outcome) {
    if (meets_any(constraints.forbidden, outcome)) {
        return false;
    }
    return std::all_of(
        constraints.at_most.begin(), constraints.at_most.end(), [&outcome](const AtMost& at_most) {
            const auto met = std::count_if(
                at_most.conditions.begin(), at_most.conditions.end(),
                [&outcome](const Condition& condition) { return holds(condition, outcome); });
            return met <= at_most.count;
        });
}

namespace {

class Propagation {
public:
    Propagation(Domain& domain, const std::vector<Condition>& forbidden)
        : domain_(domain), forbidden_(forbidden), users_(domain.size()),
          is_queued_(forbidden.size(), true) {
        for (std::size_t i = 0; i < forbidden.size(); ++i) {
            queue_.push_back(i);
            for (const Literal& literal : forbidden[i]) {
                users_[as_index(literal.issue)].push_back(i);
            }
        }
    }

    bool run() {
        while (!queue_.empty()) {
            const std::size_t next = queue_.front();
            queue_.pop_front();
            is_queued_[next] = false;
            if (!apply(forbidden_[next])) {
                return false;
            }
        }
        return std::none_of(domain_.begin(), domain_.end(),
                            [](const auto& options) { return options.empty(); });
    }

private:
    bool covers(const Literal& literal) const {
        const std::vector<OptionId>& left = domain_[as_index(literal.issue)];
        return std::includes(literal.options.begin(), literal.options.end(), left.begin(),
                             left.end());
    }

    bool apply(const Condition& condition) {
        const Literal* uncovered = nullptr;
        for (const Literal& literal : condition) {
            if (covers(literal)) {
                continue;
            }
            if (uncovered != nullptr) {
                return true;
            }
            uncovered = &literal;
        }
        return uncovered != nullptr && remove(*uncovered);
    }

    /// False: nothing is left.
    bool remove(const Literal& literal) {
        std::vector<OptionId>& left = domain_[as_index(literal.issue)];
        const auto is_removed = [&literal](OptionId option) {
            return std::binary_search(literal.options.begin(), literal.options.end(), option);
        };
        if (std::erase_if(left, is_removed) > 0) {
            for (const std::size_t user : users_[as_index(literal.issue)]) {
                if (!is_queued_[user]) {
                    is_queued_[user] = true;
                    queue_.push_back(user);
                }
            }
        }
        return !left.empty();
    }

    Domain& domain_;
    const std::vector<Condition>& forbidden_;
    std::vector<std::vector<std::size_t>> users_;
    std::deque<std::size_t> queue_;
    std::vector<bool> is_queued_;
};

} // namespace

std::optional<Condition> open_literals(const Condition& condition, const Domain& domain) {
    Condition open;
    for (const Literal& literal : condition) {
        const std::vector<OptionId>& left = domain[as_index(literal.issue)];
        const auto is_named = [&literal](OptionId option) {
            return std::binary_search(literal.options.begin(), literal.options.end(), option);
        };
        if (std::none_of(left.begin(), left.end(), is_named)) {
            return std::nullopt;
        }
        if (!std::all_of(left.begin(), left.end(), is_named)) {
            open.push_back(literal);
        }
    }
    return open;
}

bool propagate(Domain& domain, const std::vector<Condition>& forbidden) {
    const bool is_open = std::none_of(domain.begin(), domain.end(),
                                      [](const auto& options) { return options.empty(); });
    return is_open && Propagation(domain, forbidden).run();
}

} // namespace unbracket::certificate
