#include "unbracket/frontier/coalition_kernel.hpp"

#include "unbracket/base/wide_vectors.hpp"

#include <algorithm>
#include <array>

// The loops in which plain enumeration spends its time: blocks of sums of the last issues, whose
// comparison with a line that stays the same over the block turns into vector instructions. On x86
// processors that have wider vectors than every one has, a second copy of them is used. Whole
// numbers only, so that both copies give the same.
//
// Source: Knuth (2011), The art of computer programming, volume 4A, section 7.2.1.1, for the wheels
// that turn around a block [knuth2011art]

namespace unbracket {

namespace {

template <class Sum>
[[gnu::always_inline]] inline PairTally
tally_each(const Sum* __restrict__ first, const Sum* __restrict__ second, std::size_t count,
           Sum first_line, Sum second_line) {
    // A block is short enough for counts of the sums' own width.
    Sum firsts = 0, seconds = 0, both = 0;
    for (std::size_t at = 0; at < count; ++at) {
        const Sum reaches_first = first[at] >= first_line ? 1 : 0;
        const Sum reaches_second = second[at] >= second_line ? 1 : 0;
        firsts = static_cast<Sum>(firsts + reaches_first);
        seconds = static_cast<Sum>(seconds + reaches_second);
        both = static_cast<Sum>(both + (reaches_first & reaches_second));
    }
    return {static_cast<std::uint64_t>(firsts), static_cast<std::uint64_t>(seconds),
            static_cast<std::uint64_t>(both)};
}

template <class Sum>
[[gnu::always_inline]] inline void add_each(const Sum* __restrict__ sums, std::size_t count,
                                            Sum line, std::uint8_t code,
                                            std::uint8_t* __restrict__ codes) {
    for (std::size_t at = 0; at < count; ++at) {
        codes[at] = static_cast<std::uint8_t>(codes[at] + (sums[at] >= line ? code : 0));
    }
}

#if defined(__x86_64__)
template <class Sum>
[[gnu::target("avx2")]] PairTally tally_wide(const Sum* first, const Sum* second, std::size_t count,
                                             Sum first_line, Sum second_line) {
    return tally_each(first, second, count, first_line, second_line);
}

template <class Sum>
[[gnu::target("avx2")]] void add_wide(const Sum* sums, std::size_t count, Sum line,
                                      std::uint8_t code, std::uint8_t* codes) {
    add_each(sums, count, line, code, codes);
}
#endif

template <class Sum>
PairTally tally_fast(const Sum* first, const Sum* second, std::size_t count, Sum first_line,
                     Sum second_line) {
#if defined(__x86_64__)
    if (has_wide_vectors()) {
        return tally_wide(first, second, count, first_line, second_line);
    }
#endif
    return tally_each(first, second, count, first_line, second_line);
}

template <class Sum>
void add_fast(const Sum* sums, std::size_t count, Sum line, std::uint8_t code,
              std::uint8_t* codes) {
#if defined(__x86_64__)
    if (has_wide_vectors()) {
        add_wide(sums, count, line, code, codes);
        return;
    }
#endif
    add_each(sums, count, line, code, codes);
}

} // namespace

PairTally tally_pairs(const std::int16_t* first, const std::int16_t* second, std::size_t count,
                      std::int16_t first_line, std::int16_t second_line) {
    return tally_fast(first, second, count, first_line, second_line);
}

PairTally tally_pairs(const std::int32_t* first, const std::int32_t* second, std::size_t count,
                      std::int32_t first_line, std::int32_t second_line) {
    return tally_fast(first, second, count, first_line, second_line);
}

void add_codes(const std::int16_t* sums, std::size_t count, std::int16_t line, std::uint8_t code,
               std::uint8_t* codes) {
    add_fast(sums, count, line, code, codes);
}

void add_codes(const std::int32_t* sums, std::size_t count, std::int32_t line, std::uint8_t code,
               std::uint8_t* codes) {
    add_fast(sums, count, line, code, codes);
}

void add_codes(const std::int64_t* sums, std::size_t count, std::int64_t line, std::uint8_t code,
               std::uint8_t* codes) {
    add_fast(sums, count, line, code, codes);
}

void tally_codes(const std::uint8_t* codes, const std::uint8_t* is_permitted, std::size_t count,
                 std::uint64_t* tally) {
    // Four tallies, since equal codes in a row would wait for each other.
    std::array<std::array<std::uint32_t, 256>, 4> four{};
    std::size_t at = 0;
    for (; at + 4 <= count; at += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) {
            four[lane][codes[at + lane]] += is_permitted[at + lane];
        }
    }
    for (; at < count; ++at) {
        four[0][codes[at]] += is_permitted[at];
    }
    for (std::size_t code = 0; code < 256; ++code) {
        tally[code] += four[0][code] + four[1][code] + four[2][code] + four[3][code];
    }
}

} // namespace unbracket
