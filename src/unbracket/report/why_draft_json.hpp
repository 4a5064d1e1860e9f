#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/why_draft.hpp"

namespace unbracket {

/// The object that docs/schema/why-draft.schema.json describes.
Node why_draft_json(const Case& negotiation, const DraftWhy& result,
                    const JsonOptions& options = {});

} // namespace unbracket
