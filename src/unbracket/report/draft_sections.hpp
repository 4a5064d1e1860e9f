#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/score.hpp"

#include <string>

// What a draft says and how it stands, section by section: for every screen about drafts.

namespace unbracket::screen {

/// Whether the statements under an entry are shown with it.
enum class Sources { left_out, shown };

/// How a text stands with one party, or with the agreement rule: `accepted in no reading`.
std::string acceptance_words(Acceptance acceptance);

void put_draft_title(const Draft& draft, const Case& negotiation, Page& page);
void put_draft_answer(const DraftScore& score, Page& page);
/// What is settled, and what is left open.
void put_draft_content(const Case& negotiation, const Draft& draft, Page& page);
/// Rules and norms that the text breaks.
void put_plan(const Case& negotiation, const DraftScore& score, Sources sources, Page& page);
void put_draft_parties(const Case& negotiation, const DraftScore& score, Sources sources,
                       Page& page);

} // namespace unbracket::screen
