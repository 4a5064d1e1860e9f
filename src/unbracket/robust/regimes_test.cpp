#include "unbracket/robust/regimes.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string two_issues =
    "party.alta = {}, issue = { x = { option = [a, b, c], weight.alta = 10, stance.alta = { a = "
    "50, "
    "b = 60, c = 70 } }, y = { option = [d, e], weight.alta = 10, stance.alta = { d = unknown, e = "
    "unknown } } }, fallback.alta = 40";

std::string invented(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    std::string all;
    for (const auto& [issue, option] :
         find_unsupported(negotiation, appraise(negotiation)).invented) {
        const Issue& where = negotiation.issue(issue);
        all += (all.empty() ? "" : " ") + where.key + "." + where.options[as_index(option)].key;
    }
    return all;
}

std::string said(const std::string& links) {
    return two_issues +
           ", said = [ { id = s1, who = W, attribution = official, kind = claim, claim = C, " +
           links + " } ]";
}

TEST(Regimes, AnOptionWithoutAStatementIsInvented) {
    EXPECT_EQ(invented(said("supports = [issue.x.stance.alta.a]")), "x.b x.c");
    EXPECT_EQ(invented(said("suggests = [issue.x.stance.alta.a, issue.x.stance.alta.c]")), "x.b");
}

TEST(Regimes, ALimitThatHoldsForEveryOptionNamesNone) {
    const auto limited = [](const std::string& options) {
        return said("supports = [issue.x.stance.alta.a, limit.few]") +
               ", limit = [{ id = few, party = alta, needs = { x = [" + options + "] } }]";
    };
    EXPECT_EQ(invented(limited("a, b")), "x.c");
    EXPECT_EQ(invented(limited("a, b, c")), "x.b x.c");
}

TEST(Regimes, WhereNothingWasSaidNothingIsCalledInvented) {
    EXPECT_EQ(invented(two_issues), "");
}

TEST(Regimes, AnIssueWhoseOptionsAreUnknownToAllIsAnUnknownPoint) {
    const Case negotiation = testing::case_of(two_issues);
    const Unsupported found = find_unsupported(negotiation, appraise(negotiation));
    EXPECT_EQ(found.unknown, std::vector<IssueId>{IssueId(1)});
    EXPECT_FALSE(found.has_statements);
}

TEST(Regimes, AnIssueOfWhichSomethingIsKnownIsNone) {
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {} }, issue.x = { option = [a, b], weight = { alta = 10, bera "
        "= "
        "10 }, stance = { alta = { a = unknown, b = unknown }, bera = { a = 3, b = unknown } } }");
    EXPECT_TRUE(find_unsupported(negotiation, appraise(negotiation)).unknown.empty());
}

TEST(Regimes, LeavingAPointOutConcernsNobody) {
    const Case negotiation = testing::case_of(two_issues);
    const Appraisal left = without_issues(appraise(negotiation), {IssueId(1)});
    EXPECT_TRUE(left[0].issues[0].is_concerned());
    EXPECT_FALSE(left[0].issues[1].is_concerned());
}

TEST(Regimes, APartyKeepsWhatIsAllThatConcernsIt) {
    const Case negotiation = testing::case_of(two_issues);
    const Appraisal whole = appraise(negotiation);
    const Appraisal left = without_issues(whole, {IssueId(0), IssueId(1)});
    EXPECT_TRUE(left[0].issues[0].is_concerned());
}

TEST(Regimes, LeavingAnOptionOutForbidsIt) {
    const Case negotiation = testing::case_of(two_issues);
    const Case left = without_options(negotiation, {{IssueId(0), OptionId(2)}});
    EXPECT_EQ(left.limits.size(), 1U);
    const Limit& norm = left.limits.front();
    EXPECT_FALSE(norm.party.has_value());
    EXPECT_EQ(norm.sense, LimitSense::never);
    const Case held = with_option(negotiation, {IssueId(0), OptionId(2)});
    EXPECT_EQ(held.limits.front().sense, LimitSense::needs);
}

} // namespace
} // namespace unbracket
