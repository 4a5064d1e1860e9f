#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/model/sight.hpp"

namespace unbracket {

// The ledger as an audience other than the mediator sees it.

/// Takes out the statements that are not seen, with every reference to them. Of an anonymous
/// speaker nothing stays but that it is one; who entered and checked a statement and how sure the
/// analyst is of it goes everywhere.
void keep_seen_statements(Node& document, const Sight& sight);

/// Writes a list of one judgement as that one, so that it does not tell of others that went.
void write_judgements_alike(Node& document);

/// People and sources stay where a statement or an event that is left names them.
void forget_people_and_sources(Node& document);

} // namespace unbracket
