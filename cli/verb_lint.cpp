#include "unbracket/unbracket.hpp"
#include "unbracket/word_list.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/problems.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

#include <algorithm>
#include <utility>

namespace unbracket::cli {

namespace {

Result<LintOptions> lint_options(const Invocation& invocation, const LayeredCase& layered) {
    LintOptions options;
    options.layer_conflicts = layered.conflicts;
    options.ageing_days = static_cast<int>(
        std::min<std::size_t>(invocation.count("older-than").value_or(180), 1'000'000));
    if (const auto file = invocation.value("words")) {
        Result<std::vector<WordAdvice>> words =
            open_word_list(loaded_words(layered.loaded.negotiation), *file);
        if (!words) {
            return words.problems();
        }
        options.words = std::move(words).value();
    }
    return options;
}

/// What is odd in files of other programs, as data and as text.
Node odd_places(const Diagnostics& oddities) {
    Node list = list_node({});
    for (const Diagnostic& oddity : oddities) {
        Node place = table_node();
        add_member(place, "where", text_node(to_string(oddity.where)));
        add_member(place, "text", text_node(oddity.what));
        list.items.push_back(std::move(place));
    }
    return list;
}

std::string odd_lines(const Diagnostics& oddities, const Console& console) {
    if (oddities.empty()) {
        return {};
    }
    Page page(console.screen());
    page.blank_line();
    page.heading("FILES");
    const std::size_t most = console.is_verbose() ? oddities.size() : 20;
    for (std::size_t i = 0; i < std::min(oddities.size(), most); ++i) {
        page.item("-", to_string(oddities[i].where) + ": " +
                           without_control_characters(oddities[i].what));
    }
    if (oddities.size() > most) {
        page.line("and " + std::to_string(oddities.size() - most) + " more; -v shows all");
    }
    return page.text();
}

int lint_case(const Invocation& invocation, Console& console) {
    const Result<LayeredCase> layered = opened_layers(invocation);
    if (!layered) {
        return console.fail(layered.problems());
    }
    const Result<LintOptions> options = lint_options(invocation, layered.value());
    if (!options) {
        return console.fail(options.problems());
    }
    const Case& negotiation = layered.value().loaded.negotiation;
    const Progress progress("looking for gaps", Stopping::at_once);
    const LintResult result = lint(negotiation, options.value());
    const bool has_scenario = holds_scenario(invocation.operands);
    // They quote the files, of which an audience may not see all.
    const Diagnostics oddities =
        invocation.has("view")
            ? Diagnostics()
            : scenario_notes(invocation.operands, scenario_options(invocation)).oddities;
    if (console.format() == Format::json) {
        Node data = lint_json(negotiation, result);
        if (has_scenario) {
            add_member(data, "files", odd_places(oddities));
        }
        return console.answer(data);
    }
    const LintDetail detail = console.is_verbose() ? LintDetail::full : LintDetail::summary;
    return console.answer(lint_text(negotiation, result, console.screen(), detail) +
                          odd_lines(oddities, console));
}

} // namespace

Verb lint_verb() {
    return {
        .name = "lint",
        .summary = "name what a case lacks, contradicts or treats unequally",
        .description =
            "Errors, each with file, line and how to mend it (exit code 2); for a case without "
            "errors: missing weights, stances and no-agreement values, contradictions, entries "
            "that no statement stands under, or only speakers without a name or for the other "
            "side, or only old ones; single numbers without a statement; statements that stand "
            "under nothing, what is recorded but not used; one limit in two forms, and the hard "
            "limits of each party side by side; words that take sides, and parties named in titles "
            "of drafts and in questions. In files of other programs (Genius and the like): weights "
            "that "
            "do not sum to 1, values that stand twice or are all worth the same, and the like.",
        .operands = {case_operand()},
        .flags = joined({{{.name = "words",
                           .value = "FILE",
                           .help = "more loaded words, or -word for fewer, one to a line",
                           .kind = ValueKind::file,
                           .is_read = true},
                          {.name = "older-than",
                           .value = "DAYS",
                           .help = "name entries whose latest statement is older (default: 180)",
                           .kind = ValueKind::count}},
                         case_flags(),
                         answer_flags(),
                         general_flags()}),
        .examples = {{"unbracket lint talks.toml", "a summary"},
                     {"unbracket lint talks.toml -v", "with every entry that nobody said"}},
        .run = lint_case,
    };
}

} // namespace unbracket::cli
