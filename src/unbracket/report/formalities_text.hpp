#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/formalities.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// Who has to ratify what was found, and which deadlines stand; nothing where neither is entered.
void put_formalities(const Case& negotiation, const Formalities& formalities, Page& page);

/// A text and what comes after an agreement on it.
struct TextFormalities {
    std::string name;
    Formalities formalities;
};

/// The same for several texts of one case, at least one: what holds for all of them once.
void put_formalities(const Case& negotiation, const std::vector<TextFormalities>& texts,
                     Page& page);

/// A deadline as it was entered: party, title, date, pace and whether it is hard.
Node deadline_node(const Case& negotiation, const Deadline& deadline);

/// Each adds one list: `ratification`, `deadlines`.
void add_ratification(const Case& negotiation, const Formalities& formalities, Node& node);
void add_deadlines(const Case& negotiation, const Formalities& formalities, Node& node);

/// Adds both.
void add_formalities(const Case& negotiation, const Formalities& formalities, Node& node);

} // namespace unbracket
