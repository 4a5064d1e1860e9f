#include "unbracket/io/plan/plan_lines.hpp"

#include "unbracket/io/plan/plain_blanks.hpp"

#include <algorithm>
#include <optional>

namespace unbracket {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::string lower(std::string_view text) {
    std::string result;
    for (const char byte : text) {
        result += lower_byte(byte);
    }
    return result;
}

std::vector<std::string_view> raw_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return lines;
}

/// Of `---`, `* * *` and the like: the byte it is made of.
char rule_byte(std::string_view line) {
    const std::string_view words = without_outer_blanks(line);
    std::size_t count = 0;
    for (const char byte : words) {
        if (byte != words[0] && !is_blank_byte(byte)) {
            return '\0';
        }
        count += byte == words[0] ? 1U : 0U;
    }
    const bool is_mark = !words.empty() && std::string_view("-=*_").find(words[0]) != npos;
    return is_mark && count >= 3 ? words[0] : '\0';
}

/// The three or more ticks or tildes that begin or end code.
std::string_view fence_of(std::string_view line) {
    const std::string_view words = without_outer_blanks(line);
    if (words.empty() || (words[0] != '`' && words[0] != '~')) {
        return {};
    }
    const std::size_t length = std::min(words.find_first_not_of(words[0]), words.size());
    return length >= 3 ? words.substr(0, length) : std::string_view();
}

/// `text`, `c++`, `{.python}`, or nothing.
bool names_language(std::string_view words) {
    constexpr std::string_view marks = "+-_.#{}=";
    return std::ranges::all_of(words, [&](char byte) {
        return is_ascii_letter(byte) || is_digit(byte) || marks.find(byte) != npos;
    });
}

class LineReader {
public:
    explicit LineReader(std::string_view text) : raw_(raw_lines(text)) {}

    PlanLines read() {
        for (std::size_t i = 0; i < raw_.size(); ++i) {
            line_ = static_cast<std::uint32_t>(i + 1);
            read_line(i);
        }
        if (!fence_.empty()) {
            found_.unsure.push_back({fence_line_,
                                     "the code that begins here never ends: all that "
                                     "is below it was taken as words without brackets"});
        }
        if (is_comment_) {
            found_.unsure.push_back({found_.comments.back().line,
                                     "the comment that begins here never ends: all that is below "
                                     "it is a note of the ledger and no part of the plan"});
        }
        std::erase_if(found_.comments, [](const PlanComment& one) { return one.words.empty(); });
        return std::move(found_);
    }

private:
    void read_line(std::size_t i) {
        const std::string_view raw = raw_[i];
        if (is_in_code(raw)) {
            return;
        }
        PlanLine line;
        line.words = raw;
        line.at = {line_, 1};
        if (is_in_comment(line)) {
            return;
        }
        take_wide_spaces(line);
        skip_indent(line);
        while (line.words.starts_with('>')) {
            skip(line, 1);
            skip_indent(line);
        }
        if (without_outer_blanks(line.words).empty()) {
            begins_paragraph_ = true;
            return;
        }
        if (take_rule(line) || take_definition(line) || take_heading(line, i)) {
            return;
        }
        take_item(line);
        push(std::move(line));
    }

    void push(PlanLine line) {
        line.begins_paragraph = begins_paragraph_ || line.kind != LineKind::words || line.is_item;
        begins_paragraph_ = line.kind == LineKind::heading || line.kind == LineKind::rule;
        is_in_footnote_ = line.kind == LineKind::footnote;
        found_.lines.push_back(std::move(line));
    }

    static void skip(PlanLine& line, std::size_t count) {
        line.words.remove_prefix(count);
        line.at.column += static_cast<std::uint32_t>(count);
        line.indent += count;
    }

    static void skip_indent(PlanLine& line) {
        constexpr std::size_t tab = 4;
        while (!line.words.empty() && is_blank_byte(line.words[0])) {
            const std::size_t columns = line.words[0] == '\t' ? tab - line.indent % tab : 1;
            line.words.remove_prefix(1);
            ++line.at.column;
            line.indent += columns;
        }
    }

    bool is_in_code(std::string_view raw) {
        const std::string_view fence = fence_of(raw);
        if (fence_.empty()) {
            return begins_code(raw, fence);
        }
        if (!fence.empty() && fence[0] == fence_[0] && fence.size() >= fence_.size() &&
            without_outer_blanks(raw).size() == fence.size()) {
            fence_ = {};
        } else if (!without_outer_blanks(raw).empty()) {
            push_code(raw, 1);
        }
        return true;
    }

    /// The word behind a fence names a language; several words are words of the plan, and ticks
    /// among them make it no fence (CommonMark 0.31, section 4.5).
    bool begins_code(std::string_view raw, std::string_view fence) {
        if (fence.empty()) {
            return false;
        }
        const std::string_view words =
            without_outer_blanks(raw.substr(raw.find(fence) + fence.size()));
        if (fence[0] == '`' && words.find('`') != npos) {
            return false;
        }
        fence_ = fence;
        fence_line_ = line_;
        if (!names_language(words)) {
            push_code(words, static_cast<std::size_t>(words.data() - raw.data()) + 1);
            found_.unsure.push_back(
                {line_, "the words behind " + std::string(fence) +
                            " were taken as words without brackets, like the lines below; begin "
                            "them on a line of their own if they are a clause"});
        }
        return true;
    }

    void push_code(std::string_view words, std::size_t column) {
        PlanLine line;
        line.kind = LineKind::code;
        line.words = words;
        line.at = {line_, static_cast<std::uint32_t>(column)};
        push(std::move(line));
    }

    /// Takes comments that begin or end on the line out of it; true where nothing is left of it.
    bool is_in_comment(PlanLine& line) {
        bool had_comment = false;
        while (true) {
            if (is_comment_) {
                const std::size_t end = line.words.find("-->");
                add_comment(line.words.substr(0, end));
                if (end == npos) {
                    return true;
                }
                is_comment_ = false;
                had_comment = true;
                skip(line, end + 3);
            }
            const std::size_t start = line.words.find("<!--");
            if (start == npos) {
                return had_comment && without_outer_blanks(line.words).empty();
            }
            if (!without_outer_blanks(line.words.substr(0, start)).empty()) {
                cut_comments(line, start);
                return false;
            }
            found_.comments.push_back({line_, {}});
            is_comment_ = true;
            skip(line, start + 4);
        }
    }

    /// Of `words <!-- comment --> words`, where `start` is the first one's, and what may begin
    /// behind it; between ticks it is code.
    void cut_comments(PlanLine& line, std::size_t start) {
        std::string kept;
        std::string_view rest = line.words;
        std::ptrdiff_t ticks = 0;
        while (start != npos) {
            ticks += std::ranges::count(rest.substr(0, start), '`');
            kept += rest.substr(0, start);
            rest.remove_prefix(start + 4);
            if (ticks % 2 != 0) {
                kept += "<!--";
            } else {
                found_.comments.push_back({line_, {}});
                const std::size_t end = rest.find("-->");
                add_comment(rest.substr(0, end));
                is_comment_ = end == npos;
                const std::string_view comment = rest.substr(0, end);
                rest.remove_prefix(is_comment_ ? rest.size() : end + 3);
                add_gap(kept, comment, rest);
            }
            start = rest.find("<!--");
        }
        line.words = found_.changed.emplace_back(kept + std::string(rest));
    }

    /// As many blanks as the comment had letters, so that columns stay; none inside a word.
    static void add_gap(std::string& kept, std::string_view comment, std::string_view rest) {
        const bool is_in_word = !kept.empty() && !is_blank_byte(kept.back()) && !rest.empty() &&
                                !is_blank_byte(rest.front());
        if (is_in_word || without_outer_blanks(rest).empty()) {
            return;
        }
        const auto letters = std::ranges::count_if(
            comment, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
        kept.append(static_cast<std::size_t>(letters) + std::string_view("<!---->").size(), ' ');
    }

    void take_wide_spaces(PlanLine& line) {
        std::size_t at = 0;
        while (at < line.words.size() && wide_space_length(line.words, at) == 0) {
            ++at;
        }
        if (at < line.words.size()) {
            line.words = found_.changed.emplace_back(with_plain_blanks(line.words));
        }
    }

    void add_comment(std::string_view words) {
        std::string& all = found_.comments.back().words;
        const std::string_view own = without_outer_blanks(words);
        all += (all.empty() || own.empty() ? "" : " ") + std::string(own);
    }

    bool take_rule(PlanLine& line) {
        if (rule_byte(line.words) == '\0') {
            return false;
        }
        line.kind = LineKind::rule;
        push(std::move(line));
        return true;
    }

    /// `[^1]: note`, `[1]: note`, `[name]: address`; below a heading Notes also `[1] note`. Lines
    /// below a footnote that are indented belong to it.
    bool take_definition(PlanLine& line) {
        if (is_in_footnote_ && line.indent >= 2) {
            line.kind = LineKind::footnote;
            push(std::move(line));
            return true;
        }
        const std::size_t close = line.words.find(']');
        if (!line.words.starts_with('[') || close == npos || close < 2) {
            return false;
        }
        const std::string_view name = line.words.substr(1, close - 1);
        const std::string_view rest = line.words.substr(close + 1);
        const bool is_number = std::ranges::all_of(name, is_digit);
        const bool is_mark = name[0] == '^' || is_number;
        if (is_mark &&
            (rest.starts_with(':') || (is_number && is_in_notes_ && rest.starts_with(' ')))) {
            line.mark = name;
            line.kind = LineKind::footnote;
            found_.references.footnotes.emplace(name);
            skip(line, close + 1 + (rest[0] == ':' ? 1 : 0));
            push(std::move(line));
            return true;
        }
        return rest.starts_with(':') && take_address(line, name, rest.substr(1));
    }

    bool take_address(PlanLine& line, std::string_view name, std::string_view rest) {
        const std::string_view address = without_outer_blanks(rest);
        const std::size_t end = std::min(address.find_first_of(" \t"), address.size());
        const bool is_address = address.substr(0, end).find_first_of("/.#:") != npos;
        const std::string_view title = without_outer_blanks(address.substr(end));
        if (!is_address || (!title.empty() && std::string_view("\"'(").find(title[0]) == npos)) {
            return false;
        }
        found_.references.links.insert(lower(name));
        line.mark = lower(name);
        line.kind = LineKind::address;
        line.words = address;
        push(std::move(line));
        return true;
    }

    bool take_heading(PlanLine& line, std::size_t i) {
        std::size_t level = std::min(line.words.find_first_not_of('#'), line.words.size());
        const bool has_marks = level >= 1 && level <= 6 &&
                               (level == line.words.size() || is_blank_byte(line.words[level]));
        if (has_marks) {
            skip(line, level);
            skip_indent(line);
            line.indent = 0;
            std::size_t end = line.words.find_last_not_of("# \t");
            line.words = end == npos ? std::string_view() : line.words.substr(0, end + 1);
        } else {
            const char below =
                i + 1 < raw_.size() && begins_paragraph_ ? rule_byte(raw_[i + 1]) : '\0';
            if (below != '=' && below != '-') {
                return false;
            }
            level = below == '=' ? 1 : 2;
        }
        line.kind = LineKind::heading;
        line.level = level;
        is_in_notes_ = is_notes_heading(line.words);
        push(std::move(line));
        return true;
    }

    static void take_item(PlanLine& line) {
        const std::string_view words = line.words;
        const bool has_bullet = words.starts_with("\u2022");
        const std::size_t mark = has_bullet ? std::string_view("\u2022").size() : 1;
        if (!has_bullet && std::string_view("-*+").find(words[0]) == npos) {
            return;
        }
        if (words.size() <= mark || !is_blank_byte(words[mark])) {
            return;
        }
        skip(line, mark);
        skip_indent(line);
        line.is_item = true;
        for (const std::string_view box : {"[ ] ", "[x] ", "[X] "}) {
            if (line.words.starts_with(box)) {
                skip(line, box.size());
                line.is_task = true;
                return;
            }
        }
    }

    std::vector<std::string_view> raw_;
    PlanLines found_;
    std::uint32_t line_ = 0;
    bool begins_paragraph_ = true;
    bool is_comment_ = false;
    bool is_in_footnote_ = false;
    bool is_in_notes_ = false;
    std::string_view fence_; // empty: no code
    std::uint32_t fence_line_ = 0;
};

} // namespace

bool is_notes_heading(std::string_view words) {
    for (const std::string_view name : {"notes", "footnotes", "endnotes", "references"}) {
        if (same_letters(without_outer_blanks(words), name)) {
            return true;
        }
    }
    return false;
}

PlanLines plan_lines(std::string_view text) {
    return LineReader(text).read();
}

} // namespace unbracket
