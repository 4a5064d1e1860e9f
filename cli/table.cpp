#include "cli/table.hpp"

namespace unbracket::cli {

namespace {

std::string markdown_cell(const std::string& text) {
    std::string escaped;
    for (const char letter : text) {
        escaped += letter == '|'    ? std::string("\\|")
                   : letter == '\n' ? std::string(" ")
                   : letter == '\r' ? std::string()
                                    : std::string(1, letter);
    }
    return escaped;
}

} // namespace

std::string as_markdown(const Table& table) {
    std::string text;
    for (std::size_t i = 0; i < table.size(); ++i) {
        text += '|';
        for (const std::string& cell : table[i]) {
            text += " " + markdown_cell(cell) + " |";
        }
        text += '\n';
        if (i == 0) {
            text += '|';
            for (std::size_t column = 0; column < table[i].size(); ++column) {
                text += "---|";
            }
            text += '\n';
        }
    }
    return text;
}

} // namespace unbracket::cli
