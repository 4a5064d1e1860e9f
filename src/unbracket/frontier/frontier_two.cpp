#include "unbracket/frontier/dense_table.hpp"

// The frontier of two parties. While it is short it is a sorted list: the copies of the list, one
// for each option, are merged in descending order, and a running maximum of the second total lets
// through what is efficient. Both totals are packed into one number, whose order is that of the
// list. A list may get as long as there are different totals, which happens where what one party
// wins the other loses; a table over the first party's totals then takes less time. Before every
// issue the two costs are estimated, and once the table is cheaper the list is written into one.
//
// Source: Nemhauser and Ullmann (1969), Discrete dynamic programming and capital allocation,
// section 3, for the list [nemhauser1969discrete]; Bellman (1957), Dynamic programming, chapter I,
// for the table [bellman1957dynamic]

namespace unbracket {

namespace {

/// A step of the list costs about as much as so many cells of the table.
constexpr std::size_t cells_for_a_step = 12;

/// Steps between two looks at the flag that stops the work.
constexpr std::size_t between_looks = 16'384;

/// Pairs of totals in descending order, the axis in the upper half.
using Packed = std::vector<std::uint64_t>;

class FrontOfTwo {
public:
    explicit FrontOfTwo(const AdditiveProblem& problem) : problem_(problem), layout_(problem) {
        order_.resize(problem.issue_count());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::vector<std::size_t> furthest;
        for (const std::size_t issue : order_) {
            furthest.push_back(furthest_of(issue));
        }
        std::stable_sort(order_.begin(), order_.end(),
                         [&](std::size_t a, std::size_t b) { return furthest[a] < furthest[b]; });
    }

    Front run() {
        Packed list = {0};
        std::size_t reach = 1;
        for (std::size_t at = 0; at < order_.size(); ++at) {
            reach += furthest_of(order_[at]);
            if (list.size() * cells_for_a_step > reach) {
                return problem_.most(layout_.kept) <= BestTable<std::int16_t>::most_kept
                           ? by_table<std::int16_t>(list, at)
                           : by_table<std::int32_t>(list, at);
            }
            list = merged(list, order_[at]);
            if (is_raised(problem_.cancel)) {
                return {2, {}, true};
            }
        }
        return unpacked(list);
    }

private:
    std::size_t furthest_of(std::size_t issue) const {
        std::int32_t furthest = 0;
        for (std::size_t at = problem_.first[issue]; at < problem_.first[issue + 1]; ++at) {
            furthest = std::max(furthest, problem_.option(at)[layout_.axes.front()]);
        }
        return static_cast<std::size_t>(furthest);
    }

    std::uint64_t packed(std::size_t option) const {
        const auto totals = problem_.option(option);
        return static_cast<std::uint64_t>(totals[layout_.axes.front()]) << 32U |
               static_cast<std::uint64_t>(totals[layout_.kept]);
    }

    /// One copy of the list that is being merged.
    struct Copy {
        const std::uint64_t* next;
        std::uint64_t shift;
        std::uint64_t head;
    };

    Packed merged(const Packed& list, std::size_t issue) const {
        std::vector<Copy> copies;
        for (std::size_t at = problem_.first[issue]; at < problem_.first[issue + 1]; ++at) {
            const std::uint64_t shift = packed(at);
            copies.push_back({list.data(), shift, list.front() + shift});
        }
        const std::uint64_t* const end = list.data() + list.size();
        Packed result;
        result.reserve(list.size() * copies.size());
        std::int64_t best = -1;
        std::size_t steps = 0;
        while (!copies.empty() && (++steps % between_looks != 0 || !is_raised(problem_.cancel))) {
            Copy* largest = &copies.front();
            for (Copy& copy : copies) {
                largest = copy.head > largest->head ? &copy : largest;
            }
            const auto second = static_cast<std::int64_t>(largest->head & 0xffffffffU);
            if (second > best) {
                best = second;
                result.push_back(largest->head);
            }
            if (++largest->next == end) {
                copies.erase(copies.begin() + (largest - copies.data()));
            } else {
                largest->head = *largest->next + largest->shift;
            }
        }
        return result;
    }

    void write(std::uint64_t pair, std::vector<std::int32_t>& totals) const {
        totals[layout_.axes.front()] = static_cast<std::int32_t>(pair >> 32U);
        totals[layout_.kept] = static_cast<std::int32_t>(pair & 0xffffffffU);
    }

    Front unpacked(const Packed& list) const {
        Front front;
        front.width = 2;
        std::vector<std::int32_t> totals(2);
        for (const std::uint64_t pair : list) {
            write(pair, totals);
            front.totals.insert(front.totals.end(), totals.begin(), totals.end());
        }
        return front;
    }

    /// Goes on with the issues from this place of the order.
    template <class Cell>
    Front by_table(const Packed& list, std::size_t from) const {
        BestTable<Cell> table(problem_, layout_);
        std::vector<std::int32_t> totals(2);
        for (const std::uint64_t pair : list) {
            write(pair, totals);
            table.cells()[layout_.place_of(totals)] = static_cast<Cell>(totals[layout_.kept]);
        }
        table.reach = static_cast<std::size_t>(list.front() >> 32U) + 1;
        for (std::size_t at = from; at < order_.size(); ++at) {
            if (!table.merge(order_[at])) {
                return {2, {}, true};
            }
        }
        return swept(layout_, table.cells(), problem_.cancel);
    }

    const AdditiveProblem& problem_;
    TableLayout layout_;
    std::vector<std::size_t> order_;
};

} // namespace

Front front_of_two(const AdditiveProblem& problem) {
    return FrontOfTwo(problem).run();
}

} // namespace unbracket
