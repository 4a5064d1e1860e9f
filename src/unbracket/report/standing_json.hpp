#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/robust/standing.hpp"

namespace unbracket {

/// `verdict`, `possible` and `sure` (null where they were not counted), `outcomes`, `questions`,
/// `rests_on`, `rests_on_complete`.
Node standing_json(const Standing& standing);

} // namespace unbracket
