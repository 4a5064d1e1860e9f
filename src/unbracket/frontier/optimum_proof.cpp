#include "unbracket/frontier/optimum_proof.hpp"

#include "unbracket/frontier/feasible_part.hpp"
#include "unbracket/zone/bonus_patterns.hpp"

#include <utility>

// A lane of a search weighs sums of columns, each in units of its own; a proof weighs gains. Gains
// are offset plus slope times sum, so a lane's number divided by its column's slope weighs the
// gain, and one of the column of all gains weighs every party's. Brought to whole numbers these are
// the multipliers; the constants are for the checker to find.
//
// Source: McConnell, Mehlhorn, Naeher and Schweitzer (2011), Certifying algorithms
// [mcconnell2011certifying]

namespace unbracket {

OptimumProofs::OptimumProofs(const CentralCase& central, const GainTable& table)
    : table_(table), accepting_(central.negotiation.agreement.counted) {
    const CaseView view{central.negotiation, central.appraisal};
    for (BonusPattern& pattern : bonus_patterns(view, accepting_)) {
        const bool is_empty = feasible_part(central, pattern).is_empty;
        patterns_.push_back({std::move(pattern), is_empty});
    }
}

PartyMultipliers OptimumProofs::multipliers(const SolutionSpace& space,
                                            const Multipliers& lane) const {
    const std::size_t width = table_.columns.size();
    std::vector<Rational> weights;
    for (std::size_t at = 0; at < width; ++at) {
        Rational weight = Rational(lane[at]) / space.columns()[at].slope;
        for (std::size_t sum = width; sum < lane.size(); ++sum) {
            weight += Rational(lane[sum]) / space.columns()[sum].slope;
        }
        weights.push_back(std::move(weight));
    }
    const Rational unit = whole_number_unit(weights);
    PartyMultipliers multipliers;
    for (std::size_t at = 0; at < width; ++at) {
        if (weights[at].sign() > 0) {
            multipliers.emplace_back(table_.columns[at].party, weights[at] * unit);
        }
    }
    return multipliers;
}

std::vector<OptimumPart> OptimumProofs::parts(const SolutionSpace& space,
                                              const std::vector<Refutation>& refutations) const {
    std::vector<OptimumPart> parts;
    auto next = refutations.begin();
    for (const Pattern& pattern : patterns_) {
        PartProof part{accepting_, std::nullopt, pattern.pattern, EmptyPartProof{}};
        if (!pattern.is_empty && next->plan.order.empty()) {
            part.proof = RootPartProof{multipliers(space, next->root)};
        } else if (!pattern.is_empty) {
            TreePartProof tree{{}, {}, next->nodes};
            for (const std::uint32_t issue : next->plan.order) {
                tree.order.emplace_back(issue);
            }
            for (const Multipliers& lane : next->plan.lanes) {
                tree.lanes.push_back(multipliers(space, lane));
            }
            part.proof = std::move(tree);
        }
        next += pattern.is_empty ? 0 : 1;
        parts.push_back({std::move(part), std::nullopt, false});
    }
    return parts;
}

} // namespace unbracket
