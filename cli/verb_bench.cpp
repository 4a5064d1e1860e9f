#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

int print_signature(const Invocation& invocation, Console& console) {
    if (!invocation.has("signature")) {
        return console.fail({{{},
                              "there is nothing to do",
                              "give --signature; times are measured by `make bench`"}});
    }
    return console.answer(behaviour_number(thread_count(invocation).value_or(1)) + "\n", answered);
}

} // namespace

Verb bench_verb() {
    return {
        .name = "bench",
        .summary = "print the number that tells one behaviour of the engine from another",
        .description =
            "A digest of the verdicts, outcomes, proofs and node counts of a fixed list of "
            "searches. It is the same for every compiler, number of threads and kind of build.",
        .flags = joined({{{.name = "signature", .help = "print the behaviour number"},
                          {.name = "threads",
                           .value = "N",
                           .help = "search with so many threads",
                           .kind = ValueKind::count}},
                         general_flags()}),
        .examples = {{"unbracket bench --signature", "sixteen hexadecimal digits"}},
        .run = print_signature,
        .listing = Listing::hidden,
    };
}

} // namespace unbracket::cli
