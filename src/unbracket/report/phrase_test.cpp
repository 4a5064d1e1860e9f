#include "unbracket/report/phrase.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const Case& sample() {
    static const Case negotiation = testing::bound_value(testing::weirs);
    return negotiation;
}

std::vector<std::string> names(std::size_t count) {
    std::vector<std::string> result;
    for (std::size_t i = 1; i <= count; ++i) {
        result.push_back("p" + std::to_string(i));
    }
    return result;
}

TEST(Phrase, OneNameStandsForEveryCaseWithoutATitle) {
    Case negotiation;
    EXPECT_EQ(case_title(negotiation), "Case without a title");
    EXPECT_EQ(case_heading(negotiation), case_title(negotiation));
    negotiation.title = "River";
    negotiation.as_of = parse_date("2026-03-01");
    EXPECT_EQ(case_heading(negotiation), "River - as of 1 Mar 2026");
}

TEST(Listed, ShortensLongListsWithACount) {
    EXPECT_EQ(listed({}), "");
    EXPECT_EQ(listed(names(1)), "p1");
    EXPECT_EQ(listed(names(2)), "p1 and p2");
    EXPECT_EQ(listed(names(3)), "p1, p2 and p3");
    EXPECT_EQ(listed(names(5), 3), "p1, p2, p3 and 2 more");
    EXPECT_EQ(listed_apart(names(5), 3), "p1; p2; p3; 2 more");
}

TEST(Listed, NeverSaysOneMoreInsteadOfTheName) {
    EXPECT_EQ(listed(names(4), 3), "p1, p2, p3 and p4");
}

TEST(CountText, SetsCommasBetweenThousands) {
    EXPECT_EQ(count_text(0), "0");
    EXPECT_EQ(count_text(999), "999");
    EXPECT_EQ(count_text(1000), "1,000");
    EXPECT_EQ(count_text(1234567), "1,234,567");
    EXPECT_EQ(counted(1, "entry", "entries"), "1 entry");
    EXPECT_EQ(counted(1000, "entry", "entries"), "1,000 entries");
}

TEST(Possessive, OfANameInS) {
    EXPECT_EQ(possessive("Alta"), "Alta's");
    EXPECT_EQ(possessive("the United States"), "the United States'");
}

TEST(NumberText, SaysWhereItRounds) {
    EXPECT_EQ(number_text(Rational(7, 2)), "3.5");
    EXPECT_EQ(number_text(Rational(1, 3)), "about 0.33");
    EXPECT_EQ(range_text({Rational(30), Rational(45)}), "30..45");
    EXPECT_EQ(range_text({Rational(4, 3), Rational(4, 3)}), "1.33");
    EXPECT_EQ(range_text({Rational(4, 3), Rational(5, 3)}, Places::one), "1.3..1.7");
    EXPECT_EQ(range_text({Rational(1), Rational(1, 3)}, Places::one), "1..0.333");
    EXPECT_EQ(range_text({Rational(-2, 3), Rational(2, 5)}), "-0.667..0.4");
    EXPECT_EQ(range_text({Rational(1, 3), Rational(7)}, Places::none), "0..7");
}

TEST(WithRemark, NeverOpensASecondParenthesis) {
    EXPECT_EQ(with_remark("a limit", "assumed"), "a limit (assumed)");
    EXPECT_EQ(with_remark("a limit (above 4)", "assumed"), "a limit (above 4; assumed)");
}

TEST(CountText, OfTheLargestCountIsWhole) {
    EXPECT_EQ(count_text(18'446'744'073'709'551'615U), "18,446,744,073,709,551,615");
    EXPECT_EQ(counted(0, "gap", "gaps"), "0 gaps");
}

TEST(NumberText, OfNegativeAndSmallNumbers) {
    EXPECT_EQ(number_text(Rational(-7, 2)), "-3.5");
    EXPECT_EQ(number_text(Rational(-1, 3)), "about -0.33");
    EXPECT_EQ(number_text(Rational(1, 1000)), "about 0");
    EXPECT_EQ(number_text(Rational(0)), "0");
    EXPECT_EQ(range_text({Rational(-5), Rational(0)}), "-5..0");
    EXPECT_EQ(range_text({Rational(1, 3), Rational(2, 3)}, Places::none), "0..1");
}

TEST(WithRemark, OfAPhraseInQuotesOpensAParenthesis) {
    EXPECT_EQ(with_remark("the rule \"a (b)\"", "assumed"), "the rule \"a (b)\" (assumed)");
}

TEST(Names, AreTitlesWhereTheFileHasThem) {
    EXPECT_EQ(issue_name(sample().issues[0]), "Share of the water");
    EXPECT_EQ(issue_name(sample().issues[2]), "term");
    EXPECT_EQ(option_name(sample().issues[0], OptionId(0)), "10 %");
    EXPECT_EQ(option_name(sample().issues[1], OptionId(1)), "joint teams");
    EXPECT_EQ(option_name(sample().issues[2], OptionId(0)), "five");
    EXPECT_EQ(draft_name(sample().drafts[0]), "\"First text\"");
    EXPECT_EQ(draft_name(sample().drafts[1]), "second");
}

TEST(PartyNames, AreInTheOrderGiven) {
    EXPECT_EQ(party_names(sample(), {PartyId(2), PartyId(0)}), "Coda and Alta");
    EXPECT_EQ(party_names(sample(), {}), "");
}

TEST(OutcomeText, NamesEveryIssueInOrder) {
    EXPECT_EQ(outcome_text(sample(), {OptionId(2), OptionId(1), OptionId(1)}),
              "Share of the water: 30 %; Inspection of the weirs: joint teams; term: ten");
}

TEST(VerdictWords, FitIntoTables) {
    EXPECT_EQ(verdict_words(VerdictKind::agreement), "agreement");
    EXPECT_EQ(verdict_words(VerdictKind::no_agreement), "no agreement");
    EXPECT_EQ(verdict_words(VerdictKind::depends), "not settled");
    EXPECT_EQ(verdict_words(VerdictKind::undecided), "not decided");
    EXPECT_EQ(verdict_words(VerdictKind::contradiction), "contradiction");
}

} // namespace
} // namespace unbracket
