#include "unbracket/zone/conflict.hpp"

#include "unbracket/zone/data_order.hpp"

#include <algorithm>

// Deletion filter for one minimal infeasible subset. Fallbacks are left out first where that keeps
// the conflict, so that a conflict between demands is named as such where there is one, and numbers
// stay only where they are needed. Then come red lines, rules, limits, norms and at last refusals,
// so that one refusal that suffices is named alone. Within a kind entries are tried in an order of
// their data: the paper leaves the order to the modeller, but here it must not depend on who is
// named first.
//
// Source: Chinneck and Dravnieks (1991), Locating minimal infeasible constraint sets, the deletion
// filter [chinneck1991locating]

namespace unbracket {

namespace {

bool is_conflict_kind(const Case& negotiation, const Entry& entry) {
    switch (entry.kind) {
    case EntryKind::rule:
    case EntryKind::norm:
        return true;
    case EntryKind::limit:
    case EntryKind::fallback:
    case EntryKind::curve_redline:
    case EntryKind::intent:
        return entry.party && negotiation.is_counted(*entry.party);
    case EntryKind::stance:
    case EntryKind::score:
    case EntryKind::order:
    case EntryKind::weight:
    case EntryKind::curve_value:
    case EntryKind::weight_order:
    case EntryKind::bonus:
    case EntryKind::risk:
        break;
    }
    return false;
}

void add_red_lines(const std::vector<std::optional<Rating>>& ratings, std::vector<EntryId>& found) {
    for (const auto& rating : ratings) {
        if (rating && rating->is_red_line) {
            found.push_back(rating->entry);
        }
    }
}

void add_red_lines(const Case& negotiation, const Issue& issue, std::vector<EntryId>& found) {
    for (const Assessment& assessment : issue.assessments) {
        if (!negotiation.is_counted(assessment.party)) {
            continue;
        }
        add_red_lines(assessment.stances, found);
        add_red_lines(assessment.scores, found);
        if (assessment.order && !assessment.order->red_lines.empty()) {
            found.push_back(assessment.order->entry);
        }
    }
}

/// For reading: fallbacks first, each kind as in the file.
std::vector<EntryId> as_listed(const Case& negotiation, std::vector<EntryId> entries) {
    std::sort(entries.begin(), entries.end());
    std::stable_partition(entries.begin(), entries.end(), [&](EntryId entry) {
        return negotiation.entry(entry).kind == EntryKind::fallback;
    });
    return entries;
}

} // namespace

std::vector<EntryId> conflict_candidates(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<EntryId> candidates;
    for (std::size_t at = 0; at < negotiation.entries.size(); ++at) {
        if (is_conflict_kind(negotiation, negotiation.entries[at])) {
            candidates.emplace_back(at);
        }
    }
    for (const Issue& issue : negotiation.issues) {
        add_red_lines(negotiation, issue, candidates);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    DataOrder(negotiation, appraisal).sort(candidates);
    return candidates;
}

ConflictSet minimal_conflict(const Case& negotiation, const Appraisal& appraisal,
                             Certainty certainty, const ClaimOptions& options) {
    Omissions omissions(negotiation.entries.size(), false);
    ConflictSet conflict;
    for (const EntryId entry : conflict_candidates(negotiation, appraisal)) {
        omissions[as_index(entry)] = true;
        const ClaimAnswer without =
            decide_claim(negotiation, appraisal, certainty, options, omissions);
        if (std::holds_alternative<NoOutcome>(without.answer)) {
            continue;
        }
        conflict.is_minimal =
            conflict.is_minimal && !std::holds_alternative<ClaimCut>(without.answer);
        omissions[as_index(entry)] = false;
        conflict.entries.push_back(entry);
    }
    conflict.entries = as_listed(negotiation, std::move(conflict.entries));
    return conflict;
}

} // namespace unbracket
