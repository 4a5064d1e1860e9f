#include "unbracket/report/show_json.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::bound_value;
using testing::shown;
using testing::weirs;
using testing::weirs_but;

Node data_of(const Case& negotiation) {
    return show_json(negotiation);
}

/// The element of a list with that id, or with that entry.
const Node& element(const Node& data, std::string_view list, std::string_view id) {
    const Node* found = data.find(list);
    EXPECT_NE(found, nullptr) << list;
    for (const Node& item : found->items) {
        const Node* key = item.find("id") != nullptr ? item.find("id") : item.find("entry");
        if (key != nullptr && key->text == id) {
            return item;
        }
    }
    ADD_FAILURE() << list << " has no " << id;
    return found->items.at(0);
}

TEST(ShowJson, HoldsTheAgreementRule) {
    EXPECT_EQ(shown(data_of(bound_value(weirs)), "agreement"),
              R"({required: ["alta", "bera"], counted: ["alta", "bera", "coda"], at_least: 2})");
    const Case plain = bound_value(weirs_but(", at_least = 2", ""));
    EXPECT_EQ(shown(data_of(plain), "agreement.at_least"), "null");
}

TEST(ShowJson, GivesEveryPartyTheSameKeys) {
    const Node data = data_of(bound_value(weirs));
    const Node& first = data.find("parties")->items.at(0);
    for (const Node& party : data.find("parties")->items) {
        ASSERT_EQ(party.members.size(), first.members.size());
        for (std::size_t i = 0; i < first.members.size(); ++i) {
            EXPECT_EQ(party.members[i].key, first.members[i].key);
        }
    }
}

TEST(ShowJson, HoldsWhatAPartyHasWithoutAgreement) {
    const Node data = data_of(bound_value(weirs));
    EXPECT_EQ(shown(element(data, "parties", "alta"), "fallback.value"), R"({draft: "first"})");
    EXPECT_EQ(shown(element(data, "parties", "alta"), "fallback.trend"), "\"falling\"");
    EXPECT_EQ(shown(element(data, "parties", "bera"), "fallback.value"), "[30, 45]");
    EXPECT_EQ(shown(element(data, "parties", "bera"), "fallback.trend"), "null");
    EXPECT_EQ(shown(element(data, "parties", "dela"), "fallback"), "null");
}

TEST(ShowJson, HoldsIntentAndOrderOfWeights) {
    const Node data = data_of(bound_value(weirs));
    EXPECT_EQ(shown(element(data, "parties", "bera"), "intent.value"), "\"doubtful\"");
    EXPECT_EQ(shown(element(data, "parties", "alta"), "intent"), "null");
    EXPECT_EQ(shown(element(data, "parties", "alta"), "weight_order.value"),
              "\"share > inspect = term\"");
}

TEST(ShowJson, HoldsTheRangeOfANumberAndNullForOtherIssues) {
    const Node data = data_of(bound_value(weirs));
    EXPECT_EQ(shown(element(data, "issues", "share"), "range"),
              R"({min: 10, max: 60, step: 10, unit: "%"})");
    EXPECT_EQ(shown(element(data, "issues", "share"), "status_quo"), "20");
    EXPECT_EQ(shown(element(data, "issues", "inspect"), "range"), "null");
    EXPECT_EQ(shown(element(data, "issues", "inspect"), "status_quo"), "null");
}

TEST(ShowJson, TellsRedLinesWithWhatTheyAreWorthOnceOpened) {
    const Node data = data_of(bound_value(weirs));
    const Node& inspect = element(data, "issues", "inspect");
    EXPECT_EQ(shown(inspect, "parties.alta.stances.third"),
              R"x({entry: "issue.inspect.stance.alta.third", value: "redline", )x"
              R"x(text: "red line (bad)", basis: "reported", firmness: null, )x"
              R"x(worth_if_opened: "bad"})x");
    EXPECT_EQ(shown(inspect, "parties.alta.stances.no.worth_if_opened"), "null");
    EXPECT_EQ(shown(inspect, "parties.dela.scores.joint.worth_if_opened"), "0");
}

TEST(ShowJson, HoldsOrdersAndCurves) {
    const Node data = data_of(bound_value(weirs));
    EXPECT_EQ(shown(element(data, "issues", "inspect"), "parties.bera.order.value"),
              "\"third > joint | no\"");
    EXPECT_EQ(shown(element(data, "issues", "share"), "parties.bera.curve.bad.value"), "50");
    EXPECT_EQ(shown(element(data, "issues", "share"), "parties.bera.curve.redline.value"),
              "\"none\"");
}

TEST(ShowJson, TellsWhichLimitsAreOffAndWhoseTheyAre) {
    const Node data = data_of(bound_value(weirs));
    EXPECT_EQ(shown(element(data, "limits", "limit.all-water"), "on"), "false");
    EXPECT_EQ(shown(element(data, "limits", "limit.all-water"), "title"), "null");
    EXPECT_EQ(shown(element(data, "limits", "limit.teams"), "firmness"), "\"declared\"");
    EXPECT_EQ(shown(element(data, "limits", "limit.floor"), "party"), "\"norm\"");
}

TEST(ShowJson, HoldsConditionsAsTheFileDoes) {
    const Node data = data_of(bound_value(weirs));
    EXPECT_EQ(shown(element(data, "bonuses", "bonus.pair"), "when"),
              R"({inspect: "joint", term: "five"})");
    EXPECT_EQ(shown(element(data, "risks", "risk.leak"), "option"), R"({inspect: "third"})");
    EXPECT_EQ(shown(element(data, "rules", "rule.few"), "value.at_most"), "1");
}

TEST(ShowJson, HoldsDraftsAndStatementsOfTheDate) {
    const Node data = data_of(bound_value(weirs_but("as_of = 2026-05-01", "as_of = 2026-03-31")));
    EXPECT_EQ(data.find("drafts")->items.size(), 1U);
    EXPECT_EQ(data.find("statements")->items.size(), 1U);
    EXPECT_EQ(shown(element(data, "drafts", "first"), "content"),
              R"({share: 30, inspect: "joint", term: ["five", "ten"]})");
}

TEST(ShowJson, HoldsNullForContentThatIsNotKnown) {
    const Node data =
        data_of(bound_value(weirs_but("set = { share = 40, inspect = third, term = five }",
                                      "set = { term = five }, rest = unknown")));
    EXPECT_EQ(shown(element(data, "drafts", "second"), "content"),
              R"({share: null, inspect: null, term: "five"})");
}

TEST(ShowJson, HoldsOpenQuestionsWithTheirAnswers) {
    const Node data = data_of(bound_value(weirs_but(
        "draft = {", "alternative.price = { question = q, a = {}, b = { \"limit.teams\" = off } }, "
                     "draft = {")));
    const std::string text = shown(element(data, "alternatives", "price"));
    EXPECT_NE(text.find("question: \"q\""), std::string::npos) << text;
    EXPECT_NE(text.find("\"b\""), std::string::npos) << text;
}

TEST(ShowJson, TellsWhichRangesWordsStandFor) {
    const Node data = data_of(bound_value(weirs));
    EXPECT_EQ(shown(data, "words.stances.acceptable"), "[60, 90]");
    EXPECT_EQ(shown(data, "words.weights.none"), "0");
    EXPECT_EQ(shown(data, "words.no_weight"), "[0, 40]");
}

TEST(ShowJson, HoldsTextsAndClauses) {
    const Node option = data_of(bound_value(
        weirs_but("\"joint teams\"", "{ title = \"joint teams\", text = \"Teams of both.\" }")));
    const Node& joint = element(element(option, "issues", "inspect"), "options", "joint");
    EXPECT_EQ(shown(joint, "text"), "\"Teams of both.\"");
    const Node draft = data_of(bound_value(
        weirs_but("set = { share = 30,", "text = { share = \"A third.\" }, set = { share = 30,")));
    EXPECT_EQ(shown(element(draft, "drafts", "first"), "texts"), "{share: \"A third.\"}");
    EXPECT_EQ(shown(element(draft, "drafts", "second"), "texts"), "{}");
    EXPECT_EQ(shown(element(draft, "points", "2"), "title"), "\"Inspection\"");
    EXPECT_EQ(shown(element(draft, "points", "2"), "document"), "null");
}

TEST(ShowJson, TellsWhichOptionsNobodySpokeOf) {
    const Node data = data_of(bound_value(weirs));
    const Node& inspect = element(data, "issues", "inspect");
    EXPECT_EQ(shown(element(inspect, "options", "third"), "invented"), "false");
    EXPECT_EQ(shown(element(inspect, "options", "joint"), "invented"), "true");
}

TEST(ShowJson, CallsNothingInventedWhereNothingWasSaidAboutOptions) {
    std::string text =
        weirs_but(",\n              supports = [\"issue.inspect.stance.alta.third\"]", "");
    const std::string_view curve = "supports = [\"issue.share.curve.alta.redline\"], ";
    text.erase(text.find(curve), curve.size());
    const Node data = data_of(bound_value(text));
    const Node& inspect = element(data, "issues", "inspect");
    EXPECT_EQ(shown(element(inspect, "options", "joint"), "invented"), "null");
}

} // namespace
} // namespace unbracket
