#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

/// Those asked for; without any, all that exist at the date of the case, in the order of the file.
std::vector<std::string> wanted_drafts(const Invocation& invocation, const Case& negotiation) {
    std::vector<std::string> ids = invocation.values("draft");
    if (ids.empty()) {
        for (const Draft& draft : negotiation.drafts) {
            if (draft.exists) {
                ids.push_back(draft.key);
            }
        }
    }
    return ids;
}

Diagnostic nothing_to_measure(const Case& negotiation) {
    const std::string day = negotiation.as_of ? to_iso(*negotiation.as_of) : std::string();
    return {{},
            "the case has no drafts to measure" + (day.empty() ? day : " as of " + day),
            "write one as draft.ID.set.ISSUE = \"OPTION\"" +
                (day.empty() ? day : ", or look at a later day with --as-of")};
}

int compare_scores(const Invocation& invocation, const Case& negotiation,
                   const std::vector<std::string>& ids, Console& console) {
    const Result<std::vector<DraftId>> drafts = drafts_named(negotiation, ids);
    if (!drafts) {
        return console.fail(drafts.problems());
    }
    const ComparedDrafts compared = [&] {
        const Progress progress("measuring", Stopping::at_once);
        return compare_drafts(negotiation, appraise(negotiation), drafts.value());
    }();
    return console.format() == Format::json
               ? console.answer(score_json(negotiation, compared, json_options(invocation)))
               : console.answer(score_text(negotiation, compared, console.screen()));
}

int score_case(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened(invocation);
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const std::vector<std::string> drafts = wanted_drafts(invocation, loaded.value().negotiation);
    if (drafts.empty()) {
        return console.fail({nothing_to_measure(loaded.value().negotiation)});
    }
    if (drafts.size() > 1) {
        return compare_scores(invocation, loaded.value().negotiation, drafts, console);
    }
    const Result<DraftScore> scored = [&] {
        const Progress progress("measuring", Stopping::at_once);
        return score(loaded.value(), drafts.front());
    }();
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
        .summary = "measure drafts for each party",
        .description = "Whether each party accepts the text, what it has above its no-agreement "
                       "value, and what stands in the way. Several drafts stand side by side, "
                       "with those that are better than another for one and worse for nobody. "
                       "Without --draft all drafts of the case are measured.",
        .operands = {case_operand()},
        .flags = joined({{draft_flag(Occurs::repeatedly)},
                         case_flags(),
                         {exact_flag()},
                         answer_flags(),
                         general_flags()}),
        .examples = {{"unbracket score talks.toml", "all drafts of the case"},
                     {"unbracket score talks.toml --draft second", "one draft"},
                     {"unbracket score talks.toml --draft first --draft second",
                      "two, side by side"}},
        .run = score_case,
    };
}

} // namespace unbracket::cli
