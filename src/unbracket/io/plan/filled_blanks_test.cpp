#include "unbracket/io/plan/filled_blanks.hpp"
#include "unbracket/io/plan/plan_reader.hpp"

#include "tests/support/plan_sketch.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

using Lines = std::vector<std::string>;

std::vector<PlanText> filled(const Lines& texts) {
    std::vector<PlanText> plans;
    CommonPlan plan;
    plan.points.emplace_back();
    for (const std::string& text : texts) {
        plans.push_back(read_plan("1. " + text, "plan.md").value());
        plan.points[0].clauses.emplace_back(0);
    }
    fill_blanks(plan, plans);
    return plans;
}

/// The wording of the only clause of each text.
Lines wordings(const Lines& texts) {
    Lines lines;
    for (const PlanText& plan : filled(texts)) {
        lines.push_back(testing::sketch(plan.clauses[0].wording));
    }
    return lines;
}

TEST(FilledBlanks, HaveTheWordsOfTheOtherText) {
    EXPECT_EQ(wordings({"pay [x] EUR", "pay 1,500 EUR"}),
              (Lines{"pay 1,500 EUR", "pay 1,500 EUR"}));
    EXPECT_EQ(wordings({"pay [x] EUR", "pay thirty or more EUR"})[0], "pay thirty or more EUR");
    EXPECT_EQ(wordings({"pay 30 EUR", "pay [x] EUR"})[1], "pay 30 EUR");
    EXPECT_EQ(wordings({"pay [x] EUR", "pay [y] EUR", "pay 30 EUR"})[1], "pay 30 EUR");
    const Piece piece = filled({"pay [x] EUR", "pay 30 EUR"})[0].clauses[0].wording.pieces[1];
    EXPECT_EQ(piece.blank, "[x]");
    EXPECT_EQ(piece.column, 8U);
}

TEST(FilledBlanks, AreAChoiceWhereTextsFillThemDifferently) {
    EXPECT_EQ(wordings({"pay [x] EUR", "pay 30 EUR", "pay 60 EUR", "Pay 30 EUR."}),
              (Lines{"pay {30|60} EUR", "pay 30 EUR", "pay 60 EUR", "Pay 30 EUR."}));
    EXPECT_EQ(wordings({"pay [x] EUR", "pay [30 / 60] EUR"})[0], "pay {30|60} EUR");
}

TEST(FilledBlanks, StayWhereWordsAndChoicesFillThem) {
    EXPECT_EQ(wordings({"pay [x] EUR", "pay [30 / 60] EUR", "pay 90 EUR"})[0], "pay <gap> EUR");
}

TEST(FilledBlanks, StayWhereTheTextsDifferElsewhere) {
    EXPECT_EQ(wordings({"pay [x] EUR", "get 30 EUR"})[0], "pay <gap> EUR");
    EXPECT_EQ(wordings({"pay [x] EUR", "pay EUR"})[0], "pay <gap> EUR");
    std::string many;
    for (int i = 0; i < 25; ++i) {
        many += "w ";
    }
    EXPECT_EQ(wordings({"pay [x] EUR", "pay " + many + "EUR"})[0], "pay <gap> EUR");
}

TEST(FilledBlanks, MayBeFilledByOneTextEach) {
    EXPECT_EQ(wordings({"[x] EUR in [date]", "30 EUR in [date]", "[x] EUR in May"}),
              (Lines{"30 EUR in May", "30 EUR in May", "30 EUR in May"}));
}

TEST(FilledBlanks, StandBesideBracketsThatAreDecided) {
    EXPECT_EQ(wordings({"[all] pay [x] EUR", "all pay 30 EUR"})[0], "{all} pay 30 EUR");
}

} // namespace
} // namespace unbracket
