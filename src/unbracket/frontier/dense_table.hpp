#pragma once

#include "unbracket/base/require.hpp"
#include "unbracket/frontier/additive.hpp"

#include <algorithm>
#include <numeric>

namespace unbracket {

/// Which column a dense table keeps the best total of, and how the totals of the others make the
/// place of a cell. The columns are taken by their largest totals, the largest is the one kept.
struct TableLayout {
    std::size_t kept = 0;
    std::vector<std::size_t> axes;    // columns, the one that turns fastest last
    std::vector<std::size_t> sizes;   // by axis
    std::vector<std::size_t> strides; // by axis
    std::size_t cells = 1;

    explicit TableLayout(const AdditiveProblem& problem) {
        std::vector<std::size_t> columns(problem.width);
        std::iota(columns.begin(), columns.end(), std::size_t{0});
        std::vector<std::int64_t> most;
        for (const std::size_t column : columns) {
            most.push_back(problem.most(column));
        }
        std::stable_sort(columns.begin(), columns.end(),
                         [&](std::size_t a, std::size_t b) { return most[a] < most[b]; });
        kept = columns.back();
        columns.pop_back();
        axes = std::move(columns);
        strides.resize(axes.size());
        for (std::size_t at = axes.size(); at-- > 0;) {
            strides[at] = cells;
            sizes.insert(sizes.begin(), static_cast<std::size_t>(most[axes[at]]) + 1);
            cells *= sizes.front();
        }
    }

    std::size_t place_of(std::span<const std::int32_t> totals) const {
        std::size_t place = 0;
        for (std::size_t at = 0; at < axes.size(); ++at) {
            place += strides[at] * static_cast<std::size_t>(totals[axes[at]]);
        }
        return place;
    }
};

/// Puts the larger of each cell of `to` and the raised cell of `from`, which must not overlap.
void raise_all(const std::int16_t* from, std::int16_t* to, std::size_t count, std::int16_t raise);
void raise_all(const std::int32_t* from, std::int32_t* to, std::size_t count, std::int32_t raise);

/// For every place the best total of the kept column that some choice reaches there; negative where
/// none does. Sums of places are places of sums, so the table is one-dimensional to the merge.
template <class Cell>
class BestTable {
public:
    BestTable(const AdditiveProblem& problem, const TableLayout& layout)
        : problem_(problem), layout_(layout), cells_(layout.cells, nothing),
          next_(layout.cells, nothing) {}

    static constexpr Cell nothing =
        sizeof(Cell) == 2 ? Cell{-32'000} : static_cast<Cell>(-(std::int64_t{1} << 30));
    /// Totals up to here keep what is not reached negative.
    static constexpr std::int64_t most_kept =
        sizeof(Cell) == 2 ? std::int64_t{30'000} : additive_limit;

    /// What is reached so far; `reach` is the first place behind all of it.
    std::vector<Cell>& cells() { return cells_; }
    std::size_t reach = 1;

    /// Adds an issue: every option shifts the table and raises it. False where that was stopped.
    bool merge(std::size_t issue) {
        std::size_t furthest = 0;
        std::vector<Shift> shifts;
        for (std::size_t at = problem_.first[issue]; at < problem_.first[issue + 1]; ++at) {
            const auto totals = problem_.option(at);
            shifts.push_back({layout_.place_of(totals), static_cast<Cell>(totals[layout_.kept])});
            furthest = std::max(furthest, shifts.back().by);
        }
        const std::size_t end = reach + furthest;
        UNBRACKET_ASSERT(end <= cells_.size());
        for (std::size_t begin = 0; begin < end; begin += block) {
            if (is_raised(problem_.cancel)) {
                return false;
            }
            merge_block(shifts, begin, std::min(end, begin + block));
        }
        std::swap(cells_, next_);
        reach = end;
        return true;
    }

private:
    static constexpr std::size_t block = 8'192;
    struct Shift {
        std::size_t by;
        Cell raise;
    };

    void merge_block(const std::vector<Shift>& shifts, std::size_t begin, std::size_t end) {
        Cell* const to = next_.data();
        std::fill(to + begin, to + end, nothing);
        for (const Shift& shift : shifts) {
            const std::size_t from = std::max(begin, shift.by);
            const std::size_t until = std::min(end, shift.by + reach);
            if (from >= until) {
                continue;
            }
            raise_all(cells_.data() + (from - shift.by), to + from, until - from, shift.raise);
        }
    }

    const AdditiveProblem& problem_;
    const TableLayout& layout_;
    std::vector<Cell> cells_;
    std::vector<Cell> next_;
};

/// Whether 16 bits are enough for a cell of that table.
inline bool has_narrow_cells(const AdditiveProblem& problem, const TableLayout& layout) {
    return problem.most(layout.kept) <= BestTable<std::int16_t>::most_kept;
}

/// Points that room is made for; memory that is not written costs nothing.
inline constexpr std::size_t most_reserved = std::size_t{1} << 22U;

/// The efficient cells of a finished table, from the furthest place on. Spoils the table.
template <class Cell>
class Sweep {
public:
    Sweep(const TableLayout& layout, std::vector<Cell>& cells, const CancelFlag* cancel)
        : layout_(layout), cells_(cells), cancel_(cancel), totals_(layout.axes.size() + 1) {
        front_.width = totals_.size();
        front_.totals.reserve(front_.width * std::min(cells.size(), most_reserved));
    }

    Front run() {
        for (std::size_t row = cells_.size() / layout_.sizes.back(); row-- > 0;) {
            if (is_raised(cancel_)) {
                front_.was_stopped = true;
                break;
            }
            begin_row(row * layout_.sizes.back());
        }
        return std::move(front_);
    }

private:
    /// A row has one place for each total of the last axis.
    void begin_row(std::size_t begin) {
        better_.clear();
        std::size_t rest = begin;
        for (std::size_t at = 0; at + 1 < layout_.axes.size(); ++at) {
            const std::size_t place = rest / layout_.strides[at];
            rest %= layout_.strides[at];
            totals_[layout_.axes[at]] = static_cast<std::int32_t>(place);
            if (place + 1 < layout_.sizes[at]) {
                better_.push_back(cells_.data() + begin + layout_.strides[at]);
            }
        }
        sweep_row(cells_.data() + begin);
    }

    /// Puts into each cell the best of all that is at least as far on every axis.
    void sweep_row(Cell* row) {
        Cell best = -1;
        for (std::size_t at = layout_.sizes.back(); at-- > 0;) {
            for (const Cell* other : better_) {
                best = std::max(best, other[at]);
            }
            if (row[at] > best) {
                best = row[at];
                add_point(at, best);
            }
            row[at] = best;
        }
    }

    void add_point(std::size_t place, Cell best) {
        totals_[layout_.axes.back()] = static_cast<std::int32_t>(place);
        totals_[layout_.kept] = best;
        for (const std::int32_t total : totals_) {
            front_.totals.push_back(total);
        }
    }

    const TableLayout& layout_;
    std::vector<Cell>& cells_;
    const CancelFlag* cancel_;
    std::vector<std::int32_t> totals_;
    std::vector<const Cell*> better_; // rows one further on another axis, already swept
    Front front_;
};

template <class Cell>
Front swept(const TableLayout& layout, std::vector<Cell>& cells, const CancelFlag* cancel) {
    return Sweep<Cell>(layout, cells, cancel).run();
}

} // namespace unbracket
