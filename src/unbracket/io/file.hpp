#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace unbracket {

/// The bytes of a file, or of standard input where the path is "-". A problem where there is no
/// such file, it is a folder, it may not be read, or holds more bytes than allowed; never more than
/// that is read.
Result<std::string> read_file(const std::string& path,
                              std::size_t most_bytes = DocumentLimits{}.bytes);

/// Puts the bytes into a file in one step: readers see the old content or the new one, never half
/// of it, also when the machine stops. An existing file keeps its permissions, and a link keeps
/// pointing to it. What is no ordinary file (a terminal, /dev/null) is written directly.
std::optional<Diagnostic> write_file_atomically(const std::string& path, std::string_view bytes);

} // namespace unbracket
