#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// All that verbs know of where their answers are read and their files lie. The program means
// standard output, the terminal behind it and the disk; the engine inside a page has its own of
// each.

namespace unbracket::cli {

inline constexpr std::size_t usual_width = 80;

/// Columns of the terminal, of $COLUMNS where that is set, else the usual width.
std::size_t width_of_terminal();

/// Whether bold text is seen as such: on a terminal that can, and not where $NO_COLOR is set.
bool shows_emphasis();

/// Writes all of the text and returns the exit code: `code`, or `failed` where it could not be
/// written. A pipe that was closed by its reader is no failure worth a message.
int write_to_standard_output(std::string_view text, int code);

/// Writes all of the text for the reader of problems and remarks.
void write_to_standard_error(std::string_view text);

/// Whether there is a file or folder of that name; "-" always is.
bool is_there(const std::string& path);

/// Whether a file of that name could be there: its folder is, and it is no folder itself.
bool could_be_a_file(const std::string& path);

/// Makes the folder, and those it lies in, where they are not there; what cannot be made, saving a
/// file in it will name.
void make_folder(const std::string& path);

/// Whether standard input and standard error are a terminal, so that questions can be asked.
bool can_ask();

} // namespace unbracket::cli
