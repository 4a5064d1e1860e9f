#pragma once

#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/robust.hpp"

namespace unbracket {

/// The answer of `unbracket robust` as data; see docs/schema/robust.schema.json.
Node robust_json(const LoadedCase& loaded, const RobustResult& result, const JsonOptions& options);

} // namespace unbracket
