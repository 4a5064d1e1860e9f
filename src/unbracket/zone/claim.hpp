#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/coupled_column.hpp"
#include "unbracket/zone/reduced.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace unbracket {

/// Multipliers of parties' reduced values: nonnegative whole numbers of any width.
using PartyMultipliers = std::vector<std::pair<PartyId, Rational>>;

/// Of the columns of a part, by place: whole numbers above 0.
using ColumnMultipliers = std::vector<std::pair<std::size_t, Rational>>;

/// Why one part of a claim holds: limits leave nothing, or a bound at the root, or a finished tree.
struct EmptyPartProof {};
struct RootPartProof {
    PartyMultipliers multipliers;
    ColumnMultipliers columns;
};
struct TreePartProof {
    std::vector<IssueId> order;
    std::vector<PartyMultipliers> lanes;
    std::uint64_t nodes = 0;
    std::vector<ColumnMultipliers> lane_columns; // by lane; none where the part has no columns
};

/// A finished search in which judgements of whole drafts or orders of weights were asked about
/// single outcomes, beyond what columns say. No certificate can say so.
struct CoupledPartProof {
    std::uint64_t nodes = 0;
};

struct PartProof {
    std::vector<PartyId> accepting;
    std::optional<int> at_least;
    BonusPattern pattern;
    std::variant<EmptyPartProof, RootPartProof, TreePartProof, CoupledPartProof> proof;
    std::vector<CoupledColumn> columns; // sums beside those of the parties' ranges
};

/// No outcome is accepted (in any reading, or in every reading): a proof for every part.
struct NoOutcome {
    std::vector<PartProof> parts;
};
struct OutcomeFound {
    Outcome outcome;
};
/// The node budget ran out, or somebody stopped the search.
struct ClaimCut {};

struct ClaimAnswer {
    std::variant<OutcomeFound, NoOutcome, ClaimCut> answer;
    std::uint64_t nodes = 0;
};

/// Whether a proof that no outcome is accepted is wanted part by part, or only the answer; then the
/// proofs are empty, and a search may be used that no certificate describes.
enum class Proofs { kept, left_out };

struct ClaimOptions {
    std::uint64_t node_budget = 200'000'000;
    unsigned threads = 1;
    const CancelFlag* cancel = nullptr;
    /// An entry left out of the question; outcomes that keep to it need not be found, since the
    /// caller knows that none of them is accepted.
    std::optional<EntryId> breaking;
    Proofs proofs = Proofs::kept;
};

/// What is left of a budget for several decisions. Each costs at least one node, so that decisions
/// which are proved without a search come to an end too.
inline ClaimOptions what_is_left(ClaimOptions options, std::uint64_t spent) {
    options.node_budget -= std::min(spent, options.node_budget);
    return options;
}
inline bool is_spent(const ClaimOptions& options, std::uint64_t spent) {
    return spent >= options.node_budget ||
           (options.cancel != nullptr && options.cancel->is_raised());
}

/// Decides whether some outcome is accepted by the agreement rule, possibly or surely. Exact; cut
/// only by the budget. The budget is counted over all parts.
///
/// The question is split into parts that the search can bound by sums: one for each smallest set of
/// parties that would do (when there are few; else parties are counted inside one part), and one
/// for each pattern of combinations that carry a bonus (when there are few; else bonuses are
/// bounded).
ClaimAnswer decide_claim(const Case& negotiation, const Appraisal& appraisal, Certainty certainty,
                         const ClaimOptions& options = {}, const Omissions& omissions = {});

} // namespace unbracket
