#pragma once

#include "unbracket/zone/certificate/aim.hpp"
#include "unbracket/zone/certificate/root_domain.hpp"

namespace unbracket::certificate {

/// What a proof that nothing is better stands on.
struct BetterQuestion {
    const Facts& facts;
    const std::vector<PartyGains>& gains;
    const Aim& aim;
};

/// Raises an objection unless no outcome of the part meets the aim.
void prove_none_better(const BetterQuestion& question, const Part& part, Budget& budget,
                       Objection& objection);

} // namespace unbracket::certificate
