// Profiles in numbers that decimals say exactly: shares, units, points.

#include "unbracket/io/scenario/writing.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

Scenario two_issues(std::vector<std::vector<Rational>> scores, const Rational& fallback = 0,
                    const Rational& constant = 0) {
    Scenario scenario;
    scenario.issues = {{"x", {"a", "b"}, {}, {}}, {"y", {"c", "d"}, {}, {}}};
    scenario.profiles = {{"p", {}, std::move(scores), {}, constant, fallback}};
    return scenario;
}

Rational number(const std::string& text) {
    return *scenario_number(text);
}

/// The utility of an outcome as Genius reads it.
Rational utility(const ShareProfile& profile, std::size_t first, std::size_t second) {
    Rational sum;
    for (std::size_t i = 0; i < 2; ++i) {
        Rational largest;
        for (const std::string& evaluation : profile.evaluations[i]) {
            largest = std::max(largest, number(evaluation));
        }
        const Rational chosen = number(profile.evaluations[i][i == 0 ? first : second]);
        sum += largest.sign() == 0 ? Rational(0) : number(profile.weights[i]) * chosen / largest;
    }
    return sum;
}

Rational utility(const UnitProfile& profile, std::size_t first, std::size_t second) {
    return number(profile.weights[0]) * number(profile.utilities[0][first]) +
           number(profile.weights[1]) * number(profile.utilities[1][second]);
}

ShareProfile share_of(const Scenario& scenario) {
    return share_profiles(scenario, "Genius").value().front();
}
UnitProfile unit_of(const Scenario& scenario) {
    return unit_profiles(scenario, "NegoLog").value().front();
}
PlainProfile plain_of(const Scenario& scenario) {
    return plain_profiles(scenario, "NegMAS").value().front();
}

using Texts = std::vector<std::string>;

TEST(ShareProfile, StaysAsItIsWhereNothingIsAboveOne) {
    const ShareProfile profile = share_of(
        two_issues({{Rational(1, 5), Rational(2, 5)}, {0, Rational(3, 5)}}, Rational(1, 2)));
    EXPECT_EQ(profile.weights, (Texts{"0.4", "0.6"}));
    EXPECT_EQ(profile.evaluations, (std::vector<Texts>{{"1", "2"}, {"0", "1"}}));
    EXPECT_EQ(profile.reservation, "0.5");
    EXPECT_EQ(profile.note, "utility = worth in the case");
}

TEST(ShareProfile, IsDividedByAPowerOfTenAndMovedAboveZero) {
    const ShareProfile profile = share_of(two_issues({{-3, 5}, {10, 20}}, 12));
    EXPECT_EQ(profile.note, "utility = worth in the case + (3) / (100)");
    EXPECT_EQ(utility(profile, 0, 0), Rational(10, 100));
    EXPECT_EQ(utility(profile, 1, 1), Rational(28, 100));
    EXPECT_EQ(profile.reservation, "0.15");
}

TEST(ShareProfile, IsDividedByWhatNoDecimalSays) {
    const ShareProfile profile = share_of(two_issues({{0, Rational(1, 3)}, {0, Rational(1, 7)}}));
    EXPECT_EQ(utility(profile, 1, 0) / utility(profile, 0, 1), Rational(7, 3));
    EXPECT_LE(utility(profile, 1, 1), Rational(1));
}

TEST(ShareProfile, TakesAConstantIntoTheReservation) {
    const ShareProfile profile = share_of(two_issues({{0, 4}, {0, 4}}, 5, 2));
    EXPECT_EQ(profile.reservation, "0.3");
    EXPECT_EQ(profile.note, "utility = worth in the case + (-2) / (10)");
}

TEST(UnitProfile, HasWeightsThatSumToOne) {
    for (const auto& scores :
         std::vector<std::vector<std::vector<Rational>>>{{{0, 6}, {2, 4}},
                                                         {{1, 3}, {0, 4}},
                                                         {{Rational(1, 3), Rational(1, 7)}, {0, 0}},
                                                         {{0, 0}, {0, 0}},
                                                         {{-5, 5}, {1, 2}}}) {
        const UnitProfile profile = unit_of(two_issues(scores));
        EXPECT_EQ(number(profile.weights[0]) + number(profile.weights[1]), Rational(1));
        const Rational low = scores[0][0] + scores[1][0];
        const Rational other = scores[0][1] + scores[1][0];
        EXPECT_EQ((utility(profile, 1, 0) - utility(profile, 0, 0)).sign(), (other - low).sign());
        for (const Texts& utilities : profile.utilities) {
            for (const std::string& each : utilities) {
                EXPECT_GE(number(each), Rational(0));
                EXPECT_LE(number(each), Rational(1));
            }
        }
    }
}

TEST(UnitProfile, KeepsTheFallbackInItsPlace) {
    const UnitProfile profile = unit_of(two_issues({{1, 3}, {0, 4}}, 5));
    const Rational least = utility(profile, 0, 0);
    EXPECT_EQ(number(profile.reservation) / least, Rational(5)) << "5 is five times 1 and 0";
}

TEST(PlainProfile, IsInPointsUnlessDecimalsCannotSayThem) {
    EXPECT_EQ(plain_of(two_issues({{-3, 5}, {10, 20}}, 12, 1)).worth,
              (std::vector<Texts>{{"-3", "5"}, {"10", "20"}}));
    const PlainProfile thirds = plain_of(two_issues({{0, Rational(1, 3)}, {0, 1}}, 2, 1));
    EXPECT_EQ(thirds.worth, (std::vector<Texts>{{"0", "1"}, {"0", "3"}}));
    EXPECT_EQ(thirds.constant, "3");
    EXPECT_EQ(thirds.reservation, "6");
}

TEST(PlainProfile, StaysWithinWhatACaseHolds) {
    const PlainProfile profile =
        plain_of(two_issues({{500'000'000, Rational(1, 3)}, {0, 0}}, Rational(1)));
    EXPECT_EQ(profile.worth[0], (Texts{"150000000", "0.1"}));
    EXPECT_EQ(profile.reservation, "0.3");
    EXPECT_EQ(plain_of(two_issues({{1'000'000'000, 0}, {0, 0}})).worth[0],
              (Texts{"1000000000", "0"}));
}

TEST(WrittenProfiles, HaveFileNamesOfTheirOwn) {
    Scenario scenario = two_issues({{0, 1}, {0, 1}});
    scenario.profiles.resize(5, scenario.profiles.front());
    scenario.profiles[1].name = "p";
    scenario.profiles[2].name = "domain";
    scenario.profiles[3].name = "../a b";
    scenario.profiles[4].name = "";
    EXPECT_EQ(file_names(scenario), (Texts{"p", "p-2", "domain-2", "___a_b", "profile"}));
}

TEST(WrittenProfiles, RefusePatternsOfEachParty) {
    Scenario scenario = two_issues({{0, 1}, {0, 1}});
    scenario.profiles.front().patterns = {{{{0, {1}}}, 5}};
    scenario.profiles.push_back(scenario.profiles.front());
    EXPECT_EQ(share_profiles(scenario, "Genius").problems().size(), 2U);
    EXPECT_EQ(unit_profiles(scenario, "NegoLog").problems().size(), 2U);
    EXPECT_EQ(plain_profiles(scenario, "NegMAS").problems().front().what,
              "1 combination of `p` has a worth of its own");
}

std::string what(const Diagnostics& problems) {
    std::string all;
    for (const Diagnostic& problem : problems) {
        all += problem.what + "\n";
    }
    return all;
}

TEST(WrittenProfiles, NameEachNumberOfMoreThanFourHundredCharacters) {
    Rational tiny(1);
    for (int i = 0; i < 420; ++i) {
        tiny /= Rational(2); // a short fraction, a long decimal
    }
    Scenario scenario = two_issues({{0, tiny}, {0, 1}}, tiny);
    const std::string rest = " needs more than 400 characters\n";
    const std::string worth = "the worth of `b`, issue `x`, to `p`" + rest;
    const std::string fallback = "what `p` has without agreement" + rest;
    EXPECT_EQ(what(plain_profiles(scenario, "NegMAS").problems()), worth + fallback);
    EXPECT_EQ(what(share_profiles(scenario, "Genius").problems()),
              "the weight of issue `x` for `p`" + rest + fallback);
    EXPECT_EQ(what(unit_profiles(scenario, "NegoLog").problems()), worth + fallback);
    scenario.profiles[0].patterns = {{{{0, {1}}}, tiny}};
    scenario.profiles[0].constant = tiny;
    EXPECT_EQ(what(plain_profiles(scenario, "NegMAS", Patterns::written).problems()),
              worth + "the worth of combination 1 to `p`" + rest +
                  "the worth of every outcome to `p`" + rest + fallback);
}

} // namespace
} // namespace unbracket
