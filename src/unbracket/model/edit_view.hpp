#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/model/sight.hpp"

#include <optional>

namespace unbracket {

/// What is left of a valid document, or of layers merged to one, for an audience: a document in
/// which what it does not see was never written, valid again, without places in files. For the
/// mediator the document as it is.
///
/// Reading what is left for the same audience again leaves it as it is. It depends on nothing that
/// the audience does not see: not on its value, and not on whether it was there. Numbers of rules,
/// limits, bonuses and risks without id count those that are left.
///
/// Cost: about linear in the document, and one binding of what is left.
Node visible_part(const Node& document, const Audience& audience,
                  const std::optional<Date>& as_of = std::nullopt);

} // namespace unbracket
