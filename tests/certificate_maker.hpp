#pragma once

#include "unbracket/base/random.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"

#include <cstddef>

// Certificates made without any thought, for small cases: trees that try every outcome, and the
// best reading of each party. What they claim need not be true; that is for the checker to find.

namespace unbracket::testing {

/// How a proof of "none" is written.
struct ProofStyle {
    std::size_t split_bonuses = 0; // how many bonuses the parts tell apart
    bool counts_inside = false;    // one part that counts parties, in place of one for each set
    bool has_lanes = false;        // random multipliers, which change nothing
};

Node none_claim(const Case& given, const char* name, ProofStyle style, Random& random);
Node sure_claim(const Case& given, const Outcome& outcome);
/// With a reading of every counted party that accepts the outcome in some reading.
Node possible_claim(const Case& given, const Outcome& outcome);
/// With all entries of the party.
Node no_reading_claim(const Case& given, PartyId party);

} // namespace unbracket::testing
