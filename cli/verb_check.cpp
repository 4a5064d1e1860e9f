#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

int code_of(VerdictKind verdict) {
    switch (verdict) {
    case VerdictKind::agreement:
        return answered;
    case VerdictKind::no_agreement:
        return 10;
    case VerdictKind::depends:
        return 11;
    case VerdictKind::undecided:
        return 12;
    case VerdictKind::contradiction:
        return 13;
    }
    return failed;
}

std::string milliseconds(double seconds) {
    const auto tenths = static_cast<long long>(seconds * 10000 + 0.5);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " ms";
}

CheckResult run_check(const Invocation& invocation, const LoadedCase& loaded) {
    const Progress progress("checking");
    CheckOptions options;
    options.search = search_options(invocation);
    if (invocation.has("verdict-only")) {
        options.scope = CheckScope::verdict_only;
    }
    return check(loaded, options);
}

int check_case(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const CheckResult result = run_check(invocation, loaded.value());
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; this is what was proved so far");
    }
    if (const auto file = invocation.value("certificate")) {
        const std::string certificate = json_text(certificate_of(loaded.value(), result));
        if (const int code = console.save(*file, certificate); code != answered) {
            return code;
        }
    }
    const int code = invocation.has("exit-code") ? code_of(kind_of(result.verdict)) : answered;
    if (console.format() == Format::json) {
        return console.answer(check_json(loaded.value(), result, json_options(invocation)), code);
    }
    std::string text = check_text(loaded.value(), result, console.screen());
    if (invocation.has("timings")) {
        text += "Engine: " + milliseconds(result.engine_seconds) + "\n";
    }
    return console.answer(text, code);
}

} // namespace

Verb check_verb() {
    return {
        .name = "check",
        .summary = "tell whether an agreement exists, and what that turns on",
        .description =
            "The answer is agreement (some outcome is accepted in every reading of the file), no "
            "agreement (none is accepted in any reading), depends (neither), undecided (the budget "
            "ran out), or contradiction (a party's entries leave it no reading). It is proved for "
            "this file, not about the world; --certificate writes the proof for `verify`.",
        .operands = {case_operand()},
        .flags = joined({{certificate_flag(),
                          {.name = "verdict-only",
                           .help = "decide and prove, without questions, reasons and counts"},
                          {.name = "timings", .help = "also say how long the engine took"},
                          exit_code_flag()},
                         case_flags(),
                         search_flags(),
                         {exact_flag()},
                         answer_flags(),
                         general_flags()}),
        .examples = {{"unbracket check talks.toml", "the first screen"},
                     {"unbracket check talks.toml week50.toml --as-of 2026-02-20",
                      "two layers, as known on a day"},
                     {"unbracket check talks.toml --set fallback.bera=20..25 --format json",
                      "with another value for one entry, as data"}},
        .run = check_case,
    };
}

} // namespace unbracket::cli
