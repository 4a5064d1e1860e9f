#include "unbracket/report/lint_phrase.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket::linting {
namespace {

using unbracket::testing::bound_value;
using unbracket::testing::entry_of;
using unbracket::testing::weirs;
using unbracket::testing::weirs_but;

const Case& sample() {
    static const Case negotiation = bound_value(weirs);
    return negotiation;
}

constexpr PartyId alta(0), bera(1), coda(2);
constexpr IssueId share(0), inspect(1);

TEST(GapSentence, SaysWhatIsTakenInstead) {
    EXPECT_EQ(sentence(sample(), Gap{.kind = GapKind::weight, .party = coda, .issue = inspect}),
              "Coda rates inspect but has no weight there: 0..40 is taken.");
    EXPECT_EQ(sentence(sample(), Gap{.kind = GapKind::fallback, .party = bera}),
              "the Bera Towns has no value without agreement: anything from its worst to its best "
              "total is taken.");
    EXPECT_EQ(sentence(sample(), Gap{.kind = GapKind::scale, .party = coda}),
              "Coda has to accept but rates nothing: it accepts whatever breaks no limit of its "
              "own.");
    EXPECT_EQ(sentence(sample(), Gap{.kind = GapKind::issue, .issue = share}),
              "No counted party rates any option of share.");
}

TEST(GapSentence, NamesTheOptionsThatLackAStance) {
    const auto of = [](IssueId issue, const std::vector<OptionId>& options) {
        return sentence(sample(), Gap{GapKind::stance, alta, issue, options});
    };
    EXPECT_EQ(of(inspect, {OptionId(1)}),
              "Alta has no stance on joint of inspect: unknown, so it never surely accepts it.");
    EXPECT_EQ(of(inspect, {OptionId(0), OptionId(2)}),
              "Alta has no stance on no and third of inspect: unknown, so it never surely accepts "
              "them.");
    EXPECT_EQ(of(inspect, {OptionId(0), OptionId(1), OptionId(2)}),
              "Alta has no stance on any option of inspect: unknown, so it never surely accepts "
              "them.");
}

TEST(GapSentence, CountsOptionsBeyondSix) {
    const Case wide = bound_value("{ unbracket = 1, party.alta = { name = Alta }, issue.share = {"
                                  "range = { min = 1, max = 10, step = 1 } } }");
    Gap gap = {GapKind::stance, alta, share, {}};
    for (std::size_t i = 0; i < 8; ++i) {
        gap.options.emplace_back(i);
    }
    EXPECT_EQ(sentence(wide, gap), "Alta has no stance on 1, 2, 3, 4, 5, 6 and 2 more of share: "
                                   "unknown, so it never surely accepts them.");
}

TEST(ContradictionSentence, NamesWhatCannotStandTogether) {
    const std::vector<EntryId> entries = {entry_of(sample(), "issue.term.stance.alta.five"),
                                          entry_of(sample(), "order.weight.alta")};
    EXPECT_EQ(sentence(sample(), Contradiction{.kind = ContradictionKind::no_reading,
                                               .party = alta,
                                               .entries = entries}),
              "No numbers for Alta agree with all of its entries: issue.term.stance.alta.five and "
              "order.weight.alta.");
    const std::vector<StatementId> statements = {StatementId(0), StatementId(1)};
    EXPECT_EQ(sentence(sample(), Contradiction{.kind = ContradictionKind::statements,
                                               .statements = statements}),
              "s1 and s2 contradict each other.");
    EXPECT_EQ(sentence(sample(), Contradiction{.kind = ContradictionKind::judgements,
                                               .party = alta,
                                               .draft = DraftId(1),
                                               .statements = statements}),
              "s1 and s2 say that Alta accepts and does not accept draft second.");
}

TEST(UnequalSentence, NamesBothSides) {
    EXPECT_EQ(sentence(sample(), UnequalCoding{share, {alta}, {bera}, {}}),
              "On share a hard limit for Alta, only a price for the Bera Towns; no alternative "
              "asks whether it should be so.");
    EXPECT_EQ(sentence(sample(), UnequalCoding{share, {alta, coda}, {bera}, {}}),
              "On share a hard limit for Alta and Coda, only a price for the Bera Towns; no "
              "alternative asks whether it should be so.");
}

TEST(UnequalSentence, NamesTheQuestionsThatAskForIt) {
    const Case asking = bound_value(weirs_but(
        "draft = {", "alternative.floor-price = { question = q, condition = {}, price = { "
                     "\"issue.share.curve.alta.redline\" = none } }, draft = {"));
    EXPECT_EQ(sentence(asking, UnequalCoding{share, {alta}, {bera}, {AlternativeId(0)}}),
              "On share a hard limit for Alta, only a price for the Bera Towns; asked by "
              "floor-price.");
}

TEST(MissingSentence, NamesBothStatementsAndTheEntry) {
    EXPECT_EQ(sentence(sample(), MissingAlternative{entry_of(sample(), "fallback.coda"),
                                                    StatementId(0), StatementId(1)}),
              "s1 and s2 contradict each other about fallback.coda, and no [alternative] keeps "
              "both.");
}

TEST(UnusedSentence, SaysWhatNoVerdictUsesAndWhatNothingNames) {
    EXPECT_EQ(sentence(Unused{UnusedKind::driver, {"d"}}),
              "Levers and costs, not used by the verdict yet: d.");
    EXPECT_EQ(
        sentence(Unused{UnusedKind::judgement, {"s1", "s2", "s3"}}),
        "Judgements that bind, but of drafts that are partly open or only \"not yet\", so that no "
        "verdict uses them: s1, s2 and s3.");
    EXPECT_EQ(sentence(Unused{UnusedKind::source, {"radio"}}),
              "Sources that no statement names: radio.");
    EXPECT_EQ(sentence(Unused{UnusedKind::switched_off, {"limit.x"}}),
              "Limits that are off and that no alternative switches on: limit.x.");
}

TEST(UnusedSentence, EndsInAFullStopForEveryKind) {
    for (const UnusedKind kind :
         {UnusedKind::driver, UnusedKind::step, UnusedKind::deadline, UnusedKind::ratification,
          UnusedKind::weight_order, UnusedKind::judgement, UnusedKind::source, UnusedKind::person,
          UnusedKind::document, UnusedKind::switched_off}) {
        const std::string text = sentence(Unused{kind, {"x"}});
        EXPECT_TRUE(text.ends_with(": x.")) << text;
        EXPECT_FALSE(name(kind).empty());
        EXPECT_EQ(name(kind).find(' '), std::string::npos) << name(kind);
    }
}

TEST(SwitchingQuestions, AreThoseWhoseAnswerTurnsTheLimitOn) {
    const Case asking = bound_value(weirs_but(
        "draft = {", "alternative = { water = { question = q, price = {}, condition = { "
                     "\"limit.all-water\" = on } }, other = { question = q, a = {}, b = { "
                     "\"limit.teams\" = off } } }, draft = {"));
    EXPECT_EQ(switching_questions(asking, entry_of(asking, "limit.all-water")),
              (std::vector<std::string>{"water"}));
    EXPECT_TRUE(switching_questions(asking, entry_of(asking, "limit.teams")).empty());
    EXPECT_TRUE(switching_questions(sample(), entry_of(sample(), "limit.all-water")).empty());
}

TEST(LintNames, AreTheWordsOfTheSchema) {
    EXPECT_EQ(name(GapKind::weight), "weight");
    EXPECT_EQ(name(GapKind::scale), "scale");
    EXPECT_EQ(name(ContradictionKind::no_reading), "no_reading");
    EXPECT_EQ(name(ContradictionKind::judgements), "judgements");
    EXPECT_EQ(name(UnusedKind::weight_order), "weight_order");
    EXPECT_EQ(name(UnusedKind::switched_off), "switched_off");
}

} // namespace
} // namespace unbracket::linting
