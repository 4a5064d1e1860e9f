#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/table.hpp"
#include "cli/verbs.hpp"

#include <filesystem>
#include <utility>

namespace unbracket::cli {

namespace {

int diff_two_drafts(const Invocation& invocation, Console& console) {
    std::vector<std::string> files = invocation.operands;
    const std::string after = files.back();
    files.pop_back();
    const std::string before = files.back();
    files.pop_back();
    const Result<LoadedCase> loaded = opened(invocation, std::move(files));
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    Diagnostics problems;
    std::vector<DraftId> drafts;
    for (const std::string& id : {before, after}) {
        const Result<DraftId> found = draft_named(negotiation, id);
        problems.insert(problems.end(), found.problems().begin(), found.problems().end());
        drafts.push_back(found ? found.value() : DraftId());
    }
    if (!problems.empty()) {
        return console.fail(problems);
    }
    const DraftDiff diff = diff_drafts(negotiation, appraise(negotiation), drafts[0], drafts[1]);
    switch (console.format()) {
    case Format::text:
        break;
    case Format::json:
        return console.answer(diff_json(negotiation, diff, json_options(invocation)));
    case Format::csv:
        return console.answer(as_csv(diff_table(negotiation, diff)));
    case Format::markdown:
        return console.answer(as_markdown(diff_table(negotiation, diff)));
    }
    return console.answer(diff_text(negotiation, diff, console.screen()));
}

bool is_there(const std::string& file) {
    std::error_code unknown;
    return file == "-" || std::filesystem::exists(file, unknown);
}

/// Whether what stands behind that @ is no part of a file's name.
bool means_a_date(const std::string& operand, std::size_t at) {
    const bool is_all_digits =
        operand.find_first_not_of("0123456789-", at + 1) == std::string::npos;
    return !is_there(operand) && (is_all_digits || is_there(operand.substr(0, at)));
}

/// `talks.toml@2026-02-01`: a file as known on a day.
Result<LoadedCase> opened_at_date(const Invocation& invocation, const std::string& operand) {
    const std::size_t at = operand.rfind('@');
    const auto date = at == std::string::npos ? std::nullopt : parse_date(operand.substr(at + 1));
    const std::string file = date ? operand.substr(0, at) : operand;
    if (at != std::string::npos && !date && means_a_date(operand, at)) {
        const std::string name = operand.substr(0, at);
        return Diagnostic{{name, 0, 0},
                          "`" + operand.substr(at + 1) + "` is not a date",
                          "write it as " + name + "@2026-03-01"};
    }
    Result<CaseRequest> request = case_request(invocation, {file});
    if (!request) {
        return request.problems();
    }
    if (date) {
        request.value().as_of = date;
    }
    return opened(request.value());
}

CaseDiff run_diff(const Invocation& invocation, const LoadedCase& before, const LoadedCase& after) {
    const Progress progress("comparing");
    return diff_cases(before, after, search_options(invocation));
}

int diff_two_cases(const Invocation& invocation, Console& console) {
    if (console.format() == Format::csv || console.format() == Format::markdown) {
        return console.fail({{{},
                              "--format csv and md are for two drafts of one case",
                              "use text or json for two files or dates"}});
    }
    if (invocation.operands[0] == "-" && invocation.operands[1] == "-") {
        return console.fail({twice_standard_input()});
    }
    const Result<LoadedCase> before = opened_at_date(invocation, invocation.operands[0]);
    const Result<LoadedCase> after = opened_at_date(invocation, invocation.operands[1]);
    Diagnostics problems = before.problems();
    problems.insert(problems.end(), after.problems().begin(), after.problems().end());
    if (!problems.empty()) {
        return console.fail(problems);
    }
    const CaseDiff diff = run_diff(invocation, before.value(), after.value());
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; an answer may be undecided for that reason alone");
    }
    const CasePair cases{before.value().negotiation, after.value().negotiation,
                         invocation.operands[0], invocation.operands[1]};
    return console.format() == Format::json
               ? console.answer(diff_json(cases, diff, json_options(invocation)))
               : console.answer(diff_text(cases, diff, console.screen()));
}

int diff_something(const Invocation& invocation, Console& console) {
    return invocation.operands.size() > 2 ? diff_two_drafts(invocation, console)
                                          : diff_two_cases(invocation, console);
}

} // namespace

Verb diff_verb() {
    return {
        .name = "diff",
        .summary = "compare two drafts, two files or two dates",
        .description =
            "With two operands: what changed between two case files, or between two dates of one "
            "(CASE@DATE CASE@DATE): the answer, entries, statements, drafts, questions.\n\nWith "
            "more: the last two are drafts of the case before them, compared point by point, with "
            "what each party gains or loses in its own points; --format csv or md gives a table.",
        .operands = {{.name = "CASE", .help = "a case file, or - for standard input"},
                     {.name = "OTHER",
                      .help = "another case file, or two drafts of the case",
                      .at_least = 1,
                      .at_most = 0}},
        .flags = joined({case_flags(),
                         {exact_flag()},
                         answer_flags({"text", "json", "csv", "md"}),
                         general_flags()}),
        .examples = {{"unbracket diff talks.toml first second", "two drafts"},
                     {"unbracket diff monday.toml friday.toml", "two files"},
                     {"unbracket diff talks.toml@2026-02-01 talks.toml@2026-03-01", "two dates"}},
        .run = diff_something,
    };
}

} // namespace unbracket::cli
