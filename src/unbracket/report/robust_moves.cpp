#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/ask_phrase.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/report/robust_sections.hpp"
#include "unbracket/report/share_text.hpp"

#include <algorithm>
#include <utility>

// What moves the answer, exactly and in shares, and whom to ask. Questions only, never advice.

namespace unbracket::screen {

namespace {

constexpr std::size_t usual_rows = 8;

std::string hinge_text(const Case& negotiation, const Hinge& hinge) {
    std::string text = entry_with_basis(negotiation, hinge.entry) + ":";
    const std::string low = hinge.tried ? "at " + number_text(hinge.tried->low) : "if it refuses";
    const std::string high =
        hinge.tried ? "at " + number_text(hinge.tried->high) : "if it seeks an agreement";
    std::string rest;
    if (hinge.at_low) {
        rest += " " + low + " " + verdict_words(*hinge.at_low);
    }
    if (hinge.at_high) {
        rest += (rest.empty() ? " " : ", ") + high + " " + verdict_words(*hinge.at_high);
    }
    if (hinge.none_at) {
        const bool is_alone = rest.empty();
        rest += (is_alone ? " no agreement at " : ", no agreement at ") +
                number_text(*hinge.none_at) + ", inside its range" +
                (is_alone ? "; not settled at either end" : "");
    }
    return text + rest + ".";
}

std::string share_of(const ReadingCount& count) {
    return count.readings == 0 ? "no reading" : share_text(count.agreement, count.readings);
}

/// With the range, which the phrase of a fallback has already.
std::string swing_name(const Case& negotiation, const Swing& swing) {
    const std::string phrase = entry_phrase(negotiation, swing.entry);
    const bool has_range = negotiation.entry(swing.entry).kind == EntryKind::fallback;
    return has_range ? phrase : phrase + " (" + range_text(swing.range) + ")";
}

std::string end_text(const Case& negotiation, const Swings& swings, EntryId entry, bool is_high) {
    for (const Swing& swing : swings.entries) {
        if (swing.entry == entry) {
            return entry_phrase(negotiation, entry) + " at " +
                   number_text(is_high ? swing.range.high : swing.range.low);
        }
    }
    return entry_phrase(negotiation, entry);
}

std::string answer_name(const Case& negotiation, const RankedQuestion& question, const Swing* swing,
                        std::size_t at) {
    const std::string& key = question.answers[at].key;
    if (std::holds_alternative<AlternativeId>(question.about)) {
        return key;
    }
    if (key.empty()) {
        return number_text(at == 0 ? swing->range.low : swing->range.high);
    }
    if (key == "red_line") {
        return "as a red line";
    }
    // A refusal holds where the party does not want an agreement.
    const EntryKind kind = negotiation.entry(std::get<EntryId>(question.about)).kind;
    return (key == "holds") == (kind != EntryKind::intent) ? "if so" : "if not";
}

std::string answers_text(const Case& negotiation, const RankedQuestion& question,
                         const RobustResult& result) {
    std::vector<std::string> parts;
    const Swing* swing = nullptr;
    if (const auto* entry = std::get_if<EntryId>(&question.about)) {
        const auto found = std::find_if(result.swings.entries.begin(), result.swings.entries.end(),
                                        [&](const Swing& each) { return each.entry == *entry; });
        swing = found == result.swings.entries.end() ? nullptr : &*found;
    }
    for (std::size_t at = 0; at < question.answers.size(); ++at) {
        const RankedQuestion::Answer& answer = question.answers[at];
        const std::string name = answer_name(negotiation, question, swing, at);
        const std::string verdict =
            answer.verdict && *answer.verdict != VerdictKind::depends
                ? " (in every reading: " + verdict_words(*answer.verdict) + ")"
                : "";
        parts.push_back(
            name + ": " +
            (answer.problem.empty() ? share_of(answer.count) + verdict : "no valid case"));
    }
    return listed_apart(parts);
}

/// Open questions, red lines, limits and the like whose answers leave the share where it is; that
/// numbers do is no news.
std::vector<std::string> without_effect(const Case& negotiation, const RobustResult& result) {
    std::vector<std::string> names;
    for (const RankedQuestion& question : result.swings.questions) {
        const auto* entry = std::get_if<EntryId>(&question.about);
        const bool is_number = entry != nullptr && question.answers.front().key.empty();
        const bool is_answered =
            std::all_of(question.answers.begin(), question.answers.end(),
                        [](const auto& answer) { return answer.count.readings > 0; });
        if (is_number || !is_answered || question.span() > 0) {
            continue;
        }
        names.push_back(
            entry != nullptr
                ? negotiation.entry(*entry).address
                : negotiation.alternatives[as_index(std::get<AlternativeId>(question.about))].key);
    }
    return names;
}

std::uint64_t most_readings(const Swings& swings) {
    std::uint64_t most = 0;
    for (const Swing& swing : swings.entries) {
        most = std::max({most, swing.at_low.readings, swing.at_high.readings});
    }
    return most;
}

/// Entries at an end of which no reading was drawn.
std::vector<std::string> without_readings(const Case& negotiation, const RobustResult& result) {
    std::vector<std::string> names;
    for (const Swing& swing : result.swings.entries) {
        if (!result.was_stopped && (swing.at_low.readings == 0 || swing.at_high.readings == 0)) {
            names.push_back(entry_phrase(negotiation, swing.entry));
        }
    }
    return names;
}

} // namespace

void put_hinges(const Case& negotiation, const RobustResult& result, Page& page) {
    page.heading("HINGES");
    if (result.verdict != VerdictKind::depends || result.was_stopped) {
        return;
    }
    const RestsOn& hinges = result.swings.hinges;
    page.line(hinges.hinges.empty()
                  ? "No entry settles the answer by itself at any value of its own range."
                  : "Exact: entries that settle the answer by themselves.");
    for (std::size_t at = 0; at < std::min(hinges.hinges.size(), page.most(usual_rows)); ++at) {
        page.item("-", hinge_text(negotiation, hinges.hinges[at]));
    }
    if (hinges.hinges.size() > page.most(usual_rows)) {
        page.line(count_text(hinges.hinges.size() - usual_rows) + " more with -v.");
    }
    if (!hinges.is_complete) {
        page.line("The list stopped at its budget and may not be complete.");
    }
}

void put_swings(const Case& negotiation, const RobustResult& result, Page& page) {
    page.heading("SWINGS");
    std::vector<std::vector<std::string>> rows = {{"", "entry", "at its low end", "high end"}};
    std::vector<std::string> shown;
    for (const Swing& swing : result.swings.entries) {
        shown.push_back(percent_text(swing.span()));
    }
    const std::vector<std::string> numbers = ranks(shown);
    for (std::size_t at = 0; at < std::min(shown.size(), page.most(usual_rows)); ++at) {
        const Swing& swing = result.swings.entries[at];
        if (swing.span() > 0) {
            rows.push_back({numbers[at], swing_name(negotiation, swing), share_of(swing.at_low),
                            share_of(swing.at_high)});
        }
    }
    if (rows.size() > 1) {
        page.line("Share of sampled readings with an agreement, the entry at one end and all else "
                  "drawn (" +
                  count_text(most_readings(result.swings)) + " readings each):");
        page.table(rows);
    }
    if (const auto unknown = without_readings(negotiation, result); !unknown.empty()) {
        page.line("Not known, since at an end hardly any draw keeps the binding judgements or "
                  "orders between weights: " +
                  listed_apart(unknown, page.most(4)) + ".");
    }
}

void put_pairs(const Case& negotiation, const RobustResult& result, Page& page) {
    page.heading("PAIRS");
    const Swings& swings = result.swings;
    if (swings.pairs.empty() || result.was_stopped) {
        return;
    }
    page.line("Exact: neither settles the answer alone, both together do (tried for the " +
              count_text(swings.paired) + " that swing widest):");
    for (std::size_t at = 0; at < std::min(swings.pairs.size(), page.most(usual_rows)); ++at) {
        const EntryPair& pair = swings.pairs[at];
        page.item("-", end_text(negotiation, swings, pair.first, pair.first_at_high) + " and " +
                           end_text(negotiation, swings, pair.second, pair.second_at_high) + ": " +
                           verdict_words(pair.verdict) + ".");
    }
    if (swings.pairs.size() > page.most(usual_rows)) {
        page.line(count_text(swings.pairs.size() - usual_rows) + " more with -v.");
    }
}

void put_questions(const Case& negotiation, const RobustResult& result, Page& page) {
    page.heading("NEXT");
    std::vector<std::string> shown;
    for (const RankedQuestion& question : result.swings.questions) {
        shown.push_back(percent_text(question.span()));
    }
    const std::vector<std::string> numbers = ranks(shown);
    auto put_ranking = [is_put = false](Page& to) mutable {
        if (!std::exchange(is_put, true)) {
            to.line("Ranked by how far the answers move the share of sampled readings with an "
                    "agreement; check ranks by what changes the verdict.");
        }
    };
    for (std::size_t at = 0; at < std::min<std::size_t>(shown.size(), page.most(6)); ++at) {
        const RankedQuestion& question = result.swings.questions[at];
        const std::string to_whom =
            question.asked.empty() ? "Find out" : "Ask " + party_names(negotiation, question.asked);
        const std::string what = std::visit(
            Overloaded{[&](AlternativeId id) {
                           const Alternative& asked = negotiation.alternatives[as_index(id)];
                           return ": " + question_text(negotiation, {asked.key, id, true, {}});
                       },
                       [&](EntryId id) { return " " + entry_question(negotiation, id); }},
            question.about);
        if (question.span() > 0) {
            put_ranking(page);
            page.item(numbers[at], to_whom + what + " With an agreement: " +
                                       answers_text(negotiation, question, result) + ".");
        }
    }
    const std::vector<std::string> unmoved = without_effect(negotiation, result);
    if (!unmoved.empty() && !result.was_stopped) {
        page.line("Questions no answer to which moves this share by itself: " +
                  listed(unmoved, page.most(most_listed)) + ".");
    }
}

} // namespace unbracket::screen
