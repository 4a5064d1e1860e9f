#pragma once

#include "unbracket/authoring_plan.hpp"

#include "cli/command.hpp"
#include "cli/console.hpp"

#include <string>
#include <vector>

namespace unbracket::cli {

/// --from and what belongs to it.
std::vector<Flag> plan_flags();

/// What is wrong with these flags together.
Diagnostics wrong_plan_flags(const Invocation& invocation);

/// The case that --from asks for.
Result<PlanCase> plan_case(const Invocation& invocation);

/// Tells what was made and written, what is unsure and what is next; `file` is "-" where the case
/// was printed.
int tell_plan_case(const PlanCase& made, const std::string& file, const Console& console);

} // namespace unbracket::cli
