#pragma once

#include "unbracket/model/case.hpp"

#include <optional>
#include <variant>
#include <vector>

// The slow, obvious versions of the concepts. They read like the definitions of docs/concepts.md,
// work on small cases only, and share nothing with the engine but the typed case and exact numbers.

namespace unbracket::reference {

/// What one party's entries on one issue say in numbers. A place in `value`, `is_red_line`,
/// `may_be_red_line` for each option; values are those before any risk.
struct IssueView {
    Interval weight; // of a party with stances; 0 when the issue does not concern it
    std::vector<Interval> value;
    std::vector<bool> is_red_line;
    std::vector<bool> may_be_red_line; // unknown: in some readings a red line
    /// [a][b]: in every reading option a is worth at least what option b is.
    std::vector<std::vector<bool>> at_least;
};

/// What a party has without agreement: nothing that could be compared, a range, or what a draft is
/// worth to it.
using FallbackView = std::variant<std::monostate, Interval, DraftId>;

/// All the readings of one party, described by ranges and orders.
struct PartyView {
    PartyId party;
    Scale scale = Scale::none;
    Intent intent = Intent::seeks;
    std::vector<IssueView> issues;
    /// Every choice of lowest or highest weight for each issue, but not the one where all are 0,
    /// which is no reading.
    std::vector<std::vector<Rational>> weight_corners;
    FallbackView fallback;
    Rational supposed_less;  // than its fallback
    bool has_reading = true; // false: its orders leave an option without a value
};

/// Reads the party's entries. Of a missing fallback the range from its worst to its best total.
PartyView view_of(const Case& whole, PartyId party);

/// What a quantity means under the words of the case.
Interval meaning(const Case& whole, const StanceQuantity& quantity);

} // namespace unbracket::reference
