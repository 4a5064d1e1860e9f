#include "unbracket/zone/losses.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const PartyId alta(0), bera(1);
const IssueId term(0), seat(1);
const OptionId five(0), ten(1), open_end(2);

Case with_risks() {
    return testing::case_of(R"(
        party = { alta = {}, bera = {} },
        issue = { term = { option = [five, ten, open_end] }, seat = { option = [north, south] } },
        risk = [
            { party = alta, option.term = [five, ten], loss = [1, 4] },
            { party = alta, option.term = ten, loss = 10 },
            { party = bera, option.term = ten, loss = [0, 7] },
            { party = alta, option.seat = south, loss = 2 }
        ])");
}

TEST(Losses, LowerTheOptionsThatTheRiskNames) {
    const Risk risk = with_risks().risks[0];
    EXPECT_TRUE(lowers(risk, term, five));
    EXPECT_TRUE(lowers(risk, term, ten));
    EXPECT_FALSE(lowers(risk, term, open_end));
    EXPECT_FALSE(lowers(risk, seat, five));
}

TEST(Losses, OfOnePartyOnOneOptionAreAddedUp) {
    const Case negotiation = with_risks();
    EXPECT_EQ(loss_of(negotiation, alta, term, five), (Interval{1, 4}));
    EXPECT_EQ(loss_of(negotiation, alta, term, ten), (Interval{11, 14}));
    EXPECT_EQ(loss_of(negotiation, alta, term, open_end), (Interval{0, 0}));
    EXPECT_EQ(loss_of(negotiation, alta, seat, OptionId(1)), (Interval{2, 2}));
    EXPECT_EQ(loss_of(negotiation, bera, term, ten), (Interval{0, 7}));
    EXPECT_EQ(loss_of(negotiation, bera, term, five), (Interval{0, 0}));
}

TEST(Losses, OnBothOptionsCancelInTheDifference) {
    const Case negotiation = with_risks();
    // The risk on five and ten is the same number in one reading; only the 10 is left.
    EXPECT_EQ(loss_difference(negotiation, alta, term, ten, five), (Interval{10, 10}));
    EXPECT_EQ(loss_difference(negotiation, alta, term, five, ten), (Interval{-10, -10}));
    EXPECT_EQ(loss_difference(negotiation, alta, term, five, open_end), (Interval{1, 4}));
    EXPECT_EQ(loss_difference(negotiation, alta, term, open_end, ten), (Interval{-14, -11}));
    EXPECT_EQ(loss_difference(negotiation, alta, term, ten, ten), (Interval{0, 0}));
    EXPECT_EQ(loss_difference(negotiation, bera, term, five, ten), (Interval{-7, 0}));
}

} // namespace
} // namespace unbracket
