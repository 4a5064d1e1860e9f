#pragma once

#include "cli/command.hpp"

namespace unbracket::cli {

// One file for each: verb_NAME.cpp.
Verb new_verb();
Verb lint_verb();
Verb show_verb();
Verb check_verb();
Verb why_verb();
Verb bridge_verb();
Verb verify_verb();
Verb robust_verb();
Verb score_verb();
Verb diff_verb();
Verb frontier_verb();
Verb sources_verb();
Verb timeline_verb();
Verb steps_verb();
Verb trace_verb();
Verb what_if_verb();
Verb report_verb();
Verb convert_verb();
Verb said_add_verb();
Verb rename_verb();
Verb bench_verb();      // hidden
Verb completion_verb(); // hidden
Verb manual_verb();     // hidden

} // namespace unbracket::cli
