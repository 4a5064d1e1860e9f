#include "unbracket/zone/curve_values.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

/// The number of a share from 0 to 10, as one party sees it.
class Share {
public:
    explicit Share(const std::string& curve)
        : case_(testing::case_of("party.alta = {}, issue.share = { range = { min = 0, max = 10, "
                                 "step = 1 }, weight.alta = 1, curve.alta = { " +
                                 curve + " } }")),
          seen_(appraise(case_).front().issues.front()) {}

    const Case& negotiation() const { return case_; }
    const IssueAppraisal& seen() const { return seen_; }
    Interval at(std::size_t number) const { return seen_.options[number].value; }
    std::string red_lines() const {
        std::string all;
        for (const OptionAppraisal& option : seen_.options) {
            all += option.is_red_line ? 'x' : '.';
        }
        return all;
    }
    /// Whether the first number is worth at least the second in every reading.
    bool ranks(std::size_t better, std::size_t worse) const {
        return is_at_least(seen_, OptionId(better), OptionId(worse));
    }

private:
    Case case_;
    IssueAppraisal seen_;
};

const std::string falling = "ideal = 2, tolerable = 6, bad = 8"; // worse as the number grows

TEST(CurveValues, AreThoseOfTheWordsAtTheNamedValues) {
    const Share share(falling);
    EXPECT_EQ(share.at(2), (Interval{100, 100}));
    EXPECT_EQ(share.at(6), (Interval{30, 60}));
    EXPECT_EQ(share.at(8), (Interval{0, 30}));
}

TEST(CurveValues, RunStraightBetweenNamedValues) {
    const Share share(falling);
    // A quarter and a half of the way from [100, 100] to [30, 60].
    EXPECT_EQ(share.at(3), (Interval{Rational(165, 2), 90}));
    EXPECT_EQ(share.at(4), (Interval{65, 80}));
    // Half way from [30, 60] to [0, 30].
    EXPECT_EQ(share.at(7), (Interval{15, 45}));
}

TEST(CurveValues, StayOnTheBetterSideAndAreBadBeyondTheLast) {
    const Share share("acceptable = 3, tolerable = 5");
    EXPECT_EQ(share.at(0), (Interval{60, 90}));
    EXPECT_EQ(share.at(3), (Interval{60, 90}));
    EXPECT_EQ(share.at(5), (Interval{30, 60}));
    EXPECT_EQ(share.at(6), (Interval{0, 30}));
    EXPECT_EQ(share.at(10), (Interval{0, 30}));
}

TEST(CurveValues, MayFallTowardsSmallerNumbers) {
    const Share share("ideal = 8, bad = 4");
    EXPECT_EQ(share.at(10), (Interval{100, 100}));
    EXPECT_EQ(share.at(8), (Interval{100, 100}));
    EXPECT_EQ(share.at(7), (Interval{75, Rational(165, 2)}));
    EXPECT_EQ(share.at(4), (Interval{0, 30}));
    EXPECT_EQ(share.at(0), (Interval{0, 30}));
}

TEST(CurveValues, RankOptionsUpToTheLastNamedValue) {
    const Share share(falling);
    EXPECT_TRUE(share.ranks(2, 3));
    EXPECT_TRUE(share.ranks(0, 8));
    EXPECT_FALSE(share.ranks(3, 2));
    EXPECT_FALSE(share.ranks(8, 7));
    // Beyond the last value all are bad, and nothing says which is worse.
    EXPECT_FALSE(share.ranks(8, 9));
    EXPECT_FALSE(share.ranks(2, 9));
    EXPECT_FALSE(share.ranks(9, 10));
}

TEST(CurveValues, AreOneConstantOnTheBetterSideOfTheBest) {
    const Share share("acceptable = 3, bad = 5");
    EXPECT_TRUE(share.ranks(0, 3) && share.ranks(3, 0));
    EXPECT_EQ(difference(share.seen(), OptionId(0), OptionId(3)), (Interval{0, 0}));
    // At 4 the range is [30, 60], from 3 with [60, 90] it can only fall.
    EXPECT_EQ(difference(share.seen(), OptionId(3), OptionId(4)), (Interval{0, 60}));
    EXPECT_EQ(difference(share.seen(), OptionId(4), OptionId(0)), (Interval{-60, 0}));
}

TEST(CurveValues, AnOnlyKnotSplitsTheNumbersInTwo) {
    const Share share("ideal = 4, redline = \"> 8\"");
    EXPECT_EQ(share.at(4), (Interval{100, 100}));
    EXPECT_EQ(share.at(5), (Interval{0, 30}));
    EXPECT_EQ(share.red_lines(), ".........xx");
    const Share mirrored("ideal = 4, redline = \"< 2\"");
    EXPECT_EQ(mirrored.at(9), (Interval{100, 100}));
    EXPECT_EQ(mirrored.at(3), (Interval{0, 30}));
    EXPECT_EQ(mirrored.red_lines(), "xx.........");
}

TEST(CurveValues, HaveARedLineWithOrWithoutItsBound) {
    EXPECT_EQ(Share(falling).red_lines(), "...........");
    EXPECT_EQ(Share(falling + ", redline = \"> 7\"").red_lines(), "........xxx");
    EXPECT_EQ(Share(falling + ", redline = \">= 7\"").red_lines(), ".......xxxx");
    EXPECT_EQ(Share("ideal = 8, bad = 2, redline = \"<= 3\"").red_lines(), "xxxx.......");
    EXPECT_EQ(Share("ideal = 8, bad = 2, redline = \"< 2.5\"").red_lines(), "xxx........");
    EXPECT_EQ(Share(falling + ", redline = \"none\"").red_lines(), "...........");
}

TEST(CurveValues, OfOptionsBeyondARedLineAreKept) {
    EXPECT_EQ(Share(falling + ", redline = \"> 3\"").at(4), (Interval{65, 80}));
}

IssueAppraisal changed(const Share& share, const std::string& address,
                       const std::optional<Interval>& value) {
    const auto entry = share.negotiation().find_entry("issue.share.curve.alta." + address);
    EXPECT_TRUE(entry.has_value()) << address;
    return appraise(share.negotiation(), EntryOverride{*entry, value}).front().issues.front();
}

TEST(CurveValues, FollowTheRangeThatIsPutInForAKnot) {
    const IssueAppraisal seen = changed(Share(falling), "tolerable", Interval{40, 40});
    EXPECT_EQ(seen.options[6].value, (Interval{40, 40}));
    EXPECT_EQ(seen.options[4].value, (Interval{70, 70}));
    EXPECT_EQ(seen.options[7].value, (Interval{20, 35}));
    EXPECT_EQ(seen.options[2].value, (Interval{100, 100}));
}

TEST(CurveValues, OfAKnotMadeUnknownAreKeptInOrderByTheOthers) {
    const IssueAppraisal seen = changed(Share(falling), "tolerable", std::nullopt);
    // 0 to 100 at the knot, but never below what bad at 8 may be made to be.
    EXPECT_EQ(seen.options[6].value, (Interval{0, 100}));
    EXPECT_EQ(seen.options[4].value, (Interval{50, 100}));
}

TEST(CurveValues, LoseTheRedLineThatIsMadeUnknown) {
    const IssueAppraisal seen =
        changed(Share(falling + ", redline = \"> 7\""), "redline", std::nullopt);
    EXPECT_TRUE(std::none_of(seen.options.begin(), seen.options.end(),
                             [](const OptionAppraisal& option) { return option.is_red_line; }));
    EXPECT_EQ(seen.options[8].value, (Interval{0, 30}));
}

} // namespace
} // namespace unbracket
