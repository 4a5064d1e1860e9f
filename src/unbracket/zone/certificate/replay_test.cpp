#include "unbracket/base/random.hpp"
#include "unbracket/zone/certificate/replay.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket::certificate {
namespace {

/// What a tree is made of, with its own storage.
struct Garden {
    Domain domain;
    Constraints constraints;
    std::vector<IssueId> order;
    std::vector<Lane> lanes;
    std::vector<Lane> own;
    std::size_t at_least = 0;

    Tree tree() const {
        Tree result{domain, order, lanes, own, at_least, constraints, {}};
        result.may_be_accepted = [](const Outcome&) { return false; };
        return result;
    }
};

Lane random_lane(Random& random, const Domain& domain) {
    Lane lane;
    lane.start = random.between(0, 12);
    for (const auto& options : domain) {
        auto& drops = lane.drops.emplace_back();
        for (std::size_t place = 0; place < options.size(); ++place) {
            drops.emplace_back(place == 0 ? 0 : -random.between(0, 6));
        }
    }
    return lane;
}

Garden random_garden(Random& random) {
    Garden garden;
    for (std::size_t issue = 0; issue < 4; ++issue) {
        auto& options = garden.domain.emplace_back();
        for (std::size_t option = 0; option < 3; ++option) {
            if (option == 0 || random.chance(3, 4)) {
                options.emplace_back(option);
            }
        }
        garden.order.emplace_back(issue);
    }
    std::swap(garden.order[0], garden.order[static_cast<std::size_t>(random.between(0, 3))]);
    for (std::int64_t i = random.between(0, 3); i > 0; --i) {
        garden.lanes.push_back(random_lane(random, garden.domain));
    }
    for (std::int64_t i = random.between(0, 3); i > 0; --i) {
        garden.own.push_back(random_lane(random, garden.domain));
    }
    garden.at_least = static_cast<std::size_t>(random.between(0, std::ssize(garden.own)));
    for (std::int64_t i = random.between(0, 3); i > 0; --i) {
        Condition condition;
        for (std::size_t issue = 0; issue < 4; ++issue) {
            if (random.chance(1, 2)) {
                condition.push_back({IssueId(issue), {OptionId(0), OptionId(2)}});
                condition.back().options.resize(static_cast<std::size_t>(random.between(1, 2)));
            }
        }
        if (random.chance(1, 2) && condition.size() > 1) {
            garden.constraints.forbidden.push_back(condition);
        } else {
            garden.constraints.at_most.push_back({1, {condition, {{IssueId(1), {OptionId(1)}}}}});
        }
    }
    // As after a propagation: no forbidden condition is already met by the domain.
    const Domain before = garden.domain;
    if (!propagate(garden.domain, garden.constraints.forbidden) || garden.domain != before) {
        return random_garden(random);
    }
    return garden;
}

/// The same walk, by recursion and the definition.
class SlowWalk {
public:
    explicit SlowWalk(const Garden& garden) : garden_(garden), outcome_(garden.domain.size()) {}

    std::uint64_t nodes() {
        if (!is_closed(0)) {
            descend(0);
        }
        return nodes_;
    }
    std::uint64_t leaves() const { return leaves_; }

private:
    void descend(std::size_t depth) {
        if (depth == garden_.order.size()) {
            ++leaves_;
            return;
        }
        const std::size_t issue = as_index(garden_.order[depth]);
        for (std::size_t place = 0; place < garden_.domain[issue].size(); ++place) {
            ++nodes_;
            outcome_[issue] = garden_.domain[issue][place];
            if (!is_closed(depth + 1)) {
                descend(depth + 1);
            }
        }
    }

    Integer bound(const Lane& lane, std::size_t depth) const {
        Integer sum = lane.start;
        for (std::size_t i = 0; i < depth; ++i) {
            const std::size_t issue = as_index(garden_.order[i]);
            const auto& options = garden_.domain[issue];
            const auto at = std::find(options.begin(), options.end(), outcome_[issue]);
            sum += lane.drops[issue][static_cast<std::size_t>(at - options.begin())];
        }
        return sum;
    }

    /// Every completion within the domain has the condition.
    bool is_met(const Condition& condition, std::size_t depth) const {
        return std::all_of(condition.begin(), condition.end(), [&](const Literal& literal) {
            std::vector<OptionId> left = garden_.domain[as_index(literal.issue)];
            for (std::size_t i = 0; i < depth; ++i) {
                if (garden_.order[i] == literal.issue) {
                    left = {outcome_[as_index(literal.issue)]};
                }
            }
            return std::includes(literal.options.begin(), literal.options.end(), left.begin(),
                                 left.end());
        });
    }

    bool is_closed(std::size_t depth) const {
        std::size_t willing = 0;
        for (const Lane& lane : garden_.own) {
            willing += bound(lane, depth) >= 0 ? std::size_t{1} : std::size_t{0};
        }
        const bool is_below = std::any_of(garden_.lanes.begin(), garden_.lanes.end(),
                                          [&](const Lane& lane) { return bound(lane, depth) < 0; });
        return is_below || willing < garden_.at_least || (depth > 0 && breaks_a_rule(depth));
    }

    bool breaks_a_rule(std::size_t depth) const {
        const Constraints& rules = garden_.constraints;
        const auto holds_here = [&](const Condition& condition) {
            return is_met(condition, depth);
        };
        return std::any_of(rules.forbidden.begin(), rules.forbidden.end(), holds_here) ||
               std::any_of(rules.at_most.begin(), rules.at_most.end(), [&](const AtMost& rule) {
                   return std::count_if(rule.conditions.begin(), rule.conditions.end(),
                                        holds_here) > rule.count;
               });
    }

    const Garden& garden_;
    Outcome outcome_;
    std::uint64_t nodes_ = 0;
    std::uint64_t leaves_ = 0;
};

void widen(Lane& lane, unsigned bits) {
    lane.start <<= bits;
    for (auto& drops : lane.drops) {
        for (Integer& drop : drops) {
            drop *= Integer(1) << bits;
        }
    }
}

/// Wider numbers that say the same.
Garden widened(Garden garden, unsigned bits) {
    for (Lane& lane : garden.lanes) {
        widen(lane, bits);
    }
    for (Lane& lane : garden.own) {
        widen(lane, bits);
    }
    return garden;
}

TEST(Replay, WalksTheTreeOfItsDefinitionInEveryWidth) {
    Random random(testing::suite_seed());
    std::size_t with_leaves = 0;
    for (int round = 0; round < 2'000; ++round) {
        const Garden garden = random_garden(random);
        SlowWalk slow(garden);
        const std::uint64_t nodes = slow.nodes();
        with_leaves += slow.leaves() > 0 ? std::size_t{1} : std::size_t{0};
        for (const unsigned bits : {0U, 70U, 200U}) {
            const Garden wide = widened(garden, bits);
            Budget budget;
            const Replayed replayed = replay(wide.tree(), nodes, budget);
            EXPECT_EQ(replayed.end, ReplayEnd::proved) << "round " << round;
            EXPECT_EQ(replayed.nodes, nodes) << "round " << round;
            EXPECT_EQ(Budget().leaf_tests - budget.leaf_tests, slow.leaves()) << "round " << round;
            EXPECT_EQ(Budget().nodes - budget.nodes, nodes);
        }
        if (nodes > 0) {
            Budget budget;
            EXPECT_EQ(replay(garden.tree(), nodes - 1, budget).end, ReplayEnd::too_many_nodes);
        }
    }
    EXPECT_GT(with_leaves, 100U);
}

TEST(Replay, StopsAtTheFirstOutcomeThatMayBeAccepted) {
    Garden garden;
    garden.domain = {{OptionId(0), OptionId(1)}, {OptionId(0), OptionId(1)}};
    garden.order = {IssueId(1), IssueId(0)};
    Tree tree = garden.tree();
    const Outcome wanted = {OptionId(0), OptionId(1)};
    tree.may_be_accepted = [&wanted](const Outcome& outcome) { return outcome == wanted; };
    Budget budget;
    const Replayed replayed = replay(tree, 100, budget);
    EXPECT_EQ(replayed.end, ReplayEnd::refuted);
    EXPECT_EQ(replayed.refuted_by, wanted);
    EXPECT_EQ(replayed.nodes, 5U);
}

TEST(Replay, StopsWhenSomebodyAsksForIt) {
    Garden garden;
    garden.domain = {{OptionId(0), OptionId(1)}};
    garden.order = {IssueId(0)};
    CancelFlag cancel;
    Budget budget;
    budget.cancel = &cancel;
    EXPECT_EQ(replay(garden.tree(), 100, budget).end, ReplayEnd::proved);
    cancel.raise();
    EXPECT_EQ(replay(garden.tree(), 100, budget).end, ReplayEnd::stopped);
}

TEST(Replay, SpendsNoMoreThanItsBudget) {
    Garden garden;
    garden.domain = {{OptionId(0), OptionId(1)}, {OptionId(0), OptionId(1)}};
    garden.order = {IssueId(0), IssueId(1)};
    Budget few_nodes;
    few_nodes.nodes = 5;
    EXPECT_EQ(replay(garden.tree(), 100, few_nodes).end, ReplayEnd::too_many_nodes);
    EXPECT_EQ(few_nodes.nodes, 0U);
    Budget few_tests;
    few_tests.leaf_tests = 3;
    EXPECT_EQ(replay(garden.tree(), 100, few_tests).end, ReplayEnd::too_many_tests);
}

} // namespace
} // namespace unbracket::certificate
