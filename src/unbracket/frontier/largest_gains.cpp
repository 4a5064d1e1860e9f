#include "unbracket/frontier/largest_gains.hpp"

#include <utility>

// Shares of the largest gains ask for one search for each party, and the last steps of each are the
// dear ones. Where optima may be missed by a tolerance the largest gains need not be known that
// well: a gain that was found and the bound of a few multipliers are a range, and whatever is
// proved for every largest gain in its range is proved for the true ones (leximin_measure.cpp). So
// a short look comes first, and the long one only where ranges turn out too wide.
//
// Source: Kalai and Smorodinsky (1975), Other solutions to Nash's bargaining problem
// [kalai1975other]

namespace unbracket {

void LargestGains::look(std::uint64_t nodes) {
    for (std::size_t column = 0; column < all_.size(); ++column) {
        if (!is_settled(column)) {
            const BudgetLimit limit(search_.budget(), nodes);
            look_for(column);
        }
    }
}

void LargestGains::look_for(std::size_t column) {
    const SolutionSpace& space = search_.space();
    const auto measure = column_measure(space.columns(), column, true);
    Pursuit pursuit(space, *measure, search_.budget());
    search_.start(pursuit);
    const bool is_proved = pursuit.pursue(Wanted::more);
    const Candidate& best = *pursuit.best();
    LargestGain& largest = all_[column];
    const auto at_most = is_proved
                             ? std::optional(best.gains[column] + space.columns()[column].tolerance)
                             : bound_of(pursuit, column);
    if (at_most && (!largest.at_most || *at_most < *largest.at_most)) {
        largest.at_most = at_most;
        auto parts =
            is_proved ? search_.proof_parts(space, pursuit) : search_.bound_parts(space, pursuit);
        largest.proof.reset();
        if (parts) {
            largest.proof = {
                {}, std::move(*parts), search_.is_tolerant() ? largest.at_most : std::nullopt};
        }
    }
    hold(column, best);
    search_.know(best);
}

/// What is proved of the column's largest gain stays proved.
void LargestGains::hold(std::size_t column, const Candidate& candidate) {
    LargestGain& largest = all_[column];
    largest.found = candidate.gains[column];
    if (largest.proof) {
        const SolutionSpace& space = search_.space();
        largest.proof->choice = space.in_table(space.parts()[candidate.part], candidate.choice);
    }
}

bool LargestGains::take_known() {
    bool is_more = false;
    for (const Candidate& candidate : search_.known()) {
        for (std::size_t column = 0; column < all_.size(); ++column) {
            if (candidate.gains[column] > all_[column].found) {
                hold(column, candidate);
                is_more = true;
            }
        }
    }
    return is_more;
}

/// Gains lie on a grid unless the column was rounded.
std::optional<Rational> LargestGains::bound_of(const Pursuit& pursuit, std::size_t column) const {
    const auto bound = pursuit.bound();
    const SpaceColumn& own = search_.space().columns()[column];
    const auto steps = bound ? ((*bound - own.offset) / own.slope).floor_to_int64() : std::nullopt;
    return steps && own.shift == 0 ? std::optional(own.offset + own.slope * Rational(*steps))
                                   : bound;
}

bool LargestGains::is_settled(std::size_t column) const {
    const LargestGain& largest = all_[column];
    const Rational& tolerance = search_.space().columns()[column].tolerance;
    return largest.at_most && *largest.at_most <= largest.found + tolerance;
}

bool LargestGains::are_settled() const {
    bool are_settled = true;
    for (std::size_t column = 0; column < all_.size(); ++column) {
        are_settled = are_settled && is_settled(column);
    }
    return are_settled;
}

std::optional<std::vector<std::optional<ScoreUnit>>> LargestGains::units() const {
    std::vector<std::optional<ScoreUnit>> units;
    for (std::size_t column = 0; column < all_.size(); ++column) {
        const LargestGain& largest = all_[column];
        const bool can_gain = largest.found.sign() > 0, is_known = is_settled(column);
        if (!is_known && (!can_gain || !largest.at_most)) {
            return std::nullopt;
        }
        const Rational most = is_known ? largest.found : *largest.at_most;
        units.push_back(can_gain ? std::optional(ScoreUnit(largest.found, most)) : std::nullopt);
    }
    return units;
}

std::optional<std::vector<LargestProof>> LargestGains::proofs() const {
    std::vector<LargestProof> proofs;
    for (const LargestGain& largest : all_) {
        if (!largest.proof) {
            return std::nullopt;
        }
        proofs.push_back(*largest.proof);
    }
    return proofs;
}

} // namespace unbracket
