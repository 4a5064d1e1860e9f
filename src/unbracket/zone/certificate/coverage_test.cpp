#include "unbracket/base/random.hpp"
#include "unbracket/zone/certificate/coverage.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket::certificate {
namespace {

Case with_parties(std::size_t required, std::size_t others, std::optional<int> at_least) {
    Case given;
    for (std::size_t party = 0; party < required + others; ++party) {
        given.parties.push_back({.key = std::string(1, static_cast<char>('a' + party % 26))});
        given.agreement.counted.emplace_back(party);
        if (party < required) {
            given.agreement.required.emplace_back(party);
        }
    }
    given.agreement.at_least = at_least;
    return given;
}

Part part(std::vector<std::size_t> accepting, std::vector<Met> bonuses = {}) {
    Part result;
    for (const std::size_t party : accepting) {
        result.accepting.emplace_back(party);
    }
    result.bonuses = std::move(bonuses);
    return result;
}

bool is_covered(const Case& given, const std::vector<Part>& parts) {
    Objection objection;
    check_coverage(given, parts, objection);
    return !objection.is_raised();
}

TEST(Coverage, NeedsOnlyRequiredPartiesWhereNoMoreAreAsked) {
    EXPECT_TRUE(is_covered(with_parties(2, 2, std::nullopt), {part({0, 1})}));
    EXPECT_TRUE(is_covered(with_parties(2, 2, 2), {part({1})}));
    EXPECT_FALSE(is_covered(with_parties(2, 2, 2), {part({0, 2})}));
    EXPECT_FALSE(is_covered(with_parties(2, 2, std::nullopt), {}));
}

TEST(Coverage, OfARuleThatNobodyCanMeetNeedsNoParts) {
    EXPECT_TRUE(is_covered(with_parties(1, 1, 3), {}));
    EXPECT_FALSE(is_covered(with_parties(1, 1, 2), {}));
}

TEST(Coverage, OfTooManySetsNeedsPartsOfRequiredParties) {
    const Case given = with_parties(1, 40, 21);
    EXPECT_FALSE(is_covered(given, {part({0, 1})}));
    EXPECT_TRUE(is_covered(given, {part({0, 1}), part({0})}));
}

TEST(Coverage, GivesUpOnTooManyPatterns) {
    std::vector<Part> parts;
    for (std::size_t bonus = 0; bonus < 60; bonus += 2) {
        std::vector<Met> bonuses(60, Met::either);
        bonuses[bonus] = bonuses[bonus + 1] = Met::yes;
        parts.push_back(part({}, bonuses));
    }
    std::reverse(parts.begin(), parts.end());
    EXPECT_FALSE(is_covered(with_parties(1, 0, std::nullopt), parts));
}

bool covers(const Part& one, std::size_t members, std::size_t pattern) {
    const bool is_within =
        std::all_of(one.accepting.begin(), one.accepting.end(),
                    [&](PartyId party) { return ((members >> as_index(party)) & 1U) == 1; });
    bool applies = is_within;
    for (std::size_t bonus = 0; bonus < one.bonuses.size(); ++bonus) {
        const bool is_met = ((pattern >> bonus) & 1U) == 1;
        applies = applies &&
                  (one.bonuses[bonus] == Met::either || (one.bonuses[bonus] == Met::yes) == is_met);
    }
    return applies;
}

/// Every set of accepting parties that is enough, in every pattern, has a part.
bool is_covered_by_definition(const Case& given, const std::vector<Part>& parts) {
    const std::size_t parties = given.parties.size();
    for (std::size_t members = 0; members < (std::size_t{1} << parties); ++members) {
        int count = 0;
        bool has_required = true;
        for (std::size_t party = 0; party < parties; ++party) {
            const bool is_in = ((members >> party) & 1U) == 1;
            count += is_in ? 1 : 0;
            has_required = has_required && (is_in || !given.is_required(PartyId(party)));
        }
        if (!has_required || count < given.agreement.at_least.value_or(0)) {
            continue;
        }
        for (std::size_t pattern = 0; pattern < 8; ++pattern) {
            const bool is_found = std::any_of(parts.begin(), parts.end(), [&](const Part& one) {
                return covers(one, members, pattern);
            });
            if (!is_found) {
                return false;
            }
        }
    }
    return true;
}

std::vector<Part> random_parts(Random& random) {
    std::vector<Part> parts(static_cast<std::size_t>(random.between(0, 9)));
    for (Part& one : parts) {
        one.counts_at_least = random.chance(1, 2);
        for (std::size_t party = 0; party < 4; ++party) {
            if (random.chance(1, 3)) {
                one.accepting.emplace_back(party);
            }
        }
        for (int bonus = 0; bonus < 3; ++bonus) {
            const auto state = random.between(0, 3);
            one.bonuses.push_back(state == 0 ? Met::no : state == 1 ? Met::yes : Met::either);
        }
    }
    return parts;
}

TEST(Coverage, AgreesWithItsDefinition) {
    Random random(testing::suite_seed());
    std::size_t covered = 0;
    for (int round = 0; round < 5'000; ++round) {
        const auto required = static_cast<std::size_t>(random.between(0, 2));
        const Case given = with_parties(
            required, 4 - required,
            random.chance(1, 4) ? std::nullopt
                                : std::optional(static_cast<int>(random.between(0, 4))));
        const std::vector<Part> parts = random_parts(random);
        const bool is_enough = is_covered_by_definition(given, parts);
        EXPECT_EQ(is_covered(given, parts), is_enough) << "round " << round;
        covered += is_enough ? 1 : 0;
    }
    EXPECT_GT(covered, 100U);
}

} // namespace
} // namespace unbracket::certificate
