#include "unbracket/zone/bonus_patterns.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <set>

namespace unbracket {
namespace {

/// A case with so many bonuses of Alta and of Bera.
Case with_bonuses(int of_alta, int of_bera) {
    std::string bonuses;
    for (int at = 0; at < of_alta + of_bera; ++at) {
        bonuses += std::string("{ party = ") + (at < of_alta ? "alta" : "bera") +
                   ", when = { x = a, y = c }, value = " + std::to_string(at + 1) + " }, ";
    }
    return testing::case_of("party = { alta = {}, bera = {} }, issue = { x = { option = [a, b], "
                            "score = { alta = { a = 1, b = 0 }, bera = { a = 1, b = 0 } } }, "
                            "y.option = [c, d] }, fallback = { alta = 0, bera = 0 }, bonus = [" +
                            bonuses + "]");
}

std::vector<BonusPattern> patterns_of(const Case& negotiation,
                                      const std::vector<PartyId>& parties) {
    const Appraisal appraisal = appraise(negotiation);
    return bonus_patterns({negotiation, appraisal}, parties);
}

TEST(BonusPatterns, WithoutBonusesAreOneWithoutStates) {
    EXPECT_EQ(patterns_of(with_bonuses(0, 0), {PartyId(0)}), (std::vector<BonusPattern>{{}}));
}

TEST(BonusPatterns, AreEveryWayToEarnAndMissThem) {
    const auto patterns = patterns_of(with_bonuses(3, 0), {PartyId(0)});
    EXPECT_EQ(patterns.size(), 8U);
    EXPECT_EQ(std::set(patterns.begin(), patterns.end()).size(), 8U);
    for (const BonusPattern& pattern : patterns) {
        for (const BonusState state : pattern) {
            EXPECT_NE(state, BonusState::undecided);
        }
    }
}

TEST(BonusPatterns, LeaveThoseOfOthersUndecided) {
    const auto patterns = patterns_of(with_bonuses(1, 2), {PartyId(0)});
    EXPECT_EQ(patterns, (std::vector<BonusPattern>{
                            {BonusState::on, BonusState::undecided, BonusState::undecided},
                            {BonusState::off, BonusState::undecided, BonusState::undecided}}));
    EXPECT_EQ(patterns_of(with_bonuses(1, 2), {PartyId(0), PartyId(1)}).size(), 8U);
}

TEST(BonusPatterns, OfMoreThanSixLeaveAllUndecided) {
    EXPECT_EQ(patterns_of(with_bonuses(6, 0), {PartyId(0)}).size(), 64U);
    EXPECT_EQ(patterns_of(with_bonuses(7, 0), {PartyId(0)}),
              (std::vector<BonusPattern>{BonusPattern(7, BonusState::undecided)}));
    EXPECT_EQ(patterns_of(with_bonuses(6, 3), {PartyId(0)}).size(), 64U);
}

TEST(BonusPatterns, StandInAnOrderOfData) {
    // The same two bonuses the other way around in the file.
    const auto as_entered = [](const std::string& first, const std::string& second) {
        const Case negotiation = testing::case_of(
            "party.alta = {}, issue = { x = { option = [a, b], score.alta = { a = 1, b = 0 } }, "
            "y.option = [c, d] }, fallback.alta = 0, bonus = [{ party = alta, when = { x = a, "
            "y = c }, value = " +
            first + " }, { party = alta, when = { x = a, y = c }, value = " + second + " }]");
        return patterns_of(negotiation, {PartyId(0)});
    };
    std::vector<BonusPattern> turned = as_entered("9", "2");
    for (BonusPattern& pattern : turned) {
        std::swap(pattern[0], pattern[1]);
    }
    EXPECT_EQ(turned, as_entered("2", "9"));
}

} // namespace
} // namespace unbracket
