#include "unbracket/io/plan/decision_words.hpp"

#include "unbracket/io/plan/passage.hpp"
#include "unbracket/model/id_text.hpp"

#include <algorithm>

namespace unbracket {

namespace {

constexpr std::size_t context_words = 6;

bool is_id_byte(char byte) {
    return is_ascii_letter(byte) || is_digit(byte) || byte == '_' || byte == '-';
}

/// The last words of a text, at most so many, with dots before them where others were.
std::string last_words(std::string_view text) {
    std::size_t start = text.size();
    for (std::size_t count = 0; start > 0 && count < context_words; ++count) {
        while (start > 0 && is_blank_byte(text[start - 1])) {
            --start;
        }
        while (start > 0 && !is_blank_byte(text[start - 1])) {
            --start;
        }
    }
    return (start > 0 ? "... " : "") + std::string(text.substr(start));
}

std::string first_words(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < context_words; ++count) {
        while (end < text.size() && is_blank_byte(text[end])) {
            ++end;
        }
        while (end < text.size() && !is_blank_byte(text[end])) {
            ++end;
        }
    }
    return std::string(text.substr(0, end)) + (end < text.size() ? " ..." : "");
}

} // namespace

std::string FreeIds::take(std::string_view wanted) {
    constexpr std::size_t room_for_count = 6;
    std::string id(wanted.substr(0, longest_id));
    if (taken_.insert(id).second) {
        return id;
    }
    const std::string base(wanted.substr(0, longest_id - room_for_count));
    std::size_t& count = counts_.try_emplace(base, 1).first->second; // all up to it are taken
    do {
        id = base + "-" + std::to_string(++count);
    } while (!taken_.insert(id).second);
    return id;
}

std::string issue_id(std::string_view number) {
    std::string id = !number.empty() && is_digit(number[0]) ? "p" : "";
    for (const char byte : number) {
        id += is_id_byte(byte) ? byte : '_';
    }
    return id;
}

std::string option_id(std::string_view words, std::size_t place) {
    constexpr std::size_t longest = 24;
    std::string id;
    for (const char byte : words) {
        const bool is_plain = static_cast<unsigned char>(byte) < 0x80U;
        if (!is_plain || id.size() > longest) {
            id.clear();
            break;
        }
        if (is_ascii_letter(byte) || is_digit(byte)) {
            id += lower_byte(byte);
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-')) {
        id.pop_back();
    }
    const bool is_reserved = id == "unknown" || id == "none" || id == "out";
    const bool is_short = !id.empty() && id.size() <= longest && !is_reserved;
    return is_short ? id : "option-" + std::to_string(place + 1);
}

std::string surroundings(const Wording& wording, std::size_t piece) {
    if (piece > 0) {
        return last_words(wording.pieces[piece - 1].text) + " [...]";
    }
    const bool has_next = piece + 1 < wording.pieces.size();
    return has_next ? "[...] " + first_words(wording.pieces[piece + 1].text) : std::string();
}

} // namespace unbracket
