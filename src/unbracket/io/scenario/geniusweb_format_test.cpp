// GeniusWeb files: conformance, and what is read and written by hand.

#include "unbracket/io/scenario/geniusweb.hpp"

#include "tests/support/scenario_conformance.hpp"
#include "tests/support/text.hpp"

namespace unbracket {
namespace {

const std::string sample = R"({"LinearAdditiveUtilitySpace": {
  "issueUtilities": {
    "price": {"numberutils": {"lowValue": 10, "lowUtility": 0, "highValue": 14, "highUtility": 1}},
    "term": {"discreteutils": {"valueUtilities": {"1": 0.5, "2": 1}}}},
  "issueWeights": {"price": 0.75, "term": 0.25},
  "domain": {"name": "d", "issuesValues": {
    "price": {"range": {"low": 10, "high": 15, "step": 2}}, "term": {"values": ["1", "2"]}}},
  "name": "seller",
  "reservationBid": {"issuevalues": {"price": 12.0, "term": "1"}}}})";

testing::ScenarioFormatUnderTest geniusweb_format() {
    return {scenario_format_named("geniusweb"), sample, false};
}

TEST(GeniusWebFormat, RoundTrips) {
    testing::expect_scenarios_round_trip(geniusweb_format(), "GeniusWebFormat.RoundTrips");
}
TEST(GeniusWebFormat, RoundTripsLongNumbers) {
    testing::expect_long_numbers_round_trip(geniusweb_format());
}
TEST(GeniusWebFormat, SurvivesTruncation) {
    testing::expect_survives_truncated_scenarios(geniusweb_format());
}
TEST(GeniusWebFormat, KeepsLimits) {
    testing::expect_limits_of_files(geniusweb_format());
    testing::expect_limits_of_cases(*geniusweb_format().format);
}
TEST(GeniusWebFormat, MakesNothingUp) {
    testing::expect_nothing_is_made_up(geniusweb_format());
}
TEST(GeniusWebFormat, DropsNoPatterns) {
    testing::expect_patterns_are_not_dropped(geniusweb_format());
}

struct Read {
    Result<Scenario> scenario;
    ScenarioNotes notes;
};

Read read(const std::vector<std::string>& texts) {
    std::vector<ScenarioFile> files;
    for (const std::string& text : texts) {
        const Result<Node> root = parse_scenario_file(text, "f");
        EXPECT_TRUE(root.ok()) << to_string(root.problems().front());
        files.push_back(
            {"f" + std::to_string(files.size()), geniusweb_role(root.value()), root.value()});
    }
    ScenarioNotes notes;
    Result<Scenario> scenario = read_geniusweb(files, {}, notes);
    return {std::move(scenario), std::move(notes)};
}

std::string problems_of(const std::string& text) {
    std::string all;
    const Read result = read({text});
    for (const Diagnostic& problem : result.scenario.problems()) {
        all += problem.what + "\n";
    }
    return all;
}

TEST(GeniusWebProfiles, HaveNumbersOnALineAndAReservationBid) {
    const Read result = read({sample});
    ASSERT_TRUE(result.scenario.ok()) << to_string(result.scenario.problems().front());
    const Scenario& scenario = result.scenario.value();
    EXPECT_EQ(scenario.issues[0].values, (std::vector<std::string>{"10", "12", "14"}));
    const ScenarioProfile& profile = scenario.profiles.front();
    EXPECT_EQ(profile.scores[0], (std::vector<Rational>{0, Rational(3, 8), Rational(3, 4)}));
    EXPECT_EQ(profile.scores[1], (std::vector<Rational>{Rational(1, 8), Rational(1, 4)}));
    EXPECT_EQ(profile.fallback, Rational(1, 2));
}

TEST(GeniusWebProfiles, TakeTheIssuesOfADomainWhereThereIsOne) {
    const Read result = read({R"({"name": "d", "issuesValues": {"x": {"values": ["b", "a"]}}})",
                              R"({"LinearAdditiveUtilitySpace": {"issueWeights": {"x": 1},
        "issueUtilities": {"x": {"discreteUtils": {"valueUtilities": {"a": 1, "b": 0}}}}}})"});
    ASSERT_TRUE(result.scenario.ok()) << to_string(result.scenario.problems().front());
    EXPECT_EQ(result.scenario.value().profiles.front().scores[0], (std::vector<Rational>{0, 1}));
    EXPECT_EQ(result.notes.assumptions.back(), "1 profile without a reservation bid: 0 is taken.");
}

TEST(GeniusWebProfiles, NameAllTheirProblems) {
    EXPECT_EQ(problems_of(R"({"LinearAdditiveUtilitySpace": {"issueWeights": 3,
        "issueUtilities": {"x": {}, "y": {"discreteutils": {"valueUtilities": {"a": "u"}}}},
        "reservationBid": {"issuevalues": {"y": "b", "z": []}}}})"),
              "there is no table `issueWeights`\n"
              "the issue `x` has no utilities that are known\n"
              "the utility of `a` is no number\n"
              "the reservation bid names a value that the issue `y` does not have\n"
              "a value of the bid is neither a text nor a number\n"
              "the reservation bid names a value that the issue `z` does not have\n");
    EXPECT_EQ(problems_of(R"({"LinearAdditiveUtilitySpace": {"issueWeights": {},
        "issueUtilities": {"x": {"numberutils": {"lowValue": 1}}},
        "domain": {"issuesValues": {"x": {"range": [1, 2, 1]}, "y": {"range": [2, 1, 1]}}}}})"),
              "the issue `y` has no values\n"
              "there is no `lowUtility`\nthere is no `highValue`\nthere is no `highUtility`\n");
}

/// The sample with a part of it replaced.
std::string sample_with(const std::string& part, const std::string& instead) {
    std::string text = sample;
    return text.replace(text.find(part), part.size(), instead);
}

TEST(GeniusWebReservations, AreNeverPassedOver) {
    const std::string bid = R"("reservationBid": {"issuevalues": {"price": 12.0, "term": "1"}})";
    const auto told = [&](const std::string& part, const std::string& instead) {
        const Read result = read({sample_with(part, instead)});
        std::string all;
        for (const Diagnostic& problem : result.scenario.problems()) {
            all += std::to_string(problem.where.line) + ": " + problem.what + "; " + problem.hint +
                   "\n";
        }
        return all;
    };
    for (const std::string key : {"reservationbid", "resevationBid", "ReservationBid"}) {
        EXPECT_EQ(told("reservationBid", key), "9: `LinearAdditiveUtilitySpace` has no key `" +
                                                   key + "`; did you mean `reservationBid`?\n");
    }
    EXPECT_EQ(
        told("issuevalues", "issueValuess").substr(0, 83),
        "9: a reservation bid has no key `issueValuess`; did you mean `issueValues`?\n9: `res");
    for (const std::string value : {"{}", "[]", "0.5", "\"none\"", "{\"issuevalues\": null}"}) {
        EXPECT_EQ(told(bid, "\"reservationBid\": " + value).substr(0, 64),
                  "9: `reservationBid` is no table with a table `issuevalues`; writ")
            << value;
    }
    EXPECT_EQ(told("\"name\": \"seller\"", "\"reserved_value\": 0.5").substr(0, 62),
              "8: `LinearAdditiveUtilitySpace` has no key `reserved_value`; k");
    EXPECT_EQ(told("{\"LinearAdditive", "{\"reservationBid\": {}, \"LinearAdditive").substr(0, 56),
              "1: a profile of GeniusWeb has no key `reservationBid`; k");
    EXPECT_EQ(told(bid, "\"reservationBid\": null"), "") << "none, as GeniusWeb writes it";
    EXPECT_EQ(told("\"numberutils\"", "\"numberutlis\": {}, \"numberutils\"").substr(0, 37),
              "3: an issue has no key `numberutlis`;");
}

TEST(GeniusWebProfiles, MayNameTheirClassAndADiscount) {
    const Read result =
        read({sample_with("\"name\": \"seller\"", "\"@class\": \"x\", \"discount_factor\": 0.5")});
    ASSERT_TRUE(result.scenario.ok()) << to_string(result.scenario.problems().front());
    EXPECT_EQ(
        result.notes.remarks.back(),
        "1 profile with a discount: values are those at the start, before any time has passed.");
    EXPECT_EQ(
        read({sample_with("\"name\"", "\"discount_factor\": 1.0, \"name\"")}).notes.remarks.size(),
        1U);
}

TEST(GeniusWebProfiles, SayOneThing) {
    const std::string ends = "`lowValue` and `highValue` of issue `price` are not the ends of its "
                             "range\n";
    EXPECT_EQ(problems_of(sample_with("\"highValue\": 14", "\"highValue\": 15")), "")
        << "where the range ends, between two steps";
    EXPECT_EQ(problems_of(sample_with("\"highValue\": 14", "\"highValue\": 12")), ends);
    EXPECT_EQ(problems_of(sample_with("\"highValue\": 14", "\"highValue\": 10")), ends);
    EXPECT_EQ(problems_of(sample_with("\"lowValue\": 10", "\"lowValue\": 11")), ends);
    EXPECT_EQ(problems_of(sample_with("\"highUtility\": 1", "\"highUtility\": 1.5")),
              "`highUtility` is not between 0 and 1\n");
    EXPECT_EQ(problems_of(sample_with("\"1\": 0.5, \"2\": 1", "\"1\": -1, \"2\": 20")),
              "the utility of `1` is not between 0 and 1\n"
              "the utility of `2` is not between 0 and 1\n");
    EXPECT_EQ(problems_of(sample_with("\"term\": {", "\"term\": {\"numberutils\": {}, ")),
              "the issue `term` has both discreteutils and numberutils\n");
    EXPECT_EQ(problems_of(sample_with("\"values\": [\"1\"", "\"range\": [1, 2, 1], \"values\": "
                                                            "[\"1\"")),
              "the issue `term` has values and a range\n");
}

TEST(GeniusWebProfiles, HaveTheDomainOfTheOthers) {
    const auto problems = [](const std::string& domain) {
        std::string all;
        const Read result = read({domain, sample});
        for (const Diagnostic& problem : result.scenario.problems()) {
            all += problem.what + "\n";
        }
        return all;
    };
    EXPECT_EQ(problems(R"({"name": "e", "issuesValues": {"term": {"values": ["2", "1"]},
        "price": {"range": [10, 14, 2]}}})"),
              "");
    EXPECT_EQ(problems(R"({"name": "d", "issuesValues": {"term": {"values": ["1", "2", "3"]},
        "price": {"range": [10, 14, 2]}}})"),
              "the domain in this profile has other values of issue `term`\n");
    const std::string other =
        sample_with("\"values\": [\"1\", \"2\"]}", "\"values\": [\"1\", \"2\"]}, "
                                                   "\"more\": {\"values\": [\"1\"]}");
    EXPECT_TRUE(testing::holds(read({sample, other}).scenario.problems().front().what,
                               "has an issue `more` more"));
    EXPECT_TRUE(testing::holds(read({other, sample}).scenario.problems().front().what,
                               "lacks the issue `more`"));
}

TEST(GeniusWebFiles, NameTheLeastOutcomeThatIsWorthTheFallback) {
    Scenario scenario;
    scenario.name = "d";
    scenario.issues = {{"x", {"a", "b"}, {}, {}}, {"y", {"c", "d"}, {}, {}}};
    scenario.profiles = {{"p", {}, {{0, 5}, {1, 3}}, {}, 0, 4}};
    const auto files = write_geniusweb(scenario);
    ASSERT_TRUE(files.ok());
    ASSERT_EQ(files.value().size(), 2U);
    const Node root = parse_scenario_file(files.value()[1].bytes, "p").value();
    const Node* bid =
        root.find("LinearAdditiveUtilitySpace")->find("reservationBid")->find("issuevalues");
    EXPECT_EQ(bid->find("x")->text, "b");
    EXPECT_EQ(bid->find("y")->text, "c");
    scenario.profiles.front().fallback = 9;
    EXPECT_EQ(write_geniusweb(scenario).problems().front().what,
              "no outcome can stand for the fallback of `p`");
}

} // namespace
} // namespace unbracket
