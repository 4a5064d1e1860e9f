#include "unbracket/robust/philox_units.hpp"

#include "unbracket/robust/lane_vectors.hpp"

#include <algorithm>
#include <array>
#include <cstring>

// The words of base/philox.hpp for a vector of draws at a time, which stay in registers from the
// counter to the units. A word stands in the lower half of a place of 64 bits; what multiplication
// leaves in the upper half is ignored by the next one, so that it need not be taken off. Whole
// numbers only, so that copies for all widths of vectors give the same.
//
// Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3
// [salmon2011parallel]

namespace unbracket {

namespace {

constexpr std::uint64_t word_mask = 0xffffffffU;
constexpr std::uint64_t two_to_52 = 0x4330000000000000ULL; // as a double, bit by bit

#if defined(__x86_64__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpsabi" // of functions that are no functions but instructions
#endif

/// The lower halves of all places times a word. GCC does not find the instruction by itself.
template <class By>
[[gnu::always_inline]] inline void multiply(const typename By::Bits& words, std::uint64_t factor,
                                            typename By::Bits& products) {
#if defined(__x86_64__) && !defined(__clang__)
    const typename By::Bits factors = typename By::Bits{} + factor;
    const auto a = __builtin_bit_cast(typename By::Ints, words);
    const auto b = __builtin_bit_cast(typename By::Ints, factors);
    if constexpr (width_of<By> == 8) {
        products = __builtin_bit_cast(
            typename By::Bits, __builtin_ia32_pmuludq512_mask(a, b, typename By::Longs{}, 0xff));
    } else if constexpr (width_of<By> == 4) {
        products = __builtin_bit_cast(typename By::Bits, __builtin_ia32_pmuludq256(a, b));
    } else {
        products = __builtin_bit_cast(typename By::Bits, __builtin_ia32_pmuludq128(a, b));
    }
#else
    products = (words & word_mask) * factor;
#endif
}

#if defined(__x86_64__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

/// The draws of one vector, from one of them on.
struct Counters {
    PhiloxKey key{};
    std::uint64_t first = 0;
    std::uint32_t place = 0;
    std::uint32_t stream = 0;
};

/// Four units of each draw.
template <class By>
[[gnu::always_inline]] inline void units_of(const Counters& counters,
                                            std::array<typename By::Reals, 4>& units) {
    using Bits = typename By::Bits;
    Bits draws;
    for (std::size_t lane = 0; lane < width_of<By>; ++lane) {
        draws[lane] = counters.first + lane;
    }
    Bits a = draws, b = Bits{} + counters.place, c = Bits{} + counters.stream, d = draws >> 32;
    PhiloxKey key = counters.key;
    for (int round = 0; round < philox_rounds; ++round) {
        Bits first, second;
        multiply<By>(a, 0xD2511F53U, first);
        multiply<By>(c, 0xCD9E8D57U, second);
        a = (second >> 32) ^ b ^ std::uint64_t{key[0]};
        b = second;
        c = (first >> 32) ^ d ^ std::uint64_t{key[1]};
        d = first;
        key = next_philox_key(key);
    }
    const std::array<Bits, 4> words = {a, b, c, d};
    each_of<4>([&](std::size_t row) {
        // Behind 2^52 a word is a double, and taking off half less leaves it and a half, exactly.
        const Bits behind = (words[row] & word_mask) | two_to_52;
        units[row] = (__builtin_bit_cast(typename By::Reals, behind) - (0x1p52 - 0.5)) * 0x1p-32;
    });
}

struct Filling {
    PhiloxKey key{};
    std::uint64_t first = 0;
    std::uint32_t stream = 0;
    std::size_t lanes = 0;
    std::span<double> units;

    template <class By>
    [[gnu::always_inline]] void run() const {
        const std::size_t rows = units.size() / lanes;
        for (std::size_t row = 0; row < rows; row += 4) {
            double* const four = units.data() + row * lanes;
            const std::size_t wanted = std::min<std::size_t>(4, rows - row);
            for (std::size_t lane = 0; lane < lanes; lane += width_of<By>) {
                std::array<typename By::Reals, 4> own{};
                units_of<By>({key, first + lane, static_cast<std::uint32_t>(row / 4), stream}, own);
                const std::size_t count = std::min(width_of<By>, lanes - lane);
                each_of<4>([&](std::size_t at) {
                    if (at < wanted) {
                        put<By>(own[at], count, four + at * lanes + lane);
                    }
                });
            }
        }
    }

private:
    template <class By>
    [[gnu::always_inline]] static void put(const typename By::Reals& numbers, std::size_t count,
                                           double* to) {
        if (count == width_of<By>) {
            std::memcpy(to, &numbers, sizeof numbers);
            return;
        }
        std::array<double, width_of<By>> some{};
        std::memcpy(some.data(), &numbers, sizeof numbers);
        std::copy_n(some.begin(), count, to);
    }
};

} // namespace

void fill_philox_units(const PhiloxKey& key, std::uint64_t first, std::uint32_t stream,
                       std::size_t lanes, std::span<double> units) {
    on_vectors(Filling{key, first, stream, lanes, units});
}

} // namespace unbracket
