#include "unbracket/unbracket.hpp"
#include "unbracket/zone/signature.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "bench/timing.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

// Times the verdict with its certificate on synthetic score cases of 28 issues with four options
// and totals of 1,000, one thread, one line of JSON a cell: median and worst over the seeds, each
// seed the best of three runs. The certificate is written, read by the independent checker, and
// that is timed too. bench/run makes the table of it.

namespace unbracket {

namespace {

using bench::Clock;
using bench::milliseconds_since;
using bench::Spread;
using bench::spread_of;

/// Where the fallbacks stand. With eight parties t* itself lies one or two percent below the
/// threshold, so `below` is as hard there as `at`, and `well_below` is what lies off it.
enum class Place { well_below, below, above, at, past };

struct Cell {
    int parties = 5;
    std::string_view kind;
    Place place = Place::below;
    /// 0: single numbers. 1 or 2: every number a range, placed so that the question asked about
    /// some reading (1) or about every reading (2) stands where the single numbers stood.
    int ranged = 0;
};

std::string_view to_text(Place place) {
    switch (place) {
    case Place::well_below:
        return "3% below threshold";
    case Place::below:
        return "1% below threshold";
    case Place::above:
        return "1% above threshold";
    case Place::at:
        return "t*";
    case Place::past:
        break;
    }
    return "t*+1";
}

struct Measured {
    double verdict = 0;
    double verify = 0;
    std::size_t bytes = 0;
    bool is_root = true;
    bool is_proved = true;
};

void widen(Node& number, std::int64_t below, std::int64_t above) {
    const std::int64_t value = std::stoll(number.text);
    number = list_node(
        {number_node(std::to_string(value - below)), number_node(std::to_string(value + above))});
}

/// Turns every number into a range of width 2.
void make_ranged(Node& document, int ranged) {
    const std::int64_t below = ranged == 1 ? 2 : 0;
    for (Node::Member& issue : document.find("issue")->members) {
        for (Node::Member& party : issue.value.find("score")->members) {
            for (Node::Member& option : party.value.members) {
                widen(option.value, below, 2 - below);
            }
        }
    }
    for (Node::Member& party : document.find("fallback")->members) {
        widen(party.value, 2 - below, below);
    }
}

Node document_of(const Cell& cell, std::uint64_t seed) {
    SyntheticOptions options;
    options.parties = cell.parties;
    options.kind = *parse_synthetic_class(cell.kind);
    options.seed = seed;
    options.planted =
        cell.place == Place::above || cell.place == Place::past ? Planted::no : Planted::yes;
    if (cell.place != Place::at && cell.place != Place::past) {
        options.margin = cell.place == Place::well_below ? 3 : 1;
    }
    Node document = synthetic_document(options).value();
    if (cell.ranged > 0) {
        make_ranged(document, cell.ranged);
    }
    return document;
}

bool is_root_proof(const Verdict& verdict) {
    const NoOutcome* proof = nullptr;
    if (const auto* none = std::get_if<NoAgreementVerdict>(&verdict.answer)) {
        proof = &none->proof;
    } else if (const auto* depends = std::get_if<DependsVerdict>(&verdict.answer)) {
        proof = &depends->none_sure;
    }
    return proof == nullptr ||
           std::none_of(proof->parts.begin(), proof->parts.end(), [](const PartProof& part) {
               return std::holds_alternative<TreePartProof>(part.proof);
           });
}

Measured measure(const Cell& cell, std::uint64_t seed) {
    const LoadedCase loaded = load_case(document_of(cell, seed)).value();
    const Case& negotiation = loaded.negotiation;
    Measured measured;
    measured.verdict = measured.verify = 1e9;
    for (int run = 0; run < 3; ++run) {
        const auto start = Clock::now();
        const Verdict verdict = decide(negotiation, appraise(negotiation));
        const Node certificate = write_certificate(negotiation, verdict);
        measured.verdict = std::min(measured.verdict, milliseconds_since(start));
        const auto checking = Clock::now();
        measured.is_proved =
            !certificate::verify(negotiation, certificate).has_value() && measured.is_proved;
        measured.verify = std::min(measured.verify, milliseconds_since(checking));
        measured.bytes = json_text(certificate, JsonLayout::compact).size();
        measured.is_root = is_root_proof(verdict);
    }
    return measured;
}

void report(const Cell& cell, const std::vector<Measured>& all) {
    std::vector<double> verdicts, verifies, ratios;
    std::size_t root_bytes = 0, tree_bytes = 0, refused = 0;
    for (const Measured& measured : all) {
        verdicts.push_back(measured.verdict);
        verifies.push_back(measured.verify);
        ratios.push_back(measured.verify / measured.verdict);
        auto& bytes = measured.is_root ? root_bytes : tree_bytes;
        bytes = std::max(bytes, measured.bytes);
        refused += measured.is_proved ? 0 : 1;
    }
    const Spread<double> verdict = spread_of(verdicts), verify = spread_of(verifies);
    std::printf("{\"parties\": %d, \"class\": \"%s\", \"place\": \"%s\", \"ranged\": %d, "
                "\"seeds\": %zu, \"median_ms\": %.4f, \"worst_ms\": %.4f, \"verify_median_ms\": "
                "%.4f, \"verify_worst_ms\": %.4f, \"verify_ratio_worst\": %.3f, "
                "\"root_bytes\": %zu, \"tree_bytes\": %zu, \"refused\": %zu}\n",
                cell.parties, std::string(cell.kind).c_str(),
                std::string(to_text(cell.place)).c_str(), cell.ranged, all.size(), verdict.median,
                verdict.worst, verify.median, verify.worst, spread_of(ratios).worst, root_bytes,
                tree_bytes, refused);
    std::fflush(stdout);
}

std::vector<Cell> all_cells() {
    std::vector<Cell> cells;
    for (const char* kind : {"rand", "opp", "corr", "nzs"}) {
        for (const Place place : {Place::below, Place::above, Place::at, Place::past}) {
            for (const int ranged : {0, 1, 2}) {
                cells.push_back({5, kind, place, ranged});
            }
        }
        for (const Place place : {Place::well_below, Place::below, Place::above}) {
            cells.push_back({8, kind, place, 0});
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
