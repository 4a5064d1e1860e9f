#include "unbracket/search/completions.hpp"

#include "unbracket/search/tree_walk.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <span>
#include <utility>

// The last depths of a tree hold most of its nodes. What is left there is one question, asked again
// and again with other slacks: which of the same few thousand completions has a drop of at most so
// much in every lane? So completions are sorted once into boxes, cut by the lane in which a range
// is widest, and each box knows the least drop of every lane in each of its eight parts. A part is
// looked into only where its least drops leave room. The eight are compared at once, lane by lane,
// which compilers turn into vector instructions. Sixteen bits for a drop are enough: what rounding
// lets through is refused by the lanes themselves.
//
// Sources: Bentley (1975), Multidimensional binary search trees used for associative searching
// [bentley1975multidimensional]; Horowitz and Sahni (1974), Computing partitions with applications
// to the knapsack problem, for tabulating one part of the choices [horowitz1974computing]

namespace unbracket {

namespace {

constexpr std::int16_t most_units = 32'766;
constexpr std::int16_t beyond_all = 32'767; // no slack leaves room for it

/// A byte for each part: its highest bit is set where some lane has no room for it.
std::uint64_t closed_parts(const LaneDrops& slacks, const CompletionBox& box) {
    using Wide [[gnu::vector_size(2 * CompletionBox::parts)]] = std::int16_t;
    using Bytes [[gnu::vector_size(CompletionBox::parts)]] = signed char;
    Wide signs{};
    for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
        Wide drops;
        std::memcpy(&drops, box.least[lane].data(), sizeof drops);
        signs |= slacks[lane] - drops;
    }
    const Bytes bytes = __builtin_convertvector(signs < 0, Bytes);
    std::uint64_t closed = 0;
    std::memcpy(&closed, &bytes, sizeof closed);
    return closed;
}

/// The least and the largest drop of each lane.
std::pair<LaneDrops, LaneDrops> range_of(std::span<const Completion> completions) {
    LaneDrops least = completions.front().drops, most = least;
    for (const Completion& completion : completions) {
        for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
            least[lane] = std::min(least[lane], completion.drops[lane]);
            most[lane] = std::max(most[lane], completion.drops[lane]);
        }
    }
    return {least, most};
}

} // namespace

template <class Slack>
Completions::Completions(const LaneTables<Slack>& tables,
                         const std::vector<std::vector<Row>>& rows_by_depth, std::size_t most)
    : depth_(rows_by_depth.size()), all_(1) {
    for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
        while (tables.root[lane] >> bits_[lane] > most_units) {
            ++bits_[lane];
        }
    }
    room_ = in_units(tables.root.data());
    std::vector<LaneDrops> more;
    do {
        more.clear();
        for (const Row row : depth_ > 0 ? rows_by_depth[depth_ - 1] : std::vector<Row>{}) {
            more.push_back(in_units(tables.drops.data() + row * tables.width));
        }
    } while (depth_ > 0 && add_depth(more, most) && depth_-- > 0);
    rows_.assign(rows_by_depth.begin() + static_cast<std::ptrdiff_t>(depth_), rows_by_depth.end());
    if (all_.empty()) {
        return;
    }
    const auto [least, largest] = range_of(all_);
    for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
        const int width = largest[lane] - least[lane];
        scale_[lane] = width > 0 ? 1.0 / width : 0.0;
    }
    boxes_.resize(1), insides_.resize(1);
    arrange(0, {0, static_cast<std::uint32_t>(all_.size())});
}

/// Rounded down; what is below 0 stays so, and what is more than the root leaves room for too.
template <class Slack>
LaneDrops Completions::in_units(const Slack* amounts) const {
    LaneDrops units;
    for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
        const Slack amount = amounts[lane] < 0 ? Slack{-1} : amounts[lane] >> bits_[lane];
        units[lane] = static_cast<std::int16_t>(std::min<Slack>(amount, beyond_all));
    }
    return units;
}

/// Puts a depth before those tabulated so far, unless that makes too many completions.
bool Completions::add_depth(const std::vector<LaneDrops>& more, std::size_t most) {
    std::vector<Completion> longer;
    for (std::size_t at = 0; at < more.size(); ++at) {
        for (const Completion& completion : all_) {
            Completion sum = completion;
            int left = 0;
            for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
                const int drop = sum.drops[lane] + more[at][lane];
                left |= room_[lane] - drop;
                sum.drops[lane] = static_cast<std::int16_t>(drop);
            }
            if (left >= 0) {
                sum.code += static_cast<std::uint32_t>(at * ways_);
                longer.push_back(sum);
            }
        }
        if (longer.size() > most) {
            return false;
        }
    }
    if (ways_ * more.size() > std::numeric_limits<std::uint32_t>::max()) {
        return false;
    }
    ways_ *= more.size();
    all_.swap(longer);
    return true;
}

/// Cuts a range into so many parts of about one size, by the lane in which it is widest, then each
/// part by its own.
void Completions::split(Range range, std::uint32_t parts, std::vector<Range>& ranges) {
    if (parts == 1) {
        ranges.push_back(range);
        return;
    }
    const auto [least, most] = range_of(std::span(all_).subspan(range.first, range.size()));
    std::size_t widest = 0;
    double share = -1;
    for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
        const double own = (most[lane] - least[lane]) * scale_[lane];
        if (own > share) {
            share = own, widest = lane;
        }
    }
    const std::uint32_t some = parts / 2;
    const std::uint64_t size = (std::uint64_t{range.size()} * some + parts - 1) / parts;
    const std::uint32_t middle = range.first + static_cast<std::uint32_t>(size);
    std::nth_element(all_.begin() + range.first, all_.begin() + middle, all_.begin() + range.last,
                     [widest](const Completion& a, const Completion& b) {
                         const std::int16_t x = a.drops[widest], y = b.drops[widest];
                         return x != y ? x < y : a.code < b.code;
                     });
    split({range.first, middle}, some, ranges);
    split({middle, range.last}, parts - some, ranges);
}

/// Puts a range of completions into a box; returns the least drops in it.
LaneDrops Completions::arrange(std::uint32_t place, Range range) {
    constexpr std::uint32_t most_parts = CompletionBox::parts;
    const bool are_last = range.size() <= most_parts;
    const auto inside = are_last ? range.first : static_cast<std::uint32_t>(boxes_.size());
    insides_[place] = 2 * inside + (are_last ? 1 : 0);
    std::vector<Range> ranges;
    if (are_last) {
        // How nth_element leaves them differs between libraries, and the first that suits is taken.
        std::sort(all_.begin() + range.first, all_.begin() + range.last,
                  [](const Completion& a, const Completion& b) { return a.code < b.code; });
    } else {
        split(range, std::min(most_parts, (range.size() + most_parts - 1) / most_parts), ranges);
        boxes_.resize(boxes_.size() + ranges.size());
        insides_.resize(boxes_.size());
    }
    const std::size_t parts = are_last ? range.size() : ranges.size();
    LaneDrops least;
    least.fill(beyond_all);
    for (std::uint32_t part = 0; part < most_parts; ++part) {
        LaneDrops inner;
        inner.fill(beyond_all);
        if (part < parts) {
            inner = are_last ? all_[inside + part].drops : arrange(inside + part, ranges[part]);
        }
        for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
            boxes_[place].least[lane][part] = inner[lane];
            least[lane] = std::min(least[lane], inner[lane]);
        }
    }
    return least;
}

template <class Slack>
std::uint64_t Completions::find(const Slack* slacks, std::vector<std::uint32_t>& found) const {
    const LaneDrops room = in_units(slacks);
    // A path has at most ten boxes, each with seven more. To clear them takes a sixth of the time.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
    std::array<std::uint32_t, 128> open;
    std::size_t count = boxes_.empty() ? 0 : 1;
    std::uint64_t looks = 0;
    open[0] = 0;
    while (count > 0) {
        const std::uint32_t place = open[--count];
        const std::uint32_t inside = insides_[place] / 2;
        const bool are_last = insides_[place] % 2 != 0;
        ++looks;
        constexpr std::uint64_t highest_bits = 0x8080808080808080U;
        std::uint64_t left = ~closed_parts(room, boxes_[place]) & highest_bits;
        for (; left != 0; left &= left - 1) {
            const std::uint32_t part =
                inside + static_cast<std::uint32_t>(std::countr_zero(left)) / 8;
            if (are_last) {
                found.push_back(part);
            } else {
                open[count++] = part;
            }
        }
    }
    return looks;
}

void Completions::rows(std::uint32_t completion, Row* to) const {
    std::uint32_t code = all_[completion].code;
    for (std::size_t at = rows_.size(); at-- > 0;) {
        to[at] = rows_[at][code % rows_[at].size()];
        code /= static_cast<std::uint32_t>(rows_[at].size());
    }
}

template Completions::Completions(const LaneTables<std::int32_t>&,
                                  const std::vector<std::vector<Row>>&, std::size_t);
template Completions::Completions(const LaneTables<std::int64_t>&,
                                  const std::vector<std::vector<Row>>&, std::size_t);
template std::uint64_t Completions::find(const std::int32_t*, std::vector<std::uint32_t>&) const;
template std::uint64_t Completions::find(const std::int64_t*, std::vector<std::uint32_t>&) const;

} // namespace unbracket
