#include "unbracket/zone/part.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using Numbers = std::vector<std::int64_t>;

struct Built {
    explicit Built(const std::string& text, PartQuestion question = {})
        : negotiation(testing::case_of(text)), appraisal(appraise(negotiation)) {
        if (question.accepting.empty() && !question.at_least) {
            question.accepting = negotiation.agreement.required;
        }
        question.pattern.assign(negotiation.bonuses.size(), BonusState::undecided);
        part = build_part({negotiation, appraisal}, std::move(question));
    }
    Case negotiation;
    Appraisal appraisal;
    Part part;
};

TEST(Part, ScalesValuesToTheSmallestWholeNumbers) {
    // Brackets 2.5 and -5 and a constant of -7.5: in units of 2.5.
    const Built built("party.alta = {}, fallback.alta = 7.5, "
                      "issue.x = { option = [m, n], score.alta = { m = 2.5, n = -5 } }");
    EXPECT_EQ(built.part.units, (std::vector<Rational>{Rational(2, 5)}));
    EXPECT_EQ(built.part.problem.constants, (Numbers{-3}));
    EXPECT_EQ(built.part.problem.values, (Numbers{1, -2}));
    EXPECT_EQ(built.part.problem.required_count, 1U);
    EXPECT_FALSE(built.part.is_empty);
}

TEST(Part, LeavesOutOptionsThatCannotBeChosenAndKnowsTheWayBack) {
    const Built built("party.alta = {}, fallback.alta = 0, issue = { "
                      "x = { option = [m, n, o], score.alta = { m = redline, n = 4, o = 6 } }, "
                      "y = { option = [k, l] } }");
    EXPECT_EQ(built.part.problem.first_row, (std::vector<Row>{0, 2, 4}));
    EXPECT_EQ(built.part.problem.values, (Numbers{2, 3, 0, 0}));
    EXPECT_EQ(built.part.outcome_of({1, 2}), (Outcome{OptionId(2), OptionId(0)}));
}

TEST(Part, IsEmptyWhereLimitsLeaveNothing) {
    EXPECT_TRUE(
        Built("party.alta = {}, issue.x = { option = [m], score.alta.m = redline }").part.is_empty);
}

TEST(Part, HasAColumnForEachAcceptingPartyByItsNumbers) {
    const std::string scores = "issue.x = { option = [m, n], score = { "
                               "alta = { m = 9, n = 2 }, bera = { m = 1, n = 7 } } }, "
                               "fallback = { alta = 4, bera = 5 }";
    const Built one("party = { alta = {}, bera = {} }, " + scores);
    EXPECT_EQ(one.part.columns, (std::vector<PartyId>{PartyId(1), PartyId(0)}));
    EXPECT_EQ(one.part.problem.constants, (Numbers{-5, -4}));
    EXPECT_EQ(one.part.problem.values, (Numbers{1, 9, 7, 2}));
    const Built other("party = { bera = {}, alta = {} }, " + scores);
    EXPECT_EQ(other.part.problem.values, one.part.problem.values);
}

TEST(Part, CountsTheOtherPartiesAsOptional) {
    const Built built("party = { alta = {}, bera = {}, coda = {} }, "
                      "issue.x = { option = [m], score = { alta.m = 1, bera.m = 1, coda.m = 1 } }, "
                      "fallback = { alta = 0, bera = 2, coda = 3 }, "
                      "agreement = { required = [alta], at_least = 2 }",
                      {.accepting = {PartyId(0)}, .at_least = 2});
    EXPECT_EQ(built.part.problem.required_count, 1U);
    EXPECT_EQ(built.part.problem.party_count, 3U);
    EXPECT_EQ(built.part.problem.optional_needed, 1U);
    EXPECT_EQ(built.part.columns.front(), PartyId(0));
}

TEST(Part, OfAPartyWithoutValuesHasAColumnOfZeros) {
    const Built built("party = { alta = {} }, issue.x = { option = [m, n] }");
    EXPECT_EQ(built.part.problem.constants, (Numbers{0}));
    EXPECT_EQ(built.part.problem.values, (Numbers{0, 0}));
}

TEST(Part, TurnsForbiddenCombinationsIntoRows) {
    const Built built("party.alta = {}, issue = { x = { option = [m, n, o] }, "
                      "y = { option = [k, l] } }, "
                      "rule = [{ forbid = { x = [m, o], y = l } }, "
                      "{ at_most = 1, of = [{ x = n }, { y = [k, l] }] }]");
    ASSERT_EQ(built.part.problem.forbidden.size(), 1U);
    EXPECT_EQ(built.part.problem.forbidden[0].literals,
              (std::vector<std::vector<Row>>{{0, 2}, {4}}));
    ASSERT_EQ(built.part.problem.at_most.size(), 1U);
    EXPECT_EQ(built.part.problem.at_most[0].count, 1U);
    EXPECT_EQ(built.part.problem.at_most[0].conditions[0], (std::vector<std::vector<Row>>{{1}}));
    EXPECT_EQ(built.part.problem.at_most[0].conditions[1], (std::vector<std::vector<Row>>{{3, 4}}));
}

TEST(Part, RoundsUpWhatWouldLeaveTheWidthOfTheSearch) {
    const Built built("party.alta = {}, fallback.alta = 0.00001, issue.x = { option = [m, n], "
                      "score.alta = { m = 999999999.00001, n = -999999999.00001 } }");
    const SearchProblem& problem = built.part.problem;
    const Rational& unit = built.part.units.front();
    const auto is_rounded_up = [&](std::int64_t whole, const Rational& exact) {
        return Rational(whole) >= exact * unit && Rational(whole - 1) < exact * unit;
    };
    const Rational value = Rational(99999999900001, 100000);
    EXPECT_LT(Rational(problem.values[0]) + Rational(2), Rational(value_limit / 2));
    EXPECT_TRUE(is_rounded_up(problem.values[0], value));
    EXPECT_TRUE(is_rounded_up(problem.values[1], -value));
    EXPECT_TRUE(is_rounded_up(problem.constants[0], Rational(-1, 100000)));
}

} // namespace
} // namespace unbracket
