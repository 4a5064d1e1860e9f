#pragma once

#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/bridges.hpp"
#include "unbracket/robust/loaded_case.hpp"

namespace unbracket {

/// Movements and effects, as docs/schema/bridge.schema.json describes them.
Node bridge_json(const LoadedCase& loaded, const BridgesResult& result,
                 const JsonOptions& options = {});

} // namespace unbracket
