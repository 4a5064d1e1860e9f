#include "unbracket/robust/why.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::loaded_value;

struct Reasons {
    LoadedCase loaded;
    WhyResult result;

    explicit Reasons(const std::string& text, const WhyOptions& options = {.wants_all = true})
        : loaded(loaded_value("{ unbracket = 1, " + text + " }")), result(why(loaded, options)) {}

    const ConflictList& list() const { return result.questions.front().list; }
    std::vector<std::string> members(std::size_t conflict) const {
        std::vector<std::string> addresses;
        for (const EntryId entry : list().conflicts[conflict].entries()) {
            addresses.push_back(loaded.negotiation.entry(entry).address);
        }
        return addresses;
    }
};

using Addresses = std::vector<std::string>;

const std::string opposed =
    "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], score = { "
    "alta = { a = 10, b = 0, c = 4 }, bera = { a = 0, b = 10, c = 4 } } }, "
    "fallback = { alta = 6, bera = 6 }";

TEST(Why, OfAnAgreementAsksNothing) {
    const Reasons reasons("party.alta = {}, issue.x = { option = [a], score.alta.a = 1 }, "
                          "fallback.alta = 1");
    EXPECT_EQ(kind_of(reasons.result.verdict), VerdictKind::agreement);
    EXPECT_TRUE(reasons.result.questions.empty());
    EXPECT_TRUE(reasons.result.sticking.empty());
}

TEST(Why, OfSingleNumbersAsksOneQuestion) {
    const Reasons reasons(opposed);
    ASSERT_EQ(reasons.result.questions.size(), 1U);
    EXPECT_EQ(reasons.result.questions[0].certainty, Certainty::possible);
    EXPECT_EQ(reasons.members(0), (Addresses{"fallback.alta", "fallback.bera"}));
}

TEST(Why, OfWhatDependsAsksWhyNoneIsSure) {
    const Reasons reasons("party.alta = {}, issue.x = { option = [a], score.alta.a = 5 }, "
                          "fallback.alta = [0, 6]");
    ASSERT_EQ(reasons.result.questions.size(), 1U);
    EXPECT_EQ(reasons.result.questions[0].certainty, Certainty::sure);
}

TEST(Why, OfNoAgreementWithRangesAsksBoth) {
    const Reasons reasons("party.alta = {}, issue.x = { option = [a], score.alta.a = 5 }, "
                          "fallback.alta = [6, 7]");
    ASSERT_EQ(reasons.result.questions.size(), 2U);
    EXPECT_EQ(reasons.result.questions[0].certainty, Certainty::possible);
    EXPECT_EQ(reasons.result.questions[1].certainty, Certainty::sure);
}

TEST(Why, MeasuresHowFarFallbacksAreApart) {
    const Reasons reasons(opposed);
    const auto& gap = reasons.result.questions[0].gaps.at(0);
    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->shortfall, Rational(2));
    EXPECT_EQ(gap->outcome, (Outcome{OptionId(2)}));
    EXPECT_TRUE(gap->is_proved);
    EXPECT_EQ(gap->parties, (std::vector<PartyId>{PartyId(0), PartyId(1)}));
}

TEST(Why, MeasuresTheGapAsIfNoLimitStood) {
    // The limit has no part in the conflict of the numbers, so that c stays in the comparison.
    const Reasons reasons(opposed + ", limit = [{ id = l, party = alta, never.x = c }]");
    ASSERT_EQ(reasons.members(0), (Addresses{"fallback.alta", "fallback.bera"}));
    EXPECT_EQ(reasons.result.questions[0].gaps[0]->shortfall, Rational(2));
}

TEST(Why, HasNoGapWhereALimitTakesPart) {
    const Reasons reasons("party = { alta = {}, bera = {} }, issue.x = { option = [a, b], score = "
                          "{ alta = { a = 5, b = 0 }, bera = { a = 5, b = 0 } } }, fallback = { "
                          "alta = 1, bera = 0 }, limit = [{ id = l, party = bera, never.x = a }]");
    ASSERT_EQ(reasons.list().conflicts.size(), 1U);
    EXPECT_EQ(reasons.members(0), (Addresses{"fallback.alta", "limit.l"}));
    EXPECT_FALSE(reasons.result.questions[0].gaps[0]);
}

const std::string two_conflicts =
    "party = { alta = {}, bera = {} }, issue = { x = { option = [a], weight.alta = 1, "
    "stance.alta.a = redline }, y = { option = [c], weight = { alta = 1, bera = 1 }, stance = { "
    "alta.c = redline, bera.c = redline } }, z.option = [e] }, fallback = { alta = 0, bera = 0 }";

TEST(Why, ListsOneConflictUnlessAllAreWanted) {
    EXPECT_EQ(Reasons(two_conflicts).list().conflicts.size(), 3U);
    EXPECT_TRUE(Reasons(two_conflicts).list().is_complete());
    const Reasons one(two_conflicts, {});
}

TEST(Why, PutsTheIssueOfMostConflictsFirst) {
    const Reasons reasons(two_conflicts);
    ASSERT_EQ(reasons.result.sticking.size(), 2U);
    EXPECT_EQ(reasons.result.sticking[0].issue, IssueId(1));
    EXPECT_EQ(reasons.result.sticking[0].conflicts, 2U);
    EXPECT_EQ(reasons.result.sticking[0].entries, 2U);
    EXPECT_EQ(reasons.result.sticking[1].issue, IssueId(0));
    EXPECT_EQ(reasons.result.sticking[1].conflicts, 1U);
}

TEST(Why, CountsARuleForEveryIssueItIsAbout) {
    for (const std::string rule : {"if.x = a, then.y = d", "forbid = { x = a, y = c }",
                                   "at_most = 0, of = [{ x = a, y = c }]"}) {
        const Reasons reasons("party.alta = {}, issue = { x.option = [a], y.option = [c, d], "
                              "z.option = [e] }, limit = [{ id = l, party = norm, never.y = d }], "
                              "rule = [{ id = r, " +
                              rule + " }]");
        ASSERT_EQ(reasons.result.sticking.size(), 2U) << rule;
        EXPECT_EQ(reasons.result.sticking[0].conflicts, 1U) << rule;
        EXPECT_EQ(reasons.result.sticking[1].conflicts, 1U) << rule;
    }
}

TEST(Why, KeepsWhatIsSaidToBeDecisiveBesideTheCounts) {
    const std::string diagnosis = ", said = [{ id = d, who = w, source = q, kind = diagnosis, "
                                  "claim = c, points = [z] }]";
    const Reasons reasons(two_conflicts + diagnosis);
    ASSERT_EQ(reasons.result.sticking.size(), 3U);
    EXPECT_EQ(reasons.result.sticking[2].issue, IssueId(2));
    EXPECT_EQ(reasons.result.sticking[2].conflicts, 0U);
    EXPECT_EQ(reasons.result.sticking[2].named_by, (std::vector<StatementId>{StatementId(0)}));
}

TEST(Why, TellsWhatIsSaidToBeDecisiveWhereNothingConflicts) {
    const Reasons agreed("party.alta = {}, issue.x = { option = [a], score.alta.a = 1 }, "
                         "fallback.alta = 1, said = [{ id = d, who = w, source = q, "
                         "kind = diagnosis, claim = c, points = [x] }]");
    ASSERT_EQ(agreed.result.sticking.size(), 1U);
    EXPECT_EQ(agreed.result.sticking[0].conflicts, 0U);
    EXPECT_EQ(agreed.result.sticking[0].named_by.size(), 1U);
}

TEST(Why, WithoutABudgetMarksWhatIsNotMinimal) {
    const Reasons reasons(opposed, {.search = {.node_budget = 1}, .wants_all = true});
    EXPECT_FALSE(reasons.result.questions.empty() || reasons.list().is_complete());
}

} // namespace
} // namespace unbracket
