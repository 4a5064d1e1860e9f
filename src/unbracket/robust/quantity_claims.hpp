#pragma once

#include "unbracket/model/case.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace unbracket {

/// One end of a range of numbers; `is_open`: the number itself is not meant.
struct ClaimedEnd {
    Rational at;
    bool is_open = false;
    friend bool operator==(const ClaimedEnd&, const ClaimedEnd&) = default;
};

/// The numbers that a claim, or several at once, leave possible. No end: it goes on for ever.
struct ClaimedRange {
    std::optional<ClaimedEnd> low;
    std::optional<ClaimedEnd> high;
    friend bool operator==(const ClaimedRange&, const ClaimedRange&) = default;
};

/// Why a claim is shown and not compared with the others.
enum class ClaimStanding {
    compared,
    superseded, // its statement was superseded
    conditional // its statement holds under a condition only
};

struct QuantityClaim {
    StatementId said;
    std::size_t position = 0; // among the claims of the quantity
    ClaimedRange range;
    ClaimStanding standing = ClaimStanding::compared;
};

/// Claims that can all be true, to which none of the others can be added, and the numbers they
/// share.
struct AgreeingClaims {
    std::vector<std::size_t> claims; // positions, ascending
    ClaimedRange shared;
};

/// What was claimed about one quantity. No claim is ever left out for contradicting another.
struct QuantityAccount {
    std::size_t quantity = 0;          // position in the case
    std::vector<QuantityClaim> claims; // as in the file
    /// One where all claims that are compared share a number; several where some of them conflict,
    /// by ascending numbers; none where there is nothing to compare.
    std::vector<AgreeingClaims> alternatives;

    bool has_conflict() const { return alternatives.size() > 1; }
};

/// A bound such as "at least 1 to 2" is taken at its weakest: nothing below 1. Cost: sorting the
/// claims, and writing down the alternatives.
QuantityAccount account_of(const Case& negotiation, std::size_t quantity);

} // namespace unbracket
