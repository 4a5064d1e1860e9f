#include "unbracket/statement_sheet.hpp"

#include "unbracket/io/csv.hpp"
#include "unbracket/io/toml_value.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/spreadsheet.hpp"
#include "unbracket/statement_csv.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace unbracket {

namespace {

std::string text_in(const Node& statement, const StatementField& field) {
    const Node* value = statement.find(field.key);
    return value == nullptr ? "" : field_text(field, *value);
}

/// Keys of the columns that a sheet has.
std::set<std::string> columns_of(const Sheet& sheet) {
    std::set<std::string> names;
    for (std::size_t i = 0; !sheet.rows.empty() && i < sheet.rows.front().cells.size(); ++i) {
        names.emplace(bare_text(sheet.rows.front().cells[i].text));
    }
    return names;
}

std::string shown(const std::string& text) {
    return text.empty() ? text : toml_quoted(text);
}

class StatementEdit {
public:
    StatementEdit(const Node& before, EditedDocument& edited, const Sheet& sheet)
        : edited_(edited), columns_(columns_of(sheet)) {
        const auto said = elements_of(before, "said");
        for (std::size_t i = 0; i < said.size(); ++i) {
            before_.emplace(text_of(said[i], "id"), std::pair(&said[i], i));
        }
    }

    void take(const Node& row) {
        const std::string id = text_of(row, "id");
        const auto known = before_.find(id);
        if (id.empty() || known == before_.end()) {
            add(row);
            return;
        }
        if (seen_.insert(id).second) {
            change(id, *known->second.first,
                   edited_.document.find("said")->items[known->second.second], row);
        } else {
            problems_.push_back({row.at, "a second row of statement `" + id + "`",
                                 "keep one of them, or give the new one another id"});
        }
    }

    Diagnostics finish() {
        for (const auto& [id, place] : before_) {
            if (!seen_.contains(id)) {
                edited_.left_out.push_back("statement " + id);
            }
        }
        return problems_;
    }

private:
    void add(Node row) {
        if (row.find("id") == nullptr) {
            while (before_.contains("s" + std::to_string(next_)) ||
                   added_.contains("s" + std::to_string(next_))) {
                ++next_;
            }
            row.members.insert(row.members.begin(),
                               {"id", row.at, text_node("s" + std::to_string(next_), row.at)});
        }
        const std::string id = text_of(row, "id");
        if (!added_.insert(id).second) {
            problems_.push_back({row.at, "a second row of statement `" + id + "`",
                                 "keep one of them, or give the new one another id"});
            return;
        }
        edited_.changes.push_back({"said." + id, "", "a new statement"});
        Node* said = edited_.document.find("said");
        if (said == nullptr) {
            said = &add_member(edited_.document, "said", list_node({}));
        }
        said->items.push_back(std::move(row));
    }

    void change(const std::string& id, const Node& before, Node& after, const Node& row) {
        for (const StatementField& field : statement_fields()) {
            const std::string old_text = text_in(before, field);
            const std::string new_text = text_in(row, field);
            // Cells hold no blanks at the ends of words and one kind of line ends; case files may.
            if (!columns_.contains(field.key) || old_text == new_text ||
                same_in_cells(old_text, new_text)) {
                continue;
            }
            const Node* value = row.find(field.key);
            if (value == nullptr) {
                erase_member(after, field.key);
            } else if (Node* own = after.find(field.key)) {
                *own = *value;
            } else {
                add_member(after, field.key, *value, value->at);
            }
            edited_.changes.push_back(
                {"said." + id + "." + field.key, shown(old_text), shown(new_text)});
        }
    }

    EditedDocument& edited_;
    std::set<std::string> columns_;
    std::map<std::string, std::pair<const Node*, std::size_t>> before_;
    std::set<std::string> seen_;
    std::set<std::string> added_;
    std::size_t next_ = 1;
    Diagnostics problems_;
};

/// Gives every value of a statement the place of its row, which is better than none.
void place_values(Node& statement) {
    for (Node::Member& member : statement.members) {
        member.at = statement.at;
        member.value.at = statement.at;
        for (Node& item : member.value.items) {
            item.at = statement.at;
        }
        for (Node::Member& inner : member.value.members) {
            inner.at = statement.at;
            inner.value.at = statement.at;
        }
    }
}

} // namespace

Sheet statement_sheet(const Node& document) {
    Sheet sheet{std::string(statements_name), {}, {{1, {}}}, {{}, 1}};
    for (const StatementField& field : statement_fields()) {
        sheet.rows[0].cells.push_back({field.key, CellKind::text});
        const bool is_long = field.key == "claim" || field.key == "supports";
        sheet.look.widths.push_back(is_long ? 50 : 14);
    }
    for (const Node& statement : elements_of(document, "said")) {
        const auto number = static_cast<std::uint32_t>(sheet.rows.size() + 1);
        SheetRow& row = sheet.rows.emplace_back(SheetRow{number, {}});
        for (const StatementField& field : statement_fields()) {
            row.cells.push_back({text_in(statement, field), CellKind::text});
        }
    }
    return sheet;
}

Result<std::vector<Node>> statements_of_sheet(const Sheet& sheet) {
    std::vector<CsvRow> rows;
    Diagnostics problems;
    std::size_t date_column = statement_fields().size();
    for (const SheetRow& row : sheet.rows) {
        CsvRow& read = rows.emplace_back();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const SheetCell& cell = row.cells[i];
            const SourcePosition at = place_of(sheet, row, i);
            if (rows.size() == 1 && bare_text(cell.text) == "date") {
                date_column = i;
            }
            const bool is_day = cell.kind == CellKind::date && i == date_column;
            Diagnostic problem = is_day ? Diagnostic() : unusable_cell(cell, at);
            if (!problem.what.empty()) {
                problems.push_back(std::move(problem));
            }
            read.push_back({guarded_cell(cell.text), at.line, at.column});
        }
        // Spreadsheets do not keep empty cells at the end of a row.
        for (std::size_t i = read.size(); i < rows.front().size(); ++i) {
            const SourcePosition at = place_of(sheet, row, i);
            read.push_back({"", at.line, at.column});
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    Result<std::vector<Node>> statements = statements_from_rows(rows, sheet.place);
    if (statements) {
        for (Node& statement : statements.value()) {
            place_values(statement);
        }
    }
    return statements;
}

Result<EditedDocument> with_statement_sheet(const Node& before, EditedDocument edited,
                                            const Sheet& sheet) {
    if (sheet.rows.empty()) {
        return edited;
    }
    const Result<std::vector<Node>> rows = statements_of_sheet(sheet);
    if (!rows) {
        return rows.problems();
    }
    StatementEdit edit(before, edited, sheet);
    for (const Node& row : rows.value()) {
        edit.take(row);
    }
    const Diagnostics problems = edit.finish();
    return problems.empty() ? Result<EditedDocument>(std::move(edited))
                            : Result<EditedDocument>(problems);
}

} // namespace unbracket
