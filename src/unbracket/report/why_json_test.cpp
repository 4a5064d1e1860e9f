#include "unbracket/report/why_json.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::shown;

struct Explained {
    LoadedCase loaded;
    WhyResult result;

    explicit Explained(const std::string& text)
        : loaded(testing::loaded_value("{ unbracket = 1, " + text + " }")),
          result(why(loaded, {.wants_all = true})) {}

    Node json(const JsonOptions& options = {}) const { return why_json(loaded, result, options); }
};

const std::string clash =
    "party = { alta = {}, bera = {} }, point = { 4 = Water }, issue.x = { point = 4, "
    "option = [a, b], score = { alta = { a = 10, b = 0 }, bera = { a = 0, b = 10 } } }, "
    "fallback = { alta = 4, bera = 6 }";

TEST(WhyJson, OfAnAgreementHasNoQuestionAndIsComplete) {
    const Node json = Explained("party.alta = {}, issue.x = { option = [a], score.alta.a = 1 }, "
                                "fallback.alta = 0")
                          .json();
    EXPECT_EQ(shown(json, "verdict"), "\"agreement\"");
    EXPECT_EQ(shown(json, "question"), "null");
    EXPECT_EQ(shown(json, "conflicts"), "[]");
    EXPECT_EQ(shown(json, "complete"), "true");
    EXPECT_EQ(shown(json, "corrections"), "[]");
    EXPECT_EQ(shown(json, "also"), "null");
}

TEST(WhyJson, OfWhatIsNotDecidedIsNotComplete) {
    Explained explained(clash);
    explained.result.verdict.answer = UndecidedVerdict{};
    explained.result.questions.clear();
    EXPECT_EQ(shown(explained.json(), "verdict"), "\"undecided\"");
    EXPECT_EQ(shown(explained.json(), "complete"), "false");
}

TEST(WhyJson, HoldsConflictsWithEachMembersOutcomeWithoutIt) {
    const Node json = Explained(clash).json();
    EXPECT_EQ(shown(json, "question"), "\"possible\"");
    ASSERT_EQ(json.find("conflicts")->items.size(), 1U);
    const Node& conflict = json.find("conflicts")->items.front();
    EXPECT_EQ(shown(conflict, "entries"), "[\"fallback.alta\", \"fallback.bera\"]");
    EXPECT_EQ(shown(conflict, "minimal"), "true");
    EXPECT_EQ(shown(conflict, "members"),
              "[{entry: \"fallback.alta\", statements: [], outcome_without: {x: \"b\"}}, "
              "{entry: \"fallback.bera\", statements: [], outcome_without: {x: \"a\"}}]");
}

TEST(WhyJson, SaysHowFarFallbacksAreApart) {
    Explained explained(clash);
    const auto gap = [&] { return shown(explained.json().find("conflicts")->items[0], "gap"); };
    EXPECT_EQ(gap(), "{parties: [\"alta\", \"bera\"], shortfall: 4, outcome: {x: \"b\"}, "
                     "proved: \"optimal\"}");
    explained.result.questions[0].gaps[0]->is_proved = false;
    EXPECT_EQ(shown(explained.json().find("conflicts")->items[0], "gap.proved"), "\"cut\"");
    explained.result.questions[0].gaps[0].reset();
    EXPECT_EQ(gap(), "null");
}

TEST(WhyJson, OfAMemberTheBudgetDidNotReachHoldsNoOutcome) {
    Explained explained(clash);
    ConflictSet& conflict = explained.result.questions[0].list.conflicts[0];
    conflict.is_minimal = false;
    conflict.members[0].without.reset();
    const Node json = explained.json();
    EXPECT_EQ(shown(json.find("conflicts")->items[0], "minimal"), "false");
    EXPECT_EQ(shown(json.find("conflicts")->items[0].find("members")->items[0], "outcome_without"),
              "null");
}

TEST(WhyJson, HoldsCorrections) {
    const Node json = Explained(clash).json();
    EXPECT_EQ(shown(json, "corrections"), "[{entries: [\"fallback.alta\"], outcome: {x: \"b\"}}, "
                                          "{entries: [\"fallback.bera\"], outcome: {x: \"a\"}}]");
}

TEST(WhyJson, NamesTheStatementsUnderAMember) {
    const Node json =
        Explained(clash + ", as_of = 2026-03-01, said = [{ id = s1, who = w, source = z, "
                          "date = 2026-02-01, claim = c, supports = [fallback.alta] }, "
                          "{ id = s2, who = w, source = z, date = 2026-02-02, claim = d, "
                          "suggests = [fallback.alta] }, { id = s3, who = w, source = z, "
                          "date = 2026-04-01, claim = e, suggests = [fallback.alta] }]")
            .json();
    EXPECT_EQ(shown(json.find("conflicts")->items[0].find("members")->items[0], "statements"),
              "[\"s1\", \"s2\"]");
}

TEST(WhyJson, AsksTwoQuestionsWhereReadingsDiffer) {
    const Node json = Explained("party.alta = {}, issue.x = { option = [a], score.alta.a = 5 }, "
                                "fallback.alta = [0, 6]")
                          .json();
    EXPECT_EQ(shown(json, "verdict"), "\"depends\"");
    EXPECT_EQ(shown(json, "question"), "\"sure\"");
    EXPECT_EQ(shown(json, "also"), "null");
    Explained none("party.alta = {}, issue.x = { option = [a], score.alta.a = 5 }, "
                   "fallback.alta = [7, 9]");
    none.result.questions.push_back(none.result.questions.front());
    none.result.questions.back().certainty = Certainty::sure;
    EXPECT_EQ(shown(none.json(), "question"), "\"possible\"");
    EXPECT_EQ(shown(none.json(), "also.question"), "\"sure\"");
}

TEST(WhyJson, HoldsStickingPointsWithClauseAndWhoNamedThem) {
    const Node json =
        Explained("party.alta = {}, point = { 4 = Water }, issue = { x = { point = 4, "
                  "option = [a], weight.alta = 1, stance.alta.a = redline }, y.option = [c] }, "
                  "fallback.alta = 0, said = [{ id = d1, who = w, source = z, kind = diagnosis, "
                  "claim = c, points = [y] }]")
            .json();
    EXPECT_EQ(shown(json, "sticking_points"),
              "[{issue: \"x\", point: \"4\", conflicts: 1, entries: 1, named_by: []}, "
              "{issue: \"y\", point: null, conflicts: 0, entries: 0, named_by: [\"d1\"]}]");
}

TEST(WhyJson, WritesASentenceForEachConflict) {
    EXPECT_EQ(shown(Explained(clash).json().find("conflicts")->items[0], "text"),
              "\"These two cannot both hold: what alta has without agreement (4); what bera has "
              "without agreement (6).\"");
}

} // namespace
} // namespace unbracket
