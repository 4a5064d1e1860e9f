#pragma once

#include "unbracket/base/wide_vectors.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace unbracket {

// Vectors of two numbers fit the registers that every processor has, those of four and eight the
// registers of some (base/wide_vectors.hpp); where registers are shorter they would lie in memory.
// So loops are written for any of them, and on_vectors() runs the copy for the processor at hand.
// All copies give the same bits: no sum is formed in another order.

template <std::size_t width>
struct By {
    using Reals [[gnu::vector_size(width * sizeof(double))]] = double;
    using Bits [[gnu::vector_size(width * sizeof(std::uint64_t))]] = std::uint64_t;
    using Ints [[gnu::vector_size(width * sizeof(std::uint64_t))]] = int;
    using Longs [[gnu::vector_size(width * sizeof(std::uint64_t))]] = long long;
    using Marks [[gnu::vector_size(width)]] = std::uint8_t;
};
using ByTwo = By<2>;
using ByFour = By<4>;
using ByEight = By<8>;

template <class By>
inline constexpr std::size_t width_of = sizeof(typename By::Reals) / sizeof(double);

template <class By>
inline constexpr std::size_t parts_of_eight = 8 / width_of<By>;

/// Eight numbers side by side.
template <class By>
using Eight = std::array<typename By::Reals, parts_of_eight<By>>;

/// Calls with 0, 1 and so on up to `count`, unrolled, so that what stands in an array of vectors
/// stays in registers.
template <std::size_t count, class Call>
[[gnu::always_inline]] inline void each_of(const Call& call) {
    static_assert(count == 1 || count == 2 || count == 4);
    call(std::size_t{0});
    if constexpr (count > 1) {
        call(std::size_t{1});
    }
    if constexpr (count > 2) {
        call(std::size_t{2});
        call(std::size_t{3});
    }
}

template <class By, class Call>
[[gnu::always_inline]] inline void each_part(const Call& call) {
    each_of<parts_of_eight<By>>(call);
}

/// The same number in all places.
template <class By>
[[gnu::always_inline]] inline void fill(double number, Eight<By>& eight) {
    const typename By::Reals wide = number - typename By::Reals{};
    each_part<By>([&](std::size_t part) { eight[part] = wide; });
}

template <class By>
[[gnu::always_inline]] inline void load(const double* from, Eight<By>& eight) {
    each_part<By>([&](std::size_t part) {
        std::memcpy(&eight[part], from + part * width_of<By>, sizeof eight[part]);
    });
}

template <class By>
[[gnu::always_inline]] inline void store(const Eight<By>& eight, double* to) {
    each_part<By>([&](std::size_t part) {
        std::memcpy(to + part * width_of<By>, &eight[part], sizeof eight[part]);
    });
}

#if defined(__x86_64__)
template <class Work>
[[gnu::target("avx512f")]] void on_widest_vectors(const Work& work) {
    work.template run<ByEight>();
}

template <class Work>
[[gnu::target("avx2")]] void on_wide_vectors(const Work& work) {
    work.template run<ByFour>();
}
#endif

/// Calls `work.run<By>()`, which has to be always_inline.
template <class Work>
void on_vectors(const Work& work) {
#if defined(__x86_64__)
    if (has_widest_vectors()) {
        on_widest_vectors(work);
        return;
    }
    if (has_wide_vectors()) {
        on_wide_vectors(work);
        return;
    }
#endif
    work.template run<ByTwo>();
}

} // namespace unbracket
