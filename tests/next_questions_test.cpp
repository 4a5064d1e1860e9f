#include "unbracket/robust/next_questions.hpp"

#include "tests/bind_text.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::loaded_text;

/// Alta's fallback is assumed and Bera has none; whether Alta would do well without agreement is
/// asked.
const std::string talks = R"(unbracket = 1
party.alta = { name = "Alta", role = "signatory" }
party.bera = { name = "Bera", role = "signatory" }
fallback.alta = [20, 60]
[issue.hours]
option = ["few", "some", "many"]
weight = { alta = 10, bera = 10 }
stance.alta = { few = 80, some = 50, many = 10 }
stance.bera = { few = 10, some = 50, many = 90 }
[alternative.firm]
question = "Does Alta do well alone?"
no = {}
yes = { "fallback.alta" = 95 }
)";

TEST(NextQuestions, BeginWithOpenQuestionsAndGoOnToMissingFallbacks) {
    const LoadedCase loaded = loaded_text(talks);
    const CheckResult result = check(loaded);
    ASSERT_EQ(kind_of(result.verdict), VerdictKind::depends);
    ASSERT_GE(result.next.size(), 2U);
    EXPECT_EQ(std::get<std::size_t>(result.next.front().about), 0U);
    EXPECT_EQ(result.next.front().asked, std::vector<PartyId>{PartyId(0)});
    EXPECT_EQ(std::get<PartyId>(result.next.back().about), PartyId(1));
    EXPECT_EQ(result.next.back().asked, std::vector<PartyId>{PartyId(1)});
}

TEST(NextQuestions, AboutTheContentOfADraftGoToItsAuthors) {
    const LoadedCase loaded = loaded_text(talks + R"([draft.text]
by = "bera"
[alternative.says]
question = "What does the text say?"
few = {}
many = { "draft.text.set.hours" = "many", "fallback.alta" = 95 }
)");
    const CheckResult result = check(loaded);
    bool is_asked = false;
    for (const NextQuestion& next : result.next) {
        const auto* at = std::get_if<std::size_t>(&next.about);
        if (at != nullptr && result.alternatives.questions[*at].id == "says") {
            EXPECT_EQ(next.asked, std::vector<PartyId>{PartyId(1)});
            is_asked = true;
        }
    }
    EXPECT_TRUE(is_asked);
}

TEST(NextQuestions, NameEachEntryOnce) {
    const LoadedCase loaded = loaded_text(talks);
    CheckResult result = check(loaded);
    const EntryId fallback = *loaded.negotiation.fallback_entry(PartyId(0));
    result.rests_on = {fallback};
    result.exclusions.front().excludes_none_sure = false;
    int times = 0;
    for (const NextQuestion& next : find_next_questions(loaded.negotiation, result)) {
        const auto* entry = std::get_if<EntryId>(&next.about);
        times += entry != nullptr && *entry == fallback ? 1 : 0;
    }
    EXPECT_EQ(times, 1);
}

TEST(NextQuestions, AskBackAboutReportedEntriesOnlyWhereTheAnswerRestsOnOneOrTwo) {
    const LoadedCase loaded = loaded_text(talks + "[[entry]]\nat = \"fallback.alta\"\n"
                                                  "basis = \"reported\"\n");
    const EntryId fallback = *loaded.negotiation.fallback_entry(PartyId(0));
    CheckResult result;
    result.appraisal = appraise(loaded.negotiation);
    result.verdict.answer.emplace<NoAgreementVerdict>();
    result.rests_on = {fallback, EntryId(1)};
    EXPECT_EQ(find_next_questions(loaded.negotiation, result).size(), 2U);
    result.rests_on.emplace_back(2);
    const auto found = find_next_questions(loaded.negotiation, result);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(std::get<EntryId>(found.front().about), EntryId(1));
}

} // namespace
} // namespace unbracket
