#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/formalities.hpp"

namespace unbracket {

/// Who has to ratify what was found, and which deadlines stand; nothing where neither is entered.
void put_formalities(const Case& negotiation, const Formalities& formalities, Page& page);

/// A deadline as it was entered: party, title, date, pace and whether it is hard.
Node deadline_node(const Case& negotiation, const Deadline& deadline);

/// Adds `ratification` and `deadlines`.
void add_formalities(const Case& negotiation, const Formalities& formalities, Node& node);

} // namespace unbracket
