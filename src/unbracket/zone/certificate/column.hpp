#pragma once

#include "unbracket/zone/certificate/reading.hpp"

#include <variant>
#include <vector>

namespace unbracket::certificate {

/// A sum that every outcome a party accepts has to reach 0 by, because of what binds its readings
/// together. Asked about some reading: what readings have to keep, weighed. Asked about every
/// reading: one of them.
struct Column {
    PartyId party;
    std::variant<JudgedWeights, Reading> source;
};

/// Reads `columns` of a part. Readings are checked against ranges, orders and judgements.
std::vector<Column> read_columns(const Facts& facts, Question question, const Node& list,
                                 Objection& objection);

/// A column over the options of a domain.
struct ColumnValues {
    Fraction constant;
    std::vector<std::vector<Fraction>> values; // by issue and place in the domain
};

/// Where a sum of 0 is not enough, the constant is lowered by the step between sums.
ColumnValues column_values(const Facts& facts, const Column& column,
                           const std::vector<Met>& bonuses, const Domain& domain);

} // namespace unbracket::certificate
