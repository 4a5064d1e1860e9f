#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/steps.hpp"

#include <string>

namespace unbracket {

/// Whether the orders demanded fit together, what the answer is when they are kept, who goes first
/// and with what at risk.
std::string steps_text(const LoadedCase& loaded, const StepsResult& result,
                       const ScreenOptions& options = {});

/// The object that docs/schema/steps.schema.json describes.
Node steps_json(const LoadedCase& loaded, const StepsResult& result,
                const JsonOptions& options = {});

} // namespace unbracket
