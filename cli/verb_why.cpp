#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

int explain_case(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const WhyResult result = [&] {
        const Progress progress("looking for reasons");
        return why(loaded.value(),
                   {.search = search_options(invocation), .wants_all = invocation.has("all")});
    }();
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; this is what was found so far");
    }
    if (console.format() == Format::json) {
        return console.answer(why_json(loaded.value(), result, json_options(invocation)));
    }
    const Detail detail = invocation.has("outcomes") ? Detail::full : Detail::brief;
    return console.answer(why_text(loaded.value(), result, console.screen(), detail));
}

} // namespace

Verb why_verb() {
    return {
        .name = "why",
        .summary = "tell which entries cannot all hold",
        .description =
            "Minimal conflict sets: red lines, limits, no-agreement values, rules and norms that "
            "cannot all hold while every other one is left out, and such that the rest can as soon "
            "as one goes. With ranges both questions are answered: why no outcome is possible, and "
            "why none is sure. Then the issues with their part in the conflicts.",
        .operands = {case_operand()},
        .flags = joined({{{.name = "all", .help = "every minimal conflict, not just one"},
                          {.name = "outcomes",
                           .help = "for each entry an outcome that shows the conflict needs it"}},
                         case_flags(),
                         search_flags(),
                         {exact_flag()},
                         answer_flags(),
                         general_flags()}),
        .examples = {{"unbracket why talks.toml", "one conflict"},
                     {"unbracket why talks.toml --all --format json", "all of them, as data"}},
        .run = explain_case,
    };
}

} // namespace unbracket::cli
