#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/check_text.hpp"
#include "unbracket/robust/next_questions.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

// Whole screens stand in tests/golden/check; here is what decides between their words.

namespace unbracket::screen {
namespace {

using unbracket::testing::entry_of;
using unbracket::testing::holds;
using unbracket::testing::lines_of;
using unbracket::testing::loaded_value;
using unbracket::testing::weirs;

/// A checked case that a test may change before it is printed.
struct Sample {
    LoadedCase loaded;
    CheckResult result;

    explicit Sample(std::string_view text) : loaded(loaded_value(text)), result(check(loaded)) {}

    const Case& negotiation() const { return loaded.negotiation; }
    void ask_again() { result.next = find_next_questions(loaded.negotiation, result); }
    std::string section(void (*put)(const Checked&, Page&)) const {
        Page page({.width = 1000});
        put({loaded.negotiation, result}, page);
        return page.text();
    }
    std::string text() const { return check_text(loaded, result, {.width = 1000}); }
};

/// Two parties that value the options of one issue as given, with these fallbacks.
std::string two_party_case(const std::string& alta, const std::string& bera,
                           const std::string& more = "") {
    return "{ unbracket = 1, party = { alta = { name = Alta }, bera = { name = Bera } },"
           "issue.a = { option = [x, y], weight = { alta = 10, bera = 10 },"
           "stance = { alta = { x = 100, y = 0 }, bera = { x = 0, y = 100 } } },"
           "fallback = { alta = " +
           alta + ", bera = " + bera + " }" + more + " }";
}

TEST(Partners, AreNamedWithTheCountWhereTheRuleHasOne) {
    Case negotiation = loaded_value(weirs).negotiation;
    EXPECT_EQ(partners(negotiation), "Alta and the Bera Towns");
    negotiation.agreement.at_least = 3;
    EXPECT_EQ(partners(negotiation), "Alta and the Bera Towns, and at least 3 of 3 parties in all");
    negotiation.agreement.required.clear();
    EXPECT_EQ(partners(negotiation), "at least 3 of 3 parties");
    negotiation.agreement.required = {PartyId(0)};
    negotiation.agreement.at_least.reset();
    EXPECT_EQ(partners(negotiation), "Alta");
}

TEST(CheckTitle, CountsPartiesIssuesAndDrafts) {
    EXPECT_EQ(Sample(weirs).section(put_title),
              "Weirs of the Sel - as of 1 May 2026 - 4 parties, 3 issues, 2 drafts\n");
    EXPECT_EQ(Sample(two_party_case("0", "0")).section(put_title),
              "Case without a title - 2 parties, 1 issue\n");
}

TEST(CheckAnswer, SpeaksOfReadingsOnlyWhereThereAreSeveral) {
    EXPECT_EQ(
        Sample(two_party_case("0", "0")).section(put_answer),
        "ANSWER    Yes, in this file. 2 of the 2 combinations are acceptable to Alta and Bera. "
        "One of them: a: x.\n");
    EXPECT_EQ(
        Sample(two_party_case("[0, 50]", "0")).section(put_answer),
        "ANSWER    Yes, in this file. 1 of the 2 combinations is acceptable to Alta and Bera in "
        "every reading (any choice of numbers inside the ranges entered), 2 in at least one. "
        "It is: a: x.\n");
    EXPECT_EQ(Sample(two_party_case("50", "50")).section(put_answer),
              "ANSWER    No, in this file. None of the 2 combinations is acceptable to Alta and "
              "Bera.\n");
    EXPECT_TRUE(holds(Sample(two_party_case("[50, 60]", "50")).section(put_answer),
                      "is acceptable to Alta and Bera in any reading (any choice of numbers inside "
                      "the ranges entered).\n"));
}

TEST(CheckAnswer, SaysHowManyCombinationsArePossible) {
    EXPECT_TRUE(
        holds(Sample(two_party_case("[0, 50]", "[0, 50]")).section(put_answer),
              "Each of the 2 combinations is acceptable to Alta and Bera in some reading "));
    EXPECT_TRUE(holds(Sample(two_party_case("[0, 100]", "[50, 100]")).section(put_answer),
                      "1 of the 2 combinations is acceptable to Alta and Bera in some reading (one "
                      "choice of numbers inside the ranges entered), none in every reading. For "
                      "example: a: y. "));
}

TEST(CheckText, NamesTheRestOfAShortenedListOnlyWhenAsked) {
    const std::string text = [] {
        std::string issues, parties;
        for (int at = 1; at <= 20; ++at) {
            const std::string id = std::to_string(at);
            issues += "i" + id + " = { option = [x, y], score.p" + id + " = { x = 1, y = 0 } }, ";
            parties += "p" + id + " = { name = P" + id + " }, ";
        }
        return "{ unbracket = 1, party = { " + parties + "}, issue = { " + issues + "} }";
    }();
    const Sample sample(text);
    const std::string shortened = sample.text();
    EXPECT_TRUE(holds(shortened, "i12: x; 8 more."));
    EXPECT_TRUE(holds(shortened, "P12 and 8 more"));
    EXPECT_TRUE(holds(shortened, "and 8 more parties\n"));
    EXPECT_FALSE(holds(shortened, "i13"));
    const std::string whole =
        check_text(sample.loaded, sample.result, {.width = 1000, .lists = Lists::full});
    EXPECT_TRUE(holds(whole, "i19: x; i20: x."));
    EXPECT_TRUE(holds(whole, "P19 and P20"));
    EXPECT_FALSE(holds(whole, " more"));
}

TEST(CheckAnswer, CountsNothingThatWasNotCounted) {
    Sample sample(two_party_case("0", "0"));
    sample.result.count.is_counted = false;
    EXPECT_TRUE(holds(sample.section(put_answer),
                      "At least one of the 2 combinations is acceptable to Alta and Bera: a: x."));
    sample.result.count.is_saturated = true;
    EXPECT_TRUE(holds(sample.section(put_answer),
                      "At least one combination (of too many to number) is acceptable"));
}

TEST(CheckAnswer, OfAnUndecidedCaseSaysWhatIsProved) {
    Sample sample(two_party_case("0", "0"));
    sample.result.verdict.answer = UndecidedVerdict{};
    EXPECT_EQ(sample.section(put_answer),
              "ANSWER    Not decided: the node budget ran out before the "
              "search was finished. Nothing is proved so far, neither "
              "yes nor no.\n");
    sample.result.verdict.answer =
        UndecidedVerdict{Outcome{OptionId(1)}, {}, UndecidedReason::stopped};
    EXPECT_TRUE(holds(sample.section(put_answer),
                      "Proved so far: at least one of the 2 combinations is acceptable to Alta and "
                      "Bera: a: y. Whether one is acceptable in every reading is open."));
}

TEST(CheckAnswer, OfAContradictionNamesThePartyAndItsEntries) {
    Sample sample(weirs);
    sample.result.verdict.answer =
        ContradictionVerdict{PartyId(0),
                             {entry_of(sample.negotiation(), "limit.teams"),
                              entry_of(sample.negotiation(), "intent.bera")}};
    const std::string text = sample.section(put_answer);
    EXPECT_TRUE(holds(text, "No answer: what this file says of Alta cannot all hold"));
    EXPECT_TRUE(holds(text, "BECAUSE   These two cannot both hold:\n"));
    EXPECT_TRUE(holds(text, "- Alta's limit \"Teams only with the term\" (assumed, declared)\n"));
}

TEST(CheckAnswer, TellsThatOrdersOfWeightsCouldMakeItFirmerWhereAFallbackDraftIsOpen) {
    EXPECT_TRUE(
        holds(Sample(weirs).section(put_answer),
              "Orders between weights are left out where a draft is partly open; they could "
              "make this answer firmer."));
    EXPECT_FALSE(holds(Sample(two_party_case("[0, 50]", "[0, 50]")).section(put_answer), "firmer"));
}

TEST(CheckNumbers, LeaveOutGainsWhereNoCombinationIsShown) {
    EXPECT_FALSE(holds(Sample(two_party_case("50", "50")).section(put_numbers), "gain as shown"));
    EXPECT_TRUE(holds(Sample(two_party_case("0", "0")).section(put_numbers), "gain as shown"));
}

TEST(CheckNumbers, CallPointsEachPartysOwn) {
    EXPECT_TRUE(holds(Sample(weirs).section(put_numbers), "NUMBERS   (own points)"));
}

TEST(CheckRestsOn, SpeaksOfOneTwoOrMoreEntries) {
    Sample sample(two_party_case("50", "50"));
    const auto with = [&](std::size_t count) {
        sample.result.rests_on.clear();
        for (std::size_t i = 0; i < count; ++i) {
            sample.result.rests_on.emplace_back(i);
        }
        return sample.section(put_rests_on);
    };
    EXPECT_TRUE(holds(with(0), "Which entries carry this answer was not found within the budget."));
    EXPECT_TRUE(holds(with(1), "This entry alone leaves no combination:"));
    EXPECT_TRUE(
        holds(with(2),
              "These two cannot both hold, with stances and scores as they are, whatever the other "
              "entries here say:"));
    EXPECT_TRUE(holds(with(3), "These 3 cannot all hold together"));
    EXPECT_TRUE(holds(with(3), "Every one of them is the analyst's assumption."));
    EXPECT_FALSE(holds(with(2), "analyst's assumption"));
}

TEST(CheckRestsOn, SaysWhetherTheBudgetOrSomebodyStoppedIt) {
    Sample sample(two_party_case("50", "50"));
    sample.result.rests_on_is_complete = false;
    EXPECT_TRUE(holds(sample.section(put_rests_on), "the budget ran out before each was tried."));
    sample.result.was_stopped = true;
    EXPECT_TRUE(holds(sample.section(put_rests_on), "it was stopped before each was tried."));
}

TEST(CheckNext, AsksAndNeverAdvises) {
    EXPECT_EQ(
        Sample(weirs).section(put_next),
        "NEXT      Ask the Bera Towns whether it wants an agreement (assumed so far).\n"
        "          Ask the Bera Towns what it has without agreement (30..45; assumed so far).\n"
        "          Ask Alta what it has without agreement (as good as \"First text\"; assumed "
        "so far).\n"
        "          First what changes the answer, then what it rests on; robust ranks by how far "
        "an "
        "answer would move the share of readings.\n");
}

TEST(CheckNext, OfANumberFromLaterOnKnowsNothingOfIt) {
    const Sample sample("{ unbracket = 1, as_of = 2026-01-01, party = { alta = {}, bera = {} }, "
                        "fallback = { alta = [{ from = 2026-02-01, value = 5 }], bera = 5 }, "
                        "issue.a = { option = [x, y], score = { alta = { x = 0, y = 9 }, bera = { "
                        "x = 9, y = 9 } } } }");
    EXPECT_TRUE(holds(sample.section(put_numbers), "not entered"));
    EXPECT_FALSE(holds(sample.section(put_numbers), "later"));
}

TEST(CheckNext, AsksForALongerSearchOnlyWhereOneMayHelp) {
    Sample sample(two_party_case("0", "0"));
    sample.result.verdict.answer = UndecidedVerdict{};
    EXPECT_TRUE(holds(sample.section(put_next), "Allow a longer search: --nodes N."));
    sample.result.was_stopped = true;
    EXPECT_TRUE(holds(sample.section(put_next), "Run it again and let it finish."));
}

TEST(CheckNext, DoesNotAskWhetherAnOpenedRedLineWouldHold) {
    Sample sample(weirs);
    sample.result.rests_on = {entry_of(sample.negotiation(), "issue.share.curve.bera.redline")};
    sample.ask_again();
    EXPECT_TRUE(holds(sample.section(put_next), "Ask the Bera Towns about its red line on "));
    sample.result.rests_on = {entry_of(sample.negotiation(), "issue.inspect.stance.alta.third")};
    sample.ask_again();
    EXPECT_TRUE(
        holds(sample.section(put_next),
              "Ask Alta whether it would hold, whatever it is offered, to its red line against "
              "\"teams from Coda\" (Inspection of the weirs; said by others)."));
}

TEST(CheckNext, AsksAboutWhatWasReportedOnlyWhereLittleElseCarriesTheAnswer) {
    Sample sample(weirs);
    const EntryId reported = entry_of(sample.negotiation(), "issue.inspect.stance.alta.third");
    const EntryId rule = entry_of(sample.negotiation(), "rule.few");
    sample.result.rests_on = {reported, rule};
    sample.ask_again();
    EXPECT_TRUE(holds(sample.section(put_next), "Ask Alta whether it would hold"));
    EXPECT_TRUE(holds(sample.section(put_next), "Find out how firm the rule \"few\" is."));
    sample.result.rests_on = {reported, rule, entry_of(sample.negotiation(), "rule.ladder")};
    sample.ask_again();
    EXPECT_FALSE(holds(sample.section(put_next), "Ask Alta whether it would hold"));
}

TEST(CheckHeard, CountsWhoseWordsEntriesRestOn) {
    EXPECT_TRUE(
        holds(Sample(weirs).section(put_heard),
              "1 in a party's own words, 1 said by others, 1 inferred, 29 assumed. 2 gaps in the "
              "entries: see lint. Norms entered: \"Everybody drinks\".\n"));
    EXPECT_TRUE(
        holds(Sample(two_party_case("0", "0")).section(put_heard),
              "All of the 8 entries that can affect the answer are assumed; nothing is in a "
              "party's own words. Norms entered: none.\n"));
}

TEST(CheckProof, SaysWhatWasComparedWithWhat) {
    EXPECT_TRUE(holds(Sample(two_party_case("0", "0")).section(put_proof),
                      "The combination shown was compared with every entry. "));
    EXPECT_TRUE(holds(Sample(two_party_case("[0, 1]", "0")).section(put_proof),
                      "each at the end of its range that suits it least. "));
    EXPECT_TRUE(holds(Sample(two_party_case("100", "50")).section(put_proof), "\"None\": "));
}

TEST(CheckNotes, SayWhatIsRecordedAndNotUsed) {
    EXPECT_TRUE(
        holds(Sample(weirs).section(put_notes),
              "NOT USED  Recorded in this file, but not used for this answer: orders between "
              "weights (Alta).\n"));
    EXPECT_EQ(Sample(two_party_case("0", "0")).section(put_notes), "");
}

TEST(CheckText, OfTheVerdictOnlySaysSo) {
    Sample sample(weirs);
    EXPECT_TRUE(holds(sample.text(), "NUMBERS"));
    sample.result.scope = CheckScope::verdict_only;
    EXPECT_FALSE(holds(sample.text(), "NUMBERS"));
    EXPECT_TRUE(holds(sample.text(), "Only the verdict was asked for."));
}

TEST(CheckText, KeepsToEveryWidth) {
    const Sample sample(weirs);
    for (const std::size_t width : {60U, 61U, 72U, 80U, 100U}) {
        for (const std::string& line :
             lines_of(check_text(sample.loaded, sample.result, {.width = width}))) {
            EXPECT_LE(column_count(line), width) << line;
        }
    }
}

TEST(CheckSignings, HaveARowForEachPartThatMayBeSigned) {
    const std::string documents =
        ", document = { water = {}, trade = {} }, package = [{ sign = any }]";
    const std::string text = Sample(two_party_case("0", "0", documents)).section(put_signings);
    EXPECT_TRUE(holds(text, "SIGNED    Not all documents have to be signed.")) << text;
    EXPECT_TRUE(holds(text, "water alone    agreement\n")) << text;
    EXPECT_TRUE(holds(text, "all documents  agreement\n")) << text;
    EXPECT_EQ(Sample(two_party_case("0", "0")).section(put_signings), "");
}

TEST(CheckNext, AsksFirstWhoseValueExcludesMost) {
    const std::string three =
        "{ unbracket = 1, party = { alta.name = Alta, bera.name = Bera, coda.name = Coda, "
        "dela.name = Dela }, agreement.required = [alta, bera, coda, dela], "
        "issue.a = { option = [x, w, y, z, a, b, c, d], score = { "
        "alta = { x = 9, w = 9, y = 0, z = 9, a = 10, b = 0, c = 0, d = 0 }, "
        "bera = { x = 9, w = 9, y = 9, z = 9, a = 0, b = 10, c = 0, d = 0 }, "
        "coda = { x = 9, w = 9, y = 9, z = 9, a = 0, b = 0, c = 10, d = 0 }, "
        "dela = { x = 9, w = 9, y = 0, z = 0, a = 0, b = 0, c = 0, d = 10 } } }, "
        "fallback = { alta = 5, bera = 5, coda = 5, dela = 5 } }";
    const std::string text = Sample(three).section(put_next);
    EXPECT_LT(text.find("Ask Dela"), text.find("Ask Alta")) << text;
    EXPECT_LT(text.find("Ask Alta"), text.find("Ask Coda")) << text;
    EXPECT_TRUE(holds(text, "robust ranks by how far")) << text;
}

} // namespace
} // namespace unbracket::screen
