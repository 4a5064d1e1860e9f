#include "unbracket/base/random.hpp"
#include "unbracket/model/spelling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace unbracket {
namespace {

/// The definition, by recursion over the ends of the texts.
std::size_t distance_by_definition(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) {
        return std::max(a.size(), b.size());
    }
    const std::string_view a_rest = a.substr(1), b_rest = b.substr(1);
    std::size_t best = distance_by_definition(a_rest, b_rest) + (a[0] == b[0] ? 0 : 1);
    best = std::min(best, distance_by_definition(a_rest, b) + 1);
    best = std::min(best, distance_by_definition(a, b_rest) + 1);
    if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) {
        best = std::min(best, distance_by_definition(a.substr(2), b.substr(2)) + 1);
    }
    return best;
}

TEST(Spelling, CountsLettersPutInLeftOutReplacedOrSwapped) {
    EXPECT_EQ(spelling_distance("joint", "joint"), 0U);
    EXPECT_EQ(spelling_distance("jont", "joint"), 1U);
    EXPECT_EQ(spelling_distance("joiint", "joint"), 1U);
    EXPECT_EQ(spelling_distance("jaint", "joint"), 1U);
    EXPECT_EQ(spelling_distance("jonit", "joint"), 1U);
    EXPECT_EQ(spelling_distance("", "abc"), 3U);
}

TEST(Spelling, AgreesWithTheDefinitionOnShortTexts) {
    Random random(7);
    for (int round = 0; round < 500; ++round) {
        std::string a, b;
        for (std::int64_t i = random.between(0, 5); i > 0; --i) {
            a += static_cast<char>('a' + random.between(0, 2));
        }
        for (std::int64_t i = random.between(0, 5); i > 0; --i) {
            b += static_cast<char>('a' + random.between(0, 2));
        }
        EXPECT_EQ(spelling_distance(a, b), distance_by_definition(a, b)) << a << " " << b;
    }
}

TEST(Spelling, TheNearestIsThatOfTheWholeDistances) {
    Random random(11);
    const auto drawn = [&](std::int64_t most) {
        std::string text;
        for (std::int64_t i = random.between(0, most); i > 0; --i) {
            text += static_cast<char>('a' + random.between(0, 3));
        }
        return text;
    };
    for (int round = 0; round < 2'000; ++round) {
        const std::string wanted = drawn(16);
        std::vector<std::string> known;
        for (int i = 0; i < 6; ++i) {
            known.push_back(drawn(18));
        }
        std::optional<std::string> expected;
        std::size_t least = std::max<std::size_t>(1, (wanted.size() + 1) / 3) + 1;
        for (const std::string& each : known) {
            const std::size_t distance = spelling_distance(wanted, each);
            if (distance < least && distance < std::max(wanted.size(), each.size())) {
                expected = each, least = distance;
            }
        }
        const bool is_known = std::find(known.begin(), known.end(), wanted) != known.end();
        EXPECT_EQ(nearest_spelling(wanted, known), is_known ? wanted : expected) << wanted;
    }
}

TEST(Spelling, TheNearestIsTheFirstOfTheNearEnough) {
    EXPECT_EQ(nearest_spelling("jont", {"no", "joint", "font"}), "joint");
    EXPECT_EQ(nearest_spelling("joint", {"font", "joint"}), "joint");
    EXPECT_EQ(nearest_spelling("trend", {"title", "party"}), std::nullopt);
    EXPECT_EQ(nearest_spelling("a", {"b"}), std::nullopt);
    EXPECT_EQ(nearest_spelling("x", {}), std::nullopt);
}

TEST(Spelling, VeryLongTextsAreNearToNothing) {
    const std::string text(65, 'x');
    EXPECT_EQ(nearest_spelling(text, {text + "y"}), std::nullopt);
    EXPECT_EQ(nearest_spelling(text, {text}), text);
}

} // namespace
} // namespace unbracket
