#include "unbracket/base/random.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/burden_search.hpp"
#include "unbracket/zone/conflict.hpp"
#include "unbracket/zone/limit_effect.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "bench/timing.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>
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
    double smallest = 0;  // the smallest largest burden
    double alone = 0;     // the least burden of every party alone
    double red_lines = 0; // the effects of the red lines
    double effects = 0;   // the effects of red lines and implications, begun anew
    std::size_t conflicts = 0;
    bool is_complete = true;

    double moves() const { return smallest + alone + red_lines; }
};

void measure_conflicts(const CaseView& view, Measured& measured) {
    auto start = Clock::now();
    const ConflictSet one = minimal_conflict(view.negotiation, view.appraisal, Certainty::possible);
    measured.one = milliseconds_since(start);
    start = Clock::now();
    const ConflictList all = find_conflicts(view.negotiation, view.appraisal, Certainty::possible);
    measured.all = milliseconds_since(start);
    measured.conflicts = all.conflicts.size();
    measured.is_complete = measured.is_complete && one.is_minimal && all.is_complete();
}

/// Returns the smallest largest burden.
SmallestLargest measure_burdens(const CaseView& view, Measured& measured) {
    auto start = Clock::now();
    BurdenSearch search(view, Certainty::possible, {}, {});
    SmallestLargest smallest = search.smallest_largest();
    bool is_proved = smallest.is_proved;
    measured.smallest = milliseconds_since(start);
    start = Clock::now();
    for (const PartyId party : view.negotiation.agreement.counted) {
        is_proved = search.alone(party).is_proved && is_proved;
    }
    measured.alone = milliseconds_since(start);
    measured.is_complete = measured.is_complete && is_proved;
    return smallest;
}

/// The time it takes to go on from there.
double measure_effects(const CaseView& view, const SmallestLargest& least,
                       std::vector<EntryId> entries, Measured& measured) {
    const auto start = Clock::now();
    std::optional<BestGain> known;
    if (least.bridge && least.is_proved) {
        known = smallest_gain_behind(view.negotiation, *least.bridge);
    }
    for (const LimitEffect& effect :
         find_limit_effects_of(view, Certainty::possible, std::move(entries), {}, known)) {
        measured.is_complete = measured.is_complete && effect.smallest_gain_is_proved;
    }
    return milliseconds_since(start);
}

Measured measure(const CaseView& view) {
    Measured measured;
    measure_conflicts(view, measured);
    const SmallestLargest least = measure_burdens(view, measured);
    std::vector<EntryId> entries = openable_entries(view.negotiation, view.appraisal);
    measured.effects = measure_effects(view, least, entries, measured);
    std::erase_if(entries, [&](EntryId entry) {
        return view.negotiation.entry(entry).kind == EntryKind::rule;
    });
    measured.red_lines = measure_effects(view, least, std::move(entries), measured);
    return measured;
}

template <class Figure>
void print_spread(const char* name, const std::vector<Measured>& cases, Figure figure) {
    std::vector<double> figures;
    for (const Measured& measured : cases) {
        figures.push_back(figure(measured));
    }
    const Spread<double> spread = spread_of(figures);
    std::printf(", \"%s_median_ms\": %.3f, \"%s_worst_ms\": %.3f", name, spread.median, name,
                spread.worst);
}

void print_cell(const Cell& cell, const std::vector<Measured>& cases) {
    std::size_t conflicts = 0, cut = 0;
    for (const Measured& measured : cases) {
        conflicts = std::max(conflicts, measured.conflicts);
        cut += measured.is_complete ? 0 : 1;
    }
    std::printf("{\"class\": \"%s\", \"place\": \"%s\", \"cases\": %zu, \"conflicts\": %zu",
                std::string(cell.kind).c_str(),
                cell.place == Place::below ? "2% below threshold" : "2% above threshold",
                cases.size(), conflicts);
    print_spread("one", cases, [](const Measured& m) { return m.one; });
    print_spread("all", cases, [](const Measured& m) { return m.all; });
    print_spread("smallest", cases, [](const Measured& m) { return m.smallest; });
    print_spread("alone", cases, [](const Measured& m) { return m.alone; });
    print_spread("red_lines", cases, [](const Measured& m) { return m.red_lines; });
    print_spread("effects", cases, [](const Measured& m) { return m.effects; });
    print_spread("moves", cases, [](const Measured& m) { return m.moves(); });
    std::printf(", \"cut\": %zu}\n", cut);
    std::fflush(stdout);
}

void run_cell(const Cell& cell, std::uint64_t seeds) {
    std::vector<Measured> cases;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const LoadedCase loaded = case_of(cell, seed);
        const Appraisal appraisal = appraise(loaded.negotiation);
        if (kind_of(decide(loaded.negotiation, appraisal)) == VerdictKind::no_agreement) {
            cases.push_back(measure({loaded.negotiation, appraisal}));
        }
    }
    if (!cases.empty()) {
        print_cell(cell, cases);
    }
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
