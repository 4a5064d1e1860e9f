#include "unbracket/report/check_sections.hpp"

#include "tests/checked_sample.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

// Whose words there are, what is recorded and not used, and the table of numbers.

namespace unbracket::screen {
namespace {

using unbracket::testing::CheckedSample;
using unbracket::testing::entry_of;
using unbracket::testing::holds;
using unbracket::testing::opposed_pair;

std::string heard(const Coverage& coverage) {
    CheckedSample sample(opposed_pair("0", "0"));
    sample.result.coverage = coverage;
    return sample.section(put_heard);
}

TEST(CheckHeard, OfEntriesThatCannotMatterSaysThat) {
    EXPECT_EQ(heard({}),
              "HEARD     No entry of this file can affect the answer. Norms entered: none.\n");
}

TEST(CheckHeard, SpeaksOfOneAssumedEntryAsOne) {
    EXPECT_TRUE(holds(heard({.entries = 1, .assumed = 1}),
                      "The one entry that can affect the answer is assumed; nothing is in a "
                      "party's own words."));
    EXPECT_TRUE(holds(heard({.entries = 1'234, .assumed = 1'234}),
                      "All of the 1,234 entries that can affect the answer are assumed;"));
}

TEST(CheckHeard, CountsEveryBasis) {
    EXPECT_TRUE(holds(
        heard({.entries = 10, .own_words = 1, .others_words = 2, .inferred = 3, .assumed = 4}),
        "Of 10 entries that can affect the answer: 1 in a party's own words, 2 said "
        "by others, 3 inferred, 4 assumed."));
    EXPECT_TRUE(holds(heard({.entries = 3, .others_words = 0, .experts = 1, .narrator = 2}),
                      "0 said by others, 1 judged by experts, 2 told by the narrator, 0 inferred"));
}

std::string with_event(const std::string& present) {
    return opposed_pair("0", "0",
                        ", as_of = 2026-03-01, event = [{ id = e, date = 2026-02-20, kind = "
                        "meeting, status = held, present = [" +
                            present + "] }]");
}

TEST(CheckHeard, NamesWhoWasNotInTheRoom) {
    EXPECT_TRUE(holds(CheckedSample(with_event("alta")).section(put_heard),
                      "Not in the room on 20 Feb 2026: Bera."));
    EXPECT_TRUE(holds(CheckedSample(with_event("alta, bera")).section(put_heard),
                      "At the last meeting on 20 Feb 2026 all who have to agree were present."));
    EXPECT_FALSE(holds(CheckedSample(opposed_pair("0", "0")).section(put_heard), "room"));
}

TEST(CheckHeard, CountsTheGaps) {
    EXPECT_FALSE(holds(CheckedSample(opposed_pair("0", "0")).section(put_heard), "gap"));
    const std::string unweighted = "{ unbracket = 1, party.alta.name = Alta, issue.x = { option = "
                                   "[a], stance.alta.a = 50 }";
    EXPECT_TRUE(holds(CheckedSample(unweighted + ", fallback.alta = 9 }").section(put_heard),
                      " 1 gap in the entries: see lint."));
    EXPECT_TRUE(holds(CheckedSample(unweighted + " }").section(put_heard),
                      " 2 gaps in the entries: see lint."));
}

TEST(CheckHeard, NamesThreeNormsUnlessAllAreAskedFor) {
    std::string norms;
    for (const std::string id : {"n1", "n2", "n3", "n4", "n5"}) {
        norms += (norms.empty() ? "" : ", ") + std::string("{ id = ") + id +
                 ", party = norm, needs.a = [x, y] }";
    }
    const CheckedSample sample(opposed_pair("0", "0", ", limit = [" + norms + "]"));
    EXPECT_TRUE(
        holds(sample.section(put_heard), "Norms entered: \"n1\", \"n2\", \"n3\" and 2 more."));
    EXPECT_TRUE(holds(sample.section(put_heard, Lists::full), "\"n4\" and \"n5\"."));
}

std::string notes(std::vector<Note> list, const std::string& more = "") {
    CheckedSample sample(opposed_pair("0", "0", more));
    sample.result.notes = std::move(list);
    return sample.section(put_notes);
}

TEST(CheckNotes, NameEachThingThatIsNotUsed) {
    EXPECT_EQ(
        notes({{NoteKind::judgements_left_out, {"s1", "s2"}},
               {NoteKind::drivers_not_applied, {"d1"}},
               {NoteKind::steps_not_applied, {}},
               {NoteKind::deadlines_not_applied, {}}}),
        "NOT USED  Recorded in this file, but not used for this answer: binding judgements of "
        "drafts that are partly open, or that say \"not yet\" (s1 and s2); 1 lever or cost that "
        "may move a fallback (see timeline); the order of steps (see the verb steps).\n");
}

TEST(CheckNotes, CountLeversAndCosts) {
    EXPECT_TRUE(holds(notes({{NoteKind::drivers_not_applied, {"d1", "d2"}}}),
                      "2 levers and costs that may move a fallback (see timeline)."));
}

TEST(CheckNotes, SayNothingOfWhatStandsElsewhere) {
    EXPECT_EQ(
        notes(
            {{NoteKind::no_norms, {}}, {NoteKind::rests_on_cut, {}}, {NoteKind::verdict_only, {}}}),
        "");
    EXPECT_EQ(
        notes({{NoteKind::ratification_not_applied, {}}, {NoteKind::deadlines_not_applied, {}}}),
        "")
        << "they have sections of their own";
}

/// The table with these counts for both parties.
std::string numbers(const ValueExclusion& exclusion, bool has_several_readings) {
    CheckedSample sample(opposed_pair("4", "6"));
    for (ValueExclusion& own : sample.result.exclusions) {
        const PartyId party = own.party;
        own = exclusion;
        own.party = party;
    }
    sample.result.has_several_readings = has_several_readings;
    return sample.section(put_numbers);
}

TEST(CheckNumbers, SayWhatAPartysNumbersExclude) {
    EXPECT_TRUE(holds(numbers({.is_counted = true, .never = 1'200, .not_always = 1'200}, true),
                      "  1,200\n"));
    EXPECT_TRUE(holds(numbers({.is_counted = true, .never = 2, .not_always = 5}, true),
                      "  2 in every reading, 5 in some\n"));
    EXPECT_TRUE(
        holds(numbers({.is_counted = true, .never = 0, .not_always = 5}, true), "  5 in some\n"));
    EXPECT_TRUE(holds(numbers({.is_counted = true, .never = 2, .not_always = 5}, false), "  2\n"));
    EXPECT_TRUE(holds(numbers({}, false), "  not counted\n"));
    EXPECT_TRUE(holds(numbers({.excludes_none_possible = true, .excludes_none_sure = true}, false),
                      "  none\n"));
}

TEST(CheckNumbers, CountPartiesThatAreNotShown) {
    CheckedSample sample(opposed_pair("4", "6"));
    const ValueExclusion one = sample.result.exclusions.front();
    sample.result.exclusions.assign(12, one);
    EXPECT_FALSE(holds(sample.section(put_numbers), "more part"));
    sample.result.exclusions.assign(13, one);
    EXPECT_TRUE(holds(sample.section(put_numbers), "and 1 more party\n"));
    EXPECT_FALSE(holds(sample.section(put_numbers, Lists::full), "more part"));
    sample.result.exclusions.assign(15, one);
    EXPECT_TRUE(holds(sample.section(put_numbers), "and 3 more parties\n"));
}

TEST(CheckNumbers, NameTheEndsAtWhichAnEntrySettlesTheAnswer) {
    CheckedSample sample(opposed_pair("[0, 20]", "0"));
    const EntryId entry = entry_of(sample.negotiation(), "fallback.alta");
    sample.result.hinges = {{entry, Interval{Rational(0), Rational(20)}, VerdictKind::agreement,
                             VerdictKind::no_agreement}};
    EXPECT_TRUE(holds(sample.section(put_numbers),
                      "One entry alone would settle it, at an end of its own range:\n"));
    EXPECT_TRUE(holds(sample.section(put_numbers),
                      "(0..20; assumed): agreement at 0 and no agreement at 20\n"));
    sample.result.hinges.front().at_low.reset();
    EXPECT_TRUE(holds(sample.section(put_numbers), "assumed): no agreement at 20\n"));
}

TEST(CheckNumbers, OfADoubtfulIntentSayWhatEitherWayWouldMean) {
    CheckedSample sample(opposed_pair("0", "0", ", intent.bera = doubtful"));
    const EntryId entry = entry_of(sample.negotiation(), "intent.bera");
    sample.result.hinges = {
        {entry, std::nullopt, VerdictKind::no_agreement, VerdictKind::agreement}};
    EXPECT_TRUE(holds(sample.section(put_numbers),
                      ": no agreement if it refuses and agreement if it does\n"));
}

TEST(CheckNumbers, ShowThreeOrFourHingesAndCountTheRest) {
    CheckedSample sample(opposed_pair("[0, 20]", "0"));
    const EntryId entry = entry_of(sample.negotiation(), "fallback.alta");
    const Hinge hinge{entry, Interval{Rational(0), Rational(20)}, VerdictKind::agreement, {}};
    sample.result.hinges.assign(4, hinge);
    EXPECT_FALSE(holds(sample.section(put_numbers), "more entries"));
    sample.result.hinges.assign(5, hinge);
    EXPECT_TRUE(holds(sample.section(put_numbers), "- 2 more entries\n"));
}

TEST(CheckNumbers, SayWhetherEachEntryWasTried) {
    CheckedSample sample(opposed_pair("[0, 20]", "0"));
    sample.result.hinges.clear();
    sample.result.rests_on_is_complete = true;
    EXPECT_TRUE(holds(sample.section(put_numbers),
                      "No entry alone settles the answer at an end of its own range."));
    sample.result.rests_on_is_complete = false;
    EXPECT_TRUE(holds(sample.section(put_numbers),
                      "Whether an entry alone settles the answer was not tried for each."));
}

TEST(CheckHeard, OfAPartOfACaseSaysThatOnlyWhatIsSeenCounts) {
    CheckedSample sample(opposed_pair("0", "0", ", view = public"));
    EXPECT_TRUE(holds(sample.section(put_heard), " seen here that can affect the answer"))
        << sample.section(put_heard);
    sample.result.coverage = {};
    EXPECT_TRUE(holds(sample.section(put_heard), "No entry seen here can affect the answer."));
    EXPECT_TRUE(holds(sample.section(put_title), " - as the public sees it"));
}

} // namespace
} // namespace unbracket::screen
