#pragma once

#include "unbracket/model/document.hpp"

#include <set>
#include <string>

namespace unbracket {

/// Takes statements out of the ledger, with what other statements say of them.
void drop_statements(Node& document, const std::set<std::string>& statements);

/// Takes out judgements of these drafts.
void drop_judgements_of(Node& document, const std::set<std::string>& drafts);

/// Takes out the claims on quantities that these statements make.
void drop_claims_of(Node& document, const std::set<std::string>& statements);

} // namespace unbracket
