#include "unbracket/io/plan/bracket_kind.hpp"

#include "unbracket/io/plan/passage.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace unbracket {

namespace {

std::string lower(std::string_view text) {
    std::string result;
    for (const char byte : text) {
        result += lower_byte(byte);
    }
    return result;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char byte : lower(text)) {
        if (!is_blank_byte(byte)) {
            words.back() += byte;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

template <std::size_t Count>
bool is_one_of(std::string_view text, const std::array<std::string_view, Count>& words) {
    return std::ranges::find(words, text) != words.end();
}

template <std::size_t Count>
bool begins_with_one_of(std::string_view text, const std::array<std::string_view, Count>& words) {
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return text.starts_with(word); });
}

constexpr std::array<std::string_view, 21> gap_words = {
    "date",      "dates",      "day",    "month",  "year",   "time",       "place",
    "name",      "names",      "number", "amount", "figure", "percentage", "title",
    "signature", "signatures", "tbd",    "tbc",    "tba",    "dd/mm/yyyy", "yyyy-mm-dd"};
constexpr std::array<std::string_view, 12> gap_beginnings = {
    "to be determined", "to be decided",   "to be completed", "to be inserted",
    "to be added",      "to be agreed",    "to be defined",   "to be negotiated",
    "to be discussed",  "to be specified", "to be confirmed", "placeholder"};
constexpr std::array<std::string_view, 9> remark_beginnings = {
    "note:",          "note by",          "note to", "drafting note", "editor's note",
    "editorial note", "explanatory note", "remark:", "comment:"};
constexpr std::array<std::string_view, 8> author_words = {
    "proposed by",    "proposal by",    "proposal of", "supported by",
    "reservation by", "reservation of", "position of", "text of"};

bool has_letter_or_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char byte) {
        return is_ascii_letter(byte) || is_digit(byte) || static_cast<unsigned char>(byte) >= 0x80U;
    });
}

/// Dots, lines, bullets: nothing that could be read aloud.
bool is_drawn(std::string_view text) {
    constexpr std::string_view ascii = "._-*? \t\n";
    constexpr std::array<std::string_view, 5> others = {"\u2026", "\u2022", "\u25CF", "\u2013",
                                                        "\u2014"};
    while (!text.empty()) {
        std::size_t length = ascii.find(text[0]) == std::string_view::npos ? 0 : 1;
        for (const std::string_view other : others) {
            length = length == 0 && text.starts_with(other) ? other.size() : length;
        }
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

/// `Option A: ...` is no party.
bool is_option_label(std::string_view text) {
    constexpr std::array<std::string_view, 4> labels = {"option", "alternative", "variant", "alt."};
    constexpr std::size_t longest_mark = 3;
    const std::vector<std::string> words = words_of(text.substr(0, text.find(':')));
    return words.size() == 2 && words[1].size() <= longest_mark && is_one_of(words[0], labels);
}

bool is_letter_for_number(std::string_view word) {
    const bool is_run = std::ranges::all_of(word, [&](char byte) { return byte == word[0]; });
    return word.size() <= 4 && is_run && (word[0] == 'x' || word[0] == 'n' || word[0] == 'y');
}

} // namespace

bool is_gap(std::string_view text) {
    const std::vector<std::string> words = words_of(text);
    if (words.empty() || is_drawn(text)) {
        return true;
    }
    const std::string whole = lower(without_outer_blanks(text));
    if (words.size() == 1 && is_letter_for_number(words[0])) {
        return true;
    }
    return whole.starts_with("insert ") || begins_with_one_of(whole, gap_beginnings) ||
           std::ranges::all_of(words,
                               [](const std::string& word) { return is_one_of(word, gap_words); });
}

bool is_remark(std::string_view text) {
    const std::string whole = lower(without_outer_blanks(text));
    return whole == "sic" || whole == "sic!" || begins_with_one_of(whole, remark_beginnings);
}

bool is_names(std::string_view text) {
    constexpr std::size_t longest = 60;
    const std::string_view names = without_outer_blanks(text);
    const auto is_name_byte = [](char byte) {
        constexpr std::string_view joints = " ,;&+-.\n";
        return (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80U ||
               joints.find(byte) != std::string_view::npos;
    };
    return names.size() >= 2 && names.size() <= longest && names[0] >= 'A' && names[0] <= 'Z' &&
           std::ranges::all_of(names, is_name_byte);
}

bool tells_author(std::string_view text) {
    constexpr std::size_t longest = 40;
    const std::string_view words = without_outer_blanks(text);
    if (is_option_label(words)) {
        return false;
    }
    const std::size_t colon = words.find(": ");
    if (colon <= longest && words[0] >= 'A' && words[0] <= 'Z') {
        const std::vector<std::string> name = words_of(words.substr(0, colon));
        return name.size() <= 4 && has_letter_or_digit(words.substr(0, colon));
    }
    constexpr std::size_t longest_end = 80;
    const std::size_t end = words.size() - std::min(words.size(), longest_end);
    const std::string ends = lower(words.substr(0, longest)) + "\n" + lower(words.substr(end));
    return std::ranges::any_of(author_words, [&](std::string_view phrase) {
        return ends.find(phrase) != std::string::npos;
    });
}

bool is_joined_by_slash(std::string_view text) {
    const std::string_view word = without_outer_blanks(text);
    const std::size_t slash = word.find('/');
    return slash != std::string_view::npos && slash > 0 && slash + 1 < word.size() &&
           is_ascii_letter(word[slash - 1]) && is_ascii_letter(word[slash + 1]) &&
           std::ranges::none_of(word, is_blank_byte) && !same_letters(word, "and/or") &&
           word.find("://") == std::string_view::npos;
}

bool has_half_parting_slash(std::string_view text) {
    const std::string_view words = without_outer_blanks(text);
    for (std::size_t slash = words.find('/'); slash != std::string_view::npos;
         slash = words.find('/', slash + 1)) {
        const bool is_between = slash > 0 && slash + 1 < words.size();
        if (is_between && is_blank_byte(words[slash - 1]) != is_blank_byte(words[slash + 1])) {
            return true;
        }
    }
    return false;
}

bool is_parted_by_bar(std::string_view text) {
    const std::string_view words = without_outer_blanks(text);
    for (std::size_t bar = words.find('|'); bar != std::string_view::npos;
         bar = words.find('|', bar + 1)) {
        const bool is_between = bar > 0 && bar + 1 < words.size();
        if (is_between && is_blank_byte(words[bar - 1]) == is_blank_byte(words[bar + 1]) &&
            has_letter_or_digit(words.substr(0, bar)) && has_letter_or_digit(words.substr(bar))) {
            return true;
        }
    }
    return false;
}

} // namespace unbracket
