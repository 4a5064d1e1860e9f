#include "unbracket/frontier/dense_table.hpp"

// For a few parties on coarse scales the frontier is read off a table: for every combination of the
// totals of all parties but one, the best total that the last one can have with it. Issue by issue
// the table is replaced by the largest of its copies, one for each option, shifted by what the
// option brings the others and raised by what it brings the last. That takes the same time however
// the parties' wants are opposed. A sweep from the far corner keeps the maximum over everything
// that is at least as good for the others; a cell is efficient where it exceeds that maximum.
//
// The table has one dimension to the computer: the place of a sum of totals is the sum of their
// places, because no total outgrows its axis. Cells have 16 bit where the last party's totals fit.
//
// Source: Bellman (1957), Dynamic programming, chapter I [bellman1957dynamic]

namespace unbracket {

namespace {

/// The issues that move the least come first, so that the table fills late.
std::vector<std::size_t> small_shifts_first(const AdditiveProblem& problem,
                                            const TableLayout& layout) {
    std::vector<std::size_t> order(problem.issue_count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::size_t> furthest(order.size(), 0);
    for (const std::size_t issue : order) {
        for (std::size_t at = problem.first[issue]; at < problem.first[issue + 1]; ++at) {
            furthest[issue] = std::max(furthest[issue], layout.place_of(problem.option(at)));
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return furthest[a] < furthest[b]; });
    return order;
}

template <class Cell>
Front front_by_table(const AdditiveProblem& problem, const TableLayout& layout) {
    BestTable<Cell> table(problem, layout);
    table.cells().front() = 0;
    for (const std::size_t issue : small_shifts_first(problem, layout)) {
        if (!table.merge(issue)) {
            return {problem.width, {}, true};
        }
    }
    return swept(layout, table.cells(), problem.cancel);
}

constexpr std::int64_t most_narrow_cells = 50'000'000;

} // namespace

std::int64_t dense_cells(const AdditiveProblem& problem) {
    std::int64_t largest = 0, cells = 1;
    for (std::size_t column = 0; column < problem.width; ++column) {
        const std::int64_t size = problem.most(column) + 1;
        const std::int64_t factor = std::min(size, largest); // the largest so far stays outside
        largest = std::max(largest, size);
        cells = factor > 0 && cells > INT64_MAX / factor
                    ? INT64_MAX
                    : cells * std::max<std::int64_t>(factor, 1);
    }
    return cells;
}

bool fits_table(const AdditiveProblem& problem) {
    const std::int64_t cells = dense_cells(problem);
    return cells <= most_narrow_cells / 2 ||
           (cells <= most_narrow_cells && has_narrow_cells(problem, TableLayout(problem)));
}

Front dense_front(const AdditiveProblem& problem) {
    const TableLayout layout(problem);
    return has_narrow_cells(problem, layout) ? front_by_table<std::int16_t>(problem, layout)
                                             : front_by_table<std::int32_t>(problem, layout);
}

} // namespace unbracket
