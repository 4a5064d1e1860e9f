#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace unbracket {

/// The part of every reader that does not depend on the format: refuses bytes that are too many,
/// not UTF-8 or hold a NUL, each with its line and column, and drops a byte order mark. The view
/// returned lies in `bytes`. Linear, allocates nothing for good text.
Result<std::string_view> checked_text(std::string_view bytes, const std::string& file_name,
                                      const DocumentLimits& limits);

/// Text of the input as it may stand in a message: cut after 60 code points, control characters
/// written as U+00XX, in backquotes.
std::string quoted(std::string_view text);

/// 0 to 15, or -1 for any other byte.
int hexadecimal_digit(char byte);

/// Appends the code point as UTF-8. False, and nothing appended, for NUL, surrogates and anything
/// above U+10FFFF: no reader lets those into a case.
bool append_code_point(std::string& text, std::uint32_t code_point);

} // namespace unbracket
