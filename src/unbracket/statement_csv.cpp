#include "unbracket/statement_csv.hpp"

#include "unbracket/base/date.hpp"
#include "unbracket/base/trimmed.hpp"
#include "unbracket/io/csv.hpp"
#include "unbracket/model/case_words.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

namespace unbracket {

namespace {

constexpr std::string_view blanks = " ";

std::vector<std::string> cut_at_commas(const std::vector<std::string>& texts) {
    std::vector<std::string> parts;
    for (const std::string& text : texts) {
        for (std::size_t start = 0; start <= text.size();) {
            const std::size_t end = std::min(text.find(',', start), text.size());
            const std::string_view part =
                trimmed(std::string_view(text).substr(start, end - start), blanks);
            if (!part.empty()) {
                parts.emplace_back(part);
            }
            start = end + 1;
        }
    }
    return parts;
}

/// The scalars of a value that may be one or a list.
std::vector<std::string> texts_of(const Node& value) {
    if (value.kind != NodeKind::list) {
        return {value.text};
    }
    std::vector<std::string> texts;
    for (const Node& item : value.items) {
        texts.push_back(item.text);
    }
    return texts;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) {
        all += (all.empty() ? "" : ", ") + text;
    }
    return all;
}

Node judgement_value(const std::vector<std::string>& texts) {
    Node table = table_node();
    for (const std::string& text : texts) {
        const std::size_t equals = text.find('=');
        const std::string party(trimmed(std::string_view(text).substr(0, equals), blanks));
        Node* own = table.find(party);
        if (own == nullptr) {
            own = &add_member(table, party, list_node({}));
        }
        own->items.push_back(text_node(text.substr(equals + 1)));
    }
    return table;
}

std::string judgement_text(const Node& table) {
    std::vector<std::string> texts;
    for (const Node::Member& member : table.members) {
        for (const std::string& text : texts_of(member.value)) {
            texts.push_back(member.key + "=" + text);
        }
    }
    return joined(texts);
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return lower;
}

SourcePosition place_of(const CsvCell& cell, const std::string& file) {
    return {file, cell.line, cell.column};
}

bool is_empty(const CsvRow& row) {
    return std::all_of(row.begin(), row.end(),
                       [](const CsvCell& cell) { return trimmed(cell.text, blanks).empty(); });
}

/// Turns rows into statements and gathers what is wrong with them.
class StatementRows {
public:
    explicit StatementRows(const std::string& file) : file_(file) {}

    Result<std::vector<Node>> read(const std::vector<CsvRow>& rows) {
        if (rows.empty() || is_empty(rows.front())) {
            return Diagnostic{{file_},
                              "the first row names no columns",
                              "begin with a row such as: who,source,date,claim"};
        }
        read_header(rows.front());
        if (!problems_.empty()) {
            return problems_;
        }
        std::vector<Node> statements;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (!is_empty(rows[i])) {
                statements.push_back(statement_of(rows[i], rows.front().size()));
            }
        }
        std::stable_sort(
            problems_.begin(), problems_.end(),
            [](const Diagnostic& a, const Diagnostic& b) { return a.where < b.where; });
        return problems_.empty() ? Result<std::vector<Node>>(std::move(statements)) : problems_;
    }

private:
    void add_problem(const CsvCell& cell, std::string what, std::string hint) {
        problems_.push_back({place_of(cell, file_), std::move(what), std::move(hint)});
    }

    static std::string hint_for_column(const std::string& name) {
        if (name.find_first_of(";\t") != std::string::npos) {
            return "put commas between the cells";
        }
        std::vector<std::string> known;
        for (const StatementField& field : statement_fields()) {
            known.push_back(field.key);
        }
        const auto nearest = nearest_spelling(name, known);
        return nearest ? "did you mean `" + *nearest + "`?"
                       : "columns are called as the keys of a [[said]]";
    }

    void read_header(const CsvRow& row) {
        for (const CsvCell& cell : row) {
            const std::string name(trimmed(cell.text, blanks));
            const auto field =
                std::find_if(statement_fields().begin(), statement_fields().end(),
                             [&](const StatementField& known) { return known.key == name; });
            const bool is_known = field != statement_fields().end();
            columns_.push_back(is_known ? &*field : nullptr);
            if (!is_known) {
                add_problem(cell, "no column is called `" + name + "`", hint_for_column(name));
            } else if (std::count(columns_.begin(), columns_.end(), &*field) > 1) {
                add_problem(cell, "two columns are called `" + name + "`", "merge them");
            }
        }
        const bool has_claim =
            std::any_of(columns_.begin(), columns_.end(), [](const StatementField* field) {
                return field != nullptr && field->key == "claim";
            });
        if (problems_.empty() && !has_claim) {
            add_problem(row.front(), "there is no column `claim`",
                        "name the column with what was said `claim`");
        }
    }

    Node statement_of(const CsvRow& row, std::size_t width) {
        Node statement = table_node(place_of(row.front(), file_));
        if (row.size() != width) {
            add_problem(row.front(),
                        "this row has " + std::to_string(row.size()) + " cells and the first " +
                            std::to_string(width),
                        "put cells with commas in them in quotation marks");
            return statement;
        }
        for (const StatementField& field : statement_fields()) {
            const auto column = std::find(columns_.begin(), columns_.end(), &field);
            const auto place = static_cast<std::size_t>(column - columns_.begin());
            if (place < row.size() && !row[place].text.empty()) {
                add_field(statement, field, row[place]);
            }
        }
        return statement;
    }

    void add_field(Node& statement, const StatementField& field, const CsvCell& cell) {
        const std::string text = unguarded_cell(cell.text);
        const std::string word(trimmed(text, blanks));
        const bool is_free_text = field.form == FieldForm::text && field.choices.empty();
        if (!is_free_text && word.empty()) {
            return;
        }
        if (const auto problem = problem_of(field, word)) {
            add_problem(cell, problem->first, problem->second);
            return;
        }
        if (field.form == FieldForm::judgement) {
            add_member(statement, field.key, field_value(field, cut_at_commas({text})));
        } else {
            add_member(statement, field.key, field_value(field, {is_free_text ? text : word}));
        }
    }

    /// What is wrong with a cell whatever the case is, and how to mend it.
    static std::optional<std::pair<std::string, std::string>>
    problem_of(const StatementField& field, const std::string& word) {
        const std::string named = "`" + field.key + "`";
        if (field.form == FieldForm::date && !parse_date(word)) {
            return std::pair(named + " is not a date", "write it as 2026-03-01");
        }
        const std::string flag = lower_case(word);
        if (field.form == FieldForm::flag && flag != "true" && flag != "false") {
            return std::pair(named + " is neither true nor false", "write true, or leave it empty");
        }
        const std::vector<std::string> parts = cut_at_commas({word});
        const bool are_judgements =
            std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
                return part.find('=') != std::string::npos;
            });
        if (field.form == FieldForm::judgement && !are_judgements) {
            return std::pair(named + " does not say whose judgement it is",
                             "write it as PARTY=accepts DRAFT");
        }
        return std::nullopt;
    }

    std::string file_;
    std::vector<const StatementField*> columns_;
    Diagnostics problems_;
};

/// The words of the case file that may stand there; the empty one is for nothing at all.
std::vector<std::string> choices(std::span<const std::string_view> words) {
    std::vector<std::string> wanted;
    for (const std::string_view word : words) {
        if (!word.empty()) {
            wanted.emplace_back(word);
        }
    }
    return wanted;
}

} // namespace

// Long because it is a table: one row for each key of a statement.
const std::vector<StatementField>& statement_fields() {
    static const std::vector<StatementField> fields = {
        {"id", FieldForm::text, {}},
        {"who", FieldForm::text, {}},
        {"person", FieldForm::text, {}},
        {"speaks_for", FieldForm::text, {}},
        {"attribution", FieldForm::text, choices(attribution_words)},
        {"about", FieldForm::list, {}},
        {"date", FieldForm::date, {}},
        {"place", FieldForm::text, {}},
        {"source", FieldForm::text, {}},
        {"via", FieldForm::text, {}},
        {"kind", FieldForm::text, choices(statement_kind_words)},
        {"claim", FieldForm::text, {}},
        {"supports", FieldForm::list, {}},
        {"suggests", FieldForm::list, {}},
        {"judgement", FieldForm::judgement, {}},
        {"use", FieldForm::text, choices(use_words)},
        {"relays", FieldForm::text, {}},
        {"stance_to_it", FieldForm::text, choices(attitude_words)},
        {"same_as", FieldForm::text, {}},
        {"contradicts", FieldForm::list, {}},
        {"supersedes", FieldForm::list, {}},
        {"differs", FieldForm::list, {}},
        {"points", FieldForm::list, {}},
        {"alternative", FieldForm::text, {}},
        {"condition", FieldForm::text, {}},
        {"bound", FieldForm::text, choices(bound_words)},
        {"horizon", FieldForm::text, {}},
        {"own_strength", FieldForm::flag, {}},
        {"confidence", FieldForm::text, choices(confidence_words)},
        {"visibility", FieldForm::text, {}},
        {"entered_by", FieldForm::text, {}},
        {"checked_by", FieldForm::text, {}},
    };
    return fields;
}

Node field_value(const StatementField& field, const std::vector<std::string>& texts) {
    switch (field.form) {
    case FieldForm::text:
        break;
    case FieldForm::date:
        return date_node(texts.back());
    case FieldForm::flag:
        return boolean_node(lower_case(texts.back()) == "true");
    case FieldForm::judgement:
        return judgement_value(texts);
    case FieldForm::list: {
        Node list = list_node({});
        for (std::string& part : cut_at_commas(texts)) {
            list.items.push_back(text_node(std::move(part)));
        }
        return list;
    }
    }
    return text_node(texts.back());
}

std::string field_text(const StatementField& field, const Node& value) {
    switch (field.form) {
    case FieldForm::text:
    case FieldForm::date:
        break;
    case FieldForm::flag:
        return value.flag ? "true" : "false";
    case FieldForm::judgement:
        return judgement_text(value);
    case FieldForm::list:
        return joined(texts_of(value));
    }
    return value.text;
}

std::string statements_csv(const Node& document, const Case& negotiation) {
    std::vector<std::vector<std::string>> rows(1);
    for (const StatementField& field : statement_fields()) {
        rows[0].push_back(field.key);
    }
    const Node* said = document.find("said");
    for (std::size_t i = 0; said != nullptr && i < negotiation.statements.size(); ++i) {
        rows.emplace_back();
        for (const StatementField& field : statement_fields()) {
            const Node* value = said->items[i].find(field.key);
            rows.back().push_back(value == nullptr ? "" : guarded_cell(field_text(field, *value)));
        }
    }
    return write_csv(rows);
}

Result<std::vector<Node>> statements_from_csv(std::string_view bytes,
                                              const std::string& file_name) {
    const Result<std::vector<CsvRow>> rows = read_separated(bytes, file_name, separator_of(bytes));
    return rows ? statements_from_rows(rows.value(), file_name)
                : Result<std::vector<Node>>(rows.problems());
}

Result<std::vector<Node>> statements_from_rows(const std::vector<CsvRow>& rows,
                                               const std::string& file_name) {
    return StatementRows(file_name).read(rows);
}

} // namespace unbracket
