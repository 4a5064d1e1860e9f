#pragma once

#include "unbracket/io/sheet/sheet.hpp"
#include "unbracket/model/document.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What the parties want, as a table: a row for each option of each issue and a column for each
// party. Rows that are no options have names in parentheses, which no id can have.

namespace unbracket {

inline constexpr std::string_view positions_name = "Positions";

inline constexpr std::string_view weight_row = "(weight)";
inline constexpr std::string_view order_row = "(order)";
inline constexpr std::string_view fallback_row = "(fallback)";
inline constexpr std::string_view intent_row = "(intent)";
inline constexpr std::string_view weight_order_row = "(order of weights)";
/// Of a curve: the words of its knots, and its red line.
inline constexpr std::array<std::string_view, 5> curve_rows = {"(ideal)", "(acceptable)",
                                                               "(tolerable)", "(bad)", "(redline)"};

/// The headings before those of the parties.
inline constexpr std::array<std::string_view, 4> leading_columns = {"point", "issue", "option",
                                                                    "title"};

/// A row of the table: of an issue and one of its options or of a name in parentheses; of a name
/// alone where `issue` is empty.
struct PositionRow {
    std::string issue;
    std::string option;

    friend auto operator<=>(const PositionRow&, const PositionRow&) = default;
};

/// All rows that the table of a valid case has, in order.
std::vector<PositionRow> position_rows(const Node& document);

/// Ids of the parties, in order.
std::vector<std::string> position_parties(const Node& document);

/// The heading of a party's column: its id, behind `party.` where that is a heading anyway.
std::string party_heading(const std::string& party);

/// What the document says there; nothing where it says nothing.
const Node* position_at(const Node& document, const PositionRow& row, const std::string& party);

/// The title of the row's issue or option, the clause of its issue; empty where there is none.
std::string position_title(const Node& document, const PositionRow& row);
std::string position_clause(const Node& document, const PositionRow& row);

/// Ids of the options of an issue in order; none of an issue that is a number.
std::vector<std::string> option_ids(const Node& issue);

/// The table of a valid case.
Sheet position_sheet(const Node& document);

/// What a case holds that the table does not, a phrase for each kind: "2 limits", "1 draft".
std::vector<std::string> beside_positions(const Node& document);

/// How many cells of the table hold something.
std::size_t position_count(const Node& document);

} // namespace unbracket
