#include "unbracket/zone/synthetic.hpp"

#include "bench/enumeration.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

// The enumeration that the benchmark stands beside the engine: on games seen through by eye, and
// its shortcuts against the definition. Whether the engine agrees with it `make bench` says.

namespace unbracket {

namespace {

using bench::Product;
using bench::Scores;
using bench::Totals;

/// Two issues: a has 2 or b has 3; then a has 0, 1 or 4 and b has 4, 3 or 0.
Scores<2> small_game(std::int64_t a, std::int64_t b) {
    return {{{{2, 0}, {0, 3}}, {{0, 4}, {1, 3}, {4, 0}}}, {a, b}};
}

std::vector<Totals<2>> all_outcomes(const Scores<2>& scores) {
    std::vector<Totals<2>> all;
    bench::for_each_outcome(scores, Totals<2>{},
                            [&all](const Totals<2>& totals) { all.push_back(totals); });
    return all;
}

TEST(Enumeration, LooksAtEveryOutcomeOnce) {
    const std::vector<Totals<2>> expected = {{2, 4}, {3, 3}, {6, 0}, {0, 7}, {1, 6}, {4, 3}};
    EXPECT_EQ(all_outcomes(small_game(0, 0)), expected);
}

TEST(Enumeration, CountsEveryCombinationOfManyIssues) {
    Scores<2> scores = small_game(0, 0);
    scores.issues.push_back({{0, 0}});
    scores.issues.insert(scores.issues.begin(), {{10, 0}, {20, 0}, {30, 0}, {40, 0}});
    std::vector<Totals<2>> all = all_outcomes(scores);
    EXPECT_EQ(all.size(), 24U);
    std::sort(all.begin(), all.end());
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
    EXPECT_EQ(all.back(), (Totals<2>{46, 0}));
}

TEST(Enumeration, PicksTheBestOfEachSolution) {
    const auto best = bench::enumerate_solutions(small_game(0, 0));
    EXPECT_TRUE(best.is_found);
    EXPECT_EQ(best.largest, (Totals<2>{6, 7}));
    EXPECT_EQ(best.product, (Product{2, 12})); // of 4 and 3
    EXPECT_EQ(best.sum, 7);
    EXPECT_EQ(best.gains, (Totals<2>{3, 4}));
    EXPECT_EQ(best.whole, 42);
    EXPECT_EQ(best.shares, (Totals<2>{18, 28})); // 3/7 and 4/6
}

TEST(Enumeration, FallbacksCloseOutcomes) {
    const auto best = bench::enumerate_solutions(small_game(1, 4));
    EXPECT_EQ(best.largest, (Totals<2>{1, 2}));
    EXPECT_EQ(best.product, (Product{1, 2})); // nobody else gains where one does
    EXPECT_EQ(best.sum, 2);
    EXPECT_EQ(best.gains, (Totals<2>{0, 2}));
    EXPECT_EQ(best.shares, (Totals<2>{0, 2}));
    EXPECT_FALSE(bench::enumerate_solutions(small_game(5, 4)).is_found);
}

TEST(Enumeration, WhoCanGainNothingChangesNoShare) {
    const auto best = bench::enumerate_solutions(small_game(6, 0));
    EXPECT_TRUE(best.is_found);
    EXPECT_EQ(best.largest, (Totals<2>{0, 0}));
    EXPECT_EQ(best.product, (Product{0, 1}));
    EXPECT_EQ(best.shares, (Totals<2>{1, 1}));
}

TEST(Enumeration, ListsTheFrontierInAscendingOrder) {
    const std::vector<Totals<2>> expected = {{0, 7}, {1, 6}, {2, 4}, {4, 3}, {6, 0}};
    EXPECT_EQ(bench::enumerate_frontier(small_game(0, 0)), expected);
}

TEST(Enumeration, ReadsNumbersInTheOrderOfTheFile) {
    SyntheticOptions options;
    options.parties = 3;
    options.issues = 2;
    const Node document = synthetic_document(options).value();
    const auto scores = bench::scores_of<3>(document);
    ASSERT_EQ(scores.issues.size(), 2U);
    const Node& own = *document.find("issue")->find("i2")->find("score")->find("p3");
    EXPECT_EQ(std::to_string(scores.issues[1][3][2]), own.find("o4")->text);
    EXPECT_EQ(std::to_string(scores.fallback[1]), document.find("fallback")->find("p2")->text);
}

/// Totals that nothing else is at least as good as for everybody.
std::vector<Totals<3>> undominated(std::vector<Totals<3>> all) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::vector<Totals<3>> front;
    std::copy_if(all.begin(), all.end(), std::back_inserter(front), [&](const Totals<3>& one) {
        return std::none_of(all.begin(), all.end(), [&](const Totals<3>& other) {
            return other != one && other[0] >= one[0] && other[1] >= one[1] && other[2] >= one[2];
        });
    });
    return front;
}

TEST(EnumerationOfThree, FrontierIsWhatNothingImprovesOn) {
    SCOPED_TRACE(testing::repeat_command("EnumerationOfThree.FrontierIsWhatNothingImprovesOn"));
    const std::uint64_t first = testing::suite_seed();
    for (std::uint64_t seed = first; seed < first + testing::shared_count(50); ++seed) {
        SyntheticOptions options;
        options.parties = 3;
        options.issues = 4;
        options.scale = seed % 2 == 0 ? 0 : 100;
        options.seed = seed;
        const auto scores = bench::scores_of<3>(synthetic_document(options).value());
        std::vector<Totals<3>> all;
        bench::for_each_outcome(scores, Totals<3>{},
                                [&all](const Totals<3>& totals) { all.push_back(totals); });
        EXPECT_EQ(bench::enumerate_frontier(scores), undominated(all)) << "seed " << seed;
    }
}

} // namespace

} // namespace unbracket
