#pragma once

#include "unbracket/base/interval.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace unbracket {

/// What the second draft makes of something that the first one has.
enum class DraftChange {
    kept,
    not_known,    // unknown in both, so that nobody can tell whether it is kept
    known_in_one, // unknown in one of them: nobody can tell whether it is kept
    not_compared, // a clause without an issue, so that the file does not say what it holds
    changed,
    added,     // not in the first draft
    dropped,   // not in the second draft
    merged,    // a clause that went into another one
    renumbered // a clause with another number and the same content
};

struct PartyGain {
    PartyId party;
    /// Value of the second draft less that of the first, over all readings and all contents that
    /// the drafts leave open: a bound on both sides that some reading reaches for settled contents.
    /// On an issue: points of its stances or scores there. In all: of its total.
    Interval gain;
    bool crosses_before = false; // the first draft is at its red line here, for sure
    bool crosses_after = false;
};

struct IssueChange {
    IssueId issue;
    DraftChange change = DraftChange::kept;
    std::vector<PartyGain> gains; // of concerned parties, by party
};

struct PointChange {
    PointId point;
    DraftChange change = DraftChange::kept;
    std::string number_before;
    std::string number_after;
    std::string merged_into; // number of the clause it went into
};

/// A clause that a draft drops or merges and that is none of the case's; a plan may have had more.
struct OtherPointChange {
    std::string number;
    DraftChange change = DraftChange::dropped; // dropped, added or merged
    std::string merged_into;
};

struct DraftDiff {
    DraftId before;
    DraftId after;
    std::vector<IssueChange> issues;      // every issue of the case
    std::vector<PointChange> points;      // every clause of the case
    std::vector<PartyGain> totals;        // of every party with scores or stances
    std::vector<OtherPointChange> others; // in the order of the drafts' lists
};

/// Compares two drafts of a case point by point; `appraisal` is that of the case. What the second
/// draft takes over from the first unread counts as the same content, and so does all of a draft
/// compared with itself. Cost: on each issue the product of the options that the two drafts leave
/// open, while that is small, else their sum.
DraftDiff diff_drafts(const Case& negotiation, const Appraisal& appraisal, DraftId before,
                      DraftId after);

} // namespace unbracket
