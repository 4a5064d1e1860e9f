#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

// What the programs of this folder measure with.

namespace unbracket::bench {

using Clock = std::chrono::steady_clock;

inline double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

template <class Number>
struct Spread {
    Number median{};
    Number worst{};
};

/// Of at least one value.
template <class Number>
Spread<Number> spread_of(std::vector<Number> values) {
    std::sort(values.begin(), values.end());
    return {values[values.size() / 2], values.back()};
}

/// Measures each cell with seeds from 1 to what `seeds_of` says of the cell, and reports it.
template <class Cells, class SeedsOf, class Measure, class Report>
void measure_cells(const Cells& cells, SeedsOf seeds_of, Measure measure, Report report) {
    for (const auto& cell : cells) {
        std::vector<decltype(measure(cell, std::uint64_t{1}))> all;
        for (std::uint64_t seed = 1; seed <= seeds_of(cell); ++seed) {
            all.push_back(measure(cell, seed));
        }
        report(cell, all);
    }
}

/// Calls `run_all` with the number of seeds on the command line, 20 where there is none. Returns
/// the exit code.
template <class RunAll>
int run_with_seeds(int count, char** arguments, RunAll run_all) {
    const int seeds = count > 1 ? std::atoi(arguments[1]) : 20;
    if (seeds < 1) {
        std::fprintf(stderr, "usage: %s [SEEDS]\n", arguments[0]);
        return 2;
    }
    run_all(static_cast<std::uint64_t>(seeds));
    return 0;
}

} // namespace unbracket::bench
