#pragma once

#include "unbracket/io/plan/common_plan.hpp"
#include "unbracket/io/plan/plan_text.hpp"

#include <span>

namespace unbracket {

/// Puts into the blanks of each text what the other texts of the plan have there. Where they all
/// say the same, that stands in the text too, and `blank` keeps what was printed; where they
/// differ, the blank becomes a choice between what they say. Only texts that are the same in all
/// else are asked, and blanks inside brackets stay. Of 4,000 pairs of clauses at most it is asked.
void fill_blanks(const CommonPlan& plan, std::span<PlanText> texts);

} // namespace unbracket
