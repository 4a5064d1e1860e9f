#include "unbracket/frontier/additive.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "bench/timing.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

// Times complete frontiers of synthetic score cases, one thread, one line of JSON a cell: median
// and worst over the seeds, each seed the best of three runs. `front` is the time for all
// combinations of gains, `answer` that for the frontier with up to 1,000 outcomes looked up and
// counted. bench/run makes the table of it.

namespace unbracket {

namespace {

using bench::Clock;
using bench::milliseconds_since;
using bench::Spread;
using bench::spread_of;

struct Cell {
    int parties = 2;
    int issues = 28;
    int options = 4;
    std::string_view kind;
    std::int64_t scale = 1000; // party totals; 0: coarse
};

struct Measured {
    double front = 1e9;
    double answer = 1e9;
    std::uint64_t points = 0;
    bool is_complete = true;
};

GainTable table_of(const Cell& cell, std::uint64_t seed) {
    SyntheticOptions options;
    options.parties = cell.parties;
    options.issues = cell.issues;
    options.options = cell.options;
    options.kind = *parse_synthetic_class(cell.kind);
    options.scale = cell.scale;
    options.seed = seed;
    const LoadedCase loaded = load_case(synthetic_document(options).value()).value();
    return gain_table(central_case(loaded.negotiation, appraise(loaded.negotiation)));
}

Measured measure(const Cell& cell, std::uint64_t seed) {
    const GainTable table = table_of(cell, seed);
    Measured measured;
    for (int run = 0; run < 3; ++run) {
        const auto start = Clock::now();
        const auto problem = additive_problem(table);
        const Front front = additive_front(*problem);
        measured.front = std::min(measured.front, milliseconds_since(start));
        const auto again = Clock::now();
        const Frontier frontier = find_frontier(table);
        measured.answer = std::min(measured.answer, milliseconds_since(again));
        measured.points = frontier.size;
        measured.is_complete = frontier.end == FrontierEnd::complete &&
                               frontier.size == front.size() && measured.is_complete;
    }
    return measured;
}

void report(const Cell& cell, const std::vector<Measured>& all) {
    std::vector<double> fronts, answers;
    std::vector<std::uint64_t> points;
    bool is_complete = true;
    for (const Measured& measured : all) {
        fronts.push_back(measured.front);
        answers.push_back(measured.answer);
        points.push_back(measured.points);
        is_complete = is_complete && measured.is_complete;
    }
    const Spread<double> front = spread_of(fronts), answer = spread_of(answers);
    std::printf("{\"parties\": %d, \"issues\": %d, \"options\": %d, \"class\": \"%s\", "
                "\"scale\": %lld, \"seeds\": %zu, \"points\": %llu, \"median_ms\": %.4f, "
                "\"worst_ms\": %.4f, \"answer_median_ms\": %.4f, \"answer_worst_ms\": %.4f, "
                "\"complete\": %s}\n",
                cell.parties, cell.issues, cell.options, std::string(cell.kind).c_str(),
                static_cast<long long>(cell.scale), all.size(),
                static_cast<unsigned long long>(spread_of(points).median), front.median,
                front.worst, answer.median, answer.worst, is_complete ? "true" : "false");
    std::fflush(stdout);
}

std::vector<Cell> all_cells() {
    std::vector<Cell> cells;
    for (const char* kind : {"rand", "opp", "corr", "nzs", "zs"}) {
        for (const std::int64_t scale : {1000, 1'000'000}) {
            cells.push_back({2, 28, 4, kind, scale});
            cells.push_back({2, 40, 5, kind, scale});
        }
        cells.push_back({3, 28, 4, kind, 1000});
    }
    for (const char* kind : {"rand", "opp", "nzs"}) {
        cells.push_back({3, 28, 4, kind, 0});
        cells.push_back({4, 28, 4, kind, 0});
    }
    return cells;
}

void run_all(std::uint64_t seeds) {
    const auto seeds_of = [seeds](const Cell& cell) {
        return cell.parties > 3 ? std::min<std::uint64_t>(seeds, 3) : seeds;
    };
    bench::measure_cells(all_cells(), seeds_of, measure, report);
}

} // namespace

} // namespace unbracket

int main(int count, char** arguments) {
    return unbracket::bench::run_with_seeds(count, arguments, unbracket::run_all);
}
