#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/zone/synthetic.hpp"
#include "unbracket/zone/verdict.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

Case synthetic(const SyntheticOptions& options) {
    const Result<Node> document = synthetic_document(options);
    EXPECT_TRUE(document.ok());
    Result<Case> negotiation = bind_case(document.value());
    EXPECT_TRUE(negotiation.ok());
    return std::move(negotiation).value();
}

VerdictKind verdict(const SyntheticOptions& options) {
    const Case negotiation = synthetic(options);
    return kind_of(decide(negotiation, appraise(negotiation)));
}

constexpr SyntheticOptions small{.parties = 3, .issues = 4, .options = 3};

TEST(Synthetic, HasTheSizesThatAreAskedFor) {
    const Case negotiation = synthetic({.parties = 4, .issues = 6, .options = 2});
    EXPECT_EQ(negotiation.parties.size(), 4U);
    ASSERT_EQ(negotiation.issues.size(), 6U);
    EXPECT_EQ(negotiation.issues[5].options.size(), 2U);
    EXPECT_EQ(negotiation.fallbacks.size(), 4U);
    EXPECT_EQ(negotiation.parties[3].scale, Scale::scores);
}

TEST(Synthetic, IsTheSameForTheSameSeedAndAnotherForAnother) {
    SyntheticOptions options = small;
    const std::string first = canonical_text(synthetic_document(options).value());
    EXPECT_EQ(canonical_text(synthetic_document(options).value()), first);
    options.seed = 2;
    EXPECT_NE(canonical_text(synthetic_document(options).value()), first);
}

/// The sum of a party's best score on each issue.
Rational best_total(const Case& negotiation, PartyId party) {
    Rational sum;
    const PartyAppraisal own = appraise(negotiation)[as_index(party)];
    for (const IssueAppraisal& issue : own.issues) {
        const auto best = std::max_element(
            issue.options.begin(), issue.options.end(),
            [](const auto& a, const auto& b) { return a.value.high < b.value.high; });
        sum += best->value.high;
    }
    return sum;
}

TEST(Synthetic, GivesEveryPartyTheSameBestTotalUpToRounding) {
    for (const SyntheticClass kind :
         {SyntheticClass::independent, SyntheticClass::opposed, SyntheticClass::correlated,
          SyntheticClass::near_zero_sum, SyntheticClass::zero_sum}) {
        const Case negotiation =
            synthetic({.parties = 4, .issues = 5, .options = 3, .kind = kind, .scale = 1000});
        for (std::size_t party = 0; party < 4; ++party) {
            const Rational total = best_total(negotiation, PartyId(party));
            EXPECT_GE(total, Rational(1000 - 5));
            EXPECT_LE(total, Rational(1000 + 5));
        }
    }
}

TEST(Synthetic, StartsEveryIssueAtNothing) {
    const Case negotiation = synthetic(small);
    for (const PartyAppraisal& own : appraise(negotiation)) {
        for (const IssueAppraisal& issue : own.issues) {
            EXPECT_TRUE(std::any_of(
                issue.options.begin(), issue.options.end(),
                [](const OptionAppraisal& option) { return option.value.high.sign() == 0; }));
        }
    }
}

TEST(Synthetic, OfCoarseScaleMultipliesSmallNumbers) {
    SyntheticOptions options = small;
    options.scale = 0;
    for (const PartyAppraisal& own : appraise(synthetic(options))) {
        for (const IssueAppraisal& issue : own.issues) {
            for (const OptionAppraisal& option : issue.options) {
                EXPECT_LE(option.value.high, Rational(20)); // 5 times 4
                EXPECT_GE(option.value.low, Rational(0));
            }
        }
    }
}

TEST(Synthetic, HoldsAnAgreementExactlyWhereOneIsPlanted) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        SyntheticOptions options = small;
        options.seed = seed;
        options.kind = seed % 2 == 0 ? SyntheticClass::opposed : SyntheticClass::zero_sum;
        options.planted = Planted::yes;
        EXPECT_EQ(verdict(options), VerdictKind::agreement) << seed;
        options.planted = Planted::no;
        EXPECT_EQ(verdict(options), VerdictKind::no_agreement) << seed;
    }
}

TEST(Synthetic, WithAMarginAsksForLessOrMore) {
    SyntheticOptions options = small;
    options.planted = Planted::no;
    options.margin = 20;
    EXPECT_EQ(verdict(options), VerdictKind::no_agreement);
    options.planted = Planted::yes;
    options.margin = 60;
    EXPECT_EQ(verdict(options), VerdictKind::agreement);
}

TEST(Synthetic, MakesARangeOfEveryNumber) {
    SyntheticOptions options = small;
    const Case exact = synthetic(options);
    options.range = 7;
    const Case wide = synthetic(options);
    const Interval number = appraise(exact)[1].issues[2].options[1].value;
    const Interval range = appraise(wide)[1].issues[2].options[1].value;
    EXPECT_EQ(range, (Interval{number.low - Rational(7), number.low + Rational(7)}));
    const auto fallback = std::get<Interval>(appraise(wide)[0].fallback);
    EXPECT_EQ(fallback.high - fallback.low, Rational(14));
}

TEST(Synthetic, AsksForHalfOfTheBestTotalWhereNothingIsPlanted) {
    const Case negotiation = synthetic(small);
    const auto fallback = std::get<Interval>(appraise(negotiation)[0].fallback);
    const Rational half = best_total(negotiation, PartyId(0)) / Rational(2);
    EXPECT_EQ(fallback, single(*half.floor_to_int64()));
}

std::string refusal(const SyntheticOptions& options) {
    const Result<Node> document = synthetic_document(options);
    std::string all;
    for (const Diagnostic& problem : document.problems()) {
        all += to_string(problem) + "\n";
    }
    return all;
}

TEST(Synthetic, RefusesSizesThatNoCaseMayHave) {
    EXPECT_EQ(refusal({.parties = 0, .issues = 513, .options = 4097}),
              "the number of parties is out of range; give 1 to 128 parties\n"
              "the number of issues is out of range; give 1 to 512 issues\n"
              "the number of options is out of range; give 1 to 4096 options\n");
    EXPECT_EQ(refusal({.scale = -1, .margin = 101}),
              "the scale is out of range; give coarse or a party total up to 1000000000\n"
              "the margin is out of range; give 0 to 100 percent\n");
    EXPECT_EQ(refusal({.parties = 128, .issues = 512, .options = 4096}),
              "a case assesses at most 4,000,000 options over all parties and issues, not "
              "268435456; lower --parties, --issues or --options\n");
}

TEST(Synthetic, ReadsTheNamesOfItsClasses) {
    EXPECT_EQ(parse_synthetic_class("rand"), SyntheticClass::independent);
    EXPECT_EQ(parse_synthetic_class("opp"), SyntheticClass::opposed);
    EXPECT_EQ(parse_synthetic_class("corr"), SyntheticClass::correlated);
    EXPECT_EQ(parse_synthetic_class("nzs"), SyntheticClass::near_zero_sum);
    EXPECT_EQ(parse_synthetic_class("zs"), SyntheticClass::zero_sum);
    EXPECT_EQ(parse_synthetic_class("random"), std::nullopt);
}

} // namespace
} // namespace unbracket
