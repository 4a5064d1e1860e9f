#pragma once

#include "cli/command.hpp"

#include <string>

namespace unbracket::cli {

// Manual pages (section 1) written from the description of the command line.

/// `unbracket-said-add`
std::string manual_name(const Verb& verb);

std::string manual_page(const Verb& verb);

/// The page of the program as a whole.
std::string manual_overview();

} // namespace unbracket::cli
