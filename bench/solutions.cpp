#include "unbracket/frontier/solutions.hpp"

#include "unbracket/report/solutions_words.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "bench/timing.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

// Times single solutions of synthetic score cases of five parties, 28 issues and 4 options, with
// fallbacks at half of each party's best total, proof and ties included; Kalai and Smorodinsky's
// with the largest gains it needs. One thread, one line of JSON a cell: median and worst over the
// seeds, each seed the best of three runs. bench/run makes the table of it.

namespace unbracket {

namespace {

using bench::Clock;
using bench::milliseconds_since;
using bench::Spread;
using bench::spread_of;

struct Cell {
    std::string_view kind;
    std::int64_t scale = 1000; // party totals
    SolutionKind asked = SolutionKind::nash;
    bool is_tolerant = false; // 0.5 % of each party's span
};

struct Measured {
    double elapsed = 1e9;
    std::uint64_t nodes = 0;
    bool is_proved = true;
};

struct Prepared {
    CentralCase central;
    GainTable table;
};

Prepared prepare(const Cell& cell, std::uint64_t seed) {
    SyntheticOptions options;
    options.kind = *parse_synthetic_class(cell.kind);
    options.scale = cell.scale;
    options.seed = seed;
    const LoadedCase loaded = load_case(synthetic_document(options).value()).value();
    CentralCase central = central_case(loaded.negotiation, appraise(loaded.negotiation));
    GainTable table = gain_table(central);
    return {std::move(central), std::move(table)};
}

Measured measure(const Cell& cell, std::uint64_t seed) {
    const Prepared prepared = prepare(cell, seed);
    SolutionOptions options;
    options.asked = {cell.asked};
    options.tolerance = cell.is_tolerant ? Rational(1, 200) : Rational();
    Measured measured;
    for (int run = 0; run < 3; ++run) {
        const auto start = Clock::now();
        const Solutions found = find_solutions(prepared.central, prepared.table, options);
        measured.elapsed = std::min(measured.elapsed, milliseconds_since(start));
        measured.nodes = found.nodes;
        const auto& solution = found.of(cell.asked);
        measured.is_proved =
            found.zone == ZoneState::empty || (solution && solution->proved != Proved::cut);
    }
    return measured;
}

void report(const Cell& cell, const std::vector<Measured>& all) {
    std::vector<double> times;
    std::vector<std::uint64_t> nodes;
    std::size_t cut = 0;
    for (const Measured& measured : all) {
        times.push_back(measured.elapsed);
        nodes.push_back(measured.nodes);
        cut += measured.is_proved ? 0U : 1U;
    }
    const Spread<double> time = spread_of(times);
    std::printf("{\"class\": \"%s\", \"scale\": %lld, \"solution\": \"%s\", \"tolerance\": %s, "
                "\"seeds\": %zu, \"median_ms\": %.3f, \"worst_ms\": %.3f, \"nodes\": %llu, "
                "\"cut\": %zu}\n",
                std::string(cell.kind).c_str(), static_cast<long long>(cell.scale),
                words_of(cell.asked).key.c_str(), cell.is_tolerant ? "0.005" : "0", all.size(),
                time.median, time.worst, static_cast<unsigned long long>(spread_of(nodes).median),
                cut);
    std::fflush(stdout);
}

std::vector<Cell> all_cells() {
    std::vector<Cell> cells;
    for (const SolutionKind asked :
         {SolutionKind::nash, SolutionKind::egalitarian, SolutionKind::kalai_smorodinsky}) {
        for (const char* kind : {"rand", "opp", "corr", "nzs", "zs"}) {
            cells.push_back({kind, 1'000, asked, false});
            cells.push_back({kind, 1'000'000, asked, true});
        }
    }
    return cells;
}

void run_all(std::uint64_t seeds) {
    const auto seeds_of = [seeds](const Cell& /*cell*/) { return seeds; };
    bench::measure_cells(all_cells(), seeds_of, measure, report);
}

} // namespace

} // namespace unbracket

int main(int count, char** arguments) {
    return unbracket::bench::run_with_seeds(count, arguments, unbracket::run_all);
}
