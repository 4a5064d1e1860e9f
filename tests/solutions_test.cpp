#include "unbracket/base/random.hpp"
#include "unbracket/frontier/solutions.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/contradiction.hpp"

#include "tests/bind_text.hpp"
#include "tests/central_gains.hpp"
#include "tests/random_case.hpp"
#include "tests/reference/solutions.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// Solutions against the enumerating reference, and published values.

namespace unbracket {

namespace {

using reference::GainCounts;
using testing::gains_of;
using testing::readings_of;

struct Solved {
    GainTable table;
    Solutions solutions;
};

Solved solved(const Case& whole, const SolutionOptions& options = {}) {
    const CentralCase central = central_case(whole, appraise(whole));
    Solved result{gain_table(central), {}};
    result.solutions = find_solutions(central, result.table, options);
    return result;
}

GainCounts ties_of(const Solved& all, SolutionKind kind) {
    GainCounts counts;
    const auto& solution = all.solutions.of(kind);
    for (std::size_t at = 0; solution && at < solution->ties.size(); ++at) {
        counts[gains_of(all.table, solution->ties[at].totals)] += solution->ties[at].outcomes;
    }
    return counts;
}

GainCounts expected_of(SolutionKind kind, const GainCounts& zone, const GainCounts& feasible) {
    switch (kind) {
    case SolutionKind::nash:
        return reference::nash(zone);
    case SolutionKind::egalitarian:
        return reference::egalitarian(zone);
    case SolutionKind::kalai_smorodinsky:
        return reference::kalai_smorodinsky(zone);
    case SolutionKind::utilitarian:
        return reference::utilitarian(zone);
    case SolutionKind::utilitarian_anywhere:
        return reference::utilitarian(feasible);
    }
    return {};
}

void expect_points_are_outcomes(const Solved& all) {
    for (const auto& solution : all.solutions.by_kind) {
        for (std::size_t at = 0; solution && at < solution->ties.size(); ++at) {
            const SolutionPoint& tie = solution->ties[at];
            EXPECT_EQ(all.table.totals(tie.choice), tie.totals);
            EXPECT_TRUE(breaks_no_constraint(all.table.problem, tie.choice));
        }
    }
}

void expect_same_solutions(const Case& whole) {
    const auto readings = readings_of(whole, appraise(whole));
    if (readings.empty()) {
        return;
    }
    const GainCounts zone = reference::all_gains(whole, readings, true);
    const GainCounts feasible = reference::all_gains(whole, readings, false);
    const Solved all = solved(whole);
    EXPECT_EQ(all.solutions.zone, zone.empty() ? ZoneState::empty : ZoneState::found);
    for (const SolutionKind kind : all_solution_kinds) {
        SCOPED_TRACE("solution " + std::to_string(static_cast<int>(kind)));
        EXPECT_EQ(ties_of(all, kind), expected_of(kind, zone, feasible));
        if (const auto& solution = all.solutions.of(kind)) {
            EXPECT_EQ(solution->proved, Proved::optimal);
            EXPECT_EQ(solution->gap, Rational());
            EXPECT_TRUE(solution->has_all_ties);
        }
    }
    expect_points_are_outcomes(all);
}

template <class Visit>
void for_each_random_case(std::size_t full, const testing::RandomCaseOptions& options,
                          Visit visit) {
    for (std::uint64_t index = 0; index < testing::shared_count(full); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("Solutions*.*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        const Case whole = bind_case(testing::random_case_document(random, options)).value();
        if (!find_contradiction(whole, appraise(whole))) {
            visit(whole);
        }
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

} // namespace

TEST(Solutions, OfRandomCasesOfEveryKindAreThoseOfTheReference) {
    for_each_random_case(8'000, {.most_parties = 5}, expect_same_solutions);
}

TEST(Solutions, OfRandomCasesOfSingleNumbersAreThoseOfTheReference) {
    for_each_random_case(8'000, {.most_parties = 4, .single_numbers_only = true},
                         expect_same_solutions);
}

} // namespace unbracket
