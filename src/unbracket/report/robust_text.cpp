#include "unbracket/report/robust_text.hpp"

#include "unbracket/report/phrase.hpp"
#include "unbracket/report/robust_sections.hpp"
#include "unbracket/report/share_text.hpp"
#include "unbracket/robust/answer_facts.hpp"

#include <algorithm>

namespace unbracket {

namespace {

std::string exact_answer(VerdictKind verdict) {
    switch (verdict) {
    case VerdictKind::agreement:
        return "Exactly: some combination is acceptable in every reading (see check).";
    case VerdictKind::no_agreement:
        return "Exactly: no combination is acceptable in any reading (see why).";
    case VerdictKind::depends:
        return "Exactly: not settled by this file; some combination is acceptable in some reading, "
               "none in every reading (see check).";
    case VerdictKind::undecided:
    case VerdictKind::contradiction:
        break;
    }
    return "The exact answer over all readings was not decided within the budget.";
}

void put_answer(const Case& negotiation, const RobustResult& result, Page& page) {
    const SampleTally& tally = result.tally;
    page.heading("ANSWER");
    if (!result.has_several_readings) {
        page.line("Every number of this file is single, so there is one reading only; a sample "
                  "says no more than check.");
    }
    if (tally.readings == 0) {
        page.line("No reading was drawn.");
        return;
    }
    page.line("In " + share_text(wilson_range(tally.agreement, tally.readings)) +
              " of sampled readings some combination is acceptable to " +
              party_names(negotiation, negotiation.agreement.required) + ".");
    if (tally.undecided > 0) {
        page.line("In " + share_text(tally.undecided, tally.readings) +
                  " this was not decided within the budget; allow a longer search: --nodes N.");
    }
    page.line(exact_answer(result.verdict));
}

/// What the sample makes of binding judgements and orders between weights.
void put_judged(const Case& negotiation, const RobustResult& result, Page& page) {
    if (!result.judged.empty()) {
        page.line("Readings that go against binding judgements or orders between weights of " +
                  party_names(negotiation, result.judged) + " are drawn anew.");
    }
    if (!result.unjudged.empty()) {
        page.line("Binding judgements and orders between weights of " +
                  party_names(negotiation, result.unjudged) +
                  " are not used in this sample: hardly any reading drawn would keep them.");
    }
    const LeftOut left_out = find_left_out(negotiation, result.appraisal);
    if (left_out.judgements || left_out.weight_orders) {
        page.line("What binds readings together but is said of drafts that are partly open is not "
                  "used.");
    }
}

void put_sample(const Case& negotiation, const RobustResult& result, Page& page) {
    const SampleTally& tally = result.tally;
    page.heading("SAMPLE");
    page.line(count_text(tally.readings) + " readings, seed " + std::to_string(result.seed) +
              ", each decided exactly. Weights are drawn so that their shares of the whole are "
              "uniform, other numbers uniformly in their ranges. In brackets: Wilson's 95 % "
              "interval. These are shares of sampled readings under these entries, and no chance "
              "of an agreement.");
    if (tally.lost > 0) {
        page.line(count_text(tally.lost) + " draws were given up and are not counted.");
    }
    if (result.unknown_options > 0) {
        page.line(counted(result.unknown_options, "unknown option is", "unknown options are") +
                  " drawn from 0 to 100 and never taken as red lines.");
    }
    if (!result.doubtful.empty()) {
        page.line("Taken to seek an agreement, though doubtful: " +
                  party_names(negotiation, result.doubtful) + ".");
    }
    if (!negotiation.alternatives.empty()) {
        page.line(
            "Questions that the file leaves open stand as it has them, and the shares hold only "
            "so: --answer QUESTION=ANSWER draws under another answer, and check shows the "
            "verdict under each.");
    }
    put_judged(negotiation, result, page);
}

std::string regime_row(const std::optional<SampleTally>& tally) {
    return tally ? share_text(wilson_range(tally->agreement, tally->readings))
                 : "nothing to leave out";
}

void put_regimes(const Case& negotiation, const RobustResult& result, Page& page) {
    const RegimeShares& regimes = result.regimes;
    const auto& [invented, unknown, has_statements] = regimes.unsupported;
    page.heading("REGIMES");
    if (invented.empty() && unknown.empty()) {
        return;
    }
    page.line("Share of sampled readings with an agreement, by what the file's own additions are "
              "worth:");
    std::vector<std::vector<std::string>> rows = {
        {"the file as it stands", regime_row(result.tally)},
        {"without options that no statement stands behind (" + std::to_string(invented.size()) +
             ")",
         regime_row(regimes.without_invented)},
        {"without points of which nothing is known (" + std::to_string(unknown.size()) + ")",
         regime_row(regimes.without_unknown)}};
    if (regimes.without_both) {
        rows.push_back({"without both", regime_row(regimes.without_both)});
    }
    page.table(rows);
    std::vector<std::string> names;
    for (const auto& [issue, option] : invented) {
        const Issue& where = negotiation.issue(issue);
        names.push_back("\"" + option_name(where, option) + "\" (" + issue_name(where) + ")");
    }
    if (!names.empty()) {
        page.line("No statement stands behind: " + listed_apart(names, page.most(6)) + ".");
    }
}

std::string voice_name(const Case& negotiation, const LeftOutVoice& voice) {
    const std::string party = voice.party ? negotiation.party(*voice.party).name : "";
    switch (voice.kind) {
    case VoiceKind::voice:
        return (voice.statements.size() > 1 ? "one voice: " : "statement ") +
               listed(voice.statements, 3);
    case VoiceKind::statement:
        return "statement " + voice.name + " alone";
    case VoiceKind::source:
        return "source " + voice.name;
    case VoiceKind::speaker:
        return "all that is said for " + party;
    case VoiceKind::anonymous:
        return "all anonymous statements";
    case VoiceKind::others_about:
        return "what others say about " + party;
    case VoiceKind::own_strength:
        break;
    }
    return "what " + party + " says of its own strength";
}

void put_voices(const Case& negotiation, const RobustResult& result, Page& page) {
    page.heading("VOICES");
    if (result.voices.empty()) {
        return;
    }
    std::vector<std::vector<std::string>> rows = {
        {"left out", "entries", "then", "with an agreement"}};
    std::size_t same = 0;
    for (const LeftOutVoice& voice : result.voices) {
        const bool is_asked_for = voice.kind == VoiceKind::speaker; // so that no party is missing
        if (!is_asked_for && voice.entries == 0 && voice.problem.empty() &&
            voice.verdict == result.verdict) {
            ++same;
            continue;
        }
        rows.push_back({voice_name(negotiation, voice), std::to_string(voice.entries),
                        voice.verdict ? verdict_words(*voice.verdict) : "no valid case",
                        voice.readings > 0 ? share_text(voice.agreement, voice.readings) : "-"});
    }
    if (rows.size() > 1) {
        page.line("The answer with one voice, statement, source or class of statements left out, "
                  "and all that rests on it alone:");
        page.table(rows);
    }
    if (same > 0) {
        page.line("No entry rests on " +
                  counted(same, "other voice, statement, source or class",
                          "other voices, statements, sources and classes") +
                  " alone.");
    }
}

} // namespace

std::string robust_text(const LoadedCase& loaded, const RobustResult& result,
                        const ScreenOptions& options) {
    const Case& negotiation = loaded.negotiation;
    Page page(options);
    page.title(case_heading(negotiation));
    put_answer(negotiation, result, page);
    put_sample(negotiation, result, page);
    screen::put_outcomes(negotiation, result, page);
    screen::put_drafts(negotiation, result, page);
    screen::put_blocks(negotiation, result, page);
    screen::put_options(negotiation, result, page);
    screen::put_hinges(negotiation, result, page);
    screen::put_swings(negotiation, result, page);
    screen::put_pairs(negotiation, result, page);
    put_regimes(negotiation, result, page);
    put_voices(negotiation, result, page);
    screen::put_questions(negotiation, result, page);
    return page.text();
}

} // namespace unbracket
