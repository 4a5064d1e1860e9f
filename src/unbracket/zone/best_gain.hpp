#pragma once

#include "unbracket/base/rational.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/zone/case_view.hpp"
#include "unbracket/zone/claim.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// The largest gain of a question among the outcomes that the agreement rule accepts when only the
/// fallbacks of these parties are left out; parties that need not accept count where they do.
/// Negative where somebody would have to accept less than its fallback; at least widest_gain() of
/// one of the parties where none of them is needed.
struct BestGain {
    Rational gain;
    Outcome outcome; // where it is reached
    /// False: a larger one may exist, since the budget ran out or since a fallback draft with very
    /// many open contents gives gains that are known only as bounds (see surplus()).
    bool is_optimal = true;
};

/// Which gain is asked about: for an outcome, the smallest gain of these parties over their
/// fallbacks as entered, each in its own points, at the end of its range that the question asks
/// for.
struct GainQuestion {
    Certainty certainty = Certainty::possible;
    std::vector<PartyId> parties;  // counted, at least one
    Omissions omissions;           // may be empty: none
    std::optional<Rational> floor; // gains below it are not looked for
    std::optional<BestGain> known; // an outcome of this question and its gain, to go on from
    /// Without this one of the omissions nothing better is to be had, so it is looked for only
    /// among outcomes that break it.
    std::optional<EntryId> breaking;
};

struct BestGainAnswer {
    std::optional<BestGain> best; // nothing: no such outcome, or none found within the budget
    bool is_proved = true;        // false only where nothing was found within the budget
    std::uint64_t nodes = 0;
};

/// Works it out exactly, by decisions: is there an outcome with at least this much, with more than
/// that. `appraisal` may carry movements of other parties. Cost: some ten decisions, and one for
/// each gain that is reached within the last 256th of the parties' range.
BestGainAnswer find_best_gain(const Case& negotiation, const Appraisal& appraisal,
                              const GainQuestion& question, const ClaimOptions& options = {});

/// Whether the party has stances or scores. Without them any outcome suits it, so it has no gain
/// and is left out of smallest gains.
bool has_gain(const Appraisal& appraisal, PartyId party);

/// What find_best_gain() gives where none of these parties is needed: above every gain of some
/// party, so no gain of anybody.
Rational beyond_all_gains(const CaseView& view, const std::vector<PartyId>& parties);

/// More points than any two of the party's totals, or a total and its fallback, can lie apart: with
/// so much less than its fallback any value suits it.
Rational widest_gain(const Case& negotiation, const Appraisal& appraisal, PartyId party);

/// A party's gain in an outcome at the end of its range that the question asks for.
Rational gain_in(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                 const Outcome& outcome, Certainty certainty);

} // namespace unbracket
