#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/sheet/sheet.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// One thing that a table says otherwise than the case. Empty texts: nothing.
struct SheetChange {
    std::string address;
    std::string before;
    std::string after;
};

struct EditedDocument {
    Node document;
    std::vector<SheetChange> changes;  // options and titles first, stances and scores last
    std::vector<std::string> left_out; // rows and columns that the table does not have
};

/// The document with what the table of its positions says otherwise. Rows and columns may stand in
/// any order. What the table has no row or column for stays as it is; an empty cell of a row and
/// column that there are says `unknown` of an option that a party rates by stances, and takes any
/// other entry out. Rows with a new option and its title add that option, rows of a new issue, one
/// of them (weight) with its title, add the issue. Texts under `title` replace the titles. Entries
/// that change are no longer supported by what was said of their old values.
///
/// A problem with its cell for each heading, row and cell that cannot be understood, and then also
/// for each other value that the case cannot have. Where all is understood, whether the case is
/// valid afterwards is for binding to say, which finds the cell at each changed value. The document
/// is a valid case.
Result<EditedDocument> with_positions(const Node& document, const Sheet& sheet);

} // namespace unbracket
