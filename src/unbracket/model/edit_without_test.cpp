#include "unbracket/model/edit.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

Node sample() {
    return parse_setting_value(R"({
        party = { alta = { name = Alta }, bera = { name = Bera } },
        person = { minister = { party = alta, speaks = true }, clerk = { party = alta } },
        source.radio = { title = Radio },
        issue = {
            share = {
                range = { min = 10, max = 60, step = 5 },
                weight = { alta = high, bera = low },
                stance.bera = { 10 = bad, 20 = ideal },
                curve.alta = { ideal = 10, tolerable = 35, redline = "> 40" }
            },
            term = { option = [five, ten], stance.alta = "five > ten", score.coda = { five = 1 } }
        },
        fallback = { alta = 30, bera = 40 },
        limit = [{ party = alta, needs.term = five }, { party = bera, never.term = ten }],
        rule = [{ forbid.term = ten }],
        change = [{ date = 2026-02-01, said = [s1], set = { "fallback.alta" = 35 } },
                  { date = 2026-02-02, said = [s1, s2], set = { "fallback.bera" = 45 } },
                  { date = 2026-02-03, set = { "limit.1" = off } }],
        driver = [{ id = d, said = [s3], moves = { "fallback.alta" = -5 } }],
        event = [{ id = e, said = [s1, s3] }, { id = f, said = [s1, s4] }],
        step = [{ first.term = five, said = [s3] }],
        deadline = [{ date = 2026-06-01 }],
        document.water = { title = w, said = [s1] },
        draft.first = { set.share = 20, said = [s1, s2] },
        quantity.flow = { claims = [{ said = s1, value = 3 }, { said = s2, value = 4 }] },
        said = [
            { id = s1, person = minister, source = radio,
              supports = ["issue.share.curve.alta.redline", "fallback.alta"] },
            { id = s2, attribution = official, speaks_for = bera, supports = ["fallback.alta"],
              relays = s1, stance_to_it = distances, contradicts = [s1, s3], same_as = s3 },
            { id = s3, attribution = anonymous, speaks_for = bera, source = "Daily Post",
              suggests = ["issue.share.curve.alta", "limit.1", "issue.term.stance.alta"],
              supersedes = [s1] },
            { id = s4, person = clerk, attribution = expert,
              supports = ["issue.share.stance.bera.10.0", "issue.share.stance.bera.20"] }
        ],
        entry = [{ at = limit.1, firmness = tested }, { at = limit.2, firmness = tested }],
        alternative.a = { question = q, on = { "limit.1" = on }, off = { "limit.2" = off } }
    })");
}

Node without(const std::vector<std::string>& selectors) {
    const Result<Node> result = without_statements(sample(), selectors);
    if (!result) {
        ADD_FAILURE() << to_string(result.problems().front());
        return table_node();
    }
    return result.value();
}

std::string text_at(const Node& document, std::initializer_list<std::string_view> keys) {
    const Node* node = &document;
    for (const std::string_view key : keys) {
        node = node == nullptr ? nullptr : node->find(key);
    }
    return node == nullptr ? "(absent)" : canonical_text(*node);
}

std::string ids_left(const Node& document) {
    std::string ids;
    for (const Node& statement : document.find("said")->items) {
        ids += statement.find("id")->text + " ";
    }
    return ids;
}

TEST(WithoutStatements, CountsAnAddressThatStandsWithoutBrackets) {
    const auto left = [](const std::string& selector) {
        const Node document = parse_setting_value(
            "{ party.alta = {}, fallback.alta = 30, said = [{ id = s1, supports = fallback.alta }, "
            "{ id = s2, suggests = [fallback.alta] }] }");
        return without_statements(document, {selector}).value().find("fallback") != nullptr &&
               without_statements(document, {selector}).value().find("fallback")->find("alta") !=
                   nullptr;
    };
    EXPECT_TRUE(left("s2"));
    EXPECT_TRUE(left("s1"));
    EXPECT_FALSE(left("anonymous"));
}

TEST(WithoutStatements, ChangesNothingWithoutASelector) {
    EXPECT_TRUE(without({}).same_content(sample()));
}

TEST(WithoutStatements, DropsASingleStatementById) {
    EXPECT_EQ(ids_left(without({"s2"})), "s1 s3 s4 ");
}

TEST(WithoutStatements, DropsAClassOfSpeakers) {
    EXPECT_EQ(ids_left(without({"anonymous", "expert"})), "s1 s2 ");
    EXPECT_EQ(ids_left(without({"named"})), "s2 s3 s4 ");
    EXPECT_EQ(ids_left(without({"narrator"})), "s1 s2 s3 s4 ");
}

TEST(WithoutStatements, TakesUnmarkedStatementsAsNamedWithAPersonAndElseAsAnonymous) {
    const Node document =
        parse_setting_value("{ person.p = {}, said = [{ id = s1, person = p }, { id = s2 }] }");
    EXPECT_EQ(ids_left(without_statements(document, {"named"}).value()), "s2 ");
    EXPECT_EQ(ids_left(without_statements(document, {"anonymous"}).value()), "s1 ");
}

TEST(WithoutStatements, DropsASourceWhetherItHasAnIdOrIsFreeText) {
    EXPECT_EQ(ids_left(without({"source:radio"})), "s2 s3 s4 ");
    EXPECT_EQ(ids_left(without({"source:Daily Post"})), "s1 s2 s4 ");
}

TEST(WithoutStatements, DropsThoseWhoSpeakForAPartyAlsoWhenOnlyThePersonSaysSo) {
    EXPECT_EQ(ids_left(without({"speaker:bera"})), "s1 s4 ");
    EXPECT_EQ(ids_left(without({"speaker:alta"})), "s2 s3 s4 ");
}

TEST(WithoutStatements, RemovesAnEntryOnlyWhenAllItsStatementsGo) {
    EXPECT_EQ(text_at(without({"s1"}), {"fallback", "alta"}), "30");
    EXPECT_EQ(text_at(without({"s1", "s2"}), {"fallback"}), "{\"bera\":40}");
}

TEST(WithoutStatements, KeepsAnEntryThatNeverHadAStatement) {
    const Node document = without({"s1", "s2", "s3", "s4"});
    EXPECT_EQ(text_at(document, {"fallback"}), "{\"bera\":40}");
    EXPECT_EQ(text_at(document, {"issue", "share", "weight"}),
              "{\"alta\":\"high\",\"bera\":\"low\"}");
    EXPECT_EQ(document.find("rule")->items.size(), 1U);
}

TEST(WithoutStatements, CountsAStatementAboutAWholeCurveForEachOfItsKnots) {
    EXPECT_EQ(text_at(without({"s1"}), {"issue", "share", "curve", "alta"}),
              "{\"ideal\":10,\"tolerable\":35,\"redline\":\"> 40\"}");
    EXPECT_EQ(text_at(without({"s3"}), {"issue", "share", "curve", "alta"}),
              "{\"redline\":\"> 40\"}");
    EXPECT_EQ(text_at(without({"s1", "s3"}), {"issue", "share", "curve"}), "(absent)");
}

TEST(WithoutStatements, MatchesOptionsOfNumericIssuesByValue) {
    EXPECT_EQ(text_at(without({"s4"}), {"issue", "share", "stance"}), "(absent)");
}

TEST(WithoutStatements, RemovesAnOrderAndALimitAndKeepsTheNumbersOfTheOthers) {
    const Node document = without({"s3"});
    EXPECT_EQ(text_at(document, {"issue", "term", "stance"}), "(absent)");
    EXPECT_EQ(text_at(document, {"limit"}),
              R"([{"party":"bera","never":{"term":"ten"},"id":"2"}])");
    EXPECT_EQ(text_at(document, {"entry"}), R"([{"at":"limit.2","firmness":"tested"}])");
    EXPECT_EQ(text_at(document, {"alternative", "a"}),
              R"({"question":"q","on":{},"off":{"limit.2":"off"}})");
}

TEST(WithoutStatements, LeavesNoReferenceToADroppedStatement) {
    const Node document = without({"s1", "s3"});
    const Node& second = document.find("said")->items.front();
    EXPECT_EQ(canonical_text(second), R"({"id":"s2","attribution":"official","speaks_for":"bera",)"
                                      R"("supports":["fallback.alta"],"contradicts":[]})");
    EXPECT_EQ(text_at(document, {"quantity", "flow", "claims"}), R"([{"said":"s2","value":4}])");
    EXPECT_EQ(text_at(document, {"event"}), R"([{"id":"f","said":["s4"]}])");
    EXPECT_EQ(text_at(document, {"driver"}), "[]");
    EXPECT_EQ(text_at(document, {"step"}), "[]");
    EXPECT_EQ(text_at(document, {"deadline"}), R"([{"date":"2026-06-01"}])");
    EXPECT_EQ(text_at(document, {"document", "water", "said"}), "[]");
    EXPECT_EQ(text_at(document, {"draft", "first", "said"}), R"(["s2"])");
}

TEST(WithoutStatements, DropsAChangeThatRestsOnNothingElse) {
    EXPECT_EQ(text_at(without({"s1"}), {"change"}),
              R"([{"date":"2026-02-02","said":["s2"],"set":{"fallback.bera":45}},)"
              R"({"date":"2026-02-03","set":{"limit.1":"off"}}])");
}

TEST(WithoutStatements, DropsAChangeOfAnEntryThatIsGone) {
    EXPECT_EQ(text_at(without({"s3"}), {"change"}),
              R"([{"date":"2026-02-01","said":["s1"],"set":{"fallback.alta":35}},)"
              R"({"date":"2026-02-02","said":["s1","s2"],"set":{"fallback.bera":45}}])");
}

TEST(WithoutStatements, RefusesUnknownSelectorsAllAtOnceWithTheNearestSpelling) {
    const Result<Node> result = without_statements(
        sample(), {"s11", "anonymus", "source:radjo", "speaker:brea", "source:nowhere at all"});
    ASSERT_EQ(result.problems().size(), 5U);
    EXPECT_EQ(result.problems()[0].hint, "did you mean `s1`?");
    EXPECT_EQ(result.problems()[1].hint, "did you mean `anonymous`?");
    EXPECT_EQ(result.problems()[2].hint, "did you mean `radio`?");
    EXPECT_EQ(result.problems()[3].hint, "did you mean `bera`?");
    EXPECT_NE(result.problems()[4].what.find("`nowhere at all`"), std::string::npos);
}

TEST(WithoutStatements, RefusesSelectorsThatNameNobody) {
    const Result<Node> result = without_statements(sample(), {"source:", "speaker:"});
    ASSERT_EQ(result.problems().size(), 2U);
    EXPECT_EQ(result.problems()[0].what, "`source:` names nothing");
    EXPECT_EQ(result.problems()[0].hint, "write source:ID");
    EXPECT_EQ(result.problems()[1].what, "`speaker:` names nothing");
    EXPECT_EQ(result.problems()[1].hint, "write speaker:PARTY");
}

TEST(WithoutStatements, AcceptsAKnownPartyOrSourceThatSaidNothing) {
    Node document = sample();
    add_member(*document.find("party"), "coda", table_node());
    EXPECT_TRUE(without_statements(document, {"speaker:coda"}).value().same_content(document));
}

} // namespace
} // namespace unbracket
