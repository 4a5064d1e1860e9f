#include "unbracket/report/show_phrase.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <array>

namespace unbracket::phrase {
namespace {

using unbracket::testing::bound_value;
using unbracket::testing::entry_of;
using unbracket::testing::weirs;

const Case& sample() {
    static const Case negotiation = bound_value(weirs);
    return negotiation;
}

Interval interval(const Rational& low, const Rational& high) {
    return {low, high};
}

template <class Things>
const auto& with_key(const Things& things, std::string_view key) {
    for (const auto& thing : things) {
        if (thing.key == key) {
            return thing;
        }
    }
    ADD_FAILURE() << "nothing is called " << key;
    return things.front();
}

TEST(ShowPhrase, OfARangeIsExact) {
    EXPECT_EQ(range(single(40)), "40");
    EXPECT_EQ(range(interval(Rational(20), Rational(30))), "20..30");
    EXPECT_EQ(range(interval(Rational(-1, 2), Rational(5, 4))), "-0.5..1.25");
    EXPECT_EQ(range(interval(Rational(0), Rational(0))), "0");
}

TEST(ShowPhrase, OfAQuantityIsItsWordOrItsRange) {
    EXPECT_EQ(quantity(StanceQuantity(StanceWord::tolerable)), "tolerable");
    EXPECT_EQ(quantity(StanceQuantity(interval(Rational(60), Rational(80)))), "60..80");
    EXPECT_EQ(quantity(WeightQuantity(WeightWord::highest)), "highest");
    EXPECT_EQ(quantity(WeightQuantity(WeightWord::none)), "none");
    EXPECT_EQ(quantity(WeightQuantity(single(7))), "7");
}

TEST(ShowPhrase, OfAListIsNeverShortened) {
    EXPECT_EQ(list({}), "");
    EXPECT_EQ(list({"alta"}), "alta");
    EXPECT_EQ(list({"alta", "bera"}), "alta and bera");
    EXPECT_EQ(list({"alta", "bera", "coda"}, "or"), "alta, bera or coda");
    const std::vector<std::string> many(30, "x");
    EXPECT_EQ(list(many).size(), 28 * 3 + 1 + 6U);
}

TEST(ShowPhrase, OfStatementsNamesTheirIds) {
    EXPECT_EQ(statements(sample(), {StatementId(0), StatementId(1)}), "s1 and s2");
    EXPECT_EQ(statements(sample(), {}), "");
}

TEST(ShowPhrase, OfEachFormOfRule) {
    EXPECT_EQ(rule(sample(), with_key(sample().rules, "ladder")),
              "if term = ten, then inspect = joint or third");
    EXPECT_EQ(rule(sample(), with_key(sample().rules, "never-both")),
              "never share = 60 and inspect = no");
    EXPECT_EQ(rule(sample(), with_key(sample().rules, "few")),
              "at most 1 of: term = ten; share = 50 or 60 and inspect = third");
}

TEST(ShowPhrase, OfALimitSaysWhenItHoldsAndWhetherItIsOff) {
    EXPECT_EQ(limit(sample(), with_key(sample().limits, "teams")),
              "if inspect = joint, needs term = five");
    EXPECT_EQ(limit(sample(), with_key(sample().limits, "all-water")),
              "never share = 50 or 60 (off)");
    EXPECT_EQ(limit(sample(), with_key(sample().limits, "floor")),
              "needs share = 10, 20, 30, 40 or 50");
}

TEST(ShowPhrase, OfABonusAndARisk) {
    EXPECT_EQ(bonus(sample(), sample().bonuses[0]),
              "inspect = joint and term = five is worth another 2..5");
    EXPECT_EQ(risk(sample(), sample().risks[0]), "inspect = third may lose 5 after signature");
}

TEST(ShowPhrase, OfARatingShowsTheRedLineBeforeItsWorth) {
    EXPECT_EQ(rating({.worth = StanceWord::bad}), "bad");
    EXPECT_EQ(rating({.worth = interval(Rational(60), Rational(80))}), "60..80");
    EXPECT_EQ(rating({.is_red_line = true}), "red line");
    EXPECT_EQ(rating({.is_red_line = true, .worth = StanceWord::bad}), "red line (bad)");
    EXPECT_EQ(rating({.is_red_line = true, .worth = single(5)}), "red line (5)");
    EXPECT_EQ(rating({.worth = single(0)}), "0");
}

TEST(ShowPhrase, OfACurvesRedLineIsWrittenAsInTheFile) {
    const auto written = [](Comparison comparison, const Rational& number) {
        return red_line({.bound = std::pair(comparison, number)});
    };
    EXPECT_EQ(written(Comparison::less, Rational(20)), "< 20");
    EXPECT_EQ(written(Comparison::at_most, Rational(1, 2)), "<= 0.5");
    EXPECT_EQ(written(Comparison::greater, Rational(-5)), "> -5");
    EXPECT_EQ(written(Comparison::at_least, Rational(40)), ">= 40");
    EXPECT_EQ(red_line({}), "none");
}

TEST(ShowPhrase, OfAnOrderGoesFromTheBestToRedLines) {
    const Issue& inspect = sample().issue(*sample().find_issue("inspect"));
    const Order& order_there = *inspect.of(*sample().find_party("bera"))->order;
    EXPECT_EQ(order(inspect, order_there), "third > joint | no");
    const Order tied = {.classes = {{OptionId(0), OptionId(1)}}, .red_lines = {OptionId(2)}};
    EXPECT_EQ(order(inspect, tied), "no = joint | third");
    EXPECT_EQ(order(sample(), sample().weight_orders[0]), "share > inspect = term");
}

TEST(ShowPhrase, OfAFallbackTellsItsTrend) {
    const auto at = [](std::string_view party) {
        return fallback(sample(), *sample().fallback_in_force(*sample().find_party(party)));
    };
    EXPECT_EQ(at("alta"), "as good as draft first (falling)");
    EXPECT_EQ(at("bera"), "30..45");
    EXPECT_EQ(at("coda"), "12.5");
    const FallbackPeriod rising = {.value = StanceWord::bad, .trend = Trend::rising};
    EXPECT_EQ(fallback(sample(), rising), "bad (rising)");
}

TEST(ShowPhrase, OfADraftsSettingLeavesItsChoicesOpen) {
    const Issue& term = sample().issue(*sample().find_issue("term"));
    EXPECT_EQ(setting(term, {.options = {OptionId(0)}}), "five");
    EXPECT_EQ(setting(term, {.options = {OptionId(0), OptionId(1)}}), "five or ten");
    EXPECT_EQ(setting(term, {.options = {OptionId(0), OptionId(1)}, .is_unknown = true}),
              "unknown");
}

struct HardLimit {
    const char* address;
    const char* text;
};

TEST(ShowPhrase, OfAHardLimitSaysWhatIsForbidden) {
    constexpr std::array limits = {
        HardLimit{"issue.share.curve.alta.redline", "share < 20"},
        HardLimit{"issue.inspect.stance.alta.third", "inspect = third"},
        HardLimit{"issue.inspect.score.dela.joint", "inspect = joint"},
        HardLimit{"issue.inspect.stance.bera", "inspect = no"},
        HardLimit{"limit.teams", "if inspect = joint, needs term = five"},
        HardLimit{"limit.floor", "needs share = 10, 20, 30, 40 or 50"},
        HardLimit{"intent.bera", "refuses any agreement"},
    };
    for (const auto& [address, text] : limits) {
        EXPECT_EQ(hard_limit(sample(), entry_of(sample(), address)), text);
    }
}

TEST(ShowPhrase, NamesWordsForReading) {
    EXPECT_EQ(name(Role::signatory), "signatory");
    EXPECT_EQ(name(Role::observer), "observer");
    EXPECT_EQ(name(Basis::inferred), "inferred");
    EXPECT_EQ(name(Firmness::unstated), "");
    EXPECT_EQ(name(Firmness::long_held), "long held");
    EXPECT_EQ(name(Trend::unstated), "");
    EXPECT_EQ(name(Trend::steady), "steady");
    EXPECT_EQ(name(Intent::seeks), "seeks an agreement");
    EXPECT_EQ(name(Intent::doubtful), "doubtful whether it wants one");
    EXPECT_EQ(name(Intent::refuses), "refuses any agreement");
}

} // namespace
} // namespace unbracket::phrase
