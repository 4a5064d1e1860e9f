#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/report/page.hpp"

#include <string>

namespace unbracket {

/// `full` also lists every statement.
enum class ShowDetail { compact, full };

/// A case for reading: parties side by side, each issue with its options and what each party makes
/// of them, limits, rules, drafts, open questions. Every party gets the same columns and the same
/// precision.
std::string show_text(const Case& negotiation, const ScreenOptions& options = {},
                      ShowDetail detail = ShowDetail::compact);

} // namespace unbracket
