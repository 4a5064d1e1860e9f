#pragma once

#include "unbracket/report/page.hpp"
#include "unbracket/robust/robust.hpp"

#include <string>

namespace unbracket {

/// What `unbracket robust` prints: shares of sampled readings with at most two significant digits,
/// exact hinges, what moves the shares, and whom to ask what. Never a chance of anything.
std::string robust_text(const LoadedCase& loaded, const RobustResult& result,
                        const ScreenOptions& options);

} // namespace unbracket
