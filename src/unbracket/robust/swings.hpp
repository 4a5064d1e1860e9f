#pragma once

#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/reading_sample.hpp"
#include "unbracket/robust/rests_on.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace unbracket {

/// Readings drawn, and those with an agreement.
struct ReadingCount {
    std::uint64_t readings = 0;
    std::uint64_t agreement = 0;

    double share() const;
};

/// How the share of readings with an agreement moves when an entry is put at one end of its range
/// and all else is drawn.
struct Swing {
    EntryId entry;
    Interval range;
    ReadingCount at_low;
    ReadingCount at_high;

    double span() const;
};

/// Two entries neither of which settles the verdict, while both together do.
struct EntryPair {
    EntryId first;
    EntryId second;
    bool first_at_high = false;
    bool second_at_high = false;
    VerdictKind verdict = VerdictKind::undecided;
};

/// Something to ask, whom, and what the answer would do to the share.
struct RankedQuestion {
    struct Answer {
        /// Of an alternative; else empty: the low end, then the high one. Of an entry that excludes
        /// outcomes `holds` and `open`, of a rating that may be a red line also `red_line`.
        std::string key;
        ReadingCount count;
        std::optional<VerdictKind> verdict; // exact, where it was decided
        std::string problem;                // of an answer without a valid case
    };
    std::variant<AlternativeId, EntryId> about;
    std::vector<PartyId> asked; // nobody: it is to be found out
    std::vector<Answer> answers;

    /// The largest difference of shares between two answers.
    double span() const;
};

struct SampleMemory;

struct Swings {
    RestsOn hinges;             // of depends, weights inside their ranges included
    std::vector<Swing> entries; // the widest first
    std::vector<EntryPair> pairs;
    bool are_pairs_complete = true;        // among the entries tried, not cut by the budget
    std::size_t paired = 0;                // entries tried in pairs: those with the widest swings
    std::vector<RankedQuestion> questions; // the widest first
};

/// Moves every entry that has a range, by itself and the widest in pairs, answers every alternative
/// of the file, and takes what excludes outcomes to hold and not to (see hard_entries_to_ask()).
/// `sample` says how many readings each end gets at most.
Swings find_swings(const LoadedCase& loaded, const Verdict& verdict, const ClaimOptions& search,
                   const SampleOptions& sample, SampleMemory& memory);

} // namespace unbracket
