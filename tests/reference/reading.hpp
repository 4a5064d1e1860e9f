#pragma once

#include "unbracket/base/random.hpp"

#include "tests/reference/view.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace unbracket::reference {

/// One complete numeric preference model of a party: every weight, value, bonus and loss is a
/// single number, every unknown option either a red line or none, every draft settled.
struct Reading {
    std::vector<Rational> weights;             // by issue
    std::vector<std::vector<Rational>> values; // by issue and option, before risks
    std::vector<std::vector<bool>> red_lines;  // by issue and option
    std::vector<Rational> bonuses;             // by bonus of the case; 0 for those of others
    std::vector<Rational> losses;              // by risk of the case
    std::variant<std::monostate, Rational, Outcome> fallback;
    bool wants_agreement = true;
};

/// V(x): the sum of scores, or the weighted mean of stances; bonuses added, losses taken off.
Rational value(const Case& whole, const PartyView& view, const Reading& reading,
               const Outcome& outcome);
/// The value from which on the party accepts; its fallback is a number.
Rational accepted_from(const Case& whole, const Reading& reading, PartyId party);

/// Acceptance as it is defined: no red line or limit broken and V(x) >= fallback.
bool accepts(const Case& whole, const PartyView& view, const Reading& reading,
             const Outcome& outcome);

/// The reading agrees with all entries of the party.
bool is_reading_of(const Case& whole, const PartyView& view, const Reading& reading);

/// A reading on a grid of quarters of each range.
Reading draw_reading(const Case& whole, const PartyView& view, Random& random);

/// Which end of every range a reading prefers.
enum class Mood { favourable, unfavourable };

/// A reading whose numbers that decide about the outcome stand at that end, as far as orders allow.
/// Only the weights and the completion of a draft are left to chance, the weights at their ends.
Reading draw_reading(const Case& whole, const PartyView& view, const Outcome& outcome, Mood mood,
                     Random& random);

} // namespace unbracket::reference
