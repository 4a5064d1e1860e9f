#include "unbracket/base/random.hpp"
#include "unbracket/zone/certificate/constraint.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket::certificate {
namespace {

Literal literal(std::size_t issue, std::vector<std::size_t> options) {
    Literal result{IssueId(issue), {}};
    for (const std::size_t option : options) {
        result.options.emplace_back(option);
    }
    return result;
}

Domain whole_domain(std::size_t issues, std::size_t options) {
    Domain domain(issues);
    for (auto& here : domain) {
        for (std::size_t option = 0; option < options; ++option) {
            here.emplace_back(option);
        }
    }
    return domain;
}

Case with_issues(std::size_t issues, std::size_t options) {
    Case given;
    given.issues.resize(issues);
    for (Issue& issue : given.issues) {
        issue.options.resize(options);
    }
    return given;
}

TEST(Implication, ForbidsItsPremiseWithoutEachPartOfItsConclusion) {
    Case given = with_issues(3, 2);
    Rule rule;
    rule.body = Implication{{literal(0, {0})}, {literal(1, {0}), literal(2, {1})}};
    given.rules.push_back(rule);
    const Constraints constraints = plan_constraints(given);
    const std::vector<Condition> expected = {{literal(0, {0}), literal(1, {1})},
                                             {literal(0, {0}), literal(2, {0})}};
    EXPECT_EQ(constraints.forbidden, expected);
}

TEST(Implication, OnOneIssueMeetsItself) {
    Case given = with_issues(1, 3);
    Rule rule;
    rule.body = Implication{{literal(0, {0, 1})}, {literal(0, {1, 2})}};
    given.rules = {rule};
    EXPECT_EQ(plan_constraints(given).forbidden, (std::vector<Condition>{{literal(0, {0})}}));
    given.rules[0].body = Implication{{literal(0, {0, 1})}, {literal(0, {0, 1})}};
    EXPECT_TRUE(plan_constraints(given).forbidden.empty());
}

TEST(LimitOfAParty, IsNoConstraintOfThePlanUnlessItIsANorm) {
    Case given = with_issues(2, 2);
    given.parties.resize(1);
    given.limits = {
        Limit{.party = PartyId(0), .sense = LimitSense::never, .body = {literal(0, {1})}}};
    EXPECT_TRUE(plan_constraints(given).forbidden.empty());
    EXPECT_EQ(forbidden_by(given, PartyId(0)).size(), 1U);
    given.limits[0].party.reset();
    EXPECT_EQ(plan_constraints(given).forbidden.size(), 1U);
    EXPECT_TRUE(forbidden_by(given, PartyId(0)).empty());
    given.limits[0].is_on = false;
    EXPECT_TRUE(plan_constraints(given).forbidden.empty());
}

TEST(Propagation, FollowsChainsToTheirEnd) {
    Domain domain = whole_domain(3, 2);
    domain[0] = {OptionId(0)};
    const std::vector<Condition> chain = {{literal(1, {1}), literal(2, {1})},
                                          {literal(0, {0}), literal(1, {0})}};
    EXPECT_TRUE(propagate(domain, chain));
    EXPECT_EQ(domain[1], (std::vector<OptionId>{OptionId(1)}));
    EXPECT_EQ(domain[2], (std::vector<OptionId>{OptionId(0)}));
}

TEST(Propagation, SeesThatNothingIsLeft) {
    Domain domain = whole_domain(2, 2);
    EXPECT_FALSE(propagate(domain, {{literal(0, {0, 1})}}));
    Domain other = whole_domain(2, 2);
    EXPECT_FALSE(propagate(other, {{literal(0, {0})}, {literal(0, {1}), literal(1, {0, 1})}}));
    Domain emptied = whole_domain(2, 2);
    emptied[1].clear();
    EXPECT_FALSE(propagate(emptied, {}));
}

Literal random_literal(Random& random, std::size_t issue, std::size_t options) {
    Literal chosen{IssueId(issue), {}};
    for (std::size_t option = 0; option < options; ++option) {
        if (random.chance(1, 2)) {
            chosen.options.emplace_back(option);
        }
    }
    return chosen;
}

std::vector<Condition> random_conditions(Random& random, std::size_t issues, std::size_t options) {
    std::vector<Condition> conditions;
    for (std::int64_t i = random.between(0, 6); i > 0; --i) {
        Condition condition;
        for (std::size_t issue = 0; issue < issues; ++issue) {
            Literal chosen = random_literal(random, issue, options);
            if (!chosen.options.empty() && random.chance(1, 2)) {
                condition.push_back(std::move(chosen));
            }
        }
        if (!condition.empty()) {
            conditions.push_back(std::move(condition));
        }
    }
    return conditions;
}

TEST(Propagation, TakesAwayOnlyWhatNoAllowedOutcomeUses) {
    Random random(testing::suite_seed());
    std::size_t emptied = 0;
    for (int round = 0; round < 2'000; ++round) {
        const std::vector<Condition> forbidden = random_conditions(random, 3, 3);
        Domain domain = whole_domain(3, 3);
        const bool is_left = propagate(domain, forbidden);
        emptied += is_left ? 0 : 1;
        for (std::size_t code = 0; code < 27; ++code) {
            const Outcome outcome = {OptionId(code % 3), OptionId(code / 3 % 3),
                                     OptionId(code / 9)};
            if (meets_any(forbidden, outcome)) {
                continue;
            }
            EXPECT_TRUE(is_left) << "round " << round;
            for (std::size_t issue = 0; issue < 3; ++issue) {
                const auto& left = domain[issue];
                EXPECT_NE(std::find(left.begin(), left.end(), outcome[issue]), left.end())
                    << "round " << round;
            }
        }
    }
    EXPECT_GT(emptied, 20U);
}

TEST(AtMostRule, CountsConditionsThatHold) {
    Constraints constraints;
    constraints.at_most = {AtMost{1, {{literal(0, {0})}, {literal(1, {0})}, {literal(0, {1})}}}};
    EXPECT_FALSE(is_allowed(constraints, {OptionId(0), OptionId(0)}));
    EXPECT_TRUE(is_allowed(constraints, {OptionId(0), OptionId(1)}));
    EXPECT_FALSE(is_allowed(constraints, {OptionId(1), OptionId(0)}));
}

} // namespace
} // namespace unbracket::certificate
