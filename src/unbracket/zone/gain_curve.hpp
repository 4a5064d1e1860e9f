#pragma once

#include "unbracket/base/rational.hpp"
#include "unbracket/zone/claim.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace unbracket {

/// An outcome with a party's gain and the smallest gain of all others, such that neither can be
/// larger without the other being smaller. Gains are over fallbacks as entered; negative: what is
/// missing.
struct GainStep {
    Rational own;
    Rational others;
    Outcome outcome;
};

/// Whether the party and some other one are counted and have gains (see has_gain()).
bool has_curve(const Case& negotiation, const Appraisal& appraisal, PartyId party);

inline constexpr std::size_t default_curve_steps = 12;

/// Whose gain is varied, and at which end of ranges gains are looked at. The party must have a
/// curve.
struct CurveQuestion {
    PartyId party;
    Certainty certainty = Certainty::possible;
    std::size_t most_steps = default_curve_steps; // at least 2
};

struct GainCurve {
    std::vector<GainStep> steps; // own gain rising, the others' falling
    bool is_complete = false;    // else there may be more steps between these
    std::uint64_t nodes = 0;
};

/// How the others that have gains fare at best, at each level of one party's gain, among the
/// outcomes that keep to all limits and rules. Where there are more steps than asked for, both ends
/// are given, and the rest spread over the party's gain. Cost: about twenty decisions for a step.
GainCurve find_gain_curve(const Case& negotiation, const Appraisal& appraisal,
                          const CurveQuestion& question, const ClaimOptions& options = {});

} // namespace unbracket
