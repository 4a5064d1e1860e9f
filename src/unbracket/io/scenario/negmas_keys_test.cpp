// Which keys functions of NegMAS have.

#include "unbracket/io/scenario/negmas_keys.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket::negmas {
namespace {

std::string refused(const Node& function) {
    Diagnostics problems;
    TreeReader reader(problems);
    refuse_unknown_keys(function, reader);
    std::string all;
    for (const Diagnostic& problem : problems) {
        all += problem.what + "\n";
    }
    return all;
}

Node function_of(const std::string& kind, const std::vector<std::string>& keys) {
    Node function = table_node();
    add_member(function, "type", text_node(kind));
    for (const std::string& key : keys) {
        add_member(function, key, null_node());
    }
    return function;
}

TEST(NegmasKeys, AreThoseOfTheKind) {
    EXPECT_EQ(refused(function_of("a.b.AffineFun", {"slope", "bias"})), "");
    EXPECT_EQ(refused(function_of("AffineFun", {"name", "slop"})),
              "AffineFun has no key `name`\nAffineFun has no key `slop`\n");
    EXPECT_EQ(refused(function_of("WeightedUtilityFunction", {"name", "ufuns", "constraints"})),
              "");
    EXPECT_EQ(refused(function_of("OddFun", {"name"})), "") << "it is refused as a whole";
    EXPECT_EQ(refused(number_node("7")), "");
}

TEST(NegmasKeys, TellDiscounts) {
    EXPECT_TRUE(is_discount("ExpDiscountedUFun"));
    EXPECT_TRUE(is_discount("LinDiscountedUFun"));
    EXPECT_FALSE(is_discount("LinearUtilityFunction"));
}

} // namespace
} // namespace unbracket::negmas
