#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

int show_case(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    if (console.format() == Format::json) {
        return console.answer(show_json(negotiation));
    }
    const ShowDetail detail = console.is_verbose() ? ShowDetail::full : ShowDetail::compact;
    return console.answer(show_text(negotiation, console.screen(), detail));
}

} // namespace

Verb show_verb() {
    return {
        .name = "show",
        .summary = "print a case for reading",
        .description = "Parties side by side, each issue with its options and what each party "
                       "makes of them, limits, rules, drafts, open questions; -v also lists what "
                       "was said.",
        .operands = {case_operand()},
        .flags = joined({case_flags(), answer_flags(), general_flags()}),
        .examples = {{"unbracket show talks.toml | less", "the whole case"},
                     {"unbracket show talks.toml --as-of 2026-02-01", "as it stood on a day"}},
        .run = show_case,
    };
}

} // namespace unbracket::cli
