#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace unbracket {

/// The name of a file, shared by all places in it: thousands of values hold one, and a copy takes
/// no memory. It never changes; copies may be used by several threads. Compared by text.
class FileName {
public:
    FileName() = default;
    explicit(false) FileName(std::string text);
    explicit(false) FileName(const char* text) : FileName(std::string(text)) {}
    FileName(const FileName&) = default;
    FileName(FileName&&) noexcept = default;
    FileName& operator=(const FileName&) = default;
    FileName& operator=(FileName&&) noexcept = default;
    ~FileName(); // not inline: GCC 12 warns where it is cleaned away with a diagnostic half made

    const std::string& text() const { return text_ ? *text_ : no_name(); }
    explicit(false) operator const std::string&() const { return text(); } // NOLINT: it is its text
    bool empty() const { return text_ == nullptr; }

    friend bool operator==(const FileName& a, const FileName& b) {
        return a.text_ == b.text_ || a.text() == b.text();
    }
    friend std::strong_ordering operator<=>(const FileName& a, const FileName& b) {
        return a.text() <=> b.text();
    }

private:
    static const std::string& no_name();

    std::shared_ptr<const std::string> text_; // Allowed because all places in a file share it.
};

/// Where something stands in the text it was read from. Line and column count from 1; 0 means that
/// the thing has no place in a file (it came from a flag or was made by the program).
struct SourcePosition {
    FileName file;
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
