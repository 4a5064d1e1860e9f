#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/robust/score.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace unbracket {

/// What a text's option on one issue costs a party: by how much its total would rise with whichever
/// option suits it best there, its own red lines left out and everything else as it is. Over all
/// readings and all contents the text leaves open; both ends occur. Bonuses are not looked at.
struct IssueCost {
    IssueId issue;
    Interval cost; // >= 0, in the party's own points
};

/// The costs of every issue that may cost the party something, the largest first.
std::vector<IssueCost> costs_of(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                                const std::vector<DraftSetting>& content);

/// A text with one issue set anew, and what becomes of it.
struct SingleChange {
    IssueId issue;
    OptionId option;
    Acceptance agreement = Acceptance::never;
    std::vector<std::pair<PartyId, Acceptance>> parties; // those of the text's score
};

struct SingleChanges {
    /// Those after which the agreement rule or some party accepts more surely than before, in the
    /// order of the file.
    std::vector<SingleChange> helpful;
    std::uint64_t count = 0;   // that there are
    bool is_exact = true;      // every completion of each was looked at, as in DraftScore
    bool are_looked_at = true; // false: too many, nothing was looked at
    bool was_stopped = false;  // `helpful` is what was found before somebody stopped it
};

/// How much surer an acceptance is than another: `never`, `possibly`, `surely`.
bool is_surer(Acceptance one, Acceptance other);

/// Judges every text that differs from this one on one issue, where it settles that issue. `score`
/// is that of the text. Cost: that of scoring for each option of each issue; with many parties and
/// options fewer completions are looked at, and from `most_change_steps` on nothing.
SingleChanges single_changes(const Case& negotiation, const Appraisal& appraisal,
                             const DraftScore& score, const std::vector<DraftSetting>& content,
                             const CancelFlag* cancel = nullptr);

/// Issues times parties times texts times completions.
inline constexpr std::uint64_t most_change_steps = 20'000'000;

} // namespace unbracket
