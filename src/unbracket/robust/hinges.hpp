#pragma once

#include "unbracket/robust/rests_on.hpp"

namespace unbracket {

/// For a verdict `depends`: the entries that settle it when they are put at one end of their own
/// range, ends that orders rule out cut off, or where a doubtful intent is resolved. Each by
/// itself, all else as it stands; values inside a range are not tried. Cost: up to four decisions
/// an entry, within the budget of `Trials`.
RestsOn find_hinges(const Case& negotiation, const Appraisal& appraisal,
                    const Outcome& possible_outcome, const ClaimOptions& options);

} // namespace unbracket
