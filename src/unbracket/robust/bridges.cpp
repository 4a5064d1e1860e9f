#include "unbracket/robust/bridges.hpp"

#include "unbracket/robust/hinges.hpp"
#include "unbracket/zone/data_order.hpp"

#include <algorithm>

// Puts together what a mediator asks about movements: the bridges of the question that has the
// answer no, the effect of every limit, and, on request, how the others fare at each level of one
// party. An uncertain entry read at its other end is a question to ask, so it is listed apart.
//
// Source: Liffiton, Previti, Malik and Marques-Silva (2016), Fast, flexible MUS enumeration, for
// the movements as corrections [liffiton2016fast]

namespace unbracket {

std::vector<PartyId> strictly_judged(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<PartyId> found;
    for (const PartyId party : negotiation.agreement.counted) {
        const std::vector<Coupling>& couplings = appraisal[as_index(party)].couplings;
        if (std::any_of(couplings.begin(), couplings.end(),
                        [](const Coupling& each) { return each.is_strict(); })) {
            found.push_back(party);
        }
    }
    return found;
}

BridgesResult find_all_bridges(const LoadedCase& loaded, const BridgesOptions& options) {
    const Case& negotiation = loaded.negotiation;
    BridgesResult result;
    result.appraisal = appraise(negotiation);
    result.verdict = decide(negotiation, result.appraisal, options.search);
    result.has_norms = negotiation.has_norms();
    result.most_bridges = options.most_bridges;
    result.sums = options.sums;
    result.curve_of = options.curve_of;
    result.row_order = negotiation.agreement.counted;
    DataOrder(negotiation, result.appraisal).sort(result.row_order);
    const VerdictKind kind = kind_of(result.verdict);
    if (kind == VerdictKind::contradiction) {
        return result;
    }
    if (const auto* depends = std::get_if<DependsVerdict>(&result.verdict.answer)) {
        result.certainty = Certainty::sure;
        result.to_ask =
            find_hinges(negotiation, result.appraisal, depends->possible_outcome, options.search)
                .entries;
    } else if (kind == VerdictKind::agreement) {
        result.certainty = Certainty::sure;
    }
    if (kind == VerdictKind::no_agreement || kind == VerdictKind::depends) {
        result.list =
            find_bridges(negotiation, result.appraisal, result.certainty,
                         {options.search, options.most_bridges, options.list_nodes, options.sums});
    }
    std::optional<BestGain> smallest;
    if (result.list.smallest_largest && result.list.smallest_largest_is_proved) {
        smallest = smallest_gain_behind(negotiation, *result.list.smallest_largest);
    }
    result.effects = find_limit_effects(negotiation, result.appraisal, result.certainty,
                                        options.search, smallest);
    if (options.curve_of) {
        result.curve = find_gain_curve(negotiation, result.appraisal,
                                       {*options.curve_of, result.certainty, options.curve_steps},
                                       options.search);
    }
    return result;
}

} // namespace unbracket
