#include "unbracket/base/random.hpp"
#include "unbracket/zone/certificate/ranges.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace unbracket::certificate {
namespace {

std::vector<Range> narrowed(std::vector<Range> points, const std::vector<Ladder>& ladders) {
    narrow(points, ladders);
    return points;
}

bool are(const Range& range, int low, int high) {
    return range.low == low && range.high == high;
}

TEST(Ladder, PassesUpperEndsDownAndLowerEndsUp) {
    const auto points = narrowed({{10, 60}, {40, 90}, {0, 100}}, {{{0}, {1}, {2}}});
    EXPECT_TRUE(are(points[0], 40, 60));
    EXPECT_TRUE(are(points[1], 40, 60));
    EXPECT_TRUE(are(points[2], 0, 60));
}

TEST(Ladder, MakesEqualsEqual) {
    const auto points = narrowed({{10, 60}, {40, 90}}, {{{0, 1}}});
    EXPECT_TRUE(are(points[0], 40, 60));
    EXPECT_TRUE(are(points[1], 40, 60));
}

TEST(Ladder, ThatCannotBeKeptEmptiesARange) {
    std::vector<Range> points = {{0, 30}, {0, 100}, {40, 90}};
    EXPECT_FALSE(narrow(points, {{{0}, {1}, {2}}}));
}

TEST(Ladder, WorksTogetherWithOthers) {
    const auto points = narrowed({{0, 100}, {0, 100}, {50, 50}}, {{{0}, {1}}, {{1}, {2}}});
    EXPECT_TRUE(are(points[0], 50, 100));
    EXPECT_TRUE(are(points[1], 50, 100));
}

/// Whether the numbers keep to all ladders.
bool keeps(const std::vector<int>& numbers, const std::vector<Ladder>& ladders) {
    for (const Ladder& ladder : ladders) {
        int lowest_so_far = 1000;
        for (const std::vector<std::size_t>& level : ladder) {
            int lowest = 1000, highest = -1000;
            for (const std::size_t point : level) {
                lowest = std::min(lowest, numbers[point]);
                highest = std::max(highest, numbers[point]);
            }
            if (lowest != highest || highest > lowest_so_far) {
                return false;
            }
            lowest_so_far = lowest;
        }
    }
    return true;
}

Ladder random_ladder(Random& random, std::size_t points) {
    std::vector<std::size_t> left(points);
    for (std::size_t i = 0; i < points; ++i) {
        left[i] = i;
    }
    Ladder ladder;
    while (!left.empty()) {
        const auto at = static_cast<std::size_t>(random.between(0, std::ssize(left) - 1));
        if (random.chance(3, 4)) {
            if (ladder.empty() || random.chance(3, 4)) {
                ladder.emplace_back();
            }
            ladder.back().push_back(left[at]);
        }
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return ladder;
}

TEST(Ladder, LeavesExactlyTheNumbersThatOccur) {
    constexpr int size = 4, points = 4;
    Random random(testing::suite_seed());
    for (int round = 0; round < 300; ++round) {
        std::vector<Range> ranges;
        std::vector<std::pair<int, int>> seen(points, {1000, -1000});
        std::vector<std::pair<int, int>> ends;
        for (int i = 0; i < points; ++i) {
            const int low = static_cast<int>(random.between(0, size - 1));
            ends.emplace_back(low, static_cast<int>(random.between(low, size - 1)));
            ranges.push_back({ends.back().first, ends.back().second});
        }
        const std::vector<Ladder> ladders = {random_ladder(random, points),
                                             random_ladder(random, points)};
        for (int code = 0; code < size * size * size * size; ++code) {
            const std::vector<int> numbers = {code % size, code / size % size,
                                              code / size / size % size, code / size / size / size};
            bool is_inside = keeps(numbers, ladders);
            for (std::size_t i = 0; i < points; ++i) {
                is_inside =
                    is_inside && ends[i].first <= numbers[i] && numbers[i] <= ends[i].second;
            }
            for (std::size_t i = 0; is_inside && i < points; ++i) {
                seen[i].first = std::min(seen[i].first, numbers[i]);
                seen[i].second = std::max(seen[i].second, numbers[i]);
            }
        }
        const bool has_some = narrow(ranges, ladders);
        ASSERT_EQ(has_some, seen[0].second >= 0) << "round " << round;
        for (std::size_t i = 0; has_some && i < points; ++i) {
            EXPECT_TRUE(are(ranges[i], seen[i].first, seen[i].second)) << "round " << round;
        }
    }
}

/// One party, issues of two options with these stances, weights as given, nothing else.
Case stances(const std::vector<std::pair<Interval, std::pair<Interval, Interval>>>& issues) {
    Case given;
    given.parties.push_back({.key = "a", .scale = Scale::stances});
    given.agreement.counted = {PartyId(0)};
    for (const auto& [weight, worth] : issues) {
        Issue issue;
        issue.options.resize(2);
        Assessment assessment;
        assessment.weight = Weight{EntryId(0), weight};
        assessment.stances = {Rating{EntryId(0), false, worth.first},
                              Rating{EntryId(0), false, worth.second}};
        issue.assessments.push_back(std::move(assessment));
        given.issues.push_back(std::move(issue));
    }
    return given;
}

Interval random_interval(Random& random, std::int64_t high) {
    const std::int64_t low = random.between(0, high);
    return {low, random.between(low, high)};
}

/// Smallest and largest weighted mean over all corners of weights and stances, all options.
std::optional<Range> extremes_at_corners(const Case& given) {
    std::optional<Range> extremes;
    const std::size_t issues = given.issues.size();
    for (std::size_t corner = 0; corner < (std::size_t{1} << (3 * issues)); ++corner) {
        Fraction sum, weights;
        for (std::size_t i = 0; i < issues; ++i) {
            const Assessment& own = given.issues[i].assessments[0];
            const std::size_t bits = corner >> (3 * i);
            const Range weight = exact(std::get<Interval>(own.weight->quantity));
            const Range worth = exact(std::get<Interval>(own.stances[bits & 1U]->worth));
            const Fraction& heavy = (bits & 2U) != 0 ? weight.high : weight.low;
            sum += heavy * ((bits & 4U) != 0 ? worth.high : worth.low);
            weights += heavy;
        }
        if (weights > 0) {
            const Fraction mean = sum / weights;
            extremes = extremes
                           ? Range{std::min(extremes->low, mean), std::max(extremes->high, mean)}
                           : Range{mean, mean};
        }
    }
    return extremes;
}

TEST(MissingFallback, RunsFromTheWorstToTheBestWeightedMean) {
    Random random(testing::suite_seed());
    for (int round = 0; round < 300; ++round) {
        std::vector<std::pair<Interval, std::pair<Interval, Interval>>> issues;
        for (std::int64_t i = random.between(1, 3); i > 0; --i) {
            issues.push_back({random_interval(random, 3),
                              {random_interval(random, 100), random_interval(random, 100)}});
        }
        const Case given = stances(issues);
        const PartyRanges ranges = ranges_of(given, PartyId(0));
        const auto expected = extremes_at_corners(given);
        ASSERT_EQ(ranges.has_weights, expected.has_value()) << "round " << round;
        if (expected) {
            const Range& whole = std::get<Range>(ranges.fallback);
            EXPECT_EQ(whole.low, expected->low) << "round " << round;
            EXPECT_EQ(whole.high, expected->high) << "round " << round;
        }
    }
}

TEST(Concern, EndsWithAWeightThatCanOnlyBeZeroAndNoStance) {
    Case given = stances({{{0, 0}, {{0, 0}, {0, 0}}}});
    EXPECT_TRUE(ranges_on_issue(given, PartyId(0), IssueId(0)).is_concerned);
    given.issues[0].assessments[0].stances.clear();
    EXPECT_FALSE(ranges_on_issue(given, PartyId(0), IssueId(0)).is_concerned);
    given.issues[0].assessments[0].weight = Weight{EntryId(0), Interval{0, 1}};
    const IssueRanges ranges = ranges_on_issue(given, PartyId(0), IssueId(0));
    EXPECT_TRUE(ranges.is_concerned);
    EXPECT_TRUE(ranges.is_unknown[0]);
}

} // namespace
} // namespace unbracket::certificate
