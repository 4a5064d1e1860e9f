#include "unbracket/robust/chain_measure.hpp"

#include "unbracket/base/require.hpp"

#include <algorithm>
#include <cmath>

// Numbers in an order, uniform on all choices that keep it. Where every number has the same range
// these are the order statistics of independent uniform numbers: draw and sort. Where ranges differ
// sorting is wrong and rejection hopeless for the steps of a curve. Then the ends of all ranges cut
// the line into segments. Once it is known how many numbers lie in each, those in a segment are
// again sorted independent uniform numbers, since each of them may lie anywhere in it; n of them in
// a segment of width w have the room w^n / n!. So the room is counted from the lowest segment up:
// that of the first i numbers in the first s segments is the sum over n of that of i - n numbers in
// s - 1 segments times w^n / n!. A draw walks back from the last segment, each time choosing n in
// proportion to what was counted. It is the forward counting and backward drawing known for hidden
// Markov chains; sums and products of positive numbers alone keep its rounding harmless. Widths
// differ by any factor and powers of them by more than a double holds, so each has a power of two
// beside it.
//
// Sources: David and Nagaraja (2003), Order statistics, section 2.1, for sorting
// [david2003order]; Wilf (1977), A unified setting for sequencing, ranking, and selection
// algorithms for combinatorial objects, for drawing from counts [wilf1977unified]

namespace unbracket {

namespace {

constexpr int power_of_nothing = 2'000; // 2 to the minus that is 0 as a double

Volume volume_of(double part, int power) {
    int more = 0;
    const double own = std::frexp(part, &more);
    return {own, own == 0 ? 0 : power + more};
}

Volume sum(const Volume& one, const Volume& other) {
    if (one.part == 0 || other.part == 0) {
        return one.part == 0 ? other : one;
    }
    const Volume& larger = one.power < other.power ? other : one;
    const Volume& smaller = one.power < other.power ? one : other;
    const int down = std::min(larger.power - smaller.power, power_of_nothing);
    return volume_of(larger.part + std::ldexp(smaller.part, -down), larger.power);
}

/// At most 1.
double share(const Volume& part, const Volume& other_part, const Volume& whole) {
    const int power = part.power + other_part.power - whole.power;
    return std::ldexp(part.part * other_part.part / whole.part, std::max(power, -power_of_nothing));
}

} // namespace

ChainMeasure::ChainMeasure(const std::vector<Interval>& ranges) {
    UNBRACKET_REQUIRE(!ranges.empty(), "a chain has at least one number");
    for (std::size_t at = 1; at < ranges.size(); ++at) {
        UNBRACKET_REQUIRE(ranges[at - 1].low <= ranges[at].low &&
                              ranges[at - 1].high <= ranges[at].high,
                          "ends of a chain's ranges go up");
    }
    const bool is_same = ranges.front() == ranges.back();
    if (is_same) {
        numbers_.assign(ranges.size(), grid_number(ranges.front()));
        return;
    }
    numbers_.resize(ranges.size());
    first_segment_.resize(ranges.size());
    cut(ranges);
    count_ways();
}

void ChainMeasure::cut(const std::vector<Interval>& ranges) {
    std::vector<Rational> ends;
    for (const Interval& range : ranges) {
        ends.push_back(range.low);
        ends.push_back(range.high);
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    for (std::size_t at = 0; at < ends.size(); ++at) {
        add_segment(single(ends[at]), ranges);
        if (at + 1 < ends.size()) {
            add_segment({ends[at], ends[at + 1]}, ranges);
        }
    }
}

void ChainMeasure::add_segment(const Interval& segment, const std::vector<Interval>& ranges) {
    const auto may_lie = [&](const Interval& range) {
        return range.low <= segment.low && segment.high <= range.high &&
               range.is_single() == segment.is_single();
    };
    const auto first = std::find_if(ranges.begin(), ranges.end(), may_lie);
    const auto last = std::find_if_not(first, ranges.end(), may_lie);
    if (first == last) {
        return;
    }
    const Rational width = segment.high - segment.low;
    const Rational whole = ranges.back().high - ranges.front().low;
    segments_.push_back({static_cast<std::size_t>(first - ranges.begin()),
                         static_cast<std::size_t>(last - ranges.begin()),
                         (width / whole).approximate(), segment.is_single()});
    for (std::size_t at = segments_.back().first; at < segments_.back().last; ++at) {
        if (numbers_[at].pieces.empty()) {
            first_segment_[at] = segments_.size() - 1;
        }
        numbers_[at].pieces.push_back({segment.low, width / Rational(grid_steps)});
    }
}

/// The room of so many numbers in a segment, out of that of one less.
Volume ChainMeasure::with_one_more(const Volume& volume, const Segment& segment,
                                   std::size_t count) const {
    const double factor = segment.is_point ? 1 : segment.width / static_cast<double>(count);
    return volume_of(volume.part * factor, volume.power);
}

void ChainMeasure::count_ways() {
    ways_.assign((segments_.size() + 1) * (size() + 1), {});
    ways_.front() = volume_of(1, 0);
    for (std::size_t at = 0; at < segments_.size(); ++at) {
        const Segment& segment = segments_[at];
        Volume* const next = ways_.data() + (at + 1) * (size() + 1);
        for (std::size_t placed = 0; placed <= size(); ++placed) {
            Volume volume = ways(at, placed);
            if (volume.part == 0) {
                continue;
            }
            next[placed] = sum(next[placed], volume);
            const std::size_t end = placed < segment.first ? placed : segment.last;
            for (std::size_t all = placed + 1; all <= end; ++all) {
                volume = with_one_more(volume, segment, all - placed);
                next[all] = sum(next[all], volume);
            }
        }
    }
}

std::size_t ChainMeasure::units_needed() const {
    return size() + (segments_.empty() ? 0 : segments_.size() - 1);
}

/// How many of the first `placed` numbers, the last ones of them, lie in that segment.
std::size_t ChainMeasure::choose_count(std::size_t segment, std::size_t placed, double unit) const {
    const Segment& own = segments_[segment];
    const Volume& whole = ways(segment + 1, placed);
    const std::size_t most = placed > own.last ? 0 : placed - std::min(placed, own.first);
    Volume room = volume_of(1, 0);
    std::size_t chosen = 0;
    for (std::size_t count = 0; count <= most; ++count) {
        const double chance = share(ways(segment, placed - count), room, whole);
        chosen = chance > 0 ? count : chosen;
        if (unit < chance) {
            break;
        }
        unit -= chance;
        room = with_one_more(room, own, count + 1);
    }
    return chosen;
}

void ChainMeasure::place(std::span<const double> units, std::span<std::uint32_t> steps) const {
    std::transform(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(size()),
                   steps.begin(), middle_step);
    if (segments_.empty()) {
        std::sort(steps.begin(), steps.end());
        return;
    }
    const std::span<const double> choices = units.subspan(size());
    std::size_t placed = size();
    for (std::size_t at = segments_.size(); at-- > 0;) {
        const std::size_t count = at == 0 ? placed : choose_count(at, placed, choices[at - 1]);
        const auto inside = steps.subspan(placed - count, count);
        std::sort(inside.begin(), inside.end());
        placed -= count;
        for (std::size_t own = 0; own < count; ++own) {
            const std::size_t piece = at - first_segment_[placed + own];
            inside[own] += static_cast<std::uint32_t>(piece) * grid_steps;
        }
    }
}

} // namespace unbracket
