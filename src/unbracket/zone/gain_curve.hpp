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

struct GainCurve {
    std::vector<GainStep> steps; // own gain rising, the others' falling
    bool is_complete = false;
    std::uint64_t nodes = 0;
};

/// How the others fare at best, at each level of one party's gain, among the outcomes that keep to
/// all limits and rules. The party and at least one other must be counted. Cost: about forty
/// decisions for each step.
GainCurve find_gain_curve(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                          Certainty certainty, const ClaimOptions& options = {},
                          std::size_t most_steps = 200);

} // namespace unbracket
