#pragma once

#include <optional>
#include <string>

namespace unbracket::cli {

/// Asks on standard error and reads one line of standard input, without its line end. Nothing at
/// the end of the input and after Ctrl-C.
std::optional<std::string> ask(const std::string& question);

} // namespace unbracket::cli
