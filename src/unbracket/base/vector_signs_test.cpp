#include "unbracket/base/vector_signs.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace unbracket {

namespace {

template <class Number>
void expect_each_place_is_seen() {
    constexpr std::size_t count = 4;
    std::array<Number, count> numbers{0, 1, 2, std::numeric_limits<Number>::max()};
    EXPECT_FALSE((has_negative<Number, count>(numbers)));
    for (Number& number : numbers) {
        const Number kept = number;
        number = -1;
        EXPECT_TRUE((has_negative<Number, count>(numbers)));
        number = kept;
    }
}

TEST(VectorSigns, SeeANegativeNumberInAnyPlace) {
    expect_each_place_is_seen<std::int16_t>();
    expect_each_place_is_seen<std::int32_t>();
    expect_each_place_is_seen<std::int64_t>();
}

} // namespace

} // namespace unbracket
