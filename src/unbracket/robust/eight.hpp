#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace unbracket {

// Eight numbers side by side, in vectors of two, which fit the registers that every processor has,
// or of four or eight, which fit those of some (base/wide_vectors.hpp). One vector of eight would
// lie in memory where registers are shorter. Everything is inlined into copies for a kind of
// processor.

struct ByTwo {
    using Reals [[gnu::vector_size(2 * sizeof(double))]] = double;
    using Marks [[gnu::vector_size(2)]] = std::uint8_t;
};
struct ByFour {
    using Reals [[gnu::vector_size(4 * sizeof(double))]] = double;
    using Marks [[gnu::vector_size(4)]] = std::uint8_t;
};
struct ByEight {
    using Reals [[gnu::vector_size(8 * sizeof(double))]] = double;
    using Marks [[gnu::vector_size(8)]] = std::uint8_t;
};

template <class By>
inline constexpr std::size_t parts_of_eight = sizeof(ByEight::Reals) / sizeof(typename By::Reals);

template <class By>
using Eight = std::array<typename By::Reals, parts_of_eight<By>>;

/// Calls with the place of each part, unrolled, so that parts stay in registers.
template <class By, class Call>
[[gnu::always_inline]] inline void each_part(const Call& call) {
    call(std::size_t{0});
    if constexpr (parts_of_eight<By> > 1) {
        call(std::size_t{1});
    }
    if constexpr (parts_of_eight<By> > 2) {
        call(std::size_t{2});
        call(std::size_t{3});
    }
}

template <class By>
[[gnu::always_inline]] inline void load(const double* from, Eight<By>& eight) {
    each_part<By>([&](std::size_t part) {
        std::memcpy(&eight[part], from + part * 8 / parts_of_eight<By>, sizeof eight[part]);
    });
}

template <class By>
[[gnu::always_inline]] inline void store(const Eight<By>& eight, double* to) {
    each_part<By>([&](std::size_t part) {
        std::memcpy(to + part * 8 / parts_of_eight<By>, &eight[part], sizeof eight[part]);
    });
}

} // namespace unbracket
