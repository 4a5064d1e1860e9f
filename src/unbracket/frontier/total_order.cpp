#include "unbracket/frontier/total_order.hpp"

#include "unbracket/base/sort_unless.hpp"

#include <algorithm>
#include <numeric>

namespace unbracket {

namespace {

/// The totals of one column, whole steps and digits.
class ColumnTotals {
public:
    ColumnTotals(const GainTable& table, std::size_t column, std::span<const std::int64_t> totals)
        : column_(column), own_(table.columns[column]),
          stride_(table.columns.size() + table.digit_count), totals_(totals) {}

    std::int64_t steps(std::size_t at) const { return totals_[at * stride_ + column_]; }

    std::strong_ordering compare(std::size_t one, std::size_t other) const {
        if (steps(one) != steps(other)) {
            return steps(one) <=> steps(other);
        }
        const auto a = digits(one), b = digits(other);
        return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    std::span<const std::int64_t> digits(std::size_t at) const {
        return totals_.subspan(at * stride_ + own_.first_digit, own_.digits);
    }

    std::size_t column_;
    const GainColumn& own_;
    std::size_t stride_;
    std::span<const std::int64_t> totals_;
};

} // namespace

std::optional<std::vector<std::int64_t>> ordered_totals(const GainTable& table,
                                                        std::span<const std::int64_t> totals,
                                                        const CancelFlag* cancel) {
    const std::size_t width = table.columns.size();
    const std::size_t count = width == 0 ? 0 : totals.size() / (width + table.digit_count);
    std::vector<std::int64_t> numbers(count * width);
    std::vector<std::uint32_t> sorted(count);
    for (std::size_t column = 0; column < width; ++column) {
        const ColumnTotals own(table, column, totals);
        if (table.columns[column].digits == 0) {
            for (std::size_t at = 0; at < count; ++at) {
                numbers[at * width + column] = own.steps(at);
            }
            continue;
        }
        std::iota(sorted.begin(), sorted.end(), 0U);
        if (!sort_unless(sorted, cancel, [&](std::uint32_t one, std::uint32_t other) {
                return own.compare(one, other) < 0;
            })) {
            return std::nullopt;
        }
        std::int64_t rank = 0;
        for (std::size_t place = 0; place < count; ++place) {
            const bool is_new = place > 0 && own.compare(sorted[place - 1], sorted[place]) != 0;
            rank += is_new ? 1 : 0;
            numbers[sorted[place] * width + column] = rank;
        }
    }
    return numbers;
}

} // namespace unbracket
