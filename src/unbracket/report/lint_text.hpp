#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/lint.hpp"

#include <string>

namespace unbracket {

/// `full` names each entry without a statement instead of counting them.
enum class LintDetail { summary, full };

/// What lint found, the most consequential first; hard limits stand side by side at the end.
std::string lint_text(const Case& negotiation, const LintResult& result,
                      const ScreenOptions& options = {}, LintDetail detail = LintDetail::summary);

/// The object that docs/schema/lint.schema.json describes.
Node lint_json(const Case& negotiation, const LintResult& result);

} // namespace unbracket
