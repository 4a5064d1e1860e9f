#include "unbracket/zone/certificate/objection.hpp"

#include <gtest/gtest.h>

namespace unbracket::certificate {
namespace {

TEST(Objection, KeepsTheFirstReason) {
    Objection objection;
    EXPECT_FALSE(objection.is_raised());
    objection.raise_unless(true, "fine");
    EXPECT_FALSE(objection.refusal().has_value());

    objection.raise_unless(false, "the key is missing");
    objection.raise("whatever follows");

    ASSERT_TRUE(objection.is_raised());
    EXPECT_EQ(objection.refusal()->reason, "the key is missing");
}

TEST(Objection, SaysWhereItWasFromTheInsideOut) {
    Objection objection;
    objection.locate("nowhere");
    EXPECT_FALSE(objection.is_raised());

    objection.raise("this is not a number");
    objection.locate("sums");
    objection.locate("part 2");

    EXPECT_EQ(objection.refusal()->reason, "part 2: sums: this is not a number");
}

} // namespace
} // namespace unbracket::certificate
