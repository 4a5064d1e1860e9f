#pragma once

#include "unbracket/unbracket.hpp"

#include "cli/command.hpp"

namespace unbracket::cli {

/// A problem for each file that would be written over one that is read, or over another result:
/// whatever the names, and before anything is done.
Diagnostics overwritten_files(const Verb& verb, const Invocation& invocation);

} // namespace unbracket::cli
