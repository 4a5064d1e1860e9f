#include "unbracket/frontier/whole_product.hpp"

#include <algorithm>
#include <bit>

// Which of two products of gains is larger, without fractions. A gain is a fraction that is linear
// in a whole total; times the common denominator of its two coefficients it is a whole number, and
// the same factor for both products changes nothing. How wide the products can become is known from
// the largest total of each column before any is formed, so that nothing overflows; where they
// could become too wide nothing is said, and the caller multiplies fractions. To bound the widths
// of all operands beforehand, and to compute in integers that are just as wide, is what Fortune and
// Van Wyk do for geometric tests; they generate code from an expression, here one width is enough.
//
// Source: Fortune and Van Wyk (1996), Static analysis yields efficient exact integer arithmetic for
// computational geometry, for widths that are known beforehand [fortune1996static]

namespace unbracket {

namespace {

__extension__ using Product = unsigned __int128;

constexpr std::int64_t widest_number = std::int64_t{1} << 40;
constexpr int most_bits = 126;

bool is_small(std::int64_t number) {
    return -widest_number <= number && number <= widest_number;
}

} // namespace

WholeProduct::WholeProduct(const std::vector<SpaceColumn>& columns,
                           const std::vector<bool>& takes_part) {
    int bits = 0;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const SpaceColumn& column = columns[at];
        if (!takes_part[at]) {
            continue;
        }
        const Rational unit = common_denominator(column.offset, column.slope);
        const auto start = (column.offset * unit).floor_to_int64();
        const auto rate = (column.slope * unit).floor_to_int64();
        const auto most =
            (unit * (column.offset + column.slope * Rational(column.most))).floor_to_int64();
        const bool fits = column.shift == 0 && start && rate && most && is_small(*start) &&
                          is_small(*rate) && is_small(*most) && is_small(column.least) &&
                          is_small(column.most) && *rate < (std::int64_t{1} << 20);
        bits += fits ? static_cast<int>(std::bit_width(
                           static_cast<std::uint64_t>(std::max<std::int64_t>(*most, 0))))
                     : most_bits + 1;
        if (bits > most_bits) {
            lines_.clear();
            return;
        }
        lines_.push_back({at, *start, *rate});
    }
}

std::optional<std::strong_ordering>
WholeProduct::compare(const std::vector<std::int64_t>& one,
                      const std::vector<std::int64_t>& other) const {
    Product first = 1, second = 1;
    for (const Line& line : lines_) {
        const std::int64_t own = line.start + line.rate * one[line.column];
        const std::int64_t others = line.start + line.rate * other[line.column];
        if (own <= 0 || others <= 0) {
            return std::nullopt;
        }
        first *= static_cast<std::uint64_t>(own);
        second *= static_cast<std::uint64_t>(others);
    }
    return lines_.empty() ? std::nullopt : std::optional(first <=> second);
}

} // namespace unbracket
