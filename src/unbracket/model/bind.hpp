#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/result.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/model/spelling.hpp"

#include <optional>

namespace unbracket {

/// Turns a document into a Case, or names everything that is wrong with it at once, in order of
/// place. This is the one place where a case is validated; docs/case-file.md says what a document
/// may hold.
///
/// `as_of` overrides the date of the file. Statements, drafts, events, drivers and changes of later
/// dates stay in the case with `exists` false; dated fallbacks and `[[change]]` are applied up to
/// that date. What lies after the date and every answer of every alternative are validated too.
/// Cost: linear in the size of the document, times the number of answers.
Result<Case> bind_case(const Node& document, std::optional<Date> as_of = std::nullopt);

/// The two halves of bind_case, for callers that set addresses in between (--set, the answers of an
/// alternative), so that what they set is not overridden by a dated change.
///
/// The document as it stands at the date: every `[[change]]` up to it applied to a copy, in order
/// of date, then of appearance. Without any date all changes are applied.
Result<Node> effective_document(const Node& document, std::optional<Date> as_of = std::nullopt);

/// As bind_case, but leaves changes alone and does not try the answers of alternatives.
Result<Case> bind_effective(const Node& document, std::optional<Date> as_of = std::nullopt);

/// As bind_effective, but the case has no digest: for versions that are decided by the dozen and
/// certified by nobody.
Result<Case> bind_version(const Node& document, std::optional<Date> as_of = std::nullopt);

} // namespace unbracket
