#pragma once

#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/efficient.hpp"

namespace unbracket {

/// The object `adjusted_winner` of docs/schema/frontier.schema.json.
Node adjusted_winner_json(const Case& negotiation, const EfficientOutcomes& efficient,
                          const JsonOptions& options = {});

} // namespace unbracket
