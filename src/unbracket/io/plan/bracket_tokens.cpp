#include "unbracket/io/plan/bracket_tokens.hpp"

#include <algorithm>
#include <array>

namespace unbracket {

namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t longest_mark = 3; // digits of a footnote
constexpr std::array<std::string_view, 4> option_words = {"option", "alternative", "variant",
                                                          "alt."};

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string lower(std::string_view text) {
    std::string result;
    for (const char byte : text) {
        result += lower_byte(byte);
    }
    return result;
}

class Scan {
public:
    Scan(std::string_view text, const References& references)
        : text_(text), references_(references), partner_(text.size(), none) {}

    MarkedPassage tokens() {
        pair_brackets();
        for (std::size_t i = 0; i < text_.size();) {
            i += step(i);
        }
        return std::move(found_);
    }

private:
    char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

    /// Bytes that are taken together where no bracket counts: an escape or code between backticks.
    std::size_t literal_length(std::size_t i) {
        if (text_[i] == '\\' && i + 1 < text_.size()) {
            return 2;
        }
        if (text_[i] != '`') {
            return 0;
        }
        std::size_t ticks = 0;
        while (at(i + ticks) == '`') {
            ++ticks;
        }
        if (ticks >= is_unclosed_code_.size() || is_unclosed_code_[ticks]) {
            return ticks;
        }
        for (std::size_t end = i + ticks; end < text_.size();) {
            std::size_t run = 0;
            while (at(end + run) == '`') {
                ++run;
            }
            if (run == ticks) {
                return end + run - i;
            }
            end += std::max<std::size_t>(run, 1);
        }
        is_unclosed_code_[ticks] = true; // never looked for again: linear time
        return ticks;
    }

    void pair_brackets() {
        std::vector<std::size_t> open;
        literal_.assign(text_.size(), 0);
        for (std::size_t i = 0; i < text_.size();) {
            const std::size_t skipped = literal_length(i);
            literal_[i] = static_cast<std::uint32_t>(skipped);
            if (skipped > 0) {
                i += skipped;
                continue;
            }
            if (text_[i] == '[') {
                open.push_back(i);
            } else if (text_[i] == ']' && open.empty()) {
                found_.unopened.push_back(i);
            } else if (text_[i] == ']') {
                partner_[open.back()] = i;
                open.pop_back();
            }
            ++i;
        }
        found_.unclosed = std::move(open);
    }

    /// Looks at what stands there and says how many bytes it was.
    std::size_t step(std::size_t i) {
        if (literal_[i] > 0) {
            found_.escaped += text_[i] == '\\' && at(i + 1) == '[' ? 1U : 0U;
            return literal_[i];
        }
        if (text_[i] == '[') {
            if (const std::size_t length = reference_length(i); length > 0) {
                return length;
            }
            found_.tokens.push_back({TokenKind::open, i, 1, {}});
        } else if (text_[i] == ']') {
            found_.tokens.push_back({TokenKind::close, i, 1, {}});
        } else if (text_[i] == '/' && is_apart(i)) {
            found_.tokens.push_back({TokenKind::slash, i, 1, {}});
        } else if (is_ascii_letter(text_[i]) && begins_word(i)) {
            add_option(i);
        }
        return 1;
    }

    bool is_apart(std::size_t i) const {
        const char before = i == 0 ? ' ' : text_[i - 1];
        const char after = i + 1 == text_.size() ? ' ' : text_[i + 1];
        return (is_blank_byte(before) || before == '[' || before == ']') &&
               (is_blank_byte(after) || after == ']' || after == '[');
    }

    bool begins_word(std::size_t i) const {
        return i == 0 || is_blank_byte(text_[i - 1]) || text_[i - 1] == '[' ||
               text_[i - 1] == '*' || text_[i - 1] == '_';
    }

    /// `Option 2:`; at the beginning of a line also `Option 2.`, `Option 2)`, `Option 2 -` or
    /// alone.
    void add_option(std::size_t i) {
        for (const std::string_view word : option_words) {
            if (!same_letters(text_.substr(i, word.size()), word)) {
                continue;
            }
            std::size_t end = i + word.size();
            const std::size_t blanks = end;
            while (at(end) == ' ') {
                ++end;
            }
            const std::size_t start = end;
            while (is_digit(at(end))) {
                ++end;
            }
            end +=
                end == start && is_ascii_letter(at(end)) && !is_ascii_letter(at(end + 1)) ? 1U : 0U;
            if (start == blanks || end == start || end - start > longest_mark) {
                return;
            }
            const std::size_t marks = mark_length(i, end);
            if (marks > 0 || end == text_.size()) {
                const std::size_t begin = emphasis_before(i);
                found_.tokens.push_back({TokenKind::option, begin, end + marks - begin,
                                         lower(text_.substr(start, end - start))});
            }
            return;
        }
    }

    bool begins_line(std::size_t i) const {
        std::size_t start = emphasis_before(i);
        if (start >= 2 && text_[start - 1] == ' ' && text_[start - 2] == '-') {
            start -= 2;
        }
        return start == 0 || text_[start - 1] == '\n' || text_[start - 1] == '[';
    }

    std::size_t emphasis_before(std::size_t i) const {
        while (i > 0 && (text_[i - 1] == '*' || text_[i - 1] == '_')) {
            --i;
        }
        return i;
    }

    /// Of what ends the label of an option, emphasis included; 0 where nothing does.
    std::size_t mark_length(std::size_t word, std::size_t end) const {
        std::size_t i = end;
        while (at(i) == '*' || at(i) == '_') {
            ++i;
        }
        std::size_t mark = at(i) == ':' ? 1 : 0;
        if (mark == 0 && begins_line(word)) {
            const std::string_view rest = text_.substr(i);
            for (const std::string_view one :
                 {". ", ") ", ".\n", ")\n", " - ", " \u2013 ", " \u2014 ", "\n"}) {
                mark = mark == 0 && rest.starts_with(one) ? one.size() : mark;
            }
        }
        if (mark == 0) {
            return 0;
        }
        i += mark;
        while (at(i) == '*' || at(i) == '_') {
            ++i;
        }
        return i - end;
    }

    /// Bytes of a link or a footnote mark that begins there, else 0.
    std::size_t reference_length(std::size_t i) {
        const std::size_t close = partner_[i];
        if (close == none) {
            return 0;
        }
        const std::string_view inner = text_.substr(i + 1, close - i - 1);
        if (inner.starts_with('^') && inner.size() > 1) {
            found_.footnotes.emplace_back(inner);
            return close - i + 1;
        }
        if (at(close + 1) == '(') {
            if (const std::size_t length = address_length(close + 1); length > 0) {
                return close + 1 + length - i;
            }
        }
        if (at(close + 1) == '[' && partner_[close + 1] != none) {
            const std::size_t end = partner_[close + 1];
            const std::string_view name = text_.substr(close + 2, end - close - 2);
            if (has_address(name.empty() ? inner : name)) {
                return end - i + 1;
            }
        }
        if (inner.size() <= 200 && has_address(inner)) {
            return close - i + 1;
        }
        return footnote_length(i, inner);
    }

    bool has_address(std::string_view name) {
        const auto found = references_.links.find(lower(name));
        if (found == references_.links.end()) {
            return false;
        }
        found_.footnotes.push_back(*found);
        return true;
    }

    std::size_t footnote_length(std::size_t i, std::string_view inner) {
        if (!is_number(inner) || inner.size() > longest_mark) {
            return 0;
        }
        const char before = i == 0 ? ' ' : text_[i - 1];
        const bool is_attached = !is_blank_byte(before) && before != '[' && before != '(' &&
                                 before != '/' && before != ']' && !is_digit(before);
        const bool is_known = references_.footnotes.contains(inner);
        if (!is_attached && !is_known) {
            return 0;
        }
        found_.footnotes.emplace_back(inner);
        if (!is_known) {
            found_.unsure_marks.push_back(i);
        }
        return inner.size() + 2;
    }

    /// Bytes of `(address)` or `(address "title")`, where it looks like an address; else 0.
    std::size_t address_length(std::size_t open) const {
        const std::size_t close = text_.substr(open, 2000).find(')');
        if (close == none) {
            return 0;
        }
        std::string_view inner = text_.substr(open + 1, close - 1);
        const std::size_t title = std::min(inner.find(" \""), inner.find(" '"));
        inner = inner.substr(0, title);
        const bool is_address =
            inner.find_first_of(" \t\n") == none && inner.find_first_of("./#:") != none;
        return is_address ? close + 1 : 0;
    }

    std::string_view text_;
    const References& references_;
    std::vector<std::size_t> partner_;
    std::vector<std::uint32_t> literal_; // bytes taken together from there on
    std::array<bool, 8> is_unclosed_code_{};
    MarkedPassage found_;
};

} // namespace

MarkedPassage bracket_tokens(std::string_view text, const References& references) {
    return Scan(text, references).tokens();
}

} // namespace unbracket
