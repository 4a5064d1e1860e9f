#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

std::string draft_list(const Case& negotiation) {
    std::string list;
    for (const Draft& draft : negotiation.drafts) {
        list += (list.empty() ? "the case has: " : ", ") + draft.key;
    }
    return list.empty() ? "the case has no drafts" : list;
}

int score_case(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const std::optional<std::string> draft = invocation.value("draft");
    if (!draft) {
        return console.fail(
            {{{}, "`score` needs --draft DRAFT", draft_list(loaded.value().negotiation)}});
    }
    const Progress progress("measuring", Stopping::at_once);
    const Result<DraftScore> scored = score(loaded.value(), *draft);
    if (!scored) {
        return console.fail(scored.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    return console.format() == Format::json
               ? console.answer(score_json(negotiation, scored.value(), json_options(invocation)))
               : console.answer(score_text(negotiation, scored.value(), console.screen()));
}

} // namespace

Verb score_verb() {
    return {
        .name = "score",
        .summary = "measure a draft for each party",
        .description = "Whether each party accepts the text, what it has above its no-agreement "
                       "value, and what stands in the way.",
        .operands = {case_operand()},
        .flags = joined({{draft_flag(Occurs::once)},
                         case_flags(),
                         {exact_flag()},
                         answer_flags(),
                         general_flags()}),
        .examples = {{"unbracket score talks.toml --draft second", "one draft"}},
        .run = score_case,
    };
}

} // namespace unbracket::cli
