#include "unbracket/robust/philox_units.hpp"

#include "unbracket/base/wide_vectors.hpp"

#include <algorithm>

// The words of base/philox.hpp for many draws at a time: rounds outside, draws inside, so that
// compilers make vector code of it. On x86 processors that have wider vectors than every one has, a
// copy uses them; whole numbers only, so that both copies give the same.
//
// Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3
// [salmon2011parallel]

namespace unbracket {

namespace {

/// The four units of each draw that one counter gives: rows of `lanes` numbers.
struct Four {
    std::uint64_t first = 0;
    std::uint32_t place = 0;
    std::uint32_t stream = 0;
    std::size_t lanes = 0;
    std::size_t rows = 4; // those that are wanted
    std::uint32_t* words = nullptr;
    double* units = nullptr;
};

[[gnu::always_inline]] inline void fill_each(PhiloxKey key, const Four& four) {
    const std::size_t lanes = four.lanes;
    std::uint32_t* __restrict__ const a = four.words;
    std::uint32_t* __restrict__ const b = a + lanes;
    std::uint32_t* __restrict__ const c = b + lanes;
    std::uint32_t* __restrict__ const d = c + lanes;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const std::uint64_t draw = four.first + lane;
        a[lane] = static_cast<std::uint32_t>(draw), b[lane] = four.place, c[lane] = four.stream;
        d[lane] = static_cast<std::uint32_t>(draw >> 32);
    }
    for (int round = 0; round < philox_rounds; ++round) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            philox_round(key, a[lane], b[lane], c[lane], d[lane]);
        }
        key = next_philox_key(key);
    }
    double* __restrict__ const units = four.units;
    for (std::size_t at = 0; at < four.rows * lanes; ++at) {
        units[at] = unit_of(a[at]);
    }
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void fill_wide(const PhiloxKey& key, const Four& four) {
    fill_each(key, four);
}
#endif

void fill(const PhiloxKey& key, const Four& four) {
#if defined(__x86_64__)
    if (has_wide_vectors()) {
        fill_wide(key, four);
        return;
    }
#endif
    fill_each(key, four);
}

} // namespace

std::vector<double> philox_units(const PhiloxKey& key, std::uint64_t first, std::uint32_t stream,
                                 std::size_t lanes, std::size_t rows) {
    std::vector<double> units(rows * lanes);
    std::vector<std::uint32_t> words(4 * lanes);
    for (std::size_t row = 0; row < rows; row += 4) {
        fill(key, {first, static_cast<std::uint32_t>(row / 4), stream, lanes,
                   std::min<std::size_t>(4, rows - row), words.data(), units.data() + row * lanes});
    }
    return units;
}

} // namespace unbracket
