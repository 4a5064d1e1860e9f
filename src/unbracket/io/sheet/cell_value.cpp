#include "unbracket/io/sheet/cell_value.hpp"

#include "unbracket/base/date.hpp"
#include "unbracket/base/rational.hpp"
#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_value.hpp"
#include "unbracket/model/edit.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

constexpr std::string_view digits = "0123456789";

bool is_number(std::string_view text) {
    const DecimalProblem problem = parse_decimal(text).problem;
    return problem != DecimalProblem::not_a_number && problem != DecimalProblem::not_finite;
}

/// Nothing but digits and signs that stand between them.
bool holds_digits_alone(std::string_view text) {
    return text.find_first_of(digits) != std::string_view::npos &&
           text.find_first_not_of("0123456789.,:/- \xC2\xA0'") == std::string_view::npos;
}

/// `1/3`: digits, one slash, digits.
bool is_fraction(std::string_view text) {
    return text.find('/') != std::string_view::npos &&
           text.find_first_of(".,: ") == std::string_view::npos && parse_fraction(text).has_value();
}

std::optional<Diagnostic> problem_of_digits(std::string_view text, const SourcePosition& at) {
    const std::string shown = quoted(text);
    if (text.find(',') != std::string_view::npos) {
        std::string better(text);
        better.replace(better.find(','), 1, ".");
        const bool is_decimal = is_number(better);
        return Diagnostic{at, shown + " has a comma inside",
                          is_decimal ? "write " + better +
                                           " with a point; the comma could also "
                                           "mark thousands"
                                     : "write numbers with a point and ranges as [10, 12]"};
    }
    return Diagnostic{at, shown + " is no number, and may be what a spreadsheet took for a date",
                      "format the cell as text, then type a number such as 7.5, a range such as "
                      "[10, 12] or a fraction such as 1/3"};
}

Result<std::optional<Node>> structured_value(std::string_view text, const SourcePosition& at) {
    Result<Node> read = read_toml("v = " + std::string(text), at.file);
    if (read && read.value().members.size() == 1) {
        return std::optional(std::move(read.value().members.front().value));
    }
    Node typed = parse_setting_value(text);
    if (typed.kind == NodeKind::list) {
        return std::optional(std::move(typed));
    }
    return Diagnostic{at, quoted(text) + " begins like a list, a table or a text and is none",
                      "write a range as [60, 80], a table as { draft = \"first\" }, a text as "
                      "\"one > two\""};
}

/// As case files write it: `05` and `+5` are 5, `.5` is 0.5.
std::string plain_number(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    text.remove_prefix(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
    text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
    std::string plain = is_negative ? "-" : "";
    if (text.empty() || digits.find(text.front()) == std::string_view::npos) {
        plain += '0';
    }
    plain.append(text);
    return plain;
}

/// Gives every part of the value the cell's place, and numbers a form that case files have.
void place(Node& value, const SourcePosition& at) {
    value.at = at;
    if (value.kind == NodeKind::number) {
        value.text = plain_number(value.text);
    }
    for (Node& item : value.items) {
        place(item, at);
    }
    for (Node::Member& member : value.members) {
        member.at = at;
        place(member.value, at);
    }
}

Result<std::optional<Node>> parsed(std::string_view text, const SourcePosition& at) {
    const char first = text.front();
    if (first == '"' || first == '\'' || first == '[' || first == '{') {
        return structured_value(text, at);
    }
    if (first == '=') {
        return unusable_cell({std::string(text), CellKind::formula}, at);
    }
    if (is_number(text)) {
        return std::optional(number_node(std::string(text)));
    }
    if (is_fraction(text)) {
        return std::optional(text_node(std::string(text)));
    }
    const Node typed = parse_setting_value(text);
    if (typed.kind == NodeKind::boolean) {
        return Diagnostic{at, "the cell holds " + quoted(text) + ", which is no value of an entry",
                          "write a word of the case file, a number or a range"};
    }
    if (typed.kind == NodeKind::list) {
        return std::optional(typed);
    }
    if (holds_digits_alone(text)) {
        return *problem_of_digits(text, at);
    }
    return std::optional(text_node(std::string(text)));
}

bool is_unknown(const Node* value) {
    return value == nullptr || (value->kind == NodeKind::text && value->text == "unknown");
}

} // namespace

SheetCell cell_of(const Node& value) {
    if (is_unknown(&value)) {
        return {};
    }
    if (value.kind == NodeKind::number) {
        const ParsedDecimal number = parse_decimal(value.text);
        constexpr int most_places = 30; // of a number of a case
        return number.problem == DecimalProblem::none
                   ? SheetCell{number.value.to_decimal_text(most_places), CellKind::number}
                   : SheetCell{value.text, CellKind::text};
    }
    if (value.kind == NodeKind::text) {
        const SheetCell plain{value.text, CellKind::text};
        const Result<std::optional<Node>> again = value_of(plain, {});
        const bool is_same = again && again.value() && again.value()->same_content(value);
        return is_same ? plain : SheetCell{toml_quoted(value.text), CellKind::text};
    }
    return {toml_inline(value), CellKind::text};
}

Result<std::optional<Node>> value_of(const SheetCell& cell, const SourcePosition& at) {
    if (!is_filled(cell)) {
        return std::optional<Node>();
    }
    if (Diagnostic problem = unusable_cell(cell, at); !problem.what.empty()) {
        return problem;
    }
    const Result<std::string_view> text = checked_text(bare_text(cell.text), at.file, {});
    if (!text) {
        return Diagnostic{at, text.problems().front().what, "empty the cell and type it anew"};
    }
    Result<std::optional<Node>> value = parsed(text.value(), at);
    if (value && value.value()) {
        place(*value.value(), at);
    }
    return value;
}

bool says_same(const Node* one, const Node* other) {
    if (one == nullptr || other == nullptr) {
        return is_unknown(one) && is_unknown(other);
    }
    return canonical_text(*one) == canonical_text(*other);
}

} // namespace unbracket
