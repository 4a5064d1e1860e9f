#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/check.hpp"
#include "unbracket/robust/loaded_case.hpp"

namespace unbracket {

/// The object that docs/schema/check.schema.json describes. `result` is the check of that case.
Node check_json(const LoadedCase& loaded, const CheckResult& result,
                const JsonOptions& options = {});

} // namespace unbracket
