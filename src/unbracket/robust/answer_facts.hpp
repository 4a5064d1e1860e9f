#pragma once

#include "unbracket/robust/check.hpp"

// Facts about a case and its verdict that sentences of the answer depend on.

namespace unbracket {

/// Whether some number of a counted party is a range or unknown, or some intent doubtful, so that
/// there is more than one reading.
bool has_several_readings(const Case& negotiation, const Appraisal& appraisal);

/// Judgements and orders of weights that tie entries together and are used in no verdict, as what
/// they are about is partly open.
LeftOut find_left_out(const Case& negotiation, const Appraisal& appraisal);

HardReasons find_hard_reasons(const Case& negotiation, const Appraisal& appraisal,
                              Certainty certainty);

} // namespace unbracket
