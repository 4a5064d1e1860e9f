#pragma once

#include "unbracket/zone/coupling.hpp"
#include "unbracket/zone/reading.hpp"

#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

// What a proof has to name where judgements of whole drafts or orders of weights are part of it.

namespace unbracket {

/// One of the conditions that a statement or an order of weights puts on a party's readings: the
/// first, the second, ...
struct RowName {
    CouplingOrigin origin;
    std::size_t number = 1;
};

/// Whole numbers, none negative: how much each thing that a reading has to meet counts in a sum
/// that no reading can meet.
struct RowWeights {
    std::vector<std::pair<RowName, Rational>> rows;
    Rational some_weight; // of: the weights are not all 0
    Rational outcome; // of: the outcome is accepted (where every reading is asked about: is not)
};

/// A sum that every accepted outcome has to reach 0 by, because of one party's judgements: by what
/// a refusal weighs, or, asked about every reading, by one reading.
struct CoupledColumn {
    PartyId party;
    std::variant<RowWeights, PartyReading> source;
};

} // namespace unbracket
