#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/search/problem.hpp"
#include "unbracket/zone/case_view.hpp"
#include "unbracket/zone/reduced.hpp"
#include "unbracket/zone/scaled_column.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace unbracket {

/// The question of one search: is there an outcome of this bonus pattern that all these parties
/// accept and, where `at_least` is given, that many counted parties in all?
struct PartQuestion {
    Certainty certainty = Certainty::possible;
    std::vector<PartyId> accepting;
    BonusPattern pattern;
    std::optional<int> at_least;
    std::optional<EntryId> breaking; // see ClaimOptions
    /// Sums that stand in for those of the parties' ranges.
    std::vector<std::pair<PartyId, ReducedValues>> instead;
};

/// A part as whole numbers for the search, with the way back.
struct Part {
    PartQuestion question;
    /// Nothing is left to search: a party never accepts, or limits and rules leave an issue no
    /// option.
    bool is_empty = false;
    SearchProblem problem;
    std::vector<PartyId> columns;      // accepting parties, then the other counted ones
    std::vector<Rational> units;       // of each column: search value = reduced value times this
    std::vector<OptionId> row_options; // option of each row

    Outcome outcome_of(const RowChoice& choice) const;
};

/// Builds the search problem of a part. Values are scaled to whole numbers exactly where they fit
/// the search's width; else they are rounded upwards, which keeps every bound valid and leaves the
/// last word to the exact test at the leaves.
Part build_part(const CaseView& context, PartQuestion question);

/// The party's reduced values over the rows of the part; all 0 where any value suits it.
RowValues row_values(const CaseView& context, const Part& part, PartyId party);

} // namespace unbracket
