#pragma once

#include "unbracket/unbracket.hpp"

#include <string>
#include <string_view>

namespace unbracket::cli {

/// Control characters written as \u001b: no quoted text moves the cursor or breaks the line.
std::string without_control_characters(std::string_view text);

/// `file:line:column: what; hint` on one line.
std::string problem_line(const Diagnostic& problem);

/// All problems one to a line, and how many there are.
std::string problem_list(const Diagnostics& problems);

/// `{"errors": [{"file", "line", "column", "what", "hint"}]}`
Node problems_json(const Diagnostics& problems);

} // namespace unbracket::cli
