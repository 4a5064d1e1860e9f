#include "unbracket/frontier/coalition_counts.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "bench/timing.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

// Times the count of outcomes by who accepts them, on synthetic score cases with totals of 1,000,
// one thread, one line of JSON a cell: outcomes looked at in a second by plain enumeration, median
// and slowest over the seeds, each seed the best of three runs. bench/run makes the table of it.

namespace unbracket {

namespace {

using bench::Clock;
using bench::milliseconds_since;

struct Cell {
    int parties = 2;
    int issues = 15; // of four options: 4^15 = 1.07e9 outcomes
    std::string_view kind;
};

AcceptanceTable table_of(const Cell& cell, std::uint64_t seed) {
    SyntheticOptions options;
    options.parties = cell.parties;
    options.issues = cell.issues;
    options.options = 4;
    options.kind = *parse_synthetic_class(cell.kind);
    options.scale = 1000;
    options.seed = seed;
    options.planted = Planted::yes;
    const LoadedCase loaded = load_case(synthetic_document(options).value()).value();
    return acceptance_table(central_case(loaded.negotiation, appraise(loaded.negotiation)));
}

void run_cell(const Cell& cell, std::uint64_t seeds) {
    std::vector<double> rates;
    bool is_whole = true;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const AcceptanceTable table = table_of(cell, seed);
        double least = 1e9;
        for (int run = 0; run < 3; ++run) {
            const auto start = Clock::now();
            const auto tally = enumerate_coalitions(table);
            least = std::min(least, milliseconds_since(start));
            is_whole = is_whole && tally->permitted == table.size();
        }
        rates.push_back(table.size().approximate() / least * 1000);
    }
    std::sort(rates.begin(), rates.end());
    std::printf("{\"parties\": %d, \"issues\": %d, \"class\": \"%s\", \"seeds\": %zu, "
                "\"median_rate\": %.4g, \"slowest_rate\": %.4g, \"whole\": %s}\n",
                cell.parties, cell.issues, std::string(cell.kind).c_str(), rates.size(),
                rates[rates.size() / 2], rates.front(), is_whole ? "true" : "false");
    std::fflush(stdout);
}

void run_all(std::uint64_t seeds) {
    for (const char* kind : {"rand", "opp", "nzs"}) {
        for (const int parties : {2, 3, 5}) {
            run_cell({parties, parties == 2 ? 15 : 13, kind}, std::min<std::uint64_t>(seeds, 5));
        }
    }
}

} // namespace

} // namespace unbracket

int main(int count, char** arguments) {
    return unbracket::bench::run_with_seeds(count, arguments, unbracket::run_all);
}
