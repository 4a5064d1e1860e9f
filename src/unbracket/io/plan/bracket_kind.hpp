#pragma once

#include <string_view>

namespace unbracket {

/// Whether this between brackets is a gap to be filled in: nothing, dots, lines, `x`, `date`,
/// `to be decided`, `insert ...`. `text` is plain.
bool is_gap(std::string_view text);

/// Whether it is a remark about the text and none of its words: `Note: ...`, `sic`.
bool is_remark(std::string_view text);

/// Whether it is made of names in capitals, such as `ALTA, BERA`.
bool is_names(std::string_view text);

/// Whether it tells whose words these are: `Alta: ...`, `... - proposed by Alta`.
bool tells_author(std::string_view text);

/// Whether it is one stretch without blanks with a slash between words, as `shall/should`.
bool is_joined_by_slash(std::string_view text);

/// Whether a slash in it has a blank on one side alone, as in `ten/ twenty`.
bool has_half_parting_slash(std::string_view text);

/// Whether bars stand between words of it, as in `ten days | a month`; a mark of absolute value,
/// as in `|x|`, is none.
bool is_parted_by_bar(std::string_view text);

} // namespace unbracket
