#include "unbracket/robust/alternatives.hpp"

#include "tests/support/loaded_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::loaded_sketch;

/// Alta has 5 on m and 3 on n, and needs 4.
const std::string base = "party.alta.name = Alta, fallback.alta = 4, issue.x = { option = [m, n], "
                         "score.alta = { m = 5, n = 3 } }, rule = [{ forbid.x = n }], ";

/// `id decisive/combinations: answer=verdict ...` of each question.
std::string table_of(const std::string& more) {
    std::string all;
    for (const OpenQuestion& question : decide_alternatives(loaded_sketch(base + more)).questions) {
        all += (all.empty() ? "" : "; ") + question.id + " " + std::to_string(question.decisive) +
               "/" + std::to_string(question.combinations) + ":";
        for (const AnswerVerdict& answer : question.answers) {
            all += " " + answer.key + "=" + (answer.verdict ? to_text(*answer.verdict) : "none");
        }
    }
    return all;
}

TEST(AlternativesByHand, GiveTheVerdictUnderEachAnswer) {
    EXPECT_EQ(table_of("alternative.need = { question = q, four = {}, "
                       "six = { \"fallback.alta\" = 6 }, any = { \"fallback.alta\" = [4, 6] } }"),
              "need 1/1: four=agreement six=no_agreement any=depends");
    EXPECT_EQ(table_of(""), "");
}

TEST(AlternativesByHand, RankQuestionsByHowOftenTheyDecide) {
    // The ban decides only while the need is 4, in 2 of 6 combinations of the other answers; the
    // need decides only while m is allowed, in 2 of 4.
    EXPECT_EQ(table_of("alternative = { "
                       "idle = { question = q, a = {}, b = { \"issue.x.score.alta.n\" = 2 } }, "
                       "ban = { question = q, no = {}, yes = { \"rule.1.forbid.x\" = [m, n] } }, "
                       "need = { question = q, four = {}, six = { \"fallback.alta\" = 6 }, "
                       "seven = { \"fallback.alta\" = 7 } } }"),
              "need 2/4: four=agreement six=no_agreement seven=no_agreement; "
              "ban 2/6: no=agreement yes=no_agreement; "
              "idle 0/6: a=agreement b=agreement");
}

TEST(AlternativesByHand, SeeQuestionsThatMatterOnlyTogether) {
    // n reaches 4 only with both another point each.
    const AlternativesTable table = decide_alternatives(loaded_sketch(
        "party.alta = {}, fallback.alta = 5, issue = { "
        "x = { option = [m], score.alta.m = 3 }, y = { option = [k], score.alta.k = 0 } }, "
        "alternative = { one = { question = q, no = {}, "
        "yes = { \"issue.x.score.alta.m\" = 4 } }, two = { question = q, no = {}, "
        "yes = { \"issue.y.score.alta.k\" = 1 } } }"));
    ASSERT_EQ(table.questions.size(), 2U);
    for (const OpenQuestion& question : table.questions) {
        EXPECT_FALSE(question.changes_verdict());
        EXPECT_TRUE(question.may_matter());
        EXPECT_EQ(question.decisive, 1U);
        EXPECT_EQ(question.combinations, 2U);
    }
    ASSERT_EQ(table.combinations.size(), 4U);
    EXPECT_EQ(table.combinations[3].answers, (std::vector<std::size_t>{1, 1}));
    EXPECT_EQ(table.combinations[3].verdict, VerdictKind::agreement);
    EXPECT_EQ(table.combinations[2].verdict, VerdictKind::no_agreement);
}

TEST(AlternativesByHand, GiveCombinationsInTheOrderOfTheRankedQuestions) {
    const AlternativesTable table = decide_alternatives(loaded_sketch(
        base + "alternative = { idle = { question = q, a = {}, b = {} }, "
               "need = { question = q, four = {}, six = { \"fallback.alta\" = 6 } } }"));
    ASSERT_EQ(table.questions.size(), 2U);
    EXPECT_EQ(table.questions[0].id, "need");
    for (const CombinationVerdict& combination : table.combinations) {
        EXPECT_EQ(combination.verdict,
                  combination.answers[0] == 0 ? VerdictKind::agreement : VerdictKind::no_agreement);
    }
}

TEST(AlternativesByHand, ListWhatNoVerdictUsesLast) {
    EXPECT_EQ(table_of("draft = { d = { on_table = unsure, title = First }, e = {} }, "
                       "said = [{ id = s1, who = w, claim = c, judgement.alta = \"accepts d\" }], "
                       "alternative = { table = { question = q, no = {}, "
                       "yes = { \"draft.e.on_table\" = \"no\" } }, "
                       "need = { question = q, four = {}, six = { \"fallback.alta\" = 6 } } }"),
              "need 1/1: four=agreement six=no_agreement; "
              "table 0/0: no=agreement yes=agreement; "
              "draft.d 0/0: yes=agreement no=agreement; "
              "said.s1 0/0: yes=agreement no=agreement");
}

TEST(AlternativesByHand, AskAboutDraftsAndHypotheses) {
    const AlternativesTable table = decide_alternatives(
        loaded_sketch("party = { alta.name = Alta, bera.name = Bera }, issue.x.option = [a], "
                      "draft = { d = { on_table = unsure, title = First }, e.on_table = unsure }, "
                      "said = [{ id = s1, who = \"a diplomat\", claim = c, judgement = { "
                      "alta = [\"accepts d\", \"prefers e to d\"], bera = \"rejects e\" } }]"));
    ASSERT_EQ(table.questions.size(), 3U);
    EXPECT_EQ(table.questions[0].subject, QuestionSubject(DraftId(0)));
    EXPECT_EQ(table.questions[1].subject, QuestionSubject(DraftId(1)));
    EXPECT_EQ(table.questions[2].subject, QuestionSubject(StatementId(0)));
    EXPECT_EQ(table.evaluated_count(), 0U);
    EXPECT_TRUE(table.combinations.empty());
}

TEST(AlternativesByHand, LookAtOneQuestionAtATimeWhereCombinationsAreTooMany) {
    const auto table_with = [](int questions) {
        std::string all;
        for (int at = 0; at < questions; ++at) {
            all += "q" + std::to_string(at) +
                   " = { question = q, four = {}, six = { \"fallback.alta\" = 6 } }, ";
        }
        return decide_alternatives(loaded_sketch(base + "alternative = { " + all + "}"));
    };
    const AlternativesTable six = table_with(6);
    EXPECT_TRUE(six.is_complete);
    EXPECT_EQ(six.combinations.size(), 64U);
    const AlternativesTable seven = table_with(7);
    EXPECT_FALSE(seven.is_complete);
    EXPECT_TRUE(seven.combinations.empty());
    EXPECT_EQ(seven.questions[0].decisive, 1U);
    EXPECT_EQ(seven.questions[0].combinations, 1U);
}

TEST(AlternativesByHand, SayWhatIsWrongWithAnswersThatDoNotGoTogether) {
    const AlternativesTable table = decide_alternatives(loaded_sketch(
        base + "alternative = { rule = { question = q, kept = {}, "
               "dropped = { \"rule.1\" = \"off\" } }, scope = { question = q, n = {}, "
               "m = { \"rule.1.forbid.x\" = m } } }"));
    std::size_t problems = 0;
    for (const CombinationVerdict& combination : table.combinations) {
        problems += combination.verdict ? 0U : 1U;
        EXPECT_EQ(combination.verdict.has_value(), combination.problem.empty());
    }
    EXPECT_EQ(problems, 1U);
}

} // namespace
} // namespace unbracket
