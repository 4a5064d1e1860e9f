#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

Result<BridgesOptions> bridge_options(const Invocation& invocation, const Case& negotiation) {
    BridgesOptions options;
    options.search = search_options(invocation);
    options.list_nodes = invocation.count("nodes").value_or(options.list_nodes);
    if (const auto id = invocation.value("curve")) {
        const Result<PartyId> party = curve_party_named(negotiation, *id);
        if (!party) {
            return party.problems();
        }
        options.curve_of = party.value();
        options.curve_steps = invocation.count("steps").value_or(options.curve_steps);
    }
    options.sums = invocation.has("sum-points") ? PointSums::wanted : PointSums::left_out;
    return options;
}

int bridge_case(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Result<BridgesOptions> options = bridge_options(invocation, loaded.value().negotiation);
    if (!options) {
        return console.fail(options.problems());
    }
    const BridgesResult result = [&] {
        const Progress progress("looking for movements");
        return find_all_bridges(loaded.value(), options.value());
    }();
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; this is what was found so far");
    }
    return console.format() == Format::json
               ? console.answer(bridge_json(loaded.value(), result, json_options(invocation)))
               : console.answer(bridge_text(loaded.value(), result, console.screen()));
}

} // namespace

Verb bridge_verb() {
    return {
        .name = "bridge",
        .summary = "list movements that would open an agreement",
        .description =
            "Movements are limits and rules opened, and points that a party accepts less than it "
            "has without agreement. The least ones are listed, side by side and unranked, up to "
            "24, or as far as 20 million nodes go (--nodes), with the outcome each opens; then "
            "what each party alone would have to bear, and what every limit rules out. Norms "
            "never move, and nobody's no-agreement value is changed.",
        .operands = {case_operand()},
        .flags = joined({{{.name = "curve",
                           .value = "PARTY",
                           .help = "how the others fare at best at each gain of this party",
                           .kind = ValueKind::text},
                          {.name = "steps",
                           .value = "COUNT",
                           .help = "steps of that curve to look for (default: 12)",
                           .kind = ValueKind::count,
                           .least = 2},
                          {.name = "sum-points",
                           .help = "also the smallest total of points, added over the parties"}},
                         case_flags(),
                         search_flags(),
                         {exact_flag()},
                         answer_flags(),
                         general_flags()}),
        .examples = {{"unbracket bridge talks.toml", "all least movements"},
                     {"unbracket bridge talks.toml --curve bera", "what is left to the others"},
                     {"unbracket bridge talks.toml --sum-points", "as if points were one unit"}},
        .run = bridge_case,
    };
}

} // namespace unbracket::cli
