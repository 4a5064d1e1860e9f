// NegMAS files: conformance, and each kind of function by hand-computed worth.

#include "unbracket/io/scenario/negmas.hpp"

#include "tests/support/scenario_conformance.hpp"

namespace unbracket {
namespace {

const std::string domain = R"(type: DiscreteCartesianOutcomeSpace
name: d
issues:
- {name: term, type: negmas.outcomes.CategoricalIssue, values: [no, yes]}
- {name: price, type: ContiguousIssue, values: [1, 4]}
)";

/// Of everything that is read something, rectangles apart.
const std::string sample = R"(type: WeightedUtilityFunction
weights: [1, 0.5]
ufuns:
- type: LinearAdditiveUtilityFunction
  weights: [0.5, 0.25]
  bias: 1
  values:
  - {type: TableFun, mapping: {no: 1, yes: 0.2}}
  - {type: AggregatingFun, funs: [{type: IdentityFun}, {type: QuadraticFun, a2: 1, a1: 2}]}
- type: GLAUtilityFunction
  factors:
  - [[0], {no: 1, yes: 2}, 3]
  - [[price], {type: BiasedFun, fun: {type: LinearFun, slope: 2}, bias: 1}]
reserved_value: 0.75
)";

testing::ScenarioFormatUnderTest negmas_format() {
    return {scenario_format_named("negmas"), sample, true, domain};
}

TEST(NegmasFormat, RoundTripsLongNumbers) {
    testing::expect_long_numbers_round_trip(negmas_format());
}
TEST(NegmasFormat, SurvivesTruncation) {
    testing::expect_survives_truncated_scenarios(negmas_format());
}
TEST(NegmasFormat, SurvivesTruncatedRectangles) {
    testing::ScenarioFormatUnderTest rectangles = negmas_format();
    rectangles.sample = R"({"type": "HyperRectangleUtilityFunction", "bias": 0.5,
        "outcome_ranges": [{"0": ["yes"], "1": [1, 4]}, {"1": [0, 3]}, null],
        "utilities": [2, 3, 5], "weights": [1, 0.5, 1], "reserved_outcome": ["yes", 2]})";
    testing::expect_survives_truncated_scenarios(rectangles);
}
TEST(NegmasFormat, KeepsLimits) {
    testing::expect_limits_of_files(negmas_format());
    testing::expect_limits_of_cases(*negmas_format().format);
}
TEST(NegmasFormat, RoundTrips) {
    testing::expect_scenarios_round_trip(negmas_format(), "NegmasFormat.RoundTrips");
}
TEST(NegmasFormat, DropsNoPatterns) {
    testing::expect_patterns_are_not_dropped(negmas_format());
}

TEST(NegmasFormat, WritesPatternsAsRectangles) {
    Scenario scenario;
    scenario.name = "d";
    scenario.issues = {{"x", {"1", "2", "3"}, {}, {}}, {"y", {"c", "d"}, {}, {}}};
    scenario.profiles = {{"p",
                          {},
                          {{0, 5, 1}, {1, 3}},
                          {{{{0, {0, 2}}, {1, {1}}}, Rational(1, 3)}, {{{0, {1}}}, -2}},
                          1,
                          4}};
    const auto files = write_negmas(scenario);
    ASSERT_TRUE(files.ok()) << to_string(files.problems().front());
    // NegMAS looks places up as numbers; as texts they give no outcome a utility.
    const std::string& bytes = files.value().back().bytes;
    EXPECT_NE(bytes.find("{0: [\"1\", \"3\"], 1: [\"d\"]}"), std::string::npos) << bytes;
    const Result<Scenario> again = testing::read_back(*negmas_format().format, files.value());
    ASSERT_TRUE(again.ok()) << to_string(again.problems().front());
    const ScenarioProfile& profile = again.value().profiles.front();
    ASSERT_EQ(profile.patterns.size(), 2U);
    EXPECT_EQ(profile.patterns[0].when[0].values, (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(profile.patterns[0].worth, Rational(1)) << "all is worth three times as much";
    EXPECT_EQ(profile.patterns[1].worth, Rational(-6));
    EXPECT_EQ(profile.scores, (std::vector<std::vector<Rational>>{{0, 15, 3}, {3, 9}}));
    EXPECT_EQ(profile.constant, Rational(3));
    EXPECT_EQ(profile.fallback, Rational(12));
}

struct Read {
    Result<Scenario> scenario = Scenario();
    ScenarioNotes notes;

    std::string problems() const {
        std::string all;
        for (const Diagnostic& problem : scenario.problems()) {
            all += problem.what + "\n";
        }
        return all;
    }
    const ScenarioProfile& profile() const { return scenario.value().profiles.front(); }
};

Read read(const std::vector<std::string>& texts, const ScenarioOptions& options = {}) {
    std::vector<ScenarioFile> files;
    for (const std::string& text : texts) {
        const Result<Node> root = parse_scenario_file(text, "f.yml");
        EXPECT_TRUE(root.ok()) << to_string(root.problems().front());
        files.push_back(
            {"f" + std::to_string(files.size()), negmas_role(root.value()), root.value()});
    }
    Read result;
    result.scenario = read_negmas(files, options, result.notes);
    return result;
}

using Numbers = std::vector<Rational>;

const std::string additive = R"(type: LinearAdditiveUtilityFunction
weights: [0.5, 0.25]
bias: 1
values:
- {type: TableFun, mapping: {no: 1, yes: 0.2}}
- {type: AffineFun, slope: 2, bias: -1}
reserved_value: 0.75
)";

TEST(NegmasFormat, MakesNothingUp) {
    testing::ScenarioFormatUnderTest format = negmas_format();
    format.sample = additive; // what is gone of a sum of functions, nobody can tell
    testing::expect_nothing_is_made_up(format, {"bias"});
}

TEST(NegmasFunctions, MayBeAdditive) {
    const Read result = read({domain, additive});
    ASSERT_TRUE(result.scenario.ok()) << result.problems();
    EXPECT_EQ(result.scenario.value().issues[0].values, (std::vector<std::string>{"no", "yes"}));
    EXPECT_EQ(result.profile().scores[0], (Numbers{Rational(1, 2), Rational(1, 10)}));
    EXPECT_EQ(result.profile().scores[1],
              (Numbers{Rational(1, 4), Rational(3, 4), Rational(5, 4), Rational(7, 4)}));
    EXPECT_EQ(result.profile().constant, Rational(1));
    EXPECT_EQ(result.profile().fallback, Rational(3, 4));
}

TEST(NegmasFunctions, MayStandByTheNamesOfIssues) {
    const Read result = read({domain, R"(type: LinearAdditiveUtilityFunction
weights: {price: 2}
values: {price: {type: IdentityFun}, term: {yes: 3, no: 4}}
)"});
    ASSERT_TRUE(result.scenario.ok()) << result.problems();
    EXPECT_EQ(result.profile().scores[0], (Numbers{4, 3}));
    EXPECT_EQ(result.profile().scores[1], (Numbers{2, 4, 6, 8}));
    EXPECT_EQ(result.notes.assumptions,
              (std::vector<std::string>{"1 profile without a reservation value: 0 is taken.",
                                        "1 weight left open: 1 is taken, as NegMAS does."}));
}

TEST(NegmasFunctions, MayBeLinearOrConstantInsideDiscounts) {
    const Read linear = read({domain, R"(type: ExpDiscountedUFun
discount: 0.9
ufun:
  type: LinDiscountedUFun
  ufun: {type: LinearUtilityFunction, weights: [0, -2], bias: 9, reserved_value: -.inf}
)"});
    ASSERT_TRUE(linear.scenario.ok()) << linear.problems();
    EXPECT_EQ(linear.profile().scores[1], (Numbers{-2, -4, -6, -8}));
    EXPECT_EQ(linear.profile().fallback, Rational(1)) << "the least there is";
    EXPECT_EQ(linear.notes.remarks.size(), 2U);
    EXPECT_EQ(linear.notes.assumptions.size(), 1U);
    const Read constant = read({domain, "{type: ConstUtilityFunction, value: 3}"});
    EXPECT_EQ(constant.profile().constant, Rational(3));
}

TEST(NegmasFunctions, MayHaveAReservedOutcome) {
    const Read result = read(
        {domain, additive.substr(0, additive.find("reserved")) + "reserved_outcome: [yes, 2]\n"});
    ASSERT_TRUE(result.scenario.ok()) << result.problems();
    EXPECT_EQ(result.profile().fallback, Rational(1) + Rational(1, 10) + Rational(3, 4));
    EXPECT_EQ(read({domain, additive.substr(0, additive.find("reserved")) +
                                "reserved_outcome: [maybe, 2]\n"})
                  .problems(),
              "`reserved_outcome` has no value of issue `term`\n");
}

TEST(NegmasFunctions, MayBeOpenRectangles) {
    const Read result = read({domain, R"(type: HyperRectangleUtilityFunction
outcome_ranges:
- {1: [1, 4], 0: [yes]}
- {0: no}
- {1: [1, 2]}
- {1: [0, 5]}
utilities: [8, {bias: 3}, 5, 1]
weights: [0.5, 1, 1, 1]
reserved_outcome: [yes, 3]
)"});
    ASSERT_TRUE(result.scenario.ok()) << result.problems();
    const ScenarioProfile& profile = result.profile();
    ASSERT_EQ(profile.patterns.size(), 2U);
    EXPECT_EQ(profile.patterns[0].worth, Rational(4));
    EXPECT_EQ(profile.patterns[0].when[0].values, (std::vector<std::size_t>{1}));
    EXPECT_EQ(profile.patterns[0].when[1].values, (std::vector<std::size_t>{1, 2}));
    EXPECT_EQ(profile.patterns[1].when[0].values, (std::vector<std::size_t>{0}));
    EXPECT_EQ(profile.constant, Rational(1));
    EXPECT_EQ(profile.fallback, Rational(5));
}

TEST(NegmasFunctions, MayBeMappingsOfOneIssue) {
    const std::string one = "{type: OutcomeSpace, issues: [{name: term, values: [no, yes]}]}";
    EXPECT_EQ(
        read({one, "{type: MappingUtilityFunction, mapping: {no: 2, yes: 3}}"}).profile().scores,
        (std::vector<Numbers>{{2, 3}}));
    EXPECT_EQ(read({one, "{type: MappingUtilityFunction, mapping: {yes: 3}, default: -1}"})
                  .profile()
                  .scores,
              (std::vector<Numbers>{{-1, 3}}));
    EXPECT_EQ(
        read({one, "{type: MappingUtilityFunction, mapping: {yes: 3}, default: -.inf}"}).problems(),
        "the mapping says nothing about the value `no`, and `default` is no number\n");
    EXPECT_EQ(read({domain, "{type: MappingUtilityFunction, mapping: {yes: 3}}"}).problems(),
              "a mapping of outcomes of several issues is not read\n");
}

TEST(NegmasFunctions, MayBeWeightedSums) {
    const Read result = read({domain, R"(type: WeightedUtilityFunction
weights: [2, -1, 0.5]
ufuns:
- {type: LinearUtilityFunction, weights: [0, 1], bias: 1, reserved_value: 9}
- {type: ConstUtilityFunction, value: 3}
- type: HyperRectangleUtilityFunction
  outcome_ranges: [{0: [yes], 1: [1, 4]}]
  utilities: [8]
reserved_value: 0.5
)"});
    ASSERT_TRUE(result.scenario.ok()) << result.problems();
    EXPECT_EQ(result.profile().scores, (std::vector<Numbers>{{}, {2, 4, 6, 8}}));
    EXPECT_EQ(result.profile().constant, Rational(-1));
    EXPECT_EQ(result.profile().fallback, Rational(1, 2)) << "the parts' own do not count";
    ASSERT_EQ(result.profile().patterns.size(), 1U);
    EXPECT_EQ(result.profile().patterns[0].worth, Rational(4));
    EXPECT_EQ(read({domain, "{type: WeightedUtilityFunction}"}).problems(), "`ufuns` is no list\n");
    std::string many = "{type: WeightedUtilityFunction, ufuns: [";
    for (int i = 0; i < 1'001; ++i) {
        many += "{type: ConstUtilityFunction, value: 1},";
    }
    EXPECT_EQ(read({domain, many + "]}"}).problems(),
              "more than 1,000 utility functions in one profile\n");
}

TEST(NegmasFunctions, MayBeGeneralisedAdditive) {
    const Read result = read({domain, R"(type: GLAUtilityFunction
bias: 1
weights: [2, 3, 1, 1]
factors:
- [[term], {no: 1, yes: 2}]
- [[1], {type: IdentityFun}, -1]
- [[1, 1], {type: AffineMultiFun, slope: [1, 0.5], bias: 4}]
- [[0, 1], 7]
reserved_value: 0
)"});
    ASSERT_TRUE(result.scenario.ok()) << result.problems();
    EXPECT_EQ(result.profile().scores[0], (Numbers{2, 4}));
    EXPECT_EQ(result.profile().scores[1], (Numbers{Rational(1, 2), 1, Rational(3, 2), 2}));
    EXPECT_EQ(result.profile().constant, Rational(12));
    EXPECT_EQ(read({domain, R"({type: GLAUtilityFunction, factors: [
        [[0, 1], {type: BilinearMultiFun, a: 1}], [[5], 1], [[price, 0], {type: LinearMultiFun}],
        [1, 2], [[0]], [[0, 1], {type: LinearMultiFun, slope: [0, 1], bais: 1}]]})"})
                  .problems(),
              "a factor that ties several issues together is not read\n"
              "a factor names no issue\n"
              "a factor that ties several issues together is not read\n"
              "a factor is no list of issues, a function and a weight\n"
              "a factor is no list of issues, a function and a weight\n"
              "LinearMultiFun has no key `bais`\n"
              "a function of numbers of issue `term`, whose value `no` is none\n");
    EXPECT_EQ(read({domain, "{type: GLAUtilityFunction}"}).problems(), "`factors` is no list\n");
}

TEST(NegmasPlaces, AreWholeNumbers) {
    for (const std::string place : {"1.5", "0.5", "-0.5", "-1", "1.0000001", "''", "[0]", "'0'"}) {
        const Read factor = read({domain, "type: GLAUtilityFunction\nfactors:\n- [[" + place +
                                              "], {no: 5, yes: 1}, 1]"});
        EXPECT_EQ(factor.problems(), "a factor names no issue\n") << place;
        EXPECT_EQ(factor.scenario.problems().at(0).where.line, 3U);
    }
    for (const std::string place : {"'0.5'", "0.5", "-0.5", "1.5", "2"}) {
        const Read range = read({domain, "type: HyperRectangleUtilityFunction\nmappings: [1]\n"
                                         "outcome_ranges:\n- {" +
                                             place + ": [yes]}"});
        EXPECT_EQ(range.scenario.problems().size(), 1U) << place;
        EXPECT_EQ(range.scenario.problems().at(0).where.line, 4U);
    }
    const Read whole = read({domain, "{type: GLAUtilityFunction, factors: "
                                     "[[[0], {no: 5, yes: 1}, 1], [[1.0], 0, 1]]}"});
    ASSERT_TRUE(whole.scenario.ok()) << whole.problems();
    EXPECT_EQ(whole.profile().scores.at(0), (Numbers{5, 1}));
}

TEST(NegmasPlaces, AreNumbersAndNamesAreTexts) {
    const std::string names = "{type: OutcomeSpace, issues: [{name: '1', values: [a, b]}, "
                              "{name: '0', values: [c, d]}]}";
    const std::string function = "type: GLAUtilityFunction\nreserved_value: 0\nfactors:\n- [[";
    const Read by_place = read({names, function + "1], {c: 5, d: 1}]\n"});
    ASSERT_TRUE(by_place.scenario.ok()) << by_place.problems();
    EXPECT_EQ(by_place.profile().scores[1], (Numbers{5, 1}));
    const Read by_name = read({names, function + "'1'], {a: 5, b: 1}]\n"});
    ASSERT_TRUE(by_name.scenario.ok()) << by_name.problems();
    EXPECT_EQ(by_name.profile().scores[0], (Numbers{5, 1}));
}

TEST(NegmasRectangles, AreTablesWhoseNullsHoldEverything) {
    const std::string ranges =
        "type: HyperRectangleUtilityFunction\nutilities: [4]\nreserved_value: 0\noutcome_ranges: [";
    const Read open = read({domain, ranges + "{0: [yes], 1: null}]\n"});
    ASSERT_TRUE(open.scenario.ok()) << open.problems();
    ASSERT_EQ(open.profile().patterns.size(), 1U);
    EXPECT_EQ(open.profile().patterns[0].when.size(), 1U);
    for (const std::string wrong : {"[yes]", "yes", "3"}) {
        EXPECT_EQ(read({domain, ranges + wrong + "]\n"}).problems(),
                  "a range of outcomes is no table\n");
    }
}

TEST(NegmasIssues, AreOfKnownTypes) {
    const Read result = read({"{type: OutcomeSpace, issues: [{name: a, type: ContinousIssue, "
                              "values: [0, 1]}, {name: b, type: OrdinalIssue, values: [0, 1]}]}",
                              "{type: ConstUtilityFunction, value: 1}"});
    EXPECT_EQ(result.problems(), "an issue of the type `ContinousIssue` is not read\n");
}

TEST(NegmasFunctions, HaveRectanglesOfConstantsOnly) {
    EXPECT_EQ(read({domain, R"({type: HyperRectangleUtilityFunction, outcome_ranges: [{1: 2.0}],
        utilities: [{type: AffineFun, slope: 2, bias: 1}]})"})
                  .problems(),
              "a rectangle whose worth is no constant is not read\n");
    const Read single = read({domain, R"({type: HyperRectangleUtilityFunction,
        outcome_ranges: [{1: 2.0}], mappings: [4], reserved_value: 0})"});
    ASSERT_TRUE(single.scenario.ok()) << single.problems();
    EXPECT_EQ(single.profile().patterns[0].when[0].values, (std::vector<std::size_t>{1}));
}

TEST(NegmasFunctions, HaveOpenRangesOfNumbersThatAreListed) {
    const std::string listed = "{type: OutcomeSpace, issues: [{name: share, values: [1, 2, 4]}]}";
    const auto held = [&](const std::string& range) {
        const Read result = read({listed, "{type: HyperRectangleUtilityFunction, outcome_ranges: "
                                          "[{0: " +
                                              range + "}], utilities: [1]}"});
        return result.profile().patterns.empty() ? std::vector<std::size_t>()
                                                 : result.profile().patterns[0].when[0].values;
    };
    using Places = std::vector<std::size_t>;
    EXPECT_EQ(held("[1, 4]"), (Places{1}));
    EXPECT_EQ(held("[1, 2]"), (Places{})) << "nothing between";
    EXPECT_EQ(held("['1', '4']"), (Places{0, 2})) << "two texts are no range";
    EXPECT_EQ(held("[4]"), (Places{2}));
    EXPECT_EQ(held("[1, 4.0, 1]"), (Places{0, 2}));
    EXPECT_EQ(held("2.0"), (Places{1}));
}

TEST(NegmasFunctions, HaveNoRectanglesOfValuesThatThereAreNot) {
    const auto problems = [](const std::string& range) {
        return read({domain, "{type: HyperRectangleUtilityFunction, outcome_ranges: [{" + range +
                                 "}], utilities: [1]}"})
            .problems();
    };
    EXPECT_EQ(problems("0: zzz"),
              "a rectangle names the value `zzz`, which issue `term` does not have\n");
    EXPECT_EQ(problems("0: [yes, maybe], 1: 9"),
              "a rectangle names the value `maybe`, which issue `term` does not have\n"
              "a rectangle names the value `9`, which issue `price` does not have\n");
    EXPECT_EQ(problems("1: [7, 9]"), "") << "a range that nothing is inside of";
    EXPECT_EQ(problems("0: [yes, no], 1: 4"), "");
}

TEST(NegmasFunctions, HaveNoKeysOfOtherKinds) {
    const auto problem = [](const std::string& function) {
        const Diagnostics problems = read({domain, function}).scenario.problems();
        return problems.empty() ? "it was read"
                                : problems.front().what + "; " + problems.front().hint;
    };
    EXPECT_EQ(problem(additive + "bais: 5\n"),
              "LinearAdditiveUtilityFunction has no key `bais`; did you mean `bias`?");
    EXPECT_EQ(problem(additive + "stability: 7\nid: a\npath: null\nconstraints: []\n"),
              "it was read");
    EXPECT_EQ(problem(additive + "constraints: [a]\n").substr(0, 14), "`constraints`,");
    EXPECT_EQ(problem("{type: ConstUtilityFunction, value: 3, bias: 1}").substr(0, 40),
              "ConstUtilityFunction has no key `bias`; ");
    EXPECT_EQ(problem("{type: HyperRectangleUtilityFunction, outcome_ranges: [{1: 2}], "
                      "utilities: [1], mappings: [2]}"),
              "`utilities` and `mappings` stand in one function; keep the one that is meant; they "
              "are two names of one list");
    EXPECT_EQ(problem("{type: HyperRectangleUtilityFunction, outcome_ranges: [{1: 2}], "
                      "utilities: [{bias: 1, slope: 2}]}")
                  .substr(0, 26),
              "ConstFun has no key `slope");
    EXPECT_EQ(problem("{type: ExpDiscountedUFun, discont: 1, ufun: {type: ConstUtilityFunction, "
                      "value: 1}}"),
              "ExpDiscountedUFun has no key `discont`; did you mean `discount`?");
    EXPECT_EQ(
        problem("{type: OddUFun, ufun: {type: ConstUtilityFunction, value: 1}}").substr(0, 38),
        "a function of the type `OddUFun` round");
}

TEST(NegmasFunctions, HaveOneReservation) {
    const auto around = [](const std::string& value) {
        return read({domain, "{type: LinDiscountedUFun, reserved_value: " + value +
                                 ", ufun: {type: ConstUtilityFunction, value: 1, reserved_value: "
                                 "0.5}}"});
    };
    EXPECT_EQ(around("0.7").problems(), "`reserved_value` is another one than on line 1\n");
    EXPECT_EQ(around("-.inf").profile().fallback, Rational(1, 2));
    EXPECT_EQ(around("0.50").profile().fallback, Rational(1, 2));
    const std::string open = additive.substr(0, additive.find("reserved"));
    EXPECT_EQ(
        read({domain, open + "reserved_outcome: {price: 2.0, term: yes}\n"}).profile().fallback,
        Rational(1) + Rational(1, 10) + Rational(3, 4));
    EXPECT_EQ(read({domain, open + "reserved_outcome: {price: 2, trem: yes}\n"}).problems(),
              "`reserved_outcome` has no value of issue `term`\n");
    EXPECT_EQ(read({domain, open + "reserved_outcome: [yes, 2, 3]\n"}).problems(),
              "`reserved_outcome` has more values than there are issues\n");
    EXPECT_EQ(read({domain, open + "reserved_outcome: yes\n"}).problems(),
              "`reserved_outcome` has no value of issue `term`\n");
}

TEST(NegmasFunctions, EndWhereRectanglesAreTooMany) {
    std::string many = "{type: HyperRectangleUtilityFunction, utilities: [";
    std::string ranges;
    for (int i = 0; i < 10'001; ++i) {
        many += "1,";
        ranges += "{0: [1, 1]},";
    }
    const std::string large = "{type: OutcomeSpace, issues: [{name: n, values: 4096}]}";
    EXPECT_EQ(read({large, many + "], outcome_ranges: [" + ranges + "]}"}).problems(),
              "the rectangles hold more than 4,000,000 values, or are held against more than "
              "40,000,000\n");
}

TEST(NegmasDomains, HaveCountsAndGrids) {
    const Read result = read({R"(type: OutcomeSpace
issues:
- {name: n, values: 3}
- {name: r, type: ContinuousIssue, values: [0, 1]}
)",
                              "{type: LinearUtilityFunction, weights: [1, 1], reserved_value: 0}"},
                             {.grid_steps = 2});
    ASSERT_TRUE(result.scenario.ok()) << result.problems();
    EXPECT_EQ(result.profile().scores, (std::vector<Numbers>{{0, 1, 2}, {0, Rational(1, 2), 1}}));
    EXPECT_EQ(result.notes.remarks.size(), 1U);
    EXPECT_EQ(result.notes.assumptions.size(), 1U) << "the grid";
}

TEST(NegmasFunctions, HaveAWeightForEachIssueOrNone) {
    const std::string values = "values: [{type: TableFun, mapping: {no: 1, yes: 0}}, "
                               "{type: IdentityFun}], reserved_value: 0}";
    const std::string start = "{type: LinearAdditiveUtilityFunction, ";
    EXPECT_EQ(read({domain, start + "weights: [1], " + values}).problems(),
              "there is no weight for issue `price`\n");
    EXPECT_EQ(read({domain, start + "weights: [1, 2, 3], " + values}).problems(),
              "`weights` has 3 entries, and there are 2 issues\n");
    EXPECT_EQ(read({domain, start + "weights: {price: 1, tax: 2}, " + values}).problems(),
              "`weights` names an issue `tax`, which the domain does not have\n");
    EXPECT_EQ(read({domain, start + "weights: [1, null], " + values}).problems(),
              "a weight is no number\n");
    const Read open = read({domain, start + values});
    ASSERT_TRUE(open.scenario.ok()) << open.problems();
    EXPECT_EQ(open.profile().scores, (std::vector<Numbers>{{1, 0}, {1, 2, 3, 4}}));
    EXPECT_EQ(open.notes.assumptions,
              std::vector<std::string>{"2 weights left open: 1 is taken, as NegMAS does."});
    EXPECT_EQ(read({domain, "{type: LinearUtilityFunction, weights: {price: 1}}"}).problems(),
              "there is no weight for issue `term`\n");
    EXPECT_EQ(read({domain, "{type: WeightedUtilityFunction, weights: [1, 2], ufuns: "
                            "[{type: ConstUtilityFunction, value: 1}]}"})
                  .problems(),
              "`weights` is no list of 1 numbers\n");
    EXPECT_EQ(read({domain, "{type: ConstUtilityFunction}"}).problems(), "there is no `value`\n");
}

TEST(NegmasProblems, AreNamed) {
    EXPECT_EQ(read({additive}).problems(), "the domain is missing, or names no issue\n");
    EXPECT_EQ(read({domain, "{type: RankOnlyUtilityFunction}"}).problems(),
              "a utility function of the type `RankOnlyUtilityFunction` is not read\n");
    EXPECT_EQ(read({domain, R"({type: LinearAdditiveUtilityFunction, weights: [x, 1],
        values: [{type: AffineFun, slope: 1}]})"})
                  .problems(),
              "a function of numbers of issue `term`, whose value `no` is none\n"
              "a weight is no number\n"
              "there are no `values` for issue `price`\n");
    EXPECT_EQ(read({domain, "{type: LinearUtilityFunction, weights: [1, 1]}"}).problems(),
              "a function of numbers of issue `term`, whose value `no` is none\n");
    EXPECT_EQ(read({domain, "{type: HyperRectangleUtilityFunction, mappings: [1]}"}).problems(),
              "`outcome_ranges` and `utilities` are no lists of one length\n");
    EXPECT_EQ(read({domain, R"({type: HyperRectangleUtilityFunction, mappings: [1],
        outcome_ranges: [{7: [1, 2]}]})"})
                  .problems(),
              "the range `7` names no issue\n");
    EXPECT_EQ(read({"{type: OutcomeSpace, issues: [{name: a, type: ContiguousIssue, "
                    "values: [4, 1]}]}",
                    additive})
                  .problems(),
              "issue `a` begins at a larger number than it ends at\n");
    EXPECT_EQ(read({R"({type: OutcomeSpace, issues: [{name: a}, {name: b, values: x}]})", additive})
                  .problems(),
              "an issue without `name` or `values`\n`values` of issue `b` is no list\n");
}

} // namespace
} // namespace unbracket
