#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

#include <utility>

namespace unbracket::cli {

namespace {

Trace run_trace(const Invocation& invocation, const LoadedCase& loaded, const Traced& thing) {
    const Progress progress("tracing");
    return trace(loaded, thing, search_options(invocation));
}

int trace_thing(const Invocation& invocation, Console& console) {
    std::vector<std::string> files = invocation.operands;
    const std::string name = files.back();
    files.pop_back();
    const Result<LoadedCase> loaded = opened(invocation, std::move(files));
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    const Result<Traced> thing = traced_thing(negotiation, name);
    if (!thing) {
        return console.fail(thing.problems());
    }
    const Trace found = run_trace(invocation, loaded.value(), thing.value());
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; an answer may be undecided for that reason alone");
    }
    return console.format() == Format::json
               ? console.answer(trace_json(negotiation, found, json_options(invocation)))
               : console.answer(trace_text(negotiation, found, console.screen()));
}

} // namespace

Verb trace_verb() {
    return {
        .name = "trace",
        .summary = "where an entry comes from and what hangs on it",
        .description =
            "Of an entry: the statements under it with whose words they are, the conflicts it is "
            "part of, questions, changes and levers that set it, and the verdict with it unknown. "
            "Of a statement, a draft or an open question: what rests on it or names it. An address "
            "above several entries lists them; a name that is nothing gets the nearest ones.",
        .operands = {case_operand(),
                     {.name = "ADDRESS",
                      .help = "of an entry, or the id of a statement, a draft or a question",
                      .is_file = false}},
        .flags =
            joined({case_flags(), search_flags(), {exact_flag()}, answer_flags(), general_flags()}),
        .examples = {{"unbracket trace talks.toml fallback.alta", "an entry"},
                     {"unbracket trace talks.toml s1", "a statement"}},
        .run = trace_thing,
    };
}

} // namespace unbracket::cli
