#pragma once

#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/acceptance_counts.hpp"

namespace unbracket {

/// The object `counts` of docs/schema/frontier.schema.json.
Node counts_json(const Case& negotiation, const AcceptanceCounts& counts,
                 const JsonOptions& options = {});

} // namespace unbracket
