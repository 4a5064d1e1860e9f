// Genius files: the conformance of every format, both semantics by hand-computed utilities, and the
// odd things that files of the field hold.

#include "unbracket/io/scenario/genius.hpp"

#include "tests/support/scenario_conformance.hpp"
#include "tests/support/text.hpp"

namespace unbracket {
namespace {

using testing::holds;

const std::string sample = R"(<utility_space type="any" number_of_issues="2">
  <objective index="0" name="Trade" type="objective">
    <weight index="1" value="0.4"/>
    <weight index="2" value="0.6"/>
    <issue index="1" name="Delivery" vtype="discrete">
      <item index="1" value="week" evaluation="3"/>
      <item index="2" value="month" evaluation="1"/>
    </issue>
    <issue index="2" name="Price" type="integer">
      <range lowerbound="8" upperbound="14"/>
      <evaluator ftype="linear" offset="1" slope="-0.15"/>
    </issue>
  </objective>
  <discount_factor value="0.75"/>
  <reservation value="0.5"/>
</utility_space>
)";

testing::ScenarioFormatUnderTest genius_format() {
    return {scenario_format_named("genius"), sample};
}

TEST(GeniusFormat, RoundTrips) {
    testing::expect_scenarios_round_trip(genius_format(), "GeniusFormat.RoundTrips");
}
TEST(GeniusFormat, RoundTripsLongNumbers) {
    testing::expect_long_numbers_round_trip(genius_format());
}
TEST(GeniusFormat, SurvivesTruncation) {
    testing::expect_survives_truncated_scenarios(genius_format());
}
TEST(GeniusFormat, KeepsLimits) {
    testing::expect_limits_of_files(genius_format());
    testing::expect_limits_of_cases(*genius_format().format);
}
TEST(GeniusFormat, MakesNothingUp) {
    testing::expect_nothing_is_made_up(genius_format(), {"parameter0"});
}
TEST(GeniusFormat, DropsNoPatterns) {
    testing::expect_patterns_are_not_dropped(genius_format());
}

struct Read {
    Scenario scenario;
    ScenarioNotes notes;
    Diagnostics problems;
};

Read read(const std::vector<std::string>& texts, const ScenarioOptions& options = {}) {
    std::vector<ScenarioFile> files;
    for (const std::string& text : texts) {
        const Result<Node> root = parse_scenario_file(text, "f");
        EXPECT_TRUE(root.ok()) << to_string(root.problems().front());
        files.push_back(
            {"f" + std::to_string(files.size()), genius_role(root.value()), root.value()});
    }
    Read result;
    Result<Scenario> scenario = read_genius(files, options, result.notes);
    if (scenario) {
        result.scenario = std::move(scenario).value();
    } else {
        result.problems = scenario.problems();
    }
    return result;
}

/// A profile with one issue of the index 1 and the weight 1.
std::string one_issue(const std::string& issue, const std::string& rest = "") {
    return "<utility_space><objective index=\"0\"><weight index=\"1\" value=\"1\"/>"
           "<issue index=\"1\" name=\"x\" " +
           issue + "</issue></objective>" + rest + "</utility_space>";
}

std::string items(const std::string& list) {
    return "type=\"discrete\">" + list;
}

std::vector<Rational> scores(const std::string& text, Semantics semantics = Semantics::genius) {
    const Read result = read({text}, {.semantics = semantics});
    EXPECT_TRUE(result.problems.empty()) << to_string(result.problems.front());
    return result.problems.empty() ? result.scenario.profiles.front().scores.front()
                                   : std::vector<Rational>();
}

std::string problems_of(const std::string& text) {
    std::string all;
    for (const Diagnostic& problem : read({text}).problems) {
        all += problem.what + "\n";
    }
    return all;
}

std::string oddities_of(const std::vector<std::string>& texts) {
    std::string all;
    for (const Diagnostic& oddity : read(texts).notes.oddities) {
        all += oddity.what + "\n";
    }
    return all;
}

using Numbers = std::vector<Rational>;

TEST(GeniusEvaluations, CountAsSharesOfTheLargestOrAsTheyStand) {
    const std::string text = one_issue(items(R"(<item value="a" evaluation="3"/>
        <item value="b" evaluation="0.6"/><item value="c" evaluation="2"/>)"));
    EXPECT_EQ(scores(text), (Numbers{1, Rational(1, 5), Rational(2, 3)}));
    EXPECT_EQ(scores(text, Semantics::negmas), (Numbers{3, Rational(3, 5), 2}));
}

TEST(GeniusEvaluations, OfAlmostNothingAreWorthNothing) {
    EXPECT_EQ(scores(one_issue(items(R"(<item value="a" evaluation="0.000001"/>
        <item value="b" evaluation="0"/>)"))),
              (Numbers{0, 0}));
}

TEST(GeniusIntegers, StartAtTheLowerBoundAndAreCut) {
    const std::string text = one_issue(R"(type="integer" lowerbound="8" upperbound="14">
        <evaluator ftype="linear" offset="1" slope="-0.2"/>)");
    EXPECT_EQ(scores(text),
              (Numbers{1, Rational(4, 5), Rational(3, 5), Rational(2, 5), Rational(1, 5), 0, 0}));
    EXPECT_EQ(scores(text, Semantics::negmas).front(), Rational(-3, 5));
    EXPECT_EQ(scores(text, Semantics::negmas).back(), Rational(-9, 5));
}

TEST(GeniusIntegers, MayHaveParametersInsteadOfSlopeAndOffset) {
    EXPECT_EQ(scores(one_issue(R"(etype="integer"><range lowerbound="3" upperbound="5"/>
        <evaluator ftype="linear" parameter0="0.25" parameter1="0.125"/>)")),
              (Numbers{Rational(1, 4), Rational(3, 8), Rational(1, 2)}));
}

TEST(GeniusReals, ArePutOnAGridThatIsNamed) {
    const Read result = read({one_issue(R"(type="real"><range lowerbound="0" upperbound="1"/>
        <evaluator ftype="triangular" parameter0="0" parameter1="1" parameter2="0.25"/>)")},
                             {.grid_steps = 4});
    EXPECT_EQ(result.scenario.issues.front().values,
              (std::vector<std::string>{"0", "0.25", "0.5", "0.75", "1"}));
    EXPECT_EQ(result.scenario.profiles.front().scores.front(),
              (Numbers{0, 1, Rational(2, 3), Rational(1, 3), 0}));
    EXPECT_TRUE(holds(result.notes.assumptions.back(), "grid of 4 steps"));
}

TEST(GeniusReals, MayBeConstantOrLinear) {
    EXPECT_EQ(scores(one_issue(R"(type="real"><range lowerbound="2" upperbound="2"/>
        <evaluator ftype="constant" parameter0="0.5"/>)")),
              (Numbers{Rational(1, 2)}));
    EXPECT_EQ(scores(one_issue(R"(type="real"><range lowerbound="2" upperbound="2"/>
        <evaluator ftype="linear" parameter0="0.5" parameter1="0.1"/>)")),
              (Numbers{Rational(7, 10)}));
}

TEST(GeniusWeights, AreMatchedByIndexAndValuesByName) {
    const std::string domain = R"(<negotiation_template><utility_space><objective index="0">
        <issue index="1" name="x"><item value="a"/><item value="b"/></issue>
        <issue index="2" name="y"><item value="a"/></issue>
        </objective></utility_space></negotiation_template>)";
    const std::string profile = R"(<utility_space><objective index="2">
        <weight index="2" value="0.1"/><weight index="4" value="0.25"/><weight index="4" value="0.25"/>
        <weight index="3" value="0.75"/>
        <issue index="4" name="y"><item value="a" evaluation="1"/></issue>
        <issue index="3" name="x"><item value=" b" evaluation="1"/>
        <item value="a" evaluation="2"/><item value="a" evaluation="2"/></issue>
        </objective></utility_space>)";
    const Read result = read({domain, profile});
    ASSERT_TRUE(result.problems.empty()) << result.problems.front().what;
    EXPECT_EQ(result.scenario.profiles.front().scores,
              (std::vector<Numbers>{{Rational(3, 4), Rational(3, 8)}, {Rational(1, 4)}}));
    EXPECT_EQ(oddities_of({domain, profile}),
              "the value ` b` has blanks at its ends\n"
              "a weight for the index `2`, which no issue has; it is passed over\n"
              "a second weight for the index `4`, the same\n"
              "issue `y` has the index `4` in place 1\n"
              "the value `a` of issue `x` stands twice, with the same worth\n");
}

const std::string rectangles = R"(<utility_space type="nonlinear"><objective index="0">
    <issue index="1" name="x" type="integer" lowerbound="0" upperbound="9"/>
    <issue index="2" name="y" type="integer" lowerbound="0" upperbound="9"/></objective>
    <utility maxutility="200"><ufun type="PlainUfun" weight="1" aggregation="sum">
    <hyperRectangle utility="50"><INCLUDES index="1" min="2" max="4"/>
    <INCLUDES index="2" min="3" max="3"/></hyperRectangle>
    <hyperRectangle utility="20"><EXCLUDES index="1" min="0" max="1"/></hyperRectangle>
    <hyperRectangle utility="10"/></ufun></utility>
    <reservation value="0.2"/></utility_space>)";

TEST(GeniusWeights, OfNoIssueAreAddedByNegmas) {
    const std::string text = one_issue(items(R"(<item value="a" evaluation="1"/>)"));
    const std::string more = text.substr(0, text.find("<issue")) +
                             "<weight index=\"0\" value=\"0.5\"/>" +
                             text.substr(text.find("<issue"));
    EXPECT_EQ(read({more}).scenario.profiles.front().constant, Rational(0));
    EXPECT_EQ(read({more}, {.semantics = Semantics::negmas}).scenario.profiles.front().constant,
              Rational(1, 2));
}

TEST(GeniusRectangles, MayStandInTheObjective) {
    std::string inside = rectangles;
    const std::string closing = "</objective>";
    inside.erase(inside.find(closing), closing.size());
    inside.insert(inside.find("<reservation"), closing);
    EXPECT_EQ(read({inside}).scenario.profiles.front().patterns.size(), 2U);
}

TEST(GeniusOddities, AreNamedEach) {
    EXPECT_EQ(oddities_of({R"(<utility_space><objective index="0">
        <weight index="1" value="0.5"/><weight index="2" value="0.6"/>
        <issue index="1" name="x"><item value="a" evaluation="0"/>
        <item value="b" evaluation="0"/></issue>
        <issue index="2" name="y"><item value="a" evaluation="7"/>
        <item value="b" evaluation="7"/></issue>
        </objective></utility_space>)"}),
              "all values of issue `x` are worth 0\n"
              "all values of issue `y` are worth the same\n"
              "the weights sum to 1.1, not to 1\n");
}

std::string refusals(const std::vector<std::string>& texts, const ScenarioOptions& options = {}) {
    std::string all;
    for (const Diagnostic& problem : read(texts, options).problems) {
        EXPECT_GT(problem.where.line, 0U) << problem.what;
        EXPECT_NE(problem.hint, "") << problem.what;
        all += problem.what + "\n";
    }
    return all;
}

// Genius stops over what these lack; what stands twice says two things.
TEST(GeniusProfiles, AreRefusedWhereTheyLackSomethingOrContradictThemselves) {
    const std::string text = R"(<utility_space><objective index="0">
        <weight index="1" value="0.4"/><weight index="1" value="0.5"/><weight index="9" value="0.6"/>
        <issue index="1" name="x"><item value="a" evaluation="1"/>
        <item value="b" evaluation="2"/><item value="b" evaluation="3"/></issue>
        <issue index="2" name="y"><item value="a" evaluation="7"/><item value="b"/></issue>
        </objective></utility_space>)";
    for (const Semantics semantics : {Semantics::genius, Semantics::negmas}) {
        EXPECT_EQ(refusals({text}, {.semantics = semantics}),
                  "a second weight for the index `1`, another one\n"
                  "the value `b` of issue `x` stands twice, each time worth something else\n"
                  "issue `y`, index `2`, has no weight\n"
                  "the value `b` has no evaluation\n");
    }
    const Diagnostics problems = read({text}).problems;
    EXPECT_EQ(problems[2].hint, "the weight for the index `9` on line 2 is of no issue; was it "
                                "meant?");
    EXPECT_EQ(refusals({R"(<utility_space><objective index="0"><weight index="1" value="1"/>
        <issue index="1" name="x"><item value="a" evaluation="1"/></issue>
        <issue index="1" name="x"><item value="a" evaluation="2"/></issue></objective>
        <objective index="3"/><reservation value="0.5"/><reservation value="0.50"/>
        <reservation value="0.6"/><discount_factor value="1"/><discount_factor value="0.9"/>
        </utility_space>)"}),
              "a second <objective>\n"
              "a second <reservation>, with another value\n"
              "a second <discount_factor>, with another value\n");
}

TEST(GeniusRectangles, AreMatchedByIndicesThatStandOnce) {
    std::string twice = rectangles;
    twice.replace(twice.find("index=\"2\" name"), 9, "index=\"1\"");
    EXPECT_TRUE(refusals({twice}).starts_with("two issues have the index `1`\n"));
}

TEST(GeniusRectangles, MayBeOfListsOfConsecutiveNumbers) {
    // As they come by way of a format that has no ranges.
    Scenario scenario;
    scenario.name = "d";
    scenario.issues = {{"x", {"1", "2", "3"}, {}, {}}, {"y", {"7", "8"}, {}, {}}};
    scenario.profiles = {{"p", {}, {{0, 5, 1}, {}}, {{{{0, {1, 2}}, {1, {1}}}, 2}}, 1, 1}};
    const auto format = scenario_format_named("genius");
    const auto files = format->write(scenario);
    ASSERT_TRUE(files.ok()) << files.problems().front().what;
    EXPECT_NE(files.value()[1].bytes.find("<INCLUDES index=\"1\" min=\"2\" max=\"3\"/>"),
              std::string::npos)
        << files.value()[1].bytes;
    scenario.issues[0].values = {"1", "2", "4"};
    EXPECT_FALSE(format->write(scenario).ok());
}

TEST(GeniusProfiles, RateTheIssuesAndValuesOfTheDomain) {
    const auto items_of = [](const std::string& values) { return one_issue(items(values)); };
    const std::string first = items_of(R"(<item value="a" evaluation="1"/>
        <item value="b" evaluation="2"/>)");
    EXPECT_EQ(refusals({first, items_of(R"(<item value="a" evaluation="1"/>
        <item value="c" evaluation="2"/>)")}),
              "issue `x` says nothing about the value `b`\n");
    const std::string more = items_of(R"(<item value="a" evaluation="1"/>
        <item value="b" evaluation="2"/><item value="c" evaluation="4"/>)");
    const Read result = read({first, more});
    ASSERT_TRUE(result.problems.empty()) << result.problems.front().what;
    EXPECT_EQ(result.scenario.profiles[1].scores,
              (std::vector<Numbers>{{Rational(1, 4), Rational(1, 2)}}))
        << "Genius counts it for the largest evaluation";
    EXPECT_EQ(read({first, more}, {.semantics = Semantics::negmas}).scenario.profiles[1].scores,
              (std::vector<Numbers>{{1, 2}}));
    EXPECT_EQ(result.notes.assumptions.back(),
              "1 rated value that the domain does not have: passed over (lint names each).");
    std::string other = first;
    other.replace(other.find("name=\"x\""), 8, "name=\"z\"");
    EXPECT_EQ(refusals({first, other}), "an issue `z`, which the domain does not have\n"
                                        "the issue `x` is missing\n");
}

TEST(GeniusProfiles, MayRateTwiceWhatStandsTwiceInTheDomain) {
    const std::string domain = R"(<negotiation_template><utility_space><objective index="0">
        <issue index="1" name="x"><item value="0"/><item value="0"/><item value="9"/></issue>
        </objective></utility_space></negotiation_template>)";
    const std::string profile = one_issue(items(R"(<item value="0" evaluation="0"/>
        <item value="0" evaluation="8"/><item value="9" evaluation="16"/>)"));
    const Read result = read({domain, profile});
    ASSERT_TRUE(result.problems.empty()) << result.problems.front().what;
    EXPECT_EQ(result.scenario.profiles.front().scores, (std::vector<Numbers>{{Rational(1, 2), 1}}))
        << "Genius takes the last";
    EXPECT_EQ(result.notes.assumptions.back(),
              "1 value rated twice, as in the domain: the last rating counts (lint names each).");
}

TEST(GeniusRemarks, TellSemanticsReservationsDiscountsAndCuts) {
    const std::string plain = one_issue(items(R"(<item value="a" evaluation="1"/>)"));
    const Read result =
        read({plain, sample.substr(0, 0) + one_issue(items(R"(<item value="a" evaluation="1"/>)"),
                                                     "<discount_factor value=\"0.5\"/>")});
    ASSERT_EQ(result.notes.remarks.size(), 2U);
    EXPECT_TRUE(holds(result.notes.remarks[0], "`genius`"));
    EXPECT_TRUE(holds(result.notes.remarks[1], "1 profile with a discount"));
    EXPECT_EQ(result.notes.assumptions,
              std::vector<std::string>{"2 profiles without a reservation value: 0 is taken."});
    EXPECT_TRUE(
        holds(read({plain}, {.semantics = Semantics::negmas}).notes.remarks[0], "`negmas`"));
    EXPECT_TRUE(holds(read({R"(<utility_space><objective><weight index="1" value="2"/>
        <issue index="1" name="x"><item value="a" evaluation="1"/></issue></objective>
        <reservation value="0.1"/></utility_space>)"})
                          .notes.assumptions.back(),
                      "Genius cuts utilities at 1"));
}

TEST(GeniusRectangles, AreCombinationsWithClosedBounds) {
    const Read result = read({rectangles});
    ASSERT_TRUE(result.problems.empty()) << result.problems.front().what;
    const ScenarioProfile& profile = result.scenario.profiles.front();
    EXPECT_EQ(profile.constant, Rational(3, 20)) << "the complement, and what always counts";
    EXPECT_EQ(profile.fallback, Rational(1, 5));
    ASSERT_EQ(profile.patterns.size(), 2U);
    EXPECT_EQ(profile.patterns[0].worth, Rational(1, 4));
    EXPECT_EQ(profile.patterns[0].when[0].values, (std::vector<std::size_t>{2, 3, 4}));
    EXPECT_EQ(profile.patterns[0].when[1].values, (std::vector<std::size_t>{3}));
    EXPECT_EQ(profile.patterns[1].worth, Rational(-1, 10));
    EXPECT_EQ(profile.patterns[1].when[0].values, (std::vector<std::size_t>{0, 1}));
}

TEST(GeniusRectangles, MayHaveBoundsFarOutsideOfTheirIssueOrBetweenItsNumbers) {
    const auto held = [](const std::string& low, const std::string& high) {
        std::string text = rectangles;
        const std::string part = R"(min="2" max="4")";
        text.replace(text.find(part), part.size(), "min=\"" + low + "\" max=\"" + high + "\"");
        std::string all;
        for (const Semantics semantics : {Semantics::genius, Semantics::negmas}) {
            // The bound on y holds of no number strictly between.
            std::string wide = text;
            const std::string other = R"(min="3" max="3")";
            wide.replace(wide.find(other), other.size(), R"(min="2.5" max="3.5")");
            const Read result = read({wide}, {.semantics = semantics});
            const auto& patterns = result.scenario.profiles.front().patterns;
            all += semantics == Semantics::genius ? "" : "|";
            if (!patterns.empty() && patterns[0].when.size() == 2) {
                for (const std::size_t value : patterns[0].when[0].values) {
                    all += std::to_string(value);
                }
            }
        }
        return all;
    };
    EXPECT_EQ(held("2", "4"), "234|3");
    EXPECT_EQ(held("1.5", "4.5"), "234|234");
    EXPECT_EQ(held("-1e30", "1.5"), "01|01");
    EXPECT_EQ(held("7", "1e30"), "789|89");
    EXPECT_EQ(held("-30", "0"), "0|");
    EXPECT_EQ(held("9", "9000000000000000000000"), "9|");
    EXPECT_EQ(held("5", "4"), "|");
    EXPECT_EQ(held("1e25", "1e30"), "|");
}

TEST(GeniusRectangles, HaveOpenBoundsAndNoDivisorInNegmas) {
    const Read result = read({rectangles}, {.semantics = Semantics::negmas});
    const ScenarioProfile& profile = result.scenario.profiles.front();
    EXPECT_EQ(profile.constant, Rational(10));
    EXPECT_TRUE(profile.patterns.empty()) << "one number, and none, lies strictly between";
}

TEST(GeniusRectangles, AreWrittenAsTheyWereRead) {
    const Scenario scenario = read({rectangles}).scenario;
    const Result<std::vector<NamedText>> files = write_genius(scenario);
    ASSERT_TRUE(files.ok()) << to_string(files.problems().front());
    const Result<Scenario> again = testing::read_back(*genius_format().format, files.value());
    ASSERT_TRUE(again.ok()) << to_string(again.problems().front());
    const ScenarioProfile& before = scenario.profiles.front();
    const ScenarioProfile& after = again.value().profiles.front();
    EXPECT_EQ(after.constant, before.constant);
    EXPECT_EQ(after.fallback, before.fallback);
    ASSERT_EQ(after.patterns.size(), before.patterns.size());
    for (std::size_t i = 0; i < after.patterns.size(); ++i) {
        EXPECT_EQ(after.patterns[i].worth, before.patterns[i].worth);
        EXPECT_EQ(after.patterns[i].when.front().values, before.patterns[i].when.front().values);
    }
}

TEST(GeniusRectangles, CarryScoresToo) {
    Scenario scenario = read({rectangles}).scenario;
    ScenarioProfile& profile = scenario.profiles.front();
    profile.scores = {std::vector<Rational>(10, 0), std::vector<Rational>(10, 3)};
    profile.scores[0][4] = Rational(1, 3);
    const Result<Scenario> again =
        testing::read_back(*genius_format().format, write_genius(scenario).value());
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again.value().profiles.front().patterns.size(), 2U + 1U + 10U);
    profile.patterns.front().when.front().values = {2, 4};
    EXPECT_TRUE(holds(write_genius(scenario).problems().front().what, "no hyper-rectangle"));
}

/// The rectangles with a part of the text replaced.
std::string rectangles_with(const std::string& part, const std::string& instead) {
    std::string text = rectangles;
    return text.replace(text.find(part), part.size(), instead);
}

TEST(GeniusRectangles, AreNotLeftOutForTheirLetters) {
    EXPECT_EQ(problems_of(rectangles_with("INCLUDES", "INCLUDE")),
              "<INCLUDE> in <hyperRectangle> is not read\n");
    EXPECT_EQ(problems_of(rectangles_with("EXCLUDES", "excludes")),
              "<excludes> in <hyperRectangle> is not read\n");
    EXPECT_EQ(problems_of(rectangles_with("<hyperRectangle utility=\"10\"",
                                          "<HyperRectangle utility=\"10\"")),
              "<HyperRectangle> in <ufun> is not read\n");
    EXPECT_EQ(problems_of(rectangles_with("maxutility=", "maxutilty=")),
              "<utility> has an attribute `maxutilty`, which is not read\n");
    EXPECT_EQ(problems_of(rectangles_with("<hyperRectangle utility=", "<hyperRectangle weigth="
                                                                      "\"0.5\" utility=")),
              "<hyperRectangle> has an attribute `weigth`, which is not read\n");
    EXPECT_EQ(problems_of(rectangles_with("<ufun ", "<ufun wieght=\"2\" ")),
              "<ufun> has an attribute `wieght`, which is not read\n");
    EXPECT_EQ(problems_of(rectangles_with("PlainUfun", "Quadratic")),
              "a <ufun> of the type `Quadratic` is not read\n");
    EXPECT_EQ(problems_of(rectangles_with("</utility>", "</utility><utility/>")),
              "a second <utility>\n");
}

TEST(GeniusRectangles, DoNotStandBesideWeights) {
    const std::string both = "<utility> stands in a profile that has weights or evaluations of "
                             "issues\n";
    const std::string rated = items(R"(<item value="a" evaluation="3"/>)");
    const std::string function = "<utility><ufun><hyperRectangle utility=\"4\"/></ufun></utility>";
    EXPECT_EQ(problems_of(one_issue(rated, function)), both);
    EXPECT_EQ(problems_of(one_issue(items(R"(<item value="a"/>)"), function)), both);
    std::string named = one_issue(rated);
    named.insert(std::string("<utility_space").size(), " type=\"nonlinear\"");
    EXPECT_EQ(problems_of(named), "the type is `nonlinear`, and there is no <utility>\n");
    EXPECT_EQ(problems_of(rectangles_with("</objective>", "<weight index=\"1\" value=\"0\"/>"
                                                          "</objective>")),
              "")
        << "a weight of 0 leaves nothing out";
}

TEST(GeniusProblems, AreWhatSaysTwoThings) {
    EXPECT_EQ(problems_of(one_issue("type=\"discrete\" vtype=\"integer\"><item value=\"a\" "
                                    "evaluation=\"1\"/>")),
              "`vtype` of an issue is `integer`, and another attribute names another type\n");
    const std::string line = R"(<evaluator ftype="linear" offset="0" slope="0.5"/>)";
    const std::string child = R"(><range lowerbound="0" upperbound="2"/>)" + line;
    EXPECT_EQ(problems_of(one_issue("type=\"integer\" lowerbound=\"1\" upperbound=\"2\"" + child)),
              "the <range> of issue `x` has other bounds than the issue itself\n");
    EXPECT_EQ(
        problems_of(one_issue("type=\"integer\" lowerbound=\"0\" upperbound=\"2.0\"" + child)), "");
    EXPECT_EQ(problems_of(one_issue(R"(type="integer" lowerbound="0" upperbound="2">
        <evaluator ftype="linear" offset="0" slope="0.5" parameter1="0.4"/>)")),
              "`offset` and `slope` say another line than `parameter0` and `parameter1`\n");
    const std::string domain = R"(<negotiation_template><utility_space><objective index="0">
        <issue index="1" name="x" type="integer" lowerbound="0" upperbound="3"/></objective>
        </utility_space></negotiation_template>)";
    const Read other = read({domain, one_issue("type=\"integer\"" + child)});
    ASSERT_EQ(other.problems.size(), 1U);
    EXPECT_EQ(other.problems[0].what, "issue `x` runs from 0 to 2, and in the domain from 0 to 3");
    EXPECT_EQ(other.problems[0].where.line, 1U);
}

TEST(GeniusProblems, AreNamedAllAtOnce) {
    EXPECT_EQ(problems_of(R"(<utility_space><objective><weight index="1" value="much"/>
        <issue index="1" name="x" type="fuzzy"/>
        <issue index="2"><item evaluation="1"/></issue>
        <issue index="3" name="z" type="integer" lowerbound="3"/>
        <objective/></objective></utility_space>)"),
              "`value` of <weight> is `much`, which is no number\n"
              "an issue of the type `fuzzy` is not read\n"
              "an issue without `name`\n"
              "an item without `value`\n"
              "<issue> has no `upperbound`\n"
              "the lower bound of issue `z` is above its upper bound\n"
              "an objective inside another one is not read, since a file does not say whether its "
              "weight multiplies those of its issues\n");
}

TEST(GeniusProblems, AreNamedForFunctionsAndRectangles) {
    EXPECT_EQ(problems_of(one_issue(R"(type="integer" lowerbound="1" upperbound="2">
        <evaluator ftype="cubic"/>)")),
              "an evaluator of the kind `cubic` is not read\n");
    EXPECT_EQ(problems_of(one_issue(R"(type="real" lowerbound="1" upperbound="2">
        <evaluator ftype="triangular" parameter0="5" parameter1="1" parameter2="2"/>)")),
              "the top of a triangle lies outside of its ends\n");
    EXPECT_EQ(problems_of(one_issue(items(R"(<item value="a"/>)"), R"(<utility>
        <ufun aggregation="product"><hyperRectangle utility="1"><INCLUDES index="1" min="0" max="1"/>
        <EXCLUDES index="1" min="0" max="1"/></hyperRectangle></ufun></utility>)")),
              "the aggregation `product` is not read\n"
              "a rectangle with both INCLUDES and EXCLUDES is not read\n");
    EXPECT_EQ(problems_of(R"(<utility_space><objective><issue index="1" name="x"><item value="a"/>
        </issue></objective><utility>
        <hyperRectangle utility="1"><INCLUDES index="1" min="0" max="1"/></hyperRectangle>
        </utility></utility_space>)"),
              "a bound on the index `1`, which is no issue that is a number\n");
    EXPECT_EQ(problems_of(one_issue(R"(type="integer" lowerbound="0" upperbound="4096">)")),
              "issue `x` has more than 4096 numbers\n");
    EXPECT_EQ(problems_of(one_issue(R"(type="integer" lowerbound="0" upperbound="1.5">)")),
              "issue `x` ends between two of its numbers\n");
}

TEST(GeniusRoles, AreToldFromContent) {
    const auto role = [](const std::string& text) {
        return genius_role(parse_scenario_file(text, "f").value());
    };
    EXPECT_EQ(role(sample), FileRole::profile);
    EXPECT_EQ(role("<negotiation_template><utility_space><objective/></utility_space>"
                   "</negotiation_template>"),
              FileRole::domain);
    EXPECT_EQ(role("<negotiation_template/>"), FileRole::none);
    EXPECT_EQ(role("<outcomes/>"), FileRole::none);
    EXPECT_EQ(role("{}"), FileRole::none);
}

} // namespace
} // namespace unbracket
