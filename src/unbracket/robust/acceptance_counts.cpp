#include "unbracket/robust/acceptance_counts.hpp"

#include "unbracket/robust/answer_facts.hpp"
#include "unbracket/robust/efficient.hpp"

#include <algorithm>
#include <bit>

namespace unbracket {

namespace {

/// The sum over the sets that the agreement rule accepts.
std::optional<Rational> agreements_of(const AgreementRule& rule, const CoalitionCounts& counts) {
    const std::size_t parties = counts.parties.size();
    const auto needed = static_cast<std::size_t>(std::max(rule.at_least.value_or(0), 0));
    if (counts.method == CountMethod::cut) {
        return std::nullopt;
    }
    if (counts.tally.exactly.empty()) {
        const bool needs_all = needed >= parties || rule.required.size() == parties;
        return needs_all ? std::optional(counts.tally.by_size.back()) : std::nullopt;
    }
    std::size_t required = 0;
    for (std::size_t at = 0; at < parties; ++at) {
        const bool is_required = std::find(rule.required.begin(), rule.required.end(),
                                           counts.parties[at]) != rule.required.end();
        required += is_required ? std::size_t{1} << at : 0;
    }
    Rational sum;
    for (std::size_t set = 0; set < counts.tally.exactly.size(); ++set) {
        const bool is_enough =
            (set & required) == required && static_cast<std::size_t>(std::popcount(set)) >= needed;
        sum += is_enough ? counts.tally.exactly[set] : Rational(0);
    }
    return sum;
}

} // namespace

Result<AcceptanceCounts> count_acceptance(const LoadedCase& loaded, const CountOptions& options) {
    const Case& negotiation = loaded.negotiation;
    const Appraisal appraisal = appraise(negotiation);
    if (auto problem = problem_without_reading(negotiation, appraisal)) {
        return *problem;
    }
    AcceptanceCounts result;
    result.counts = count_coalitions(central_case(negotiation, appraisal), options);
    result.is_central = has_several_readings(negotiation, appraisal);
    result.unknown_options = unknown_options(negotiation, appraisal);
    result.agreements = agreements_of(negotiation.agreement, result.counts);
    return result;
}

} // namespace unbracket
