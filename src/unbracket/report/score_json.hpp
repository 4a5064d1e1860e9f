#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/score.hpp"

namespace unbracket {

/// The object that docs/schema/score.schema.json describes.
Node score_json(const Case& negotiation, const DraftScore& score, const JsonOptions& options = {});

} // namespace unbracket
