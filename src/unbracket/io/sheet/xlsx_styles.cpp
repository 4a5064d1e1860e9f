#include "unbracket/io/sheet/xlsx_styles.hpp"

#include <map>
#include <string>

namespace unbracket {

namespace {

/// The letters of a format that say something about the value: without texts in quotation marks,
/// escaped letters, blanks as wide as a letter, fillers, and colours or conditions in brackets.
/// `[h]`, hours beyond a day, stays.
std::string meaningful(std::string_view code) {
    std::string kept;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char letter = code[at];
        if (letter == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (letter == '\\' || letter == '_' || letter == '*') {
            ++at;
        } else if (letter == '[') {
            const std::size_t end = std::min(code.find(']', at), code.size());
            const std::string_view inside = code.substr(at + 1, end - at - 1);
            kept += inside.find_first_not_of("hHmMsS") == std::string_view::npos ? "h" : "";
            at = end;
        } else {
            kept += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        }
    }
    return kept;
}

} // namespace

CellKind kind_of_builtin_format(unsigned number) {
    const auto between = [&](unsigned low, unsigned high) {
        return number >= low && number <= high;
    };
    if (between(14, 17) || number == 22 || between(27, 31) || number == 36 || between(50, 54) ||
        between(57, 58)) {
        return CellKind::date;
    }
    if (between(18, 21) || between(32, 35) || between(45, 47) || between(55, 56)) {
        return CellKind::time;
    }
    return between(9, 10) ? CellKind::percent : CellKind::number;
}

CellKind kind_of_format_code(std::string_view code) {
    const std::string letters = meaningful(code);
    if (letters.find("general") != std::string::npos) {
        return CellKind::number;
    }
    if (letters.find_first_of("yd") != std::string::npos) {
        return CellKind::date;
    }
    if (letters.find_first_of("hs") != std::string::npos) {
        return CellKind::time;
    }
    if (letters.find('m') != std::string::npos) {
        return CellKind::date;
    }
    return letters.find('%') != std::string::npos ? CellKind::percent : CellKind::number;
}

std::vector<CellKind> cell_format_kinds(const pugi::xml_node& style_sheet) {
    std::map<unsigned, CellKind> own;
    for (const pugi::xml_node& format : inner_element(style_sheet, "numFmts").children()) {
        own[format.attribute("numFmtId").as_uint()] =
            kind_of_format_code(attribute_of(format, "formatCode"));
    }
    std::vector<CellKind> kinds;
    for (const pugi::xml_node& format : inner_element(style_sheet, "cellXfs").children()) {
        const unsigned number = format.attribute("numFmtId").as_uint();
        const auto found = own.find(number);
        kinds.push_back(found == own.end() ? kind_of_builtin_format(number) : found->second);
    }
    return kinds;
}

} // namespace unbracket
