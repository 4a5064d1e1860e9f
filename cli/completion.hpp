#pragma once

#include <string>

namespace unbracket::cli {

// Shell completions written from the description of the command line.

std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

} // namespace unbracket::cli
