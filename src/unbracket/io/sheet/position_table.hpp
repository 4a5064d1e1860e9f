#pragma once

#include "unbracket/base/diagnostic.hpp"
#include "unbracket/io/sheet/position_sheet.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace unbracket {

/// One cell under a party.
struct PositionCell {
    std::string party;
    std::optional<Node> value; // nothing: the cell is empty
    SourcePosition at;
};

/// One row of a table of positions as it was read.
struct PositionLine {
    PositionRow row;
    std::string clause; // empty: the cell is empty or there is no such column
    std::string title;
    bool has_title_cell = false; // there is such a column
    SourcePosition at;           // of the cell under `option`
    std::vector<PositionCell> cells;
};

struct PositionTable {
    std::vector<std::string> parties; // of the columns
    std::vector<PositionLine> lines;
    Diagnostics problems; // of the cells, rows and headings that are left out
};

/// The rows of a sheet, matched to the parties and issues of a case by id, as far as they can be
/// understood. Empty rows are passed over. A problem for each heading that names nothing or stands
/// twice, for a missing column `issue` or `option`, for each row that stands twice or lacks its
/// option, and for each cell that value_of() refuses.
PositionTable read_position_table(const Node& document, const Sheet& sheet);

} // namespace unbracket
