#pragma once

#include "unbracket/base/rational.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/zone/best_gain.hpp"
#include "unbracket/zone/claim.hpp"
#include "unbracket/zone/conflict_list.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// How many points less than its fallback as entered each counted party accepts, or is compensated
/// by; in the order of `agreement.counted`, each in the party's own points, never negative.
using Burden = std::vector<Rational>;

/// Movements after which an agreement exists: limits and rules opened, and a burden, such that no
/// part of the one and no smaller burden would do.
struct Bridge {
    std::vector<EntryId> opened;
    Burden burden;
    Outcome outcome; // that it opens
};

/// What one party alone would have to bear, in points, while all others move nothing and no limit
/// is opened, its own ones included; nothing where no burden of its own is enough.
struct AloneBurden {
    PartyId party;
    std::optional<Bridge> bridge;
    bool is_proved = true; // that it is the least, or that there is none
};

/// A bridge whose burden has the smallest total. Points of different parties are no common unit;
/// only who asks for a total gets one.
struct LeastTotal {
    Bridge bridge;
    Rational total;
    bool is_proved = true; // false: a smaller one may exist
};

/// Limits and rules that have to be opened whatever is borne, no part of which would do.
struct OpenedSet {
    std::vector<EntryId> entries;
    std::size_t listed = 0;     // movements of the list that open it
    ListEnd end = ListEnd::cut; // of these movements
};

struct BridgeList {
    /// With a minimal set of limits opened, none where points alone are enough, and a
    /// Pareto-minimal burden; unranked, those that open the same side by side.
    std::vector<Bridge> bridges;
    ListEnd end = ListEnd::cut;
    std::vector<OpenedSet> sets; // in the order of `bridges`
    /// Limits and rules opened, no burden: all minimal sets.
    std::vector<Correction> openings;
    ListEnd openings_end = ListEnd::cut;
    std::optional<Bridge> smallest_largest; // the largest burden of a party is as small as can be
    bool smallest_largest_is_proved = false;
    std::vector<AloneBurden> alone; // of counted parties; empty where some limit has to be opened
    /// Where points are added: one for each minimal set of limits opened, the empty one where
    /// points alone are enough.
    std::vector<LeastTotal> least_totals;
    bool least_totals_are_complete = false; // for every such set
    std::uint64_t nodes = 0;

    bool is_complete() const { return end == ListEnd::complete; }
    bool openings_are_complete() const { return openings_end == ListEnd::complete; }
};

enum class PointSums { left_out, wanted };

/// Nodes of the list of movements: a fraction of a second. Hard cases have hundreds of movements,
/// and a screen shows a dozen.
inline constexpr std::uint64_t list_node_budget = 20'000'000;

/// Sets of limits, and conflicts between them, after which the search for more of them ends.
inline constexpr std::size_t most_opened_sets = 1'000;

struct BridgeOptions {
    ClaimOptions claim; // the budget is for all of it
    /// Shared out among the sets of limits that have to be opened, and so are the nodes.
    std::size_t most_bridges = 24;
    /// For the burdens beyond those of parties alone and the smallest largest, and as many for
    /// each total.
    std::uint64_t list_nodes = list_node_budget;
    PointSums sums = PointSums::left_out;
};

/// The movements that open an agreement in a case in which no outcome is accepted (possibly or
/// surely). Fallbacks, red lines, limits and rules can move; norms and refusals never do, and no
/// party's no-agreement value itself is ever changed. Where an outcome is accepted already, the one
/// bridge has nothing in it.
BridgeList find_bridges(const Case& negotiation, const Appraisal& appraisal, Certainty certainty,
                        const BridgeOptions& options = {});

/// Red lines and limits of counted parties, and rules: what a bridge can open, in the order of
/// conflict_candidates().
std::vector<EntryId> openable_entries(const Case& negotiation, const Appraisal& appraisal);

} // namespace unbracket
