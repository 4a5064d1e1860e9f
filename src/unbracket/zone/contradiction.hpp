#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/coupled_column.hpp"

#include <optional>

namespace unbracket {

/// Entries that leave a party no reading: an order, and what is entered about two options that it
/// ranks the other way round; or statements that judge whole drafts, and what they cannot be
/// reconciled with. Minimal. Only counted parties are looked at; which one is shown where several
/// have none is settled by their data.
struct NoReading {
    PartyId party;
    std::vector<EntryId> entries;
    std::vector<StatementId> statements;
    std::optional<RowWeights> refusal; // see ContradictionVerdict
};

std::optional<NoReading> find_contradiction(const Case& negotiation, const Appraisal& appraisal);

} // namespace unbracket
