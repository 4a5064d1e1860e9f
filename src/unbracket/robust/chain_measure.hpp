#pragma once

#include "unbracket/base/interval.hpp"
#include "unbracket/robust/grid_number.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unbracket {

/// A number of any size that is not negative: part * 2^power.
struct Volume {
    double part = 0; // 0, or from 1/2 to below 1
    int power = 0;
};

/// Draws numbers of which each is at least the one before, each inside its own range, so that all
/// such choices are equally likely. Neither end of a range may lie below that of the range before
/// it. Numbers of one and the same range stand on its grid. Else the ends of all ranges cut the
/// line into segments, of which a range holds all or nothing, and each segment has a grid: a piece
/// of every number that may lie there. So a number is kept in its range without being moved, and
/// no cell is wider than its range divided by `grid_cells`.
class ChainMeasure {
public:
    explicit ChainMeasure(const std::vector<Interval>& ranges);

    std::size_t size() const { return numbers_.size(); }
    const std::vector<GridNumber>& numbers() const { return numbers_; }
    std::size_t units_needed() const;

    /// One step for each number out of `units_needed()` units between 0 and 1. Cost: sorting the
    /// numbers, and where ranges differ a few products for each segment and number.
    void place(std::span<const double> units, std::span<std::uint32_t> steps) const;

private:
    struct Segment {
        std::size_t first = 0, last = 0; // numbers that may lie in it: first to last - 1
        double width = 0;                // relative to all segments together
        bool is_point = false;           // of single numbers
    };
    void cut(const std::vector<Interval>& ranges);
    void add_segment(const Interval& segment, const std::vector<Interval>& ranges);
    void count_ways();
    Volume with_one_more(const Volume& volume, const Segment& segment, std::size_t count) const;
    std::size_t choose_count(std::size_t segment, std::size_t placed, double unit) const;
    const Volume& ways(std::size_t segments, std::size_t placed) const {
        return ways_[segments * (size() + 1) + placed];
    }

    std::vector<GridNumber> numbers_;
    std::vector<Segment> segments_; // from the lowest up; empty where all ranges are the same
    std::vector<std::size_t> first_segment_; // of each number
    /// [segments][placed]: how much room there is for the first `placed` numbers in that many of
    /// the lowest segments.
    std::vector<Volume> ways_;
};

} // namespace unbracket
