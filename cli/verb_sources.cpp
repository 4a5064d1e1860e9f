#include "unbracket/statement_csv.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

#include <array>

namespace unbracket::cli {

namespace {

constexpr std::array orders = {LedgerOrder::voice, LedgerOrder::speaker, LedgerOrder::source,
                               LedgerOrder::date, LedgerOrder::attribution};

std::vector<std::string> order_names() {
    std::vector<std::string> names;
    for (const LedgerOrder order : orders) {
        names.emplace_back(name(order));
    }
    return names;
}

LedgerOrder chosen_order(const Invocation& invocation) {
    const std::string chosen = invocation.value("by").value_or(std::string(name(orders[0])));
    for (const LedgerOrder order : orders) {
        if (name(order) == chosen) {
            return order;
        }
    }
    return orders[0];
}

int show_sources(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    if (console.format() == Format::csv) {
        return console.answer(statements_csv(loaded.value().document, negotiation));
    }
    const LedgerOrder order = chosen_order(invocation);
    const Progress progress("reading the ledger", Stopping::at_once);
    const Ledger ledger = take_ledger(negotiation);
    if (console.format() == Format::json) {
        return console.answer(sources_json(negotiation, ledger, order, json_options(invocation)));
    }
    return console.answer(sources_text(negotiation, ledger, order, console.screen()));
}

} // namespace

Verb sources_verb() {
    return {
        .name = "sources",
        .summary = "who said what: the ledger of statements and figures",
        .description =
            "All statements that exist at the case's date, one voice counted once; which "
            "contradict "
            "or differ from each other, which were superseded, which pass on what others said; and "
            "each figure with every claim about it. What parties say in their own name, what is "
            "said without a name, experts and the narrator are kept apart. --format csv writes the "
            "statements as a table for spreadsheets, which `said add --csv` reads.",
        .operands = {case_operand()},
        .flags = joined({{{.name = "by",
                           .value = "WHAT",
                           .help = "what the statements are arranged by (default: voice)",
                           .kind = ValueKind::choice,
                           .choices = order_names()},
                          exact_flag()},
                         case_flags(),
                         answer_flags({"text", "json", "csv"}),
                         general_flags()}),
        .examples = {{"unbracket sources talks.toml", "the ledger, voice by voice"},
                     {"unbracket sources talks.toml --by date", "in order of time"},
                     {"unbracket sources talks.toml --without anonymous", "what is said by name"},
                     {"unbracket sources talks.toml --format csv -o said.csv",
                      "a table for a spreadsheet"}},
        .run = show_sources,
    };
}

} // namespace unbracket::cli
