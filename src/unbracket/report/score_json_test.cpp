#include "unbracket/report/score_json.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace unbracket {
namespace {

using testing::bound_value;
using testing::entry_of;
using testing::shown;
using testing::weirs;

constexpr PartyId bera(1);

const Case& sample() {
    static const Case negotiation = bound_value(weirs);
    return negotiation;
}

DraftScore score_of(const Case& negotiation, std::string_view draft) {
    return score_draft(negotiation, appraise(negotiation), *negotiation.find_draft(draft));
}

/// A score of one outcome without any party, to be filled in.
DraftScore bare_score(Acceptance agreement) {
    DraftScore score;
    score.agreement = agreement;
    return score;
}

TEST(ScoreJson, HoldsWhatTheTextSays) {
    const Node data = score_json(sample(), score_of(sample(), "second"));
    EXPECT_EQ(shown(data, "draft"), "\"second\"");
    EXPECT_EQ(shown(data, "agreement"), "\"never\"");
    EXPECT_EQ(shown(data, "completions"), "1");
    EXPECT_EQ(shown(data, "broken"), "[]");
    EXPECT_EQ(shown(data, "parties.alta.accepts"), "\"never\"");
    EXPECT_EQ(shown(data, "parties.alta.required"), "true");
    EXPECT_EQ(shown(data, "parties.coda.required"), "false");
    EXPECT_EQ(shown(data, "parties.coda.counted"), "true");
    EXPECT_EQ(shown(data, "parties.dela.counted"), "false");
    EXPECT_EQ(shown(data, "parties.dela.surplus"), "[-2, 4]");
}

TEST(ScoreJson, NamesObjectionsByKind) {
    const Node data = score_json(sample(), score_of(sample(), "second"));
    const Node* alta_objections = data.find("parties")->find("alta")->find("objections");
    EXPECT_EQ(shown(alta_objections->items.at(0)),
              R"({kind: "red_line", entry: "issue.inspect.stance.alta.third", issue: "inspect", )"
              R"(option: "third", certain: true})");
    EXPECT_EQ(shown(alta_objections->items.at(1)),
              R"({kind: "value", entry: "fallback.alta", certain: false})");
    const Node* dela_objections = data.find("parties")->find("dela")->find("objections");
    EXPECT_EQ(shown(dela_objections->items.at(0)),
              R"({kind: "value", entry: null, certain: false})");
}

TEST(ScoreJson, TellsRulesFromNorms) {
    DraftScore score = bare_score(Acceptance::never);
    score.broken = {{.entry = entry_of(sample(), "rule.few")},
                    {.entry = entry_of(sample(), "limit.floor")}};
    EXPECT_EQ(shown(score_json(sample(), score), "broken"),
              R"([{kind: "rule", entry: "rule.few", certain: true}, )"
              R"({kind: "norm", entry: "limit.floor", certain: true}])");
}

TEST(ScoreJson, GivesNoNumberForWhatCannotBeCounted) {
    DraftScore score = bare_score(Acceptance::no_reading);
    score.completions = std::numeric_limits<std::uint64_t>::max();
    const Node data = score_json(sample(), score);
    EXPECT_EQ(shown(data, "completions"), "null");
    EXPECT_EQ(shown(data, "draft"), "null");
    EXPECT_EQ(shown(data, "agreement"), "\"no_reading\"");
    EXPECT_EQ(shown(data, "parties"), "{}");
}

TEST(ScoreJson, WritesExactSurplusWhenAsked) {
    PartyScore party;
    party.party = bera;
    party.surplus = Interval{Rational(1, 3), Rational(2)};
    DraftScore score = bare_score(Acceptance::surely);
    score.parties = {party};
    EXPECT_EQ(shown(score_json(sample(), score), "parties.bera.surplus"), "[0.333333333333, 2]");
    EXPECT_EQ(
        shown(score_json(sample(), score, {.numbers = JsonNumbers::exact}), "parties.bera.surplus"),
        "[\"1/3\", 2]");
}

} // namespace
} // namespace unbracket
