#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/toml_scalar.hpp"

#include <cstddef>
#include <cstdint>

namespace unbracket {
namespace {

bool is_forbidden_control(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20U && byte != '\t') || code == 0x7FU;
}

/// One string from its opening to its closing quotes.
class StringReader {
public:
    StringReader(TextCursor& cursor, std::string& text)
        : cursor_(cursor), text_(text), opening_(cursor.where()), quote_(cursor.peek()),
          takes_escapes_(quote_ == '"'),
          is_multi_line_(cursor.peek(1) == quote_ && cursor.peek(2) == quote_) {}

    bool is_multi_line() const { return is_multi_line_; }

    bool read() {
        cursor_.skip(is_multi_line_ ? 3 : 1);
        if (is_multi_line_ && (cursor_.starts_with("\n") || cursor_.starts_with("\r\n"))) {
            cursor_.skip(cursor_.peek() == '\r' ? 2 : 1);
        }
        while (!cursor_.at_end()) {
            if (cursor_.peek() == quote_) {
                if (read_quotes()) {
                    return true;
                }
            } else if (!read_piece()) {
                return false;
            }
        }
        return cursor_.refuse(opening_, "text that begins here is never closed",
                              "end it with " + closing_quotes());
    }

private:
    std::string closing_quotes() const { return std::string(is_multi_line_ ? 3 : 1, quote_); }

    /// True at the end of the string. Up to two quotes stand for themselves in text of several
    /// lines, also right before the closing three.
    bool read_quotes() {
        if (!is_multi_line_) {
            cursor_.take();
            return true;
        }
        std::size_t count = 0;
        while (count < 5 && cursor_.peek() == quote_) {
            cursor_.take();
            ++count;
        }
        text_.append(count < 3 ? count : count - 3, quote_);
        return count >= 3;
    }

    bool read_piece() {
        const char byte = cursor_.peek();
        if (takes_escapes_ && byte == '\\') {
            return read_escape();
        }
        if (cursor_.starts_with("\n") || cursor_.starts_with("\r\n")) {
            return read_line_break();
        }
        if (is_forbidden_control(byte)) {
            return cursor_.refuse("the control character " + quoted({&byte, 1}) + " inside text",
                                  "remove it, or write it as an escape such as \\n or \\u001B");
        }
        text_ += cursor_.take();
        return true;
    }

    bool read_line_break() {
        if (!is_multi_line_) {
            return cursor_.refuse(opening_, "text that begins here is not closed on its line",
                                  "end it with " + closing_quotes() +
                                      ", or use three quotes for text of several lines");
        }
        cursor_.skip(cursor_.peek() == '\r' ? 2 : 1);
        text_ += '\n';
        return true;
    }

    bool read_escape() {
        const SourcePosition at = cursor_.where();
        cursor_.take();
        if (is_multi_line_ && skip_line_continuation()) {
            return true;
        }
        const char name = cursor_.peek();
        constexpr std::string_view names = "btnfr\"\\";
        constexpr std::string_view meanings = "\b\t\n\f\r\"\\";
        const std::size_t index = names.find(name);
        if (!cursor_.at_end() && index != std::string_view::npos) {
            cursor_.take();
            text_ += meanings[index];
            return true;
        }
        if (name == 'u' || name == 'U') {
            cursor_.take();
            return read_code_point(at, name == 'u' ? 4 : 8);
        }
        return cursor_.refuse(at, "an escape that does not exist",
                              "write \\\\ for a backslash, or put the text in single quotes");
    }

    /// Behind a backslash: blanks up to the end of the line, and all white space after it.
    bool skip_line_continuation() {
        std::size_t blanks = 0;
        while (cursor_.peek(blanks) == ' ' || cursor_.peek(blanks) == '\t') {
            ++blanks;
        }
        const bool ends_line = cursor_.peek(blanks) == '\n' ||
                               (cursor_.peek(blanks) == '\r' && cursor_.peek(blanks + 1) == '\n');
        if (!ends_line) {
            return false;
        }
        while (cursor_.peek() == ' ' || cursor_.peek() == '\t' || cursor_.starts_with("\n") ||
               cursor_.starts_with("\r\n")) {
            cursor_.take();
        }
        return true;
    }

    bool read_code_point(const SourcePosition& at, int digits) {
        std::uint32_t code_point = 0;
        for (int i = 0; i < digits; ++i) {
            const int digit = hexadecimal_digit(cursor_.peek());
            if (digit < 0) {
                return cursor_.refuse(at, "an escape with too few hexadecimal digits",
                                      "write \\uXXXX with four digits or \\UXXXXXXXX with eight");
            }
            cursor_.take();
            code_point = code_point * 16U + static_cast<std::uint32_t>(digit);
        }
        if (!append_code_point(text_, code_point)) {
            return cursor_.refuse(at, "an escape that names no character",
                                  "NUL, surrogates and numbers above 10FFFF are not allowed");
        }
        return true;
    }

    TextCursor& cursor_;
    std::string& text_;
    SourcePosition opening_;
    char quote_;
    bool takes_escapes_;
    bool is_multi_line_;
};

} // namespace

bool read_toml_string(TextCursor& cursor, TomlQuotes allowed, std::string& text) {
    text.clear();
    StringReader reader(cursor, text);
    if (allowed == TomlQuotes::single_line_only && reader.is_multi_line()) {
        return cursor.refuse("a key in three quotes", "use one quote on each side of a key");
    }
    return reader.read();
}

} // namespace unbracket
