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

std::vector<EntryId> ConflictSet::entries() const {
    std::vector<EntryId> found;
    for (const ConflictMember& member : members) {
        found.push_back(member.entry);
    }
    return found;
}

bool reads_before(const Case& negotiation, EntryId first, EntryId second) {
    const bool first_is_fallback = negotiation.entry(first).kind == EntryKind::fallback;
    const bool second_is_fallback = negotiation.entry(second).kind == EntryKind::fallback;
    return first_is_fallback != second_is_fallback ? first_is_fallback : first < second;
}

ConflictSet shrunk(const Case& negotiation, ConflictOracle& oracle, Subset& conflicting) {
    ConflictSet set;
    set.is_minimal = oracle.shrink(conflicting);
    for (std::size_t item = 0; item < conflicting.size(); ++item) {
        if (!conflicting[item]) {
            continue;
        }
        const bool holds =
            oracle.decide_without(conflicting, item) == ConflictOracle::Answer::holds;
        set.members.push_back(
            {oracle.items()[item], holds ? std::optional(oracle.outcome()) : std::nullopt});
    }
    std::sort(set.members.begin(), set.members.end(),
              [&](const ConflictMember& a, const ConflictMember& b) {
                  return reads_before(negotiation, a.entry, b.entry);
              });
    return set;
}

ConflictSet minimal_conflict(const Case& negotiation, const Appraisal& appraisal,
                             Certainty certainty, const ClaimOptions& options) {
    ConflictOracle oracle({negotiation, appraisal}, certainty,
                          conflict_candidates(negotiation, appraisal), options);
    Subset all(oracle.items().size(), true);
    return shrunk(negotiation, oracle, all);
}

} // namespace unbracket
