#pragma once

#include "unbracket/model/case.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace unbracket {

/// Whether somebody at home has to say yes as well: to everything, to what was found, perhaps (it
/// depends on what is still open), or not to this.
enum class RatificationNeed { always, needed, open, not_needed };
/// `always`, `needed`, `open`, `not_needed`: as in JSON.
const char* to_text(RatificationNeed need);

/// How a deadline lies to the date of the case; `undated` also where the case has no date.
enum class DeadlineState { ahead, today, passed, undated };
/// `ahead`, `today`, `passed`; empty where it is not known.
const char* to_text(DeadlineState state);

/// What comes after an agreement of the parties, and by when; no verdict uses either. By position
/// in the case.
struct Formalities {
    std::vector<RatificationNeed> ratifications;
    std::vector<DeadlineState> deadlines;

    bool is_empty() const { return ratifications.empty() && deadlines.empty(); }
};

/// For an outcome; nothing: for whatever will be agreed on.
Formalities formalities_of(const Case& negotiation, const std::optional<Outcome>& outcome);
/// For what a text says, open parts included: a setting for each issue.
Formalities formalities_of(const Case& negotiation, const std::vector<DraftSetting>& content);

} // namespace unbracket
