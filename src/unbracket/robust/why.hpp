#pragma once

#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/conflict_list.hpp"
#include "unbracket/zone/verdict.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace unbracket {

/// How far the fallbacks of a conflict are apart when no limit, rule or norm is looked at: no
/// outcome leaves each of these parties with less than `shortfall` of its own points missing, and
/// this one leaves none with more.
struct FallbackGap {
    std::vector<PartyId> parties;
    Rational shortfall; // > 0
    Outcome outcome;
    bool is_proved = true; // false: cut; the least shortfall may be smaller
};

/// An outcome that satisfies every entry of a conflict and is still not sure, only because some of
/// its options may be red lines: what is unknown is no entry of a conflict.
struct UnknownStop {
    struct Option {
        PartyId party;
        IssueId issue;
        OptionId option;
    };
    Outcome outcome;
    std::vector<Option> unknown; // at least one
};

/// Why no outcome is possible, or none is sure.
struct WhyQuestion {
    Certainty certainty = Certainty::possible;
    ConflictList list;
    std::vector<std::optional<FallbackGap>> gaps; // of conflicts between fallbacks alone, by place
    std::vector<std::optional<UnknownStop>> unknown; // by place, where none is sure
};

/// An issue with its part in the conflicts of the first question, beside who named it.
struct StickingPoint {
    IssueId issue;
    std::size_t conflicts = 0;         // that hold an entry about it
    std::size_t entries = 0;           // about it, in any conflict
    std::vector<StatementId> named_by; // that say the deal turns on it
};

struct WhyResult {
    Verdict verdict;
    Appraisal appraisal;
    /// Those that have the answer no: `possible`, then `sure` where readings differ.
    std::vector<WhyQuestion> questions;
    std::vector<StickingPoint> sticking; // most conflicts first, then as in the file
    bool wants_all = false;              // as asked
};

struct WhyOptions {
    ClaimOptions search; // the budget is for each question
    /// Every minimal conflict whatever that costs. Else all of them where a few thousand nodes are
    /// enough, and just one where they are not.
    bool wants_all = false;
};

/// The conflicts behind a verdict. For an agreement, a contradiction or a verdict that was cut
/// there are no questions.
WhyResult why(const LoadedCase& loaded, const WhyOptions& options = {});

} // namespace unbracket
