#include "unbracket/io/sheet/xlsx_text.hpp"

#include "unbracket/base/date.hpp"
#include "unbracket/base/rational.hpp"
#include "unbracket/io/checked_text.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>

namespace unbracket {

namespace {

constexpr int exact_digits = 15;
constexpr int most_places = 30; // of a decimal of a case, which has 15 digits and is at least 1e-15
constexpr std::size_t escape_length = 7; // _x0001_

/// The code unit of `_x0041_` at the beginning of a text.
std::optional<std::uint32_t> escape_at(std::string_view text) {
    if (text.size() < escape_length || text[0] != '_' || text[1] != 'x' || text[6] != '_') {
        return std::nullopt;
    }
    std::uint32_t unit = 0;
    for (const char letter : text.substr(2, 4)) {
        const int digit = hexadecimal_digit(letter);
        if (digit < 0) {
            return std::nullopt;
        }
        unit = unit * 16 + static_cast<std::uint32_t>(digit);
    }
    return unit;
}

void append_escape(std::string& out, unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += "_x00";
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
    out += '_';
}

/// U+FFFE and U+FFFF, which XML cannot hold either.
bool is_noncharacter(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

std::string plain_decimal(const Rational& value) {
    return value.to_decimal_text(most_places);
}

} // namespace

std::string xlsx_escaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '&') {
            out += "&amp;";
        } else if (letter == '<') {
            out += "&lt;";
        } else if (letter == '>') {
            out += "&gt;";
        } else if (letter == '"') {
            out += "&quot;";
        } else if ((byte < 0x20 && letter != '\n' && letter != '\t') ||
                   escape_at(text.substr(at))) {
            append_escape(out, byte);
        } else if (is_noncharacter(text.substr(at))) {
            out += text[at + 2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
            at += 2;
        } else {
            out += letter;
        }
    }
    return out;
}

std::string xlsx_unescaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::optional<std::uint32_t> unit = escape_at(text.substr(at));
        if (unit && append_code_point(out, *unit)) {
            at += escape_length;
        } else {
            out += text[at];
            ++at;
        }
    }
    return out;
}

std::optional<std::string> xlsx_number(std::string_view text) {
    const ParsedDecimal parsed = parse_decimal(text);
    if (parsed.problem == DecimalProblem::none) {
        return plain_decimal(parsed.value);
    }
    double stored = 0;
    const char* const end = text.data() + text.size();
    const std::from_chars_result read = std::from_chars(text.data(), end, stored);
    if (read.ec != std::errc{} || read.ptr != end || parsed.problem == DecimalProblem::not_finite) {
        return std::nullopt;
    }
    std::array<char, 64> buffer{};
    const std::to_chars_result written =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), stored,
                      std::chars_format::scientific, exact_digits - 1);
    double typed = 0;
    std::from_chars(buffer.data(), written.ptr, typed);
    const ParsedDecimal shorter = parse_decimal({buffer.data(), written.ptr});
    // Allowed because the question is whether both are the same binary number.
    if (typed == stored && shorter.problem == DecimalProblem::none) {
        return plain_decimal(shorter.value);
    }
    return std::string(text);
}

std::optional<std::string> xlsx_date(std::string_view serial, bool counts_from_1904) {
    const ParsedDecimal parsed = parse_decimal(serial);
    const std::optional<std::int64_t> days =
        parsed.problem == DecimalProblem::none ? parsed.value.floor_to_int64() : std::nullopt;
    if (!days || Rational(*days) != parsed.value) {
        return std::nullopt;
    }
    // Spreadsheets count 29 February 1900, which there was not; from March on that is a day more.
    constexpr std::int64_t first_of_march_1900 = 61;
    constexpr std::int64_t days_between_epochs = 1462;
    constexpr std::int64_t last_day = 2'958'465;
    const std::int64_t day = *days + (counts_from_1904 ? days_between_epochs : 0);
    if (day < first_of_march_1900 || day > last_day) {
        return std::nullopt;
    }
    const std::chrono::sys_days epoch =
        std::chrono::sys_days(std::chrono::year(1899) / std::chrono::December / 30);
    const std::chrono::year_month_day found(epoch + std::chrono::days(day));
    return to_iso({static_cast<int>(found.year()),
                   static_cast<int>(static_cast<unsigned>(found.month())),
                   static_cast<int>(static_cast<unsigned>(found.day()))});
}

} // namespace unbracket
