#include "unbracket/zone/conflict.hpp"
#include "unbracket/zone/conflict_oracle.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using Answer = ConflictOracle::Answer;

/// Alta and Bera cannot both have what they need; Coda can always.
const std::string three_parties =
    "party = { alta = {}, bera = {}, coda = {} }, issue.x = { option = [a, b], score = { "
    "alta = { a = 10, b = 0 }, bera = { a = 0, b = 10 }, coda = { a = 5, b = 5 } } }, "
    "fallback = { alta = 4, bera = 6, coda = 5 }";

/// The oracle over the fallbacks in this order.
struct Asked {
    Case negotiation;
    Appraisal appraisal;
    ConflictOracle oracle;

    explicit Asked(const std::string& text, const ClaimOptions& options = {})
        : negotiation(testing::case_of(text)), appraisal(appraise(negotiation)),
          oracle({negotiation, appraisal}, Certainty::possible, fallbacks(), options) {}

    std::vector<EntryId> fallbacks() const {
        std::vector<EntryId> entries;
        for (const char* address : {"fallback.alta", "fallback.bera", "fallback.coda"}) {
            entries.push_back(*negotiation.find_entry(address));
        }
        return entries;
    }
};

TEST(ConflictOracle, SaysWhichEntriesHoldTogether) {
    Asked asked(three_parties);
    EXPECT_EQ(asked.oracle.decide({true, false, true}), Answer::holds);
    EXPECT_EQ(asked.oracle.decide({false, true, true}), Answer::holds);
    EXPECT_EQ(asked.oracle.decide({true, true, false}), Answer::conflicts);
    EXPECT_EQ(asked.oracle.decide({false, false, false}), Answer::holds);
}

TEST(ConflictOracle, ShowsAnOutcomeAndAllThatHoldsInIt) {
    Asked asked(three_parties);
    ASSERT_EQ(asked.oracle.decide({true, false, false}), Answer::holds);
    EXPECT_EQ(asked.oracle.outcome(), (Outcome{OptionId(0)}));
    EXPECT_EQ(asked.oracle.holding(), (Subset{true, false, true}));
}

TEST(ConflictOracle, AnswersFromOutcomesItMet) {
    Asked asked(three_parties);
    asked.oracle.decide({true, false, true});
    const std::uint64_t nodes = asked.oracle.nodes();
    EXPECT_GT(nodes, 0U);
    EXPECT_EQ(asked.oracle.decide({true, false, false}), Answer::holds);
    EXPECT_EQ(asked.oracle.decide({false, false, true}), Answer::holds);
    EXPECT_EQ(asked.oracle.nodes(), nodes);
    EXPECT_EQ(asked.oracle.decide({false, true, false}), Answer::holds);
    EXPECT_GT(asked.oracle.nodes(), nodes);
}

TEST(ConflictOracle, ShrinksAConflictToWhatItNeeds) {
    Asked asked(three_parties);
    Subset conflicting(3, true);
    EXPECT_TRUE(asked.oracle.shrink(conflicting));
    EXPECT_EQ(conflicting, (Subset{true, true, false}));
}

TEST(ConflictOracle, GrowsWhatHoldsToAsMuchAsHolds) {
    Asked asked(three_parties);
    Subset held = {false, true, false};
    ASSERT_EQ(asked.oracle.decide(held), Answer::holds);
    EXPECT_TRUE(asked.oracle.grow(held));
    EXPECT_EQ(held, (Subset{false, true, true}));
    EXPECT_EQ(asked.oracle.holding(), held);
}

TEST(ConflictOracle, WithoutABudgetSettlesNothing) {
    Asked asked(three_parties, {.node_budget = 0});
    EXPECT_EQ(asked.oracle.decide({true, true, false}), Answer::cut);
    Subset conflicting(3, true);
    EXPECT_FALSE(asked.oracle.shrink(conflicting));
    EXPECT_EQ(conflicting, Subset(3, true)) << "nothing may go without a proof";
    Subset held(3, false);
    EXPECT_FALSE(asked.oracle.grow(held));
    EXPECT_EQ(held, Subset(3, false));
}

TEST(ConflictOracle, WithoutAnItemOfAConflictLooksForWhatBreaksIt) {
    const Case negotiation =
        testing::case_of(three_parties + ", limit = [{ id = no-a, party = bera, never.x = a }, "
                                         "{ id = no-b, party = alta, never.x = b }]");
    const Appraisal appraisal = appraise(negotiation);
    const std::vector<EntryId> items = {*negotiation.find_entry("limit.no-a"),
                                        *negotiation.find_entry("limit.no-b"),
                                        *negotiation.find_entry("fallback.bera")};
    ConflictOracle oracle({negotiation, appraisal}, Certainty::possible, items, {});
    EXPECT_EQ(oracle.decide_without({true, true, false}, 0), Answer::holds);
    EXPECT_EQ(oracle.outcome(), (Outcome{OptionId(0)}));
    EXPECT_EQ(oracle.decide_without({true, true, true}, 0), Answer::conflicts);
    EXPECT_EQ(oracle.decide_without({true, true, true}, 1), Answer::conflicts);
}

TEST(ConflictOracle, KeepsAllOtherEntries) {
    Asked asked(three_parties + ", limit = [{ party = norm, never.x = a }]");
    EXPECT_EQ(asked.oracle.decide({true, false, false}), Answer::conflicts);
    EXPECT_EQ(asked.oracle.decide({false, true, true}), Answer::holds);
}

TEST(ConflictOracle, NamesItsItemsInTheOrderGiven) {
    const Asked asked(three_parties);
    EXPECT_EQ(asked.oracle.items(), asked.fallbacks());
}

TEST(ConflictOracle, OfSureQuestionsReadsRangesAtTheEndThatSuitsLeast) {
    const Case negotiation = testing::case_of(
        "party.alta = {}, issue.x = { option = [a], score.alta.a = 5 }, fallback.alta = [0, 6]");
    const Appraisal appraisal = appraise(negotiation);
    const std::vector<EntryId> items = {*negotiation.find_entry("fallback.alta")};
    ConflictOracle possible({negotiation, appraisal}, Certainty::possible, items, {});
    ConflictOracle sure({negotiation, appraisal}, Certainty::sure, items, {});
    EXPECT_EQ(possible.decide({true}), Answer::holds);
    EXPECT_EQ(sure.decide({true}), Answer::conflicts);
    EXPECT_EQ(sure.decide({false}), Answer::holds);
}

} // namespace
} // namespace unbracket
