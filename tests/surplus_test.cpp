#include "unbracket/base/random.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/bind_text.hpp"
#include "tests/random_case.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// What an outcome leaves a party above its fallback: by hand, and on random cases by what it has to
// say about acceptance.

namespace unbracket {

namespace {

/// One score party with an open fallback draft and a bonus on what that draft leaves open.
const std::string open_draft = "unbracket = 1\n"
                               "party.a.name = \"A\"\n"
                               "issue.x.option = [\"m\", \"n\"]\n"
                               "issue.x.score.a = { m = 5, n = 9 }\n"
                               "draft.d.set.x = \"unknown\"\n"
                               "[fallback]\na.draft = \"d\"\n"
                               "[[bonus]]\nparty = \"a\"\nwhen.x = \"m\"\nvalue = [2, 20]\n";

Interval surplus_of(const std::string& text, std::size_t option) {
    const Case negotiation = testing::bound(text);
    return surplus(negotiation, appraise(negotiation), PartyId(0), {OptionId(option)});
}

/// Whether some bonus of the party may or may not be met by its fallback draft.
bool has_open_bonus(const Case& negotiation, const PartyAppraisal& own, PartyId party) {
    const auto* draft = std::get_if<DraftId>(&own.fallback);
    return draft != nullptr &&
           std::any_of(negotiation.bonuses.begin(), negotiation.bonuses.end(),
                       [&](const Bonus& bonus) {
                           return bonus.party == party &&
                                  matches(negotiation.draft(*draft), bonus.when) == Match::maybe;
                       });
}

void expect_ends_say_what_acceptance_says(const Case& negotiation, const Appraisal& appraisal,
                                          PartyId party, const Outcome& outcome) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    const Interval range = surplus(negotiation, appraisal, party, outcome);
    EXPECT_LE(range.low, range.high);
    const auto ask = [&](Certainty certainty) {
        return refusal(negotiation, appraisal, party, outcome, certainty);
    };
    const Refusal possible = ask(Certainty::possible), sure = ask(Certainty::sure);
    if (possible == Refusal::none) {
        EXPECT_GE(range.high.sign(), 0);
    }
    if (sure == Refusal::value) {
        EXPECT_LT(range.low.sign(), 0);
    }
    if (has_open_bonus(negotiation, own, party)) {
        return; // the ends may be too wide
    }
    if (possible == Refusal::value) {
        EXPECT_LT(range.high.sign(), 0);
    }
    if (sure == Refusal::none) {
        EXPECT_GE(range.low.sign(), 0);
    }
}

void expect_ends_say_what_acceptance_says(const Case& negotiation, const Appraisal& appraisal) {
    for (const PartyId party : negotiation.agreement.counted) {
        const PartyAppraisal& own = appraisal[as_index(party)];
        if (own.gap || own.scale == Scale::none) {
            continue;
        }
        for (const Outcome& outcome : reference::all_outcomes(negotiation)) {
            expect_ends_say_what_acceptance_says(negotiation, appraisal, party, outcome);
        }
    }
}

} // namespace

TEST(Surplus, IsADifferenceOfScoresAndFallback) {
    const std::string text = "unbracket = 1\nparty.a.name = \"A\"\n"
                             "issue.x.option = [\"m\", \"n\"]\n"
                             "issue.x.score.a = { m = [5, 6], n = 9 }\nfallback.a = [1, 3]\n"
                             "[[risk]]\nparty = \"a\"\noption.x = \"n\"\nloss = [0, 4]\n";
    EXPECT_EQ(surplus_of(text, 0), (Interval{2, 5}));
    EXPECT_EQ(surplus_of(text, 1), (Interval{2, 8}));
}

TEST(Surplus, OverAnOpenFallbackDraftIsNeverTooNarrow) {
    // Against m of the draft n gains 4 and lacks the bonus: -16..2; against n nothing.
    EXPECT_LE(surplus_of(open_draft, 1).low, Rational(-16));
    EXPECT_GE(surplus_of(open_draft, 1).high, Rational(2));
    // Against n of the draft m loses 4 and has the bonus: -2..16; against m nothing.
    EXPECT_LE(surplus_of(open_draft, 0).low, Rational(-2));
    EXPECT_GE(surplus_of(open_draft, 0).high, Rational(16));
}

TEST(Surplus, HasItsEndsOnTheSideThatAcceptanceSays) {
    for (std::uint64_t index = 0; index < testing::shared_count(3'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + testing::repeat_command("Surplus.*"));
        Random random(testing::suite_seed() * 5'000'011 + index);
        const LoadedCase loaded = load_case(testing::random_case_document(random)).value();
        expect_ends_say_what_acceptance_says(loaded.negotiation, appraise(loaded.negotiation));
        if (HasFailure()) {
            return;
        }
    }
}

} // namespace unbracket
