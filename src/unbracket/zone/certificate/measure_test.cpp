#include "unbracket/base/odometer.hpp"
#include "unbracket/base/random.hpp"
#include "unbracket/zone/certificate/acceptance.hpp"
#include "unbracket/zone/certificate/measure.hpp"

#include "tests/support/case_sketch.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

// Largest values of linear functions over readings, against trying every end of every range.

namespace unbracket::certificate {
namespace {

struct Drawn {
    std::vector<std::pair<int, int>> ranges;
    std::vector<int> factors;
};

Drawn draw(Random& random) {
    Drawn drawn;
    for (int option = 0; option < 4; ++option) {
        const auto low = static_cast<int>(random.between(0, 60));
        drawn.ranges.emplace_back(low, low + static_cast<int>(random.between(0, 60)));
        drawn.factors.push_back(static_cast<int>(random.between(-3, 3)));
    }
    return drawn;
}

std::string case_text(const Drawn& drawn, const std::string& order) {
    std::string scores;
    for (std::size_t option = 0; option < drawn.ranges.size(); ++option) {
        scores += (option == 0 ? "" : ", ") + std::string(1, static_cast<char>('a' + option)) +
                  " = [" + std::to_string(drawn.ranges[option].first) + ", " +
                  std::to_string(drawn.ranges[option].second) + "]";
    }
    return "party.alta = {}, fallback.alta = 5, issue.x = { option = [a, b, c, d], score.alta = "
           "{ " +
           scores + " }" + (order.empty() ? "" : ", order.alta = \"" + order + "\"") + " }";
}

bool are_in_ranges(const Drawn& drawn, const std::vector<int>& values) {
    for (std::size_t option = 0; option < values.size(); ++option) {
        if (values[option] < drawn.ranges[option].first ||
            values[option] > drawn.ranges[option].second) {
            return false;
        }
    }
    return true;
}

/// The largest sum of factors times values, over all ends that fall along the options or, for `a >
/// b = c`, keep that order; nothing where none do.
std::optional<int> largest_by_trying(const Drawn& drawn, const std::string& order) {
    std::vector<int> ends;
    for (const auto& [low, high] : drawn.ranges) {
        ends.push_back(low), ends.push_back(high);
    }
    std::optional<int> best;
    Odometer odometer(std::vector<std::size_t>(4, ends.size()));
    do {
        const int a = ends[odometer[0]], b = ends[odometer[1]], c = ends[odometer[2]],
                  d = ends[odometer[3]];
        const bool falls = order == "a > b > c > d" ? a >= b && b >= c && c >= d : a >= b && b == c;
        const std::vector<int> values = {a, b, c, d};
        if ((order.empty() || falls) && are_in_ranges(drawn, values)) {
            const int sum = drawn.factors[0] * a + drawn.factors[1] * b + drawn.factors[2] * c +
                            drawn.factors[3] * d;
            best = best ? std::max(*best, sum) : sum;
        }
    } while (odometer.advance());
    return best;
}

TEST(LargestMeasure, OfValuesInAnOrderIsThatOfSomeEnds) {
    SCOPED_TRACE(testing::repeat_command("LargestMeasure"));
    std::size_t compared = 0;
    for (std::size_t index = 0; index < testing::shared_count(2'000); ++index) {
        Random random(testing::suite_seed() * 5'000'011 + index);
        const Drawn drawn = draw(random);
        const std::vector<std::string> orders = {"", "a > b > c > d", "a > b = c"};
        const std::string& order = orders[index % orders.size()];
        const Case given = testing::case_of(case_text(drawn, order));
        const Facts facts = gather_facts(given);
        const auto expected = largest_by_trying(drawn, order);
        EXPECT_EQ(facts.ranges(PartyId(0)).contradiction.has_value(), !expected);
        if (!expected) {
            continue;
        }
        Measure measure(facts, PartyId(0));
        for (std::size_t option = 0; option < 4; ++option) {
            measure.values[0][option] = drawn.factors[option];
        }
        const LargestMeasure largest(facts, PartyId(0), measure, 0, {});
        EXPECT_EQ(largest.without_outcome(), Fraction(*expected)) << case_text(drawn, order);
        ++compared;
    }
    EXPECT_GT(compared, 0U);
}

TEST(LargestMeasure, TakesTheHeavyWeightWhereWhatItWeighsIsAboveZero) {
    const Case given = testing::case_of(
        "party.alta = {}, fallback.alta = [10, 20], issue.x = { option = [a, b], weight.alta = [2, "
        "3], stance.alta = { a = 50, b = [0, 30] } }, issue.y = { option = [c], weight.alta = [1, "
        "4], stance.alta.c = 5 }");
    const Facts facts = gather_facts(given);
    Measure gain(facts, PartyId(0));
    gain.add(worth_without_agreement(facts, PartyId(0)), -1);
    const LargestMeasure largest(facts, PartyId(0), gain, 1, {});
    EXPECT_EQ(largest.constant(), Fraction(0));
    EXPECT_EQ(largest.at(0, 0), Fraction(3 * (50 - 10)));
    EXPECT_EQ(largest.at(0, 1), Fraction(3 * (30 - 10)));
    EXPECT_EQ(largest.at(1, 0), Fraction(1 * (5 - 10))) << "light, as it only costs";
}

TEST(LargestMeasure, CountsABonusAsThePatternSays) {
    const Case given = testing::case_of(
        "party.alta = {}, fallback.alta = 0, issue.x = { option = [a, b], score.alta = { a = 1, b "
        "= 2 } }, bonus = [{ party = alta, when.x = a, value = [-3, 7] }]");
    const Facts facts = gather_facts(given);
    const Measure nothing(facts, PartyId(0));
    const auto constant = [&](Met met) {
        return LargestMeasure(facts, PartyId(0), nothing, 1, {met}).constant();
    };
    EXPECT_EQ(constant(Met::yes), Fraction(7));
    EXPECT_EQ(constant(Met::no), Fraction(0));
    EXPECT_EQ(constant(Met::either), Fraction(7));
}

} // namespace
} // namespace unbracket::certificate
