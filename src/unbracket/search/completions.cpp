#include "unbracket/search/completions.hpp"

#include "unbracket/search/tree_walk.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <numeric>

// The last depths of a tree hold most of its nodes. What is left there is one question, asked again
// and again with other slacks: which of the same few thousand completions has a drop of at most so
// much in every lane? So completions are sorted once into boxes, halving by the lane in which a box
// is widest, and each box knows the least drop of every lane in each of its eight parts. A part is
// looked into only where its least drops leave room. The eight are compared at once, lane by lane,
// which compilers turn into vector instructions.
//
// Sources: Bentley (1975), Multidimensional binary search trees used for associative searching
// [bentley1975multidimensional]; Horowitz and Sahni (1974), Computing partitions with applications
// to the knapsack problem, for tabulating one part of the choices [horowitz1974computing]

namespace unbracket {

namespace {

/// A byte for each part: its highest bit is set where some lane has no room for it.
template <class Slack>
[[gnu::always_inline]] inline std::uint64_t closed_parts(const Slack* slacks, const Slack* least) {
    using Wide [[gnu::vector_size(8 * sizeof(Slack))]] = Slack;
    using Bytes [[gnu::vector_size(8)]] = signed char;
    Wide signs{};
    for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
        Wide drops;
        std::memcpy(&drops, least + lane * 8, sizeof drops);
        signs |= slacks[lane] - drops;
    }
    const Bytes bytes = __builtin_convertvector(signs < 0, Bytes);
    std::uint64_t closed = 0;
    std::memcpy(&closed, &bytes, sizeof closed);
    return closed;
}

template <class Slack>
[[gnu::always_inline]] inline std::uint64_t find_in(const std::vector<CompletionBox<Slack>>& boxes,
                                                    const Slack* slacks,
                                                    std::vector<std::uint32_t>& found) {
    std::array<std::uint32_t, 128> open{}; // a path has at most ten boxes, each with seven more
    std::size_t count = boxes.empty() ? 0 : 1;
    std::uint64_t looks = 0;
    open[0] = 0;
    while (count > 0) {
        const CompletionBox<Slack>& box = boxes[open[--count]];
        ++looks;
        constexpr std::uint64_t highest_bits = 0x8080808080808080U;
        std::uint64_t left = ~closed_parts(slacks, box.least.front().data()) & highest_bits;
        for (; left != 0; left &= left - 1) {
            const auto at = static_cast<std::size_t>(std::countr_zero(left)) / 8;
            if (box.is_last) {
                found.push_back(box.part[at]);
            } else {
                open[count++] = box.part[at];
            }
        }
    }
    return looks;
}

#if defined(__x86_64__)
template <class Slack>
[[gnu::target("avx2")]] std::uint64_t find_wide(const std::vector<CompletionBox<Slack>>& boxes,
                                                const Slack* slacks,
                                                std::vector<std::uint32_t>& found) {
    return find_in(boxes, slacks, found);
}

bool has_wide_vectors() {
    static const bool has = __builtin_cpu_supports("avx2") != 0;
    return has;
}
#endif

} // namespace

template <class Slack>
Completions<Slack>::Completions(const LaneTables<Slack>& tables,
                                const std::vector<std::vector<Row>>& rows_by_depth,
                                std::size_t depth)
    : depth_(depth),
      rows_(rows_by_depth.begin() + static_cast<std::ptrdiff_t>(depth), rows_by_depth.end()) {
    collect(tables);
    if (codes_.empty()) {
        return;
    }
    const auto count = static_cast<std::uint32_t>(codes_.size());
    order_.resize(count);
    std::iota(order_.begin(), order_.end(), 0U);
    const Lanes least = least_of(0, count);
    for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
        Slack most = least[lane];
        for (const Lanes& drops : drops_) {
            most = std::max(most, drops[lane]);
        }
        scale_[lane] = most > least[lane] ? 1.0 / static_cast<double>(most - least[lane]) : 0.0;
    }
    arrange(0, count);
    order_.clear();
    drops_.clear();
}

template <class Slack>
void Completions<Slack>::collect(const LaneTables<Slack>& tables) {
    codes_.assign(1, 0U);
    drops_.assign(1, Lanes{});
    for (const std::vector<Row>& rows : rows_) {
        std::vector<std::uint32_t> codes;
        std::vector<Lanes> drops;
        const auto radix = static_cast<std::uint32_t>(rows.size());
        for (std::size_t at = 0; at < codes_.size() * radix; ++at) {
            const std::size_t shorter = at / radix, choice = at % radix;
            const Slack* more = tables.drops.data() + rows[choice] * tables.width;
            Lanes sum = drops_[shorter];
            bool has_room = true;
            for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
                sum[lane] = static_cast<Slack>(sum[lane] + more[lane]);
                has_room = has_room && sum[lane] <= tables.root[lane];
            }
            if (has_room) {
                codes.push_back(codes_[shorter] * radix + static_cast<std::uint32_t>(choice));
                drops.push_back(sum);
            }
        }
        codes_.swap(codes), drops_.swap(drops);
    }
}

template <class Slack>
auto Completions<Slack>::least_of(std::uint32_t first, std::uint32_t last) const -> Lanes {
    Lanes least;
    least.fill(std::numeric_limits<Slack>::max() / 2);
    for (std::uint32_t at = first; at < last; ++at) {
        for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
            least[lane] = std::min(least[lane], drops_[order_[at]][lane]);
        }
    }
    return least;
}

/// Halves a range of completions by the lane in which it is widest.
template <class Slack>
std::uint32_t Completions<Slack>::split(std::uint32_t first, std::uint32_t last) {
    if (last - first < 2) {
        return last;
    }
    Lanes most{};
    const Lanes least = least_of(first, last);
    for (std::uint32_t at = first; at < last; ++at) {
        for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
            most[lane] = std::max(most[lane], drops_[order_[at]][lane]);
        }
    }
    std::size_t widest = 0;
    double share = -1;
    for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
        const double own = static_cast<double>(most[lane] - least[lane]) * scale_[lane];
        if (own > share) {
            share = own, widest = lane;
        }
    }
    const std::uint32_t middle = first + (last - first + 1) / 2;
    // By drop, then by number, side by side so that halving reads them in order.
    keys_.clear();
    for (std::uint32_t at = first; at < last; ++at) {
        keys_.emplace_back(drops_[order_[at]][widest], order_[at]);
    }
    std::nth_element(keys_.begin(), keys_.begin() + (middle - first), keys_.end());
    for (std::uint32_t at = first; at < last; ++at) {
        order_[at] = keys_[at - first].second;
    }
    return middle;
}

/// Puts a range of completions into a box and returns its place.
template <class Slack>
std::uint32_t Completions<Slack>::arrange(std::uint32_t first, std::uint32_t last) {
    constexpr std::size_t parts = CompletionBox<Slack>::parts;
    std::array<std::uint32_t, parts + 1> ends{};
    ends.fill(last);
    ends[0] = first;
    for (std::size_t step = parts; step > 1; step /= 2) {
        for (std::size_t at = 0; at < parts; at += step) {
            ends[at + step / 2] = split(ends[at], ends[at + step]);
        }
    }
    const auto place = static_cast<std::uint32_t>(boxes_.size());
    boxes_.emplace_back();
    boxes_[place].is_last = last - first <= parts;
    for (std::size_t part = 0; part < parts; ++part) {
        const Lanes least = least_of(ends[part], ends[part + 1]);
        for (std::size_t lane = 0; lane < completion_lanes; ++lane) {
            boxes_[place].least[lane][part] = least[lane];
        }
        if (ends[part] == ends[part + 1]) {
            continue;
        }
        const std::uint32_t inner =
            boxes_[place].is_last ? order_[ends[part]] : arrange(ends[part], ends[part + 1]);
        boxes_[place].part[part] = inner;
    }
    return place;
}

template <class Slack>
std::uint64_t Completions<Slack>::find(const Slack* slacks,
                                       std::vector<std::uint32_t>& found) const {
#if defined(__x86_64__)
    if (has_wide_vectors()) {
        return find_wide(boxes_, slacks, found);
    }
#endif
    return find_in(boxes_, slacks, found);
}

template <class Slack>
void Completions<Slack>::rows(std::uint32_t completion, Row* to) const {
    std::uint32_t code = codes_[completion];
    for (std::size_t at = rows_.size(); at-- > 0;) {
        to[at] = rows_[at][code % rows_[at].size()];
        code /= static_cast<std::uint32_t>(rows_[at].size());
    }
}

template class Completions<std::int32_t>;
template class Completions<std::int64_t>;

} // namespace unbracket
