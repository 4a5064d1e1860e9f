#include "unbracket/report/phrase.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/bind_text.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// What a case turns on: questions that verdicts use, questions whose answers are only recorded, and
// answers that give no valid case.

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_text;

/// Alta accepts nothing above 4, Bera nothing below 6.
const std::string well = R"(unbracket = 1
party.alta = { name = "Alta", role = "signatory" }
party.bera = { name = "Bera", role = "signatory" }
fallback = { alta = 20, bera = 20 }
[issue.hours]
title = "Hours"
range = { min = 2, max = 10, step = 2 }
weight = { alta = "high", bera = "high" }
curve.alta = { ideal = 2, tolerable = 10, redline = "> 4" }
curve.bera = { ideal = 10, tolerable = 2, redline = "< 6" }
[alternative.four]
question = "Are four hours a condition?"
yes = {}
no = { "issue.hours.curve.alta.redline" = "none" }
)";

const std::string drafts_and_words = R"(
[draft.first]
set = { hours = 4 }
on_table = "unsure"
[draft.second]
set = { hours = 6 }
on_table = "unsure"
[[said]]
id = "s1"
who = "a diplomat"
attribution = "anonymous"
claim = "both could live with it"
judgement = { alta = "accepts first", bera = ["accepts second", "prefers second to first"] }
)";

/// Two answers that are each valid and cannot be given together.
const std::string clashing = R"(
[[rule]]
id = "even"
forbid = { hours = 8 }
[alternative.rule]
question = "Is there a rule?"
kept = {}
dropped = { "rule.even" = "off" }
[alternative.scope]
question = "What does the rule cover?"
eight = {}
ten = { "rule.even.forbid.hours" = 10 }
)";

std::string screen(const LoadedCase& loaded) {
    return check_text(loaded, check(loaded), {.width = 1000});
}

TEST(Alternatives, AnswerWhetherAHypothesisHolds) {
    const AlternativesTable table = decide_alternatives(loaded_text(well + drafts_and_words));
    ASSERT_EQ(table.questions.size(), 4U);
    for (const OpenQuestion& question : table.questions) {
        for (const AnswerVerdict& answer : question.answers) {
            EXPECT_TRUE(answer.verdict) << question.id << ": " << answer.problem;
        }
    }
}

TEST(Alternatives, CombineOnlyQuestionsThatVerdictsUse) {
    const AlternativesTable table = decide_alternatives(loaded_text(well + drafts_and_words));
    EXPECT_EQ(table.evaluated_count(), 2U);
    EXPECT_EQ(table.combinations.size(), 4U);
    EXPECT_EQ(table.questions[0].id, "four");
    EXPECT_EQ(table.questions[0].decisive, 2U);
    EXPECT_EQ(table.questions[0].combinations, 2U);
    EXPECT_TRUE(table.questions[1].is_evaluated) << "whether s1 holds";
    EXPECT_FALSE(table.questions[1].changes_verdict());
    for (std::size_t i = 2; i < table.questions.size(); ++i) {
        EXPECT_FALSE(table.questions[i].is_evaluated);
        EXPECT_EQ(table.questions[i].combinations, 0U);
        EXPECT_FALSE(table.questions[i].changes_verdict());
    }
}

TEST(Alternatives, AreNotMadeTooManyByQuestionsThatNoVerdictUses) {
    std::string text = well;
    for (int i = 0; i < 70; ++i) {
        text += "[draft.d" + std::to_string(i) + "]\non_table = \"unsure\"\n";
    }
    const AlternativesTable table = decide_alternatives(loaded_text(text));
    EXPECT_TRUE(table.is_complete);
    EXPECT_EQ(table.combinations.size(), 2U);
}

TEST(Alternatives, ThatOnlySayWhatWasOnTheTableAreNotEvaluated) {
    const AlternativesTable table = decide_alternatives(loaded_text(
        well + drafts_and_words +
        "[alternative.seen]\nquestion = \"Seen?\"\nyes = { \"draft.second.on_table\" = \"yes\" }\n"
        "no = { \"draft.first.on_table\" = \"no\" }\n"));
    EXPECT_EQ(table.evaluated_count(), 2U);
    EXPECT_EQ(table.combinations.size(), 4U);
}

TEST(Alternatives, ThatLetAJudgementBindAreEvaluated) {
    const AlternativesTable table = decide_alternatives(loaded_text(
        well + drafts_and_words +
        "[alternative.heard]\nquestion = \"Heard?\"\nyes = { \"said.s1.use\" = \"binds\" }\n"
        "no = { \"draft.first.on_table\" = \"no\" }\n"));
    EXPECT_EQ(table.evaluated_count(), 3U);
    EXPECT_EQ(table.combinations.size(), 8U);
}

TEST(Alternatives, AskOfEveryJudgementOfAStatement) {
    const LoadedCase loaded = loaded_text(well + drafts_and_words);
    const AlternativesTable table = decide_alternatives(loaded);
    EXPECT_EQ(question_text(loaded.negotiation, table.questions[1]),
              "Does what s1 (a diplomat) says of Alta and Bera and the drafts \"first\" and "
              "\"second\" hold?");
}

TEST(Alternatives, SayWhichCombinationsHaveNoVerdictAndWhy) {
    const AlternativesTable table = decide_alternatives(loaded_text(well + clashing));
    ASSERT_EQ(table.combinations.size(), 8U);
    EXPECT_EQ(std::count_if(table.combinations.begin(), table.combinations.end(),
                            [](const CombinationVerdict& c) { return !c.verdict; }),
              2);
    for (const CombinationVerdict& combination : table.combinations) {
        EXPECT_EQ(combination.verdict.has_value(), combination.problem.empty());
    }
    for (const OpenQuestion& question : table.questions) {
        EXPECT_GT(question.decisive, 0U) << question.id;
    }
}

TEST(Alternatives, ScreenNeverCallsAQuestionWithoutVerdictWithoutEffect) {
    const std::string text = screen(loaded_text(well + clashing));
    EXPECT_FALSE(holds(text, "Without effect")) << text;
    EXPECT_TRUE(holds(text, "not answered")) << text;
    EXPECT_TRUE(holds(text, "unknown rule `even`")) << text;
}

TEST(Alternatives, ScreenSaysOfWhatNoVerdictUsesOnlyThatItIsRecorded) {
    const std::string text = screen(loaded_text(well + drafts_and_words));
    EXPECT_TRUE(holds(text, "Without effect on it: Does what s1 (a diplomat) says")) << text;
    EXPECT_TRUE(holds(text,
                      "Used by no verdict, as verdicts are about all combinations, whoever laid a "
                      "text on the table: "
                      "Was the draft \"first\" on the table?; Was the draft \"second\""))
        << text;
}

TEST(Alternatives, ScreenHasAQuestionForEveryColumn) {
    std::string text = well;
    for (int i = 0; i < 5; ++i) {
        const std::string id = "q" + std::to_string(i);
        text += "[[limit]]\nid = \"" + id +
                "\"\nparty = \"alta\"\nnever = { hours = [2, 4, 6, 8, "
                "10] }\nstatus = \"off\"\n[alternative." +
                id + "]\nquestion = \"Ask " + id + "?\"\nno = {}\nyes = { \"limit." + id +
                "\" = \"on\" }\n";
    }
    const std::string page = screen(loaded_text(text));
    EXPECT_TRUE(holds(page, "otherwise")) << page;
    EXPECT_FALSE(holds(page, "more question")) << page;
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(holds(page, "Ask q" + std::to_string(i) + "? (no / yes)")) << page;
    }
}

TEST(Alternatives, ScreenSpeaksOfSingleAnswersWhereCombinationsAreTooMany) {
    std::string text = well;
    for (int i = 0; i < 7; ++i) {
        text += "[alternative.q" + std::to_string(i) + "]\nquestion = \"Ask " + std::to_string(i) +
                "?\"\nno = {}\nyes = {}\n";
    }
    const LoadedCase loaded = loaded_text(text);
    EXPECT_FALSE(decide_alternatives(loaded).is_complete);
    EXPECT_TRUE(holds(screen(loaded), "Alone without effect on it: Ask 0?; Ask 1?"))
        << screen(loaded);
    text.replace(text.find("no = { \"issue"), std::string::npos,
                 "no = {}\n" + text.substr(text.find("[alternative.q0]")));
    EXPECT_TRUE(holds(screen(loaded_text(text)), "Alone, none of these changes the answer: "));
}

TEST(Alternatives, OfAStatementCanBeAnsweredForGood) {
    const LoadedCase loaded = loaded_text(well + drafts_and_words);
    for (const char* answer : {"yes", "no"}) {
        const auto answered = open_case(loaded.document, {.answers = {{"said.s1", answer}}});
        ASSERT_TRUE(answered.ok()) << to_string(answered.problems().front());
        for (const OpenQuestion& question : decide_alternatives(answered.value()).questions) {
            EXPECT_NE(question.id, "said.s1");
        }
    }
}

} // namespace
} // namespace unbracket
