#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <optional>
#include <vector>

namespace unbracket {

/// Whether the agreement rule accepts, in some reading, one of the outcomes that these contents may
/// turn out to be: a setting for each issue. Nothing where that is not decided within some million
/// nodes. Cost: one decision.
std::optional<bool> suits_together(const Case& negotiation, const Appraisal& appraisal,
                                   const std::vector<DraftSetting>& contents);

} // namespace unbracket
