#include "tests/certificate_cases.hpp"
#include "tests/certificate_spoiler.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

// Claims that show an outcome, or that a party contradicts itself, written by hand, and the ways to
// spoil them.

namespace unbracket::testing {
namespace {

/// Some readings accept x = p, none does surely.
constexpr std::string_view vague = R"(
as_of = 2026-03-01
party.a = { name = "A", role = "signatory" }
party.b = { name = "B", role = "signatory" }
[issue.x]
option = ["p", "q", "r"]
weight.a = [1, 3]
stance.a = { p = [40, 80], q = [30, 90], r = "redline" }
order.a = "p > q"
score.b = { p = [0, 5], q = 1, r = 9 }
[issue.y]
range = { min = 0, max = 20, step = 10 }
weight.a = 2
curve.a = { ideal = 0, bad = 20 }
score.b = { 0 = 0, 10 = 2, 20 = 4 }
[fallback]
a = [50, 60]
b = 6
[[bonus]]
party = "b"
when = { x = "p" }
value = [0, 2]
[[risk]]
party = "a"
option = { x = ["p", "q"] }
loss = [0, 10]
)";
constexpr std::string_view shown = R"([{"claim": "possible", "outcome": {"x": "p", "y": 10},
    "readings": {
        "a": {"weights": {"x": "3", "y": 2},
              "values": {"x": {"p": "80", "q": "61/2", "r": 0}, "y": {"0": 100, "10": "60", "20": 10}},
              "fallback": "50", "losses": {"risk.1": "1"}},
        "b": {"values": {"x": {"p": 5, "q": 1, "r": 9}, "y": {"0": 0, "10": 2, "20.0": 4}},
              "fallback": 6, "bonuses": {"bonus.1": 1.5}}}}])";

std::string refused_reading(std::string_view from, std::string_view to) {
    return refusal(case_of(vague), "undecided", with(shown, from, to));
}

TEST(PossibleOutcome, IsShownByReadingsThatAcceptIt) {
    EXPECT_EQ(refusal(case_of(vague), "undecided", shown), "");
}

TEST(PossibleOutcome, ReachesEachFallbackInItsReading) {
    EXPECT_TRUE(says("does not reach", refused_reading("\"80\"", "\"40\"")));
    EXPECT_TRUE(says("does not reach", refused_reading("\"p\": 5", "\"p\": 2")));
    // With the risk and the bonus just so that nothing is left over.
    const std::string tight = with(with(shown, "\"p\": \"80\"", "\"p\": \"54\""),
                                   "\"fallback\": \"50\"", "\"fallback\": \"279/5\"");
    EXPECT_EQ(refusal(case_of(vague), "undecided", with(tight, "279/5", "50")), "");
    EXPECT_TRUE(says("does not reach",
                     refusal(case_of(vague), "undecided", with(tight, "279/5", "2791/50"))));
}

TEST(Reading, KeepsEveryNumberInItsRange) {
    for (const auto& [from, to] :
         {std::pair("\"x\": \"3\"", "\"x\": \"301/100\""), std::pair("\"y\": 2", "\"y\": 1.999"),
          std::pair("\"80\"", "\"80.5\""), std::pair("\"p\": 5", "\"p\": 5.1"),
          std::pair("\"50\"", "\"49\""), std::pair("\"1\"", "\"-1\""), std::pair("1.5", "-0.1"),
          std::pair("\"r\": 0", "\"r\": 1"), std::pair("\"10\": \"60\"", "\"10\": \"66\"")}) {
        EXPECT_TRUE(says("outside its range", refused_reading(from, to))) << from;
    }
}

TEST(Reading, RespectsOrders) {
    const std::string crossed = with(with(shown, "\"80\"", "\"70\""), "\"61/2\"", "\"71\"");
    EXPECT_TRUE(says("against an order", refusal(case_of(vague), "undecided", crossed)));
}

TEST(Reading, RespectsTheFallOfACurve) {
    constexpr std::string_view sloping = R"(
party.a = { name = "A", role = "signatory" }
[issue.x]
range = { min = 0, max = 30, step = 10 }
curve.a = { acceptable = 0, bad = 30 }
[fallback]
a = 0
)";
    constexpr std::string_view falling = R"([{"claim": "possible", "outcome": {"x": 0}, "readings":
        {"a": {"weights": {"x": 1}, "values": {"x": {"0": 60, "10": 45, "20": 45, "30": 0}},
               "fallback": 0}}}])";
    EXPECT_EQ(refusal(case_of(sloping), "undecided", falling), "");
    const std::string rising = with(falling, "\"20\": 45", "\"20\": 45.1");
    EXPECT_TRUE(says("against an order", refusal(case_of(sloping), "undecided", rising)));
}

TEST(Reading, LeavesNoNumberOut) {
    for (const auto& [what, from, to] :
         {std::tuple("no weight", "\"x\": \"3\", ", ""),
          std::tuple("no value for", ", \"r\": 0", ""),
          std::tuple("no values for", "\"x\": {\"p\": \"80\", \"q\": \"61/2\", \"r\": 0}, ", ""),
          std::tuple("read exactly", ", \"bonuses\": {\"bonus.1\": 1.5}", ""),
          std::tuple("read exactly", ", \"losses\": {\"risk.1\": \"1\"}", ""),
          std::tuple("\"fallback\" alone", "\"fallback\": 6, ", "")}) {
        EXPECT_TRUE(says(what, refused_reading(from, to))) << from;
    }
}

TEST(Reading, AddsNothingOfItsOwn) {
    for (const auto& [what, from, to] :
         {std::tuple("no bonus of", "\"bonus.1\": 1.5", "\"bonus.1\": 1.5, \"bonus.2\": 1"),
          std::tuple("no risk of", "\"risk.1\": \"1\"", "\"risk.1\": \"1\", \"risk.2\": 0"),
          std::tuple("has no option", "\"r\": 0", "\"r\": 0, \"s\": 0"),
          std::tuple("valued twice", "\"20.0\": 4", "\"20.0\": 4, \"20\": 4"),
          std::tuple("no issue", "\"y\": 2}", "\"y\": 2, \"z\": 1}"),
          std::tuple("has no weights", "\"b\": {", "\"b\": {\"weights\": {\"x\": 1}, "),
          std::tuple("alone", "\"fallback\": 6", "\"fallback\": 6, \"fallback_draft\": {}"),
          std::tuple("unknown key", "\"fallback\": 6", "\"fallback\": 6, \"mood\": 1")}) {
        EXPECT_TRUE(says(what, refused_reading(from, to))) << to;
    }
}

TEST(Reading, HasAWeightAboveZero) {
    const std::string light =
        with(with(vague, "[1, 3]", "[0, 3]"), "weight.a = 2", "weight.a = [0, 2]");
    EXPECT_EQ(refusal(case_of(light), "undecided", shown), "");
    const std::string none =
        with(with(shown, "\"x\": \"3\"", "\"x\": \"0\""), "\"y\": 2", "\"y\": 0");
    EXPECT_TRUE(says("sum 0", refusal(case_of(light), "undecided", none)));
}

TEST(Reading, HasNumbersOfSaneLength) {
    const std::string nines(999, '9');
    EXPECT_EQ(refused_reading("\"p\": \"80\"", "\"p\": \"79." + nines.substr(0, 900) + "\""), "");
    EXPECT_TRUE(says("read exactly", refused_reading("\"80\"", "\"79." + nines + "\"")));
    EXPECT_TRUE(says("read exactly", refused_reading("\"80\"", "\"80/0\"")));
    EXPECT_TRUE(says("outside its range", refused_reading("\"80\"", "1e400")));
    EXPECT_TRUE(says("read exactly", refused_reading("\"80\"", "1e401")));
}

TEST(PossibleOutcome, NeedsEveryRequiredParty) {
    constexpr std::string_view bare = R"([{"claim": "possible", "outcome": {"x": "p", "y": 10},
                                           "readings": {}}])";
    EXPECT_TRUE(says("not shown to accept", refusal(case_of(vague), "undecided", bare)));
    EXPECT_TRUE(says("no party", refused_reading("\"b\": {", "\"bb\": {")));
}

TEST(PossibleOutcome, CrossesNoRedLineAndNoLimit) {
    EXPECT_TRUE(says("crosses a red line",
                     refused_reading("{\"x\": \"p\", \"y\"", "{\"x\": \"r\", \"y\"")));
    const std::string limited =
        std::string(vague) + "[[limit]]\nparty = \"b\"\nnever = { y = 10 }\n";
    EXPECT_TRUE(says("crosses", refusal(case_of(limited), "undecided", shown)));
    const std::string refusing = std::string(vague) + "[intent]\na = \"refuses\"\n";
    EXPECT_TRUE(says("refuses", refusal(case_of(refusing), "undecided", shown)));
    const std::string normed = with(limited, "party = \"b\"\nnever", "party = \"norm\"\nnever");
    EXPECT_TRUE(says("rule or a norm", refusal(case_of(normed), "undecided", shown)));
    const std::string off = with(limited, "never = { y", "status = \"off\"\nnever = { y");
    EXPECT_EQ(refusal(case_of(off), "undecided", shown), "");
}

TEST(Outcome, NamesOneOptionForEveryIssueInItsOwnWay) {
    for (const auto& [what, to] :
         {std::pair("no option", R"({"x": "P", "y": 10})"),
          std::pair("has no option", R"({"x": "p", "y": 15})"),
          std::pair("as a number", R"({"x": "p", "y": "10"})"),
          std::pair("as text", R"({"x": 1, "y": 10})"), std::pair("every issue", R"({"x": "p"})"),
          std::pair("no issue", R"({"x": "p", "y": 10, "z": 1})"),
          std::pair("an outcome", R"(["p", 10])")}) {
        EXPECT_TRUE(says(what, refused_reading(R"({"x": "p", "y": 10})", to))) << to;
    }
    EXPECT_EQ(refused_reading("\"y\": 10}", "\"y\": 1e1}"), "");
}

constexpr std::string_view firm = R"(
party.a = { name = "A", role = "signatory" }
party.b = { name = "B", role = "mediator" }
[agreement]
required = ["a"]
at_least = 1
[issue.x]
option = ["p", "q"]
weight.a = [0, 9]
stance.a = { p = [50, 90], q = [49, 90] }
stance.b = { p = 0, q = 100 }
[fallback]
a = 50
b = 10
)";
constexpr std::string_view settled = R"([{"claim": "sure", "outcome": {"x": "p"}}])";

TEST(SureOutcome, IsAcceptedAtTheWorstEnds) {
    EXPECT_EQ(refusal(case_of(firm), "agreement", settled), "");
    EXPECT_TRUE(says("not shown to accept",
                     refusal(case_of(firm), "agreement", with(settled, "\"p\"", "\"q\""))));
}

TEST(SureOutcome, HasEnoughPartiesThatSurelyAccept) {
    const std::string both = with(firm, "at_least = 1", "at_least = 2");
    EXPECT_TRUE(says("fewer parties", refusal(case_of(both), "agreement", settled)));
    const std::string all = with(firm, "required = [\"a\"]", "required = [\"a\", \"b\"]");
    EXPECT_TRUE(says("\"b\" is required", refusal(case_of(all), "agreement", settled)));
    const std::string doubtful = std::string(firm) + "[intent]\na = \"doubtful\"\n";
    EXPECT_TRUE(says("not shown to accept", refusal(case_of(doubtful), "agreement", settled)));
    const std::string unknown = with(firm, "p = [50, 90]", "p = \"unknown\"");
    EXPECT_TRUE(says("not shown to accept", refusal(case_of(unknown), "agreement", settled)));
}

TEST(SureOutcome, IsAsGoodAsADraftWhateverThatTurnsOutToSay) {
    constexpr std::string_view against = R"(
party.a = { name = "A", role = "signatory" }
[issue.x]
option = ["p", "q", "r"]
weight.a = [1, 5]
stance.a = "p > q > r"
[issue.y]
option = ["p", "q"]
weight.a = [1, 5]
stance.a = { p = [0, 100], q = "bad" }
[fallback]
a = { draft = "first" }
[draft.first]
set = { x = ["q", "r"], y = "p" }
)";
    EXPECT_EQ(refusal(case_of(against), "agreement",
                      R"([{"claim": "sure", "outcome": {"x": "p", "y": "p"}}])"),
              "");
    EXPECT_TRUE(
        says("not shown", refusal(case_of(against), "agreement",
                                  R"([{"claim": "sure", "outcome": {"x": "r", "y": "p"}}])")));
    EXPECT_TRUE(
        says("not shown", refusal(case_of(against), "agreement",
                                  R"([{"claim": "sure", "outcome": {"x": "p", "y": "q"}}])")));
    constexpr std::string_view reading =
        R"([{"claim": "possible", "outcome": {"x": "r", "y": "q"}, "readings": {"a": {
        "weights": {"x": 1, "y": 1}, "values": {"x": {"p": 7, "q": 5, "r": 5}, "y": {"p": 10, "q": 10}},
        "fallback_draft": {"x": "q", "y": "p"}}}}])";
    EXPECT_EQ(refusal(case_of(against), "undecided", reading), "");
    EXPECT_TRUE(says("says otherwise", refusal(case_of(against), "undecided",
                                               with(reading, R"("fallback_draft": {"x": "q")",
                                                    R"("fallback_draft": {"x": "p")"))));
    EXPECT_TRUE(says("alone", refusal(case_of(against), "undecided",
                                      with(reading, R"("fallback_draft": {"x": "q", "y": "p"})",
                                           R"("fallback": 0)"))));
    EXPECT_TRUE(says("does not reach", refusal(case_of(against), "undecided",
                                               with(reading, R"("q": 5)", R"("q": 5.5)"))));
}

constexpr std::string_view torn = R"(
party.a = { name = "A", role = "signatory" }
[issue.x]
option = ["p", "q", "r"]
stance.a = { p = [20, 40], q = [0, 100], r = [50, 60] }
order.a = "p > q > r"
[fallback]
a = 0
)";
constexpr std::string_view clash = R"([{"claim": "no_reading", "party": "a", "entries":
    ["issue.x.order.a", "issue.x.stance.a.p", "issue.x.stance.a.r"]}])";

TEST(NoReading, IsProvedByEntriesThatCannotAllHold) {
    EXPECT_EQ(refusal(case_of(torn), "contradiction", clash), "");
    EXPECT_TRUE(says("a reading",
                     refusal(case_of(with(torn, "[20, 40]", "[20, 50]")), "contradiction", clash)));
    EXPECT_TRUE(says("a reading", refusal(case_of(with(torn, "p = [20, 40]", "p = \"redline 30\"")),
                                          "contradiction", clash)));
}

TEST(NoReading, NeedsEachOfItsEntries) {
    for (const char* entry :
         {"\"issue.x.order.a\", ", "\"issue.x.stance.a.p\", ", ", \"issue.x.stance.a.r\""}) {
        EXPECT_TRUE(
            says("a reading", refusal(case_of(torn), "contradiction", with(clash, entry, ""))));
    }
    EXPECT_TRUE(says("no entry", refusal(case_of(torn), "contradiction",
                                         with(clash, "order.a\"", "order.b\""))));
    EXPECT_TRUE(
        says("no party", refusal(case_of(torn), "contradiction", with(clash, "\"a\"", "\"b\""))));
}

TEST(NoReading, IsAllThatCanBeClaimedThen) {
    EXPECT_TRUE(says("only that can be claimed", refusal(case_of(torn), "agreement", settled)));
}

TEST(NoReading, OfACurveNamesTheKnotsItTakes) {
    constexpr std::string_view bent = R"(
party.a = { name = "A", role = "signatory" }
[issue.x]
range = { min = 0, max = 40, step = 10 }
curve.a = { ideal = 0, acceptable = 15, bad = 25 }
order.a = "40 > 0"
[fallback]
a = 0
)";
    const auto claim = [](const std::string& knots) {
        return R"([{"claim": "no_reading", "party": "a", "entries": ["issue.x.order.a", )" + knots +
               "]}]";
    };
    const std::string ideal = R"("issue.x.curve.a.ideal")", bad = R"("issue.x.curve.a.bad")";
    EXPECT_EQ(refusal(case_of(bent), "contradiction", claim(ideal + ", " + bad)), "");
    EXPECT_TRUE(says("a reading", refusal(case_of(bent), "contradiction", claim(ideal))));
    EXPECT_TRUE(says("a reading", refusal(case_of(bent), "contradiction", claim(bad))));
}

TEST(Verdict, IsWhatTheClaimsAmountTo) {
    const std::string none =
        R"({"claim": "none_sure", "parts": [{"accepting": ["a", "b"], "kind": "tree",
        "weights": [], "order": ["y", "x"], "nodes": 12}]})";
    const std::string both = with(shown, "[{\"claim\"", "[" + none + ", {\"claim\"");
    EXPECT_EQ(refusal(case_of(vague), "depends", both), "");
    for (const char* verdict :
         {"agreement", "no_agreement", "undecided", "contradiction", "Depends", ""}) {
        EXPECT_TRUE(says("amount to \"depends\"", refusal(case_of(vague), verdict, both)));
    }
    EXPECT_TRUE(says("amount to \"undecided\"", refusal(case_of(vague), "depends", shown)));
    EXPECT_EQ(refusal(case_of(vague), "undecided", "[]"), "");
    const std::string possible = with(both, "none_sure", "none_possible");
    EXPECT_TRUE(says("claim 1: part 1", refusal(case_of(vague), "depends", possible)));
    EXPECT_TRUE(says("unknown key", refusal(case_of(vague), "agreement",
                                            with(shown, "\"possible\"", "\"sure\""))));
    EXPECT_TRUE(says("nothing is known", refusal(case_of(vague), "agreement",
                                                 with(shown, "\"possible\"", "\"probable\""))));
}

TEST(Certificate, BelongsToOneCaseAtOneDate) {
    const Case given = case_of(vague);
    const Node certificate = certificate_for(given, "undecided", shown);
    ASSERT_EQ(refusal(given, certificate), "");
    const auto spoiled = [&](std::string_view key, Node value) {
        Node copy = certificate;
        *copy.find("case")->find(key) = std::move(value);
        return refusal(given, copy);
    };
    EXPECT_TRUE(says("another date", spoiled("as_of", text_node("2026-03-02"))));
    EXPECT_TRUE(says("another date", spoiled("as_of", null_node())));
    EXPECT_TRUE(says("another case", spoiled("title", text_node("Other"))));
    EXPECT_TRUE(says("another case", spoiled("digest", text_node(std::string(64, '0')))));
    Case undated = given;
    undated.as_of.reset();
    EXPECT_TRUE(says("another date", refusal(undated, certificate)));
    Node without = certificate;
    *without.find("case")->find("as_of") = null_node();
    EXPECT_EQ(refusal(undated, without), "");
    Node other_format = certificate;
    other_format.find("unbracket_certificate")->text = "2";
    EXPECT_TRUE(says("format 1", refusal(given, other_format)));
}

TEST(SpoiledForm, OfClaimsWithReadingsIsAlwaysRefused) {
    const Case given = case_of(vague);
    const Node certificate = certificate_for(given, "undecided", shown);
    for (const Spoiled& spoiled : spoiled_in_form(certificate)) {
        // The only number there is that any value in its range would do for.
        if (spoiled.what.find(".losses.risk.1 is of another kind") == std::string::npos) {
            EXPECT_NE(refusal(given, spoiled.certificate), "") << spoiled.what;
        }
    }
}

} // namespace
} // namespace unbracket::testing
