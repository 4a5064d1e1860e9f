#pragma once

#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/efficient.hpp"

namespace unbracket {

/// The member `solutions` of the answer of `frontier`.
Node solutions_json(const Case& negotiation, const EfficientOutcomes& efficient,
                    const JsonOptions& options);

/// The member `negmas_readings`: what NegMAS calls by similar names, or null ...
Node negmas_json(const Case& negotiation, const EfficientOutcomes& efficient,
                 const JsonOptions& options);
/// ... and why.
Node negmas_reason_json(const EfficientOutcomes& efficient);

} // namespace unbracket
