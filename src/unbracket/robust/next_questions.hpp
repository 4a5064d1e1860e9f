#pragma once

#include "unbracket/robust/check.hpp"

#include <vector>

namespace unbracket {

/// What to ask whom, the most telling first, each thing once. All other parts of the result must be
/// there already.
std::vector<NextQuestion> find_next_questions(const Case& negotiation, const CheckResult& result);

} // namespace unbracket
