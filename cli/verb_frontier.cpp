#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

FrontierOptions frontier_options(const Invocation& invocation) {
    FrontierOptions options;
    options.zone_only = invocation.has("zone");
    options.most_listed = invocation.count("list").value_or(options.most_listed);
    options.comparison_budget = invocation.count("nodes").value_or(options.comparison_budget);
    options.cancel = &interruption();
    return options;
}

bool is_drawing(const Invocation& invocation) {
    return invocation.value("output").value_or("").ends_with(".svg");
}

int frontier_case(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    const Progress progress("looking for efficient outcomes");
    const Result<EfficientOutcomes> found =
        efficient_outcomes(loaded.value(), frontier_options(invocation));
    if (!found) {
        return console.fail(found.problems());
    }
    const std::optional<std::string> parties = invocation.value("plot");
    const Result<PlotColumns> columns = plot_columns(negotiation, found.value(), parties);
    if (!columns && (parties || is_drawing(invocation))) {
        return console.fail(columns.problems());
    }
    if (console.format() == Format::json) {
        return console.answer(frontier_json(negotiation, found.value(), json_options(invocation)));
    }
    if (is_drawing(invocation)) {
        return console.answer(plot_svg(negotiation, found.value(), columns.value()));
    }
    const auto plotted = columns ? std::optional(columns.value()) : std::nullopt;
    return console.answer(frontier_text(negotiation, found.value(), plotted, console.screen()));
}

} // namespace

Verb frontier_verb() {
    return {
        .name = "frontier",
        .summary = "list the efficient outcomes, all or with a guarantee",
        .description =
            "All efficient outcomes, or where there are too many a list with a stated guarantee: "
            "none is better for everybody by more than so many points than one of the list. With "
            "ranges the values are those of the central reading. A file name that ends in .svg "
            "gets a drawing of two parties' values.",
        .operands = {case_operand()},
        .flags = joined({{{.name = "zone", .help = "only outcomes that all who are counted accept"},
                          {.name = "plot",
                           .value = "A,B",
                           .help = "ids of the two parties to plot, across and up",
                           .kind = ValueKind::text},
                          {.name = "list",
                           .value = "COUNT",
                           .help = "outcomes to list of a complete frontier (default: 1,000)",
                           .kind = ValueKind::count},
                          {.name = "nodes",
                           .value = "COUNT",
                           .help = "comparisons before the search settles for a guarantee",
                           .kind = ValueKind::count}},
                         case_flags(),
                         {exact_flag()},
                         answer_flags(),
                         general_flags()}),
        .examples = {{"unbracket frontier talks.toml", "all efficient outcomes"},
                     {"unbracket frontier talks.toml --zone --format json",
                      "those that all accept, as data"},
                     {"unbracket frontier talks.toml --plot alta,bera -o frontier.svg",
                      "a drawing"}},
        .run = frontier_case,
    };
}

} // namespace unbracket::cli
