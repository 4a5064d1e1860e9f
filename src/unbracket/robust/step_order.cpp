#include "unbracket/robust/step_order.hpp"

#include "unbracket/base/require.hpp"

#include <algorithm>
#include <bit>
#include <set>

// Can demands about who goes first all be kept? A condition that names several issues holds once
// the last of them is carried out. So a step asks that all of its first part is done before *some*
// deed of its second part, its last one: not a partial order, but what scheduling calls and/or
// precedence. It is decided from the end: a deed can come last if it is in the first part of no
// step that is still to be kept, and then it keeps every step that has it in its second part. What
// can be put last early can also be put last later, so no choice is ever regretted: where nothing
// can come last, no order keeps the steps that remain.
//
// Möhring, Skutella and Stork treat the same from the front, where it is an "or" over predecessors;
// read backwards in time it is ours. Conflicts are found by trying sets of steps by size, since
// people demand few.
//
// Source: Möhring, Skutella and Stork (2004), Scheduling with AND/OR precedence constraints
// [mohring2004andor]

namespace unbracket {

namespace {

std::set<Deed> deeds_of(const Condition& condition, const std::string& object) {
    std::set<Deed> deeds;
    for (const Literal& literal : condition) {
        deeds.insert(literal.issue);
    }
    if (condition.empty()) {
        deeds.insert(object);
    }
    return deeds;
}

/// One step as two sets of deeds.
struct Precedence {
    std::set<Deed> first;
    std::set<Deed> then;
};

Precedence precedence_of(const Step& step) {
    return {deeds_of(step.first, step.first_object), deeds_of(step.then, step.then_object)};
}

/// The last deed that no step still to be kept wants done first.
std::optional<Deed> next_from_the_end(const std::set<Deed>& deeds,
                                      const std::vector<Precedence>& kept) {
    const auto is_free = [&](const Deed& deed) {
        return std::none_of(kept.begin(), kept.end(), [&](const Precedence& precedence) {
            return precedence.first.contains(deed);
        });
    };
    const auto found = std::find_if(deeds.rbegin(), deeds.rend(), is_free);
    return found == deeds.rend() ? std::nullopt : std::optional(*found);
}

/// False where both leave no option of some issue.
bool narrow(Condition& condition, const Literal& literal) {
    const auto known = std::find_if(condition.begin(), condition.end(), [&](const Literal& other) {
        return other.issue == literal.issue;
    });
    if (known == condition.end()) {
        condition.push_back(literal);
        return true;
    }
    std::erase_if(known->options, [&](OptionId option) {
        return !std::binary_search(literal.options.begin(), literal.options.end(), option);
    });
    return !known->options.empty();
}

StepSet members_of(std::size_t bits) {
    StepSet members;
    for (std::size_t at = 0; at < most_compared_steps; ++at) {
        if ((bits >> at & 1U) != 0) {
            members.push_back(at);
        }
    }
    return members;
}

/// All minimal sets, by trying each set of steps after all of its parts.
StepConflicts compared_conflicts(const Case& negotiation) {
    std::vector<std::size_t> sets;
    for (std::size_t bits = 1; bits < std::size_t{1} << negotiation.steps.size(); ++bits) {
        sets.push_back(bits);
    }
    std::stable_sort(sets.begin(), sets.end(), [](std::size_t a, std::size_t b) {
        return std::popcount(a) < std::popcount(b);
    });
    StepConflicts conflicts;
    std::vector<std::size_t> found;
    for (const std::size_t bits : sets) {
        const bool is_larger = std::any_of(found.begin(), found.end(),
                                           [&](std::size_t part) { return (part & bits) == part; });
        const StepSet members = members_of(bits);
        if (is_larger || order_keeping(negotiation, members)) {
            continue;
        }
        found.push_back(bits);
        if (joint_condition(negotiation, members)) {
            conflicts.sets.push_back(members);
        }
    }
    return conflicts;
}

/// One set that some outcome makes matter, where a bounded search finds it. Sets that no outcome
/// makes matter are passed by: what is left without one of their steps is looked at in turn, as in
/// Reiter's tree of hitting sets.
StepConflicts one_conflict(const Case& negotiation, const StepSet& all) {
    constexpr std::size_t most_looks = 2'000;
    StepConflicts conflicts;
    conflicts.is_complete = false;
    std::set<StepSet> seen = {all};
    std::vector<StepSet> open = {all};
    for (std::size_t at = 0; at < open.size() && at < most_looks; ++at) {
        if (order_keeping(negotiation, open[at])) {
            continue;
        }
        const StepSet conflict = minimal_conflict(negotiation, open[at]);
        if (joint_condition(negotiation, conflict)) {
            conflicts.sets.push_back(conflict);
            return conflicts;
        }
        for (const std::size_t step : conflict) {
            StepSet fewer = open[at];
            std::erase(fewer, step);
            if (seen.insert(fewer).second) {
                open.push_back(std::move(fewer));
            }
        }
    }
    return conflicts;
}

} // namespace

std::optional<std::vector<Deed>> order_keeping(const Case& negotiation, const StepSet& steps) {
    std::vector<Precedence> kept;
    std::set<Deed> deeds;
    for (const std::size_t at : steps) {
        kept.push_back(precedence_of(negotiation.steps[at]));
        deeds.insert(kept.back().first.begin(), kept.back().first.end());
        deeds.insert(kept.back().then.begin(), kept.back().then.end());
    }
    std::vector<Deed> order;
    while (!deeds.empty()) {
        const std::optional<Deed> last = next_from_the_end(deeds, kept);
        if (!last) {
            return std::nullopt;
        }
        std::erase_if(kept, [&](const Precedence& step) { return step.then.contains(*last); });
        deeds.erase(*last);
        order.push_back(*last);
    }
    std::reverse(order.begin(), order.end());
    return order;
}

std::optional<Condition> joint_condition(const Case& negotiation, const StepSet& steps) {
    Condition joint;
    const auto narrow_all = [&](const Condition& side) {
        return std::all_of(side.begin(), side.end(),
                           [&](const Literal& literal) { return narrow(joint, literal); });
    };
    for (const std::size_t at : steps) {
        const Step& step = negotiation.steps[at];
        if (!narrow_all(step.first) || !narrow_all(step.then)) {
            return std::nullopt;
        }
    }
    return joint;
}

StepSet minimal_conflict(const Case& negotiation, StepSet steps) {
    UNBRACKET_REQUIRE(!order_keeping(negotiation, steps), "no order keeps all of these steps");
    for (std::size_t i = steps.size(); i > 0; --i) {
        StepSet fewer = steps;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i - 1));
        if (!order_keeping(negotiation, fewer)) {
            steps = std::move(fewer);
        }
    }
    return steps;
}

StepConflicts find_step_conflicts(const Case& negotiation) {
    if (negotiation.steps.size() <= most_compared_steps) {
        return compared_conflicts(negotiation);
    }
    StepSet all;
    for (std::size_t at = 0; at < negotiation.steps.size(); ++at) {
        all.push_back(at);
    }
    return order_keeping(negotiation, all) ? StepConflicts() : one_conflict(negotiation, all);
}

} // namespace unbracket
