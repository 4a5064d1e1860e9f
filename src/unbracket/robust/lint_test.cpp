#include "unbracket/robust/lint.hpp"
#include "unbracket/robust/lint_parts.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string two = "party = { alta = {}, bera = {} }, ";

std::string addresses(const Case& negotiation, const std::vector<EntryId>& entries) {
    std::string all;
    for (const EntryId entry : entries) {
        all += (all.empty() ? "" : " ") + negotiation.entry(entry).address;
    }
    return all;
}

/// `kind party issue options` of each gap, separated by semicolons.
std::string gaps(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    const char* const names[] = {"weight", "stance", "fallback", "scale", "issue"};
    std::string all;
    for (const Gap& gap : lint(negotiation).gaps) {
        all += (all.empty() ? "" : "; ") + std::string(names[static_cast<std::size_t>(gap.kind)]);
        all += gap.party ? " " + negotiation.party(*gap.party).key : "";
        all += gap.issue ? " " + negotiation.issue(*gap.issue).key : "";
        for (const OptionId option : gap.options) {
            all += " " + negotiation.issue(*gap.issue).options[as_index(option)].key;
        }
    }
    return all;
}

TEST(LintGaps, AreNoneWhereEverythingIsEntered) {
    EXPECT_EQ(gaps("party.alta = {}, fallback.alta = 1, issue.x = { option = [a, b], "
                   "weight.alta = 1, stance.alta = { a = 1, b = 2 } }"),
              "");
    EXPECT_EQ(gaps("party.alta = {}, fallback.alta = 1, issue.x = { option = [a, b], "
                   "score.alta = { a = 1, b = 2 } }"),
              "");
}

TEST(LintGaps, AreWeightsAndStancesThatAreMissing) {
    EXPECT_EQ(gaps("party.alta = {}, fallback.alta = 1, issue.x = { option = [a, b], "
                   "stance.alta = { a = 1, b = 2 } }"),
              "weight alta x");
    EXPECT_EQ(gaps("party.alta = {}, fallback.alta = 1, issue.x = { option = [a, b, c], "
                   "weight.alta = 1, stance.alta = { b = 2 } }"),
              "stance alta x a c");
    EXPECT_EQ(gaps("party.alta = {}, fallback.alta = 1, issue.x = { option = [a, b, c], "
                   "weight.alta = 1, stance.alta = \"b | c\" }"),
              "stance alta x a");
    EXPECT_EQ(gaps("party.alta = {}, fallback.alta = 1, issue.x = { option = [a], "
                   "weight.alta = 1 }"),
              "stance alta x a; issue x");
}

TEST(LintGaps, LeaveOutWhatCannotWeighAndWhatACurveCovers) {
    EXPECT_EQ(gaps("party.alta = {}, fallback.alta = 1, issue = { "
                   "x = { option = [a, b], weight.alta = 0, stance.alta.a = 1 }, "
                   "y = { range = { min = 0, max = 9, step = 1 }, weight.alta = 1, "
                   "curve.alta = { ideal = 0, bad = 9 } } }"),
              "");
}

TEST(LintGaps, AreFallbacksScalesAndIssuesOfNobody) {
    EXPECT_EQ(
        gaps(two + "issue = { x = { option = [a], score.alta.a = 1 }, y = { option = [k] } }"),
        "issue y; fallback alta; scale bera");
    EXPECT_EQ(gaps("party = { alta = {}, mira.role = mediator }, fallback.alta = 1, "
                   "issue.x = { option = [a], score = { mira.a = 1, alta.a = 2 } }"),
              ""); // mira is not counted
}

TEST(LintGaps, AreNoIssuesThatABonusAsksFor) {
    const std::string issues = "fallback = { alta = 1, bera = 1 }, issue = { x = { option = [a], "
                               "score = { alta.a = 1, bera.a = 1 } }, y = { option = [k] } }";
    EXPECT_EQ(gaps(two + issues), "issue y");
    EXPECT_EQ(
        gaps(two + issues + ", bonus = [{ party = alta, when = { x = a, y = k }, value = 3 }]"),
        "");
}

std::string contradictions(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    std::string all;
    for (const Contradiction& found : lint(negotiation).contradictions) {
        all += (all.empty() ? "" : "; ") + addresses(negotiation, found.entries);
        for (const StatementId id : found.statements) {
            all += negotiation.statement(id).key + " ";
        }
        all += found.party ? "of " + negotiation.party(*found.party).key : "";
        all += found.draft ? " on " + negotiation.draft(*found.draft).key : "";
    }
    return all;
}

TEST(LintContradictions, AreThoseOfEntries) {
    EXPECT_EQ(contradictions("party.alta = {}, issue.x = { option = [a, b], weight.alta = 1, "
                             "stance.alta = { a = 10, b = 60 }, order.alta = \"a > b\" }"),
              "issue.x.stance.alta.a issue.x.stance.alta.b issue.x.order.altaof alta");
}

TEST(LintContradictions, AreStatementsNamedOnce) {
    const auto said = [](const std::string& first, const std::string& second) {
        return contradictions("party.alta = {}, issue.x.option = [a], as_of = 2027-01-01, said = "
                              "[{ id = s1, who = w, "
                              "claim = c" +
                              first + " }, { id = s2, who = w, claim = c" + second + " }]");
    };
    EXPECT_EQ(said("", ", contradicts = s1"), "s2 s1 ");
    EXPECT_EQ(said(", contradicts = s2", ", contradicts = s1"), "s1 s2 ");
    EXPECT_EQ(said("", ", differs = s1"), "");
}

TEST(LintContradictions, AreJudgementsThatBindBothWays) {
    const auto judged = [](const std::string& first, const std::string& second,
                           const std::string& more = "") {
        return contradictions(
            two +
            "issue.x.option = [a], draft = { d = {}, e = {} }, said = [{ id = s1, who = w, "
            "claim = c, use = binds, judgement." +
            first + " }, { id = s2, who = w, claim = c, use = binds" + more + ", judgement." +
            second + " }]");
    };
    EXPECT_EQ(judged("alta = \"accepts d\"", "alta = \"rejects d\""), "s1 s2 of alta on d");
    EXPECT_EQ(judged("alta = \"not yet d\"", "alta = \"accepts d\""), "s1 s2 of alta on d");
    EXPECT_EQ(judged("alta = \"rejects d\"", "alta = \"not yet d\""), "");
    EXPECT_EQ(judged("alta = \"accepts d\"", "bera = \"rejects d\""), "");
    EXPECT_EQ(judged("alta = \"accepts d\"", "alta = \"rejects e\""), "");
    EXPECT_EQ(judged("alta = \"accepts d\"", "alta = \"rejects d\"", ", supersedes = s1"), "");
}

/// `party: in force / if answered` of each row.
std::string limits(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    std::string all;
    for (const PartyLimits& row : lint(negotiation).limits) {
        all += (all.empty() ? "" : "; ") +
               (row.party ? negotiation.party(*row.party).key : std::string("norms")) + ": " +
               addresses(negotiation, row.entries);
        if (!row.if_answered.empty()) {
            all += " / " + addresses(negotiation, row.if_answered);
        }
    }
    return all;
}

TEST(LintLimits, ListWhatEachPartyMayNotBreak) {
    EXPECT_EQ(limits(two +
                     "issue = { x = { option = [a, b, c], weight.alta = 1, "
                     "stance.alta = { a = redline, b = 1, c = 2 } }, "
                     "y = { range = { min = 0, max = 9, step = 1 }, "
                     "curve.alta = { ideal = 0, redline = \"> 5\" } }, "
                     "z = { option = [k, l], stance.alta = \"k | l\" } }, "
                     "limit = [{ party = bera, never.x = a }, { party = norm, never.x = b }], "
                     "intent.bera = refuses"),
              "alta: issue.x.stance.alta.a issue.y.curve.alta.redline issue.z.stance.alta; "
              "bera: limit.1 intent.bera; norms: limit.2");
}

TEST(LintLimits, LeaveOutWhatIsNoLimitAndKeepRowsOfCountedParties) {
    EXPECT_EQ(limits("party = { alta = {}, mira.role = mediator, coda.role = observer }, "
                     "issue = { x = { option = [a, b], stance.alta = { a = 1, b = 2 } }, "
                     "y = { range = { min = 0, max = 9, step = 1 }, "
                     "curve.alta = { ideal = 0, bad = 9, redline = \"none\" } } }, "
                     "limit = [{ party = mira, never.x = a }], intent.alta = doubtful"),
              "alta: ; mira: limit.1");
}

TEST(LintLimits, ListThoseThatAnAnswerSwitchesOnApart) {
    EXPECT_EQ(limits("party.alta = {}, issue.x = { option = [a, b] }, "
                     "limit = [{ party = alta, never.x = a, status = off }, "
                     "{ party = alta, never.x = b, status = off }], "
                     "alternative.q = { question = q, no = {}, yes = { \"limit.1\" = \"on\" } }"),
              "alta:  / limit.1");
}

/// `issue: with limit | without limit | alternatives`
std::string unequal(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    std::string all;
    for (const UnequalCoding& coding : lint(negotiation).unequal_codings) {
        all += negotiation.issue(coding.issue).key + ":";
        for (const PartyId party : coding.with_limit) {
            all += " " + negotiation.party(party).key;
        }
        all += " |";
        for (const PartyId party : coding.without_limit) {
            all += " " + negotiation.party(party).key;
        }
        all += " |";
        for (const AlternativeId alternative : coding.alternatives) {
            all += " " + negotiation.alternatives[as_index(alternative)].key;
        }
    }
    return all;
}

TEST(LintCoding, ComparesLimitsAndPricesOnAnIssue) {
    const std::string rated = two + "issue.x = { option = [a, b], stance = { "
                                    "alta = { a = redline, b = 1 }, bera = { a = 1, b = 2 } } }";
    EXPECT_EQ(unequal(rated), "x: alta | bera |");
    EXPECT_EQ(unequal(rated + ", limit = [{ party = bera, never.x = a }]"), "");
    EXPECT_EQ(unequal(rated + ", limit = [{ party = bera, never.x = a, status = off }]"),
              "x: alta | bera |");
    EXPECT_EQ(unequal(rated + ", alternative = { p = { question = p, no = {}, "
                              "yes = { \"fallback.alta\" = 3 } }, q = { question = q, no = {}, "
                              "yes = { \"issue.x.stance.alta.a\" = 40 } } }"),
              "x: alta | bera | q");
}

TEST(LintCoding, LeavesOutWhoLeavesTheIssueToOthers) {
    const std::string issue = two + "issue.y = { option = [a], weight = { alta = 1, bera = 1 } "
                                    "}, issue.x = { option = [a, b], stance.alta = { a = "
                                    "redline, b = 1 }, weight.bera = ";
    EXPECT_EQ(unequal(issue + "none }"), "");
    EXPECT_EQ(unequal(issue + "0 }"), "");
    EXPECT_EQ(unequal(issue + "[0, 5] }"), "x: alta | bera |");
}

TEST(LintParts, AnAddressTouchesItselfAndWhatLiesBelowOrAbove) {
    using linting::touches;
    EXPECT_TRUE(touches("limit.1", "limit.1"));
    EXPECT_TRUE(touches("limit.1.status", "limit.1"));
    EXPECT_TRUE(touches("issue.x.curve.alta", "issue.x.curve.alta.redline"));
    EXPECT_FALSE(touches("limit.1", "limit.10"));
    EXPECT_FALSE(touches("limit.10", "limit.1"));
    EXPECT_FALSE(touches("issue.x.stance.alta.a", "issue.x.stance.alta.b"));
}

} // namespace
} // namespace unbracket
