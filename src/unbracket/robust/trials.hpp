#pragma once

#include "unbracket/zone/claim.hpp"

#include <cstdint>

namespace unbracket {

/// Decides many changed versions of one case within one budget. Each decision gets at most 2
/// million nodes, all together 30 million nodes and 40 million cells of the table of options and
/// parties.
class Trials {
public:
    Trials(const Case& negotiation, const ClaimOptions& options);

    /// Pays for looking at one more version; false once the budget is spent or
    /// somebody cancelled.
    bool may_try();

    /// Decides one question about a version of the case.
    ClaimAnswer decide(const Case& negotiation, const Appraisal& appraisal, Certainty certainty);
    bool has_no_outcome(const Case& negotiation, const Appraisal& appraisal, Certainty certainty);

    /// Options of a single decision.
    const ClaimOptions& options() const { return options_; }
    /// Nothing was refused or cut so far.
    bool is_complete() const { return is_complete_; }

private:
    ClaimOptions options_;
    std::uint64_t cells_ = 1;
    std::uint64_t cells_spent_ = 0;
    std::uint64_t nodes_spent_ = 0;
    bool is_complete_ = true;
};

} // namespace unbracket
