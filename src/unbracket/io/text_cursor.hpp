#pragma once

#include "unbracket/base/diagnostic.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace unbracket {

/// Walks over checked text one byte at a time and knows line and column of where it stands.
/// Columns count code points from 1. A reader that meets something wrong calls refuse() and returns
/// false all the way out; only the first refusal is kept.
class TextCursor {
public:
    /// The text must outlive the cursor.
    TextCursor(std::string_view text, FileName file) : text_(text), file_(std::move(file)) {}

    bool at_end() const { return offset_ >= text_.size(); }
    /// The byte so far ahead, NUL beyond the end (checked text holds none).
    char peek(std::size_t ahead = 0) const {
        return offset_ + ahead < text_.size() ? text_[offset_ + ahead] : '\0';
    }
    bool starts_with(std::string_view expected) const {
        return text_.substr(offset_).starts_with(expected);
    }

    /// The bytes of the code point it stands on; empty at the end.
    std::string_view code_point() const {
        std::size_t length = at_end() ? 0 : 1;
        while ((static_cast<unsigned char>(peek(length)) & 0xC0U) == 0x80U) {
            ++length;
        }
        return text_.substr(std::min(offset_, text_.size()), length);
    }

    char take() {
        const char byte = text_[offset_++];
        if (byte == '\n') {
            ++line_;
            column_ = 1;
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            ++column_;
        }
        return byte;
    }
    void skip(std::size_t count) {
        for (; count > 0 && !at_end(); --count) {
            take();
        }
    }
    template <class Predicate>
    void skip_while(Predicate holds) {
        while (!at_end() && holds(peek())) {
            take();
        }
    }
    /// What it skips.
    template <class Predicate>
    std::string_view take_while(Predicate holds) {
        const std::size_t start = offset_;
        skip_while(holds);
        return since(start);
    }

    std::size_t offset() const { return offset_; }
    std::string_view since(std::size_t offset) const {
        return text_.substr(offset, offset_ - offset);
    }
    SourcePosition where() const { return {file_, line_, column_}; }

    /// Keeps the problem if it is the first one. Always false, so that a reader can return it.
    bool refuse(SourcePosition at, std::string what, std::string hint) {
        if (!problem_) {
            problem_ = Diagnostic{std::move(at), std::move(what), std::move(hint)};
        }
        return false;
    }
    bool refuse(std::string what, std::string hint) {
        return refuse(where(), std::move(what), std::move(hint));
    }
    const std::optional<Diagnostic>& problem() const { return problem_; }

private:
    std::string_view text_;
    FileName file_;
    std::size_t offset_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t column_ = 1;
    std::optional<Diagnostic> problem_;
};

} // namespace unbracket
