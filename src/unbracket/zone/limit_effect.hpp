#pragma once

#include "unbracket/base/rational.hpp"
#include "unbracket/zone/best_gain.hpp"
#include "unbracket/zone/bridge.hpp"
#include "unbracket/zone/claim.hpp"

#include <optional>
#include <vector>

namespace unbracket {

/// The most a party can gain in an outcome that is accepted; nothing where none is accepted by it
/// and by all who have to, and for a party that has no gain (see has_gain()).
struct PartyBest {
    PartyId party;
    std::optional<Rational> gain;
    bool is_proved = true;
};

/// What is possible when one red line, limit or rule is open and all else stays.
struct LimitEffect {
    std::optional<EntryId> entry; // nothing: as entered
    std::vector<PartyBest> best;  // of the counted parties
    /// Whether an outcome keeps to all other limits, whatever any party gains by it.
    bool has_outcome = false;
    /// The largest smallest gain of the parties that have gains; negative: the smallest shortfall.
    /// Nothing without an outcome, and where agreement needs none of these parties.
    std::optional<Rational> smallest_gain;
    bool smallest_gain_is_proved = true; // false without an outcome: none was found in the budget
};

/// The largest smallest gain as entered, as far as a proved smallest largest burden tells it:
/// nothing where limits are opened, nobody bears anything, or not all who are counted have to
/// accept.
std::optional<BestGain> smallest_gain_behind(const Case& negotiation,
                                             const Bridge& smallest_largest);

/// First what is possible as entered, then with each entry of openable_entries() open, in the order
/// of the file. A largest smallest gain as entered that is known and proved is not searched again.
/// The budget is for all of them together. Cost: a decision for each party and entry, some ten more
/// where the entry matters.
std::vector<LimitEffect> find_limit_effects(const Case& negotiation, const Appraisal& appraisal,
                                            Certainty certainty, const ClaimOptions& options = {},
                                            const std::optional<BestGain>& smallest = {});

/// The same for only some of the entries, which are of openable_entries().
std::vector<LimitEffect> find_limit_effects_of(const CaseView& view, Certainty certainty,
                                               std::vector<EntryId> entries,
                                               const ClaimOptions& options = {},
                                               const std::optional<BestGain>& smallest = {});

} // namespace unbracket
