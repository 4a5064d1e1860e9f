#include "unbracket/base/random.hpp"
#include "unbracket/frontier/adjusted_winner.hpp"

#include "tests/reference/adjusted_winner.hpp"
#include "tests/support/divided_points.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

// Divisions of random points: what Brams and Taylor prove of them, and their procedure step by
// step.

namespace unbracket {

namespace {

using testing::Divided;
using testing::Points;
using testing::text_of;

Points random_points(Random& random) {
    Points points(static_cast<std::size_t>(random.between(1, 9)));
    const std::int64_t most = random.chance(1, 2) ? 4 : 60;
    for (auto& [alta, bera] : points) {
        alta = random.between(0, most);
        bera = random.between(0, most);
    }
    return points;
}

/// No issue could be exchanged so that one has more and the other not less.
void expect_efficient(const AdjustedWinner& winner) {
    for (const DividedIssue& kept : winner.issues) {
        for (const DividedIssue& left : winner.issues) {
            if (kept.shares[0].sign() > 0 && left.shares[1].sign() > 0) {
                EXPECT_GE(kept.points[0] * left.points[1], left.points[0] * kept.points[1]);
            }
        }
    }
}

void expect_fair(const AdjustedWinner& winner) {
    std::array<Rational, 2> sums;
    std::size_t cut = 0;
    for (const DividedIssue& issue : winner.issues) {
        EXPECT_EQ(issue.shares[0] + issue.shares[1], Rational(1));
        cut += issue.shares[0].sign() > 0 && issue.shares[1].sign() > 0 ? 1U : 0U;
        sums[0] += issue.shares[0] * issue.points[0];
        sums[1] += issue.shares[1] * issue.points[1];
    }
    EXPECT_EQ(sums[0], sums[1]); // equitable
    EXPECT_EQ(sums[0], winner.points);
    EXPECT_GE(winner.points, Rational(50)); // nobody would rather have the other's part
    EXPECT_LE(cut, 1U);
    EXPECT_EQ(cut == 1, winner.split.has_value());
}

Rational points_by_definition(const AdjustedWinner& winner, std::size_t first) {
    std::vector<reference::IssuePoints> issues;
    for (const DividedIssue& issue : winner.issues) {
        issues.push_back({issue.points[first], issue.points[1 - first]});
    }
    const std::vector<Rational> shares = reference::adjusted_winner(issues);
    Rational sum;
    for (std::size_t at = 0; at < issues.size(); ++at) {
        sum += shares[at] * issues[at][0];
    }
    return sum;
}

} // namespace

TEST(AdjustedWinnerOfRandomPoints, IsFairAndThatOfTheProcedure) {
    for (std::uint64_t index = 0; index < testing::shared_count(5'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("AdjustedWinnerOfRandomPoints.*"));
        Random random(testing::suite_seed() * 1'000'249 + index);
        const Points points = random_points(random);
        const Divided divided(text_of(points));
        if (!std::holds_alternative<AdjustedWinner>(divided.answer)) {
            continue;
        }
        expect_fair(divided.winner());
        expect_efficient(divided.winner());
        EXPECT_EQ(points_by_definition(divided.winner(), 0), divided.winner().points);
        EXPECT_EQ(points_by_definition(divided.winner(), 1), divided.winner().points);
        ASSERT_FALSE(HasFailure());
    }
}

TEST(AdjustedWinnerOfRandomPoints, SwapsWhatPartiesGetWhenTheyAreSwapped) {
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("AdjustedWinnerOfRandomPoints.*"));
        Random random(testing::suite_seed() * 1'000'253 + index);
        const std::string text = text_of(random_points(random));
        std::string other = text;
        const std::string names = "party = { alta = {}, bera = {} }";
        other.replace(other.find(names), names.size(), "party = { bera = {}, alta = {} }");
        const Divided one(text), turned(other);
        ASSERT_EQ(one.answer.index(), turned.answer.index());
        for (std::size_t at = 0; one.answer.index() == 0 && at < one.winner().issues.size(); ++at) {
            ASSERT_EQ(one.share(at, 0), turned.share(at, 1));
        }
    }
}

} // namespace unbracket
