#include "unbracket/report/check_sections.hpp"

#include "tests/checked_sample.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket::screen {
namespace {

using unbracket::testing::CheckedSample;
using unbracket::testing::holds;
using unbracket::testing::opposed_pair;

/// An alternative with this id: the file's value of Bera, or another one.
std::string question(const std::string& id, const std::string& address, const std::string& value) {
    return id + " = { question = \"Is it " + id + "?\", stay = {}, move = { \"" + address +
           "\" = " + value + " } }";
}

std::string turns_on(const CheckedSample& sample, Lists lists = Lists::shortened) {
    return sample.section(put_turns_on, lists);
}

const std::string one_decides =
    opposed_pair("4", "6", ", alternative = { " + question("one", "fallback.bera", "0") + " }");
/// Only both together open an agreement on an option that is worth 5 to either.
const std::string two_together =
    "{ unbracket = 1, party = { alta = { name = Alta }, bera = { name = Bera } }, "
    "issue.a = { option = [x, y], score = { alta = { x = 5, y = 0 }, bera = { x = 5, y = 0 } } }, "
    "fallback = { alta = 9, bera = 9 }, alternative = { " +
    question("one", "fallback.alta", "5") + ", " + question("two", "fallback.bera", "5") + " } }";

TEST(CheckTurnsOn, SaysNothingWhereNoQuestionIsOpen) {
    EXPECT_EQ(turns_on(CheckedSample(opposed_pair("4", "6"))), "");
}

TEST(CheckTurnsOn, OfOneQuestionGivesTheVerdictUnderEachAnswer) {
    EXPECT_EQ(turns_on(CheckedSample(one_decides)),
              "TURNS ON  1 Is it one? stay: no agreement; move: agreement.\n");
}

TEST(CheckTurnsOn, OfQuestionsWithoutEffectSaysThatNoneChangesTheAnswer) {
    const std::string text = turns_on(CheckedSample(opposed_pair(
        "4", "6", ", alternative = { " + question("idle", "fallback.bera", "7") + " }")));
    EXPECT_TRUE(holds(text, "None of these open questions changes the answer: Is it idle?"))
        << text;
}

TEST(CheckTurnsOn, NamesQuestionsWithoutEffectBehindThoseWithOne) {
    const std::string text = turns_on(
        CheckedSample(opposed_pair("4", "6",
                                   ", alternative = { " + question("one", "fallback.bera", "0") +
                                       ", " + question("idle", "fallback.alta", "5") + " }")));
    EXPECT_TRUE(holds(text, "1 Is it one? stay: no agreement; move: agreement.")) << text;
    EXPECT_TRUE(holds(text, "Without effect on it: Is it idle?")) << text;
}

TEST(CheckTurnsOn, ShowsAnswersThatDecideTogetherAsOneTable) {
    const std::string text = turns_on(CheckedSample(two_together));
    EXPECT_TRUE(holds(text, "1 Is it one? (stay / move)")) << text;
    EXPECT_TRUE(holds(text, "2 Is it two? (stay / move)")) << text;
    EXPECT_TRUE(holds(text, "1 move     2 move  agreement")) << text;
    EXPECT_TRUE(holds(text, "otherwise          no agreement")) << text;
}

TEST(CheckTurnsOn, OfAnIncompleteTableTakesEachQuestionByItself) {
    CheckedSample sample(two_together);
    sample.result.alternatives.is_complete = false;
    const std::string text = turns_on(sample);
    EXPECT_TRUE(holds(text, "1 Is it one? stay: no agreement; move: no agreement. It decides "
                            "together with other answers."))
        << text;
    EXPECT_TRUE(holds(text, "Each question was answered by itself, the others as in the file; all "
                            "answers together are too many to try."))
        << text;
}

TEST(CheckTurnsOn, OfAnIncompleteTableClaimsNoEffectAloneOnly) {
    CheckedSample sample(one_decides);
    sample.result.alternatives.is_complete = false;
    OpenQuestion& only = sample.result.alternatives.questions.front();
    only.answers[1].verdict = only.answers[0].verdict;
    only.decisive = 0;
    EXPECT_TRUE(holds(turns_on(sample), "Alone, none of these changes the answer: Is it one?"));
}

TEST(CheckTurnsOn, SaysWhyAnAnswerHasNoVerdict) {
    CheckedSample sample(one_decides);
    OpenQuestion& only = sample.result.alternatives.questions.front();
    only.answers[1].verdict.reset();
    only.answers[1].problem = "the file would not be valid";
    EXPECT_TRUE(holds(turns_on(sample),
                      "stay: no agreement; move: not answered, the file would not be valid."));
}

TEST(CheckTurnsOn, GivesOneReasonForCombinationsWithoutVerdict) {
    CheckedSample sample(two_together);
    CombinationVerdict& combination = sample.result.alternatives.combinations.front();
    combination.verdict.reset();
    combination.problem = "it contradicts itself";
    EXPECT_TRUE(holds(turns_on(sample), "Not answered: it contradicts itself."));
}

TEST(CheckTurnsOn, OfACombinationWithoutVerdictClaimsNoEffectOnlyWhereItWasAnswered) {
    CheckedSample sample(opposed_pair(
        "4", "6", ", alternative = { " + question("idle", "fallback.bera", "7") + " }"));
    sample.result.alternatives.combinations.front().verdict.reset();
    EXPECT_TRUE(
        holds(turns_on(sample), "Without effect on it wherever it was answered: Is it idle?"));
}

TEST(CheckTurnsOn, SaysWhyNoVerdictUsesAnAnswer) {
    CheckedSample sample(one_decides);
    OpenQuestion recorded = sample.result.alternatives.questions.front();
    recorded.is_evaluated = false;
    sample.result.alternatives.questions.push_back(recorded);
    EXPECT_TRUE(holds(turns_on(sample), "Used by no verdict, as what their answers set is used by "
                                        "none: Is it one?"))
        << turns_on(sample);
    const CheckedSample judged(opposed_pair(
        "4", "6",
        ", draft.open = { rest = unknown, on_table = unsure }, said = [{ id = s, who = w, claim = "
        "c, judgement.alta = \"accepts open\" }]"));
    EXPECT_TRUE(holds(turns_on(judged), "Used by no verdict, as the draft judged leaves open what "
                                        "the party rates, or nothing is said of its worth: "))
        << turns_on(judged);
    EXPECT_TRUE(holds(turns_on(judged), "Used by no verdict, as verdicts are about all "
                                        "combinations, whoever laid a text on the table: "))
        << turns_on(judged);
}

TEST(CheckTurnsOn, ShowsFiveQuestionsAndCountsTheRestUnlessAllAreAskedFor) {
    CheckedSample sample(one_decides);
    AlternativesTable& table = sample.result.alternatives;
    table.is_complete = false;
    const OpenQuestion one = table.questions.front();
    table.questions.assign(6, one);
    EXPECT_TRUE(holds(turns_on(sample), "1 more question changes the answer."));
    table.questions.assign(8, one);
    EXPECT_TRUE(holds(turns_on(sample), "3 more questions change the answer."));
    EXPECT_FALSE(holds(turns_on(sample), " 6 Is it one?"));
    EXPECT_TRUE(holds(turns_on(sample, Lists::full), " 8 Is it one?"));
    EXPECT_FALSE(holds(turns_on(sample, Lists::full), "more question"));
}

TEST(CheckTurnsOn, WritesATableThatDoesNotFitAsSentences) {
    const CheckedSample sample(two_together);
    Page page({.width = 60});
    CheckResult result = sample.result;
    for (OpenQuestion& question : result.alternatives.questions) {
        question.answers[1].key = std::string(30, 'm');
    }
    put_turns_on({sample.negotiation(), result}, page);
    EXPECT_TRUE(holds(page.text(), "- 1 mmm")) << page.text();
    EXPECT_TRUE(holds(page.text(), "- otherwise: no agreement")) << page.text();
}

} // namespace
} // namespace unbracket::screen
