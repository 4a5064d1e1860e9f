#pragma once

#include "unbracket/model/case.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace unbracket {

enum class CouplingKind {
    accepts,       // value of the draft at least the fallback
    rejects,       // below it
    prefers,       // value of the draft above that of `over`
    nothing_below, // fallback at least the value of the draft
    heavier,       // weight of `first` at least that of `second`
    as_heavy       // equal weights
};

/// Where something that ties entries together was said: in a judgement of a statement, or in an
/// order of weights.
using CouplingOrigin = std::variant<StatementId, EntryId>;

/// A condition on the readings of one party that no range of a single entry can express.
struct Coupling {
    CouplingKind kind = CouplingKind::accepts;
    CouplingOrigin origin;
    std::optional<DraftId> draft;
    std::optional<DraftId> over;
    std::optional<IssueId> first;
    std::optional<IssueId> second;

    /// Whether equality is not enough.
    bool is_strict() const {
        return kind == CouplingKind::rejects || kind == CouplingKind::prefers;
    }
    friend bool operator==(const Coupling&, const Coupling&) = default;
};

/// Why a binding judgement says nothing about the party's readings.
enum class CouplingGap {
    open_draft,    // the draft leaves open what the party rates, or what its bonuses need
    open_fallback, // the party's fallback is a draft that does
    limit,         // a red line, limit or unknown option of the party explains the judgement alone
    not_yet,       // "not yet" speaks of the talks, not of what the draft is worth
    no_values      // the party has neither stances nor scores
};

struct UnusedCoupling {
    PartyId party;
    CouplingOrigin origin;
    CouplingGap gap = CouplingGap::open_draft;
};

} // namespace unbracket
