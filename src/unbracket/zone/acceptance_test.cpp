#include "unbracket/zone/acceptance.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const PartyId alta(0);
constexpr Certainty possible = Certainty::possible, sure = Certainty::sure;

Outcome outcome(std::initializer_list<std::size_t> options) {
    Outcome all;
    for (const std::size_t option : options) {
        all.emplace_back(option);
    }
    return all;
}

/// A case with the questions that tests ask about it.
class Asking {
public:
    explicit Asking(const std::string& text)
        : case_(testing::case_of(text)), appraisal_(appraise(case_)) {}

    /// Of the first party: two letters, whether some and whether every reading accepts.
    std::string accepts(const Outcome& chosen) const {
        const auto letter = [&](Certainty certainty) {
            return unbracket::accepts(case_, appraisal_, alta, chosen, certainty) ? "y" : "n";
        };
        return std::string(letter(possible)) + letter(sure);
    }
    Refusal refusal(const Outcome& chosen, const Asked& asked) const {
        return unbracket::refusal(case_, appraisal_, alta, chosen, asked);
    }
    bool agrees(const Outcome& chosen, const Asked& asked = possible) const {
        return is_agreement(case_, appraisal_, chosen, asked);
    }
    Interval surplus(const Outcome& chosen) const {
        return unbracket::surplus(case_, appraisal_, alta, chosen);
    }
    bool breaks_plan(const Outcome& chosen, const Omissions& omissions = {}) const {
        return unbracket::breaks_plan(case_, chosen, omissions);
    }
    Omissions without(const std::string& address) const {
        Omissions omissions(case_.entries.size(), false);
        omissions[as_index(*case_.find_entry(address))] = true;
        return omissions;
    }

private:
    Case case_;
    Appraisal appraisal_;
};

/// One issue with options a and b and what the first party says.
std::string one_issue(const std::string& assessment) {
    return "party.alta = {}, issue.x = { option = [a, b], " + assessment + " }";
}

TEST(Acceptance, NeedsAValueThatReachesTheFallback) {
    const std::string rated = one_issue("weight.alta = 1, stance.alta = { a = [40, 60], b = 50 }");
    const auto with = [&](const std::string& fallback) {
        return Asking(rated + ", fallback.alta = " + fallback).accepts(outcome({0}));
    };
    EXPECT_EQ(with("40"), "yy"); // what is just as good suffices
    EXPECT_EQ(with("40.001"), "yn");
    EXPECT_EQ(with("60"), "yn");
    EXPECT_EQ(with("60.001"), "nn");
    EXPECT_EQ(with("[30, 40]"), "yy");
    EXPECT_EQ(with("[60, 70]"), "yn");
}

TEST(Acceptance, WeighsIssuesAgainstEachOther) {
    // The example of docs/methods/ranges.md.
    const Asking asking(R"(party.alta = {}, fallback.alta = 50, issue = {
        land = { option = [m], weight.alta = [1, 3], stance.alta.m = 80 },
        water = { option = [p], weight.alta = 2, stance.alta.p = 20 } })");
    EXPECT_EQ(asking.accepts(outcome({0, 0})), "yn");
    // Means from (80 + 2 * 20) / 3 to (3 * 80 + 2 * 20) / 5.
    EXPECT_EQ(asking.surplus(outcome({0, 0})), (Interval{-10, 6}));
}

TEST(Acceptance, OfASumOfZeroNeedsSomeWeight) {
    const auto with = [](const std::string& weight) {
        return Asking(one_issue("weight.alta = " + weight + ", stance.alta = { a = 10, b = 60 }") +
                      ", fallback.alta = 50");
    };
    // With weight 0 the sum 0 * (10 - 50) is 0, but no weight at all is no reading.
    EXPECT_EQ(with("[0, 3]").accepts(outcome({0})), "nn");
    EXPECT_EQ(with("[0, 3]").accepts(outcome({1})), "yy");
    EXPECT_EQ(with("[1, 3]").accepts(outcome({0})), "nn");
}

TEST(Acceptance, ComparesWithADraftInTheSameReading) {
    const std::string ordered = one_issue("weight.alta = 1, stance.alta = \"a > b\"");
    const Asking asking(ordered + ", draft.d.set.x = b, fallback.alta = { draft = d }");
    EXPECT_EQ(asking.accepts(outcome({0})), "yy");
    EXPECT_EQ(asking.accepts(outcome({1})), "yy"); // the draft itself
    const Asking reversed(ordered + ", draft.d.set.x = a, fallback.alta = { draft = d }");
    EXPECT_EQ(reversed.accepts(outcome({1})), "yn");
}

TEST(Acceptance, CountsABonusOnlyForItsCombination) {
    const Asking asking(one_issue("score.alta = { a = 4, b = 4 }") +
                        ", fallback.alta = 6, "
                        "bonus = [{ party = alta, when.x = a, value = [1, 2] }]");
    EXPECT_EQ(asking.accepts(outcome({0})), "yn");
    EXPECT_EQ(asking.accepts(outcome({1})), "nn");
    EXPECT_EQ(asking.surplus(outcome({0})), (Interval{-1, 0}));
    EXPECT_EQ(asking.surplus(outcome({1})), (Interval{-2, -2}));
}

TEST(Acceptance, TakesLossesOff) {
    const Asking asking(one_issue("score.alta = { a = 4, b = 4 }") +
                        ", fallback.alta = 3, "
                        "risk = [{ party = alta, option.x = a, loss = [1, 2] }]");
    EXPECT_EQ(asking.accepts(outcome({0})), "yn");
    EXPECT_EQ(asking.accepts(outcome({1})), "yy");
}

TEST(Acceptance, OfAPartyWithoutValuesIsOfWhateverItsLimitsAllow) {
    const Asking asking("party.alta = {}, issue.x = { option = [a, b] }, "
                        "limit = [{ party = alta, never.x = b }]");
    EXPECT_EQ(asking.accepts(outcome({0})), "yy");
    EXPECT_EQ(asking.accepts(outcome({1})), "nn");
    EXPECT_EQ(asking.surplus(outcome({1})), (Interval{0, 0}));
}

TEST(Refusal, SaysWhatStandsInTheWay) {
    const std::string text =
        "party.alta = {}, issue = { x = { option = [a, b, c, d], weight.alta = 1, "
        "stance.alta = { a = 90, b = \"redline 90\", c = unknown, d = 10 } }, "
        "y = { option = [k, l] } }, fallback.alta = 50, "
        "limit = [{ party = alta, if.x = a, never.y = l }]";
    const Asking asking(text);
    EXPECT_EQ(asking.refusal(outcome({0, 0}), sure), Refusal::none);
    EXPECT_EQ(asking.refusal(outcome({0, 1}), possible), Refusal::limit);
    EXPECT_EQ(asking.refusal(outcome({1, 0}), possible), Refusal::red_line);
    EXPECT_EQ(asking.refusal(outcome({2, 0}), possible), Refusal::none);
    EXPECT_EQ(asking.refusal(outcome({2, 0}), sure), Refusal::unknown_option);
    EXPECT_EQ(asking.refusal(outcome({3, 0}), possible), Refusal::value);
    const Asking doubting(text + ", intent.alta = doubtful");
    EXPECT_EQ(doubting.refusal(outcome({0, 0}), possible), Refusal::none);
    EXPECT_EQ(doubting.refusal(outcome({0, 0}), sure), Refusal::intent);
    EXPECT_EQ(Asking(text + ", intent.alta = refuses").refusal(outcome({0, 0}), possible),
              Refusal::intent);
}

TEST(Refusal, GoesWithTheEntryThatIsLeftOut) {
    const Asking asking(
        "party.alta = {}, issue.x = { option = [a, b, c], weight.alta = 1, "
        "stance.alta = { a = \"redline 90\", b = 90, c = 10 } }, fallback.alta = 50, "
        "limit = [{ party = alta, never.x = b }]");
    const auto left = [&](std::size_t option, const std::string& address) {
        const Omissions omissions = asking.without(address);
        return asking.refusal(outcome({option}), Asked(possible, omissions));
    };
    EXPECT_EQ(left(0, "issue.x.stance.alta.a"), Refusal::none); // its worth 90 stays
    EXPECT_EQ(left(1, "limit.1"), Refusal::none);
    EXPECT_EQ(left(2, "fallback.alta"), Refusal::none);
    EXPECT_EQ(left(0, "fallback.alta"), Refusal::red_line);
    EXPECT_EQ(left(1, "fallback.alta"), Refusal::limit);
}

TEST(Limits, BindUnderTheirConditionWhileTheyAreOn) {
    const auto broken = [](const std::string& limit, const Outcome& chosen) {
        const Case negotiation =
            testing::case_of("party.alta = {}, issue = { x = { option = [a, b, c] }, "
                             "y = { option = [k, l] } }, limit = [{ party = alta, " +
                             limit + " }]");
        return breaks(negotiation.limits.front(), chosen);
    };
    EXPECT_TRUE(broken("needs.x = [a, b]", outcome({2, 0})));
    EXPECT_FALSE(broken("needs.x = [a, b]", outcome({1, 0})));
    EXPECT_TRUE(broken("needs = { x = a, y = k }", outcome({0, 1})));
    EXPECT_TRUE(broken("never = { x = a, y = k }", outcome({0, 0})));
    EXPECT_FALSE(broken("never = { x = a, y = k }", outcome({0, 1})));
    EXPECT_TRUE(broken("if.y = l, needs.x = a", outcome({1, 1})));
    EXPECT_FALSE(broken("if.y = l, needs.x = a", outcome({1, 0})));
    EXPECT_FALSE(broken("needs.x = a, status = off", outcome({2, 0})));
}

TEST(Rules, OfEveryFormAreBrokenByWhatTheyForbid) {
    const auto broken = [](const std::string& rule, const Outcome& chosen) {
        const Case negotiation = testing::case_of(
            "party.alta = {}, issue = { x = { option = [a, b] }, y = { option = [k, l] }, "
            "z = { option = [p, q] } }, rule = [{ " +
            rule + " }]");
        return breaks(negotiation.rules.front(), chosen);
    };
    EXPECT_TRUE(broken("if.x = a, then = { y = k, z = p }", outcome({0, 0, 1})));
    EXPECT_FALSE(broken("if.x = a, then = { y = k, z = p }", outcome({0, 0, 0})));
    EXPECT_FALSE(broken("if.x = a, then = { y = k, z = p }", outcome({1, 1, 1})));
    EXPECT_TRUE(broken("forbid = { x = b, z = q }", outcome({1, 0, 1})));
    EXPECT_FALSE(broken("forbid = { x = b, z = q }", outcome({1, 0, 0})));
    const std::string at_most = "at_most = 1, of = [{ x = a }, { y = k }, { x = a, z = p }]";
    EXPECT_FALSE(broken(at_most, outcome({0, 1, 1})));
    EXPECT_TRUE(broken(at_most, outcome({0, 0, 1})));
    EXPECT_TRUE(broken(at_most, outcome({0, 1, 0}))); // x = a counts twice with z = p
    EXPECT_FALSE(broken(at_most, outcome({1, 0, 0})));
}

TEST(Plan, IsBrokenByARuleOrANormUnlessThatIsLeftOut) {
    const Asking asking("party.alta = {}, issue.x = { option = [a, b, c] }, "
                        "rule = [{ forbid.x = a }], limit = [{ party = norm, never.x = b }, "
                        "{ party = alta, never.x = c }]");
    EXPECT_TRUE(asking.breaks_plan(outcome({0})));
    EXPECT_TRUE(asking.breaks_plan(outcome({1})));
    EXPECT_FALSE(asking.breaks_plan(outcome({2}))); // a party's own affair
    EXPECT_FALSE(asking.breaks_plan(outcome({0}), asking.without("rule.1")));
    EXPECT_FALSE(asking.breaks_plan(outcome({1}), asking.without("limit.1")));
    EXPECT_FALSE(asking.agrees(outcome({0})));
}

TEST(Agreement, NeedsTheRequiredPartiesAndEnoughOfTheCounted) {
    // Each of the options suits other parties: a all, b alta and bera, c bera and coda, d alta.
    const std::string text =
        "party = { alta = {}, bera = {}, coda = {} }, fallback = { alta = 1, bera = 1, coda = 1 }, "
        "issue.x = { option = [a, b, c, d], score = { alta = { a = 1, b = 1, c = 0, d = 1 }, "
        "bera = { a = 1, b = 1, c = 1, d = 0 }, coda = { a = 1, b = 0, c = 1, d = 0 } } }, ";
    const auto zone = [&](const std::string& rule) {
        const Asking asking(text + "agreement = { " + rule + " }");
        std::string all;
        for (std::size_t option = 0; option < 4; ++option) {
            all += asking.agrees(outcome({option})) ? "abcd"[option] : '.';
        }
        return all;
    };
    EXPECT_EQ(zone(""), "a...");
    EXPECT_EQ(zone("required = [alta]"), "ab.d");
    EXPECT_EQ(zone("required = [alta], at_least = 2"), "ab..");
    EXPECT_EQ(zone("required = [], at_least = 2"), "abc.");
    EXPECT_EQ(zone("required = [], at_least = 1"), "abcd");
    EXPECT_EQ(zone("required = [bera, coda], at_least = 3"), "a...");
}

} // namespace
} // namespace unbracket
