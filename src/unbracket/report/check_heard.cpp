#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/robust/lint_parts.hpp"

#include <algorithm>

// Whose words the entries rest on, who was absent when the parties last met, and whether anything
// was entered that no search may trade away.

namespace unbracket::screen {

namespace {

/// Of a part of a case only what is seen is counted, and it says so.
std::string coverage_text(const Coverage& coverage, bool is_part) {
    const std::string seen = is_part ? " seen here" : "";
    if (coverage.entries == 0) {
        return "No entry" + (is_part ? seen : " of this file") + " can affect the answer.";
    }
    const std::string entries = counted(coverage.entries, "entry", "entries") + seen;
    if (coverage.assumed == coverage.entries) {
        return (coverage.entries == 1
                    ? "The one entry" + seen + " that can affect the answer is assumed"
                    : "All of the " + entries + " that can affect the answer are assumed") +
               "; nothing is in a party's own words.";
    }
    const auto part = [](std::uint64_t count, const std::string& words) {
        return count == 0 ? "" : count_text(count) + words + ", ";
    };
    return "Of " + entries + " that can affect the answer: " + count_text(coverage.own_words) +
           " in a party's own words, " + count_text(coverage.others_words) + " said by others, " +
           part(coverage.experts, " judged by experts") +
           part(coverage.narrator, " told by the narrator") + count_text(coverage.inferred) +
           " inferred, " + count_text(coverage.assumed) + " assumed.";
}

std::string room_text(const Case& negotiation, const RoomReport& room) {
    const Event& event = negotiation.events[*room.event];
    const std::string date = event.date ? " on " + to_reading_text(*event.date) : "";
    if (room.absent.empty()) {
        return "At the last meeting" + date + " all who have to agree were present.";
    }
    return "Not in the room" + date + ": " + party_names(negotiation, room.absent) + ".";
}

std::string norms_text(const Case& negotiation, std::size_t most) {
    std::vector<std::string> norms;
    for (const Limit& limit : negotiation.limits) {
        if (!limit.party) {
            norms.push_back("\"" + (limit.title.empty() ? limit.key : limit.title) + "\"");
        }
    }
    return "Norms entered: " + (norms.empty() ? "none" : listed(norms, most)) + ".";
}

/// Empty where nothing is missing.
std::string gaps_text(const Case& negotiation) {
    const std::size_t gaps = linting::find_gaps(negotiation).size();
    return gaps == 0 ? "" : " " + counted(gaps, "gap", "gaps") + " in the entries: see lint.";
}

} // namespace

void put_heard(const Checked& checked, Page& page) {
    page.heading("HEARD");
    std::string text = coverage_text(checked.result.coverage, !checked.negotiation.view.empty());
    if (checked.result.room.event) {
        text += " " + room_text(checked.negotiation, checked.result.room);
    }
    page.line(text + gaps_text(checked.negotiation) + " " +
              norms_text(checked.negotiation, checked.most(3)));
}

} // namespace unbracket::screen
