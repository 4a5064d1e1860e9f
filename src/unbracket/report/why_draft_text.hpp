#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/why_draft.hpp"

#include <string>

namespace unbracket {

/// A draft judged point by point: for whom it fails and why, what it costs each party, which single
/// changes would help, and whether something is better for all.
std::string why_draft_text(const Case& negotiation, const DraftWhy& result,
                           const ScreenOptions& options = {});

} // namespace unbracket
