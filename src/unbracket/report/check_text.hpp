#pragma once

#include "unbracket/report/page.hpp"
#include "unbracket/robust/check.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <string>

namespace unbracket {

/// The first screen: the answer, what it turns on, which numbers matter, what was heard from whom,
/// how it is proved, and what to ask next. `result` is the check of that case.
std::string check_text(const LoadedCase& loaded, const CheckResult& result,
                       const ScreenOptions& options = {});

} // namespace unbracket
