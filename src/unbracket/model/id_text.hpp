#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace unbracket {

/// Clause numbers may hold dots, other ids not.
enum class IdKind { plain, clause };

inline constexpr std::size_t longest_id = 64;

/// Ids are letters, digits, `_` and `-`, so that addresses, orders and judgements can be taken
/// apart again.
constexpr bool is_id(std::string_view text, IdKind kind = IdKind::plain) {
    return !text.empty() && text.size() <= longest_id &&
           std::all_of(text.begin(), text.end(), [kind](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || letter == '_' || letter == '-' ||
                      (letter == '.' && kind == IdKind::clause);
           });
}

} // namespace unbracket
