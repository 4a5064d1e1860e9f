#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

int show_timeline(const Invocation& invocation, Console& console) {
    const Result<CaseRequest> request = case_request(invocation, invocation.operands);
    if (!request) {
        return console.fail(request.problems());
    }
    const Result<Timeline> timeline = [&] {
        const Progress progress("reading each date");
        return find_timeline(request.value(), search_options(invocation));
    }();
    if (!timeline) {
        return console.fail(timeline.problems());
    }
    tell_reading(invocation, invocation.operands);
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; later dates were not decided");
    }
    if (console.format() == Format::json) {
        return console.answer(timeline_json(timeline.value(), json_options(invocation)));
    }
    if (invocation.value("output").value_or("").ends_with(".svg")) {
        return console.put(timeline_svg(timeline.value()));
    }
    return console.answer(timeline_text(timeline.value(), console.screen()));
}

} // namespace

Verb timeline_verb() {
    return {
        .name = "timeline",
        .summary = "tell when the answer changed, and by what, date by date",
        .description =
            "Meetings, drafts, statements, dated entries, levers and deadlines in order of date, "
            "and the answer with what it turns on after each date. Each date is read as if nothing "
            "later existed; where a date leaves all values as they were, the answer is kept "
            "without a new search. What has no date stands apart; what holds without it is the row "
            "`before`.\n\nTREND shows, for each party and in its own points, what it has without "
            "agreement and by how much the best agreement that the others accept is worth more; "
            "levers with points move these figures beside the values as entered, and no verdict "
            "uses them.\n\nDates behind the date that "
            "the file gives itself (`as_of`) are marked: they were entered ahead. With --as-of DAY "
            "the timeline ends on that day; plans and dues known by then stay.\n\nA file name "
            "that ends in .svg gets a drawing.",
        .operands = {case_operand()},
        .flags =
            joined({case_flags(), search_flags(), {exact_flag()}, answer_flags(), general_flags()}),
        .examples = {{"unbracket timeline talks.toml", "the course of the talks, and the answer"},
                     {"unbracket timeline talks.toml --as-of 2026-02-15", "up to that day"},
                     {"unbracket timeline talks.toml --without anonymous -v",
                      "every statement, none without a name"},
                     {"unbracket timeline talks.toml -o timeline.svg", "a drawing"}},
        .run = show_timeline,
        .draws = true,
    };
}

} // namespace unbracket::cli
