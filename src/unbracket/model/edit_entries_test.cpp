#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_tree.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string text = R"(party = { alta = {}, bera = {} },
    issue = {
        n = { range = { min = 0, max = 10, step = 2.5 }, weight.alta = 1,
              curve.alta = { ideal = 0, bad = 10, redline = "> 7.5" } },
        x = { option = [a, b], stance = { alta = "a > b", bera = { a = 1, b = 2 } },
              order.bera = "b > a" } },
    fallback.alta = 3, intent.bera = seeks, order.weight.alta = "n > x",
    rule = [{ forbid.x = a }, { id = r, forbid.x = b }],
    limit = [{ party = norm, never.x = a }], bonus = [{ party = bera, when.x = a, value = 1 }],
    risk = [{ id = k, party = bera, option.x = a, loss = 1 }])";

TEST(EntryPlaces, AreTheEntriesOfTheBoundCaseInTheirOrder) {
    const testing::Sketch sketch(text);
    const Case negotiation = testing::case_of(text);
    std::string places, entries;
    for (const EntryPlace& place : entry_places(sketch.document())) {
        places += place.address + "\n";
    }
    for (const Entry& entry : negotiation.entries) {
        entries += entry.address + "\n";
    }
    EXPECT_EQ(places, entries);
}

TEST(EntryPlaces, LeadToTheirValues) {
    const testing::Sketch sketch(text);
    for (const EntryPlace& place : entry_places(sketch.document())) {
        const Node* node = node_at(sketch.document(), place.steps);
        ASSERT_NE(node, nullptr) << place.address;
        if (place.address == "issue.n.curve.alta.redline") {
            EXPECT_EQ(node->text, "> 7.5");
        } else if (place.address == "rule.r") {
            EXPECT_EQ(canonical_text(*node), R"({"id":"r","forbid":{"x":"b"}})");
        }
    }
}

TEST(NormalAddress, WritesNumbersOfOptionsInOneWay) {
    const testing::Sketch sketch(text);
    const auto normal = [&](std::string_view address) {
        return normal_address(sketch.document(), address);
    };
    EXPECT_EQ(normal("issue.n.stance.alta.2.50"), "issue.n.stance.alta.2.5");
    EXPECT_EQ(normal("issue.n.stance.alta.25e-1"), "issue.n.stance.alta.2.5");
    EXPECT_EQ(normal("issue.n.score.alta.5.0"), "issue.n.score.alta.5");
    EXPECT_EQ(normal("issue.x.stance.bera.a"), "issue.x.stance.bera.a");
    EXPECT_EQ(normal("fallback.alta"), "fallback.alta");
    EXPECT_EQ(normal("nonsense..x"), "nonsense..x");
}

TEST(Covers, WhatStandsAtOrBelowAnAddress) {
    EXPECT_TRUE(covers("issue.x.stance.bera", "issue.x.stance.bera.a"));
    EXPECT_TRUE(covers("rule.r", "rule.r"));
    EXPECT_FALSE(covers("rule.r", "rule.r2"));
    EXPECT_FALSE(covers("issue.x.stance.bera.a", "issue.x.stance.bera"));
}

TEST(DanglingReferences, GoWithWhatTheyReferTo) {
    const testing::Sketch before(
        "party = { alta = {}, bera = {} }, issue.x.option = [a], fallback = { alta = 1, bera = 2 "
        "}, "
        "said = [{ id = s, supports = [fallback.alta, fallback.bera, fallback.wrong] }], "
        "entry = [{ at = fallback.bera }, { at = fallback.alta }]");
    Node after = before.document();
    erase_member(*after.find("fallback"), "bera");
    drop_dangling_references(before.document(), after);
    // What was wrong before stays, so that somebody is told.
    EXPECT_EQ(canonical_text(*after.find("said")),
              R"([{"id":"s","supports":["fallback.alta","fallback.wrong"]}])");
    EXPECT_EQ(canonical_text(*after.find("entry")), R"([{"at":"fallback.alta"}])");
}

std::vector<PlaceStep> steps(std::initializer_list<const char*> keys) {
    std::vector<PlaceStep> all;
    for (const char* key : keys) {
        const bool is_element = key[0] >= '0' && key[0] <= '9';
        all.push_back(is_element ? PlaceStep{"", static_cast<std::size_t>(key[0] - '0')}
                                 : PlaceStep{key, std::nullopt});
    }
    return all;
}

TEST(PutAt, MakesTheTablesAbove) {
    Node document = parse_setting_value("{ a = { b = 1 } }");
    put_at(document, steps({"a", "c", "d"}), number_node("2"));
    put_at(document, steps({"a", "b"}), number_node("3"));
    EXPECT_EQ(canonical_text(document), R"({"a":{"b":3,"c":{"d":2}}})");
}

TEST(TakeOut, RemovesTablesThatItEmptiesButNoIssue) {
    Node document = parse_setting_value("{ issue.x.weight.alta = 1, draft.d = { title = t } }");
    take_out(document, steps({"issue", "x", "weight", "alta"}));
    take_out(document, steps({"draft", "d", "title"}));
    EXPECT_EQ(canonical_text(document), R"({"issue":{"x":{}},"draft":{"d":{}}})");
    take_out(document, steps({"issue", "y", "weight"}));
    take_out(document, {});
    EXPECT_EQ(canonical_text(document), R"({"issue":{"x":{}},"draft":{"d":{}}})");
}

TEST(TakeOut, KeepsTheNumbersOfLaterElements) {
    Node document = parse_setting_value("{ rule = [{ v = 1 }, { v = 2 }, { id = r }, { v = 4 }] }");
    take_out(document, steps({"rule", "1"}));
    EXPECT_EQ(canonical_text(document), R"({"rule":[{"v":1},{"id":"r"},{"v":4,"id":"4"}]})");
}

TEST(ElementsOf, AListOfTheRootOrNothing) {
    const Node document = parse_setting_value("{ rule = [{}, {}], title = t }");
    EXPECT_EQ(elements_of(document, "rule").size(), 2U);
    EXPECT_TRUE(elements_of(document, "title").empty());
    EXPECT_TRUE(elements_of(document, "limit").empty());
}

} // namespace
} // namespace unbracket
