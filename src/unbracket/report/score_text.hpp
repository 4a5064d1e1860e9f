#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/score.hpp"

#include <string>

namespace unbracket {

/// A draft for each party: what it accepts, what it has above its fallback, what stands in the way.
std::string score_text(const Case& negotiation, const DraftScore& score,
                       const ScreenOptions& options = {});

} // namespace unbracket
