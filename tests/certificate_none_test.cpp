#include "tests/certificate_cases.hpp"
#include "tests/certificate_spoiler.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

// Proofs that no outcome is accepted, written by hand, and the ways to spoil them.

namespace unbracket::testing {
namespace {

/// Two parties, two issues: with p on both a has 10, with r and q b has 10; all in all an outcome
/// is worth at most 10 to both together.
constexpr std::string_view apart = R"(
party.a = { name = "A", role = "signatory" }
party.b = { name = "B", role = "signatory" }
[issue.x]
option = ["p", "q", "r"]
score.a = { p = 5, q = 3, r = 0 }
score.b = { p = 0, q = 1, r = 5 }
[issue.y]
option = ["p", "q"]
score.a = { p = 5, q = 0 }
score.b = { p = 0, q = 5 }
[fallback]
a = 6
b = 6
)";

std::string none_possible(std::string_view parts) {
    return R"([{"claim": "none_possible", "parts": )" + std::string(parts) + "}]";
}

constexpr std::string_view root =
    R"([{"accepting": ["a", "b"], "kind": "root", "weights": [{"a": 1, "b": "1"}]}])";
/// Its two nodes are the options of y: each of them leaves one party short.
constexpr std::string_view tree = R"([{"accepting": ["a", "b"], "kind": "tree",
    "weights": [{"a": 2, "b": 3}], "order": ["y", "x"], "nodes": 2}])";

std::string refused_part(std::string_view case_text, const std::string& parts) {
    return refusal(case_of(case_text), "no_agreement", none_possible(parts));
}

TEST(RootCertificate, ProvesWhatOneWeighingExcludes) {
    EXPECT_EQ(refused_part(apart, std::string(root)), "");
}

TEST(RootCertificate, ProvesNothingWhenTheFallbacksCanBeMet) {
    const std::string willing = with(apart, "a = 6\nb = 6", "a = 5\nb = 5");
    EXPECT_TRUE(says("can be met", refused_part(willing, std::string(root))));
}

TEST(RootCertificate, TakesMultipliersOfAnyWidth) {
    const std::string wide(300, '9');
    EXPECT_EQ(refused_part(apart, with(with(root, "1", wide), "\"1\"", "\"" + wide + "\"")), "");
    EXPECT_TRUE(
        says("whole number",
             refused_part(apart, with(root, "\"1\"", "\"" + std::string(1001, '9') + "\""))));
}

TEST(RootCertificate, NeedsMultipliersThatAreWholeAndNotNegative) {
    for (const char* spoiled : {"-1", "1.5", "1e1", "\"1/2\"", "\"-1\"", "\"\"", "true", "[1]"}) {
        EXPECT_TRUE(says("whole number", refused_part(apart, with(root, "1", spoiled))));
    }
}

TEST(RootCertificate, ProvesNothingWithoutAMultiplierAboveZero) {
    EXPECT_TRUE(says("can be met", refused_part(apart, with(with(root, "1", "0"), "\"1\"", "0"))));
    EXPECT_TRUE(says("can be met", refused_part(apart, with(root, R"({"a": 1, "b": "1"})", "{}"))));
    EXPECT_TRUE(says("exactly one", refused_part(apart, with(root, R"({"a": 1, "b": "1"})", ""))));
    EXPECT_TRUE(
        says("exactly one", refused_part(apart, with(root, R"([{"a": 1)", R"([{}, {"a": 1)"))));
}

TEST(RootCertificate, WeighsOnlyPartiesThatHaveToAccept) {
    EXPECT_TRUE(says("no party", refused_part(apart, with(root, R"("b": "1")", R"("c": "1")"))));
    EXPECT_TRUE(
        says("need not accept", refused_part(apart, with(root, R"(["a", "b"])", R"(["a"])"))));
    EXPECT_TRUE(says("named twice",
                     refused_part(apart, with(root, R"(["a", "b"])", R"(["a", "b", "a"])"))));
}

TEST(TreeCertificate, ProvesByTryingOptions) {
    EXPECT_EQ(refused_part(apart, std::string(tree)), "");
    EXPECT_EQ(refused_part(apart, with(tree, R"({"a": 2, "b": 3})", "")), "");
    EXPECT_EQ(refused_part(apart, with(tree, "2}]", "1000}]")), "");
}

TEST(TreeCertificate, SaysHowManyNodesItHas) {
    EXPECT_TRUE(says("more nodes", refused_part(apart, with(tree, "2}]", "1}]"))));
    for (const char* spoiled : {"-2", "2.0", "\"2\"", "2000000001", "1e99"}) {
        EXPECT_TRUE(says("whole number",
                         refused_part(apart, with(tree, "2}]", spoiled + std::string("}]")))));
    }
}

TEST(TreeCertificate, NamesEveryIssueOnce) {
    for (const char* spoiled : {R"(["y"])", R"(["y", "y"])", R"(["y", "x", "x"])", "[]"}) {
        EXPECT_TRUE(
            says("every issue once", refused_part(apart, with(tree, R"(["y", "x"])", spoiled))));
    }
    EXPECT_TRUE(
        says("no issue", refused_part(apart, with(tree, R"(["y", "x"])", R"(["y", "z"])"))));
}

TEST(TreeCertificate, IsRefusedWithTheOutcomeThatRefutesIt) {
    const std::string willing = with(apart, "a = 6\nb = 6", "a = 5\nb = 5");
    EXPECT_TRUE(says("x = r, y = p", refused_part(willing, with(tree, "2}]", "99}]"))));
}

TEST(TreeCertificate, CountsInWhateverWidthItNeeds) {
    const std::string fine =
        with(with(apart, "q = 3", "q = 2.99999999999999"), "p = 5, q = 0 }", "p = 5, q = 1e-15 }");
    for (const int zeros : {0, 5, 20, 40, 300}) {
        const std::string wide =
            R"({"a": 2)" + std::string(static_cast<std::size_t>(zeros), '0') + "}";
        EXPECT_EQ(refused_part(fine, with(tree, R"({"a": 2, "b": 3})", wide)), "");
    }
}

constexpr std::string_view ruled = R"(
party.a = { name = "A", role = "signatory" }
[issue.x]
option = ["p", "q"]
score.a = { p = 1, q = "redline" }
[issue.y]
option = ["p", "q"]
score.a = { p = 1, q = 1 }
[fallback]
a = 0
[[rule]]
if = { x = "p" }
then = { y = "q" }
[[limit]]
party = "a"
if = { y = "q" }
never = { x = "p" }
)";
constexpr std::string_view empty_tree = R"([{"accepting": ["a"], "kind": "tree", "weights": [],
    "order": ["x", "y"], "nodes": 0}])";

TEST(EmptyPart, IsProvedByRulesLimitsAndRedLines) {
    EXPECT_EQ(refused_part(ruled, std::string(empty_tree)), "");
    EXPECT_EQ(refused_part(ruled, R"([{"accepting": ["a"], "kind": "root", "weights": [{}]}])"),
              "");
}

TEST(EmptyPart, NeedsEachOfItsReasons) {
    for (const char* reason : {"\"redline\"", "then = { y = \"q\" }", "party = \"a\"\nif"}) {
        const char* other = reason[0] == 't'   ? "then = { y = \"p\" }"
                            : reason[0] == 'p' ? "party = \"a\"\nstatus = \"off\"\nif"
                                               : "0";
        const std::string refused =
            refused_part(with(ruled, reason, other), std::string(empty_tree));
        EXPECT_TRUE(says("more nodes", refused));
    }
}

TEST(EmptyPart, DoesNotUseLimitsOfPartiesThatNeedNotAccept) {
    const std::string two = with(ruled, "[issue.x]", R"(party.b = { name = "B", role = "signatory" }
[agreement]
required = ["b"]
[issue.x])");
    EXPECT_TRUE(says("may be accepted",
                     refused_part(two, R"([{"accepting": ["b"], "kind": "tree", "weights": [],
                                              "order": ["x", "y"], "nodes": 99}])")));
}

TEST(AtMostRule, ClosesTheTreeBelowIt) {
    constexpr std::string_view many = R"(
party.a = { name = "A", role = "signatory" }
[issue.x]
option = ["p", "q"]
score.a = { p = 1, q = 0 }
[issue.y]
option = ["p", "q"]
score.a = { p = 1, q = 0 }
[issue.z]
option = ["p", "q"]
score.a = { p = 1, q = 0 }
[fallback]
a = 2
[[rule]]
at_most = 1
of = [{ x = "p" }, { y = "p" }, { z = "p" }]
)";
    const std::string parts = R"([{"accepting": ["a"], "kind": "tree", "weights": [{"a": 1}],
                                   "order": ["x", "y", "z"], "nodes": 10}])";
    EXPECT_EQ(refused_part(many, parts), "");
    EXPECT_TRUE(
        says("may be accepted", refused_part(with(many, "at_most = 1", "at_most = 2"), parts)));
}

/// Party a reaches 6 only where the bonus of p on both issues is met, and b accepts only r there.
constexpr std::string_view rewarded = R"(
party.a = { name = "A", role = "signatory" }
party.b = { name = "B", role = "signatory" }
[issue.x]
option = ["p", "q"]
score.a = { p = 1, q = 2 }
score.b = { p = 0, q = 5 }
[issue.y]
option = ["p", "q"]
score.a = { p = 1, q = 2 }
score.b = { p = 0, q = 5 }
[fallback]
a = 6
b = 5
[[bonus]]
party = "a"
when = { x = "p", y = "p" }
value = [3, 4]
)";
constexpr std::string_view patterns = R"([
    {"accepting": ["b", "a"], "bonuses": {"bonus.1": true}, "kind": "root", "weights": [{"b": 1}]},
    {"accepting": ["a"], "bonuses": {"bonus.1": false}, "kind": "root", "weights": [{"a": 1}]}])";

TEST(BonusPatterns, SplitTheProof) {
    EXPECT_EQ(refused_part(rewarded, std::string(patterns)), "");
}

TEST(BonusPatterns, HaveToCoverEverything) {
    const std::string only_met = with(patterns, "\"bonus.1\": false", "\"bonus.1\": true");
    EXPECT_TRUE(says("can be met", refused_part(rewarded, only_met)));
    const std::string one = R"([{"accepting": ["b"], "bonuses": {"bonus.1": true}, "kind": "root",
                                 "weights": [{"b": 1}]}])";
    EXPECT_TRUE(says("leave out", refused_part(rewarded, one)));
    EXPECT_TRUE(says("leave out", refused_part(rewarded, "[]")));
}

TEST(BonusPatterns, CountAnUnnamedBonusAsMetWhereItHelps) {
    const std::string unnamed = R"([{"accepting": ["a"], "kind": "root", "weights": [{"a": 1}]}])";
    EXPECT_TRUE(says("can be met", refused_part(rewarded, unnamed)));
    EXPECT_EQ(refused_part(with(rewarded, "a = 6", "a = 6.5"), unnamed), "");
}

/// Half of 4 goes with each of the two options, so that no sum is above 3 + 3. Without one issue in
/// the condition all of it goes with the other, and 1 + 4 + 2 is the most.
TEST(BonusPatterns, ShareAnUnnamedBonusOutAmongTheIssuesItAsksFor) {
    const std::string unnamed = R"([{"accepting": ["a"], "kind": "root", "weights": [{"a": 1}]}])";
    const std::string single = with(rewarded, R"({ x = "p", y = "p" })", R"({ x = "p" })");
    EXPECT_TRUE(says("can be met", refused_part(with(rewarded, "a = 6", "a = 6.0"), unnamed)));
    EXPECT_EQ(refused_part(with(rewarded, "a = 6", "a = 6.01"), unnamed), "");
    EXPECT_TRUE(says("can be met", refused_part(with(single, "a = 6", "a = 7"), unnamed)));
    EXPECT_EQ(refused_part(with(single, "a = 6", "a = 7.01"), unnamed), "");
}

/// A party with stances takes the bonus times the weight of every issue: none of it is shared out.
TEST(BonusPatterns, CountAnUnnamedBonusAsMetForAPartyWithStances) {
    const std::string unnamed = R"([{"accepting": ["a"], "kind": "root", "weights": [{"a": 1}]}])";
    const std::string weighed = "weight.a = 1\nstance.a";
    const std::string stances = with(with(rewarded, "score.a", weighed), "score.a", weighed);
    EXPECT_TRUE(says("can be met", refused_part(stances, unnamed)));
    EXPECT_EQ(refused_part(with(stances, "a = 6", "a = 6.01"), unnamed), "");
}

TEST(BonusPatterns, NameBonusesOfTheCaseByAddress) {
    EXPECT_TRUE(says("no bonus", refused_part(rewarded, with(patterns, "bonus.1", "bonus.2"))));
    EXPECT_TRUE(says("no bonus", refused_part(rewarded, with(patterns, "true", "1"))));
}

/// Party a is required; one of b and c is needed too. Neither goes with what a wants.
constexpr std::string_view counted = R"(
party.a = { name = "A", role = "signatory" }
party.b = { name = "B", role = "mediator" }
party.c = { name = "C", role = "mediator" }
[agreement]
at_least = 2
[issue.x]
option = ["p", "q"]
score.a = { p = 5, q = 0 }
score.b = { p = 0, q = 5 }
score.c = { p = 1, q = 5 }
[fallback]
a = 5
b = 5
c = 5
)";
constexpr std::string_view sets = R"([
    {"accepting": ["a", "b"], "kind": "root", "weights": [{"a": 1, "b": 1}]},
    {"accepting": ["a", "c"], "kind": "root", "weights": [{"a": 1, "c": 1}]}])";
constexpr std::string_view counting = R"([{"accepting": ["a"], "at_least": 2, "kind": "tree",
    "weights": [], "order": ["x"], "nodes": 2}])";

TEST(CountedParties, NeedAPartForEverySetThatWouldDo) {
    EXPECT_EQ(refused_part(counted, std::string(sets)), "");
    EXPECT_TRUE(
        says("a, c",
             refused_part(counted,
                          with(sets, R"(["a", "c"], "kind": "root", "weights": [{"a": 1, "c": 1}])",
                               R"(["a", "b"], "kind": "root", "weights": [{"a": 1, "b": 1}])"))));
    EXPECT_EQ(refused_part(with(counted, "at_least = 2", "at_least = 3"), std::string(sets)), "");
}

TEST(CountedParties, AreCountedInsideATree) {
    EXPECT_EQ(refused_part(counted, std::string(counting)), "");
    const std::string content = with(counted, "c = 5\n", "c = 1\n");
    EXPECT_TRUE(says("x = p", refused_part(content, std::string(counting))));
}

TEST(CountedParties, AreAsManyAsTheRuleAsks) {
    EXPECT_TRUE(says("does not ask", refused_part(counted, with(counting, "2", "3"))));
    EXPECT_TRUE(says("does not ask",
                     refused_part(apart, with(tree, "\"kind\"", "\"at_least\": 2, \"kind\""))));
    const std::string only_b = with(counting, R"("accepting": ["a"])", R"("accepting": ["b"])");
    EXPECT_TRUE(says("x = q", refused_part(counted, only_b)));
}

TEST(CountedParties, MattersOfOthersProveNothing) {
    const std::string observed =
        with(apart, "[issue.x]", "party.o = { name = \"O\", role = \"observer\" }\n[issue.x]");
    EXPECT_TRUE(says("does not count",
                     refused_part(observed, with(root, R"(["a", "b"])", R"(["a", "b", "o"])"))));
}

TEST(Intent, OfAPartyThatRefusesIsAProof) {
    const std::string refusing = std::string(ruled) + "[intent]\na = \"refuses\"\n";
    EXPECT_EQ(refused_part(refusing, std::string(empty_tree)), "");
    const std::string free = with(with(apart, "a = 6\nb = 6", "a = 0\nb = 0"), "[issue.x]",
                                  "[intent]\nb = \"doubtful\"\n[issue.x]");
    const std::string parts = R"([{"accepting": ["a", "b"], "kind": "root", "weights": [{}]}])";
    EXPECT_TRUE(says("can be met", refused_part(free, parts)));
    EXPECT_EQ(
        refusal(case_of(free), "undecided", R"([{"claim": "none_sure", "parts": )" + parts + "}]"),
        "");
}

TEST(UnknownOption, IsNeverSureButMayBePossible) {
    constexpr std::string_view unsaid = R"(
party.a = { name = "A", role = "signatory" }
[issue.x]
option = ["p", "q"]
stance.a = { p = "unknown", q = 10 }
[fallback]
a = 50
)";
    const std::string parts = R"([{"accepting": ["a"], "kind": "root", "weights": [{"a": 1}]}])";
    EXPECT_EQ(refusal(case_of(with(unsaid, "q = 10", "q = 10")), "undecided",
                      R"([{"claim": "none_sure", "parts": )" +
                          with(parts, "root\"", "tree\", \"order\": [\"x\"], \"nodes\": 1") + "}]"),
              "");
    EXPECT_TRUE(says(
        "may be accepted",
        refused_part(unsaid, with(parts, "root\"", "tree\", \"order\": [\"x\"], \"nodes\": 2"))));
}

TEST(WeightsFromZero, LetNothingWithoutWeightPassAsPossible) {
    constexpr std::string_view light = R"(
party.a = { name = "A", role = "signatory" }
[issue.x]
option = ["p", "q"]
weight.a = [0, 5]
stance.a = { p = 20, q = 30 }
[fallback]
a = 50
)";
    const std::string parts = R"([{"accepting": ["a"], "kind": "tree", "weights": [{"a": 1}],
                                   "order": ["x"], "nodes": 2}])";
    EXPECT_EQ(refused_part(light, parts), "");
    EXPECT_TRUE(says("x = q", refused_part(with(light, "q = 30", "q = 50"), parts)));
}

TEST(NoneSure, IsNotProvedByAHullOverADraftThatLeavesABonusOpen) {
    // The draft meets the bonus with q and not with p. In every reading outcome p is at least as
    // good as the draft: with p it is the draft itself, with q the draft loses 10 by its bonus.
    constexpr std::string_view open = R"(
party.a = { name = "A", role = "signatory" }
[issue.x]
option = ["p", "q"]
score.a = { p = 5, q = 5 }
[fallback]
a = { draft = "first" }
[draft.first]
set = { x = ["p", "q"] }
[[bonus]]
party = "a"
when = { x = "q" }
value = -10
)";
    const std::string parts = R"([{"accepting": ["a"], "kind": "tree", "weights": [{"a": 1}],
                                   "order": ["x"], "nodes": 9}])";
    EXPECT_TRUE(says("x = p", refusal(case_of(open), "undecided",
                                      R"([{"claim": "none_sure", "parts": )" + parts + "}]")));
    EXPECT_EQ(refusal(case_of(open), "agreement", R"([{"claim": "sure", "outcome": {"x": "p"}}])"),
              "");
}

TEST(SpoiledForm, IsAlwaysRefused) {
    for (const std::string_view parts : {root, tree}) {
        const Case given = case_of(apart);
        const Node certificate = certificate_for(given, "no_agreement", none_possible(parts));
        ASSERT_EQ(refusal(given, certificate), "");
        for (const Spoiled& spoiled : spoiled_in_form(certificate)) {
            const bool is_multiplier = spoiled.what.find(".weights[0]") != std::string::npos;
            const bool still_proves = is_multiplier && parts == tree;
            if (!still_proves) {
                EXPECT_NE(refusal(given, spoiled.certificate), "") << spoiled.what;
            }
        }
    }
}

} // namespace
} // namespace unbracket::testing
