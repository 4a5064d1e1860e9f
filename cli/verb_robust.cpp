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

RobustOptions robust_options(const Invocation& invocation, WorkMeter& meter) {
    RobustOptions options;
    options.search = search_options(invocation);
    options.sample.samples = invocation.count("samples").value_or(options.sample.samples);
    options.sample.seed = invocation.count("seed").value_or(options.sample.seed);
    options.sample.threads = options.search.threads;
    options.sample.nodes_each = invocation.count("nodes").value_or(options.sample.nodes_each);
    options.sample.cancel = options.search.cancel;
    options.sample.meter = &meter;
    return options;
}

int robust_case(const Invocation& invocation, Console& console) {
    if (invocation.count("samples") == 0U) {
        return console.fail({{{}, "a sample needs at least one draw", "leave out --samples"}});
    }
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Result<RobustResult> result = [&] {
        WorkMeter meter;
        const Progress progress("drawing readings", meter);
        return find_robust(loaded.value(), robust_options(invocation, meter));
    }();
    if (!result) {
        return console.fail(result.problems());
    }
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; this is what was found so far");
    }
    return console.format() == Format::json
               ? console.answer(
                     robust_json(loaded.value(), result.value(), json_options(invocation)))
               : console.answer(robust_text(loaded.value(), result.value(), console.screen()));
}

} // namespace

Verb robust_verb() {
    return {
        .name = "robust",
        .summary = "say in which share of sampled readings something holds",
        .description =
            "Draws readings that agree with all entries and decides each exactly: in which share "
            "of them there is an agreement, an outcome or a draft is acceptable, a party alone "
            "stands in the way. Then which entries settle the answer, which move the shares, what "
            "they owe to options nobody spoke of and to each voice, and what to ask whom. Shares "
            "are of sampled readings, never a chance of an agreement.",
        .operands = {case_operand()},
        .flags = joined({{samples_flag(), seed_flag()},
                         case_flags(),
                         search_flags(),
                         {exact_flag()},
                         answer_flags(),
                         general_flags()}),
        .examples = {{"unbracket robust talks.toml", "shares, hinges, what to ask next"},
                     {"unbracket robust talks.toml --samples 10000 --seed 7 --format json",
                      "a smaller sample, as data"}},
        .run = robust_case,
    };
}

} // namespace unbracket::cli
