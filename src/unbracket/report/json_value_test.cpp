#include "unbracket/report/json_value.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::bound_value;
using testing::entry_of;
using testing::shown;
using testing::weirs;

const Case& sample() {
    static const Case negotiation = bound_value(weirs);
    return negotiation;
}

std::string decimal(const Rational& number) {
    const Node node = json_rational(number, {});
    EXPECT_EQ(node.kind, NodeKind::number);
    return node.text;
}

Node exact(const Rational& number) {
    return json_rational(number, {.numbers = JsonNumbers::exact});
}

TEST(JsonNumber, IsExactWhereTwelvePlacesSuffice) {
    EXPECT_EQ(decimal(Rational(5)), "5");
    EXPECT_EQ(decimal(Rational(-1, 4)), "-0.25");
    EXPECT_EQ(decimal(Rational(1, 4096)), "0.000244140625");
    EXPECT_EQ(decimal(Rational(123456789012345)), "123456789012345");
    EXPECT_EQ(decimal(Rational(0)), "0");
}

TEST(JsonNumber, IsRoundedToTwelveSignificantDigitsElsewhere) {
    EXPECT_EQ(decimal(Rational(100, 3)), "33.3333333333");
    EXPECT_EQ(decimal(Rational(-200, 3)), "-66.6666666667");
    EXPECT_EQ(decimal(Rational(1, 3000)), "0.000333333333333");
    EXPECT_EQ(decimal(Rational(2'000'000'000'000'000, 3)), "666666666666667");
}

TEST(JsonNumber, IsAFractionInWordsWhenExactnessIsAsked) {
    EXPECT_EQ(exact(Rational(100, 3)).text, "100/3");
    EXPECT_EQ(exact(Rational(100, 3)).kind, NodeKind::text);
    EXPECT_EQ(exact(Rational(1, 2)).text, "1/2");
    EXPECT_EQ(exact(Rational(-7)).kind, NodeKind::number);
}

TEST(JsonNumber, IsTextWhereADoubleWouldLoseDigits) {
    const std::int64_t widest = std::int64_t{1} << 53U;
    EXPECT_EQ(exact(Rational(widest)).kind, NodeKind::number);
    EXPECT_EQ(exact(Rational(widest + 1)).kind, NodeKind::text);
    EXPECT_EQ(exact(Rational(-widest - 1)).kind, NodeKind::text);
}

TEST(JsonRange, IsOneNumberWhereItHoldsOne) {
    EXPECT_EQ(json_range({Rational(3), Rational(3)}, {}).text, "3");
    const Node range = json_range({Rational(1, 2), Rational(3)}, {});
    ASSERT_EQ(range.items.size(), 2U);
    EXPECT_EQ(range.items[0].text, "0.5");
}

TEST(JsonRange, KeepsExactNumbersOnBothSides) {
    const Interval interval{Rational(1, 3), Rational(2)};
    EXPECT_EQ(shown(json_range(interval, {.numbers = JsonNumbers::exact})), "[\"1/3\", 2]");
}

TEST(JsonText, IsNullWhereThereIsNone) {
    EXPECT_EQ(shown(json_text_or_null("")), "null");
    EXPECT_EQ(shown(json_text_or_null("x")), "\"x\"");
    EXPECT_EQ(shown(json_texts({})), "[]");
    EXPECT_EQ(shown(json_texts({"a", ""})), "[\"a\", \"\"]");
    EXPECT_EQ(shown(json_count(18'446'744'073'709'551'615U)), "18446744073709551615");
}

TEST(JsonOption, IsANumberWhereTheIssueIsOne) {
    const Issue& share = sample().issue(*sample().find_issue("share"));
    const Issue& inspect = sample().issue(*sample().find_issue("inspect"));
    EXPECT_EQ(shown(json_option(share, OptionId(0))), "10");
    EXPECT_EQ(shown(json_option(inspect, OptionId(0))), "\"no\"");
    EXPECT_EQ(shown(json_options(inspect, {OptionId(1)})), "\"joint\"");
    EXPECT_EQ(shown(json_options(share, {OptionId(0), OptionId(5)})), "[10, 60]");
    EXPECT_EQ(shown(json_options(share, {})), "[]");
}

TEST(JsonSetting, IsNullWhereTheContentIsNotKnown) {
    const Issue& inspect = sample().issue(*sample().find_issue("inspect"));
    const std::vector<OptionId> both = {OptionId(0), OptionId(1)};
    EXPECT_EQ(shown(json_setting(inspect, {.options = both})), "[\"no\", \"joint\"]");
    EXPECT_EQ(shown(json_setting(inspect, {.options = both, .is_unknown = true})), "null");
}

TEST(JsonCondition, NamesEachIssue) {
    EXPECT_EQ(shown(json_condition(sample(), sample().bonuses[0].when)),
              R"({inspect: "joint", term: "five"})");
    EXPECT_EQ(shown(json_condition(sample(), {})), "{}");
}

TEST(JsonOutcome, NamesOneOptionForEachIssue) {
    EXPECT_EQ(shown(json_outcome(sample(), {OptionId(2), OptionId(1), OptionId(0)})),
              R"({share: 30, inspect: "joint", term: "five"})");
}

TEST(JsonLists, NameIdsAndAddresses) {
    EXPECT_EQ(shown(json_parties(sample(), {PartyId(1), PartyId(0)})), R"(["bera", "alta"])");
    EXPECT_EQ(shown(json_addresses(sample(), {entry_of(sample(), "rule.few")})), R"(["rule.few"])");
}

TEST(Identity, TellsWhichCaseAndWhichVersion) {
    Node node = table_node();
    add_identity(node, sample());
    EXPECT_EQ(shown(node, "title"), "\"Weirs of the Sel\"");
    EXPECT_EQ(shown(node, "as_of"), "\"2026-05-01\"");
    EXPECT_EQ(shown(node, "digest"), "\"" + sample().digest + "\"");
    EXPECT_EQ(sample().digest.size(), 64U);
}

TEST(Identity, OfACaseWithoutTitleOrDateIsNull) {
    Case nameless = sample();
    nameless.title.clear();
    nameless.as_of.reset();
    Node node = table_node();
    add_identity(node, nameless);
    EXPECT_EQ(shown(node, "title"), "null");
    EXPECT_EQ(shown(node, "as_of"), "null");
}

} // namespace
} // namespace unbracket
