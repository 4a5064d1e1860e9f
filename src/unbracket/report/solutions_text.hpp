#pragma once

#include "unbracket/report/page.hpp"
#include "unbracket/robust/efficient.hpp"

namespace unbracket {

/// The section on solutions in the text of `frontier`.
void put_solutions(const Case& negotiation, const EfficientOutcomes& efficient, Page& page);

} // namespace unbracket
