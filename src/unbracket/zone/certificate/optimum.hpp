#pragma once

#include "unbracket/zone/certificate/acceptance.hpp"
#include "unbracket/zone/certificate/fields.hpp"
#include "unbracket/zone/certificate/replay.hpp"

namespace unbracket::certificate {

/// Raises an objection unless the outcome of an `optimum` claim is a best one by its rule, in the
/// central reading, or misses that by no more than the tolerance it names.
void check_optimum(const Facts& facts, const Node& claim, Budget& budget, Objection& objection);

} // namespace unbracket::certificate
