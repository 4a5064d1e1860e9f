#include "unbracket/base/cancel.hpp"
#include "unbracket/base/ids.hpp"
#include "unbracket/base/overloaded.hpp"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>
#include <variant>

namespace unbracket {
namespace {

TEST(Id, IsAPositionOfOneKind) {
    EXPECT_EQ(as_index(PartyId(3)), 3U);
    EXPECT_EQ(as_index(PartyId()), 0U);
    EXPECT_LT(OptionId(2), OptionId(10));
    EXPECT_EQ(IssueId(4), IssueId(4));
}

TEST(Id, ConvertsToNoOtherKindAndToNoNumber) {
    EXPECT_FALSE((std::is_convertible_v<PartyId, IssueId>));
    EXPECT_FALSE((std::is_constructible_v<PartyId, IssueId>));
    EXPECT_FALSE((std::is_convertible_v<PartyId, std::size_t>));
    EXPECT_FALSE((std::is_convertible_v<std::size_t, PartyId>));
}

TEST(Overloaded, PicksTheVisitorOfTheAlternativeThatIsHeld) {
    const auto name = [](const std::variant<int, std::string>& value) {
        return std::visit(Overloaded{[](int number) { return "number " + std::to_string(number); },
                                     [](const std::string& text) { return "text " + text; }},
                          value);
    };
    EXPECT_EQ(name(7), "number 7");
    EXPECT_EQ(name(std::string("x")), "text x");
}

TEST(CancelFlag, StaysRaised) {
    CancelFlag flag;
    EXPECT_FALSE(flag.is_raised());
    flag.raise();
    flag.raise();
    EXPECT_TRUE(flag.is_raised());
}

} // namespace
} // namespace unbracket
