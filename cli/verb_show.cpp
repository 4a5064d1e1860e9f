#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

Node data_of(const Case& negotiation, const Invocation& invocation) {
    const Progress progress("showing", Stopping::at_once);
    return show_json(negotiation, json_options(invocation));
}

std::string text_of(const Case& negotiation, const Console& console) {
    const Progress progress("showing", Stopping::at_once);
    const ShowDetail detail = console.is_verbose() ? ShowDetail::full : ShowDetail::compact;
    return show_text(negotiation, console.screen(), detail);
}

int show_case(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    return console.format() == Format::json ? console.answer(data_of(negotiation, invocation))
                                            : console.answer(text_of(negotiation, console));
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
        .flags = joined({case_flags(), {exact_flag()}, answer_flags(), general_flags()}),
        .examples = {{"unbracket show talks.toml | less", "the whole case"},
                     {"unbracket show talks.toml --as-of 2026-02-01", "as it stood on a day"}},
        .run = show_case,
    };
}

} // namespace unbracket::cli
