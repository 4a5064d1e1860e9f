#pragma once

#include "unbracket/unbracket.hpp"

#include "cli/command.hpp"

namespace unbracket::cli {

/// A problem where the answer is to go to a file whose name ends in .svg, and the verb draws
/// nothing.
Diagnostics undrawn_files(const Verb& verb, const Invocation& invocation);

/// A problem for each file that would be written over one that is read, or over another result:
/// whatever the names, and before anything is done.
Diagnostics overwritten_files(const Verb& verb, const Invocation& invocation);

} // namespace unbracket::cli
