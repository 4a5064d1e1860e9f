#include "unbracket/report/why_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_value;

std::string explained(const std::string& text) {
    const LoadedCase loaded = loaded_value("{ unbracket = 1, " + text + " }");
    return why_text(loaded, why(loaded, {.wants_all = true}), {.width = 1000});
}

TEST(WhyText, SaysHowMuchIsMissingForOneParty) {
    const std::string text =
        explained("party.alta = { name = Alta }, issue.a = { option = [x], score.alta.x = 5 }, "
                  "fallback.alta = 8");
    EXPECT_TRUE(holds(text, "This alone stands in the way, ")) << text;
    EXPECT_TRUE(holds(text, "Numbers alone clash here: Alta stays at least 3 of its own points "
                            "below what it has without agreement, whatever the combination."))
        << text;
    EXPECT_TRUE(
        holds(text, "There is no other such conflict: without any one of these an outcome would be "
                    "acceptable."))
        << text;
}

TEST(WhyText, SaysHowMuchIsMissingForOneOfSeveralParties) {
    const std::string text = explained(
        "party = { alta = { name = Alta }, bera = { name = Bera } }, issue.a = { option = [x, y], "
        "score = { alta = { x = 10, y = 0 }, bera = { x = 0, y = 10 } } }, "
        "fallback = { alta = 6, bera = 6 }");
    EXPECT_TRUE(holds(text, "These two cannot both hold:")) << text;
    EXPECT_TRUE(holds(text,
                      "Numbers alone clash here: one of Alta and Bera stays at least 6 of its "
                      "own points below what it has without agreement, whatever the combination."))
        << text;
}

TEST(WhyText, SaysOnceForAllConflictsWhatMissingPointsAreCountedWith) {
    const std::string text = explained(
        "party = { alta = { name = Alta }, bera = { name = Bera } }, issue.a = { option = [x], "
        "score = { alta.x = 3, bera.x = 5 } }, fallback = { alta = 6, bera = 6 }");
    const std::string each = "Numbers alone clash here: ";
    const std::string once = "Missing points are counted with all red lines, limits, rules, ";
    ASSERT_NE(text.find(each), text.rfind(each)) << text;
    EXPECT_TRUE(holds(text, once)) << text;
    EXPECT_EQ(text.find(once), text.rfind(once)) << text;
    EXPECT_FALSE(holds(explained("party.alta = { name = Alta }, issue.x = { option = [a], "
                                 "weight.alta = 1, stance.alta.a = redline }, fallback.alta = 0"),
                       once));
}

TEST(WhyText, OfOneEntryAloneSaysThatStancesAndScoresStay) {
    const std::string text = explained("party.alta = { name = Alta }, issue.a = { option = [x], "
                                       "score.alta.x = 5 }, fallback.alta = 8");
    EXPECT_TRUE(holds(text, "No combination is acceptable in any reading, with stances and scores "
                            "as they are, because:"))
        << text;
    EXPECT_TRUE(holds(text, "This alone stands in the way, with every other red line, limit, rule, "
                            "norm and no-agreement value left out:"))
        << text;
    EXPECT_FALSE(holds(text, "all else left out")) << text;
}

TEST(WhyText, OfAGapThatIsNotProvedSaysThatABetterCombinationMayExist) {
    const LoadedCase loaded =
        loaded_value("{ unbracket = 1, party.alta = { name = Alta }, issue.a = { option = [x], "
                     "score.alta.x = 5 }, fallback.alta = 8 }");
    WhyResult result = why(loaded);
    result.questions.front().gaps.front()->is_proved = false;
    EXPECT_TRUE(holds(why_text(loaded, result, {.width = 1000}),
                      "Numbers alone clash here: in the best combination found so far, Alta stays "
                      "3 of its own points below what it has without agreement; a better one may "
                      "exist."));
}

TEST(WhyText, LeavesOutPointsThatNoConflictIsAbout) {
    const std::string said =
        "said = [ { id = s, who = w, source = z, kind = diagnosis, claim = c, points = [b] } ], ";
    const std::string numbers = "party.alta = { name = Alta }, issue.a = { option = [x], "
                                "score.alta.x = 5 }, issue.b.option = [y], fallback.alta = ";
    const std::string text = explained(said + numbers + "8");
    EXPECT_FALSE(holds(text, "in 0 of")) << text;
    EXPECT_FALSE(holds(text, "POINTS")) << text;
}

TEST(WhyText, SaysInWhichReadingPointsAreMissing) {
    const std::string range = "party.alta = { name = Alta }, issue.a = { option = [x], "
                              "score.alta.x = [0, 9] }, fallback.alta = ";
    EXPECT_TRUE(holds(explained(range + "5"),
                      "Alta stays, in the reading that suits it least, at least 5 of its own"));
    EXPECT_TRUE(holds(explained(range + "12"),
                      "Alta stays, in every reading, at least 3 of its own points"));
}

TEST(WhyText, NamesAnUnknownOptionThatStopsWhatAConflictLeaves) {
    const std::string text = explained(
        "party = { alta = { name = Alta }, bera = { name = Bera } }, issue.x = { option = [p, q, "
        "r], weight = { alta = 1, bera = 1 }, stance = { alta = { p = redline, q = 90, r = 90 }, "
        "bera = { p = 90, q = redline, r = unknown } } }, fallback = { alta = 50, bera = 50 }");
    EXPECT_TRUE(holds(text, "That leaves a combination which only something unknown stops: x: r. "
                            "It is not known whether this is a red line: \"r\" (x) for Bera."))
        << text;
}

TEST(WhyText, ListsAllConflictsWithoutBeingAskedWhereThatIsCheap) {
    // Alta's demand clashes with Bera's and with Coda's.
    const LoadedCase loaded = loaded_value(
        "{ unbracket = 1, party = { alta = { name = Alta }, bera = { name = Bera }, coda = { name "
        "= Coda } }, issue.a = { option = [x, y], score = { alta = { x = 10, y = 0 }, bera = { x = "
        "0, y = 10 }, coda = { x = 0, y = 10 } } }, fallback = { alta = 6, bera = 6, coda = 6 } }");
    const std::string text = why_text(loaded, why(loaded), {.width = 1000});
    EXPECT_TRUE(holds(text, "These are all such conflicts.")) << text;
    EXPECT_TRUE(holds(text, "would be acceptable: what Alta has without agreement (6).")) << text;
}

TEST(WhyText, DoesNotPointToAFlagThatWasGiven) {
    const LoadedCase loaded = loaded_value(
        "{ unbracket = 1, party = { alta = { name = Alta }, bera = { name = Bera } }, issue.a = { "
        "option = [x, y], score = { alta = { x = 10, y = 0 }, bera = { x = 0, y = 10 } } }, "
        "fallback = { alta = 6, bera = 6 } }");
    WhyResult result = why(loaded, {.wants_all = true});
    result.questions.front().list.end = ListEnd::cut;
    const std::string text = why_text(loaded, result, {.width = 1000});
    EXPECT_TRUE(holds(text, "the search was cut. Allow a longer one: --nodes N.")) << text;
    EXPECT_FALSE(holds(text, "--all")) << text;
}

TEST(WhyText, OfAnAgreementSaysThatNothingStandsInTheWay) {
    EXPECT_TRUE(holds(explained("party.alta = { name = Alta }, issue.a = { option = [x], "
                                "score.alta.x = 5 }, fallback.alta = 5"),
                      "Nothing stands in the way in this file"));
}

/// Two parties that want opposite options, of which none suits both.
const std::string opposed =
    "party = { alta = { name = Alta }, bera = { name = Bera } }, point = { 4 = Water }, "
    "issue.a = { point = 4, option = [x, y], score = { alta = { x = 10, y = 0 }, "
    "bera = { x = 0, y = 10 } } }, fallback = { alta = 6, bera = 6 }";

/// An explanation that a test may change before it is printed.
struct Explained {
    LoadedCase loaded;
    WhyResult result;

    explicit Explained(const std::string& text)
        : loaded(loaded_value("{ unbracket = 1, " + text + " }")),
          result(why(loaded, {.wants_all = true})) {}

    std::string text(Detail detail = Detail::brief) const {
        return why_text(loaded, result, {.width = 1000}, detail);
    }
    ConflictList& list() { return result.questions.front().list; }
};

TEST(WhyText, OfABudgetTooSmallForAnyReasonClaimsNone) {
    Explained explained(opposed);
    explained.list() = {};
    explained.result.questions.front().gaps.clear();
    explained.result.sticking.clear();
    const std::string text = explained.text();
    EXPECT_TRUE(holds(text, "No combination is acceptable in any reading. Why was not found within "
                            "the budget. Allow a longer search: --nodes N."))
        << text;
    EXPECT_FALSE(holds(text, "because:")) << text;
    EXPECT_FALSE(holds(text, "POINTS")) << text;
    EXPECT_FALSE(holds(text, "IN ALL")) << text;
}

TEST(WhyText, OfWhatIsNotDecidedExplainsNothing) {
    Explained explained(opposed);
    explained.result.verdict.answer = UndecidedVerdict{};
    explained.result.questions.clear();
    EXPECT_TRUE(holds(explained.text(),
                      "Not decided within the budget, so there is nothing to explain yet."));
    EXPECT_FALSE(holds(explained.text(), "WHY"));
}

TEST(WhyText, OfAContradictionNamesTheParty) {
    Explained explained(opposed);
    explained.result.verdict.answer = ContradictionVerdict{PartyId(1), {}};
    explained.result.questions.clear();
    EXPECT_TRUE(
        holds(explained.text(), "What is entered about Bera contradicts itself; see check."));
}

TEST(WhyText, SaysWhetherReadingsDiffer) {
    EXPECT_TRUE(holds(Explained(opposed).text(),
                      "In this file no combination is acceptable to all who have to agree in any "
                      "reading."));
    const std::string text =
        explained("party.alta = { name = Alta }, issue.a = { option = [x], score.alta.x = 5 }, "
                  "fallback.alta = [0, 6]");
    EXPECT_TRUE(holds(text, "Not settled by this file: some combination is acceptable to all who "
                            "have to agree in some reading, none in every reading."))
        << text;
    EXPECT_TRUE(holds(text,
                      "NONE SURE No combination is acceptable in every reading, with stances and "
                      "scores as they are, because:"));
}

TEST(WhyText, CountsMembersInWordsUpToNine) {
    Explained explained(opposed);
    ConflictSet& conflict = explained.list().conflicts.front();
    const ConflictMember member = conflict.members.front();
    const auto with = [&](std::size_t members) {
        conflict.members.assign(members, member);
        return explained.text();
    };
    EXPECT_TRUE(holds(with(2), "These two cannot both hold:"));
    EXPECT_TRUE(holds(with(3), "These three cannot all hold:"));
    EXPECT_TRUE(holds(with(9), "These nine cannot all hold:"));
    EXPECT_TRUE(holds(with(10), "These 10 cannot all hold:"));
}

TEST(WhyText, OfAConflictWithoutMembersSaysWhatElseStandsInTheWay) {
    Explained explained(opposed);
    explained.list().conflicts.front().members.clear();
    const std::string lead =
        "Even with every red line, limit, rule, norm and no-agreement value left out there is "
        "none: what is unknown, or who would have to agree, stands in the way.";
    EXPECT_TRUE(holds(explained.text(), lead));
    EXPECT_EQ(conflict_sentence(explained.loaded.negotiation, explained.list().conflicts.front()),
              lead);
}

TEST(WhyText, ShowsOutcomesWithoutAMemberOnlyInFull) {
    const Explained explained(opposed);
    EXPECT_FALSE(holds(explained.text(), "Without it the others hold in:"));
    EXPECT_TRUE(holds(explained.text(Detail::full), "Without it the others hold in: a: y"));
    EXPECT_TRUE(holds(explained.text(Detail::full), "Without it the others hold in: a: x"));
}

TEST(WhyText, SaysThatAConflictMayHoldMoreThanItNeeds) {
    Explained explained(opposed);
    EXPECT_FALSE(holds(explained.text(), "The search was cut"));
    explained.list().conflicts.front().is_minimal = false;
    EXPECT_TRUE(holds(explained.text(), "The search was cut: some of these may not be needed."));
}

TEST(WhyText, SaysWhetherTheseAreAllConflicts) {
    Explained explained(opposed);
    EXPECT_TRUE(
        holds(explained.text(),
              "There is no other such conflict: without any one of these an outcome would be "
              "acceptable."));
    explained.list().end = ListEnd::cut;
    EXPECT_FALSE(holds(explained.text(), "IN ALL"));
}

TEST(WhyText, NamesWhatTakesPartInAllConflicts) {
    EXPECT_FALSE(holds(Explained(opposed).text(), "IN ALL"));
    Explained explained(opposed);
    explained.list().conflicts.push_back(explained.list().conflicts.front());
    explained.result.questions.front().gaps.emplace_back();
    explained.result.questions.front().unknown.emplace_back();
    EXPECT_TRUE(holds(explained.text(),
                      "Takes part in all of these conflicts, so that without it an outcome would "
                      "be acceptable: what Bera has without agreement (6); what Alta has without "
                      "agreement (6)."));
    explained.list().corrections.clear();
    EXPECT_TRUE(holds(explained.text(), "No single entry takes part in all of these conflicts."));
}

TEST(WhyText, NamesTheStatementsUnderAMember) {
    const std::string text =
        explained(opposed + ", said = [{ id = s1, who = \"a clerk\", source = z, "
                            "date = 2026-02-01, claim = c, supports = [fallback.alta] }]");
    EXPECT_TRUE(holds(text, "Under it: s1")) << text;
    EXPECT_TRUE(holds(text, "a clerk")) << text;
}

TEST(WhyText, CountsTheConflictsAboutAnIssueAndWhoNamedIt) {
    const std::string text = explained(
        "party.alta = { name = Alta }, point = { 4 = Water }, issue.x = { point = 4, "
        "option = [a], weight.alta = 1, stance.alta.a = redline }, fallback.alta = 0, "
        "said = [{ id = d1, who = w, source = z, kind = diagnosis, claim = c, points = [x] }]");
    EXPECT_TRUE(holds(text, "1 x (clause 4): in 1 of 1 conflict; named as decisive in d1")) << text;
}

} // namespace
} // namespace unbracket
