// Functions of one issue in NegMAS files, by hand-computed worth, and what is refused of them.

#include "unbracket/io/scenario/negmas_value.hpp"
#include "unbracket/io/scenario/parse.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket::negmas {
namespace {

using Numbers = std::vector<Rational>;

ScenarioIssue issue_of(const std::vector<std::string>& values) {
    ScenarioIssue issue;
    issue.name = "price";
    issue.values = values;
    return issue;
}

struct Read {
    Numbers scores;
    Diagnostics problems;
    Diagnostics oddities;
    Assumed assumed;

    std::string problem() const { return problems.empty() ? "it was read" : problems.front().what; }
};

Read read(const std::string& text,
          const ScenarioIssue& issue = issue_of({"0", "1", "2", "3", "4"})) {
    const Result<Node> root = parse_scenario_file(text, "f.yml");
    EXPECT_TRUE(root.ok()) << text;
    Read result;
    TreeReader reader(result.problems);
    ValueFunctions functions(reader, {result.problems, result.oddities, result.assumed});
    result.scores = functions.scores(root.value(), issue);
    EXPECT_EQ(result.scores.size(), issue.values.size());
    return result;
}

TEST(NegmasValues, MayBeTablesAndConstants) {
    const ScenarioIssue words = issue_of({"low", "high"});
    EXPECT_EQ(read("{type: TableFun, mapping: {low: 1, ' high ': 0.5}}", words).scores,
              (Numbers{1, Rational(1, 2)}));
    EXPECT_EQ(read("{high: 3, low: 2}", words).scores, (Numbers{2, 3}));
    EXPECT_EQ(read("{type: negmas.preferences.value_fun.ConstFun, bias: -2}", words).scores,
              (Numbers{-2, -2}));
    EXPECT_EQ(read("7", words).scores, (Numbers{7, 7}));
    const Read more = read("{type: TableFun, mapping: {low: 1, middle: 2, high: 3}}", words);
    EXPECT_EQ(more.problem(), "it was read") << "NegMAS never asks for it";
    EXPECT_EQ(more.scores, (Numbers{1, 3}));
    EXPECT_EQ(more.assumed.unknown_values, 1U);
    ASSERT_EQ(more.oddities.size(), 1U);
}

TEST(NegmasValues, HaveTheKeysOfTheirKind) {
    EXPECT_EQ(read("{type: TriangularFun, start: 0, middle: 2, end: 4, scal: 3}").problem(),
              "TriangularFun has no key `scal`");
    EXPECT_EQ(read("{type: LinearFun, slope: 1, bias: 7}").problem(),
              "LinearFun has no key `bias`");
    EXPECT_EQ(read("{type: TableFun, mapping: {'0': 1}, bias: 5}").problem(),
              "TableFun has no key `bias`");
    EXPECT_EQ(read("{type: IdentityFun, __python_class__: x}").problem(), "it was read");
    EXPECT_EQ(word_of(boolean_node(true)), "true");
}

TEST(NegmasValues, AreNeverMadeUp) {
    const ScenarioIssue words = issue_of({"low", "high"});
    EXPECT_EQ(read("{type: TableFun, mapping: {low: 1, middle: 2}}", words).problem(),
              "issue `price` says nothing about the value `high`");
    EXPECT_EQ(read("{low: 1}", words).problem(),
              "issue `price` says nothing about the value `high`");
    EXPECT_EQ(read("{type: ConstFun}").problem(), "there is no `bias`");
    EXPECT_EQ(read("{type: LinearFun}").problem(), "there is no `slope`");
    EXPECT_EQ(read("{type: AffineFun, bias: 1}").problem(), "there is no `slope`");
    EXPECT_EQ(read("{type: QuadraticFun, a2: 1}").problem(), "there is no `a1`");
    EXPECT_EQ(read("{type: TriangularFun, start: 0, end: 4}").problem(), "there is no `middle`");
    EXPECT_EQ(read("{type: TrapezoidalFun, rise_end: 0, fall_start: 0}").problems.size(), 2U)
        << "start and end";
}

TEST(NegmasValues, MayBePolynomials) {
    EXPECT_EQ(read("{type: IdentityFun}").scores, (Numbers{0, 1, 2, 3, 4}));
    EXPECT_EQ(read("{type: LinearFun, slope: -2}").scores, (Numbers{0, -2, -4, -6, -8}));
    EXPECT_EQ(read("{type: AffineFun, slope: 0.5, bias: 1}").scores,
              (Numbers{1, Rational(3, 2), 2, Rational(5, 2), 3}));
    EXPECT_EQ(read("{type: QuadraticFun, a2: 1, a1: -2, bias: 1}").scores,
              (Numbers{1, 0, 1, 4, 9}));
    EXPECT_EQ(read("{type: PolynomialFun, coefficients: [1, 0, 2], bias: 3}").scores,
              (Numbers{3, 6, 21, 60, 135}));
}

TEST(NegmasValues, MayBeOfNumbersThatAreListed) {
    EXPECT_EQ(read("{type: IdentityFun}", issue_of({"1", "2.5", "-4"})).scores,
              (Numbers{1, Rational(5, 2), -4}));
}

TEST(NegmasValues, MayBeTriangles) {
    EXPECT_EQ(read("{type: TriangularFun, start: 0, middle: 1, end: 4}").scores,
              (Numbers{0, 1, Rational(2, 3), Rational(1, 3), 0}));
    EXPECT_EQ(read("{type: TriangularFun, start: 1, middle: 3, end: 4, bias: 1, scale: 2}").scores,
              (Numbers{1, 1, 2, 3, 1}));
    EXPECT_EQ(read("{type: TriangularFun, start: 0, middle: 0, end: 4}").scores,
              (Numbers{0, Rational(3, 4), Rational(1, 2), Rational(1, 4), 0}))
        << "its start is outside";
}

TEST(NegmasValues, MayBeTrapezoids) {
    EXPECT_EQ(read("{type: TrapezoidalFun, start: 0, rise_end: 2, fall_start: 3, end: 4}").scores,
              (Numbers{0, Rational(1, 2), 1, 1, 0}));
    EXPECT_EQ(read("{type: TrapezoidalFun, start: 1, rise_end: 1, fall_start: 3, end: 3, bias: 1}")
                  .scores,
              (Numbers{1, 2, 2, 2, 1}))
        << "its corners are inside";
}

TEST(NegmasValues, MayBeBiasedAndAddedUp) {
    EXPECT_EQ(read("{type: BiasedFun, fun: {type: IdentityFun}, bias: 3}").scores,
              (Numbers{3, 4, 5, 6, 7}));
    EXPECT_EQ(read(R"({type: AggregatingFun, weights: [2, -1], bias: 1, normalize: false,
        funs: [{type: IdentityFun}, {type: BiasedFun, fun: {type: ConstFun, bias: 1}, bias: 1}]})")
                  .scores,
              (Numbers{-1, 1, 3, 5, 7}));
    EXPECT_EQ(read("{type: AggregatingFun, funs: [{type: IdentityFun}, 1]}").scores,
              (Numbers{1, 2, 3, 4, 5}))
        << "weights of 1";
}

TEST(NegmasValues, AreRefusedWithAReason) {
    EXPECT_EQ(read("{type: LambdaFun, f: x}").problem(),
              "a function of the type `LambdaFun` is code, which is not run");
    for (const std::string kind : {"ExponentialFun", "LogFun", "SinFun", "CosFun", "GaussianFun"}) {
        EXPECT_EQ(read("{type: " + kind + "}").problem(),
                  "a function of the type `" + kind + "` has values that are no fractions");
    }
    EXPECT_EQ(read("{type: OtherFun}").problem(),
              "a function of the type `OtherFun` is not read here");
    EXPECT_EQ(read("{type: IdentityFun}", issue_of({"1", "two"})).problem(),
              "a function of numbers of issue `price`, whose value `two` is none");
    EXPECT_EQ(read("{type: PolynomialFun}").problem(),
              "`coefficients` is no list of up to 16 numbers");
    EXPECT_EQ(read("{type: TriangularFun, start: 3, middle: 1, end: 4}").problem(),
              "the corners of a TriangularFun do not rise");
    EXPECT_EQ(
        read("{type: TrapezoidalFun, start: 1, rise_end: 3, fall_start: 2, end: 4}").problem(),
        "the corners of a TrapezoidalFun do not rise");
    for (const std::string flag : {"true", "True", "yes", "on", "1", "0", "[]", "", "flase"}) {
        const Read result =
            read("{type: BiasedFun, fun: {type: IdentityFun},\n normalize: " + flag + "}");
        EXPECT_EQ(result.problem(), "`normalize` is not `false`, and a function that is to be "
                                    "normalised is not read")
            << flag;
        EXPECT_EQ(result.problems.at(0).where.line, 2U);
    }
    for (const std::string flag : {"false", "False", "FALSE"}) {
        EXPECT_EQ(
            read("{type: BiasedFun, fun: {type: IdentityFun}, normalize: " + flag + "}").scores,
            (Numbers{0, 1, 2, 3, 4}));
    }
    EXPECT_EQ(read("{type: BiasedFun, bias: 1}").problem(), "there is no table `fun`");
    for (const std::string weights : {"[1]", "2", "{0: 1, 1: 2}"}) {
        EXPECT_EQ(read("{type: AggregatingFun, funs: [1, 2], weights: " + weights + "}").problem(),
                  "`funs` is no list, or `weights` no list of as many numbers");
    }
    EXPECT_EQ(read("{type: AffineFun, slope: steep}").problem(), "`slope` is no number");
}

TEST(NegmasValues, EndWhereTheyAreTooMany) {
    std::string many = "{type: AggregatingFun, funs: [";
    for (int i = 0; i < 1'000; ++i) {
        many += "{type: IdentityFun},";
    }
    std::vector<std::string> numbers;
    for (int i = 0; i < 4'096; ++i) {
        numbers.push_back(std::to_string(i));
    }
    const Read result = read(many + "]}", issue_of(numbers));
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problem(), "the functions of one profile give more than 4,000,000 values");
}

} // namespace
} // namespace unbracket::negmas
