#pragma once

#include "unbracket/robust/sample_memory.hpp"

#include <vector>

namespace unbracket {

/// In how many of the readings some content of a text is accepted.
struct ContentShare {
    std::uint64_t readings = 0;
    AcceptanceTally some;
};

/// For a text that may turn out to say more than can be looked at one by one: `contents` has a
/// setting for each issue. Each reading is decided exactly, for the agreement rule and for each
/// counted party by itself; one that the budget cuts counts as not accepted. The memory is one of
/// samples of this case. Cost: one sample, decided once more and once for each counted party.
ContentShare sample_contents(const Case& negotiation, const Appraisal& appraisal,
                             const std::vector<DraftSetting>& contents,
                             const SampleOptions& options, SampleMemory& memory);

} // namespace unbracket
