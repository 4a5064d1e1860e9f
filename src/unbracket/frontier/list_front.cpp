#include "unbracket/frontier/dense_table.hpp"

#include <bit>

// The frontier of two or three parties. While it is short it is a sorted list: the copies of the
// list, one for each option, are merged in descending order, the first column first. Whatever could
// improve on a pair or triple stands before it, so one look lets through what is efficient: at the
// largest last total so far for two parties, and for three at the largest among those with at least
// as high a second total, kept for every second total there is. The totals are packed into one
// number, whose order is that of the list; copies of many options are merged a few at a time, so
// that most is left out early.
//
// A list may get as long as there are different totals, which happens where what one party wins the
// others lose; a table over all totals but one then takes less time. Before every issue the costs
// of the issues left are estimated for both, and once the table is cheaper the list is written into
// one. The points come in the order in which the table would list them.
//
// Source: Nemhauser and Ullmann (1969), Discrete dynamic programming and capital allocation,
// section 3, for the list [nemhauser1969discrete]; Kung, Luccio and Preparata (1975), On finding
// the maxima of a set of vectors, for the look in descending order [kung1975finding]; Bellman
// (1957), Dynamic programming, chapter I, for the table [bellman1957dynamic]

namespace unbracket {

namespace {

/// A step of a list of pairs costs about as much as so many cells of the table, and one of triples.
constexpr std::size_t cells_for_a_pair = 32;
constexpr std::size_t cells_for_a_triple = 64;

/// To fill a table and read it costs about as much as merging so many options into it.
constexpr std::size_t options_for_reading = 4;

/// Copies merged at once.
constexpr std::size_t most_copies = 8;

/// Steps between two looks at the flag that stops the work.
constexpr std::size_t between_looks = 16'384;

/// Totals in descending order, the first axis in the highest bits, the kept column in the lowest.
using Packed = std::vector<std::uint64_t>;

/// Where the columns stand in a packed number; sums of packed numbers are packed sums.
class Packing {
public:
    Packing(const AdditiveProblem& problem, const TableLayout& layout) : columns_(layout.axes) {
        columns_.push_back(layout.kept);
        unsigned begin = 0;
        for (std::size_t at = columns_.size(); at-- > 0;) {
            const auto most = static_cast<std::uint64_t>(problem.most(columns_[at]));
            const auto bits = static_cast<unsigned>(std::bit_width(most));
            fields_.insert(fields_.begin(), {begin, (std::uint64_t{1} << bits) - 1, most});
            begin += bits;
        }
        UNBRACKET_ASSERT(begin < 64);
    }

    std::uint64_t packed(std::span<const std::int32_t> totals) const {
        std::uint64_t number = 0;
        for (std::size_t at = 0; at < columns_.size(); ++at) {
            number |= static_cast<std::uint64_t>(totals[columns_[at]]) << fields_[at].begin;
        }
        return number;
    }

    void unpack(std::uint64_t number, std::span<std::int32_t> totals) const {
        for (std::size_t at = 0; at < columns_.size(); ++at) {
            totals[columns_[at]] = static_cast<std::int32_t>(total(number, at));
        }
    }

    /// One of the totals of a number, by its place in the order of columns.
    std::int64_t total(std::uint64_t number, std::size_t place) const {
        return static_cast<std::int64_t>(number >> fields_[place].begin & fields_[place].mask);
    }

    /// The largest that total can be.
    std::size_t most(std::size_t place) const {
        return static_cast<std::size_t>(fields_[place].most);
    }

private:
    struct Field {
        unsigned begin;
        std::uint64_t mask;
        std::uint64_t most;
    };
    std::vector<std::size_t> columns_; // the kept one last
    std::vector<Field> fields_;
};

/// Lets through the efficient ones among pairs that come in descending order.
class PairFilter {
public:
    explicit PairFilter(const Packing& packing) : packing_(packing) {}

    bool admits(std::uint64_t number) {
        const std::int64_t kept = packing_.total(number, 1);
        const bool is_better = kept > best_;
        best_ = std::max(best_, kept);
        return is_better;
    }

private:
    const Packing& packing_;
    std::int64_t best_ = -1;
};

/// The same for triples.
class TripleFilter {
public:
    explicit TripleFilter(const Packing& packing)
        : packing_(packing), best_(packing.most(1) + 1, -1) {}

    bool admits(std::uint64_t number) {
        const auto kept = static_cast<std::int32_t>(packing_.total(number, 2));
        const auto second = static_cast<std::size_t>(packing_.total(number, 1));
        if (best_[second] >= kept) {
            return false;
        }
        for (std::size_t at = second + 1; at-- > 0 && best_[at] < kept;) {
            best_[at] = kept;
        }
        return true;
    }

private:
    const Packing& packing_;
    std::vector<std::int32_t> best_; // kept total of those with this second total or more
};

template <class Filter>
class ListFront {
public:
    explicit ListFront(const AdditiveProblem& problem)
        : problem_(problem), layout_(problem), packing_(problem, layout_),
          order_(problem.issue_count()) {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        for (const std::size_t issue : order_) {
            furthest_.push_back(furthest_of(issue));
        }
        std::stable_sort(order_.begin(), order_.end(),
                         [&](std::size_t a, std::size_t b) { return furthest_[a] < furthest_[b]; });
    }

    Front run() {
        Packed list = {0};
        for (std::size_t at = 0; at < order_.size(); ++at) {
            if (is_dearer_than_table(list.size(), at)) {
                return has_narrow_cells(problem_, layout_) ? by_table<std::int16_t>(list, at)
                                                           : by_table<std::int32_t>(list, at);
            }
            list = merged(list, problem_.first[order_[at]], problem_.first[order_[at] + 1]);
            if (is_raised(problem_.cancel)) {
                return {problem_.width, {}, true};
            }
        }
        return unpacked(list);
    }

private:
    /// Places by which an issue may move a total in the table.
    std::size_t furthest_of(std::size_t issue) const {
        std::size_t furthest = 0;
        for (std::size_t at = problem_.first[issue]; at < problem_.first[issue + 1]; ++at) {
            furthest = std::max(furthest, layout_.place_of(problem_.option(at)));
        }
        return furthest;
    }

    /// Whether the issues from this place of the order on take longer by a list even if it does
    /// not grow.
    bool is_dearer_than_table(std::size_t size, std::size_t from) const {
        const std::size_t step = problem_.width == 2 ? cells_for_a_pair : cells_for_a_triple;
        // A filter of triples is filled before the first look, cell by cell.
        const std::size_t filter = problem_.width == 2 ? 0 : packing_.most(1) + 1;
        std::size_t reach = 1, by_list = 0, by_table = layout_.cells * options_for_reading;
        for (std::size_t at = 0; at < order_.size(); ++at) {
            const std::size_t issue = order_[at];
            reach += furthest_[issue];
            if (at >= from) {
                const std::size_t options = problem_.first[issue + 1] - problem_.first[issue];
                by_list += size * options * step + merges(options) * filter;
                by_table += reach * options;
            }
        }
        return by_list > by_table;
    }

    /// Near enough: merges of few copies, and of their results in twos.
    static constexpr std::size_t merges(std::size_t options) {
        return 1 + 2 * (options / (most_copies + 1));
    }

    /// One copy of a list that is being merged.
    struct Copy {
        const std::uint64_t* next;
        const std::uint64_t* end;
        std::uint64_t shift;
        std::uint64_t head;
    };

    static Copy copy_of(const Packed& list, std::uint64_t shift) {
        return {list.data(), list.data() + list.size(), shift, list.front() + shift};
    }

    /// The list moved by each of these options, without what is improved on.
    Packed merged(const Packed& list, std::size_t begin, std::size_t end) const {
        std::vector<Copy> copies;
        if (end - begin <= most_copies) {
            for (std::size_t at = begin; at < end; ++at) {
                copies.push_back(copy_of(list, packing_.packed(problem_.option(at))));
            }
            return merged(std::move(copies));
        }
        const std::size_t middle = begin + (end - begin) / 2;
        const Packed first = merged(list, begin, middle), second = merged(list, middle, end);
        if (is_raised(problem_.cancel)) {
            return list;
        }
        return merged({copy_of(first, 0), copy_of(second, 0)});
    }

    /// Not whole where the flag was raised.
    Packed merged(std::vector<Copy> copies) const {
        Packed result;
        Filter filter(packing_);
        std::size_t steps = 0;
        while (!copies.empty() && (++steps % between_looks != 0 || !is_raised(problem_.cancel))) {
            Copy* largest = &copies.front();
            for (Copy& copy : copies) {
                largest = copy.head > largest->head ? &copy : largest;
            }
            if (filter.admits(largest->head)) {
                result.push_back(largest->head);
            }
            if (++largest->next == largest->end) {
                copies.erase(copies.begin() + (largest - copies.data()));
            } else {
                largest->head = *largest->next + largest->shift;
            }
        }
        return result;
    }

    Front unpacked(const Packed& list) const {
        Front front;
        front.width = problem_.width;
        front.totals.resize(list.size() * front.width);
        const std::span<std::int32_t> totals(front.totals);
        for (std::size_t at = 0; at < list.size(); ++at) {
            packing_.unpack(list[at], totals.subspan(at * front.width, front.width));
        }
        return front;
    }

    /// Goes on with the issues from this place of the order.
    template <class Cell>
    Front by_table(const Packed& list, std::size_t from) const {
        BestTable<Cell> table(problem_, layout_);
        std::vector<std::int32_t> totals(problem_.width);
        for (const std::uint64_t number : list) {
            packing_.unpack(number, totals);
            table.cells()[layout_.place_of(totals)] = static_cast<Cell>(totals[layout_.kept]);
        }
        for (std::size_t at = 0; at < order_.size(); ++at) {
            if (at < from) {
                table.reach += furthest_[order_[at]];
            } else if (!table.merge(order_[at])) {
                return {problem_.width, {}, true};
            }
        }
        return swept(layout_, table.cells(), problem_.cancel);
    }

    const AdditiveProblem& problem_;
    TableLayout layout_;
    Packing packing_;
    std::vector<std::size_t> order_;    // of issues: those that move the least come first
    std::vector<std::size_t> furthest_; // by issue
};

} // namespace

Front list_front(const AdditiveProblem& problem) {
    UNBRACKET_REQUIRE(problem.width == 2 || problem.width == 3, "lists hold two or three columns");
    return problem.width == 2 ? ListFront<PairFilter>(problem).run()
                              : ListFront<TripleFilter>(problem).run();
}

} // namespace unbracket
