#include "unbracket/robust/trials.hpp"

#include <algorithm>

namespace unbracket {

namespace {

constexpr std::uint64_t most_cells = 40'000'000; // keeps large cases within seconds
constexpr std::uint64_t most_nodes_each = 2'000'000;
constexpr std::uint64_t most_nodes = 30'000'000;

} // namespace

Trials::Trials(const Case& negotiation, const ClaimOptions& options) : options_(options) {
    options_.node_budget = std::min(options.node_budget, most_nodes_each);
    for (const Issue& issue : negotiation.issues) {
        cells_ += issue.options.size() * negotiation.parties.size();
    }
}

bool Trials::may_try() {
    cells_spent_ += cells_;
    const bool is_stopped = options_.cancel != nullptr && options_.cancel->is_raised();
    const bool may = cells_spent_ <= most_cells && nodes_spent_ <= most_nodes && !is_stopped;
    is_complete_ = is_complete_ && may;
    return may;
}

ClaimAnswer Trials::decide(const Case& negotiation, const Appraisal& appraisal,
                           Certainty certainty) {
    ClaimAnswer answer = decide_claim(negotiation, appraisal, certainty, options_);
    nodes_spent_ += answer.nodes;
    is_complete_ = is_complete_ && !std::holds_alternative<ClaimCut>(answer.answer);
    return answer;
}

bool Trials::has_no_outcome(const Case& negotiation, const Appraisal& appraisal,
                            Certainty certainty) {
    return std::holds_alternative<NoOutcome>(decide(negotiation, appraisal, certainty).answer);
}

} // namespace unbracket
