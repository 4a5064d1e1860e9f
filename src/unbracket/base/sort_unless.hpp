#pragma once

#include "unbracket/base/cancel.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace unbracket {

/// Sorts as std::sort does, but looks at the flag every few milliseconds: blocks are sorted, then
/// merged. False where it was raised; the values are then in some order.
template <class Value, class Before>
bool sort_unless(std::vector<Value>& values, const CancelFlag* cancel, Before before) {
    constexpr std::size_t block = 16'384;
    const auto at = [&](std::size_t place) {
        return values.begin() + static_cast<std::ptrdiff_t>(std::min(place, values.size()));
    };
    for (std::size_t begin = 0; begin < values.size(); begin += block) {
        if (is_raised(cancel)) {
            return false;
        }
        std::sort(at(begin), at(begin + block), before);
    }
    for (std::size_t width = block; width < values.size(); width *= 2) {
        for (std::size_t begin = 0; begin < values.size(); begin += 2 * width) {
            if (is_raised(cancel)) {
                return false;
            }
            std::inplace_merge(at(begin), at(begin + width), at(begin + 2 * width), before);
        }
    }
    return !is_raised(cancel);
}

} // namespace unbracket
