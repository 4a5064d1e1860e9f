#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

int show_steps(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const StepsResult result = [&] {
        const Progress progress("ordering");
        return find_steps(loaded.value(), search_options(invocation));
    }();
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; this is what was found so far");
    }
    return console.format() == Format::json
               ? console.answer(steps_json(loaded.value(), result, json_options(invocation)))
               : console.answer(steps_text(loaded.value(), result, console.screen()));
}

} // namespace

Verb steps_verb() {
    return {
        .name = "steps",
        .summary = "who is to go first: whether it fits together, and at what risk",
        .description =
            "Demands that something be done before something else ([[step]]): whether one order "
            "keeps them all, and if none does, which of them collide and who says so; whether an "
            "agreement exists that keeps them, for each kind of agreement that a step names (a "
            "truce, a settlement); and for each step what every party has if the first part is "
            "carried out and nothing follows.\n\nA step is no limit of anybody, and check does "
            "not use it. What comes first is measured with all other issues at their status quo; "
            "where the file names none, any option may hold, and the ranges say so.",
        .operands = {case_operand()},
        .flags =
            joined({case_flags(), search_flags(), {exact_flag()}, answer_flags(), general_flags()}),
        .examples = {{"unbracket steps talks.toml", "the orders demanded, and what they cost"},
                     {"unbracket steps talks.toml --as-of 2026-02-15", "those known by that day"},
                     {"unbracket steps talks.toml --view public --format json",
                      "as data, of what everybody sees"}},
        .run = show_steps,
    };
}

} // namespace unbracket::cli
