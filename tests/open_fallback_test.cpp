#include "unbracket/robust/zone_count.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/completion.hpp"

#include "tests/bind_text.hpp"

#include <gtest/gtest.h>

// A fallback that is a draft of unknown content, whose contents a bonus ties together: each look at
// one outcome means a look at every content. What would take ages is not begun.

namespace unbracket {

namespace {

/// `issues` issues of four options; a's fallback is a draft that says nothing.
Case with_open_fallback(int issues) {
    std::string text = "unbracket = 1\nparty.a.name = \"A\"\n";
    std::string when;
    for (int issue = 0; issue < issues; ++issue) {
        const std::string key = "i" + std::to_string(issue);
        text += "[issue." + key + "]\noption = [\"p\", \"q\", \"r\", \"s\"]\n";
        text += "score.a = { p = 1, q = 2, r = 3, s = 4 }\n";
        when += (issue == 0 ? "" : ", ") + key + " = [\"p\", \"q\"]";
    }
    text += "[draft.d]\nrest = \"unknown\"\n[draft.e]\nrest = \"unknown\"\n[draft.e.set]\n";
    for (int issue = 0; issue < issues; ++issue) {
        text += "i" + std::to_string(issue) + " = \"s\"\n";
    }
    text += "[fallback]\na.draft = \"d\"\n[[bonus]]\nparty = \"a\"\nwhen = { " + when +
            " }\nvalue = 3\n";
    return testing::bound(text);
}

} // namespace

TEST(OpenFallback, IsComparedWithEveryContentWhereTheyAreFew) {
    const Case negotiation = with_open_fallback(2);
    const Appraisal appraisal = appraise(negotiation);
    EXPECT_TRUE(take_census(negotiation, appraisal).count.is_counted);
    EXPECT_TRUE(score_draft(negotiation, appraisal, DraftId(1)).is_exact);
}

TEST(OpenFallback, WithManyContentsIsNotCounted) {
    const Case negotiation = with_open_fallback(8);
    EXPECT_FALSE(take_census(negotiation, appraise(negotiation)).count.is_counted);
}

TEST(OpenFallback, IsCountedAndScoredExactlyUpToTheSameNumberOfComparisons) {
    for (const int issues : {4, 5}) { // 4^4 * 4^4 comparisons, and 4^5 * 4^5: over a million
        const Case negotiation = with_open_fallback(issues);
        const Appraisal appraisal = appraise(negotiation);
        const bool is_within = issues == 4;
        EXPECT_EQ(are_comparable(negotiation, appraisal, 1U << (2U * unsigned(issues))), is_within);
        EXPECT_EQ(take_census(negotiation, appraisal).count.is_counted, is_within);
        EXPECT_EQ(score_draft(negotiation, appraisal, DraftId(0), 5'000).is_exact, is_within);
    }
}

TEST(OpenFallback, WithTooManyContentsIsScoredByItsBounds) {
    const Case negotiation = with_open_fallback(20);
    const Appraisal appraisal = appraise(negotiation);
    const DraftScore score = score_draft(negotiation, appraisal, DraftId(1));
    EXPECT_FALSE(score.is_exact);
    // The best text against the worst and the best fallback: 80 points against 20, and against 80.
    EXPECT_LE(score.parties.front().surplus->low, Rational(0));
    EXPECT_GE(score.parties.front().surplus->high, Rational(57));
    EXPECT_EQ(kind_of(decide(negotiation, appraisal)), VerdictKind::undecided);
}

} // namespace unbracket
