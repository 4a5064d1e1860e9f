#pragma once

#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/bridge.hpp"
#include "unbracket/zone/gain_curve.hpp"
#include "unbracket/zone/limit_effect.hpp"
#include "unbracket/zone/verdict.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

struct BridgesOptions {
    ClaimOptions search; // the budget is for each part of the answer
    std::size_t most_bridges = 24;
    std::uint64_t list_nodes = list_node_budget; // see BridgeOptions
    std::optional<PartyId> curve_of;             // must have a curve (see has_curve())
    std::size_t curve_steps = default_curve_steps;
    PointSums sums = PointSums::left_out;
};

/// Everything `unbracket bridge` says, as data.
struct BridgesResult {
    Verdict verdict;
    Appraisal appraisal;
    /// What the movements make: for no agreement a possible outcome, for depends a sure one.
    Certainty certainty = Certainty::possible;
    std::size_t most_bridges = 24; // as asked: with as many the list may be cut
    BridgeList list;               // empty unless the verdict is one of these two
    /// Movements that open the same stand in ascending order of the first of these parties' points,
    /// then the next one's; follows from what was entered, not from names or places in the file.
    std::vector<PartyId> row_order;
    std::vector<LimitEffect> effects; // the first as entered; empty for a contradiction
    std::optional<GainCurve> curve;
    std::optional<PartyId> curve_of; // whose, as asked
    /// Entries some value of which, inside their own ranges, settles the verdict: to be asked
    /// about, no movements.
    std::vector<EntryId> to_ask;
    bool has_norms = false;
    PointSums sums = PointSums::left_out; // as asked
};

/// The counted parties of which something binds that excludes equality (see
/// Coupling::is_strict()). Where that is what stops them, readings only come near to the points
/// listed for them, and they would have to accept less by a little more.
std::vector<PartyId> strictly_judged(const Case& negotiation, const Appraisal& appraisal);

/// Movements that open an agreement, and what every limit rules out.
BridgesResult find_all_bridges(const LoadedCase& loaded, const BridgesOptions& options = {});

} // namespace unbracket
