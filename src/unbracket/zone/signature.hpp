#pragma once

#include <string>

namespace unbracket {

/// One number for the engine's behaviour: a digest of verdicts, outcomes, proofs and node counts of
/// a fixed list of searches. Equal for every compiler, number of threads and kind of build; it
/// changes when the engine walks another way. Cost: about a second.
std::string behaviour_number(unsigned threads = 1);

} // namespace unbracket
