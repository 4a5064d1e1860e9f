#pragma once

#include "unbracket/report/page.hpp"
#include "unbracket/robust/efficient.hpp"

#include <string>

namespace unbracket {

/// A section of a screen: who gets which issue by adjusted winner, or why that does not apply.
std::string adjusted_winner_text(const Case& negotiation, const EfficientOutcomes& efficient,
                                 const ScreenOptions& options = {});

} // namespace unbracket
