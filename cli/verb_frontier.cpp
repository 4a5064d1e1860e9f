#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

#include <algorithm>

namespace unbracket::cli {

namespace {

FrontierOptions frontier_options(const Invocation& invocation) {
    FrontierOptions options;
    options.zone_only = invocation.has("zone");
    options.most_listed = invocation.count("list").value_or(options.most_listed);
    if (const auto nodes = invocation.count("nodes")) {
        constexpr std::uint64_t most = 1'000'000'000'000'000;
        options.comparison_budget = *nodes;
        options.cover_budget = 10 * std::min<std::uint64_t>(*nodes, most);
    }
    options.cancel = &interruption();
    return options;
}

/// `0.5%` as a share; nothing for what is no percentage from 0 to 100.
std::optional<Rational> share_of(std::string text) {
    if (!text.ends_with("%")) {
        return std::nullopt;
    }
    text.pop_back();
    const ParsedDecimal parsed = parse_decimal(text);
    const bool is_share = parsed.problem == DecimalProblem::none && parsed.value.sign() >= 0 &&
                          parsed.value <= Rational(100);
    return is_share ? std::optional(parsed.value / Rational(100)) : std::nullopt;
}

Result<SolutionOptions> solution_options(const Invocation& invocation) {
    SolutionOptions options;
    options.node_budget = invocation.count("nodes").value_or(options.node_budget);
    options.cancel = &interruption();
    options.wants_proofs = invocation.has("certificate");
    if (const auto text = invocation.value("tolerance")) {
        const auto share = share_of(*text);
        if (!share) {
            return Diagnostic{{},
                              "`" + *text + "` is no tolerance",
                              "write a percentage from 0% to 100%, such as --tolerance 0.5%"};
        }
        options.tolerance = *share;
    }
    return options;
}

bool is_drawing(const Invocation& invocation) {
    return invocation.value("output").value_or("").ends_with(".svg");
}

Diagnostics wrong_combinations(const Invocation& invocation) {
    Diagnostics problems;
    for (const std::string flag : {"samples", "seed"}) {
        if (invocation.has(flag) && !invocation.has("counts")) {
            problems.push_back({{}, "--" + flag + " has no meaning without --counts", ""});
        }
    }
    for (const std::string flag : {"counts", "adjusted-winner"}) {
        if (invocation.has(flag) && is_drawing(invocation)) {
            problems.push_back({{},
                                "a drawing has no place for what --" + flag + " finds",
                                "ask for it without -o, or write to a file that does not end in "
                                ".svg"});
        }
    }
    if (invocation.count("samples") == 0U) {
        problems.push_back({{}, "a sample needs at least one draw", "leave out --samples"});
    }
    return problems;
}

/// What stands beside the list on request.
struct Beside {
    std::optional<AcceptanceCounts> counts;
};

Result<Beside> found_beside(const Invocation& invocation, const LoadedCase& loaded) {
    Beside beside;
    if (invocation.has("counts")) {
        CountOptions options;
        options.samples = invocation.count("samples").value_or(options.samples);
        options.seed = invocation.count("seed").value_or(options.seed);
        options.cancel = &interruption();
        const Result<AcceptanceCounts> counts = count_acceptance(loaded, options);
        if (!counts) {
            return counts.problems();
        }
        beside.counts = counts.value();
    }
    return beside;
}

Node data_of(const Invocation& invocation, const Case& negotiation,
             const EfficientOutcomes& efficient, const Beside& beside) {
    const JsonOptions options = json_options(invocation);
    Node answer = frontier_json(negotiation, efficient, options);
    if (beside.counts) {
        add_member(answer, "counts", counts_json(negotiation, *beside.counts, options));
    }
    if (invocation.has("adjusted-winner")) {
        add_member(answer, "adjusted_winner",
                   adjusted_winner_json(negotiation, efficient, options));
    }
    return answer;
}

std::string sections_of(const Invocation& invocation, const Case& negotiation,
                        const EfficientOutcomes& efficient, const Beside& beside,
                        const ScreenOptions& options) {
    std::string sections;
    if (invocation.has("adjusted-winner")) {
        sections += adjusted_winner_text(negotiation, efficient, options);
    }
    if (beside.counts) {
        sections += counts_text(negotiation, *beside.counts, options);
    }
    return sections;
}

Result<EfficientOutcomes> run_frontier(const Invocation& invocation, const LoadedCase& loaded,
                                       const SolutionOptions& solving) {
    const Progress progress("looking for efficient outcomes");
    return efficient_outcomes(loaded, frontier_options(invocation), solving);
}

/// Writes the proofs of the solutions, and says which have none.
int save_certificate(const Invocation& invocation, const Case& negotiation,
                     const EfficientOutcomes& efficient, Console& console) {
    const CertificateRemark remark = remark_on_certificate(efficient);
    for (const std::string& line : wrapped(remark.text, console.screen().width)) {
        if (!line.empty()) {
            console.remark(line);
        }
    }
    if (remark.is_empty) {
        return answered;
    }
    return console.save(*invocation.value("certificate"),
                        json_text(write_optimum_certificate(negotiation, efficient)));
}

int frontier_case(const Invocation& invocation, Console& console) {
    const Diagnostics problems = wrong_combinations(invocation);
    if (!problems.empty()) {
        return console.fail(problems);
    }
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Result<SolutionOptions> solving = solution_options(invocation);
    if (!solving) {
        return console.fail(solving.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    const Result<EfficientOutcomes> found =
        run_frontier(invocation, loaded.value(), solving.value());
    if (!found) {
        return console.fail(found.problems());
    }
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; this is what was found so far");
    }
    if (invocation.has("certificate")) {
        const int code = save_certificate(invocation, negotiation, found.value(), console);
        if (code != answered) {
            return code;
        }
    }
    const Result<Beside> beside = found_beside(invocation, loaded.value());
    if (!beside) {
        return console.fail(beside.problems());
    }
    const std::optional<std::string> parties = invocation.value("plot");
    const Result<PlotColumns> columns = plot_columns(negotiation, found.value(), parties);
    if (!columns && (parties || is_drawing(invocation))) {
        return console.fail(columns.problems());
    }
    if (console.format() == Format::json) {
        return console.answer(data_of(invocation, negotiation, found.value(), beside.value()));
    }
    if (is_drawing(invocation) && !parties && found.value().table.columns.size() > 2) {
        return console.put(parallel_svg(negotiation, found.value()));
    }
    if (is_drawing(invocation)) {
        return console.put(plot_svg(negotiation, found.value(), columns.value()));
    }
    const auto plotted = columns ? std::optional(columns.value()) : std::nullopt;
    return console.answer(frontier_text(
        negotiation, found.value(), plotted, console.screen(),
        sections_of(invocation, negotiation, found.value(), beside.value(), console.screen())));
}

std::vector<Flag> frontier_flags() {
    return joined(
        {{{.name = "zone", .help = "only outcomes that the agreement rule accepts"},
          {.name = "plot",
           .value = "A,B",
           .help = "ids of the two parties to plot, across and up",
           .kind = ValueKind::text},
          {.name = "list",
           .value = "COUNT",
           .help = "outcomes to list of a complete frontier (default: 1,000)",
           .kind = ValueKind::count,
           .least = 1},
          {.name = "nodes",
           .value = "COUNT",
           .help = "budget of the list in comparisons, of each solution in nodes",
           .kind = ValueKind::count},
          {.name = "tolerance",
           .value = "PERCENT",
           .help = "a share of each party's span; solutions are proved up to that",
           .kind = ValueKind::text},
          certificate_flag(),
          {.name = "counts", .help = "also how many outcomes each set of parties accepts"},
          samples_flag(),
          seed_flag(),
          {.name = "adjusted-winner", .help = "also a division of issues between two parties"}},
         case_flags(),
         {exact_flag()},
         answer_flags(),
         general_flags()});
}

} // namespace

Verb frontier_verb() {
    return {
        .name = "frontier",
        .summary = "list the efficient outcomes, and solutions among them",
        .description =
            "All efficient outcomes, or where there are too many a list with a stated guarantee: "
            "for each one that is missing, one of the list gives no party less by more than so "
            "many points. With ranges the values are those of the central reading. Then the "
            "outcomes that rules of bargaining theory pick among those that all who are counted "
            "accept, with a remark where that is not proved.\n\nWithout --nodes the list may take "
            "60 million comparisons, 2,000 million more where it becomes one with a guarantee, and "
            "each solution 20 million nodes; --nodes N is the first and the last of these, and "
            "gives the second 10 N. Where no rule, limit or bonus ties issues together, a list "
            "needs no budget up to 50 million different totals of all parties but the one with "
            "most.\n\nA file name that ends in .svg gets a "
            "drawing: of two parties' values, or of all parties' where more than two count and "
            "--plot names none.",
        .operands = {case_operand()},
        .flags = frontier_flags(),
        .examples = {{"unbracket frontier talks.toml", "all efficient outcomes"},
                     {"unbracket frontier talks.toml --zone --format json",
                      "those that the agreement rule accepts, as data"},
                     {"unbracket frontier talks.toml --counts", "and how many suit whom"},
                     {"unbracket frontier talks.toml --tolerance 0.5%",
                      "proved up to half a percent of spans"},
                     {"unbracket frontier talks.toml --certificate best.json",
                      "and proofs, for `unbracket verify`"},
                     {"unbracket frontier talks.toml --plot alta,bera -o frontier.svg",
                      "a drawing"}},
        .run = frontier_case,
        .draws = true,
    };
}

} // namespace unbracket::cli
