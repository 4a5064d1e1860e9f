#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// The bytes of a file, or of standard input where the path is "-". A problem where there is no
/// such file, it is a folder, it may not be read, or holds more bytes than allowed; never more than
/// that is read.
Result<std::string> read_file(const std::string& path,
                              std::size_t most_bytes = DocumentLimits{}.bytes);

struct NewContent {
    std::string path;
    std::string bytes;
    /// What the file held when it was read. Where it holds something else by now, or is locked by
    /// another program for ten seconds, nothing is written.
    std::optional<std::string> replaces;
};

/// Puts the bytes into a file in one step: readers see the old content or the new one, never half
/// of it, also when the machine stops. An existing file keeps its permissions and, where that is
/// permitted, its owner and group; one that may not be written is left alone. A link keeps pointing
/// to the file, also to one that is not there yet. What is no ordinary file (a terminal, /dev/null)
/// is written directly.
std::optional<Diagnostic> write_file_atomically(const std::string& path, std::string_view bytes);

/// The same for several files: none of them changes where one cannot be written.
std::optional<Diagnostic> write_files_atomically(const std::vector<NewContent>& contents);

} // namespace unbracket
