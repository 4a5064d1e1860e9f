#pragma once

#include "unbracket/model/case.hpp"

#include <optional>
#include <vector>

namespace unbracket::reference {

/// The most that an agreement is worth to a party above its no-agreement value: surely, and
/// possibly. Nothing where there is no such agreement.
struct BestAgreementView {
    std::optional<Rational> sure;
    std::optional<Rational> possible;
};

/// By definition, over all outcomes: no rule or norm is broken, the party's limits are kept, the
/// agreement rule accepts once this party does, whatever the outcome is worth to it. By party id
/// how much each no-agreement value is moved; one that is a draft's is moved by 0.
BestAgreementView best_agreement(const Case& whole, PartyId party,
                                 const std::vector<Interval>& levers);

} // namespace unbracket::reference
