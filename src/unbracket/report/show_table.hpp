#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/report/page.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket::showing {

/// A row of a table over parties or drafts: its name, and the cell of each.
struct Row {
    std::string name;
    std::function<std::string(std::size_t)> cell;
};

/// Prints rows under named columns, as many columns at a time as are readable at this width, each
/// column as wide as the others. Rows whose cells are all empty are left out; an empty cell of
/// another row shows `-`.
void put_table(Page& page, const std::vector<std::string>& columns, const std::vector<Row>& rows);

/// Prints one row of cells, each wrapped in its own column; `widths` includes the gap behind it.
void put_cells(Page& page, const std::vector<std::string>& cells,
               const std::vector<std::size_t>& widths);

/// A heading with an empty line above it.
void begin_section(Page& page, std::string_view heading);

/// Columns to the right of a page's headings.
std::size_t room_of(const Page& page);

/// The parties that stand as columns: those that are counted or rate something.
std::vector<PartyId> shown_parties(const Case& negotiation);
std::vector<std::string> names_of(const Case& negotiation, const std::vector<PartyId>& parties);

/// `*` behind what is reported, `~` behind what is inferred, nothing behind assumptions.
std::string with_basis(const Case& negotiation, EntryId entry, std::string text);

void put_issues(Page& page, const Case& negotiation);

} // namespace unbracket::showing
