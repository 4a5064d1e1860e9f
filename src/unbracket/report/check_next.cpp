#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/next_question.hpp"

#include <algorithm>

namespace unbracket::screen {

void put_next(const Checked& checked, Page& page) {
    page.heading("NEXT");
    const std::vector<WordedQuestion> questions =
        next_questions(checked.negotiation, checked.result);
    const std::size_t shown = std::min(questions.size(), page.most(3));
    for (std::size_t i = 0; i < shown; ++i) {
        page.line(questions[i].text);
    }
    if (shown > 1) {
        page.line("First what changes the answer, then what it rests on; robust ranks by how far "
                  "an answer would move the share of readings.");
    }
    if (kind_of(checked.result.verdict) == VerdictKind::undecided) {
        page.line(checked.result.was_stopped ? "Run it again and let it finish."
                                             : "Allow a longer search: --nodes N.");
    }
}

} // namespace unbracket::screen
