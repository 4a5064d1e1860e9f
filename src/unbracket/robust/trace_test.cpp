#include "unbracket/robust/trace.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

using testing::loaded_value;

const char* const talks = R"({
    unbracket = 1, as_of = 2027-05-01, party = { alta = {}, bera = {} },
    issue.road = { option = [up, down, both], weight = { alta = 10, bera = 10 },
        stance = { alta = { up = 90, down = redline, both = 40 },
                   bera = { up = redline, down = 80, both = 60 } } },
    fallback = { alta = 50, bera = { draft = may } },
    limit = [{ id = level, party = alta, never.road = down }],
    draft = { may = { set.road = both, said = s1 }, june = { from = may, set.road = up } },
    said = [{ id = s1, who = w, claim = c, supports = fallback.alta },
            { id = s2, who = v, claim = c, suggests = [fallback.alta, limit.level],
              judgement.bera = "prefers june to may", contradicts = s1 },
            { id = s3, who = u, claim = c, relays = s1, supersedes = s2, alternative = height },
            { id = may, who = u, claim = c },
            { id = later, who = u, claim = c, date = 2027-06-01, supports = fallback.alta }],
    alternative.height = { question = "How high?", low = { "fallback.alta" = 10 },
                           high = { "fallback.alta" = 95 } },
    quantity.q.claims = [{ said = s2, value = 1 }],
    driver = [{ id = toll, on = alta, moves = { "fallback.alta" = [-5, 0] }, said = s1 }],
    change = [{ date = 2027-06-01, said = s2, set = { "fallback.alta" = 60 } }],
    event = [{ id = e, date = 2027-04-01, drafts = may }]
})";

LoadedCase loaded_talks() {
    return loaded_value(talks);
}

Trace traced(const std::string& name) {
    const LoadedCase loaded = loaded_talks();
    const Result<Traced> thing = traced_thing(loaded.negotiation, name);
    EXPECT_TRUE(thing.ok()) << name;
    return thing ? trace(loaded, thing.value()) : Trace{};
}

std::string statements(const std::vector<StatementId>& ids) {
    const Case negotiation = loaded_talks().negotiation;
    std::string text;
    for (const StatementId id : ids) {
        text += (text.empty() ? "" : " ") + negotiation.statement(id).key;
    }
    return text;
}

std::string entries(const std::vector<EntryId>& ids) {
    const Case negotiation = loaded_talks().negotiation;
    std::string text;
    for (const EntryId id : ids) {
        text += (text.empty() ? "" : " ") + negotiation.entry(id).address;
    }
    return text;
}

std::string complaint(const std::string& name) {
    const Result<Traced> thing = traced_thing(loaded_talks().negotiation, name);
    EXPECT_FALSE(thing.ok()) << name;
    return thing ? "" : thing.problems().front().what + "; " + thing.problems().front().hint;
}

template <class Kind>
bool is_a(const std::string& name) {
    const Result<Traced> thing = traced_thing(loaded_talks().negotiation, name);
    return thing.ok() && std::holds_alternative<Kind>(thing.value());
}

TEST(TracedThing, IsFoundByAddressOrId) {
    EXPECT_TRUE(is_a<EntryId>("fallback.alta"));
    EXPECT_TRUE(is_a<StatementId>("s1"));
    EXPECT_TRUE(is_a<StatementId>("said.may"));
    EXPECT_TRUE(is_a<StatementId>("said.s2.use"));
    EXPECT_TRUE(is_a<DraftId>("june"));
    EXPECT_TRUE(is_a<DraftId>("draft.may.set.road"));
    EXPECT_TRUE(is_a<AlternativeId>("height"));
    EXPECT_TRUE(is_a<std::vector<EntryId>>("issue.road"));
}

TEST(TracedThing, NamesWhatIsNearAndWhatIsMeantTwice) {
    EXPECT_EQ(complaint("fallback.atla"), "nothing in the case is called `fallback.atla`; did you "
                                          "mean `fallback.alta` or `fallback.bera`?");
    EXPECT_EQ(complaint("issue.raod.weight.alta"),
              "nothing in the case is called `issue.raod.weight.alta`; did you mean "
              "`issue.road.weight.alta` or `issue.road.weight.bera`?");
    EXPECT_EQ(complaint("may"), "`may` names more than one thing; write `said.may` or `draft.may`");
    EXPECT_EQ(complaint("something else altogether"),
              "nothing in the case is called `something else altogether`; name an address such as "
              "fallback.PARTY, or the id of a statement, a draft or an alternative");
    EXPECT_NE(complaint(std::string(5'000, 'x')), "");
}

TEST(Trace, OfAnEntryLeadsToItsStatementsAndToWhatSetsIt) {
    const Trace found = traced("fallback.alta");
    EXPECT_EQ(statements(found.reported_by), "s1");
    EXPECT_EQ(statements(found.inferred_from), "s2");
    EXPECT_EQ(found.voices, 2U);
    EXPECT_EQ(found.alternatives.size(), 1U);
    ASSERT_EQ(found.records.size(), 1U); // the change lies ahead
    EXPECT_EQ(found.records[0].kind, RecordKind::driver);
    EXPECT_TRUE(found.can_move_verdict);
}

TEST(Trace, OfAnEntryShowsTheVerdictWithItUnknown) {
    const Trace found = traced("fallback.alta");
    EXPECT_EQ(found.verdict, VerdictKind::no_agreement);
    EXPECT_EQ(found.without, VerdictKind::depends);
    ASSERT_FALSE(found.conflicts.empty());
    for (const TracedConflict& conflict : found.conflicts) {
        EXPECT_NE(entries(conflict.entries).find("fallback.alta"), std::string::npos);
    }
    EXPECT_TRUE(found.conflicts_are_all);
}

TEST(Trace, OfALimitShowsTheVerdictWithoutIt) {
    const Trace found = traced("limit.level");
    EXPECT_EQ(statements(found.inferred_from), "s2");
    EXPECT_EQ(found.without, VerdictKind::no_agreement);
}

TEST(Trace, OfAStatementLeadsToWhatRestsOnIt) {
    const Trace found = traced("s2");
    EXPECT_EQ(entries(found.entries), "fallback.alta limit.level");
    EXPECT_EQ(entries(found.alone), "limit.level");
    EXPECT_EQ(statements(found.superseded_by), "s3");
    EXPECT_EQ(statements(found.contradicts), "s1");
    ASSERT_EQ(found.records.size(), 1U); // the change lies ahead
    EXPECT_EQ(found.records[0].kind, RecordKind::quantity);
    EXPECT_EQ(found.without, VerdictKind::no_agreement);
    EXPECT_EQ(statements(traced("s1").relayed_by), "s3");
    EXPECT_EQ(statements(traced("s1").contradicts), "s2");
    EXPECT_EQ(traced("s3").alternatives.size(), 1U);
}

TEST(Trace, OfADraftLeadsToWhoJudgesItAndWhatIsAsGood) {
    const Trace found = traced("draft.may");
    EXPECT_EQ(statements(found.reported_by), "s1");
    EXPECT_EQ(entries(found.entries), "fallback.bera");
    EXPECT_EQ(statements(found.judged_by), "s2");
    ASSERT_EQ(found.records.size(), 2U);
    EXPECT_EQ(found.records[0].kind, RecordKind::draft);
    EXPECT_EQ(found.records[1].kind, RecordKind::event);
}

TEST(Trace, OfAQuestionGivesTheVerdictUnderEachAnswer) {
    const Trace found = traced("height");
    EXPECT_EQ(statements(found.reported_by), "s3");
    EXPECT_EQ(entries(found.entries), "fallback.alta");
    ASSERT_EQ(found.answers.size(), 2U);
    EXPECT_EQ(found.answers[0].verdict, VerdictKind::agreement);
    EXPECT_EQ(found.answers[1].verdict, VerdictKind::no_agreement);
}

TEST(Trace, OfAnAddressAboveEntriesGathersThem) {
    const Trace found = traced("fallback");
    EXPECT_EQ(entries(found.entries), "fallback.alta fallback.bera");
    EXPECT_EQ(statements(found.reported_by), "s1");
    EXPECT_FALSE(found.without.has_value());
}

} // namespace
} // namespace unbracket
