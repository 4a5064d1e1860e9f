#pragma once

#include "unbracket/report/page.hpp"
#include "unbracket/robust/acceptance_counts.hpp"

#include <string>

namespace unbracket {

/// A section of a screen: how many outcomes are acceptable to all, to some, to nobody.
std::string counts_text(const Case& negotiation, const AcceptanceCounts& counts,
                        const ScreenOptions& options = {});

} // namespace unbracket
