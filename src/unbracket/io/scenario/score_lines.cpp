#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/document_budget.hpp"
#include "unbracket/io/scenario/score_sheet.hpp"
#include "unbracket/io/text_cursor.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace unbracket {

namespace {

constexpr std::string_view first_comment = "# score sheet";
constexpr std::string_view last_name = "threshold";

bool is_blank(char byte) {
    return byte == ' ' || byte == '\t';
}

/// A piece of a line: a name or a number as it stands, or one of the marks between them.
struct Piece {
    std::string text;
    SourcePosition at;
    bool is_quoted = false;
    char mark = '\0';
};

/// Reads lines into pieces, and these into tables.
class LineReader {
public:
    LineReader(std::string_view text, const std::string& file, const DocumentLimits& limits)
        : cursor_(text, file), budget_(cursor_, limits), file_(file) {}

    Result<Node> read() {
        Node rows = list_node({}, {file_, 1, 1});
        std::optional<Node> last;
        while (!cursor_.at_end() && !cursor_.problem()) {
            std::vector<Piece> pieces;
            const bool is_good = read_pieces(pieces);
            if (!is_good || pieces.empty()) {
                continue;
            }
            if (last) {
                rows.items.push_back(std::move(*last));
            }
            last = row_of(pieces);
        }
        if (!cursor_.problem() && !last) {
            cursor_.refuse("the score sheet is empty", hint_);
        }
        if (cursor_.problem()) {
            return *cursor_.problem();
        }
        return sheet_of(std::move(rows), *last);
    }

private:
    bool is_line_end() const { return cursor_.peek() == '\n' || cursor_.starts_with("\r\n"); }
    bool is_mark() const {
        const char byte = cursor_.peek();
        return byte == ':' || byte == '=' || byte == ',';
    }

    bool read_pieces(std::vector<Piece>& pieces) {
        while (!cursor_.at_end() && !cursor_.problem()) {
            cursor_.skip_while(is_blank);
            if (cursor_.peek() == '#') {
                cursor_.skip_while([](char byte) { return byte != '\n'; });
            } else if (cursor_.at_end() || is_line_end()) {
                cursor_.skip(cursor_.starts_with("\r\n") ? 2 : 1);
                return true;
            } else if (!budget_.count_value(cursor_.where())) {
                return false;
            } else {
                pieces.push_back(next_piece());
            }
        }
        return !cursor_.problem();
    }

    Piece next_piece() {
        Piece piece{{}, cursor_.where()};
        if (is_mark()) {
            piece.mark = cursor_.take();
        } else if (cursor_.peek() == '"') {
            read_quoted(piece);
        } else {
            while (!cursor_.at_end() && !is_line_end() && !is_mark() && cursor_.peek() != '#' &&
                   cursor_.peek() != '"') {
                piece.text += cursor_.take();
            }
            piece.text = without_outer_blanks(piece.text);
        }
        return piece;
    }

    void read_quoted(Piece& piece) {
        piece.is_quoted = true;
        cursor_.take();
        while (!cursor_.at_end() && !is_line_end()) {
            const char byte = cursor_.take();
            if (byte != '"') {
                piece.text += byte;
            } else if (cursor_.peek() == '"') {
                piece.text += cursor_.take();
            } else {
                return;
            }
        }
        cursor_.refuse(piece.at, "the quotation mark that begins here is not closed in its line",
                       "close it, or double it if it belongs to the name");
    }

    /// `12,5 7`: whether the comma marks decimals or the next score is for the writer to say.
    void refuse_doubtful_commas(const std::vector<Piece>& pieces) {
        const auto ends_in_digit = [](const Piece& piece) {
            return !piece.text.empty() && piece.text.back() >= '0' && piece.text.back() <= '9';
        };
        const auto is_close = [&](std::size_t comma) {
            const Piece& before = pieces[comma - 1];
            const Piece& after = pieces[comma + 1];
            return ends_in_digit(before) && !after.text.empty() && after.text.front() >= '0' &&
                   after.text.front() <= '9' && after.at.column == pieces[comma].at.column + 1;
        };
        const auto has_blank = [](const Piece& piece) {
            return piece.text.find_first_of(" \t") != std::string::npos;
        };
        const bool has_blanks = std::any_of(pieces.begin(), pieces.end(), has_blank);
        for (std::size_t at = 1; has_blanks && at + 1 < pieces.size(); ++at) {
            if (pieces[at].mark == ',' && is_close(at)) {
                cursor_.refuse(pieces[at].at,
                               "this comma may mark decimals or part two scores, as blanks part "
                               "others of this line",
                               "write decimals with a point, and part all scores alike");
            }
        }
    }

    /// A line as a table; after a refusal anything.
    Node row_of(const std::vector<Piece>& pieces) {
        refuse_doubtful_commas(pieces);
        Node row = table_node(pieces.front().at);
        auto next = pieces.begin();
        if (pieces.size() > 1 && pieces[0].mark == '\0' && pieces[1].mark == ':') {
            add_member(row, "issue", text_node(pieces[0].text, pieces[0].at), pieces[0].at);
            next += 2;
        }
        Node& items = add_member(row, "items", list_node({}, row.at), row.at);
        while (next != pieces.end() && !cursor_.problem()) {
            const auto end = std::find_if(next, pieces.end(),
                                          [](const Piece& piece) { return piece.mark == ','; });
            add_item(items, std::vector<Piece>(next, end), (end == pieces.end() ? *next : *end).at);
            next = end == pieces.end() ? end : end + 1;
            if (end != pieces.end() && next == pieces.end()) {
                refuse_line(end->at);
            }
        }
        if (items.items.empty()) {
            refuse_line(row.at);
        }
        const bool is_named = items.items.empty() || items.items[0].find("option") != nullptr;
        for (const Node& item : items.items) {
            if ((item.find("option") != nullptr) != is_named) {
                cursor_.refuse(item.at,
                               "some scores of this line have an option and some have none",
                               "name all options of a line, or none");
            }
        }
        return row;
    }

    void refuse_line(const SourcePosition& at) {
        cursor_.refuse(at, "this is no line of a score sheet", hint_);
    }

    void add_item(Node& items, const std::vector<Piece>& pieces, const SourcePosition& at) {
        const bool is_named = pieces.size() == 3 && pieces[0].mark == '\0' &&
                              pieces[1].mark == '=' && pieces[2].mark == '\0';
        if (is_named) {
            Node& item = items.items.emplace_back(table_node(pieces[0].at));
            add_member(item, "option", text_node(pieces[0].text, pieces[0].at), pieces[0].at);
            add_score(item, pieces[2].text, pieces[2].at);
        } else if (pieces.size() == 1 && pieces[0].mark == '\0' && !pieces[0].is_quoted) {
            add_scores(items, pieces[0]);
        } else {
            refuse_line(pieces.empty() ? at : pieces[0].at);
        }
    }

    /// Numbers with blanks between them.
    void add_scores(Node& items, const Piece& piece) {
        SourcePosition at = piece.at;
        std::string_view rest = piece.text;
        while (!rest.empty() && !cursor_.problem()) {
            const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
            if (!budget_.count_value(at)) {
                return;
            }
            add_score(items.items.emplace_back(table_node(at)), std::string(rest.substr(0, end)),
                      at);
            const std::size_t next = std::min(rest.find_first_not_of(" \t", end), rest.size());
            at.column += static_cast<std::uint32_t>(next);
            rest.remove_prefix(next);
        }
    }

    void add_score(Node& item, const std::string& text, const SourcePosition& at) {
        if (!scenario_number(text)) {
            NumberProblem problem = number_problem(text);
            cursor_.refuse(at,
                           quoted(text) + (problem.is_number ? " " + problem.what : " is no score"),
                           std::move(problem.hint));
        }
        add_member(item, "score", number_node(text, at), at);
    }

    Result<Node> sheet_of(Node rows, const Node& last) {
        const Node* name = last.find("issue");
        const Node& items = *last.find("items");
        if ((name != nullptr && name->text != last_name) || items.items.size() != 1 ||
            items.items[0].find("option") != nullptr) {
            return Diagnostic{last.at, "the last line is no threshold",
                              "end with the score that an agreement must reach: threshold: 55"};
        }
        if (rows.items.empty()) {
            return Diagnostic{last.at, "the score sheet has a threshold and no issue", hint_};
        }
        for (const Node& row : rows.items) {
            const Node* issue = row.find("issue");
            const std::vector<Node>& scores = row.find("items")->items;
            const bool is_single = scores.size() == 1 && scores[0].find("option") == nullptr;
            if (is_single && issue != nullptr && issue->text == last_name) {
                return Diagnostic{row.at, "a threshold before the last line",
                                  "keep the one that is meant, on the last line"};
            }
        }
        Node root = table_node(rows.at);
        const Node threshold = *items.items[0].find("score");
        add_member(root, "threshold", threshold, threshold.at);
        add_member(root, "scores", std::move(rows));
        return root;
    }

    TextCursor cursor_;
    DocumentBudget budget_;
    FileName file_;
    const std::string hint_ = "a line is `issue: option = score, option = score` or numbers alone; "
                              "the last line is the threshold";
};

std::string_view first_line(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    bytes.remove_prefix(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    const std::size_t start = bytes.find_first_not_of(" \t\r\n");
    const std::string_view rest =
        start == std::string_view::npos ? std::string_view() : bytes.substr(start);
    return rest.substr(0, std::min(rest.find_first_of("\r\n"), rest.size()));
}

std::string_view last_line(std::string_view bytes) {
    const std::size_t end = bytes.find_last_not_of(" \t\r\n");
    const std::string_view text =
        end == std::string_view::npos ? std::string_view() : bytes.substr(0, end + 1);
    const std::size_t start = text.rfind('\n');
    return start == std::string_view::npos ? text : text.substr(start + 1);
}

/// Numbers with blanks or commas between them; a dash that is no sign begins a list of YAML.
bool holds_numbers_alone(std::string_view line) {
    bool has_digit = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool is_digit = line[i] >= '0' && line[i] <= '9';
        const bool is_sign =
            line[i] == '-' && i + 1 < line.size() && line[i + 1] >= '0' && line[i + 1] <= '9';
        if (!is_digit && !is_sign && line[i] != '.' && line[i] != ',' && !is_blank(line[i])) {
            return false;
        }
        has_digit |= is_digit;
    }
    return has_digit;
}

} // namespace

bool begins_like_score_sheet(std::string_view bytes) {
    const std::string_view line = first_line(bytes);
    return line.starts_with(first_comment) || holds_numbers_alone(line) ||
           last_line(bytes).starts_with(std::string(last_name) + ":");
}

bool may_hold_scores(std::string_view bytes) {
    char before = '\n'; // the last byte that is no blank
    bool is_behind_sign = false;
    for (const char byte : bytes) {
        const bool is_digit = byte >= '0' && byte <= '9';
        if (is_digit && (before == '\n' || before == '=' || before == ':' || is_behind_sign)) {
            return true;
        }
        is_behind_sign = (byte == '-' || byte == '+' || byte == '.') &&
                         (before == '\n' || before == '=' || before == ':');
        before = byte == '\n' || byte == '\r' ? '\n' : is_blank(byte) ? before : byte;
    }
    return false;
}

Result<Node> read_score_sheet(std::string_view bytes, const std::string& file_name,
                              const DocumentLimits& limits) {
    const Result<std::string_view> text = checked_text(bytes, file_name, limits);
    return text ? LineReader(text.value(), file_name, limits).read()
                : Result<Node>(text.problems());
}

} // namespace unbracket
