// Rules, limits, bonuses, risks, fallbacks and intents: what is taken and what is refused where.

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string start = "party = { alta = {}, bera = {} }, issue = { x = { option = [a, b, c] }, "
                          "n = { range = { min = 0, max = 10, step = 5 } } }, ";

Case bound(const std::string& text) {
    return testing::case_of(start + text);
}
std::string refused(const std::string& text) {
    return testing::complaints_about(start + text);
}

std::vector<std::size_t> indices(const std::vector<OptionId>& options) {
    std::vector<std::size_t> all;
    for (const OptionId option : options) {
        all.push_back(as_index(option));
    }
    return all;
}

using Indices = std::vector<std::size_t>;

TEST(BindCondition, TakesOneOptionAListOrAComparison) {
    const auto options = [](const std::string& condition) {
        return indices(
            std::get<Exclusion>(bound("rule = [{ forbid = " + condition + " }]").rules[0].body)
                .forbidden[0]
                .options);
    };
    EXPECT_EQ(options("{ x = b }"), (Indices{1}));
    EXPECT_EQ(options("{ x = [c, a] }"), (Indices{0, 2})); // ascending
    EXPECT_EQ(options("{ n = 5 }"), (Indices{1}));
    EXPECT_EQ(options("{ n = \"5.0\" }"), (Indices{1}));
    EXPECT_EQ(options("{ n = \">= 5\" }"), (Indices{1, 2}));
    EXPECT_EQ(options("{ n = \"> 5\" }"), (Indices{2}));
    EXPECT_EQ(options("{ n = \"< 5\" }"), (Indices{0}));
    EXPECT_EQ(options("{ n = \"<= 7.5\" }"), (Indices{0, 1}));
}

TEST(BindCondition, RefusesWhatNamesNoOption) {
    const auto in_rule = [](const std::string& condition) {
        return refused("rule = [{ forbid = " + condition + " }]");
    };
    EXPECT_EQ(in_rule("{}"),
              "rule[0].forbid: `forbid` names no issue; write { issue = \"option\" }\n");
    EXPECT_EQ(in_rule("a"), "rule[0].forbid: `forbid` must be a table of issues and options; write "
                            "{ issue = \"option\" }\n");
    EXPECT_EQ(in_rule("{ x = [] }"), "rule[0].forbid.x: the list of options of issue `x` is empty; "
                                     "name at least one option\n");
    EXPECT_EQ(in_rule("{ x = [a, b, a] }"),
              "rule[0].forbid.x[2]: option `a` stands twice in one list\n");
    EXPECT_EQ(in_rule("{ x = true }"),
              "rule[0].forbid.x: an option must be a text or a number, not true or false\n");
    EXPECT_EQ(in_rule("{ n = 6 }"),
              "rule[0].forbid.n: unknown option `6` of issue `n`; the options "
              "run from 0 to 10 in steps of 5\n");
    for (const std::string beyond : {"-5", "15"}) {
        EXPECT_EQ(in_rule("{ n = " + beyond + " }"),
                  "rule[0].forbid.n: unknown option `" + beyond +
                      "` of issue `n`; the options run from 0 to 10 in steps of 5\n");
    }
    EXPECT_EQ(in_rule("{ n = \"> 10\" }"), "rule[0].forbid.n: no option of issue `n` is `> 10`\n");
    EXPECT_EQ(in_rule("{ x = \"> 10\" }"),
              "rule[0].forbid.x: unknown option `> 10` of issue `x`; known: a, b, c\n");
    EXPECT_EQ(in_rule("{ y = a }"), "key rule[0].forbid.y: unknown issue `y`; known: x, n\n");
}

TEST(BindRule, TakesEachOfItsForms) {
    const Case negotiation =
        bound("rule = [{ if.x = a, then.n = 5 }, { id = no, title = t, forbid.x "
              "= b }, { at_most = 1, of = [{ x = a }, { n = 0 }] }]");
    ASSERT_EQ(negotiation.rules.size(), 3U);
    EXPECT_EQ(std::get<Implication>(negotiation.rules[0].body).conclusion[0].issue, IssueId(1));
    EXPECT_EQ(negotiation.rules[1].key, "no");
    EXPECT_EQ(negotiation.rules[1].title, "t");
    EXPECT_EQ(std::get<AtMost>(negotiation.rules[2].body).count, 1);
    EXPECT_EQ(std::get<AtMost>(negotiation.rules[2].body).conditions.size(), 2U);
    EXPECT_TRUE(negotiation.find_entry("rule.1") && negotiation.find_entry("rule.no") &&
                negotiation.find_entry("rule.3"));
}

TEST(BindRule, RefusesMixturesAndHalves) {
    const auto hint = [](const std::string& id) {
        return "rule[0]: rule `" + id +
               "` is not one rule; write `if` and `then`, or `forbid`, or "
               "`at_most` and `of`\n";
    };
    EXPECT_EQ(refused("rule = [{ id = r }]"), hint("r"));
    EXPECT_EQ(refused("rule = [{ if.x = a }]"), hint("1"));
    EXPECT_EQ(refused("rule = [{ then.x = a }]"), hint("1"));
    EXPECT_EQ(refused("rule = [{ at_most = 1 }]"), hint("1"));
    EXPECT_EQ(refused("rule = [{ of = [{ x = a }] }]"), hint("1"));
    EXPECT_EQ(refused("rule = [{ if.x = a, then.n = 5, forbid.x = b }]"), hint("1"));
    EXPECT_EQ(refused("rule = [{ at_most = 1, of = { x = a } }]"),
              "rule[0].of: `of` must be a list of conditions; write of = [ { issue = \"option\" }, "
              "... ]\n");
    EXPECT_EQ(refused("rule = [{ at_most = 1.5, of = [{ x = a }] }]"),
              "rule[0].at_most: `at_most` must be a whole number\n");
    EXPECT_EQ(refused("rule = [{ at_most = -1, of = [{ x = a }] }]"),
              "rule[0].at_most: `at_most` must lie between 0 and 1000000, not `-1`\n");
    EXPECT_EQ(refused("rule = { forbid.x = a }"),
              "rule: `rule` must be a list of tables, not a table; write [[rule]]\n");
}

TEST(BindItems, HaveIdsThatNoOtherHas) {
    EXPECT_EQ(refused("rule = [{ id = r, forbid.x = a }, { id = r, forbid.x = b }]"),
              "rule[1].id: two [[rule]] have the id `r`; those without id are numbered from 1\n");
    EXPECT_EQ(refused("rule = [{ id = \"2\", forbid.x = a }, { forbid.x = b }]"),
              "rule[1]: two [[rule]] have the id `2`; those without id are numbered from 1\n");
    EXPECT_EQ(refused("rule = [{ id = \"a b\", forbid.x = a }]"),
              "rule[0].id: `a b` cannot be an id; an id has 1 to 64 letters a-z, A-Z, digits, `_` "
              "and `-`\n");
    EXPECT_EQ(refused("rule = [{ id = \"" + std::string(64, 'r') + "\", forbid.x = a }]"), "");
    EXPECT_NE(refused("rule = [{ id = \"" + std::string(65, 'r') + "\", forbid.x = a }]"), "");
}

TEST(BindLimit, TakesItsKeys) {
    const Case negotiation =
        bound("limit = [{ id = l, party = alta, if.x = a, needs.n = 5, firmness "
              "= tested, since = 2019, status = off }, { party = norm, never.x "
              "= b, since = 2027-01-02 }]");
    const Limit& first = negotiation.limits[0];
    EXPECT_EQ(first.party, PartyId(0));
    EXPECT_EQ(first.sense, LimitSense::needs);
    EXPECT_EQ(first.premise.size(), 1U);
    EXPECT_FALSE(first.is_on);
    EXPECT_EQ(first.since, "2019");
    EXPECT_EQ(negotiation.entry(first.entry).firmness, Firmness::tested);
    EXPECT_EQ(negotiation.entry(first.entry).kind, EntryKind::limit);
    const Limit& norm = negotiation.limits[1];
    EXPECT_FALSE(norm.party.has_value());
    EXPECT_EQ(norm.sense, LimitSense::never);
    EXPECT_TRUE(norm.is_on);
    EXPECT_EQ(norm.since, "2027-01-02");
    EXPECT_EQ(negotiation.entry(norm.entry).kind, EntryKind::norm);
}

TEST(BindLimit, RefusesTheRest) {
    EXPECT_EQ(refused("limit = [{ never.x = a }]"), "limit[0]: [[limit]] has no `party`\n");
    EXPECT_EQ(refused("limit = [{ party = alta }]"), "limit[0]: limit `1` needs either `needs` or "
                                                     "`never`; write needs = { issue = \"option\" "
                                                     "}\n");
    EXPECT_EQ(refused("limit = [{ party = alta, needs.x = a, never.x = b }]"),
              "limit[0]: limit `1` needs either `needs` or `never`; write needs = { issue = "
              "\"option\" }\n");
    EXPECT_EQ(refused("limit = [{ party = alta, never.x = a, status = maybe }]"),
              "limit[0].status: `status` cannot be `maybe`; known: off, on\n");
    EXPECT_EQ(
        refused("limit = [{ party = alta, never.x = a, firmness = strong }]"),
        "limit[0].firmness: `firmness` cannot be `strong`; known: declared, long_held, tested, "
        "suspected\n");
    EXPECT_EQ(refused("limit = [{ party = alta, never.x = a, firmness = \"\" }]"),
              "limit[0].firmness: `firmness` cannot be ``; known: declared, long_held, tested, "
              "suspected\n");
    EXPECT_EQ(refused("limit = [{ party = alta, never.x = a, stauts = off }]"),
              "key limit[0].stauts: unknown key `stauts` in [[limit]]; did you mean `status`?\n");
}

TEST(BindBonus, TakesACombinationAndAnyWorth) {
    const Case negotiation =
        bound("bonus = [{ id = b, party = bera, when = { x = a, n = 5 }, value = [-2, 6.5] }]");
    ASSERT_EQ(negotiation.bonuses.size(), 1U);
    EXPECT_EQ(negotiation.bonuses[0].party, PartyId(1));
    EXPECT_EQ(negotiation.bonuses[0].when.size(), 2U);
    EXPECT_EQ(negotiation.bonuses[0].value, (Interval{-2, Rational(13, 2)}));
    EXPECT_EQ(refused("bonus = [{ when.x = a, value = 1 }]"),
              "bonus[0]: [[bonus]] has no `party`\n");
    EXPECT_EQ(refused("bonus = [{ party = bera }]"),
              "bonus[0]: [[bonus]] has no `when`\nbonus[0]: [[bonus]] has no `value`\n");
}

TEST(BindRisk, IsOfOneIssueAndNeverAGain) {
    const Case negotiation = bound("risk = [{ party = alta, option.x = [c, b], loss = [0, 20] }]");
    ASSERT_EQ(negotiation.risks.size(), 1U);
    EXPECT_EQ(indices(negotiation.risks[0].option.options), (Indices{1, 2}));
    EXPECT_EQ(negotiation.risks[0].loss, (Interval{0, 20}));
    EXPECT_EQ(refused("risk = [{ party = alta, option = { x = a, n = 5 }, loss = 1 }]"),
              "risk[0].option: a risk is that of one issue; write a [[risk]] for each, or a "
              "[[bonus]] for the combination\n");
    EXPECT_EQ(refused("risk = [{ party = alta, option.x = a, loss = [-1, 1] }]"),
              "risk[0].loss[0]: `loss` must lie between 0 and 1000000000, not `-1`\n");
}

FallbackPeriod in_force(const std::string& fallback, const std::string& as_of = "") {
    const Case negotiation =
        bound("draft = { d.set.x = a, late.date = 2028-01-01 }, fallback.alta = " + fallback +
              (as_of.empty() ? "" : ", as_of = " + as_of));
    const FallbackPeriod* period = negotiation.fallback_in_force(PartyId(0));
    return period == nullptr ? FallbackPeriod{Date{}, single(-1), Trend::unstated} : *period;
}

TEST(BindFallback, TakesNumbersRangesWordsAndDrafts) {
    EXPECT_EQ(std::get<Interval>(std::get<StanceQuantity>(in_force("[-5, 40]").value)),
              (Interval{-5, 40}));
    EXPECT_EQ(std::get<StanceWord>(std::get<StanceQuantity>(in_force("bad").value)),
              StanceWord::bad);
    EXPECT_EQ(std::get<DraftId>(in_force("{ draft = d, trend = rising }").value), DraftId(0));
    EXPECT_EQ(in_force("{ draft = d, trend = rising }").trend, Trend::rising);
}

TEST(BindFallback, IsTheLastThatHasBegun) {
    const std::string dated = "[{ from = 2027-04-01, value = 30 }, { value = 10 }, "
                              "{ from = 2027-01-01, value = 20 }]";
    const auto value = [&](const std::string& as_of) {
        return std::get<Interval>(std::get<StanceQuantity>(in_force(dated, as_of).value)).low;
    };
    EXPECT_EQ(value("2026-12-31"), Rational(10));
    EXPECT_EQ(value("2027-01-01"), Rational(20));
    EXPECT_EQ(value("2027-03-31"), Rational(20));
    EXPECT_EQ(value("2027-04-01"), Rational(30));
    EXPECT_EQ(value(""), Rational(30));
}

TEST(BindFallback, OnADraftOfALaterDayHasNotBegun) {
    const std::string later = "[{ value = 10 }, { from = 2027-01-01, draft = late }]";
    EXPECT_EQ(std::get<StanceQuantity>(in_force(later, "2027-06-01").value),
              StanceQuantity(single(10)));
    EXPECT_EQ(std::get<DraftId>(in_force(later, "2028-01-01").value), DraftId(1));
}

TEST(BindFallback, RefusesTheRest) {
    EXPECT_EQ(
        refused("fallback.alta = { trend = rising }"),
        "fallback.alta: the fallback of party `alta` needs either `value` or `draft`; write { "
        "value = [20, 40] }, or { draft = \"first\" } for \"as good as that draft\"\n");
    EXPECT_EQ(refused("fallback.alta = []"),
              "fallback.alta: the fallback of party `alta` is an empty list\n");
    EXPECT_EQ(
        refused("fallback.alta = [{ from = 2027-01-01, value = 1 }, { from = 2027-01-01, value "
                "= 2 }]"),
        "fallback.alta: two fallbacks of party `alta` begin on the same day; give each its own "
        "`from`\n");
    EXPECT_EQ(refused("fallback.alta = { value = 1, trend = up }"),
              "fallback.alta.trend: `trend` cannot be `up`; known: rising, steady, falling\n");
    EXPECT_EQ(refused("fallback.coda = 3"),
              "key fallback.coda: unknown party `coda`; known: alta, bera\n");
    EXPECT_EQ(refused("fallback.alta = { value = 1, from = 2027-02-29 }"),
              "fallback.alta.from: `2027-02-29` is not a day of the calendar; write it like "
              "2026-03-01, without a time\n");
}

TEST(BindIntent, TakesThreeWords) {
    const Case negotiation = bound("intent = { alta = doubtful, bera = refuses }");
    EXPECT_EQ(negotiation.intent_of(PartyId(0)), Intent::doubtful);
    EXPECT_EQ(negotiation.intent_of(PartyId(1)), Intent::refuses);
    EXPECT_EQ(bound("title = t").intent_of(PartyId(0)), Intent::seeks);
    EXPECT_EQ(refused("intent.alta = refuse"),
              "intent.alta: an intent cannot be `refuse`; did you mean `refuses`?\n");
}

TEST(BindSupposedLess, TakesPointsAndIsNoEntry) {
    const Case negotiation = bound("accepts_less = { alta = 2.5, bera = 25/3 }");
    EXPECT_EQ(negotiation.supposed_less_of(PartyId(0)), Rational(5, 2));
    EXPECT_EQ(negotiation.supposed_less_of(PartyId(1)), Rational(25, 3));
    EXPECT_EQ(bound("title = t").supposed_less_of(PartyId(0)), Rational(0));
    EXPECT_FALSE(negotiation.find_entry("accepts_less.alta"));
}

TEST(BindSupposedLess, RefusesLessThanNothingRangesWordsAndStrangers) {
    EXPECT_EQ(
        refused("accepts_less = { alta = -1, bera = [1, 2], cora = 3 }"),
        "accepts_less.alta: what party `alta` accepts less must lie between 0 and 1000000000, "
        "not `-1`\n"
        "accepts_less.bera: what party `bera` accepts less must be a number, not a list\n"
        "key accepts_less.cora: unknown party `cora`; known: alta, bera\n");
    EXPECT_EQ(refused("accepts_less.alta = bad"),
              "accepts_less.alta: what party `alta` accepts less must be a number, not a text\n");
}

} // namespace
} // namespace unbracket
