#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/compare_drafts.hpp"

namespace unbracket {

/// The object that docs/schema/score-drafts.schema.json describes.
Node score_json(const Case& negotiation, const ComparedDrafts& compared,
                const JsonOptions& options = {});

/// Two drafts or more: the object that docs/schema/diff-drafts.schema.json describes.
Node diff_json(const Case& negotiation, const ComparedDrafts& compared,
               const JsonOptions& options = {});

} // namespace unbracket
