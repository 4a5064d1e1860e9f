// Weights, stances and scores: what the reader of a case makes of each form, and what it refuses.

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string start = "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], ";

Assessment of_alta(const std::string& assessment) {
    const Case negotiation = testing::case_of(start + assessment + " }");
    const Assessment* found = negotiation.issues.front().of(PartyId(0));
    EXPECT_NE(found, nullptr);
    return found == nullptr ? Assessment{} : *found;
}

std::string refused(const std::string& assessment) {
    return testing::complaints_about(start + assessment + " }");
}

TEST(BindWeight, TakesWordsNumbersAndRanges) {
    EXPECT_EQ(std::get<WeightWord>(of_alta("weight.alta = highest").weight->quantity),
              WeightWord::highest);
    EXPECT_EQ(std::get<Interval>(of_alta("weight.alta = 2.5").weight->quantity),
              single(Rational(5, 2)));
    EXPECT_EQ(std::get<Interval>(of_alta("weight.alta = [0, 1000000]").weight->quantity),
              (Interval{0, 1'000'000}));
}

TEST(BindWeight, RefusesEverythingElse) {
    EXPECT_EQ(refused("weight.alta = hihg"),
              "issue.x.weight.alta: unknown weight word `hihg`; did you mean `high`?\n");
    EXPECT_EQ(
        refused("weight.alta = ideal"),
        "issue.x.weight.alta: unknown weight word `ideal`; known: highest, high, medium, low, "
        "none\n");
    EXPECT_EQ(refused("weight.alta = -1"),
              "issue.x.weight.alta: a weight must lie between 0 and 1000000, not `-1`\n");
    EXPECT_EQ(refused("weight.alta = [1, 1000000.1]"),
              "issue.x.weight.alta[1]: a weight must lie between 0 and 1000000, not `1000000.1`\n");
    EXPECT_EQ(refused("weight.alta = [3, 2]"),
              "issue.x.weight.alta: a weight is a range whose low end is above its high end; did "
              "you mean [2, 3]?\n");
    EXPECT_EQ(refused("weight.alta = [1, 2, 3]"),
              "issue.x.weight.alta: a weight must be a range of two numbers; write [low, high]\n");
    EXPECT_EQ(refused("weight.alta = true"),
              "issue.x.weight.alta: a weight must be a number or a range [low, high], not true or "
              "false\n");
    EXPECT_EQ(refused("weight.alta = { low = 1 }"),
              "issue.x.weight.alta: a weight must be a number or a range [low, high], not a "
              "table\n");
}

TEST(BindNumbers, MayBeFractionsInQuotes) {
    EXPECT_EQ(std::get<Interval>(of_alta("weight.alta = \"100/3\"").weight->quantity),
              single(Rational(100, 3)));
    EXPECT_EQ(std::get<Interval>(of_alta("stance.alta = { a = \"200/7\" }").stances[0]->worth),
              single(Rational(200, 7)));
    const Assessment alta = of_alta("score.alta = { a = \"-1/3\", b = [\"1/3\", 1], c = 0 }");
    EXPECT_EQ(std::get<Interval>(alta.scores[0]->worth), single(Rational(-1, 3)));
    EXPECT_EQ(std::get<Interval>(alta.scores[1]->worth), (Interval{Rational(1, 3), 1}));
}

TEST(BindNumbers, RefusesFractionsThatAreNoneOrTooLarge) {
    EXPECT_EQ(refused("weight.alta = \"1/0\""),
              "issue.x.weight.alta: unknown weight word `1/0`; known: highest, high, medium, low, "
              "none\n");
    EXPECT_EQ(refused("stance.alta = { a = \"301/3\" }"),
              "issue.x.stance.alta.a: a stance must lie between 0 and 100, not `301/3`\n");
    EXPECT_EQ(refused("score.alta = { a = \"1/2/3\", b = 0, c = 0 }"),
              "issue.x.score.alta.a: a score cannot be `1/2/3`; scores are numbers, ranges, "
              "\"redline\" or \"redline NUMBER\"\n");
}

TEST(BindStance, TakesWordsNumbersRangesAndRedLines) {
    const Assessment alta =
        of_alta("stance.alta = { a = open, b = [20, 40], c = \"redline tolerable\" }");
    EXPECT_EQ(std::get<StanceWord>(alta.stances[0]->worth), StanceWord::open);
    EXPECT_EQ(std::get<Interval>(alta.stances[1]->worth), (Interval{20, 40}));
    EXPECT_FALSE(alta.stances[1]->is_red_line);
    EXPECT_TRUE(alta.stances[2]->is_red_line);
    EXPECT_EQ(std::get<StanceWord>(alta.stances[2]->worth), StanceWord::tolerable);
}

TEST(BindStance, OfARedLineIsWorthNothingUnlessItIsSaid) {
    const Assessment alta = of_alta("stance.alta = { a = redline, b = \"redline  12.5\" }");
    EXPECT_EQ(std::get<Interval>(alta.stances[0]->worth), single(0));
    EXPECT_EQ(std::get<Interval>(alta.stances[1]->worth), single(Rational(25, 2)));
    EXPECT_FALSE(alta.stances[2].has_value());
}

TEST(BindStance, RefusesEverythingElse) {
    EXPECT_EQ(refused("stance.alta.a = 101"),
              "issue.x.stance.alta.a: a stance must lie between 0 and 100, not `101`\n");
    EXPECT_EQ(refused("stance.alta.a = \"redline 101\""),
              "issue.x.stance.alta.a: the worth must lie between 0 and 100, not `101`\n");
    EXPECT_EQ(refused("stance.alta.a = \"redline unknown\""),
              "issue.x.stance.alta.a: `redline unknown` is no red line; write \"redline\", or what "
              "the option is worth once the limit is opened: \"redline bad\", \"redline 10\"\n");
    EXPECT_EQ(refused("stance.alta.a = redlined"),
              "issue.x.stance.alta.a: a stance cannot be `redlined`; did you mean `redline`?\n");
    EXPECT_EQ(refused("stance.alta.a = high"),
              "issue.x.stance.alta.a: a stance cannot be `high`; write a number, a range such as "
              "[20, 40], or one of: ideal, acceptable, tolerable, bad, open, unknown, redline\n");
    EXPECT_EQ(refused("stance.alta = {}"), "issue.x.stance.alta: `issue.x.stance.alta` rates no "
                                           "option\n");
    EXPECT_EQ(refused("stance.alta = 5"),
              "issue.x.stance.alta: `issue.x.stance.alta` must be a table, not a number; write "
              "issue.x.stance.alta = { OPTION = 40 }\n");
    EXPECT_EQ(refused("stance.alta.d = 5"),
              "key issue.x.stance.alta.d: unknown option `d` of issue `x`; known: a, b, c\n");
    EXPECT_EQ(refused("stance.atla.a = 5"),
              "key issue.x.stance.atla: unknown party `atla`; did you mean `alta`?\n");
    EXPECT_EQ(refused("stance = 5"),
              "issue.x.stance: `stance` of issue `x` must be a table, not a number; write "
              "stance.PARTY = { OPTION = \"acceptable\" }\n");
}

TEST(BindScore, TakesNumbersRangesAndRedLinesOfAnySign) {
    const Assessment alta =
        of_alta("score.alta = { a = -1000000000, b = [-5, 5], c = \"redline -3\" }");
    EXPECT_EQ(std::get<Interval>(alta.scores[0]->worth), single(-1'000'000'000));
    EXPECT_EQ(std::get<Interval>(alta.scores[1]->worth), (Interval{-5, 5}));
    EXPECT_TRUE(alta.scores[2]->is_red_line);
    EXPECT_EQ(std::get<Interval>(alta.scores[2]->worth), single(-3));
}

TEST(BindScore, RefusesWordsAndGaps) {
    EXPECT_EQ(refused("score.alta = { a = bad, b = 1, c = 2 }"),
              "issue.x.score.alta.a: a score cannot be `bad`; scores are numbers, ranges, "
              "\"redline\" or \"redline NUMBER\"\n");
    EXPECT_EQ(refused("score.alta = { a = \"redline bad\", b = 1, c = 2 }"),
              "issue.x.score.alta.a: `redline bad` is no red line; write \"redline\", or what the "
              "option is worth once the limit is opened: \"redline bad\", \"redline 10\"\n");
    EXPECT_EQ(refused("score.alta = { b = 1 }"),
              "issue.x.score.alta.b: party `alta` has no score in issue `x` for `a`, `c`; score "
              "every option of an issue that concerns the party\n");
    EXPECT_EQ(refused("score.alta = { a = 1000000001, b = 1, c = 2 }"),
              "issue.x.score.alta.a: a score must lie between -1000000000 and 1000000000, not "
              "`1000000001`\n");
}

TEST(BindScore, NamesAtMostFiveOptionsThatAreMissing) {
    EXPECT_EQ(testing::complaints_about("party.alta = {}, issue.x = { range = { min = 1, max = 9, "
                                        "step = 1 }, score.alta = { 1 = 0 } }"),
              "issue.x.score.alta.1: party `alta` has no score in issue `x` for `2`, `3`, `4`, "
              "`5`, `6` and 3 more; score every option of an issue that concerns the party\n");
}

TEST(BindRatings, OfANumberNeedOneSpelling) {
    const std::string number =
        "party.alta = {}, issue.x = { range = { min = 1, max = 2, step = 0.5 }, ";
    EXPECT_EQ(testing::complaints_about(number + "stance.alta = { \"1.50\" = 5 } }"),
              "key issue.x.stance.alta.1.50: option `1.5` is written `1.50` here; addresses need "
              "one spelling; write 1.5\n");
    EXPECT_EQ(testing::complaints_about(number + "stance.alta = { \"1.2\" = 5 } }"),
              "key issue.x.stance.alta.1.2: unknown option `1.2` of issue `x`; the options run "
              "from 1 to 2 in steps of 0.5\n");
}

TEST(BindRatings, OfANumberThatIsNoWholeOneNeedQuotationMarks) {
    const std::string number =
        "party.alta = {}, issue.x = { range = { min = 0, max = 2, step = 0.5 }, ";
    EXPECT_EQ(testing::complaints_about(number + "stance.alta = { 0.5 = 5, 1 = 7 } }"),
              "key issue.x.stance.alta.0: `0.5` without quotation marks is the key `5` in a table "
              "`0`; write \"0.5\" = ...\n");
    EXPECT_EQ(testing::complaints_about(number + "stance.alta = { 1 = {} } }"),
              "issue.x.stance.alta.1: a stance must be a number or a range [low, high], not a "
              "table\n");
}

TEST(BindRatings, GiveEachValueAnAddressOfItsOwn) {
    const Case negotiation = testing::case_of(
        start + "weight.bera = 1, stance.bera = { c = 5, a = 6 } }, fallback.bera = 3");
    std::string all;
    for (const Entry& entry : negotiation.entries) {
        all += entry.address + " ";
    }
    EXPECT_EQ(all, "issue.x.weight.bera issue.x.stance.bera.c issue.x.stance.bera.a "
                   "fallback.bera ");
    const Entry& entry = negotiation.entry(*negotiation.find_entry("issue.x.stance.bera.c"));
    EXPECT_EQ(entry.kind, EntryKind::stance);
    EXPECT_EQ(entry.party, PartyId(1));
    EXPECT_EQ(entry.issue, IssueId(0));
    EXPECT_EQ(entry.option, OptionId(2));
}

TEST(BindAssessments, StandInTheOrderOfTheParties) {
    const Case negotiation =
        testing::case_of(start + "weight = { bera = 1, alta = 2 }, stance.bera.a = 1 }");
    const auto& assessments = negotiation.issues.front().assessments;
    ASSERT_EQ(assessments.size(), 2U);
    EXPECT_EQ(assessments[0].party, PartyId(0));
    EXPECT_EQ(assessments[1].party, PartyId(1));
}

TEST(BindQuoted, CutsALongTextBetweenCharacters) {
    const std::string long_word(79, 'w');
    EXPECT_EQ(refused("weight.alta = " + long_word + "ab"),
              "issue.x.weight.alta: unknown weight word `" + long_word +
                  "a...`; known: highest, "
                  "high, medium, low, none\n");
    EXPECT_EQ(refused("weight.alta = " + long_word + "\u00e4b"),
              "issue.x.weight.alta: unknown weight word `" + long_word +
                  "...`; known: highest, "
                  "high, medium, low, none\n");
    EXPECT_EQ(refused("weight.alta = " + std::string(78, 'w') + "\u00e4b"),
              "issue.x.weight.alta: unknown weight word `" + std::string(78, 'w') +
                  "\u00e4...`; known: highest, high, medium, low, none\n");
}

} // namespace
} // namespace unbracket
