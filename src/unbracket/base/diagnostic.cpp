#include "unbracket/base/diagnostic.hpp"

namespace unbracket {

std::string to_string(const SourcePosition& where) {
    std::string text = where.file;
    if (where.line > 0) {
        text += ":" + std::to_string(where.line);
        if (where.column > 0) {
            text += ":" + std::to_string(where.column);
        }
    }
    return text;
}

std::string to_string(const Diagnostic& diagnostic) {
    std::string text = to_string(diagnostic.where);
    if (!text.empty()) {
        text += ": ";
    }
    text += diagnostic.what;
    if (!diagnostic.hint.empty()) {
        text += "; " + diagnostic.hint;
    }
    return text;
}

} // namespace unbracket
