#include "unbracket/frontier/solutions.hpp"
#include "unbracket/report/solutions_words.hpp"
#include "unbracket/unbracket.hpp"

#include "bench/timing.hpp"

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

// One solution of one case file, for bench/optima.py, which runs it beside CBC on the same case:
// `frontier` finds all solutions and a list of efficient outcomes, CBC one thing at a time. One
// line of JSON: what the solution measures, how far that is proved, and the engine's time for it
// from the loaded case on, ties included.

namespace unbracket {

namespace {

std::optional<SolutionKind> kind_named(std::string_view key) {
    for (const SolutionKind kind : all_solution_kinds) {
        if (words_of(kind).key == key) {
            return kind;
        }
    }
    return std::nullopt;
}

void print_solution(const LoadedCase& loaded, SolutionKind kind) {
    const auto start = bench::Clock::now();
    const CentralCase central = central_case(loaded.negotiation, appraise(loaded.negotiation));
    const GainTable table = gain_table(central);
    const Solutions solutions = find_solutions(central, table, {.asked = {kind}});
    const double elapsed = bench::milliseconds_since(start);
    const auto& solution = solutions.of(kind);
    const std::string measure =
        solution ? "\"" + solution->measure.to_fraction_text() + "\"" : "null";
    const bool is_proved =
        solution ? solution->proved == Proved::optimal : solutions.zone == ZoneState::empty;
    std::printf("{\"measure\": %s, \"proved\": %s, \"nodes\": %llu, \"elapsed_ms\": %.4f}\n",
                measure.c_str(), is_proved ? "true" : "false",
                static_cast<unsigned long long>(solutions.nodes), elapsed);
}

} // namespace

} // namespace unbracket

int main(int count, char** arguments) {
    const auto kind = count == 3 ? unbracket::kind_named(arguments[2]) : std::nullopt;
    if (!kind) {
        std::fprintf(stderr, "usage: %s CASE SOLUTION\n", arguments[0]);
        return 2;
    }
    const auto loaded = unbracket::open_case({.files = {arguments[1]}});
    if (!loaded) {
        std::fprintf(stderr, "%s is no case\n", arguments[1]);
        return 2;
    }
    unbracket::print_solution(loaded.value(), *kind);
    return 0;
}
