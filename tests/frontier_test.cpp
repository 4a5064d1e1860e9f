#include "unbracket/base/random.hpp"
#include "unbracket/frontier/additive.hpp"
#include "unbracket/frontier/frontier.hpp"
#include "unbracket/frontier/label_search.hpp"
#include "unbracket/frontier/zone_front.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/contradiction.hpp"

#include "tests/bind_text.hpp"
#include "tests/central_gains.hpp"
#include "tests/random_cases.hpp"
#include "tests/reference/frontier.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/gain_tables.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <sys/resource.h>

#include <algorithm>

// Frontiers against the enumerating reference, published counts, and what a cover promises.

namespace unbracket {

namespace {

using reference::Among;
using reference::Gains;
using testing::gains_of;
using testing::readings_of;

void expect_points_are_outcomes(const GainTable& table, const Frontier& frontier) {
    for (const EfficientPoint& point : frontier.points) {
        EXPECT_EQ(table.totals(point.choice), point.totals);
        EXPECT_TRUE(breaks_no_constraint(table.problem, point.choice));
    }
}

/// The same gains, and nowhere more outcomes.
void expect_counted_below(const std::map<Gains, std::uint64_t>& found,
                          const std::map<Gains, std::uint64_t>& expected) {
    EXPECT_EQ(found.size(), expected.size());
    for (const auto& [gains, count] : found) {
        const auto same = expected.find(gains);
        EXPECT_TRUE(same != expected.end() && count <= same->second);
    }
}

/// The zone may reach beyond what keeps the limits of all who count.
ZoneFront frontier_among(const CentralCase& central, Among among, FrontierOptions options) {
    options.zone_only = among == Among::zone;
    auto zone = options.zone_only ? zone_front(central, options) : std::nullopt;
    if (zone) {
        return std::move(*zone);
    }
    GainTable table = gain_table(central);
    Frontier frontier = find_frontier(table, options);
    return {std::move(table), std::move(frontier)};
}

void expect_same_frontier(const Case& whole, Among among) {
    const Appraisal appraisal = appraise(whole);
    const CentralCase central = central_case(whole, appraisal);
    const auto [table, frontier] = frontier_among(central, among, {.most_listed = 100'000});
    EXPECT_TRUE(is_zone_whole(central));
    const auto expected = reference::frontier(whole, readings_of(whole, appraisal), among);
    EXPECT_EQ(frontier.end, FrontierEnd::complete);
    EXPECT_EQ(frontier.size, frontier.points.size());
    std::map<Gains, std::uint64_t> found;
    for (const EfficientPoint& point : frontier.points) {
        found[gains_of(table, point.totals)] += point.outcomes;
    }
    if (frontier.is_counted) {
        EXPECT_EQ(found, expected);
    }
    expect_counted_below(found, expected);
    expect_points_are_outcomes(table, frontier);
}

/// Every efficient outcome lies within the slack of one listed outcome for all parties.
void expect_cover(const GainTable& table, const Frontier& all, const Frontier& cover) {
    expect_points_are_outcomes(table, cover);
    if (cover.end == FrontierEnd::cut) {
        return;
    }
    for (const EfficientPoint& point : all.points) {
        const bool is_covered = std::any_of(
            cover.points.begin(), cover.points.end(), [&](const EfficientPoint& listed) {
                for (std::size_t at = 0; at < point.totals.size(); ++at) {
                    if (point.totals[at] > listed.totals[at] + cover.slack[at]) {
                        return false;
                    }
                }
                return true;
            });
        EXPECT_TRUE(is_covered);
    }
}

template <class Visit>
void for_each_random_case(std::size_t full, const testing::RandomCaseOptions& options,
                          Visit visit) {
    testing::for_each_random_case(full, options, "Frontier*.*", visit);
}

Case catalog_case(const std::string& name) {
    const std::string file = testing::repository_root() + "/catalog/" + name + "/case.toml";
    return open_case({.files = {file}}).value().negotiation;
}

/// How many different efficient combinations of gains there are.
std::uint64_t frontier_size(const Case& whole) {
    const GainTable table = gain_table(central_case(whole, appraise(whole)));
    const Frontier frontier = find_frontier(table);
    EXPECT_EQ(frontier.end, FrontierEnd::complete);
    return frontier.size;
}

} // namespace

TEST(Frontier, OfRandomCasesOfEveryKindIsThatOfTheReference) {
    for_each_random_case(8'000, {.most_parties = 5}, [](const Case& whole) {
        expect_same_frontier(whole, Among::feasible);
        expect_same_frontier(whole, Among::zone);
    });
}

TEST(Frontier, OfRandomCasesOfSingleNumbersIsThatOfTheReference) {
    for_each_random_case(4'000, {.most_parties = 4, .single_numbers_only = true},
                         [](const Case& whole) {
                             expect_same_frontier(whole, Among::feasible);
                             expect_same_frontier(whole, Among::zone);
                         });
}

TEST(Frontier, IsCoveredWithinTheStatedSlackWhenTheBudgetRunsOut) {
    for_each_random_case(2'000, {.most_parties = 5}, [](const Case& whole) {
        const GainTable table = gain_table(central_case(whole, appraise(whole)));
        if (table.is_empty) {
            return;
        }
        for (const bool zone_only : {false, true}) {
            const Frontier all = search_labels(table, {.zone_only = zone_only});
            const Frontier cover =
                search_labels(table, {.zone_only = zone_only, .comparison_budget = 20});
            expect_cover(table, all, cover);
        }
    });
}

TEST(Frontier, OfTheWholeZoneIsCoveredWithinTheStatedSlackToo) {
    std::uint64_t covers = 0;
    for_each_random_case(8'000, {.most_parties = 5}, [&](const Case& whole) {
        const CentralCase central = central_case(whole, appraise(whole));
        const auto all = zone_front(central, {.most_listed = 100'000});
        const auto cover = zone_front(central, {.comparison_budget = 20});
        ASSERT_EQ(all.has_value(), cover.has_value());
        if (all && all->frontier.end == FrontierEnd::complete) {
            expect_cover(all->table, all->frontier, cover->frontier);
            covers += cover->frontier.end == FrontierEnd::covered ? 1U : 0U;
        }
    });
    EXPECT_GT(covers, 0U);
}

TEST(Frontier, IsCutWhereACoverMayTakeNoComparison) {
    const Case whole = catalog_case("score-games/harbour-6");
    const GainTable table = gain_table(central_case(whole, appraise(whole)));
    const Frontier cut = search_labels(table, {.comparison_budget = 20, .cover_budget = 20});
    EXPECT_EQ(cut.end, FrontierEnd::cut);
    EXPECT_TRUE(cut.points.empty());
}

TEST(Frontier, ARaisedFlagEndsEveryMethodAndNothingIsClaimed) {
    CancelFlag cancel;
    cancel.raise();
    for (const char* name : {"score-games/harbour-6", "treaties/panama-1974"}) {
        const Case whole = catalog_case(name);
        const CentralCase central = central_case(whole, appraise(whole));
        const GainTable table = gain_table(central);
        EXPECT_EQ(find_frontier(table, {.cancel = &cancel}).end, FrontierEnd::cut) << name;
        EXPECT_EQ(search_labels(table, {.cancel = &cancel}).end, FrontierEnd::cut) << name;
        const Solutions solutions = find_solutions(central, table, {.cancel = &cancel});
        for (const auto& solution : solutions.by_kind) {
            EXPECT_TRUE(!solution || solution->proved == Proved::cut) << name;
        }
    }
}

TEST(Frontier, ARaisedFlagEndsTablesAndLookUps) {
    const Case whole = catalog_case("treaties/panama-1974");
    const GainTable table = gain_table(central_case(whole, appraise(whole)));
    auto problem = additive_problem(table);
    const Front front = additive_front(*problem);
    CancelFlag cancel;
    cancel.raise();
    problem->cancel = &cancel;
    EXPECT_TRUE(list_front(*problem).was_stopped);
    EXPECT_TRUE(dense_front(*problem).was_stopped);
    EXPECT_TRUE(recover(*problem, front).was_stopped);
    EXPECT_FALSE(additive_problem(table, &cancel));
}

TEST(FrontierLong, KeepsToItsMemoryWithThousandsOfOptions) {
    // Without a bound the second stage would hold nine million partial outcomes of twelve totals.
    Random random(7);
    testing::PlainIssues issues(3);
    for (auto& options : issues) {
        options.assign(3'000, std::vector<std::int64_t>(12));
        for (auto& option : options) {
            std::generate(option.begin(), option.end(), [&] { return random.between(0, 1'000); });
        }
    }
    const GainTable table = testing::table_of(issues);
    const Frontier found = search_labels(table, {.comparison_budget = 1'000'000});
    EXPECT_NE(found.end, FrontierEnd::complete);
    expect_points_are_outcomes(table, found);
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    EXPECT_LT(used.ru_maxrss, 1'500'000) << "kilobytes";
}

TEST(FrontierOfTheCatalog, HasThePublishedNumberOfOutcomes) {
    EXPECT_EQ(frontier_size(catalog_case("score-games/harbour-6")), 481U);
    EXPECT_EQ(frontier_size(catalog_case("score-games/harbour-7")), 1'360U);
    EXPECT_EQ(frontier_size(catalog_case("treaties/panama-1974")), 20U);
}

} // namespace unbracket
