#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

Diagnostics flags_without_use(const Invocation& invocation) {
    Diagnostics problems;
    for (const std::string flag : {"all", "outcomes"}) {
        if (invocation.has(flag)) {
            problems.push_back({{},
                                "--" + flag + " is about conflicts, and --draft about one text",
                                "leave one of them out"});
        }
    }
    return problems;
}

int explain_draft(const Invocation& invocation, const LoadedCase& loaded, Console& console) {
    const Result<DraftId> draft = draft_named(loaded.negotiation, *invocation.value("draft"));
    if (!draft) {
        return console.fail(draft.problems());
    }
    const DraftWhy result = [&] {
        const Progress progress("judging the draft");
        return why_draft(loaded, draft.value(), search_options(invocation));
    }();
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; this is what was found so far");
    }
    return console.format() == Format::json
               ? console.answer(
                     why_draft_json(loaded.negotiation, result, json_options(invocation)))
               : console.answer(why_draft_text(loaded.negotiation, result, console.screen()));
}

int explain_case(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    if (invocation.has("draft")) {
        const Diagnostics problems = flags_without_use(invocation);
        return problems.empty() ? explain_draft(invocation, loaded.value(), console)
                                : console.fail(problems);
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
        .summary = "tell which entries cannot all hold, or why a draft fails",
        .description =
            "Minimal conflict sets: red lines, limits, no-agreement values, rules and norms that "
            "cannot all hold while every other one is left out, and such that the rest can as soon "
            "as one goes. With ranges both questions are answered: why no outcome is possible, and "
            "why none is sure. Stances and scores always stay: where they alone rule everything "
            "out against no-agreement values, the points that are missing are told. Then the "
            "issues that conflicts are about, if they are about any.\n\nWith --draft: who accepts "
            "that text and what stands in the way, with the statements under it; what it costs "
            "each party; which changes of one issue would make it acceptable; and whether "
            "something is better for one and worse for nobody, with as few changes as can be.",
        .operands = {case_operand()},
        .flags =
            joined({{draft_flag(Occurs::once),
                     {.name = "all", .help = "every minimal conflict, however long that takes"},
                     {.name = "outcomes",
                      .help = "for each entry an outcome that shows the conflict needs it"}},
                    case_flags(),
                    search_flags(),
                    {exact_flag()},
                    answer_flags(),
                    general_flags()}),
        .examples = {{"unbracket why talks.toml", "what cannot all hold"},
                     {"unbracket why talks.toml --all --format json", "all of them, as data"},
                     {"unbracket why talks.toml --draft second", "one text, point by point"}},
        .run = explain_case,
    };
}

} // namespace unbracket::cli
