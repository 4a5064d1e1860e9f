#include "unbracket/io/plan/option_lines.hpp"

#include "unbracket/io/plan/bracket_tokens.hpp"

#include <algorithm>

namespace unbracket {

namespace {

/// The label of an option that begins a line, behind a list mark or not.
std::optional<BracketToken> leading_option(std::string_view words) {
    constexpr std::size_t list_mark = 2;
    MarkedPassage marked = bracket_tokens(words, {});
    if (marked.tokens.empty() || marked.tokens[0].kind != TokenKind::option ||
        without_outer_blanks(words.substr(0, marked.tokens[0].offset)).size() > list_mark) {
        return std::nullopt;
    }
    return std::move(marked.tokens[0]);
}

} // namespace

bool begins_large(std::string_view words) {
    const std::string_view rest = without_outer_blanks(words);
    return !rest.empty() && (rest[0] < 'a' || rest[0] > 'z') && !is_digit(rest[0]);
}

bool ends_sentence(std::string_view words) {
    constexpr std::string_view marks = ".;:!?]";
    const std::string_view rest = without_outer_blanks(words);
    return rest.empty() || marks.find(rest.back()) != std::string_view::npos;
}

void OptionLines::close() {
    *this = {};
}

void OptionLines::open_heading() {
    close();
    is_open_ = true;
}

Joint OptionLines::join(const PlanLine& line, std::string_view before) {
    if (const auto option = leading_option(line.words)) {
        is_open_ = is_open_ || option->label == "1" || option->label == "a";
        indent_ = line.indent;
        has_words_ =
            !without_outer_blanks(line.words.substr(option->offset + option->length)).empty();
        list_.reset();
        return is_open_ || line.begins_paragraph ? Joint::line : Joint::blank;
    }
    if (!is_open_) {
        return line.begins_paragraph ? Joint::line : Joint::blank;
    }
    const bool is_first = !has_words_;
    has_words_ = true;
    if (is_first || line.is_item || !clause_labels(line.words).empty()) {
        return Joint::line;
    }
    if (line.begins_paragraph && line.indent + deeper_by <= indent_) {
        close();
        return Joint::apart;
    }
    const bool is_new =
        line.begins_paragraph || (ends_sentence(before) && begins_large(line.words));
    return is_new && line.indent < indent_ + deeper_by ? Joint::doubtful : Joint::line;
}

bool OptionLines::may_continue_list(const PlanLine& line, const ClauseLabel& label) const {
    return is_open_ && list_ && line.indent + deeper_by > list_indent_ &&
           list_->style == label.style && label.values.back() == list_->values.back() + 1;
}

bool OptionLines::holds(const PlanLine& line, const ClauseLabel& label,
                        const std::vector<OpenClause>& open, int follows) const {
    const bool has_word = label.style.kind == LabelStyle::Kind::word ||
                          label.style.kind == LabelStyle::Kind::section ||
                          label.style.kind == LabelStyle::Kind::annex;
    if (!is_open_ || line.kind != LineKind::words || has_word) {
        return false;
    }
    const auto alike = std::ranges::find(open, label.style, &OpenClause::style);
    const bool is_deeper =
        !open.empty() &&
        line.indent >= (alike == open.end() ? open.back() : *alike).indent + deeper_by;
    if (follows == 3) {
        return is_deeper && may_continue_list(line, label);
    }
    const bool stands_as_a_clause = follows == 1 && !is_deeper && !may_continue_list(line, label);
    return !stands_as_a_clause; // a list of its own begins with its first number
}

bool OptionLines::takes(const PlanLine& line, const ClauseLabel& label) {
    if (!label.is_first && !may_continue_list(line, label)) {
        return false;
    }
    list_ = label;
    list_indent_ = line.indent;
    return true;
}

} // namespace unbracket
