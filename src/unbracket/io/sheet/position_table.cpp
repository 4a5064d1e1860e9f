#include "unbracket/io/sheet/position_table.hpp"

#include "unbracket/base/rational.hpp"
#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/sheet/cell_value.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace unbracket {

namespace {

/// What a column holds: a leading one, a party, or nothing.
struct Column {
    std::string leading;
    std::string party;
};

/// One text for all spellings of a number; empty for what is none.
std::string number_text(const std::string& text) {
    const ParsedDecimal number = parse_decimal(text);
    return number.problem == DecimalProblem::none ? number.value.to_fraction_text() : "";
}

class TableReader {
public:
    TableReader(const Node& document, const Sheet& sheet)
        : sheet_(sheet), parties_(position_parties(document)) {
        for (const PositionRow& row : position_rows(document)) {
            known_.insert(row);
            if (const std::string number = number_text(row.option); !number.empty()) {
                numbers_.emplace(PositionRow{row.issue, number}, row.option);
            }
        }
    }

    PositionTable read() {
        std::size_t next = 0;
        while (next < sheet_.rows.size() && is_empty(sheet_.rows[next])) {
            ++next;
        }
        if (next == sheet_.rows.size()) {
            refuse(
                {sheet_.place, 1, 1}, "the table is empty",
                "begin with the headings point, issue, option, title and the ids of the parties");
            return std::move(table_);
        }
        read_heading(sheet_.rows[next]);
        for (++next; next < sheet_.rows.size() && may_go_on_; ++next) {
            if (!is_empty(sheet_.rows[next])) {
                read_line(sheet_.rows[next]);
            }
        }
        return std::move(table_);
    }

private:
    static bool is_empty(const SheetRow& row) {
        return std::none_of(row.cells.begin(), row.cells.end(), is_filled);
    }

    void refuse(const SourcePosition& at, std::string what, std::string hint) {
        table_.problems.push_back({at, std::move(what), std::move(hint)});
    }

    /// The text of a cell that holds a name; a problem where the cell cannot be used.
    std::string name_in(const SheetRow& row, std::size_t column) {
        const SheetCell& cell = cell_at(row, column);
        if (Diagnostic problem = unusable_cell(cell, place_of(sheet_, row, column));
            !problem.what.empty()) {
            table_.problems.push_back(std::move(problem));
            return {};
        }
        return std::string(bare_text(cell.text));
    }

    void read_heading(const SheetRow& row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::string name = name_in(row, i);
            columns_.push_back(column_named(name, place_of(sheet_, row, i)));
        }
        for (const std::string_view needed : {leading_columns[1], leading_columns[2]}) {
            if (position_of(needed) == columns_.size()) {
                refuse(place_of(sheet_, row, 0),
                       "no column is called `" + std::string(needed) + "`",
                       "the first row that is not empty holds the headings point, issue, option, "
                       "title and the ids of the parties");
                may_go_on_ = false;
            }
        }
    }

    Column column_named(const std::string& name, const SourcePosition& at) {
        if (name.empty()) {
            return {};
        }
        const bool is_leading = std::find(leading_columns.begin(), leading_columns.end(), name) !=
                                leading_columns.end();
        const std::string id = name.starts_with("party.") ? name.substr(6) : name;
        const bool is_party =
            !is_leading && std::find(parties_.begin(), parties_.end(), id) != parties_.end();
        if (!is_leading && !is_party) {
            refuse(at, "no party is called " + quoted(name) + ", nor any other column",
                   heading_hint(id));
            return {"?", {}};
        }
        if (!seen_.insert(is_party ? "party." + id : name).second) {
            refuse(at, "two columns are called " + quoted(name), "keep one of them");
            return {"?", {}};
        }
        if (is_party) {
            table_.parties.push_back(id);
        }
        return is_party ? Column{{}, id} : Column{name, {}};
    }

    std::string heading_hint(const std::string& name) const {
        std::vector<std::string> known = parties_;
        known.insert(known.end(), leading_columns.begin(), leading_columns.end());
        const auto nearest = nearest_spelling(name, known);
        return nearest ? "did you mean `" + *nearest + "`?"
                       : "headings are the ids of the parties; add a new party to the case file "
                         "first";
    }

    std::size_t position_of(std::string_view leading) const {
        const auto found =
            std::find_if(columns_.begin(), columns_.end(),
                         [&](const Column& column) { return column.leading == leading; });
        return static_cast<std::size_t>(found - columns_.begin());
    }

    std::string leading_text(const SheetRow& row, std::size_t which) {
        const std::size_t column = position_of(leading_columns[which]);
        return column < columns_.size() ? name_in(row, column) : std::string();
    }

    void read_line(const SheetRow& row) {
        PositionLine line;
        line.clause = leading_text(row, 0);
        line.row = {leading_text(row, 1), leading_text(row, 2)};
        line.title = leading_text(row, 3);
        line.has_title_cell = position_of(leading_columns[3]) < columns_.size();
        line.at = place_of(sheet_, row, position_of(leading_columns[2]));
        line.row.option = as_in_case(line.row);
        if (!is_good(line)) {
            return;
        }
        for (std::size_t i = 0; i < std::max(row.cells.size(), columns_.size()); ++i) {
            read_cell(row, i, line);
        }
        table_.lines.push_back(std::move(line));
    }

    /// An option that is a number, spelled as the case spells it; `01` stays where there is one.
    std::string as_in_case(const PositionRow& row) const {
        if (known_.contains(row)) {
            return row.option;
        }
        const auto found = numbers_.find({row.issue, number_text(row.option)});
        return found == numbers_.end() ? row.option : found->second;
    }

    bool is_good(const PositionLine& line) {
        const std::string& option = line.row.option;
        const bool is_of_case =
            option == fallback_row || option == intent_row || option == weight_order_row;
        if (option.empty()) {
            refuse(line.at, "this row names no option",
                   "name an option of the issue, or a row such as (weight)");
        } else if (is_of_case != line.row.issue.empty()) {
            refuse(line.at,
                   is_of_case ? "the row `" + option + "` belongs to no issue"
                              : "this row names no issue",
                   is_of_case ? "empty its cell under `issue`" : "name it under `issue`");
        } else if (option.starts_with('(') && !is_of_case && !is_row_of_issue(option)) {
            refuse(line.at, "no row is called " + quoted(option),
                   "rows in parentheses are (weight), (order), (ideal), (acceptable), "
                   "(tolerable), (bad), (redline), (fallback), (intent), (order of weights)");
        } else if (!lines_.insert(line.row).second) {
            refuse(line.at,
                   "a second row for " + quoted(option) +
                       (line.row.issue.empty() ? "" : " of " + quoted(line.row.issue)),
                   "keep one of them");
        } else {
            return true;
        }
        return false;
    }

    static bool is_row_of_issue(const std::string& option) {
        return option == weight_row || option == order_row ||
               std::find(curve_rows.begin(), curve_rows.end(), option) != curve_rows.end();
    }

    void read_cell(const SheetRow& row, std::size_t column, PositionLine& line) {
        const SourcePosition at = place_of(sheet_, row, column);
        const Column& of = column < columns_.size() ? columns_[column] : nothing_;
        if (of.party.empty()) {
            if (of.leading.empty() && is_filled(cell_at(row, column))) {
                refuse(at, "this column has no heading",
                       "write the id of a party above it, or empty the cell");
            }
            return;
        }
        Result<std::optional<Node>> value = value_of(cell_at(row, column), at);
        table_.problems.insert(table_.problems.end(), value.problems().begin(),
                               value.problems().end());
        if (value) {
            line.cells.push_back({of.party, std::move(value).value(), at});
        }
    }

    const Sheet& sheet_;
    const Column nothing_;
    std::vector<std::string> parties_;
    std::set<PositionRow> known_;
    std::map<PositionRow, std::string> numbers_; // options by the number that they are
    std::vector<Column> columns_;
    std::set<std::string> seen_;
    std::set<PositionRow> lines_;
    PositionTable table_;
    bool may_go_on_ = true;
};

} // namespace

PositionTable read_position_table(const Node& document, const Sheet& sheet) {
    return TableReader(document, sheet).read();
}

} // namespace unbracket
