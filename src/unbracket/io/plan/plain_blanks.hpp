#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace unbracket {

/// Bytes of the space beyond ASCII that begins there: a no-break, wide, narrow or thin one, or one
/// of no width; 0 where there is none.
std::size_t wide_space_length(std::string_view text, std::size_t at);

/// The line with a plain blank for each such space that belongs to its structure: at its ends, in
/// its first words, where a number may stand, beside other blanks, brackets, slashes, bars and
/// colons, and before a short word that a colon or `)` ends. Between other words, and between two
/// digits, it stays as written. As many code points as before. Linear.
std::string with_plain_blanks(std::string_view line);

} // namespace unbracket
