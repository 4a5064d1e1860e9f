#include "unbracket/base/elementary.hpp"
#include "unbracket/base/random.hpp"
#include "unbracket/robust/cut_exponential.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace unbracket {
namespace {

struct Drawn {
    std::vector<double> places;
    std::vector<double> corners;
};

Drawn inverted(const std::vector<double>& units, const std::vector<double>& rates, double width) {
    Drawn drawn{std::vector<double>(units.size()), std::vector<double>(units.size())};
    invert({units, rates, width, drawn.places, drawn.corners});
    return drawn;
}

/// From 0 to 1, both left out.
double unit(Random& random) {
    return (static_cast<double>(random.between(0, (1 << 30) - 1)) + 0.5) * 0x1p-30;
}

// The math library is the reference here; the engine itself must not call it.
TEST(CutExponential, SolvesItsDistributionForThePlace) {
    const std::uint64_t seed = testing::suite_seed();
    Random random(seed);
    for (int round = 0; round < 2'000; ++round) {
        const double width = std::exp(8 * unit(random) - 6), rate = std::exp(8 * unit(random) - 4);
        const double share = unit(random);
        const Drawn drawn = inverted({share}, {rate}, width);
        const double x = rate * width, place = drawn.places.front();
        EXPECT_NEAR(std::expm1(-x * place) / std::expm1(-x), share, 1e-9) << "seed " << seed;
        EXPECT_NEAR(drawn.corners.front() / (std::exp(-x) / -std::expm1(-x)), 1, 1e-9)
            << "seed " << seed;
    }
}

TEST(CutExponential, IsUniformWhereTheIntervalIsNarrow) {
    const Drawn drawn = inverted({0.25, 0.75}, {1e-3, 1e-3}, 1e-4);
    EXPECT_EQ(drawn.places, (std::vector<double>{0.25, 0.75}));
    EXPECT_NEAR(drawn.corners.front() / 1e7, 1, 1e-6);
}

TEST(CutExponential, IsTheFormulaInTheElementaryFunctionsBitByBit) {
    SCOPED_TRACE(testing::repeat_command("CutExponential.IsTheFormulaInTheElementary*"));
    Random random(testing::suite_seed());
    std::vector<double> units, rates;
    for (int at = 0; at < 1'000; ++at) {
        units.push_back(unit(random));
        rates.push_back(std::exp(24 * unit(random) - 14)); // some of them in narrow intervals
    }
    const double width = 0.3;
    const Drawn drawn = inverted(units, rates, width);
    for (std::size_t at = 0; at < units.size(); ++at) {
        const double x = rates[at] * width, power = exponential(-x);
        double missing = 0;
        find_missing(x, power, missing);
        const double place = x < 1e-5 ? units[at] : -logarithm(1.0 - units[at] * missing) / x;
        EXPECT_EQ(drawn.places[at], place) << x;
        EXPECT_EQ(drawn.corners[at], power / missing) << x;
    }
}

TEST(CutExponential, GivesTheSameBitsAloneAndAmongOthers) {
    const std::uint64_t seed = testing::suite_seed();
    Random random(seed);
    for (std::size_t count = 1; count < 40; ++count) {
        std::vector<double> units, rates;
        for (std::size_t at = 0; at < count; ++at) {
            units.push_back(unit(random));
            rates.push_back(std::exp(6 * unit(random) - 3));
        }
        std::vector<double> powers = rates;
        exponentials(powers);
        const Drawn all = inverted(units, rates, 0.3);
        for (std::size_t at = 0; at < count; ++at) {
            const Drawn alone = inverted({units[at]}, {rates[at]}, 0.3);
            std::vector<double> power = {rates[at]};
            exponentials(power);
            EXPECT_EQ(all.places[at], alone.places.front()) << "seed " << seed;
            EXPECT_EQ(all.corners[at], alone.corners.front()) << "seed " << seed;
            EXPECT_EQ(powers[at], power.front()) << "seed " << seed;
            EXPECT_NEAR(power.front() / std::exp(rates[at]), 1, 1e-14) << "seed " << seed;
        }
    }
}

} // namespace
} // namespace unbracket
