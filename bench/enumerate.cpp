#include "unbracket/frontier/frontier.hpp"
#include "unbracket/frontier/solutions.hpp"
#include "unbracket/report/solutions_words.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "bench/enumeration.hpp"
#include "bench/timing.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

// Times plain enumeration (bench/enumeration.hpp) and the engine on the same synthetic score cases
// of four options an issue and totals of 1,000: four solutions at once, and for two and three
// parties the complete frontier. One thread each, one line of JSON a case: the time of both, each
// the best of three runs up to 4^10 outcomes and of one beyond, what was found, and whether both
// found it; the engine's time begins with the loaded case. Ends with 1 where they differ. bench/run
// makes the table of it.

namespace unbracket {

namespace {

using bench::Clock;
using bench::milliseconds_since;
using bench::Totals;

struct Question {
    std::size_t parties = 2;
    int issues = 8;
    std::string_view kind;
    std::uint64_t seed = 1;
    bool asks_frontier = false;
};

struct Measured {
    double plain = 1e9;
    double ours = 1e9;
    bool is_same = true;
    std::string found; // members of JSON
};

const std::vector<SolutionKind> asked = {SolutionKind::nash, SolutionKind::egalitarian,
                                         SolutionKind::kalai_smorodinsky,
                                         SolutionKind::utilitarian};

Node document_of(const Question& question) {
    SyntheticOptions options;
    options.parties = static_cast<int>(question.parties);
    options.issues = question.issues;
    options.kind = *parse_synthetic_class(question.kind);
    options.seed = question.seed;
    return synthetic_document(options).value();
}

/// The best time of some runs, and what the last one gave.
template <class Run>
auto best_of(int runs, double& best, Run run) {
    for (;;) {
        const auto start = Clock::now();
        auto result = run();
        best = std::min(best, milliseconds_since(start));
        if (--runs <= 0) {
            return result;
        }
    }
}

template <std::size_t parties>
Rational measure_of(const bench::Optima<parties>& optima, SolutionKind kind) {
    switch (kind) {
    case SolutionKind::nash:
        return optima.product.of_gains;
    case SolutionKind::egalitarian:
        return optima.gains[0];
    case SolutionKind::kalai_smorodinsky:
        return bench::sum_of(optima.largest) > 0 ? Rational(optima.shares[0], optima.whole) : 0;
    case SolutionKind::utilitarian:
    case SolutionKind::utilitarian_anywhere:
        break;
    }
    return optima.sum;
}

/// Whether an outcome with these gains is as good as the best one, in all places of a list.
template <std::size_t parties>
bool is_best(const bench::Optima<parties>& optima, SolutionKind kind,
             const Totals<parties>& gains) {
    switch (kind) {
    case SolutionKind::nash:
        return bench::product_of(gains) == optima.product;
    case SolutionKind::egalitarian:
        return bench::ascending(gains) == optima.gains;
    case SolutionKind::kalai_smorodinsky:
        return bench::ascending(optima.shares_of(gains)) == optima.shares;
    case SolutionKind::utilitarian:
    case SolutionKind::utilitarian_anywhere:
        break;
    }
    return bench::sum_of(gains) == optima.sum;
}

/// What a combination of totals is worth to each party: its value, or what it gains.
template <std::size_t parties>
Totals<parties> in_file_order(const GainTable& table, const std::vector<std::int64_t>& totals,
                              bool as_gains) {
    Totals<parties> worth{};
    for (std::size_t at = 0; at < parties; ++at) {
        const GainColumn& column = table.columns[at];
        const Rational number = as_gains ? table.gain(at, totals) : table.value(at, totals);
        worth[as_index(column.party)] = number.small()->numerator;
    }
    return worth;
}

struct Solved {
    GainTable table;
    Solutions solutions;
};

template <std::size_t parties>
bool is_same(const bench::Optima<parties>& optima, const Solved& solved) {
    if (!optima.is_found) {
        return solved.solutions.zone == ZoneState::empty;
    }
    return solved.solutions.zone == ZoneState::found &&
           std::all_of(asked.begin(), asked.end(), [&](SolutionKind kind) {
               const auto& solution = solved.solutions.of(kind);
               return solution && solution->proved == Proved::optimal &&
                      solution->measure == measure_of(optima, kind) &&
                      is_best(optima, kind,
                              in_file_order<parties>(solved.table, solution->ties.front().totals,
                                                     true));
           });
}

template <std::size_t parties>
Measured measure_solutions(const Node& document, int runs) {
    const auto scores = bench::scores_of<parties>(document);
    const LoadedCase loaded = load_case(document).value();
    Measured measured;
    const auto optima =
        best_of(runs, measured.plain, [&] { return bench::enumerate_solutions(scores); });
    const Solved solved = best_of(runs, measured.ours, [&] {
        const CentralCase central = central_case(loaded.negotiation, appraise(loaded.negotiation));
        Solved found{gain_table(central), {}};
        found.solutions = find_solutions(central, found.table, {.asked = asked});
        return found;
    });
    measured.is_same = is_same(optima, solved);
    for (const SolutionKind kind : asked) {
        const std::string number =
            optima.is_found ? "\"" + measure_of(optima, kind).to_fraction_text() + "\"" : "null";
        measured.found += ", \"" + words_of(kind).key + "\": " + number;
    }
    return measured;
}

struct Listed {
    GainTable table;
    Frontier frontier;
};

/// The engine lists up to 1,000 of the points, with outcomes, and counts the others.
template <std::size_t parties>
Measured measure_frontier(const Node& document, int runs) {
    const auto scores = bench::scores_of<parties>(document);
    const LoadedCase loaded = load_case(document).value();
    Measured measured;
    const auto front =
        best_of(runs, measured.plain, [&] { return bench::enumerate_frontier(scores); });
    const Listed listed = best_of(runs, measured.ours, [&] {
        const CentralCase central = central_case(loaded.negotiation, appraise(loaded.negotiation));
        Listed found{gain_table(central), {}};
        found.frontier = find_frontier(found.table);
        return found;
    });
    const auto& points = listed.frontier.points;
    measured.is_same =
        listed.frontier.end == FrontierEnd::complete && listed.frontier.size == front.size() &&
        std::all_of(points.begin(), points.end(), [&](const EfficientPoint& point) {
            return std::binary_search(front.begin(), front.end(),
                                      in_file_order<parties>(listed.table, point.totals, false));
        });
    measured.found = ", \"points\": " + std::to_string(front.size());
    return measured;
}

Measured measure(const Question& question) {
    const Node document = document_of(question);
    const int runs = question.issues <= 10 ? 3 : 1;
    if (question.asks_frontier) {
        return question.parties == 2 ? measure_frontier<2>(document, runs)
                                     : measure_frontier<3>(document, runs);
    }
    switch (question.parties) {
    case 2:
        return measure_solutions<2>(document, runs);
    case 3:
        return measure_solutions<3>(document, runs);
    default:
        return measure_solutions<5>(document, runs);
    }
}

void report(const Question& question, const Measured& measured) {
    std::printf("{\"parties\": %zu, \"issues\": %d, \"outcomes\": %llu, \"class\": \"%s\", "
                "\"seed\": %llu, \"task\": \"%s\", \"plain_ms\": %.4f, \"ours_ms\": %.4f, "
                "\"same\": %s%s}\n",
                question.parties, question.issues, 1ULL << (2 * question.issues),
                std::string(question.kind).c_str(), static_cast<unsigned long long>(question.seed),
                question.asks_frontier ? "frontier" : "solutions", measured.plain, measured.ours,
                measured.is_same ? "true" : "false", measured.found.c_str());
    std::fflush(stdout);
}

/// Whether both found the same everywhere.
bool is_same_everywhere(const std::vector<Question>& rows, std::uint64_t seeds) {
    bool is_same = true;
    for (Question question : rows) {
        for (const char* kind : {"rand", "opp", "corr", "nzs", "zs"}) {
            question.kind = kind;
            for (question.seed = 1; question.seed <= seeds; ++question.seed) {
                const Measured measured = measure(question);
                report(question, measured);
                is_same = is_same && measured.is_same;
            }
        }
    }
    return is_same;
}

std::vector<Question> all_rows() {
    std::vector<Question> rows;
    for (const int issues : {8, 10, 12, 13}) {
        for (const std::size_t parties : {std::size_t{2}, std::size_t{3}, std::size_t{5}}) {
            rows.push_back({parties, issues, "", 1, false});
            if (parties < 5) {
                rows.push_back({parties, issues, "", 1, true});
            }
        }
    }
    return rows;
}

} // namespace

} // namespace unbracket

int main(int count, char** arguments) {
    bool is_same = true;
    const int code =
        unbracket::bench::run_with_seeds(count, arguments, [&is_same](std::uint64_t seeds) {
            is_same = unbracket::is_same_everywhere(unbracket::all_rows(), seeds);
        });
    return is_same ? code : 1;
}
