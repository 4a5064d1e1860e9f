#pragma once

#include <string>
#include <vector>

namespace unbracket::cli {

/// The whole program behind main: chooses the verb, reads its flags, runs it. Returns the exit
/// code; nothing escapes as an exception.
int run_program(const std::vector<std::string>& words);

} // namespace unbracket::cli
