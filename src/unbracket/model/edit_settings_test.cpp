#include "unbracket/model/edit.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

Node sample() {
    return parse_setting_value(R"({
        party = { alta = { name = Alta }, bera = { name = Bera } },
        agreement = { required = [alta, bera] },
        issue = {
            share = {
                range = { min = 10, max = 60, step = 2.5 },
                weight = { alta = high },
                stance.bera = { 10 = bad, "12.5" = tolerable },
                curve.alta = { ideal = 10, tolerable = 35, redline = "> 40" }
            },
            term = {
                option = { five = five, ten = ten, open_end = endless },
                stance.alta = "five > ten | open_end",
                stance.bera = { five = ideal, ten = [40, 60] }
            },
            seats = { option = [few, many], score.coda = { few = 1, many = 2 } }
        },
        fallback = { alta = { draft = first }, bera = [{ from = 2026-01-01, value = 30 }] },
        draft = { first = { set = { share = 30, term = [five, ten] } } },
        limit = [{ id = joint, party = alta, if.share = 35, needs.term = five },
                 { party = bera, never.term = ten }],
        rule = [{ forbid.term = ten }, { id = second, forbid.share = 60 }, { forbid.share = 10 }],
        bonus = [{ party = alta, when.term = five, value = 2 }],
        risk = [{ party = alta, option.term = five, loss = 3 },
                { party = alta, option.term = ten, loss = 4 }],
        said = [{ id = s1, supports = ["issue.share.curve.alta.redline", "rule.3"],
                  suggests = ["issue.share.curve.alta"] }],
        entry = [{ at = rule.second, firmness = tested }],
        alternative.plan = { question = q, strict = {}, loose = { "rule.second" = off } }
    })");
}

Setting setting(std::string address, std::string_view value) {
    return {std::move(address), parse_setting_value(value), {"--set", 1, 1}};
}

Node edited(std::string address, std::string_view value) {
    const Result<Node> result = with_settings(sample(), {setting(std::move(address), value)});
    if (!result) {
        ADD_FAILURE() << to_string(result.problems().front());
        return table_node();
    }
    return result.value();
}

Diagnostic refusal(std::string address, std::string_view value = "1") {
    const Result<Node> result = with_settings(sample(), {setting(std::move(address), value)});
    EXPECT_EQ(result.problems().size(), 1U);
    return result.ok() ? Diagnostic{} : result.problems().front();
}

const Node* at(const Node& document, std::initializer_list<std::string_view> keys) {
    const Node* node = &document;
    for (const std::string_view key : keys) {
        if (node != nullptr && node->kind == NodeKind::list) {
            const std::size_t element = static_cast<std::size_t>(key[0] - '0');
            node = element < node->items.size() ? &node->items[element] : nullptr;
        } else {
            node = node == nullptr ? nullptr : node->find(key);
        }
    }
    return node;
}

std::string text_at(const Node& document, std::initializer_list<std::string_view> keys) {
    const Node* node = at(document, keys);
    return node == nullptr ? "(absent)" : canonical_text(*node);
}

TEST(WithSettings, ReplacesAWeightAndNothingElse) {
    Node expected = sample();
    expected.find("issue")->find("share")->find("weight")->find("alta")->text = "low";
    EXPECT_EQ(canonical_text(edited("issue.share.weight.alta", "low")), canonical_text(expected));
}

TEST(WithSettings, CreatesAnEntryThatTheFileLacks) {
    EXPECT_EQ(text_at(edited("issue.term.weight.bera", "[2, 3]"), {"issue", "term", "weight"}),
              "{\"bera\":[2,3]}");
    EXPECT_EQ(text_at(edited("issue.term.stance.bera.open_end", "bad"),
                      {"issue", "term", "stance", "bera", "open_end"}),
              "\"bad\"");
    EXPECT_EQ(text_at(edited("intent.bera", "refuses"), {"intent", "bera"}), "\"refuses\"");
    EXPECT_EQ(text_at(edited("words.stance.acceptable", "[55, 90]"), {"words", "stance"}),
              "{\"acceptable\":[55,90]}");
    EXPECT_EQ(text_at(edited("agreement.at_least", "2"), {"agreement", "at_least"}), "2");
    EXPECT_EQ(text_at(edited("order.weight.alta", "share > term"), {"order", "weight", "alta"}),
              "\"share > term\"");
}

TEST(WithSettings, FindsTheOptionOfANumericIssueByItsValue) {
    EXPECT_EQ(
        text_at(edited("issue.share.stance.bera.10.0", "5"), {"issue", "share", "stance", "bera"}),
        "{\"10\":5,\"12.5\":\"tolerable\"}");
    EXPECT_EQ(
        text_at(edited("issue.share.stance.bera.12.50", "5"), {"issue", "share", "stance", "bera"}),
        "{\"10\":\"bad\",\"12.5\":5}");
    EXPECT_EQ(text_at(edited("issue.share.stance.bera.1.5e1", "5"),
                      {"issue", "share", "stance", "bera", "15"}),
              "5");
}

TEST(WithSettings, RefusesANumberThatTheIssueDoesNotReach) {
    EXPECT_EQ(refusal("issue.share.stance.bera.11").hint,
              "its options are the numbers from 10 to 60 in steps of 2.5");
    EXPECT_FALSE(refusal("issue.share.stance.bera.62.5").what.empty());
}

TEST(WithSettings, KeepsAnEntryThatSaysThereIsNoRedLine) {
    EXPECT_EQ(text_at(edited("issue.share.curve.alta.redline", "none"),
                      {"issue", "share", "curve", "alta", "redline"}),
              "\"none\"");
}

TEST(WithSettings, RemovesAnEntryThatIsSetToMissing) {
    const Node document = edited("issue.share.curve.alta.redline", "missing");
    EXPECT_EQ(text_at(document, {"issue", "share", "curve", "alta"}),
              "{\"ideal\":10,\"tolerable\":35}");
    EXPECT_EQ(text_at(edited("issue.share.weight.alta", "missing"), {"issue", "share", "weight"}),
              "(absent)");
    EXPECT_TRUE(edited("issue.term.weight.alta", "missing").same_content(sample()));
}

TEST(WithSettings, ReplacesAWholeFallbackWhateverItsForm) {
    EXPECT_EQ(text_at(edited("fallback.bera", "45"), {"fallback", "bera"}), "45");
    EXPECT_EQ(text_at(edited("fallback.alta", "30..40"), {"fallback", "alta"}), "[30,40]");
}

TEST(WithSettings, ReplacesAnOrderAsAWholeButNotOneOptionOfIt) {
    EXPECT_EQ(text_at(edited("issue.term.stance.alta", "ten > five"),
                      {"issue", "term", "stance", "alta"}),
              "\"ten > five\"");
    EXPECT_NE(
        refusal("issue.term.stance.alta.five").hint.find("`issue.term.stance.alta` as a whole"),
        std::string::npos);
}

TEST(WithSettings, SwitchesALimitOnAndOff) {
    EXPECT_EQ(text_at(edited("limit.joint", "off"), {"limit", "0", "status"}), "\"off\"");
    EXPECT_EQ(text_at(edited("limit.2", "on"), {"limit", "1", "status"}), "\"on\"");
    EXPECT_NE(refusal("limit.joint", "bad").what.find("on or off"), std::string::npos);
}

TEST(WithSettings, SetsFieldsAndConditionsOfElements) {
    EXPECT_EQ(text_at(edited("limit.joint.firmness", "tested"), {"limit", "0", "firmness"}),
              "\"tested\"");
    EXPECT_EQ(text_at(edited("limit.joint.needs.term", "[five, ten]"), {"limit", "0", "needs"}),
              "{\"term\":[\"five\",\"ten\"]}");
    EXPECT_EQ(text_at(edited("bonus.1", "[1, 4]"), {"bonus", "0", "value"}), "[1,4]");
    EXPECT_EQ(text_at(edited("risk.2", "7"), {"risk", "1", "loss"}), "7");
}

TEST(WithSettings, TakesARuleOutWhenItIsOffAndKeepsTheNumbersOfTheOthers) {
    const Node document = edited("rule.1", "off");
    EXPECT_EQ(text_at(document, {"rule"}),
              R"([{"id":"second","forbid":{"share":60}},{"forbid":{"share":10},"id":"3"}])");
    EXPECT_EQ(text_at(document, {"said", "0", "supports"}),
              R"(["issue.share.curve.alta.redline","rule.3"])");
    EXPECT_TRUE(edited("rule.second", "on").same_content(sample()));
}

TEST(WithSettings, RemovesTwoNumberedElementsInOneGo) {
    const Result<Node> result =
        with_settings(sample(), {setting("risk.1", "missing"), setting("risk.2", "off")});
    EXPECT_EQ(text_at(result.value(), {"risk"}), "[]");
}

TEST(WithSettings, LetsTwoAnswersTakeTheSameRuleOut) {
    EXPECT_TRUE(with_settings(sample(), {setting("rule.1", "off"), setting("rule.1", "off")}).ok());
}

TEST(WithSettings, LeavesNoReferenceToWhatItTookOut) {
    const Node redline = edited("issue.share.curve.alta.redline", "missing");
    EXPECT_EQ(text_at(redline, {"said", "0", "supports"}), "[\"rule.3\"]");
    EXPECT_EQ(text_at(redline, {"said", "0", "suggests"}), "[\"issue.share.curve.alta\"]");
    const Node curve = edited("issue.share.curve.alta", "missing");
    EXPECT_EQ(text_at(curve, {"said", "0", "suggests"}), "[]");
    const Node rule = edited("rule.second", "off");
    EXPECT_EQ(text_at(rule, {"entry"}), "[]");
    EXPECT_EQ(text_at(rule, {"alternative", "plan", "loose"}), "{}");
}

TEST(WithSettings, SetsWhatADraftSays) {
    EXPECT_EQ(text_at(edited("draft.first.set.share", "35"), {"draft", "first", "set", "share"}),
              "35");
    EXPECT_EQ(text_at(edited("draft.first.on_table", "no"), {"draft", "first", "on_table"}),
              "\"no\"");
}

TEST(WithSettings, SetsHowTheJudgementsOfAStatementCount) {
    EXPECT_EQ(text_at(edited("said.s1.use", "binds"), {"said", "0", "use"}), "\"binds\"");
    EXPECT_EQ(refusal("said.s2.use").what, "`said.s2.use`: unknown statement `s2`");
    EXPECT_EQ(refusal("said.s1.claim").hint, "known: `use`");
    EXPECT_EQ(refusal("said.s1").hint, "write it as said.STATEMENT.use");
}

TEST(WithSettings, NamesTheBeginningsOfAddressesOnce) {
    const Diagnostic problem = refusal("elsewhere.x");
    EXPECT_EQ(problem.what, "`elsewhere.x`: not an address of the case");
    EXPECT_EQ(problem.hint.find("an address begins with `issue`, `fallback`"), 0U);
}

TEST(WithSettings, NamesTheNearestSpellingOfEveryUnknownPart) {
    EXPECT_EQ(refusal("isue.term.weight.alta").hint, "did you mean `issue`?");
    EXPECT_EQ(refusal("issue.tern.weight.alta").hint, "did you mean `term`?");
    EXPECT_EQ(refusal("issue.term.wieght.alta").hint, "did you mean `weight`?");
    EXPECT_EQ(refusal("issue.term.weight.atla").hint, "did you mean `alta`?");
    EXPECT_EQ(refusal("issue.term.stance.bera.fvie").hint, "did you mean `five`?");
    EXPECT_EQ(refusal("issue.seats.stance.bera.fwe").hint, "did you mean `few`?");
    EXPECT_EQ(refusal("issue.share.curve.alta.redlin").hint, "did you mean `redline`?");
    EXPECT_EQ(refusal("rule.secnd").hint, "did you mean `second`?");
    EXPECT_EQ(refusal("limit.joint.frmness").hint, "did you mean `firmness`?");
    EXPECT_EQ(refusal("draft.frist.on_table").hint, "did you mean `first`?");
    EXPECT_EQ(refusal("words.stance.idael").hint, "did you mean `ideal`?");
}

TEST(WithSettings, RefusesAddressesOfTheWrongLength) {
    for (const char* address :
         {"", "issue", "issue.term", "issue.term.weight", "issue.term.weight.alta.five",
          "issue.share.curve.alta.ideal.x", "fallback", "fallback.alta.x", "limit", "draft.first",
          "draft.first.set", "agreement", "words.stance", "order.weight", "bonus.2", "rule.0",
          "limit.joint.needs.term.five", "issue.term.order.alta.five", "intent."}) {
        EXPECT_FALSE(refusal(address).what.empty()) << address;
    }
}

TEST(WithSettings, DoesNotReachBelowWhatIsNoTable) {
    const Node document = parse_setting_value(
        "{ party.p = {}, issue.x = { option = [a], score.p = 5 }, intent = 3 }");
    const Result<Node> result =
        with_settings(document, {setting("issue.x.score.p.a", "40"), setting("intent.p", "seeks")});
    ASSERT_EQ(result.problems().size(), 2U);
    EXPECT_EQ(result.problems()[1].what, "`intent.p` lies below a value that is no table");
}

TEST(WithSettings, ReportsAllProblemsWithThePlacesOfTheSettings) {
    const Result<Node> result =
        with_settings(sample(), {{"fallback.x", number_node("1"), {"a.toml", 3, 1}},
                                 setting("fallback.alta", "3"),
                                 {"rule.x", text_node("off"), {"a.toml", 9, 2}}});
    ASSERT_EQ(result.problems().size(), 2U);
    EXPECT_EQ(result.problems()[0].where.line, 3U);
    EXPECT_EQ(result.problems()[1].where.line, 9U);
}

TEST(WithSettings, GivesANewValueThePlaceOfItsSetting) {
    const Node document = edited("fallback.bera", "45");
    EXPECT_EQ(at(document, {"fallback", "bera"})->at.file, "--set");
}

} // namespace
} // namespace unbracket
