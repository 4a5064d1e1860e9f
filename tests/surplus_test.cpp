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

/// A party is content with as much as it gains, and with no point more.
void expect_is_an_end(const Case& negotiation, Appraisal appraisal, PartyId party,
                      const Outcome& outcome, Certainty certainty) {
    const Interval range = surplus(negotiation, appraisal, party, outcome);
    PartyAppraisal& own = appraisal[as_index(party)];
    own.accepts_less = -(certainty == Certainty::possible ? range.high : range.low);
    EXPECT_EQ(refusal(negotiation, appraisal, party, outcome, certainty), Refusal::none);
    own.wants_more = true;
    EXPECT_EQ(refusal(negotiation, appraisal, party, outcome, certainty), Refusal::value);
}

void expect_ends_say_what_acceptance_says(const Case& negotiation, const Appraisal& appraisal,
                                          PartyId party, const Outcome& outcome) {
    const Interval range = surplus(negotiation, appraisal, party, outcome);
    EXPECT_LE(range.low, range.high);
    const auto ask = [&](Certainty certainty) {
        return refusal(negotiation, appraisal, party, outcome, certainty);
    };
    for (const Certainty certainty : {Certainty::possible, Certainty::sure}) {
        const Refusal refused = ask(certainty);
        const Rational& end = certainty == Certainty::possible ? range.high : range.low;
        if (refused == Refusal::none || refused == Refusal::value) {
            EXPECT_EQ(end.sign() < 0, refused == Refusal::value);
            expect_is_an_end(negotiation, appraisal, party, outcome, certainty);
        }
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

TEST(Surplus, OverAnOpenFallbackDraftIsTakenOverItsCompletions) {
    // Against m of the draft n gains 4 and lacks the bonus, against n it gains nothing.
    EXPECT_EQ(surplus_of(open_draft, 1), (Interval{-16, 2}));
    // Against n of the draft m loses 4 and has the bonus, against m it gains nothing.
    EXPECT_EQ(surplus_of(open_draft, 0), (Interval{-2, 16}));
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
