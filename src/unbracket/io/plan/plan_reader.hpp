#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/plan/plan_text.hpp"

#include <string>
#include <string_view>

namespace unbracket {

/// Reads a numbered plan in Markdown or plain text, in UTF-8. Refused, with line, column and hint
/// and all at once: what is no text, brackets that do not close in their clause (a bracket that
/// begins a clause may close in a later one), brackets that were never opened, and more clauses,
/// brackets, levels or alternatives than the limits allow; also a text without any words. Time and
/// space are linear in the bytes times the depth of brackets. What it says of numbers and brackets
/// is in docs/methods/plan-texts.md.
Result<PlanText> read_plan(std::string_view bytes, const std::string& file,
                           const PlanLimits& limits = {});

} // namespace unbracket
