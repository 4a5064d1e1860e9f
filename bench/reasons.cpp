#include "unbracket/base/random.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/burden_search.hpp"
#include "unbracket/zone/conflict.hpp"
#include "unbracket/zone/limit_effect.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "bench/timing.hpp"

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

// Times what why and bridge ask, on synthetic score cases of five parties, 28 issues with four
// options and totals of 1,000, with 15 red lines and 10 implications put in at random: thirty
// entries that may conflict. One thread, one line of JSON a cell: median and worst over those seeds
// that have no agreement. bench/run makes the table of it.

namespace unbracket {

namespace {

using bench::Clock;
using bench::milliseconds_since;
using bench::Spread;
using bench::spread_of;

/// Fallbacks that limits and rules make too high, or that are too high by themselves.
enum class Place { below, above };

struct Cell {
    std::string_view kind;
    Place place = Place::below;
};

Node& picked(std::vector<Node::Member>& members, Random& random) {
    const auto last = static_cast<std::int64_t>(members.size()) - 1;
    return members[static_cast<std::size_t>(random.between(0, last))].value;
}

void add_red_lines(Node& document, Random& random) {
    for (int line = 0; line < 15; ++line) {
        Node& issue = picked(document.find("issue")->members, random);
        Node& score = picked(picked(issue.find("score")->members, random).members, random);
        score = text_node("redline");
    }
}

/// One option of one issue of the document, as a condition.
Node condition(const Node& document, Random& random, std::size_t& issue) {
    const auto& issues = document.find("issue")->members;
    const std::size_t other = issue;
    while (issue == other) {
        issue = static_cast<std::size_t>(
            random.between(0, static_cast<std::int64_t>(issues.size()) - 1));
    }
    Node node = table_node();
    const Node& options = issues[issue].value.find("score")->members[0].value;
    const auto option = static_cast<std::size_t>(
        random.between(0, static_cast<std::int64_t>(options.members.size()) - 1));
    add_member(node, issues[issue].key, text_node(options.members[option].key));
    return node;
}

void add_implications(Node& document, Random& random) {
    Node rules = list_node({});
    for (int rule = 0; rule < 10; ++rule) {
        std::size_t issue = SIZE_MAX;
        Node node = table_node();
        add_member(node, "if", condition(document, random, issue));
        add_member(node, "then", condition(document, random, issue));
        rules.items.push_back(std::move(node));
    }
    add_member(document, "rule", std::move(rules));
}

LoadedCase case_of(const Cell& cell, std::uint64_t seed) {
    SyntheticOptions options;
    options.kind = *parse_synthetic_class(cell.kind);
    options.seed = seed;
    options.planted = cell.place == Place::below ? Planted::yes : Planted::no;
    options.margin = 2;
    Node document = synthetic_document(options).value();
    Random random(seed);
    add_red_lines(document, random);
    add_implications(document, random);
    return load_case(document).value();
}

struct Measured {
    double one = 0;
    double all = 0;
    double movements = 0;
    std::size_t conflicts = 0;
    bool is_complete = true;
};

Measured measure(const Case& negotiation, const Appraisal& appraisal) {
    Measured measured;
    auto start = Clock::now();
    const ConflictSet one = minimal_conflict(negotiation, appraisal, Certainty::possible);
    measured.one = milliseconds_since(start);
    start = Clock::now();
    const ConflictList all = find_conflicts(negotiation, appraisal, Certainty::possible);
    measured.all = milliseconds_since(start);
    start = Clock::now();
    BurdenSearch search({negotiation, appraisal}, Certainty::possible, {}, {});
    bool is_proved = search.smallest_largest().is_proved;
    for (const PartyId party : negotiation.agreement.counted) {
        is_proved = search.alone(party).is_proved && is_proved;
    }
    for (const LimitEffect& effect :
         find_limit_effects(negotiation, appraisal, Certainty::possible)) {
        is_proved = is_proved && effect.smallest_gain_is_proved;
    }
    measured.movements = milliseconds_since(start);
    measured.conflicts = all.conflicts.size();
    measured.is_complete = one.is_minimal && all.is_complete && is_proved;
    return measured;
}

void run_cell(const Cell& cell, std::uint64_t seeds) {
    std::vector<double> one, all, movements;
    std::vector<std::size_t> conflicts;
    std::size_t cut = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const LoadedCase loaded = case_of(cell, seed);
        const Case& negotiation = loaded.negotiation;
        const Appraisal appraisal = appraise(negotiation);
        if (kind_of(decide(negotiation, appraisal)) != VerdictKind::no_agreement) {
            continue;
        }
        const Measured measured = measure(negotiation, appraisal);
        one.push_back(measured.one);
        all.push_back(measured.all);
        movements.push_back(measured.movements);
        conflicts.push_back(measured.conflicts);
        cut += measured.is_complete ? 0 : 1;
    }
    if (one.empty()) {
        return;
    }
    const Spread<double> first = spread_of(one), whole = spread_of(all),
                         moves = spread_of(movements);
    std::printf("{\"class\": \"%s\", \"place\": \"%s\", \"cases\": %zu, \"conflicts\": %zu, "
                "\"one_median_ms\": %.3f, \"one_worst_ms\": %.3f, \"all_median_ms\": %.3f, "
                "\"all_worst_ms\": %.3f, \"moves_median_ms\": %.3f, \"moves_worst_ms\": %.3f, "
                "\"cut\": %zu}\n",
                std::string(cell.kind).c_str(),
                cell.place == Place::below ? "2% below threshold" : "2% above threshold",
                one.size(), spread_of(conflicts).worst, first.median, first.worst, whole.median,
                whole.worst, moves.median, moves.worst, cut);
    std::fflush(stdout);
}

void run_all(std::uint64_t seeds) {
    for (const char* kind : {"rand", "opp", "corr", "nzs", "zs"}) {
        for (const Place place : {Place::below, Place::above}) {
            run_cell({kind, place}, seeds);
        }
    }
}

} // namespace

} // namespace unbracket

int main(int count, char** arguments) {
    return unbracket::bench::run_with_seeds(count, arguments, unbracket::run_all);
}
