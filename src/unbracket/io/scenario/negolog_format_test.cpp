// NegoLog files: conformance, and what is read and written by hand.

#include "unbracket/io/scenario/negolog.hpp"

#include "tests/support/scenario_conformance.hpp"

namespace unbracket {
namespace {

const std::string sample = R"({"reservationValue": 0.25,
  "issueWeights": {"price": 0.6, "term": 0.4},
  "issues": {"price": {"low": 0.1, "high": 1.0}, "term": {"1": 0, "2": 0.5}}})";

testing::ScenarioFormatUnderTest negolog_format() {
    return {scenario_format_named("negolog"), sample};
}

TEST(NegoLogFormat, RoundTrips) {
    testing::expect_scenarios_round_trip(negolog_format(), "NegoLogFormat.RoundTrips");
}
TEST(NegoLogFormat, RoundTripsLongNumbers) {
    testing::expect_long_numbers_round_trip(negolog_format());
}
TEST(NegoLogFormat, SurvivesTruncation) {
    testing::expect_survives_truncated_scenarios(negolog_format());
}
TEST(NegoLogFormat, KeepsLimits) {
    testing::expect_limits_of_files(negolog_format());
    testing::expect_limits_of_cases(*negolog_format().format);
}
TEST(NegoLogFormat, MakesNothingUp) {
    testing::expect_nothing_is_made_up(negolog_format());
}
TEST(NegoLogFormat, DropsNoPatterns) {
    testing::expect_patterns_are_not_dropped(negolog_format());
}

Result<Scenario> read(const std::string& text, ScenarioNotes& notes) {
    const Result<Node> root = parse_scenario_file(text, "f");
    EXPECT_EQ(negolog_role(root.value()), FileRole::profile);
    return read_negolog({{"profileA", FileRole::profile, root.value()}}, {}, notes);
}

TEST(NegoLogProfiles, AreWeightsTimesUtilities) {
    ScenarioNotes notes;
    const Result<Scenario> scenario = read(sample, notes);
    ASSERT_TRUE(scenario.ok());
    const ScenarioProfile& profile = scenario.value().profiles.front();
    EXPECT_EQ(profile.name, "profileA");
    EXPECT_EQ(profile.fallback, Rational(1, 4));
    EXPECT_EQ(profile.scores, (std::vector<std::vector<Rational>>{{Rational(3, 50), Rational(3, 5)},
                                                                  {0, Rational(1, 5)}}));
    EXPECT_TRUE(notes.oddities.empty());
}

TEST(NegoLogProfiles, TellWhatIsMissingAndOdd) {
    ScenarioNotes notes;
    const Result<Scenario> scenario =
        read(R"({"issueWeights": {"x": 0.5}, "issues": {"x": {"a": 0, "b": 0}}})", notes);
    ASSERT_TRUE(scenario.ok());
    EXPECT_EQ(notes.assumptions.back(), "1 profile without a reservation value: 0 is taken.");
    ASSERT_EQ(notes.oddities.size(), 2U);
    EXPECT_EQ(notes.oddities[0].what, "all values of issue `x` are worth 0");
    EXPECT_EQ(notes.oddities[1].what, "the weights sum to 0.5, not to 1");
}

TEST(NegoLogProfiles, AreRefusedWhereTheyDoNotMatch) {
    const auto problems_of = [](const std::string& other) {
        std::vector<ScenarioFile> files;
        for (const std::string& text : {sample, other}) {
            files.push_back({"p", FileRole::profile, parse_scenario_file(text, "f.json").value()});
        }
        ScenarioNotes notes;
        std::string all;
        const Result<Scenario> scenario = read_negolog(files, {}, notes);
        for (const Diagnostic& problem : scenario.problems()) {
            EXPECT_GT(problem.where.line, 0U);
            all += problem.what + "\n";
        }
        return all;
    };
    EXPECT_EQ(problems_of(sample), "");
    EXPECT_EQ(problems_of(R"({"issueWeights": {"price": 1},
        "issues": {"price": {"low": 1, "high": 0}, "term": {"1": 0, "2": 1}}})"),
              "the issue `term` has no weight\n");
    EXPECT_EQ(problems_of(R"({"issueWeights": {"price": 1, "term": 0, "tax": 0},
        "issues": {"price": {"low": 1, "hi": 0}, "term": {"1": 0, "2": 1}, "duty": {"a": 1}}})"),
              "an issue `duty`, which the domain does not have\n"
              "a weight for the issue `tax`, which the domain does not have\n"
              "the value `hi` is none of issue `price` in the domain\n"
              "issue `price` says nothing about the value `high`\n");
}

TEST(NegoLogProfiles, NameAllTheirProblems) {
    ScenarioNotes notes;
    const Result<Scenario> scenario =
        read(R"({"reservationValue": "much", "issueWeights": {"x": []},
                 "issues": {"x": {"a": null}, "y": 3}})",
             notes);
    ASSERT_EQ(scenario.problems().size(), 4U);
    EXPECT_EQ(scenario.problems()[0].what, "the weight of `x` is no number");
    EXPECT_EQ(scenario.problems()[1].what, "the utility of `a` is no number");
    EXPECT_EQ(scenario.problems()[2].what, "the issue `y` has no table of values");
    EXPECT_EQ(scenario.problems()[3].what, "`reservationValue` is no number");
}

TEST(NegoLogProfiles, HaveNoOtherKeys) {
    const std::string rest = R"("issueWeights": {"x": 1}, "issues": {"x": {"a": 1}}})";
    for (const std::string key : {"reservationvalue", "reservation_value", "ReservationValue"}) {
        ScenarioNotes notes;
        const Result<Scenario> scenario = read("{\n\"" + key + "\": 0.9, " + rest, notes);
        ASSERT_EQ(scenario.problems().size(), 1U) << key;
        EXPECT_EQ(scenario.problems()[0].what, "a profile of NegoLog has no key `" + key + "`");
        EXPECT_EQ(scenario.problems()[0].hint, "did you mean `reservationValue`?");
        EXPECT_EQ(scenario.problems()[0].where.line, 2U);
    }
    ScenarioNotes notes;
    EXPECT_FALSE(read(R"({"extra": {"z": 1}, )" + rest, notes).ok());
    EXPECT_TRUE(read(R"({"@class": "x", "name": "p", "reservationValue": 1, )" + rest, notes).ok());
}

TEST(NegoLogFiles, AreWrittenInTheSimplestNumbersThatAreExact) {
    Scenario scenario;
    scenario.issues = {{"x", {"a", "b"}, {}, {}}, {"y", {"c"}, {}, {}}};
    scenario.profiles = {{"p", {}, {{3, 6}, {4}}, {}, 0, 5}};
    EXPECT_EQ(write_negolog(scenario).value().front().bytes, R"({
  "reservationValue": 0.5,
  "issueWeights": {"x": 0.6, "y": 0.4},
  "issues": {"x": {"a": 0.5, "b": 1}, "y": {"c": 1}}
}
)");
    scenario.profiles.front().scores = {{1, 3}, {4}};
    const Result<std::vector<NamedText>> thirds = write_negolog(scenario);
    ScenarioNotes notes;
    const Result<Scenario> again = read(thirds.value().front().bytes, notes);
    const ScenarioProfile& profile = again.value().profiles.front();
    EXPECT_EQ(profile.scores[0][1], profile.scores[0][0] * Rational(3));
    EXPECT_EQ(profile.scores[1][0], profile.scores[0][0] * Rational(4));
    EXPECT_EQ(profile.fallback, profile.scores[0][0] * Rational(5));
}

} // namespace
} // namespace unbracket
