#pragma once

#include "unbracket/report/page.hpp"
#include "unbracket/robust/bridges.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <string>

namespace unbracket {

/// Movements and effects as a screen; burdens as bars, each party's on its own scale.
std::string bridge_text(const LoadedCase& loaded, const BridgesResult& result,
                        const ScreenOptions& options);

} // namespace unbracket
