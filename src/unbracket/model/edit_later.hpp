#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/model/document.hpp"

#include <optional>

namespace unbracket {

/// The document as it was known on that day: without statements, drafts, meetings, levers, dated
/// changes, no-agreement values, claims and news of later days, and without what is known from such
/// statements alone. Nothing where it holds nothing of that kind and so is the same.
///
/// What is planned or due on a later day is known before it. A source of a later day goes unless
/// something that stays names it. Changes up to the day have been made already (see
/// effective_document).
std::optional<Node> without_later(const Node& document, const Date& day);

} // namespace unbracket
