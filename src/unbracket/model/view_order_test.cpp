#include "unbracket/model/view_order.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// Whether two texts are the same document once put in order.
bool same(const std::string& left, const std::string& right) {
    Node one = parse_setting_value(left), other = parse_setting_value(right);
    put_in_order(one);
    put_in_order(other);
    return one.same_content(other);
}

TEST(ViewOrder, DoesNotHangOnWhereSectionsBegan) {
    EXPECT_TRUE(same("{ event = [{ id = e }], party = { b = {}, a = {} }, title = T }",
                     "{ title = T, party = { b = {}, a = {} }, event = [{ id = e }] }"));
    EXPECT_TRUE(same("{ step = [], zeta = 1, ratify = [], beta = 2 }",
                     "{ beta = 2, ratify = [], step = [], zeta = 1 }"));
}

TEST(ViewOrder, PutsPartsOfIssuesAndTablesByPartyInOrder) {
    const std::string head = "{ party = { b = {}, a = {} }, issue.x = { ";
    EXPECT_TRUE(same(head + "stance = { a.m = 1, b.m = 2 }, option = [m], weight = { a = 1, b = 2 "
                            "} }, fallback = { a = 1, b = 2 } }",
                     head + "weight = { b = 2, a = 1 }, option = [m], stance = { b.m = 2, a.m = 1 "
                            "} }, fallback = { b = 2, a = 1 } }"));
}

TEST(ViewOrder, KeepsTheOrderOfWhatIsInIt) {
    EXPECT_FALSE(same("{ party = { b = {}, a = {} } }", "{ party = { a = {}, b = {} } }"));
    EXPECT_FALSE(same("{ issue = { x = {}, y = {} } }", "{ issue = { y = {}, x = {} } }"));
    EXPECT_FALSE(
        same("{ said = [{ id = s }, { id = t }] }", "{ said = [{ id = t }, { id = s }] }"));
    EXPECT_FALSE(same("{ issue.x.option = [a, b] }", "{ issue.x.option = [b, a] }"));
}

} // namespace
} // namespace unbracket
