#pragma once

#include "unbracket/report/page.hpp"
#include "unbracket/robust/robust.hpp"

#include <string>

// Sections of the screen of `robust`, from top to bottom in robust_text.cpp.

namespace unbracket::screen {

/// Shares of the sample: outcomes, drafts, who blocks, options.
void put_outcomes(const Case& negotiation, const RobustResult& result, Page& page);
void put_drafts(const Case& negotiation, const RobustResult& result, Page& page);
void put_blocks(const Case& negotiation, const RobustResult& result, Page& page);
void put_options(const Case& negotiation, const RobustResult& result, Page& page);

/// What moves them: hinges, swings, pairs, questions.
void put_hinges(const Case& negotiation, const RobustResult& result, Page& page);
void put_swings(const Case& negotiation, const RobustResult& result, Page& page);
void put_pairs(const Case& negotiation, const RobustResult& result, Page& page);
void put_questions(const Case& negotiation, const RobustResult& result, Page& page);

/// Numbers of a list that is ranked by what is shown: rows that look the same share one number.
std::vector<std::string> ranks(const std::vector<std::string>& shown);

} // namespace unbracket::screen
