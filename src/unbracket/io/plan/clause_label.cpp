#include "unbracket/io/plan/clause_label.hpp"

#include "unbracket/io/plan/passage.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace unbracket {

namespace {

using Kind = LabelStyle::Kind;
using Marks = LabelStyle::Marks;

constexpr std::size_t longest_number = 4; // digits; a longer one is a year or an amount
constexpr std::size_t most_parts = 8;
constexpr int largest_before_dash = 999; // `2027 - the year` is none

constexpr std::array<std::string_view, 11> clause_words = {
    "article", "art.", "section", "clause", "point", "paragraph",
    "para",    "item", "step",    "rule",   "§"};
constexpr std::array<std::string_view, 4> part_words = {"part", "chapter", "title", "book"};
constexpr std::array<std::string_view, 5> annex_words = {"annex", "appendix", "schedule",
                                                         "protocol", "attachment"};
constexpr std::array<std::string_view, 8> insertions = {"bis",    "ter",     "quater", "quinquies",
                                                        "sexies", "septies", "octies", "novies"};

/// Bytes of the word at the beginning, letters a to z only.
std::size_t word_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_ascii_letter(text[length])) {
        ++length;
    }
    return length;
}

std::size_t digits_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_digit(text[length])) {
        ++length;
    }
    return length;
}

std::size_t blanks_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_blank_byte(text[length])) {
        ++length;
    }
    return length;
}

int number_of(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) {
        value = 10 * value + (digit - '0');
    }
    return value;
}

std::string lower(std::string_view text) {
    std::string result;
    for (const char byte : text) {
        result += lower_byte(byte);
    }
    return result;
}

/// Value of a Roman number in its usual spelling up to 39, else 0.
int roman_value(std::string_view letters) {
    constexpr std::array<std::string_view, 10> ones = {"",  "i",  "ii",  "iii",  "iv",
                                                       "v", "vi", "vii", "viii", "ix"};
    const std::string small = lower(letters);
    int tens = 0;
    std::string_view rest = small;
    while (rest.starts_with('x') && tens < 3) {
        ++tens;
        rest.remove_prefix(1);
    }
    for (std::size_t i = 0; i < ones.size(); ++i) {
        if (rest == ones[i]) {
            return 10 * tens + static_cast<int>(i);
        }
    }
    return 0;
}

/// A number before its marks are known.
struct Number {
    Kind kind = Kind::decimal;
    std::string own;
    std::vector<int> values;
    std::size_t length = 0;
};

/// ` bis` or `bis` behind a number.
std::size_t insertion_length(std::string_view text, std::string& own) {
    const std::size_t blanks = std::min<std::size_t>(blanks_length(text), 1);
    const std::size_t length = word_length(text.substr(blanks));
    for (const std::string_view insertion : insertions) {
        if (same_letters(text.substr(blanks, length), insertion)) {
            own += "-" + std::string(insertion);
            return blanks + length;
        }
    }
    const bool is_letter = blanks == 0 && length == 1; // 5a
    own += is_letter ? lower(text.substr(0, 1)) : "";
    return is_letter ? 1 : 0;
}

std::optional<Number> decimal_number(std::string_view text) {
    Number number;
    while (number.values.size() < most_parts) {
        const std::string_view rest = text.substr(number.length);
        const std::size_t dot = number.values.empty() ? 0 : 1;
        if (dot == 1 && !rest.starts_with('.')) {
            break;
        }
        const std::size_t digits = digits_length(rest.substr(dot));
        if (digits == 0 || digits > longest_number) {
            break;
        }
        number.own += (dot == 1 ? "." : "") + std::string(rest.substr(dot, digits));
        number.values.push_back(number_of(rest.substr(dot, digits)));
        number.length += dot + digits;
    }
    if (number.values.empty()) {
        return std::nullopt;
    }
    number.length += insertion_length(text.substr(number.length), number.own);
    number.kind = number.values.size() > 1 ? Kind::dotted : Kind::decimal;
    return number;
}

/// As a letter and as a Roman number.
std::vector<Number> letter_numbers(std::string_view text) {
    std::vector<Number> numbers;
    const std::size_t length = word_length(text);
    if (length == 0 || length > 6) {
        return numbers;
    }
    const std::string_view letters = text.substr(0, length);
    const bool is_upper = letters[0] >= 'A' && letters[0] <= 'Z';
    if (length == 1) {
        numbers.push_back({is_upper ? Kind::upper : Kind::lower,
                           std::string(letters),
                           {lower_byte(letters[0]) - 'a' + 1},
                           1});
    }
    if (const int value = roman_value(letters); value > 0) {
        numbers.push_back({is_upper ? Kind::upper_roman : Kind::lower_roman,
                           std::string(letters),
                           {value},
                           length});
    }
    return numbers;
}

std::vector<Number> all_numbers(std::string_view text) {
    if (const auto decimal = decimal_number(text)) {
        return {*decimal};
    }
    return letter_numbers(text);
}

bool ends_number(std::string_view rest) {
    return rest.empty() || is_blank_byte(rest[0]) || rest.starts_with("**");
}

ClauseLabel made(const Number& number, Marks marks, std::size_t length, std::string_view line) {
    ClauseLabel label;
    label.style = {number.kind, marks};
    label.own = number.own;
    label.values = number.values;
    label.is_first = number.values.back() == 1;
    label.has_end = marks != Marks::none;
    label.length = length + blanks_length(line.substr(length));
    return label;
}

void add_enclosed(std::string_view line, std::vector<ClauseLabel>& labels) {
    if (!line.starts_with('(')) {
        return;
    }
    for (const Number& number : all_numbers(line.substr(1))) {
        const std::string_view rest = line.substr(1 + number.length);
        if (number.kind != Kind::dotted && rest.starts_with(')') && ends_number(rest.substr(1))) {
            labels.push_back(made(number, Marks::enclosed, number.length + 2, line));
        }
    }
}

/// `:` or a dash between blanks behind a number that no other number follows: its bytes, else 0.
std::size_t colon_or_dash(std::string_view rest) {
    const std::size_t blanks = blanks_length(rest);
    for (const std::string_view mark : {":", "-", "\u2013", "\u2014"}) {
        const bool is_colon = mark == ":";
        const std::string_view behind = rest.substr(blanks);
        if (!behind.starts_with(mark) || is_colon != (blanks == 0)) {
            continue;
        }
        const std::string_view words = behind.substr(mark.size());
        const std::size_t gap = blanks_length(words);
        return gap > 0 && gap < words.size() && !is_digit(words[gap]) ? blanks + mark.size() : 0;
    }
    return 0;
}

void add_plain(std::string_view line, std::vector<ClauseLabel>& labels) {
    for (const Number& number : all_numbers(line)) {
        const std::string_view rest = line.substr(number.length);
        const bool has_escape = rest.starts_with("\\.") || rest.starts_with("\\)");
        const std::size_t skipped = has_escape ? 1 : 0;
        const std::string_view marks = rest.substr(skipped);
        const bool is_marked = marks.starts_with('.') || marks.starts_with(')');
        const bool has_digits = number.kind == Kind::decimal || number.kind == Kind::dotted;
        const std::size_t mark =
            has_digits && number.values[0] <= largest_before_dash ? colon_or_dash(rest) : 0;
        if (is_marked && ends_number(marks.substr(1))) {
            const Marks kind = marks[0] == '.' ? Marks::dot : Marks::closed;
            labels.push_back(made(number, number.kind == Kind::dotted ? Marks::dot : kind,
                                  number.length + skipped + 1, line));
        } else if (mark > 0) {
            labels.push_back(made(number, Marks::dot, number.length + mark, line));
        } else if ((number.kind == Kind::dotted || number.own.find('-') != std::string::npos) &&
                   ends_number(rest)) {
            labels.push_back(made(number, Marks::dot, number.length, line));
            labels.back().has_end = false;
        }
    }
}

template <std::size_t Count>
std::size_t leading_word(std::string_view line, const std::array<std::string_view, Count>& words) {
    for (const std::string_view word : words) {
        if (line.size() >= word.size() && same_letters(line.substr(0, word.size()), word)) {
            const std::string_view rest = line.substr(word.size());
            const bool needs_blank = is_ascii_letter(word.back());
            if (rest.empty() || is_blank_byte(rest[0]) || (!needs_blank && is_digit(rest[0]))) {
                return word.size();
            }
        }
    }
    return 0;
}

/// `.`, `:`, `)` or a dash behind `Article 5`; its bytes.
std::size_t end_mark(std::string_view rest) {
    const std::size_t blanks = blanks_length(rest);
    for (const std::string_view mark : {".", ":", ")", "\u2013", "\u2014", "- "}) {
        if (rest.substr(blanks).starts_with(mark) && (blanks == 0 || mark.size() > 1)) {
            return blanks + mark.size();
        }
    }
    return 0;
}

void add_word(std::string_view line, std::size_t word, Kind kind,
              std::vector<ClauseLabel>& labels) {
    if (word == 0) {
        return;
    }
    const std::size_t start = word + blanks_length(line.substr(word));
    std::vector<Number> numbers = all_numbers(line.substr(start));
    std::erase_if(numbers, [&](const Number& number) {
        const std::string_view rest = line.substr(start + number.length);
        return !ends_number(rest) && end_mark(rest) == 0;
    });
    const std::string name = lower(line.substr(0, word));
    if (numbers.empty() && kind == Kind::annex &&
        (start == line.size() || end_mark(line.substr(word)) > 0)) {
        numbers.push_back({kind, "", {1}, 0});
    }
    if (numbers.empty()) {
        return;
    }
    const Number& number = numbers.back(); // Part I is the first, not the ninth
    const std::size_t end = start + number.length;
    const std::size_t mark = end_mark(line.substr(end));
    ClauseLabel label = made(number, Marks::none, end + mark, line);
    label.style = {kind, Marks::none};
    label.has_end = mark > 0 || end == line.size();
    label.word = name == "art." ? "article" : name == "para" ? "paragraph" : name;
    if (kind != Kind::word) {
        label.own = name + (number.own.empty() ? "" : "-" + lower(number.own));
    }
    labels.push_back(std::move(label));
}

} // namespace

std::vector<ClauseLabel> clause_labels(std::string_view line) {
    std::vector<ClauseLabel> labels;
    add_word(line, leading_word(line, clause_words), Kind::word, labels);
    add_word(line, leading_word(line, part_words), Kind::section, labels);
    add_word(line, leading_word(line, annex_words), Kind::annex, labels);
    add_enclosed(line, labels);
    add_plain(line, labels);
    return labels;
}

std::vector<ClauseLabel> tight_labels(std::string_view line) {
    constexpr std::size_t longest = 16; // `Article 5 bis.`
    for (std::size_t end = 1; end < std::min(line.size(), longest); ++end) {
        const bool is_tight = (line[end - 1] == '.' || line[end - 1] == ')') &&
                              !is_digit(line[end]) && !is_blank_byte(line[end]);
        if (is_tight) {
            const std::string spaced =
                std::string(line.substr(0, end)) + " " + std::string(line.substr(end, longest));
            std::vector<ClauseLabel> labels = clause_labels(spaced);
            std::erase_if(labels, [&](const ClauseLabel& label) {
                return !label.has_end || label.length != end + 1;
            });
            return labels;
        }
    }
    return {};
}

std::string slug_of(std::string_view words) {
    std::string slug;
    for (const char byte : words) {
        if (is_ascii_letter(byte) || is_digit(byte)) {
            slug += lower_byte(byte);
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
    }
    constexpr std::size_t longest = 32;
    slug.resize(std::min(slug.size(), longest));
    while (slug.ends_with('-')) {
        slug.pop_back();
    }
    return slug;
}

} // namespace unbracket
