#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

#include "tests/reference/view.hpp"

#include <optional>
#include <vector>

namespace unbracket::reference {

using Kept = std::vector<bool>; // by entry id

/// A case in which some of its red lines, limits, norms, rules, intents and fallbacks no longer
/// hold. Without its fallback any value suits a party.
class Relaxed {
public:
    Relaxed(const Case& whole, const Kept& kept);

    /// Whether some outcome breaks no rule or norm that holds and suits enough parties.
    bool has_outcome(Certainty certainty) const;
    bool suits(const Outcome& outcome, Certainty certainty) const;

    /// Breaks no rule or norm that holds.
    bool keeps_to_plan(const Outcome& outcome) const;
    /// How many points less than its fallback the party would have to accept there, the party by
    /// its place in `agreement.counted`; nothing where a limit or its intent forbids it.
    std::optional<Rational> burden(std::size_t place, const Outcome& outcome,
                                   Certainty certainty) const;

private:
    bool holds(EntryId entry) const { return kept_[as_index(entry)]; }
    PartyView relaxed_view(const Case& whole, PartyId party) const;
    void open_red_lines(const Assessment& assessment, std::vector<bool>& is_red_line) const;

    Case whole_;
    Kept kept_;
    std::vector<PartyView> views_;
};

} // namespace unbracket::reference
