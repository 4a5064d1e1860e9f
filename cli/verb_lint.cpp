#include "unbracket/unbracket.hpp"
#include "unbracket/word_list.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

#include <algorithm>
#include <utility>

namespace unbracket::cli {

namespace {

Result<LintOptions> lint_options(const Invocation& invocation) {
    LintOptions options;
    options.ageing_days = static_cast<int>(
        std::min<std::size_t>(invocation.count("older-than").value_or(180), 1'000'000));
    if (const auto file = invocation.value("words")) {
        Result<std::vector<WordAdvice>> words = open_word_list(*file);
        if (!words) {
            return words.problems();
        }
        options.words = std::move(words).value();
    }
    return options;
}

int lint_case(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Result<LintOptions> options = lint_options(invocation);
    if (!options) {
        return console.fail(options.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    const Progress progress("looking for gaps", Stopping::at_once);
    const LintResult result = lint(negotiation, options.value());
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
            "that no statement stands under, or only speakers without a name or for the other "
            "side, or only old ones; single numbers without a statement; statements that stand "
            "under nothing, what is recorded but not used; one limit in two forms, and the hard "
            "limits of each party side by side; words that take sides, and parties named in titles "
            "of drafts and in questions.",
        .operands = {case_operand()},
        .flags = joined({{{.name = "words",
                           .value = "FILE",
                           .help = "more loaded words, or -word for fewer, one to a line",
                           .kind = ValueKind::file,
                           .is_read = true},
                          {.name = "older-than",
                           .value = "DAYS",
                           .help = "name entries whose latest statement is older (default: 180)",
                           .kind = ValueKind::count}},
                         case_flags(),
                         answer_flags(),
                         general_flags()}),
        .examples = {{"unbracket lint talks.toml", "a summary"},
                     {"unbracket lint talks.toml -v", "with every entry that nobody said"}},
        .run = lint_case,
    };
}

} // namespace unbracket::cli
