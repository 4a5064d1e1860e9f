#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace unbracket {

/// Where something stands in the text it was read from. Line and column count from 1; 0 means that
/// the thing has no place in a file (it came from a flag or was made by the program).
struct SourcePosition {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    friend auto operator<=>(const SourcePosition&, const SourcePosition&) = default;
};

/// `file:line:column`, `file:line` or `file`, as far as known.
std::string to_string(const SourcePosition& where);

/// One thing wrong with an input: where, what is wrong, and how to mend it.
struct Diagnostic {
    SourcePosition where;
    std::string what;
    std::string hint;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// `where: what (hint)` on one line.
std::string to_string(const Diagnostic& diagnostic);

} // namespace unbracket
