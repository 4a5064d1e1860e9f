#include "unbracket/zone/ordered_values.hpp"

#include <algorithm>

// Values inside ranges that keep an order, with the largest weighted sum. Raise all of them from
// the smallest lower end to the largest upper end, from bound to bound: at each bound the options
// whose value goes on rising are an upper set of the order, those held up by their lower end in it,
// those stopped by their upper end not, and the sum grows by the step times their coefficients. So
// the largest sum takes the best upper set at each step. Options of a chain have as many upper sets
// as options; where an order is no chain, its upper sets are tried one by one.
//
// Options without a coefficient follow the others: each is as low as its range and the options
// below it allow.
//
// Source: Picard (1976), Maximal closure of a graph and applications to combinatorial problems, for
// upper sets as closures [picard1976maximal]

namespace unbracket {

namespace {

using Group = std::vector<OptionId>; // options that an order connects

/// Options that have to be looked at together, in groups.
std::vector<Group> groups_of(const IssueAppraisal& issue, const std::vector<OptionId>& options) {
    std::vector<Group> groups;
    for (const OptionId option : options) {
        Group joined{option};
        std::vector<Group> rest;
        for (Group& group : groups) {
            const bool meets = std::any_of(group.begin(), group.end(), [&](OptionId other) {
                return is_at_least(issue, option, other) || is_at_least(issue, other, option);
            });
            if (meets) {
                joined.insert(joined.end(), group.begin(), group.end());
            } else {
                rest.push_back(std::move(group));
            }
        }
        rest.push_back(std::move(joined));
        groups = std::move(rest);
    }
    for (Group& group : groups) {
        std::sort(group.begin(), group.end());
    }
    return groups;
}

using UpperSet = std::vector<bool>; // by place in the group

/// All sets that hold, with an option, everything at least as good.
std::vector<UpperSet> upper_sets(const IssueAppraisal& issue, const Group& group) {
    std::vector<UpperSet> sets = {UpperSet(group.size(), false)};
    for (std::size_t next = 0; next < sets.size(); ++next) {
        for (std::size_t at = 0; at < group.size(); ++at) {
            if (sets[next][at]) {
                continue;
            }
            UpperSet larger = sets[next];
            for (std::size_t other = 0; other < group.size(); ++other) {
                larger[other] =
                    larger[other] || other == at || is_at_least(issue, group[other], group[at]);
            }
            if (std::find(sets.begin(), sets.end(), larger) == sets.end()) {
                sets.push_back(std::move(larger));
            }
        }
    }
    return sets;
}

class GroupRise {
public:
    GroupRise(const IssueAppraisal& issue, const Group& group,
              const std::vector<Rational>& coefficients, std::vector<Rational>& values)
        : issue_(issue), group_(group), coefficients_(coefficients), values_(values) {}

    void run() {
        const std::vector<Rational> bounds = all_bounds();
        const std::vector<UpperSet> sets = upper_sets(issue_, group_);
        for (const OptionId option : group_) {
            values_[as_index(option)] = bounds.front();
        }
        for (std::size_t step = 1; step < bounds.size(); ++step) {
            raise(sets, bounds[step - 1], bounds[step]);
        }
    }

private:
    const Interval& range(std::size_t at) const {
        return issue_.options[as_index(group_[at])].value;
    }

    std::vector<Rational> all_bounds() const {
        std::vector<Rational> bounds;
        for (std::size_t at = 0; at < group_.size(); ++at) {
            bounds.push_back(range(at).low), bounds.push_back(range(at).high);
        }
        std::sort(bounds.begin(), bounds.end());
        bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
        return bounds;
    }

    bool may_rise(const UpperSet& set, const Rational& to) const {
        for (std::size_t at = 0; at < group_.size(); ++at) {
            if ((range(at).low >= to && !set[at]) || (range(at).high < to && set[at])) {
                return false;
            }
        }
        return true;
    }

    void raise(const std::vector<UpperSet>& sets, const Rational& from, const Rational& to) {
        const UpperSet* best = nullptr;
        Rational most;
        for (const UpperSet& set : sets) {
            if (!may_rise(set, to)) {
                continue;
            }
            Rational sum;
            for (std::size_t at = 0; at < group_.size(); ++at) {
                sum += set[at] ? coefficients_[as_index(group_[at])] : Rational(0);
            }
            if (best == nullptr || sum > most) {
                best = &set, most = sum;
            }
        }
        for (std::size_t at = 0; at < group_.size(); ++at) {
            if ((*best)[at]) {
                values_[as_index(group_[at])] += to - from;
            }
        }
    }

    const IssueAppraisal& issue_;
    const Group& group_;
    const std::vector<Rational>& coefficients_;
    std::vector<Rational>& values_;
};

} // namespace

std::vector<Rational> largest_in_order(const IssueAppraisal& issue,
                                       const std::vector<Rational>& coefficients) {
    std::vector<Rational> values;
    std::vector<OptionId> free, bound;
    for (std::size_t at = 0; at < issue.options.size(); ++at) {
        const Interval& range = issue.options[at].value;
        values.push_back(coefficients[at].sign() > 0 ? range.high : range.low);
        (coefficients[at].sign() == 0 ? free : bound).emplace_back(at);
    }
    if (issue.at_least.empty()) {
        return values;
    }
    for (const Group& group : groups_of(issue, bound)) {
        GroupRise(issue, group, coefficients, values).run();
    }
    for (const OptionId option : free) {
        for (const OptionId other : bound) {
            if (is_at_least(issue, option, other)) {
                values[as_index(option)] =
                    std::max(values[as_index(option)], values[as_index(other)]);
            }
        }
    }
    return values;
}

} // namespace unbracket
