#pragma once

#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/reading_sample.hpp"
#include "unbracket/zone/verdict.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace unbracket {

/// Whose words are left out: one voice (as in Ledger::voices), one statement of a voice that has
/// several, a source, all who speak for a party, everybody anonymous, what others say about a
/// party, what a party claims about its own strength.
enum class VoiceKind { voice, statement, source, speaker, anonymous, others_about, own_strength };

struct SampleMemory;

struct LeftOutVoice {
    VoiceKind kind = VoiceKind::voice;
    std::string name; // of a voice its first statement, of a statement or source its id; else empty
    std::optional<PartyId> party;
    std::vector<std::string> statements; // ids
    std::size_t entries = 0;             // that go with them
    /// Nothing where the file without them is no valid case; `problem` says why.
    std::optional<VerdictKind> verdict;
    std::string problem;
    /// Of a small sample: readings, and those with an agreement.
    std::uint64_t readings = 0;
    std::uint64_t agreement = 0;
};

/// Leaves out each of them in turn, with everything that rests on them alone, and decides what is
/// left. Nothing is tried once the flag is raised.
std::vector<LeftOutVoice> leave_out_voices(const LoadedCase& loaded, const ClaimOptions& search,
                                           const SampleOptions& sample, SampleMemory& memory);

} // namespace unbracket
