#include "unbracket/report/check_text.hpp"

#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/formalities_text.hpp"

namespace unbracket {

std::string check_text(const LoadedCase& loaded, const CheckResult& result,
                       const ScreenOptions& options) {
    const screen::Checked checked{loaded.negotiation, result, options.lists};
    Page page(options);
    screen::put_title(checked, page);
    screen::put_answer(checked, page);
    if (result.scope == CheckScope::whole) {
        screen::put_turns_on(checked, page);
        screen::put_signings(checked, page);
        screen::put_rests_on(checked, page);
        screen::put_numbers(checked, page);
    }
    screen::put_heard(checked, page);
    screen::put_proof(checked, page);
    screen::put_next(checked, page);
    const Outcome* shown = result.shown_outcome();
    put_formalities(
        loaded.negotiation,
        formalities_of(loaded.negotiation, shown ? std::optional(*shown) : std::nullopt), page);
    screen::put_notes(checked, page);
    if (result.scope == CheckScope::verdict_only) {
        page.paragraph(
            "Only the verdict was asked for. What it turns on and rests on, and how many "
            "combinations suit, was not looked at.");
    }
    page.paragraph(
        "More: why, bridge, robust, frontier, what-if, timeline, trace, show, lint, score; "
        "every figure: --format json");
    return page.text();
}

} // namespace unbracket
