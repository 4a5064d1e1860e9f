#pragma once

#include "unbracket/robust/rests_on.hpp"

namespace unbracket {

/// For a verdict `depends`: the entries that settle it when they are put at one end of their own
/// range, ends that orders and binding judgements rule out cut off, or where a doubtful intent is
/// resolved. Each by itself, all else as it stands. With `inside` also entries between whose ends
/// nothing is possible somewhere: weights, and any number of a party whose entries judgements or
/// orders of weights tie together; up to that, the ends of a range tell all. Cost: up to four
/// decisions an entry, inside up to 28, within the budget of `Trials`.
enum class HingeScope { ends, inside };
RestsOn find_hinges(const Case& negotiation, const Appraisal& appraisal,
                    const Outcome& possible_outcome, const ClaimOptions& options,
                    HingeScope scope = HingeScope::ends);

} // namespace unbracket
