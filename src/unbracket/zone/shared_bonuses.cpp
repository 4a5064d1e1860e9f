#include "unbracket/zone/shared_bonuses.hpp"

#include <variant>

// A bonus b > 0 on k literals adds b where all of them hold. Where it is left undecided whether
// they do, a bound that adds b everywhere sees nothing of what has been chosen. Let each literal
// that holds carry b/k instead: all of them together then carry b, fewer carry less than b and not
// less than the 0 that is added. That is a sum over issues, and with one literal it is exact.
//
// Source: Balas and Mazzola (1984), Nonlinear 0-1 programming: I. Linearization techniques, for
// linear bounds of products [balas1984nonlinear]

namespace unbracket {

void share_out_bonuses(const CaseView& context, PartyId party, Certainty certainty,
                       const BonusPattern& pattern, ReducedValues& reduced) {
    const Case& negotiation = context.negotiation;
    const PartyAppraisal& own = context.appraisal[as_index(party)];
    if (own.scale != Scale::scores || !std::holds_alternative<Interval>(own.fallback)) {
        return;
    }
    for (std::size_t at = 0; at < negotiation.bonuses.size(); ++at) {
        const Bonus& bonus = negotiation.bonuses[at];
        const Rational& most = end_of(bonus.value, certainty);
        if (bonus.party != party || pattern[at] != BonusState::undecided || most.sign() <= 0 ||
            bonus.when.empty()) {
            continue;
        }
        reduced.constant -= most;
        const Rational share = most / Rational(static_cast<std::int64_t>(bonus.when.size()));
        for (const Literal& literal : bonus.when) {
            std::vector<Rational>& values = reduced.values[as_index(literal.issue)];
            values.resize(negotiation.issue(literal.issue).options.size());
            for (const OptionId option : literal.options) {
                values[as_index(option)] += share;
            }
        }
    }
}

} // namespace unbracket
