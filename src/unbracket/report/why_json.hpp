#pragma once

#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/why.hpp"

namespace unbracket {

/// The reasons of a verdict, as docs/schema/why.schema.json describes them.
Node why_json(const LoadedCase& loaded, const WhyResult& result, const JsonOptions& options = {});

} // namespace unbracket
