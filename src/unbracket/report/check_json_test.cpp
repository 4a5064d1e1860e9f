#include "unbracket/report/check_json.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <set>

namespace unbracket {
namespace {

using testing::entry_of;
using testing::loaded_value;
using testing::shown;
using testing::weirs;

struct Sample {
    LoadedCase loaded = loaded_value(weirs);
    CheckResult result = check(loaded);

    Node data(const JsonOptions& options = {}) const { return check_json(loaded, result, options); }
    std::string at(std::string_view path) const { return shown(data(), path); }
};

TEST(CheckJson, OfWhatDependsHoldsAPossibleOutcomeWithItsReading) {
    const Sample sample;
    EXPECT_EQ(sample.at("verdict"), "\"depends\"");
    EXPECT_EQ(sample.at("possible_outcome"), R"({share: 40, inspect: "joint", term: "five"})");
    EXPECT_NE(sample.at("possible_reading"), "null");
    EXPECT_NE(sample.at("failing_reading"), "null");
    EXPECT_EQ(sample.at("outcome"), "null");
    EXPECT_EQ(sample.at("reason"), "null");
    EXPECT_EQ(sample.at("contradiction"), "null");
    EXPECT_EQ(sample.at("count"), "{outcomes: 36, sure: 0, possible: 4}");
    EXPECT_EQ(sample.at("proof.claim"), "\"none_sure\"");
}

TEST(CheckJson, OfEachVerdictHoldsItsOwnEvidence) {
    Sample sample;
    const Outcome outcome = {OptionId(0), OptionId(1), OptionId(0)};
    sample.result.verdict.answer = AgreementVerdict{outcome};
    EXPECT_EQ(sample.at("verdict") + sample.at("proof.claim"), "\"agreement\"\"sure\"");
    EXPECT_EQ(sample.at("outcome"), R"({share: 10, inspect: "joint", term: "five"})");
    EXPECT_EQ(sample.at("possible_outcome"), "null");

    sample.result.verdict.answer = NoAgreementVerdict{{}};
    EXPECT_EQ(sample.at("verdict") + sample.at("proof.claim"), "\"no_agreement\"\"none_possible\"");
    EXPECT_EQ(sample.at("proof.kind"), "\"limits\"");

    sample.result.verdict.answer = UndecidedVerdict{};
    EXPECT_EQ(sample.at("verdict") + sample.at("proof.claim"), "\"undecided\"null");
    EXPECT_EQ(sample.at("reason"), "\"the node budget ran out before the search was finished\"");

    sample.result.verdict.answer = UndecidedVerdict{outcome, {}};
    EXPECT_EQ(sample.at("proof.claim"), "\"possible\"");
    EXPECT_EQ(sample.at("possible_outcome"), R"({share: 10, inspect: "joint", term: "five"})");

    sample.result.verdict.answer = ContradictionVerdict{PartyId(1), {}};
    EXPECT_EQ(sample.at("verdict") + sample.at("proof.claim"), "\"contradiction\"\"no_reading\"");
    EXPECT_EQ(sample.at("contradiction"), "\"bera\"");
}

TEST(CheckJson, HoldsNoNumberForWhatWasNotCounted) {
    Sample sample;
    sample.result.count.is_counted = false;
    EXPECT_EQ(sample.at("count"), "{outcomes: 36, sure: null, possible: null}");
    sample.result.count.is_saturated = true;
    EXPECT_EQ(sample.at("count.outcomes"), "null");
}

TEST(CheckJson, HoldsWhatEachPartyExcludes) {
    Sample sample;
    sample.result.exclusions = {
        {.party = PartyId(0), .is_counted = true, .never = 2, .not_always = 5},
        {.party = PartyId(1), .is_counted = false, .excludes_none_possible = true}};
    EXPECT_EQ(sample.at("exclusions"),
              "{alta: {never: 2, not_always: 5}, bera: {never: 0, not_always: null}}");
}

TEST(CheckJson, HoldsSurplusOfPartiesWithAScaleOnly) {
    Sample sample;
    sample.result.surplus = {{PartyId(0), {Rational(1, 3), Rational(2)}}};
    EXPECT_EQ(sample.at("surplus"), "{alta: [0.333333333333, 2]}");
    EXPECT_EQ(shown(sample.data({.numbers = JsonNumbers::exact}), "surplus"),
              "{alta: [\"1/3\", 2]}");
    sample.loaded.negotiation.parties[0].scale = Scale::none;
    EXPECT_EQ(sample.at("surplus"), "{}");
}

TEST(CheckJson, NamesEntriesByAddress) {
    Sample sample;
    const EntryId few = entry_of(sample.loaded.negotiation, "rule.few");
    sample.result.rests_on = {few};
    sample.result.hinges = {{few, Interval{Rational(0), Rational(1)}, VerdictKind::agreement, {}},
                            {few, {}, {}, VerdictKind::no_agreement}};
    EXPECT_EQ(sample.at("rests_on"), "[\"rule.few\"]");
    EXPECT_EQ(sample.at("hinges"),
              R"([{entry: "rule.few", tried: [0, 1], at_low: "agreement", at_high: null}, )"
              R"({entry: "rule.few", tried: null, at_low: null, at_high: "no_agreement"}])");
}

TEST(CheckJson, HoldsQuestionsWithTheAnswerThatFails) {
    Sample sample;
    OpenQuestion question;
    question.id = "ceiling";
    question.subject = DraftId(0);
    question.is_evaluated = true;
    question.answers = {{"price", VerdictKind::agreement, ""}, {"both", std::nullopt, "no case"}};
    question.decisive = 1;
    question.combinations = 2;
    sample.result.alternatives.questions = {question};
    sample.result.alternatives.combinations = {{{0}, VerdictKind::agreement, ""},
                                               {{1}, std::nullopt, "no case"}};
    sample.result.alternatives.is_complete = true;
    EXPECT_EQ(sample.at("alternatives"),
              R"([{id: "ceiling", question: "Was the draft "First text" on the )"
              R"(table?", kind: "draft_on_table", )"
              R"(evaluated: true, answers: {price: "agreement", both: null}, )"
              R"(problems: {both: "no case"}, decisive: 1, of: 2}])");
    EXPECT_EQ(sample.at("combinations"),
              R"([{answers: {ceiling: "price"}, verdict: "agreement"}, )"
              R"({answers: {ceiling: "both"}, verdict: null, problem: "no case"}])");
    sample.result.alternatives.is_complete = false;
    EXPECT_EQ(sample.at("combinations"), "null");
}

TEST(CheckJson, HoldsCoverageAndNotes) {
    Sample sample;
    EXPECT_EQ(sample.at("coverage"), "{entries: 32, own_words: 1, others_words: 1, experts: 0, "
                                     "narrator: 0, inferred: 1, assumed: 29}");
    EXPECT_EQ(sample.at("room"), "null");
    sample.result.notes = {{NoteKind::no_norms, {}}, {NoteKind::verdict_only, {"x"}}};
    EXPECT_EQ(sample.at("notes"),
              R"([{kind: "no_norms", names: []}, {kind: "verdict_only", names: ["x"]}])");
}

TEST(CheckJson, GivesEveryNoteANameOfItsOwn) {
    Sample sample;
    std::set<std::string> names;
    for (int kind = 0; kind <= static_cast<int>(NoteKind::verdict_only); ++kind) {
        sample.result.notes = {{static_cast<NoteKind>(kind), {}}};
        EXPECT_TRUE(names.insert(sample.at("notes")).second) << kind;
    }
}

TEST(CheckJson, HasTheSameKeysForEveryVerdict) {
    Sample sample;
    const auto keys = [&] {
        std::vector<std::string> found;
        const Node data = sample.data();
        for (const Node::Member& member : data.members) {
            found.push_back(member.key);
        }
        return found;
    };
    const std::vector<std::string> usual = keys();
    sample.result.verdict.answer = NoAgreementVerdict{{}};
    EXPECT_EQ(keys(), usual);
    sample.result.verdict.answer = ContradictionVerdict{PartyId(0), {}};
    EXPECT_EQ(keys(), usual);
    EXPECT_EQ(sample.data({.timings = JsonTimings::present}).members.size(), usual.size() + 1);
}

TEST(CheckJson, TellsTimesInMilliseconds) {
    Sample sample;
    sample.result.engine_seconds = 0.0123456;
    EXPECT_EQ(shown(sample.data({.timings = JsonTimings::present}), "elapsed_ms"), "12.345");
    sample.result.engine_seconds = 2;
    EXPECT_EQ(shown(sample.data({.timings = JsonTimings::present}), "elapsed_ms"), "2000");
}

} // namespace
} // namespace unbracket
