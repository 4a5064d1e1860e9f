#pragma once

#include "unbracket/zone/case_view.hpp"
#include "unbracket/zone/coupled_column.hpp"
#include "unbracket/zone/part.hpp"

#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

namespace unbracket {

/// The question of one search where judgements or orders of weights tie entries together. The
/// search knows their parties by ranges first (asked about every reading: by one reading), which
/// lets too much through, and learns a row for each outcome that such a party refuses. Where no
/// party has couplings it is the part and nothing else.
class CoupledPart {
public:
    /// Every party with couplings must have a reading.
    CoupledPart(const CaseView& context, PartQuestion question);

    const Part& part() const { return part_; }
    const SearchProblem& problem() const { return rows_.empty() ? part_.problem : wide_; }

    /// What the search is told beyond the parties' own sums.
    std::vector<CoupledColumn> columns() const;
    /// Whose sum a column of the problem is, a party's own or one of `columns`, and its unit.
    std::pair<std::variant<PartyId, std::size_t>, Rational> origin_of(std::size_t column) const;
    /// Whether the outcome, which somebody refuses, is refused whatever judgements say; else a
    /// proof that tests it by itself cannot be told in columns.
    bool is_refused_without_judgements(const Outcome& outcome) const;

    /// Whether a row can be learned from the outcome, which somebody refuses.
    bool can_learn_from(const Outcome& outcome) const;
    /// Learns it. False where the row would have to be rounded so much that it lets the outcome
    /// through; then nothing is learned any more.
    bool learn_from(const Outcome& outcome);

private:
    bool learn_from(PartyId party, const Outcome& outcome);
    bool is_refused_by_value(PartyId party, const Outcome& outcome) const;
    bool may_accept(PartyId party, const Outcome& outcome) const;
    void stand_in(PartyId party, PartQuestion& question);

    CaseView context_;
    std::vector<CoupledColumn>
        pins_; // asked about every reading: one of each party's with couplings
    Part part_;
    Appraisal ranges_;             // without couplings
    std::vector<PartyId> coupled_; // of the accepting parties
    std::vector<CoupledColumn> learned_;
    std::vector<ScaledColumn> rows_; // of them
    SearchProblem wide_;             // the part's with these rows, where there are any
    bool may_learn_ = true;
};

/// The problem with more sums that must reach 0.
SearchProblem with_columns(const SearchProblem& problem, const std::vector<ScaledColumn>& more);

/// So many columns multipliers are sized for.
inline constexpr std::size_t most_columns = 128;

} // namespace unbracket
