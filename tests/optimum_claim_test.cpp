#include "unbracket/io/toml_reader.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/certificate_cases.hpp"

#include <gtest/gtest.h>

#include <string>

// Claims of optima in particulars: what may stand for a tolerance, and bonuses that the domain of a
// part settles.

namespace unbracket::testing {

namespace {

LoadedCase loaded_toml(const std::string& text) {
    return load_case(read_toml(text, "case.toml").value()).value();
}

Node certificate_for(const LoadedCase& loaded, const Rational& tolerance = {}) {
    SolutionOptions options{.tolerance = tolerance};
    options.wants_proofs = true;
    const EfficientOutcomes efficient = efficient_outcomes(loaded, {}, options).value();
    return write_optimum_certificate(loaded.negotiation, efficient);
}

std::vector<std::string> proved_by(const Node& certificate) {
    std::vector<std::string> names;
    for (const Node& claim : certificate.find("claims")->items) {
        names.push_back(claim.find("solution")->text);
    }
    return names;
}

const std::string two_issues = R"(
unbracket = 1
title = "Rent and term"
party = { alta = {}, bera = {} }
fallback = { alta = 2, bera = 2 }
[issue.rent]
option = ["low", "middle", "high"]
score.alta = { low = 0, middle = 5, high = 9 }
score.bera = { low = 9, middle = 6, high = 0 }
[issue.term]
option = ["short", "long"]
score.alta = { short = 0, long = 4 }
score.bera = { short = 5, long = 0 }
)";

/// Why a certificate whose first claim has this tolerance is refused.
std::string refused_tolerance(const Node& tolerance) {
    const LoadedCase loaded = loaded_toml(two_issues);
    Node certificate = certificate_for(loaded, Rational(1, 100));
    for (Node::Member& member : certificate.members) {
        if (member.key != "claims") {
            continue;
        }
        for (Node::Member& inner : member.value.items.front().members) {
            if (inner.key == "tolerance") {
                inner.value = tolerance;
            }
        }
    }
    return refusal(loaded.negotiation, certificate);
}

} // namespace

TEST(OptimumClaim, TakesAToleranceAsANumberOrAFraction) {
    for (const Node& share : {text_node("1/100"), text_node("0.01"), number_node("0.01"),
                              number_node("1"), text_node("1/1")}) {
        EXPECT_EQ(refused_tolerance(share), "") << share.text;
    }
}

TEST(OptimumClaim, SaysWhereAToleranceIsNoShare) {
    const std::string where = "claim 1: `tolerance`, a share such as \"1/100\": ";
    for (const std::string text : {"0", "-0.1", "2", "101/100", "-1/3"}) {
        EXPECT_EQ(refused_tolerance(text_node(text)),
                  where + "\"" + text + "\" is not above 0 and up to 1");
    }
    EXPECT_EQ(refused_tolerance(number_node("-0.1")),
              where + "\"-0.1\" is not above 0 and up to 1");
    for (const std::string text : {"1%", "much", ""}) {
        EXPECT_EQ(refused_tolerance(text_node(text)),
                  where + "\"" + text + "\" is not a number that can be read exactly");
    }
}

TEST(OptimumClaim, SaysWhereAToleranceIsNoNumberAtAll) {
    for (const Node& other : {boolean_node(true), null_node(), list_node({}), table_node()}) {
        EXPECT_EQ(refused_tolerance(other), "claim 1: `tolerance`, a share such as \"1/100\": this "
                                            "is not a number that can be read exactly");
    }
}

// With more than six bonuses a part leaves them all open. That one side of each is met wherever the
// only place is decided makes them bonuses on single issues all the same.
TEST(OptimumClaim, SeesBonusesThatAnIssueOfOneOptionSettles) {
    std::string bonuses = "bonus = [";
    for (const std::string when :
         {"rent = \"low\", place = \"here\"", "rent = \"middle\", place = \"here\"",
          "rent = \"high\", place = \"here\"", "term = \"short\", place = \"here\"",
          "term = \"long\", place = \"here\"", "rent = [\"low\", \"high\"], place = \"here\"",
          "place = \"here\"", "place = \"here\", term = [\"short\", \"long\"]"}) {
        const std::string party = bonuses.size() % 2 == 0 ? "alta" : "bera";
        bonuses += "{ party = \"" + party + "\", when = { " + when +
                   " }, value = " + std::to_string(bonuses.size() % 5 + 1) + " }, ";
    }
    bonuses.replace(bonuses.size() - 2, 2, "]\n");
    std::string text = two_issues;
    text.insert(text.find("[issue.rent]"), bonuses);
    const LoadedCase loaded = loaded_toml(text + "[issue.place]\noption = [\"here\"]\n");
    for (const Rational& tolerance : {Rational(0), Rational(1, 20)}) {
        const Node certificate = certificate_for(loaded, tolerance);
        EXPECT_EQ(proved_by(certificate).size(), 5U);
        EXPECT_EQ(refusal(loaded.negotiation, certificate), "");
    }
}

// The same where one of two issues is left with one option by a norm.
TEST(OptimumClaim, SeesBonusesThatANormSettles) {
    std::string bonuses = "limit = [{ party = \"norm\", never = { term = \"short\" } }]\nbonus = [";
    for (int at = 0; at < 7; ++at) {
        const char* rent = at % 3 == 0 ? "low" : at % 3 == 1 ? "middle" : "high";
        bonuses += std::string(at == 0 ? "" : ", ") + "{ party = \"" +
                   (at % 2 == 0 ? "alta" : "bera") + "\", when = { rent = \"" + rent +
                   "\", term = \"long\" }, value = " + std::to_string(at + 1) + " }";
    }
    std::string text = two_issues;
    text.insert(text.find("[issue.rent]"), bonuses + "]\n");
    const LoadedCase loaded = loaded_toml(text);
    const Node certificate = certificate_for(loaded);
    EXPECT_EQ(proved_by(certificate).size(), 5U);
    EXPECT_EQ(refusal(loaded.negotiation, certificate), "");
}

// With the bonus a loses whatever else is agreed, and its points are so large that beside them its
// weight in a lane of both is rounded to nothing.
TEST(OptimumClaim, OfAProductHoldsWhereAPartLetsSomebodyGainNothing) {
    const LoadedCase loaded = loaded_toml(R"(
unbracket = 1
title = "Two scales"
party = { a = {}, b = {} }
fallback = { a = 10050, b = 0 }
bonus = [{ party = "a", when = { x = "o1", y = "o1" }, value = 7 }]
issue.x = { option = ["o0", "o1"], score.a = { o0 = 10000, o1 = 0 }, score.b = { o0 = 0, o1 = 0 } }
issue.y = { option = ["o0", "o1"], score.a = { o0 = 0, o1 = 0 }, score.b = { o0 = 0, o1 = 1 } }
issue.z = { option = ["o0", "o1"], score.a = { o0 = 10000, o1 = 1 }, score.b = { o0 = 0, o1 = 0 } }
)");
    const Node certificate = certificate_for(loaded);
    EXPECT_EQ(proved_by(certificate).size(), 5U);
    EXPECT_EQ(refusal(loaded.negotiation, certificate), "");
}

} // namespace unbracket::testing
