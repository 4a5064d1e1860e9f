#pragma once

#include "unbracket/model/document.hpp"

namespace unbracket {

/// Puts sections, the parts of issues and tables by party in an order that does not hang on what
/// was taken out: a section stands where its first member did, seen or not, and the digest and
/// every list follow. Sections and parts of issues come in the order of docs/case-file.md, parties
/// in their own order; issues, options and lists keep theirs.
void put_in_order(Node& document);

} // namespace unbracket
