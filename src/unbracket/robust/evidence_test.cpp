#include "unbracket/robust/evidence.hpp"

#include "tests/support/case_sketch.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

std::string affecting(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    std::string all;
    for (const EntryId entry : verdict_entries(negotiation, appraise(negotiation))) {
        all += (all.empty() ? "" : " ") + negotiation.entry(entry).address;
    }
    return all;
}

TEST(VerdictEntries, AreThoseOfCountedPartiesAndThePlan) {
    EXPECT_EQ(affecting("party = { alta = {}, bera.role = observer }, issue.x = { option = [a, b], "
                        "weight = { alta = 1, bera = 1 }, stance = { alta.a = 5, bera.a = 5 } }, "
                        "fallback.alta = 3, rule = [{ forbid.x = b }], "
                        "limit = [{ party = norm, never.x = b }, { party = bera, never.x = b }], "
                        "bonus = [{ party = alta, when.x = a, value = 1 }], "
                        "risk = [{ party = bera, option.x = a, loss = 1 }], "
                        "intent = { alta = seeks, bera = seeks }, order.weight.alta = \"x\""),
              "issue.x.weight.alta issue.x.stance.alta.a fallback.alta rule.1 limit.1 bonus.1 "
              "intent.alta");
}

TEST(VerdictEntries, LeaveOutRatingsThatCannotWeighButKeepRedLines) {
    EXPECT_EQ(affecting("party.alta = {}, issue = { x = { option = [a, b], weight.alta = none, "
                        "stance.alta = { a = 5, b = redline } }, "
                        "y = { option = [k], weight.alta = 1, stance.alta.k = 1 } }"),
              "issue.x.stance.alta.b issue.y.weight.alta issue.y.stance.alta.k");
}

TEST(VerdictEntries, LeaveOutLimitsThatAreSwitchedOff) {
    EXPECT_EQ(
        affecting("party.alta = {}, issue.x = { option = [a, b] }, "
                  "limit = [{ party = alta, never.x = a, status = off }, "
                  "{ party = norm, never.x = b, status = off }, { party = alta, never.x = b }]"),
        "limit.3");
}

/// The addresses of the weakest, in order; of the sample of tests/value_case.hpp.
std::vector<std::string> weakest_of(const Case& negotiation,
                                    const std::vector<std::string>& addresses, std::size_t count) {
    std::vector<EntryId> entries;
    for (const std::string& address : addresses) {
        entries.push_back(testing::entry_of(negotiation, address));
    }
    std::vector<std::string> found;
    for (const EntryId id : weakest(negotiation, entries, count)) {
        found.push_back(negotiation.entry(id).address);
    }
    return found;
}

TEST(Weakest, GoFromAssumptionsToOwnWords) {
    const Case negotiation = testing::bound_value(testing::weirs);
    const std::vector<std::string> ranked = {"issue.share.weight.bera", "issue.share.weight.alta",
                                             "issue.inspect.stance.alta.third",
                                             "issue.share.curve.alta.redline"};
    const std::vector<std::string> mixed = {ranked[3], ranked[1], ranked[0], ranked[2]};
    EXPECT_EQ(weakest_of(negotiation, mixed, 4), ranked);
    EXPECT_EQ(weakest_of(negotiation, mixed, 2), (std::vector<std::string>{ranked[0], ranked[1]}));
    EXPECT_EQ(weakest_of(negotiation, mixed, 10), ranked);
    EXPECT_TRUE(weakest_of(negotiation, mixed, 0).empty());
    EXPECT_TRUE(weakest_of(negotiation, {}, 2).empty());
}

TEST(Weakest, LeaveNoneOutThatIsAsWeak) {
    const Case negotiation = testing::bound_value(testing::weirs);
    const std::vector<std::string> alike = {"rule.few", "rule.ladder", "fallback.coda"};
    EXPECT_EQ(weakest_of(negotiation, alike, 1), alike);
}

TEST(Weakest, GoByFirmnessWithinABasis) {
    const Case negotiation =
        testing::loaded_value(testing::weirs, {{"limit.teams.firmness", "long_held"},
                                               {"limit.all-water.firmness", "suspected"}})
            .negotiation;
    EXPECT_EQ(weakest_of(negotiation, {"limit.teams", "rule.few", "limit.all-water"}, 1),
              (std::vector<std::string>{"limit.all-water"}));
    EXPECT_EQ(weakest_of(negotiation, {"limit.teams", "rule.few", "limit.all-water"}, 3),
              (std::vector<std::string>{"limit.all-water", "rule.few", "limit.teams"}));
}

const std::string reported = R"(party = { alta = {}, bera = {} },
    person = { minister = { party = alta, speaks = true }, clerk = { party = alta } },
    fallback = { alta = 1, bera = 2 },
    issue.x = { option = [a, b], weight.alta = 1, stance.alta = { a = 3, b = 4 } },
    said = [)";

Coverage coverage(const std::string& said) {
    const Case negotiation = testing::case_of(reported + said + "]");
    return take_coverage(negotiation, appraise(negotiation));
}

TEST(Coverage, CountsWhoseWordsEntriesRestOn) {
    const Coverage found =
        coverage("{ id = s1, person = minister, claim = c, supports = fallback.alta }, "
                 "{ id = s2, person = minister, claim = c, supports = fallback.bera }, "
                 "{ id = s3, person = clerk, claim = c, supports = issue.x.weight.alta }, "
                 "{ id = s4, who = w, claim = c, suggests = issue.x.stance.alta.a }");
    EXPECT_EQ(found.entries, 5U);
    EXPECT_EQ(found.own_words, 1U);    // the minister speaks for alta
    EXPECT_EQ(found.others_words, 2U); // of bera, and the clerk for nobody
    EXPECT_EQ(found.inferred, 1U);
    EXPECT_EQ(found.assumed, 1U);
}

TEST(Coverage, TakesAnAnonymousVoiceForNobodysOwn) {
    const auto own_words = [](const std::string& attribution) {
        return coverage("{ id = s1, who = w, speaks_for = alta, attribution = " + attribution +
                        ", claim = c, supports = fallback.alta }")
            .own_words;
    };
    EXPECT_EQ(own_words("named"), 1U);
    EXPECT_EQ(own_words("official"), 1U);
    EXPECT_EQ(own_words("anonymous"), 0U);
    EXPECT_EQ(own_words("expert"), 0U);
}

TEST(Coverage, OfAnEntryWithOneOwnVoiceAmongOthersIsItsOwnWords) {
    const Coverage found =
        coverage("{ id = s1, who = w, claim = c, supports = fallback.alta }, "
                 "{ id = s2, person = minister, claim = c, supports = fallback.alta }");
    EXPECT_EQ(found.own_words, 1U);
    EXPECT_EQ(found.others_words, 0U);
}

TEST(Coverage, KeepsExpertsAndTheNarratorApart) {
    const auto said_by = [](const std::vector<std::string>& attributions) {
        std::string said;
        for (const std::string& attribution : attributions) {
            said += "{ id = s" + std::to_string(said.size()) +
                    ", who = w, source = q, claim = c, supports = fallback.alta, attribution = " +
                    attribution + " }, ";
        }
        const Coverage found = coverage(said);
        return std::to_string(found.others_words) + std::to_string(found.experts) +
               std::to_string(found.narrator);
    };
    EXPECT_EQ(said_by({"anonymous"}), "100");
    EXPECT_EQ(said_by({"expert"}), "010");
    EXPECT_EQ(said_by({"narrator"}), "001");
    EXPECT_EQ(said_by({"narrator", "expert"}), "010");
    EXPECT_EQ(said_by({"narrator", "expert", "named"}), "100");
}

/// `number of the event: absent parties`, or `none`.
std::string room(const std::string& events) {
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {}, mira.role = mediator }, issue.x = { option = [a] }, "
        "draft.d = {}, document.t = {}, as_of = 2027-06-01, event = [" +
        events + "]");
    const RoomReport found = look_into_the_room(negotiation);
    if (!found.event) {
        return "none";
    }
    std::string all = std::to_string(*found.event) + ":";
    for (const PartyId party : found.absent) {
        all += " " + negotiation.party(party).key;
    }
    return all;
}

TEST(Room, IsThatOfTheLatestMeetingHeld) {
    EXPECT_EQ(room(""), "none");
    EXPECT_EQ(room("{ date = 2027-02-01, present = [alta, bera] }, "
                   "{ date = 2027-03-01, present = [alta, mira] }, "
                   "{ date = 2027-01-01, present = bera }"),
              "1: bera");
    EXPECT_EQ(room("{ date = 2027-02-01, present = mira, informed = [alta, bera] }"),
              "0: alta bera");
}

TEST(Room, IsNeitherPlannedNorCalledOffNorEmptyNorUndated) {
    EXPECT_EQ(room("{ date = 2027-02-01, present = alta, status = planned }, "
                   "{ date = 2027-02-02, present = alta, status = called_off }, "
                   "{ date = 2027-02-03 }, "
                   "{ date = unset, present = alta }"),
              "none");
}

TEST(Room, WithTextsOnTheTableCountsBeforeLaterOnesWithout) {
    EXPECT_EQ(room("{ date = 2027-02-01, present = alta, drafts = d }, "
                   "{ date = 2027-03-01, present = [alta, bera] }"),
              "0: bera");
    EXPECT_EQ(room("{ date = 2027-02-01, present = alta, drafts = d }, "
                   "{ date = 2027-03-01, present = [alta, bera], documents = t }"),
              "1:");
}

/// The kinds of the notes, each with how many names it has.
std::vector<std::pair<NoteKind, std::size_t>> notes(const std::string& more) {
    std::vector<std::pair<NoteKind, std::size_t>> all;
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {} }, issue.x = { option = [a, b] }, " + more);
    for (const Note& note : notes_on(negotiation, appraise(negotiation))) {
        all.emplace_back(note.kind, note.names.size());
    }
    return all;
}

TEST(Notes, SayThatThereIsNoNorm) {
    using Notes = std::vector<std::pair<NoteKind, std::size_t>>;
    EXPECT_EQ(notes(""), (Notes{{NoteKind::no_norms, 0}}));
    EXPECT_EQ(notes("limit = [{ party = norm, never.x = a }]"), Notes{});
    EXPECT_EQ(notes("limit = [{ party = alta, never.x = a }]"), (Notes{{NoteKind::no_norms, 0}}));
}

TEST(Notes, NameWhatIsRecordedAndNotUsed) {
    const auto found =
        notes("limit = [{ party = norm, never.x = a }], as_of = 2027-01-01, "
              "issue.y = { option = [a, b], weight.alta = 1, stance.alta = { a = 0, b = 9 } }, "
              "fallback.alta.draft = d, draft.d = {}, said = [{ id = s1, who = w, speaks_for = "
              "alta, attribution = named, "
              "claim = c, judgement.alta = \"accepts d\" }, { id = s2, who = w, claim = c, "
              "judgement.alta = \"rejects d\" }], order.weight.alta = \"x\", "
              "driver = [{ id = v }], package = [{ sign = all }, { sign = any }], "
              "step = [{ first.x = a, then.x = b }], ratify = [{ party = bera }], "
              "deadline = [{ pace = quick }, { pace = slow }]");
    using Notes = std::vector<std::pair<NoteKind, std::size_t>>;
    EXPECT_EQ(found, (Notes{{NoteKind::judgements_left_out, 1},
                            {NoteKind::weight_orders_left_out, 1},
                            {NoteKind::drivers_not_applied, 1},
                            {NoteKind::steps_not_applied, 1},
                            {NoteKind::ratification_not_applied, 1},
                            {NoteKind::deadlines_not_applied, 2}}));
}

} // namespace
} // namespace unbracket
