#include "unbracket/base/random.hpp"
#include "unbracket/zone/hull_program.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <variant>
#include <vector>

namespace unbracket {
namespace {

/// The hull of some points, each with what the rows are there.
class Corners final : public Hull {
public:
    explicit Corners(std::vector<std::vector<Rational>> points) : points_(std::move(points)) {}

    Point farthest(const std::vector<Rational>& weights) override {
        std::size_t best = 0;
        for (std::size_t at = 1; at < points_.size(); ++at) {
            best = sum(at, weights) > sum(best, weights) ? at : best;
        }
        return {best, points_[best]};
    }

    Rational sum(std::size_t point, const std::vector<Rational>& weights) const {
        Rational sum;
        for (std::size_t row = 0; row < weights.size(); ++row) {
            sum += weights[row] * points_[point][row];
        }
        return sum;
    }
    const std::vector<std::vector<Rational>>& points() const { return points_; }

private:
    std::vector<std::vector<Rational>> points_;
};

using Points = std::vector<std::vector<Rational>>;

/// Looks at the answer with the definition; true: some mix keeps all rows.
bool checked(const Points& points, const std::vector<RowBound>& bounds) {
    Corners corners(points);
    const auto answer = solve_hull_program(corners, bounds);
    if (const auto* mix = std::get_if<HullMix>(&answer)) {
        Rational whole;
        std::vector<Rational> rows(bounds.size());
        for (const auto& [point, share] : mix->shares) {
            EXPECT_GT(share, Rational(0));
            whole += share;
            for (std::size_t row = 0; row < rows.size(); ++row) {
                rows[row] += share * points[point][row];
            }
        }
        EXPECT_EQ(whole, Rational(1));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            EXPECT_TRUE(bounds[row] == RowBound::above_zero ? rows[row].sign() > 0
                                                            : rows[row].sign() >= 0);
        }
        return true;
    }
    const auto& weights = std::get<HullSeparation>(answer).weights;
    bool is_strict = false;
    for (std::size_t row = 0; row < weights.size(); ++row) {
        EXPECT_GE(weights[row].sign(), 0);
        is_strict = is_strict || (bounds[row] == RowBound::above_zero && weights[row].sign() > 0);
    }
    for (std::size_t point = 0; point < points.size(); ++point) {
        const int sign = corners.sum(point, weights).sign();
        EXPECT_TRUE(sign < 0 || (is_strict && sign == 0)) << "point " << point;
    }
    return false;
}

constexpr RowBound reached = RowBound::at_least_zero, passed = RowBound::above_zero;

TEST(HullProgram, FindsAPointOrWeightsThatRuleAllOut) {
    EXPECT_TRUE(checked({{1, 2}}, {reached, reached}));
    EXPECT_FALSE(checked({{1, -2}}, {reached, reached}));
    EXPECT_TRUE(checked({{3, -2}, {-2, 3}}, {reached, reached})) << "half of each";
    EXPECT_FALSE(checked({{2, -3}, {-3, 2}}, {reached, reached}));
}

TEST(HullProgram, TellsReachingFromPassing) {
    EXPECT_TRUE(checked({{1, -1}, {-1, 1}}, {reached, reached}));
    EXPECT_FALSE(checked({{1, -1}, {-1, 1}}, {reached, passed}));
    EXPECT_TRUE(checked({{0, 0}}, {reached, reached}));
    EXPECT_FALSE(checked({{0, 1}}, {passed, reached}));
}

TEST(HullProgram, OfRandomPointsIsRightEitherWay) {
    SCOPED_TRACE(testing::repeat_command("HullProgram.OfRandomPointsIsRightEitherWay"));
    int found = 0, none = 0;
    for (std::size_t index = 0; index < testing::shared_count(3'000); ++index) {
        Random random(testing::suite_seed() * 6'000'011 + index);
        const auto rows = static_cast<std::size_t>(random.between(1, 4));
        Points points(static_cast<std::size_t>(random.between(1, 6)));
        for (std::vector<Rational>& point : points) {
            for (std::size_t row = 0; row < rows; ++row) {
                point.emplace_back(random.between(-5, 3));
            }
        }
        std::vector<RowBound> bounds;
        for (std::size_t row = 0; row < rows; ++row) {
            bounds.push_back(random.chance(1, 3) ? passed : reached);
        }
        ++(checked(points, bounds) ? found : none);
    }
    EXPECT_GT(found, 0);
    EXPECT_GT(none, 0);
}

} // namespace
} // namespace unbracket
