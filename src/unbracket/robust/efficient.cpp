#include "unbracket/robust/efficient.hpp"

#include "unbracket/frontier/feasible_part.hpp"
#include "unbracket/frontier/solutions_front.hpp"
#include "unbracket/frontier/zone_front.hpp"
#include "unbracket/robust/answer_facts.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/contradiction.hpp"

#include <algorithm>
#include <numeric>

namespace unbracket {

namespace {

std::vector<Interval> ranges_of(const Case& negotiation, const Appraisal& appraisal,
                                const GainTable& table, const RowChoice& choice) {
    const Outcome outcome = table.outcome_of(choice);
    std::vector<Interval> ranges;
    for (const GainColumn& column : table.columns) {
        ranges.push_back(surplus(negotiation, appraisal, column.party, outcome));
    }
    return ranges;
}

void add_ranges(const Case& negotiation, const Appraisal& appraisal, EfficientOutcomes& result) {
    for (const EfficientPoint& point : result.frontier.points) {
        result.gain_ranges.push_back(
            ranges_of(negotiation, appraisal, result.listed_table(), point.choice));
    }
    for (std::size_t kind = 0; kind < result.solution_ranges.size(); ++kind) {
        if (const auto& solution = result.solutions.by_kind[kind]) {
            result.solution_ranges[kind] =
                ranges_of(negotiation, appraisal, result.table, solution->ties.front().choice);
        }
    }
}

std::vector<PartyId> limits_broken_by(const CentralCase& central, const Outcome& outcome) {
    const Omissions omissions = without_intents(central.negotiation);
    std::vector<PartyId> broken;
    for (const PartyId party : central.negotiation.agreement.counted) {
        const Refusal why = refusal_by_limits(central.negotiation, central.appraisal, party,
                                              outcome, {Certainty::possible, omissions});
        if (why != Refusal::none) {
            broken.push_back(party);
        }
    }
    return broken;
}

void find_points(const CentralCase& central, const FrontierOptions& options,
                 EfficientOutcomes& result) {
    result.zone_only = options.zone_only;
    result.is_zone_whole = !options.zone_only || is_zone_whole(central);
    auto zone = options.zone_only ? zone_front(central, options) : std::nullopt;
    if (zone) {
        result.zone_table = std::move(zone->table);
        result.frontier = std::move(zone->frontier);
    } else {
        result.frontier = find_frontier(result.table, options);
    }
    for (const EfficientPoint& point : result.frontier.points) {
        result.limits_broken.push_back(
            zone ? limits_broken_by(central, result.listed_table().outcome_of(point.choice))
                 : std::vector<PartyId>{});
    }
}

/// Whether every solution stands in the list of efficient outcomes, since that is all of them.
/// Where nothing ties issues together find_solutions() reads them off a frontier of its own, or
/// searches faster than lists of many parties grow.
bool are_solutions_listed(const EfficientOutcomes& result, const SolutionOptions& solving) {
    const Frontier& frontier = result.frontier;
    const SearchProblem& problem = result.table.problem;
    const bool is_tied = !result.table.conditionals.empty() || !problem.forbidden.empty() ||
                         !problem.at_most.empty() || result.table.digit_count > 0;
    return is_tied && !result.zone_only && !result.zone_table && !result.table.columns.empty() &&
           frontier.end == FrontierEnd::complete && !frontier.points.empty() &&
           frontier.size == frontier.points.size() && frontier.is_counted &&
           solving.may_read_frontier && !solving.wants_proofs && solving.tolerance.sign() == 0;
}

} // namespace

bool EfficientOutcomes::is_complete() const {
    return frontier.end == FrontierEnd::complete;
}

std::optional<std::vector<Rational>> EfficientOutcomes::guarantee() const {
    if (frontier.end == FrontierEnd::cut) {
        return std::nullopt;
    }
    std::vector<Rational> within;
    for (std::size_t at = 0; at < listed_table().columns.size(); ++at) {
        const GainColumn& column = listed_table().columns[at];
        within.push_back(column.step * Rational(frontier.slack[at]));
    }
    return within;
}

std::vector<std::size_t> EfficientOutcomes::columns_in_file_order() const {
    const auto& all = listed_table().columns;
    std::vector<std::size_t> columns(all.size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    std::sort(columns.begin(), columns.end(),
              [&](std::size_t a, std::size_t b) { return all[a].party < all[b].party; });
    return columns;
}

std::optional<Diagnostic> problem_without_reading(const Case& negotiation,
                                                  const Appraisal& appraisal) {
    const auto contradiction = find_contradiction(negotiation, appraisal);
    if (!contradiction) {
        return std::nullopt;
    }
    return Diagnostic{{},
                      "what is entered about " + negotiation.party(contradiction->party).name +
                          " contradicts itself, so that no outcome has a value for it",
                      "`unbracket check` names the entries"};
}

Result<EfficientOutcomes> efficient_outcomes(const LoadedCase& loaded,
                                             const FrontierOptions& options,
                                             const SolutionOptions& solving) {
    const Case& negotiation = loaded.negotiation;
    const Appraisal appraisal = appraise(negotiation);
    if (auto problem = problem_without_reading(negotiation, appraisal)) {
        return *problem;
    }
    EfficientOutcomes result;
    const CentralCase central = central_case(negotiation, appraisal);
    result.table = gain_table(central);
    find_points(central, options, result);
    result.solutions = are_solutions_listed(result, solving)
                           ? solutions_of_points(result.table, result.frontier, solving)
                           : find_solutions(central, result.table, solving);
    result.tolerance = solving.tolerance;
    result.negmas_state =
        result.zone_table ? NegmasState::beyond : negmas_state(result.table, result.frontier);
    if (result.negmas_state == NegmasState::known) {
        result.negmas = negmas_readings(result.table, result.frontier);
    }
    result.unknown_options = unknown_options(negotiation, appraisal);
    result.is_central = has_several_readings(negotiation, appraisal);
    if (result.is_central) {
        add_ranges(negotiation, appraisal, result);
    }
    return result;
}

} // namespace unbracket
