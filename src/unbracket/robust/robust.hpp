#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/open_draft.hpp"
#include "unbracket/robust/reading_sample.hpp"
#include "unbracket/robust/regimes.hpp"
#include "unbracket/robust/swings.hpp"
#include "unbracket/robust/voices.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

inline constexpr std::size_t most_contents = 256;

struct RobustOptions {
    SampleOptions sample;
    ClaimOptions search;                  // of exact verdicts
    std::size_t contents = most_contents; // of a draft, looked at one by one; at least 1
};

/// An outcome and in how many readings it is acceptable.
struct OutcomeShare {
    Outcome outcome;
    AcceptanceTally tally;
};

/// A draft, of which each content it may turn out to have is looked at; or, where these are too
/// many, whether it is accepted with some.
struct DraftShare {
    DraftId draft;
    std::size_t contents = 0;          // looked at
    std::optional<ContentTally> tally; // of the whole sample
    std::optional<ContentShare> wide;  // of a sample of its own
};

/// In how many of `readings` some agreement holds the option.
struct OptionShare {
    IssueOption option;
    std::uint64_t readings = 0;
    std::uint64_t agreement = 0;
};

/// Shares without what nobody said or knows anything of.
struct RegimeShares {
    Unsupported unsupported;
    std::optional<SampleTally> without_invented;
    std::optional<SampleTally> without_unknown;
    std::optional<SampleTally> without_both;
};

/// Everything `unbracket robust` says, as data. Where it was stopped, what is missing is empty.
struct RobustResult {
    Appraisal appraisal;
    VerdictKind verdict = VerdictKind::undecided;
    SampleTally tally; // of the whole sample; outcomes and contents as below
    std::uint64_t seed = 1;
    std::vector<OutcomeShare> outcomes; // most often acceptable first
    std::vector<DraftShare> drafts;     // in the order of the file
    std::vector<OptionShare> options;
    RegimeShares regimes;
    std::vector<LeftOutVoice> voices;
    Swings swings;
    std::size_t unknown_options = 0;
    std::vector<PartyId> doubtful; // taken to take part
    std::vector<PartyId> judged;   // readings that go against what binds them are drawn anew
    std::vector<PartyId> unjudged; // hardly any draw would keep it, so it is left aside
    bool has_several_readings = false;
    bool was_stopped = false;
};

/// Draws readings and says what holds in how many of them. A problem where a party's entries leave
/// it no reading. The same for every number of threads.
Result<RobustResult> find_robust(const LoadedCase& loaded, const RobustOptions& options = {});

} // namespace unbracket
