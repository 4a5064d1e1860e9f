// Drafts: what each says about each issue, its own words first, then what it came from, then
// `rest`.

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string start = "party = { alta = {}, bera = {} }, point = { 1 = p, 2 = q }, issue = { "
                          "x = { option = [a, b], status_quo = a, point = 1 }, y = { option = [k, "
                          "l, m], status_quo = l }, "
                          "z = { option = [r] } }, draft = { ";

/// What a draft says on x, y and z: options, then s(et), i(nherited), q(uo) or u(nknown).
std::string content(const std::string& drafts, std::size_t which) {
    const Case negotiation = testing::case_of(start + drafts + " }");
    std::string all;
    for (std::size_t at = 0; at < negotiation.issues.size(); ++at) {
        const DraftSetting& setting = negotiation.drafts[which].content[at];
        all += at == 0 ? "" : " ";
        for (const OptionId option : setting.options) {
            all += negotiation.issues[at].options[as_index(option)].key;
        }
        all += std::string("-") + "siqu"[static_cast<std::size_t>(setting.origin)];
        all += setting.is_unknown ? "?" : "";
    }
    return all;
}

TEST(BindDraft, SaysWhatItSetsAndNothingElse) {
    EXPECT_EQ(content("d.set = { x = b, y = [m, k] }", 0), "b-s km-s r-u?");
    EXPECT_EQ(content("d = {}", 0), "ab-u? klm-u? r-u?");
    EXPECT_EQ(content("d.set.y = unknown", 0), "ab-u? klm-s? r-u?");
}

TEST(BindDraft, FillsInTheStatusQuoWhereItSaysSo) {
    EXPECT_EQ(content("d = { set = { x = b, z = r }, rest = status_quo }", 0), "b-s l-q r-s");
    EXPECT_EQ(content("d = { set = { x = b, z = r }, rest = unknown }", 0), "b-s klm-u? r-s");
    EXPECT_EQ(testing::complaints_about(start + "d = { rest = status_quo } }"),
              "key draft.d: a draft leaves issue `z` to the status quo, which the issue does not "
              "name; add `status_quo` to the issue, or set the issue in the draft\n");
}

TEST(BindDraft, InheritsWhatItsAncestorSays) {
    EXPECT_EQ(content("d.set = { x = b, y = k }, e = { from = d, set.y = m }", 1), "b-i m-s r-u?");
    EXPECT_EQ(content("d.set.x = b, e.from = d, f = { from = e, set.z = r }", 2), "b-i klm-u? r-s");
    // The ancestor may stand behind.
    EXPECT_EQ(content("e = { from = d }, d.set.x = b", 0), "b-i klm-u? r-u?");
}

TEST(BindDraft, KeepsTheRestOfItsAncestorUnlessItHasItsOwn) {
    const std::string quo = "d = { set = { x = b, z = r }, rest = status_quo }, ";
    EXPECT_EQ(content(quo + "e = { from = d }", 1), "b-i l-q r-i");
    EXPECT_EQ(content(quo + "e = { from = d, rest = unknown }", 1), "b-i klm-u? r-i");
    EXPECT_EQ(content("d.set = { x = b, z = r }, e = { from = d, rest = status_quo }", 1),
              "b-i l-q r-i");
}

TEST(BindDraft, RefusesCyclesAndNamesThem) {
    EXPECT_EQ(
        testing::complaints_about(start + "d.from = d }"),
        "key draft.d: drafts inherit from each other: `d` from `d`; one of them must not have "
        "`from`\n");
    EXPECT_EQ(testing::complaints_about(start + "d.from = e, e.from = f, f.from = d }"),
              "key draft.d: drafts inherit from each other: `d` from `e` from `f` from `d`; one of "
              "them must not have `from`\n");
}

TEST(BindDraft, TakesItsOtherKeys) {
    const Case negotiation = testing::case_of(
        start + "d = { title = First, date = 2027-02-01, by = [bera], object = truce, on_table = "
                "unsure, text.x = \"The share.\", point.x = 4, point_count = 12, dropped = [3, "
                "\"7.1\"], merged = { 4 = [4, 7] } }, e = {} }");
    const Draft& d = negotiation.drafts[0];
    EXPECT_EQ(d.title, "First");
    EXPECT_EQ(d.by, (std::vector<PartyId>{PartyId(1)}));
    EXPECT_EQ(d.on_table, OnTable::unsure);
    EXPECT_TRUE(d.on_table_was_entered);
    EXPECT_EQ(d.texts[0].second, "The share.");
    EXPECT_EQ(d.point_numbers[0].second, "4");
    EXPECT_EQ(d.point_count, 12);
    EXPECT_EQ(d.dropped, (std::vector<std::string>{"3", "7.1"}));
    EXPECT_EQ(d.merged[0].second, (std::vector<std::string>{"4", "7"}));
    EXPECT_EQ(negotiation.drafts[1].on_table, OnTable::yes);
    EXPECT_FALSE(negotiation.drafts[1].on_table_was_entered);
}

TEST(BindDraft, ExistsFromItsDayOn) {
    const auto exists = [](const std::string& as_of) {
        return testing::case_of(start + "d.date = 2027-02-01, e = {} }, as_of = " + as_of)
            .drafts[0]
            .exists;
    };
    EXPECT_FALSE(exists("2027-01-31"));
    EXPECT_TRUE(exists("2027-02-01"));
}

TEST(BindDraft, RefusesTheRest) {
    const auto refused = [](const std::string& draft) {
        return testing::complaints_about(start + "d = { " + draft + " } }");
    };
    EXPECT_EQ(refused("set.x = c"),
              "draft.d.set.x: unknown option `c` of issue `x`; known: a, b\n");
    EXPECT_EQ(refused("set.w = c"), "key draft.d.set.w: unknown issue `w`; known: x, y, z\n");
    EXPECT_EQ(refused("seet.x = a"),
              "key draft.d.seet: unknown key `seet` in draft `d`; did you mean `set`?\n");
    EXPECT_EQ(refused("settings.x = a"),
              "key draft.d.settings: unknown key `settings` in draft `d`; known: title, date, by, "
              "from, object, said, on_table, set, rest, text, point, dropped, merged, "
              "point_count, visibility\n");
    EXPECT_EQ(refused("set = a"),
              "draft.d.set: `set` of a draft must be a table, not a text; write set = { ISSUE = "
              "\"OPTION\" }\n");
    EXPECT_EQ(refused("rest = open"),
              "draft.d.rest: `rest` cannot be `open`; known: unknown, status_quo\n");
    EXPECT_EQ(refused("on_table = maybe"),
              "draft.d.on_table: `on_table` cannot be `maybe`; known: yes, no, unsure\n");
    EXPECT_EQ(refused("from = e"), "draft.d.from: unknown draft `e`; known: d\n");
    EXPECT_EQ(refused("point_count = 1.5"),
              "draft.d.point_count: `point_count` must be a whole number\n");
    EXPECT_EQ(refused("text.x = [a]"),
              "draft.d.text.x: `text` must be a text or a number, not a list\n");
}

} // namespace
} // namespace unbracket
