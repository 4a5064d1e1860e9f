#include "unbracket/robust/judged_draws.hpp"

#include <cmath>
#include <utility>

// Readings that go against a binding judgement or an order of weights are drawn anew, which leaves
// the measure of the others as it was: rejection. A judgement is a sum of products, weight times
// value, that must not be negative. Doubles add it up first. Where the sum is further from 0 than
// they can be wrong, its sign is right; where it is not, the reading is put together in fractions
// and asked exactly. So no reading is kept or thrown away by a rounding.
//
// Source: Devroye (1986), Non-uniform random variate generation, chapter II.3, for rejection
// [devroye1986nonuniform]

namespace unbracket {

namespace {

/// Far above what a few thousand roundings of doubles amount to, relative to all terms together.
constexpr double tolerance = 1e-9;

} // namespace

JudgedDraws::JudgedDraws(const Case& negotiation, Appraisal appraisal, const PartySampler& sampler)
    : sampler_(sampler), appraisal_(std::move(appraisal)),
      readings_(negotiation, appraisal_, sampler.party()),
      has_weights_(appraisal_[as_index(sampler.party())].scale == Scale::stances) {
    for (const GridNumber& one : sampler.numbers()) {
        lines_.push_back(grid_line(one, 1));
    }
    for (const CoupledReadings::Asked& asked : readings_.asked_of_readings()) {
        if (asked.coupling.kind != CouplingKind::as_heavy) {
            rows_.push_back(row_of(asked.row, asked.coupling.is_strict()));
        }
    }
}

JudgedDraws::Row JudgedDraws::row_of(const ReadingFunction& function, bool is_strict) const {
    Row row;
    row.is_strict = is_strict;
    const PartySampler::Slots& slots = sampler_.slots();
    const auto add = [](std::vector<Term>& terms, const Rational& factor, std::size_t slot) {
        if (factor.sign() != 0) {
            terms.push_back({factor.approximate(), slot});
        }
    };
    for (std::size_t issue = 0; issue < function.weights.size(); ++issue) {
        row.weights.push_back(function.weights[issue].approximate());
        row.by_issue.emplace_back();
        for (std::size_t option = 0; option < function.values[issue].size(); ++option) {
            add(row.by_issue.back(), function.values[issue][option], slots.values[issue][option]);
        }
    }
    for (const auto& [risk, slot] : slots.losses) {
        add(row.by_issue[as_index(readings_.issue_of_risk(risk))], function.losses[risk], slot);
    }
    for (const auto& [bonus, slot] : slots.bonuses) {
        add(row.under_all, function.bonuses[bonus], slot);
    }
    if (slots.fallback) {
        add(row.under_all, function.fallback, *slots.fallback);
    }
    row.whole = function.whole.approximate();
    return row;
}

double JudgedDraws::number(std::size_t slot, const PartyDraws& draws, std::size_t lane) const {
    return lines_[slot].at(draws.steps[slot * draws.lanes + lane]);
}

JudgedDraws::Sum JudgedDraws::sum(const Row& row, const PartyDraws& draws, std::size_t lane) const {
    Sum sum;
    double whole = has_weights_ ? 0 : 1;
    const auto add = [&sum](double term) {
        sum.value += term;
        sum.size += std::abs(term);
    };
    for (std::size_t issue = 0; issue < row.by_issue.size(); ++issue) {
        double weight = 1;
        if (has_weights_) {
            const auto& slot = sampler_.slots().weights[issue];
            weight = slot ? number(*slot, draws, lane) : 0;
            whole += weight;
        }
        add(weight * row.weights[issue]);
        for (const Term& term : row.by_issue[issue]) {
            add(weight * term.factor * number(term.slot, draws, lane));
        }
    }
    add(whole * row.whole);
    for (const Term& term : row.under_all) {
        add(whole * term.factor * number(term.slot, draws, lane));
    }
    return sum;
}

bool JudgedDraws::keeps(const PartyDraws& draws, std::size_t lane) const {
    bool is_close = false;
    for (const Row& row : rows_) {
        const Sum found = sum(row, draws, lane);
        if (found.value < -tolerance * found.size) {
            return false;
        }
        is_close = is_close || found.value <= tolerance * found.size;
    }
    return !is_close || readings_.keeps(sampler_.reading(draws, lane));
}

} // namespace unbracket
