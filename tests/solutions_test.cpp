#include "unbracket/base/random.hpp"
#include "unbracket/frontier/solution_space.hpp"
#include "unbracket/frontier/solutions.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/contradiction.hpp"

#include "tests/best_gains.hpp"
#include "tests/bind_text.hpp"
#include "tests/central_gains.hpp"
#include "tests/random_cases.hpp"
#include "tests/support/suite.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

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

void expect_points_are_outcomes(const Solved& all) {
    for (const auto& solution : all.solutions.by_kind) {
        for (std::size_t at = 0; solution && at < solution->ties.size(); ++at) {
            const SolutionPoint& tie = solution->ties[at];
            EXPECT_EQ(all.table.totals(tie.choice), tie.totals);
            EXPECT_TRUE(breaks_no_constraint(all.table.problem, tie.choice));
        }
    }
}

void expect_same_solutions(const Case& whole, const SolutionOptions& options) {
    const auto readings = readings_of(whole, appraise(whole));
    if (readings.empty()) {
        return;
    }
    const GainCounts zone = reference::all_gains(whole, readings, true);
    const GainCounts feasible = reference::all_gains(whole, readings, false);
    const Solved all = solved(whole, options);
    EXPECT_EQ(all.solutions.zone, zone.empty() ? ZoneState::empty : ZoneState::found);
    for (const SolutionKind kind : all_solution_kinds) {
        SCOPED_TRACE("solution " + std::to_string(static_cast<int>(kind)));
        EXPECT_EQ(ties_of(all, kind), testing::best_gains(kind, zone, feasible));
        if (const auto& solution = all.solutions.of(kind)) {
            EXPECT_EQ(solution->proved, Proved::optimal);
            EXPECT_EQ(solution->gap, Rational());
            EXPECT_TRUE(solution->has_all_ties);
        }
    }
    expect_points_are_outcomes(all);
}

/// Read off the frontier where that can be, and searched.
void expect_same_solutions_both_ways(const Case& whole) {
    expect_same_solutions(whole, {});
    expect_same_solutions(whole, {.may_read_frontier = false});
}

template <class Visit>
void for_each_random_case(std::size_t full, const testing::RandomCaseOptions& options,
                          Visit visit) {
    testing::for_each_random_case(full, options, "Solutions*.*", visit);
}

/// Two issues of two options with these scores of A and B, and their fallbacks.
Case small_case(const std::string& a, const std::string& b, const std::string& fallbacks) {
    const std::string text = "unbracket = 1\n[party]\na = { name = \"A\" }\nb = { name = \"B\" }\n"
                             "[issue.one]\noption = [\"x\", \"y\"]\nscore.a = " +
                             a + "\nscore.b = " + b +
                             "\n[issue.two]\noption = [\"x\", \"y\"]\nscore.a = { x = 1, y = 0 }\n"
                             "score.b = { x = 0, y = 1 }\n[fallback]\n" +
                             fallbacks;
    const testing::TemporaryFolder folder("solutions");
    const std::string file = folder.put("case.toml", text);
    return open_case({.files = {file}}).value().negotiation;
}

Case catalog_case(const std::string& name) {
    const std::string file = testing::repository_root() + "/catalog/" + name + "/case.toml";
    return open_case({.files = {file}}).value().negotiation;
}

Rational sum_of_values(const Solved& all, SolutionKind kind) {
    Rational sum;
    const SolutionPoint& point = all.solutions.of(kind)->ties.front();
    for (std::size_t at = 0; at < point.totals.size(); ++at) {
        sum += all.table.columns[at].value(point.totals[at]);
    }
    return sum;
}

void expect_harbour(const std::string& name, const std::array<std::int64_t, 4>& published) {
    const Solved all = solved(catalog_case(name));
    EXPECT_EQ(all.solutions.of(SolutionKind::nash)->measure, Rational(published[0]));
    EXPECT_EQ(all.solutions.of(SolutionKind::egalitarian)->measure, Rational(published[1]));
    EXPECT_EQ(sum_of_values(all, SolutionKind::utilitarian), Rational(published[2]));
    EXPECT_EQ(sum_of_values(all, SolutionKind::utilitarian_anywhere), Rational(published[3]));
}

} // namespace

TEST(SolutionsOfTheCatalog, HaveThePublishedValues) {
    expect_harbour("score-games/harbour-6", {6'031'872, 3, 391, 412});
    expect_harbour("score-games/harbour-7", {267'079'680, 8, 496, 517});
}

TEST(SolutionsOfTheCatalog, GiveBothPartiesOfPanamaThePublishedPoint) {
    const Solved all = solved(catalog_case("treaties/panama-1974"));
    const reference::Gains point = {Rational(64), Rational(68)};
    for (const SolutionKind kind :
         {SolutionKind::nash, SolutionKind::egalitarian, SolutionKind::utilitarian}) {
        EXPECT_EQ(ties_of(all, kind).count(point), 1U);
    }
    EXPECT_EQ(ties_of(all, SolutionKind::nash).size(), 1U);
    EXPECT_EQ(ties_of(all, SolutionKind::egalitarian).size(), 1U);
}

TEST(Solutions, AreNoneWhereTheZoneIsEmpty) {
    const Solved all = solved(small_case("{ x = 3, y = 0 }", "{ x = 0, y = 3 }", "a = 4\nb = 4\n"));
    EXPECT_EQ(all.solutions.zone, ZoneState::empty);
    EXPECT_FALSE(all.solutions.of(SolutionKind::nash));
    EXPECT_FALSE(all.solutions.of(SolutionKind::kalai_smorodinsky));
    EXPECT_EQ(all.solutions.of(SolutionKind::utilitarian_anywhere)->measure, Rational(-4));
}

TEST(Solutions, CountTiesOfOutcomesThatAreEquallyGood) {
    const Solved all = solved(small_case("{ x = 1, y = 0 }", "{ x = 0, y = 1 }", "a = 0\nb = 0\n"));
    const GainCounts egalitarian = ties_of(all, SolutionKind::egalitarian);
    const GainCounts expected = {{{Rational(1), Rational(1)}, 2}};
    EXPECT_EQ(egalitarian, expected);
    EXPECT_EQ(ties_of(all, SolutionKind::utilitarian).size(), 3U);
}

TEST(Solutions, OfAPartyThatCannotGainLookAtTheOthersProduct) {
    const Solved all = solved(small_case("{ x = 2, y = 2 }", "{ x = 5, y = 4 }", "a = 3\nb = 0\n"));
    const GainCounts expected = {{{Rational(0), Rational(5)}, 1}};
    EXPECT_EQ(ties_of(all, SolutionKind::nash), expected);
    EXPECT_EQ(ties_of(all, SolutionKind::kalai_smorodinsky), expected);
    EXPECT_EQ(all.solutions.of(SolutionKind::nash)->measure, Rational(5));
}

TEST(Solutions, WithinAToleranceAreNoWorseThanTheyClaim) {
    for_each_random_case(2'000, {.most_parties = 4}, [](const Case& whole) {
        const Solved exact = solved(whole);
        const Solved near =
            solved(whole, {.tolerance = Rational(1, 10), .may_read_frontier = false});
        for (const SolutionKind kind : all_solution_kinds) {
            const auto& best = exact.solutions.of(kind);
            const auto& found = near.solutions.of(kind);
            if (kind == SolutionKind::kalai_smorodinsky || !best || !found) {
                continue;
            }
            const bool counts_alike = kind != SolutionKind::nash ||
                                      exact.solutions.largest_gains == near.solutions.largest_gains;
            if (counts_alike) {
                EXPECT_LE(best->measure, found->measure + *found->gap);
            }
            EXPECT_EQ(found->proved, Proved::within);
        }
    });
}

TEST(Solutions, ThatAreCutSayHowMuchMoreThereMayBe) {
    for_each_random_case(2'000, {.most_parties = 5}, [](const Case& whole) {
        const Solved exact = solved(whole);
        const Solved cut = solved(whole, {.node_budget = 3, .may_read_frontier = false});
        for (const SolutionKind kind : {SolutionKind::egalitarian, SolutionKind::utilitarian,
                                        SolutionKind::utilitarian_anywhere}) {
            const auto& found = cut.solutions.of(kind);
            if (found && found->gap) {
                EXPECT_LE(exact.solutions.of(kind)->measure, found->measure + *found->gap);
            }
        }
    });
}

TEST(Solutions, WithinAToleranceAreCutWhereALargestGainIs) {
    const Rational tolerance(1, 10);
    std::size_t cut = 0, within = 0;
    for_each_random_case(2'000, {.most_parties = 4}, [&](const Case& whole) {
        const CentralCase central = central_case(whole, appraise(whole));
        const Solved exact = solved(whole);
        const Solved near =
            solved(whole, {.tolerance = tolerance, .node_budget = 1, .may_read_frontier = false});
        const auto& found = near.solutions.of(SolutionKind::kalai_smorodinsky);
        if (!found || found->proved == Proved::cut) {
            cut += found ? 1U : 0U;
            return;
        }
        ++within;
        const SolutionSpace space(near.table, gain_parts(central, near.table), tolerance);
        for (std::size_t at = 0; at < near.solutions.largest_gains.size(); ++at) {
            EXPECT_LE(exact.solutions.largest_gains[at],
                      near.solutions.largest_gains[at] + space.columns()[at].tolerance);
        }
    });
    EXPECT_GT(within, 0U);
    EXPECT_GT(cut, 0U) << "or the test shows nothing";
}

TEST(Solutions, OfRandomCasesOfEveryKindAreThoseOfTheReference) {
    for_each_random_case(8'000, {.most_parties = 5}, expect_same_solutions_both_ways);
}

TEST(Solutions, OfRandomCasesOfSingleNumbersAreThoseOfTheReference) {
    for_each_random_case(8'000, {.most_parties = 4, .single_numbers_only = true},
                         expect_same_solutions_both_ways);
}

} // namespace unbracket
