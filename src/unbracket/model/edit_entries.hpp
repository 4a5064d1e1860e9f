#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/model/edit_address.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// An entry of a document: its address as the case names it, and where it stands.
struct EntryPlace {
    std::string address;
    std::vector<PlaceStep> steps;
};

/// All entries of a document in order of appearance. Cost: linear in the document.
std::vector<EntryPlace> entry_places(const Node& document);

/// The address with options of numeric issues written as the program writes numbers, so that two
/// spellings of one address become one text. Any other text stays as it is.
std::string normal_address(const Node& document, std::string_view address);

/// Whether an address names that entry or something above it: `issue.share.curve.alta` covers all
/// of its knots. Both addresses are normal.
bool covers(std::string_view address, std::string_view entry);

/// Removes from `after` what refers to something that `before` has and `after` has not: addresses
/// in statements, remarks on entries, and settings of alternatives, changes and drivers. References
/// that were wrong before stay, so that validation still names them.
void drop_dangling_references(const Node& before, Node& after);

} // namespace unbracket
