#include "unbracket/report/frontier_json.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace unbracket {
namespace {

using testing::shown;

struct Written {
    LoadedCase loaded;
    EfficientOutcomes efficient;

    explicit Written(const std::string& text, const FrontierOptions& options = {})
        : loaded(testing::loaded_value("{ unbracket = 1, " + text + " }")),
          efficient(efficient_outcomes(loaded, options).value()) {}

    Node json(const JsonOptions& options = {}) const {
        return frontier_json(loaded.negotiation, efficient, options);
    }
};

const std::string opposed =
    "party = { zeta = {}, alta = {} }, issue.x = { option = [a, b], score = { "
    "alta = { a = 0, b = 1 }, zeta = { a = 3, b = 2 } } }, fallback = { alta = 0.5, zeta = 0 }";

TEST(FrontierJson, SaysWhatWasAskedAndHowCompleteTheAnswerIs) {
    const Node json = Written(opposed).json();
    EXPECT_EQ(shown(json, "among"), "\"feasible\"");
    EXPECT_EQ(shown(json, "reading"), "\"single\"");
    EXPECT_EQ(shown(json, "unknown_options"), "0");
    EXPECT_EQ(shown(json, "complete"), "true");
    EXPECT_EQ(shown(json, "guarantee"), "null");
    EXPECT_EQ(shown(json, "count"), "2");
    EXPECT_EQ(shown(json, "alike_exact"), "true");
    EXPECT_EQ(shown(Written(opposed, {.zone_only = true}).json(), "among"), "\"zone\"");
}

TEST(FrontierJson, HoldsOutcomesWithValuesAndGainsInTheOrderOfTheFile) {
    const Node json = Written(opposed).json();
    ASSERT_EQ(json.find("outcomes")->items.size(), 2U);
    std::vector<std::string> outcomes;
    for (const Node& outcome : json.find("outcomes")->items) {
        outcomes.push_back(shown(outcome));
    }
    std::sort(outcomes.begin(), outcomes.end());
    EXPECT_EQ(outcomes[0], "{outcome: {x: \"a\"}, values: {zeta: 3, alta: 0}, "
                           "gains: {zeta: 3, alta: -0.5}, alike: 1}");
    EXPECT_EQ(outcomes[1], "{outcome: {x: \"b\"}, values: {zeta: 2, alta: 1}, "
                           "gains: {zeta: 2, alta: 0.5}, alike: 1}");
}

TEST(FrontierJson, WritesFractionsExactlyWhereAskedTo) {
    const std::string thirds =
        "party.alta = {}, issue = { x = { option = [a], weight.alta = 1, stance.alta.a = 50 }, "
        "y = { option = [b], weight.alta = 2, stance.alta.b = 0 } }, fallback.alta = 0";
    const Node exact = Written(thirds).json({.numbers = JsonNumbers::exact});
    EXPECT_EQ(shown(exact.find("outcomes")->items.front(), "values"), "{alta: \"50/3\"}");
    const Node decimal = Written(thirds).json();
    EXPECT_EQ(shown(decimal.find("outcomes")->items.front(), "values"), "{alta: 16.6666666667}");
}

TEST(FrontierJson, OfRangesHoldsGainsOverAllReadings) {
    const Node json = Written("party.alta = {}, issue.x = { option = [a], score.alta.a = [2, 6] }, "
                              "fallback.alta = 1")
                          .json();
    EXPECT_EQ(shown(json, "reading"), "\"central\"");
    EXPECT_EQ(shown(json.find("outcomes")->items.front(), "gain_ranges"), "{alta: [1, 5]}");
    EXPECT_EQ(shown(json.find("outcomes")->items.front(), "gains"), "{alta: 3}");
}

TEST(FrontierJson, OfACoverHoldsItsGuaranteeInPointsOfEachParty) {
    Written written("party = { alta = {}, bera = {} }, issue.x = { option = [a, b], score = { "
                    "alta = { a = 0, b = 10 }, bera = { a = 10, b = 0 } } }, "
                    "fallback = { alta = 0, bera = 0 }");
    written.efficient.frontier.end = FrontierEnd::covered;
    written.efficient.frontier.slack = {2, 2}; // steps of 10 points
    EXPECT_EQ(shown(written.json(), "complete"), "false");
    EXPECT_EQ(shown(written.json(), "guarantee"), "{within: {alta: 20, bera: 20}, "
                                                  "spans: {alta: 10, bera: 10}, "
                                                  "weak: {alta: true, bera: true}}");
    written.efficient.frontier.slack = {0, 0};
    EXPECT_EQ(shown(written.json(), "guarantee.weak"), "{alta: false, bera: false}");
}

TEST(FrontierJson, WithinAToleranceDefinesASolutionByWhatWasLookedFor) {
    Written written(opposed);
    const std::string place = "solutions.egalitarian.definition";
    EXPECT_TRUE(shown(written.json(), place).find("then the next smallest") != std::string::npos);
    for (auto& solution : written.efficient.solutions.by_kind) {
        ASSERT_TRUE(solution.has_value());
        solution->proved = Proved::within;
    }
    EXPECT_EQ(shown(written.json(), place),
              "\"the largest smallest gain, comparing points of different parties\"");
    EXPECT_EQ(shown(written.json(), "solutions.nash.definition"),
              "\"the largest product of gains\"");
}

TEST(FrontierJson, OfASearchThatWasCutHoldsNoGuarantee) {
    Written written(opposed);
    written.efficient.frontier.end = FrontierEnd::cut;
    EXPECT_EQ(shown(written.json(), "complete"), "false");
    EXPECT_EQ(shown(written.json(), "guarantee"), "null");
}

TEST(FrontierJson, OfMoreOutcomesAlikeThanCanBeCountedHoldsNull) {
    Written written(opposed);
    written.efficient.frontier.points.front().outcomes = std::numeric_limits<std::uint64_t>::max();
    written.efficient.frontier.points.back().outcomes = 12;
    written.efficient.frontier.is_counted = false;
    const Node json = written.json();
    EXPECT_EQ(shown(json, "alike_exact"), "false");
    EXPECT_EQ(shown(json.find("outcomes")->items.front(), "alike"), "null");
    EXPECT_EQ(shown(json.find("outcomes")->items.back(), "alike"), "12");
}

TEST(FrontierJson, OfNothingHoldsAnEmptyList) {
    const Node json = Written("party.alta = {}, issue.x = { option = [a], score.alta.a = 0 }, "
                              "fallback.alta = 1",
                              {.zone_only = true})
                          .json();
    EXPECT_EQ(shown(json, "outcomes"), "[]");
    EXPECT_EQ(shown(json, "count"), "0");
    EXPECT_EQ(shown(json, "complete"), "true");
}

TEST(FrontierJson, ListsAsManyAsItMayAndCountsAll) {
    const Node json = Written(opposed, {.most_listed = 1}).json();
    EXPECT_EQ(json.find("outcomes")->items.size(), 1U);
    EXPECT_EQ(shown(json, "count"), "2");
}

} // namespace
} // namespace unbracket
