#include "unbracket/report/score_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::bound_value;
using testing::holds;
using testing::lines_of;
using testing::weirs;
using testing::weirs_but;

constexpr PartyId alta(0);

const Case& sample() {
    static const Case negotiation = bound_value(weirs);
    return negotiation;
}

DraftScore score_of(const Case& negotiation, std::string_view draft) {
    return score_draft(negotiation, appraise(negotiation), *negotiation.find_draft(draft));
}

std::string text_of(const DraftScore& score) {
    return score_text(sample(), score, {.width = 400});
}

/// A score of one outcome without any party, to be filled in.
DraftScore bare_score(Acceptance agreement) {
    DraftScore score;
    score.agreement = agreement;
    return score;
}

PartyScore party_score(PartyId party, const std::vector<Objection>& objections) {
    PartyScore score;
    score.party = party;
    score.is_required = true;
    score.objections = objections;
    return score;
}

TEST(ScoreText, CountsGainsFromWhatIsSupposed) {
    Case negotiation = sample();
    negotiation.supposed_less = {{PartyId(0), Rational(5)}};
    const std::string text =
        score_text(negotiation, score_of(negotiation, "first"), {.width = 400});
    const std::string start = "gain over what it has without agreement";
    EXPECT_TRUE(holds(text, start + ", lowered by what is supposed: ")) << text;
    EXPECT_TRUE(holds(text, start + ": ")) << "the others: " << text;
}

TEST(ScoreText, NamesTheDraftItsDateAndItsAuthors) {
    EXPECT_TRUE(holds(text_of(score_of(sample(), "first")),
                      " - draft first - First text - 10 Mar 2026 - by Coda\n"));
    EXPECT_TRUE(holds(text_of(score_of(sample(), "second")), " - draft second - 20 Apr 2026\n"));
    EXPECT_TRUE(text_of(bare_score(Acceptance::never)).starts_with("One combination\n"));
}

TEST(ScoreText, AnswersForAllWhoHaveToAgree) {
    const auto answer = [](Acceptance acceptance) {
        const std::string text = text_of(bare_score(acceptance));
        const std::size_t start = text.find("ANSWER    ") + 10;
        return text.substr(start, text.find('\n', start) - start);
    };
    EXPECT_EQ(answer(Acceptance::surely),
              "Yes: in this file it is acceptable in every reading to all who have to agree.");
    EXPECT_EQ(
        answer(Acceptance::possibly),
        "Not settled: in this file it is acceptable to all who have to agree in some readings, "
        "or for some of its open contents, but not in all.");
    EXPECT_EQ(answer(Acceptance::never),
              "No: in this file it is acceptable in no reading to all who have to agree.");
    EXPECT_EQ(answer(Acceptance::no_reading),
              "Cannot be said: what this file holds about a party contradicts itself; see check.");
}

TEST(ScoreText, TellsWhatTheDraftSetsAndLeavesOpen) {
    const std::string first = text_of(score_of(sample(), "first"));
    EXPECT_TRUE(holds(first, "SETS      Share of the water: 30 %; Inspection of the weirs: joint "
                             "teams.\n"));
    EXPECT_TRUE(holds(first, "LEAVES    Open - term: five or ten.\n"));
    EXPECT_TRUE(holds(text_of(score_of(sample(), "second")), "LEAVES    Nothing open.\n"));
}

TEST(ScoreText, TellsContentThatIsNotKnownFromAChoice) {
    const Case negotiation =
        bound_value(weirs_but("set = { share = 40, inspect = third, term = five }",
                              "set = { inspect = [no, joint, third] }, rest = unknown"));
    const std::string text =
        score_text(negotiation, score_of(negotiation, "second"), {.width = 400});
    EXPECT_TRUE(holds(text, "SETS      Nothing.\n"));
    EXPECT_TRUE(holds(text, "LEAVES    Open - Share of the water: not known; Inspection of the "
                            "weirs: none, joint teams or teams from Coda; term: not known.\n"))
        << text;
}

TEST(ScoreText, TellsWhatEachPartyCountsFor) {
    const std::string text = text_of(score_of(sample(), "second"));
    EXPECT_TRUE(holds(text, "- Alta: accepted in no reading; "));
    EXPECT_TRUE(holds(text, "- the Bera Towns: accepted in some readings only; "));
    EXPECT_TRUE(holds(text, "- Coda (counts, but is not required): accepted in every reading; "));
    EXPECT_TRUE(holds(text, "- Dela (need not accept): "));
}

TEST(ScoreText, SaysGainsAreBoundsWhereTheyAre) {
    PartyScore party = party_score(alta, {});
    party.surplus = Interval{Rational(-1, 3), Rational(12)};
    DraftScore score = bare_score(Acceptance::possibly);
    score.parties = {party};
    EXPECT_TRUE(holds(text_of(score), "gain over what it has without agreement: -0.333..12.\n"));
    score.parties[0].surplus_is_attained = false;
    EXPECT_TRUE(holds(text_of(score), "agreement: -0.333..12 at most, perhaps less wide.\n"));
    score.parties[0].surplus.reset();
    EXPECT_TRUE(holds(text_of(score), "- Alta: accepted in no reading.\n"));
}

TEST(ScoreText, SaysWhatStandsInTheWay) {
    const std::string text = text_of(score_of(sample(), "second"));
    EXPECT_TRUE(holds(text,
                      "- Alta's red line against \"teams from Coda\" (Inspection of the weirs; "
                      "said by others)\n"));
    EXPECT_TRUE(holds(text,
                      "- in some readings: less than what it has without agreement (as good as "
                      "\"First text\", assumed)\n"));
    EXPECT_TRUE(holds(text, "(not entered: from its worst to its best)\n"));
    EXPECT_TRUE(
        holds(text_of(score_of(sample(), "first")),
              "- perhaps: whether \"joint teams\" (Inspection of the weirs) is a red line is "
              "not known\n"));
}

TEST(ScoreText, NamesAnObjectionOnceAndCountsTheRest) {
    std::vector<Objection> objections;
    for (std::size_t i = 0; i < 9; ++i) {
        objections.push_back({.kind = Refusal::limit, .entry = EntryId(i)});
        objections.push_back({.kind = Refusal::limit, .entry = EntryId(i)});
    }
    DraftScore score = bare_score(Acceptance::never);
    score.parties = {party_score(alta, objections)};
    const std::string text = text_of(score);
    EXPECT_TRUE(holds(text, "  - 3 more\n"));
    const std::string first = "how much \"Share of the water\" weighs for Alta";
    EXPECT_NE(text.find(first), std::string::npos);
    EXPECT_EQ(text.find(first), text.rfind(first));
}

TEST(ScoreText, SaysFirstWhatHoldsInEveryReadingAndLastWhatNobodyKnows) {
    const EntryId limit = testing::entry_of(sample(), "limit.floor");
    std::vector<Objection> objections;
    for (std::size_t option = 0; option < 2; ++option) {
        objections.push_back({.kind = Refusal::unknown_option,
                              .issue = IssueId(0),
                              .option = OptionId(option),
                              .is_certain = false});
    }
    objections.push_back({.kind = Refusal::limit, .entry = limit});
    DraftScore score = bare_score(Acceptance::never);
    score.parties = {party_score(alta, objections)};
    const std::string few = text_of(score);
    EXPECT_LT(few.find("Everybody drinks"), few.find("is a red line is not known")) << few;
    objections.push_back({.kind = Refusal::unknown_option,
                          .issue = IssueId(0),
                          .option = OptionId(2),
                          .is_certain = false});
    score.parties = {party_score(alta, objections)};
    const std::string many = text_of(score);
    EXPECT_TRUE(holds(many, "of 3 options it is not known whether they are red lines: ")) << many;
    EXPECT_LT(many.find("Everybody drinks"), many.find("of 3 options")) << many;
}

TEST(ScoreText, SaysWhetherSomeContentSuitsAllTogether) {
    DraftScore score = bare_score(Acceptance::possibly);
    score.is_exact = false;
    score.completions = 4536;
    EXPECT_TRUE(holds(text_of(score), "may accept fewer than it says here."));
    score.is_possibly_proved = false;
    EXPECT_TRUE(holds(text_of(score), "those may not be the same ones."));
}

TEST(ScoreText, NeverSaysOneMoreInsteadOfTheObjection) {
    std::vector<Objection> objections;
    for (std::size_t i = 0; i < 7; ++i) {
        objections.push_back({.kind = Refusal::limit, .entry = EntryId(i)});
    }
    DraftScore score = bare_score(Acceptance::never);
    score.parties = {party_score(alta, objections)};
    EXPECT_FALSE(holds(text_of(score), " more\n"));
}

TEST(ScoreText, NamesRulesAndNormsThatAreBroken) {
    DraftScore score = bare_score(Acceptance::never);
    EXPECT_TRUE(holds(text_of(score), "PLAN      It breaks no rule and no norm.\n"));
    score.broken = {{.entry = testing::entry_of(sample(), "rule.few")},
                    {.entry = testing::entry_of(sample(), "limit.floor"), .is_certain = false}};
    EXPECT_TRUE(holds(text_of(score), "PLAN      - breaks the rule \"few\" (assumed)\n"
                                      "          - may break the norm \"Everybody drinks\" "
                                      "(assumed)\n"));
}

TEST(ScoreText, SaysWhereItLookedAtTooFewContents) {
    DraftScore score = bare_score(Acceptance::possibly);
    score.is_exact = false;
    score.completions = 4536;
    EXPECT_TRUE(
        holds(text_of(score), "It leaves 4,536 combinations open, too many to look at each"));
    score.completions = 1;
    EXPECT_TRUE(holds(text_of(score), "A draft that is a party's fallback leaves too much open"));
}

TEST(ScoreText, KeepsToEveryWidth) {
    for (const std::size_t width : {60U, 72U, 80U, 120U}) {
        for (const char* draft : {"first", "second"}) {
            for (const std::string& line :
                 lines_of(score_text(sample(), score_of(sample(), draft), {.width = width}))) {
                EXPECT_LE(column_count(line), width) << line;
            }
        }
    }
}

TEST(ScoreText, NeverComparesParties) {
    EXPECT_TRUE(holds(text_of(score_of(sample(), "first")),
                      "Each party's points are its own; they cannot be compared or added."));
}

} // namespace
} // namespace unbracket
