#include "unbracket/what_if_request.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/table.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

int compare_cases_of(const Invocation& invocation, Console& console) {
    const Result<CaseRequest> request = case_request(invocation, invocation.operands);
    if (!request) {
        return console.fail(request.problems());
    }
    if (!invocation.has("case")) {
        return console.fail({{{},
                              "there is no what-if to compare with",
                              "add --case \"LABEL: set ADDRESS=VALUE\", as often as you like"}});
    }
    const Result<WhatIfTable> table = [&] {
        const Progress progress("comparing");
        return find_what_ifs(request.value(), invocation.values("case"),
                             search_options(invocation));
    }();
    if (!table) {
        return console.fail(table.problems());
    }
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; this is what was found so far");
    }
    switch (console.format()) {
    case Format::text:
        break;
    case Format::json:
        return console.answer(what_if_json(table.value(), json_options(invocation)));
    case Format::csv:
        return console.answer(write_csv(what_if_table(table.value())));
    case Format::markdown:
        return console.answer(as_markdown(what_if_table(table.value())));
    }
    return console.answer(what_if_text(table.value(), console.screen()));
}

} // namespace

Verb what_if_verb() {
    return {
        .name = "what-if",
        .summary = "compare the case with itself under several changes",
        .description =
            "A row for each --case: the answer, how many outcomes are possible and sure, what the "
            "answer turns on and which entries changed, beside the case as it is. --set, "
            "--without, --answer and --as-of change the case as it is; each --case changes that "
            "further.\n\nA what-if is written as LABEL: STEP; STEP. Steps are set ADDRESS=VALUE, "
            "without STATEMENT, as-of DATE and answer QUESTION=ANSWER, as the flags of these "
            "names; role PARTY=ROLE (several joined by +), where a party that signs is required "
            "and one that does not is not; open ISSUE: nobody is known to rate it; leave-out "
            "ISSUE: its status quo stays, or it is open where the file names none; sign "
            "DOCUMENT,DOCUMENT: the issues of all other documents are left out; layer FILE: "
            "another file on top, with a further point, say.",
        .operands = {case_operand()},
        .flags = joined({{{.name = "case",
                           .value = "WHAT-IF",
                           .help = "one what-if, as \"LABEL: STEP; STEP\"",
                           .kind = ValueKind::text,
                           .occurs = Occurs::repeatedly}},
                         case_flags(),
                         search_flags(),
                         {exact_flag()},
                         answer_flags({"text", "json", "csv", "md"}),
                         general_flags()}),
        .examples = {{"unbracket what-if talks.toml --case \"firm: set fallback.alta=60\" --case "
                      "\"by name: without anonymous\"",
                      "two changes of entries"},
                     {"unbracket what-if talks.toml --case \"coda signs: role coda=signatory\"",
                      "an absent party at the table"},
                     {"unbracket what-if talks.toml --case \"water alone: sign water\" --case "
                      "\"open: open term\"",
                      "a part of the documents, and a point nobody knows"}},
        .run = compare_cases_of,
    };
}

} // namespace unbracket::cli
