#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/efficient.hpp"

namespace unbracket {

/// The object that docs/schema/frontier.schema.json describes.
Node frontier_json(const Case& negotiation, const EfficientOutcomes& efficient,
                   const JsonOptions& options = {});

} // namespace unbracket
