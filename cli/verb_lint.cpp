#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

int lint_case(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    const Progress progress("looking for gaps", Stopping::at_once);
    const LintResult result = lint(negotiation);
    if (console.format() == Format::json) {
        return console.answer(lint_json(negotiation, result));
    }
    const LintDetail detail = console.is_verbose() ? LintDetail::full : LintDetail::summary;
    return console.answer(lint_text(negotiation, result, console.screen(), detail));
}

} // namespace

Verb lint_verb() {
    return {
        .name = "lint",
        .summary = "name what a case lacks, contradicts or treats unequally",
        .description =
            "Errors, each with file, line and how to mend it (exit code 2); for a case without "
            "errors: missing weights, stances and no-agreement values, contradictions, entries "
            "that no statement stands under and statements that stand under nothing, what is "
            "recorded but not used, and the hard limits of each party side by side.",
        .operands = {case_operand()},
        .flags = joined({case_flags(), answer_flags(), general_flags()}),
        .examples = {{"unbracket lint talks.toml", "a summary"},
                     {"unbracket lint talks.toml -v", "with every entry that nobody said"}},
        .run = lint_case,
    };
}

} // namespace unbracket::cli
