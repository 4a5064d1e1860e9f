#include "unbracket/report/score_text.hpp"

#include "unbracket/report/draft_sections.hpp"
#include "unbracket/report/formalities_text.hpp"

namespace unbracket {

std::string score_text(const Case& negotiation, const DraftScore& score,
                       const ScreenOptions& options) {
    Page page(options);
    if (score.draft) {
        screen::put_draft_title(negotiation.draft(*score.draft), negotiation, page);
    } else {
        page.title("One combination");
    }
    screen::put_draft_answer(score, page);
    if (score.draft) {
        screen::put_draft_content(negotiation, negotiation.draft(*score.draft), page);
    }
    screen::put_plan(negotiation, score, screen::Sources::left_out, page);
    screen::put_draft_parties(negotiation, score, screen::Sources::left_out, page);
    if (score.draft) {
        put_formalities(negotiation,
                        formalities_of(negotiation, negotiation.draft(*score.draft).content), page);
    }
    page.paragraph("Each party's points are its own; they cannot be compared or added. More: show, "
                   "diff, check");
    return page.text();
}

} // namespace unbracket
