#pragma once

#include "unbracket/base/diagnostic.hpp"
#include "unbracket/base/ids.hpp"

#include <optional>
#include <string>
#include <vector>

namespace unbracket {

enum class EntryKind {
    weight,        // issue.ISSUE.weight.PARTY
    stance,        // issue.ISSUE.stance.PARTY.OPTION
    score,         // issue.ISSUE.score.PARTY.OPTION
    order,         // issue.ISSUE.stance.PARTY (as an order) or issue.ISSUE.order.PARTY
    curve_value,   // issue.ISSUE.curve.PARTY.WORD
    curve_redline, // issue.ISSUE.curve.PARTY.redline
    weight_order,  // order.weight.PARTY
    fallback,      // fallback.PARTY
    limit,         // limit.ID of a party
    norm,          // limit.ID of "norm"
    rule,          // rule.ID
    bonus,         // bonus.ID
    risk,          // risk.ID
    intent         // intent.PARTY
};

/// What an entry rests on: a statement that says it, a statement it was inferred from, or nothing
/// but the analyst.
enum class Basis { reported, inferred, assumed };

enum class Firmness { unstated, declared, long_held, tested, suspected };

enum class VisibilityKind { everyone, mediator, party };
struct Visibility {
    VisibilityKind kind = VisibilityKind::mediator;
    PartyId party; // only for VisibilityKind::party
    friend bool operator==(const Visibility&, const Visibility&) = default;
};

/// Any single thing the analyst entered that can change an answer.
struct Entry {
    std::string address;
    EntryKind kind = EntryKind::stance;
    std::optional<PartyId> party;
    std::optional<IssueId> issue;
    std::optional<OptionId> option;
    Basis basis = Basis::assumed;
    Firmness firmness = Firmness::unstated;
    std::vector<StatementId> supported_by;
    std::vector<StatementId> suggested_by;
    std::string entered_by;
    std::string checked_by;
    SourcePosition at;
};

} // namespace unbracket
