#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/view_numbers.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

TEST(Numbers, CountWhatIsLeft) {
    Node document = parse_setting_value(R"({
        rule = [{ at_most = 1 }, { at_most = 2 }, { id = x, at_most = 3 }, { at_most = 4 }],
        bonus = [{ value = 1 }],
        said = [{ id = s, supports = [rule.2, rule.4, rule.x], suggests = bonus.1 }],
        entry = [{ at = rule.4 }],
        change = [{ set = { "rule.4.at_most" = 5 } }],
        driver = [{ moves = { "rule.2" = 1 } }],
        alternative.q = { question = q, visibility = public, a = { "rule.2" = off } }
    })");
    const auto numbered = name_by_number(document);
    EXPECT_EQ(numbered, (std::set<std::string>{"bonus.1", "rule.1", "rule.2", "rule.4"}));
    auto& rules = document.find("rule")->items;
    rules.erase(rules.begin());
    number_anew(document, numbered);
    EXPECT_EQ(
        canonical_text(document),
        R"({"rule":[{"at_most":2},{"id":"x","at_most":3},{"at_most":4}],)"
        R"("bonus":[{"value":1}],)"
        R"("said":[{"id":"s","supports":["rule.1","rule.3","rule.x"],"suggests":"bonus.1"}],)"
        R"("entry":[{"at":"rule.3"}],"change":[{"set":{"rule.3.at_most":5}}],)"
        R"("driver":[{"moves":{"rule.1":1}}],)"
        R"("alternative":{"q":{"question":"q","visibility":"public","a":{"rule.1":"off"}}}})");
}

TEST(Numbers, AreNotTakenFromAnElementThatIsCalledSo) {
    Node document = parse_setting_value(
        "{ rule = [{ at_most = 1 }, { at_most = 2 }, { id = \"1\", at_most = 3 }] }");
    document.find("rule")->items.erase(document.find("rule")->items.begin());
    const auto numbered = name_by_number(document);
    EXPECT_EQ(numbered, std::set<std::string>{"rule.1"});
    Node other = parse_setting_value("{ rule = [{ id = \"2\" }, { id = \"1\" }] }");
    number_anew(other, {"rule.2"});
    EXPECT_EQ(canonical_text(other), R"({"rule":[{"id":"2"},{"id":"1"}]})");
}

TEST(Pruning, TakesOutWhatStandsEmpty) {
    Node document = parse_setting_value(R"({
        party = {}, agreement = {}, fallback = {}, rule = [], order.weight = {},
        issue.x = { option = [a], stance = { alta = {}, bera = { a = 1 } }, weight = {} },
        said = [{ id = s, supports = [] }], event = [{ drafts = [], title = t }], draft.d = {}
    })");
    prune(document);
    EXPECT_EQ(canonical_text(document),
              R"({"party":{},"agreement":{},)"
              R"("issue":{"x":{"option":["a"],"stance":{"bera":{"a":1}}}},)"
              R"("said":[{"id":"s"}],"event":[{"title":"t"}],"draft":{"d":{}}})");
}

TEST(Places, AreForgottenEverywhere) {
    const SourcePosition at{"case.toml", 412, 3};
    Node document = table_node(at);
    add_member(document, "list", list_node({number_node("1", at)}, at), at);
    forget_places(document);
    EXPECT_EQ(document.at, SourcePosition{});
    EXPECT_EQ(document.members[0].at, SourcePosition{});
    EXPECT_EQ(document.find("list")->items[0].at, SourcePosition{});
}

} // namespace
} // namespace unbracket
