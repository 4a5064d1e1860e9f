#pragma once

#include "unbracket/zone/certificate/acceptance.hpp"
#include "unbracket/zone/certificate/fields.hpp"
#include "unbracket/zone/certificate/replay.hpp"

namespace unbracket::certificate {

enum class ClaimKind {
    sure,
    possible,
    none_possible,
    none_sure,
    some_reading,
    no_reading,
    optimum
};

/// Says which claim it is, and raises an objection unless it is proved.
ClaimKind check_claim(const Facts& facts, const Node& claim, Budget& budget, Objection& objection);

} // namespace unbracket::certificate
