#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/claim.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// An outcome that is better than a text for some counted party and worse for none: in no reading,
/// and for nothing that the text may turn out to say, has any of them less by it, and in some
/// reading one of them has more. It breaks no rule, no norm, no red line or limit of a counted
/// party, and holds an option that is unknown for one only where the text settles on it too. What
/// parties intend is left out: who refuses everything still values outcomes.
struct BetterOutcome {
    Outcome outcome;
    std::vector<IssueId> changed; // where it has none of the options that the text has
    bool is_fewest = true;        // false: cut; one that changes fewer issues may exist
};

struct BetterAnswer {
    std::optional<BetterOutcome> better; // nothing: there is none, or none was found
    bool is_proved = true;               // false only where none was found within the budget
    std::uint64_t nodes = 0;
};

/// Looks for such an outcome that changes as few issues as possible. Exact; the appraisal may be
/// that of the central reading. Every counted party must have a reading. Cost: one decision of the
/// engine, and where there is such an outcome one for each issue that can be saved.
BetterAnswer find_better(const Case& negotiation, const Appraisal& appraisal, DraftId draft,
                         const ClaimOptions& options = {});

} // namespace unbracket
