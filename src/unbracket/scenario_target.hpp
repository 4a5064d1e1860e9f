#pragma once

#include "unbracket/base/diagnostic.hpp"
#include "unbracket/io/scenario/scenario_format.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// A problem for each file of a folder that is not among those to be written into it, and that is a
/// domain or a profile of any format, or may be one: read back, it would be one party more. None
/// where there is no such folder. Nothing is changed.
Diagnostics stale_parts(const std::string& folder, const std::vector<NamedText>& written);

} // namespace unbracket
