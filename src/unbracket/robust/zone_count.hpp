#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/robust/check.hpp"

#include <vector>

namespace unbracket {

struct ZoneCensus {
    ZoneCount count;
    std::vector<ValueExclusion> exclusions; // of each counted party
};

/// Counts the outcomes that are accepted, and those that each party's numbers exclude, by looking
/// at each outcome; for more than `count_limit` outcomes, or where fallback drafts leave so much
/// open that each outcome is costly, or once `cancel` is raised, only says which parties' numbers
/// surely exclude nothing.
ZoneCensus take_census(const Case& negotiation, const Appraisal& appraisal,
                       const CancelFlag* cancel = nullptr);

} // namespace unbracket
