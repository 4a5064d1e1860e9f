#include "unbracket/unbracket.hpp"

#include "tests/bind_text.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

// What the screen says of entries that no verdict uses, and which entries count as able to move
// one.

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_text;

const std::string open_case_text = R"(unbracket = 1
party.alta = { name = "Alta", role = "signatory" }
party.bera = { name = "Bera", role = "signatory" }
party.coda = { name = "Coda", role = "observer" }
fallback = { alta = [20, 60], bera = [20, 60] }
[issue.hours]
option = ["few", "many"]
weight = { alta = "high", bera = "high" }
stance.alta = { few = "ideal", many = "bad" }
stance.bera = { few = "bad", many = "ideal" }
[issue.guard]
option = ["one", "two"]
weight = { alta = 0, bera = 0 }
order.alta = "one > two"
order.bera = "one > two"
[draft.first]
set = { hours = "few" }
)";

std::string said_of(const std::string& party, const std::string& judgement = "accepts first") {
    return "[[said]]\nid = \"s1\"\nwho = \"a speaker\"\nspeaks_for = \"" + party +
           "\"\nattribution = \"official\"\nclaim = \"good\"\njudgement = { " + party + " = \"" +
           judgement + "\" }\n";
}

std::string answer_of(const LoadedCase& loaded, const CheckOptions& options = {}) {
    const std::string text = check_text(loaded, check(loaded, options), {.width = 10'000});
    const std::size_t begin = text.find("ANSWER");
    return text.substr(begin, text.find('\n', begin) - begin);
}

TEST(LeftOut, BindingJudgementsOfAnOpenDraftStandInTheAnswerThatDepends) {
    const std::string sentence = "Binding judgements of whole drafts are left out where a draft is "
                                 "partly open; they could make this answer firmer.";
    EXPECT_FALSE(holds(answer_of(loaded_text(open_case_text)), sentence));
    EXPECT_TRUE(holds(answer_of(loaded_text(open_case_text + said_of("bera"))), sentence));
    EXPECT_FALSE(holds(answer_of(loaded_text(open_case_text + said_of("coda"))), sentence))
        << "what nobody counts cannot make an answer firmer";
    std::string settled = open_case_text + said_of("bera");
    settled.replace(settled.find("few\" }\n[[said]]"), 4, "few\", guard = \"one\"");
    EXPECT_FALSE(holds(answer_of(loaded_text(settled)), "left out")) << "it is used";
}

TEST(LeftOut, NotYetCannotMakeAnAnswerFirmer) {
    const std::string text = open_case_text + said_of("bera", "not yet first");
    EXPECT_FALSE(holds(answer_of(loaded_text(text)), "left out"));
    EXPECT_TRUE(holds(check_text(loaded_text(text), check(loaded_text(text)), {.width = 10'000}),
                      "binding judgements of drafts that are partly open, or that say \"not yet\" "
                      "(s1)"));
}

TEST(LeftOut, OrdersBetweenWeightsStandInTheAnswerWhereAFallbackDraftIsOpen) {
    std::string text = open_case_text + "[order]\nweight.alta = \"hours > guard\"\n";
    EXPECT_FALSE(holds(answer_of(loaded_text(text)), "left out")) << "it is used";
    text.replace(text.find("[20, 60]"), 8, "{ draft = \"first\" }");
    EXPECT_TRUE(holds(answer_of(loaded_text(text)),
                      "Orders between weights are left out where a draft is partly open"));
}

TEST(LeftOut, AnAnswerWithoutACountSpeaksOfNoCombination) {
    const std::string answer =
        answer_of(loaded_text(open_case_text), {.search = {}, .scope = CheckScope::verdict_only});
    EXPECT_TRUE(holds(answer, "At least one combination is acceptable")) << answer;
}

TEST(Coverage, CountsAnOrderThatCannotWeighOnlyWhereItHasARedLine) {
    const LoadedCase plain = loaded_text(open_case_text);
    std::string text = open_case_text;
    text.replace(text.find("order.alta = \"one > two\""), 24, "order.alta = \"one | two\"");
    const LoadedCase limited = loaded_text(text);
    EXPECT_EQ(check(limited).coverage.entries, check(plain).coverage.entries + 1);
}

} // namespace
} // namespace unbracket
