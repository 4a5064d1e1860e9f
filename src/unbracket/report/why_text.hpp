#pragma once

#include "unbracket/report/page.hpp"
#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/why.hpp"

#include <string>

namespace unbracket {

/// Whether each entry of a conflict is shown with the outcome that shows it is needed.
enum class Detail { brief, full };

/// The reasons of a verdict as a screen.
std::string why_text(const LoadedCase& loaded, const WhyResult& result,
                     const ScreenOptions& options, Detail detail = Detail::brief);

/// One conflict as a sentence that can be read aloud: `These two cannot both hold: ...`.
std::string conflict_sentence(const Case& negotiation, const ConflictSet& conflict);

} // namespace unbracket
