#include "unbracket/robust/reading_sample.hpp"
#include "unbracket/robust/reading_verdicts.hpp"
#include "unbracket/search/maximin.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "bench/timing.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

// Times 100,000 sampled readings with their exact verdicts, on one thread: five parties, 28 issues
// with four options. The scores of a synthetic case become weights and stances; weights are ranges
// of a fifth to either side, and in half of the cells stances and fallbacks are ranges too.
// Fallbacks stand at a share of the bound threshold of the middle reading. Beside it, some of the
// same readings are decided each by itself, as `check` would. One line of JSON a cell.

namespace unbracket {

namespace {

using bench::Clock;
using bench::milliseconds_since;
using bench::Spread;
using bench::spread_of;

constexpr std::uint64_t samples = 100'000;
constexpr std::uint64_t plain_samples = 60;
constexpr int parties = 5;
constexpr int issues = 28;
constexpr int options_each = 4;

struct Cell {
    std::string_view kind;
    int share = 950; // of the threshold, in thousandths
    bool every = false;
};

struct Rated {
    std::int64_t weight = 0; // times five
    std::vector<std::int64_t> stances;
};

Rated rated(const Node& scores) {
    Rated own;
    std::int64_t most = 0;
    for (const Node::Member& score : scores.members) {
        most = std::max<std::int64_t>(most, std::stoll(score.value.text));
    }
    own.weight = std::max<std::int64_t>(most, 1);
    for (const Node::Member& score : scores.members) {
        own.stances.push_back(std::stoll(score.value.text) * 100 / own.weight);
    }
    return own;
}

/// A number with one decimal place, or with ten thousandths.
std::string tenths(std::int64_t number) {
    return Rational(number, 10).to_decimal_text(1);
}

Node range(const std::string& low, const std::string& high) {
    return list_node({number_node(low), number_node(high)});
}

Node fallback_node(const Rational& number, bool every) {
    const Rational half = every ? 1 : 0;
    const std::string low = (number - half).to_decimal_text(2);
    return every ? range(low, (number + half).to_decimal_text(2)) : number_node(low);
}

Node stance_node(std::int64_t stance, bool every) {
    constexpr std::int64_t half = 5;
    return every ? range(std::to_string(std::max<std::int64_t>(stance - half, 0)),
                         std::to_string(std::min<std::int64_t>(stance + half, 100)))
                 : number_node(std::to_string(stance));
}

/// Turns the scores of an issue into weights and stances; adds them to the middle reading.
void rate_issue(Node& issue, bool every, SearchProblem& middle,
                std::vector<std::int64_t>& weight_sums) {
    Node scores = *issue.find("score");
    Node weights = table_node(), stances = table_node();
    const std::size_t first = middle.values.size();
    middle.values.resize(first + parties * options_each);
    for (std::size_t party = 0; party < parties; ++party) {
        const Node::Member& member = scores.members[party];
        const Rated own = rated(member.value);
        add_member(weights, member.key, range(tenths(8 * own.weight), tenths(12 * own.weight)));
        Node& stance = add_member(stances, member.key, table_node());
        for (std::size_t option = 0; option < options_each; ++option) {
            add_member(stance, "o" + std::to_string(option + 1),
                       stance_node(own.stances[option], every));
            middle.values[first + option * parties + party] = own.weight * own.stances[option];
        }
        weight_sums[party] += own.weight;
    }
    std::erase_if(issue.members, [](const Node::Member& m) { return m.key == "score"; });
    add_member(issue, "weight", std::move(weights));
    add_member(issue, "stance", std::move(stances));
}

Case case_of(const Cell& cell, std::uint64_t seed) {
    SyntheticOptions options;
    options.parties = parties, options.issues = issues, options.options = options_each;
    options.kind = *parse_synthetic_class(cell.kind);
    options.seed = seed;
    Node document = synthetic_document(options).value();
    SearchProblem middle;
    middle.party_count = middle.required_count = parties;
    middle.constants.assign(parties, 0);
    middle.first_row.push_back(0);
    std::vector<std::int64_t> weight_sums(parties, 0);
    for (Node::Member& issue : document.find("issue")->members) {
        rate_issue(issue.value, cell.every, middle, weight_sums);
        middle.first_row.push_back(middle.first_row.back() + options_each);
    }
    const std::vector<std::int64_t> best = best_sums(middle);
    const Rational threshold(bound_threshold(middle), 10'000);
    for (std::size_t party = 0; party < parties; ++party) {
        const Rational need = Rational(best[party], weight_sums[party]) * threshold;
        document.find("fallback")->members[party].value =
            fallback_node(need * Rational(cell.share, 1'000), cell.every);
    }
    return load_case(document).value().negotiation;
}

struct Measured {
    double seconds = 0;
    double plain_seconds = 0; // for as many readings
    double agreement = 0;     // share
    std::uint64_t undecided = 0;
    std::uint64_t searched = 0;
    std::uint64_t different = 0; // verdicts that differ from the plain ones
};

/// Some of the readings, each decided as a case of single numbers.
void decide_plainly(const Case& negotiation, const Appraisal& appraisal, Measured& measured) {
    const ReadingSampler sampler(negotiation, appraisal, {.seed = 1});
    const BlockMaker maker(negotiation, appraisal, sampler);
    const ReadingAcceptance acceptance(negotiation, appraisal, sampler, maker);
    ReadingVerdicts verdicts(negotiation, appraisal, acceptance, maker);
    const auto found =
        verdicts.decide(maker.block(0, plain_samples), LaneMarks(plain_samples, 1), {});
    double seconds = 0;
    for (std::uint64_t draw = 0; draw < plain_samples; ++draw) {
        std::vector<PartyReading> readings;
        for (std::size_t party = 0; party < parties; ++party) {
            readings.push_back(*sampler.reading(party, draw));
        }
        const Case single = pinned(negotiation, readings);
        const Appraisal exact = pinned(appraisal, readings);
        const auto start = Clock::now();
        const ClaimAnswer answer = decide_claim(single, exact, Certainty::sure, {});
        seconds += milliseconds_since(start) / 1'000;
        const bool is_yes = std::holds_alternative<OutcomeFound>(answer.answer);
        const bool is_decided = found[draw] != DrawVerdict::undecided;
        const bool is_same = is_yes == (found[draw] == DrawVerdict::agreement);
        measured.different += is_decided && !is_same ? 1U : 0U;
    }
    measured.plain_seconds = seconds / plain_samples * samples;
}

Measured measure(const Cell& cell, std::uint64_t seed) {
    const Case negotiation = case_of(cell, seed);
    const Appraisal appraisal = appraise(negotiation);
    Measured measured;
    const auto start = Clock::now();
    const SampleTally tally = take_sample(negotiation, appraisal, {}, {.samples = samples});
    measured.seconds = milliseconds_since(start) / 1'000;
    measured.agreement = static_cast<double>(tally.agreement) / samples;
    measured.undecided = tally.undecided;
    measured.searched = tally.counts.search;
    decide_plainly(negotiation, appraisal, measured);
    return measured;
}

void report(const Cell& cell, const std::vector<Measured>& all) {
    std::vector<double> seconds, ratios, agreements;
    std::uint64_t undecided = 0, searched = 0, different = 0;
    for (const Measured& measured : all) {
        seconds.push_back(measured.seconds);
        ratios.push_back(measured.plain_seconds / measured.seconds);
        agreements.push_back(measured.agreement);
        undecided += measured.undecided, different += measured.different;
        searched = std::max(searched, measured.searched);
    }
    const Spread<double> time = spread_of(seconds), ratio = spread_of(ratios);
    std::printf("{\"class\": \"%s\", \"share\": %.3f, \"every\": %s, \"seeds\": %zu, "
                "\"median_s\": %.3f, \"worst_s\": %.3f, \"ratio\": %.1f, \"agreement\": %.4f, "
                "\"searched\": %llu, \"undecided\": %llu, \"different\": %llu}\n",
                std::string(cell.kind).c_str(), cell.share / 1e3, cell.every ? "true" : "false",
                all.size(), time.median, time.worst, ratio.median, spread_of(agreements).median,
                static_cast<unsigned long long>(searched),
                static_cast<unsigned long long>(undecided),
                static_cast<unsigned long long>(different));
    std::fflush(stdout);
}

void run_all(std::uint64_t seeds) {
    std::vector<Cell> cells;
    for (const bool every : {false, true}) {
        for (const std::string_view kind : {"rand", "opp", "corr", "nzs"}) {
            cells.push_back({kind, 950, every});
        }
        for (const std::string_view kind : {"rand", "opp"}) {
            cells.push_back({kind, 995, every});
        }
    }
    bench::measure_cells(
        cells, [&](const Cell&) { return std::min<std::uint64_t>(seeds, 3); }, measure, report);
}

} // namespace

} // namespace unbracket

int main(int count, char** arguments) {
    return unbracket::bench::run_with_seeds(count, arguments, unbracket::run_all);
}
