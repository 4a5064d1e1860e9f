#pragma once

#include "unbracket/zone/certificate/part.hpp"

#include <vector>

namespace unbracket::certificate {

/// Raises an objection unless the parts are enough: whoever accepts an outcome, if it makes an
/// agreement, and whatever bonuses are met, some part excludes it. Each part is proved elsewhere.
void check_coverage(const Case& given, const std::vector<Part>& parts, Objection& objection);

/// Whether some part speaks of every outcome, whatever bonuses it meets and whoever accepts it.
bool covers_all_bonuses(const Case& given, const std::vector<Part>& parts);

} // namespace unbracket::certificate
