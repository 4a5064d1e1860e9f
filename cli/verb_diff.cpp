#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "cli/verbs.hpp"

#include <utility>

namespace unbracket::cli {

namespace {

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
    Result<LoadedCase> loaded = opened(request.value());
    if (loaded) {
        tell_reading(invocation, {file}, loaded.value().negotiation.summary);
    }
    return loaded;
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

/// Whether an operand can only be a draft: no file, and no name of one.
bool means_a_draft(const std::string& operand) {
    return !is_there(operand) && operand.find_first_of("./\\") == std::string::npos;
}

int diff_some_drafts(const Invocation& invocation, Console& console) {
    std::vector<std::string> files = invocation.operands;
    std::vector<std::string> ids;
    while (files.size() > 1 && (ids.size() < 2 || means_a_draft(files.back()))) {
        ids.insert(ids.begin(), files.back());
        files.pop_back();
    }
    const Result<LoadedCase> loaded = opened(invocation, std::move(files));
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    const Result<std::vector<DraftId>> drafts = drafts_named(negotiation, ids);
    if (!drafts) {
        return console.fail(drafts.problems());
    }
    const ComparedDrafts compared = [&] {
        const Progress progress("comparing", Stopping::at_once);
        return compare_drafts(negotiation, appraise(negotiation), drafts.value());
    }();
    switch (console.format()) {
    case Format::text:
        break;
    case Format::json:
        return console.answer(diff_json(negotiation, compared, json_options(invocation)));
    case Format::csv:
        return console.answer(write_csv(diff_table(negotiation, compared)));
    case Format::markdown:
        return console.answer(as_markdown(diff_table(negotiation, compared)));
    }
    return console.answer(diff_text(negotiation, compared, console.screen()));
}

int diff_something(const Invocation& invocation, Console& console) {
    return invocation.operands.size() > 2 ? diff_some_drafts(invocation, console)
                                          : diff_two_cases(invocation, console);
}

} // namespace

Verb diff_verb() {
    return {
        .name = "diff",
        .summary = "compare drafts, two files or two dates",
        .description =
            "With two operands: what changed between two case files, or between two dates of one "
            "(CASE@DATE CASE@DATE): the answer, entries, statements, drafts, questions.\n\nWith "
            "more: the last two, and those before them that are no files, are drafts of the case "
            "before them; each is compared with the next point by point, with what each party "
            "gains "
            "or loses in its own points. Then which of them the agreement rule accepts, and which "
            "is better than another for one and worse for nobody. --format csv or md gives a "
            "table.\n\nWhat --set, --without, --answer and --as-of say is done to both sides.",
        .operands = {{.name = "CASE", .help = "a case file, or - for standard input"},
                     {.name = "OTHER",
                      .help = "another case file, or two or more drafts of the case",
                      .at_least = 1,
                      .at_most = 0}},
        .flags = joined({case_flags(),
                         {exact_flag()},
                         answer_flags({"text", "json", "csv", "md"}),
                         general_flags()}),
        .examples = {{"unbracket diff talks.toml first second", "two drafts"},
                     {"unbracket diff talks.toml first second third", "each with the next"},
                     {"unbracket diff monday.toml friday.toml", "two files"},
                     {"unbracket diff talks.toml@2026-02-01 talks.toml@2026-03-01", "two dates"}},
        .run = diff_something,
    };
}

} // namespace unbracket::cli
