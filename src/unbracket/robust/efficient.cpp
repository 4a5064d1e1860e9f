#include "unbracket/robust/efficient.hpp"

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
        result.gain_ranges.push_back(ranges_of(negotiation, appraisal, result.table, point.choice));
    }
    for (std::size_t kind = 0; kind < result.solution_ranges.size(); ++kind) {
        if (const auto& solution = result.solutions.by_kind[kind]) {
            result.solution_ranges[kind] =
                ranges_of(negotiation, appraisal, result.table, solution->ties.front().choice);
        }
    }
}

} // namespace

bool EfficientOutcomes::is_complete() const {
    return frontier.end == FrontierEnd::complete && table.is_exact();
}

std::optional<std::vector<Rational>> EfficientOutcomes::guarantee() const {
    if (frontier.end == FrontierEnd::cut) {
        return std::nullopt;
    }
    std::vector<Rational> within;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const GainColumn& column = table.columns[at];
        within.push_back(column.step * Rational(frontier.slack[at]) + column.error);
    }
    return within;
}

std::vector<std::size_t> EfficientOutcomes::columns_in_file_order() const {
    std::vector<std::size_t> columns(table.columns.size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    std::sort(columns.begin(), columns.end(), [&](std::size_t a, std::size_t b) {
        return table.columns[a].party < table.columns[b].party;
    });
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
    result.frontier = find_frontier(result.table, options);
    result.solutions = find_solutions(central, result.table, solving);
    result.tolerance = solving.tolerance;
    result.negmas_state = negmas_state(result.table, result.frontier);
    if (result.negmas_state == NegmasState::known) {
        result.negmas = negmas_readings(result.table, result.frontier);
    }
    result.zone_only = options.zone_only;
    result.unknown_options = unknown_options(negotiation, appraisal);
    result.is_central = has_several_readings(negotiation, appraisal);
    if (result.is_central) {
        add_ranges(negotiation, appraisal, result);
    }
    return result;
}

} // namespace unbracket
