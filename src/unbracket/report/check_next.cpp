#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"

#include <algorithm>
#include <utility>

// Whom to ask what, as sentences. Questions only, never advice what to give up.

namespace unbracket::screen {

namespace {

constexpr std::size_t most_sentences = 3;

/// The entry as one speaks to its own party: "its stance" instead of "Alta's stance".
std::string own_phrase(const Case& negotiation, EntryId id) {
    const std::string phrase = entry_phrase(negotiation, id);
    const std::string owner = possessive(negotiation.party(*negotiation.entry(id).party).name);
    return phrase.starts_with(owner + " ") ? "its" + phrase.substr(owner.size()) : phrase;
}

/// What was said itself is known; the rest is what the file holds until somebody answers.
std::string basis_so_far(const Case& negotiation, EntryId id) {
    const bool is_reported = negotiation.entry(id).basis == Basis::reported;
    return basis_phrase(negotiation, id) + (is_reported ? "" : " so far");
}

/// What to ask the party itself about one of its entries.
std::string asked_about(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    if (is_limit(negotiation, id)) {
        return "whether it would hold, whatever it is offered, to " + own_phrase(negotiation, id);
    }
    if (entry.kind == EntryKind::fallback) {
        return "what it has without agreement (" + fallback_phrase(negotiation, *entry.party) + ")";
    }
    if (entry.kind == EntryKind::weight) {
        return "how much \"" + issue_name(negotiation.issue(*entry.issue)) + "\" matters to it";
    }
    if (entry.kind == EntryKind::intent) {
        return "whether it wants an agreement";
    }
    return "about " + own_phrase(negotiation, id);
}

std::string entry_sentence(const Case& negotiation, EntryId id) {
    if (!negotiation.entry(id).party) {
        return "how firm " + entry_phrase(negotiation, id) + " is.";
    }
    return with_remark(asked_about(negotiation, id), basis_so_far(negotiation, id)) + ".";
}

std::string sentence(const Checked& checked, const NextQuestion& next) {
    const Case& negotiation = checked.negotiation;
    const std::string to_whom =
        next.asked.empty() ? "Find out" : "Ask " + party_names(negotiation, next.asked);
    const auto& questions = checked.result.alternatives.questions;
    return to_whom +
           std::visit(
               Overloaded{
                   [&](std::size_t at) { return ": " + question_text(negotiation, questions[at]); },
                   [&](EntryId entry) { return " " + entry_sentence(negotiation, entry); },
                   [](PartyId) {
                       return std::string(
                           " what it has without agreement (nothing is entered so far).");
                   }},
               next.about);
}

std::vector<std::string> first_sentences(const Checked& checked) {
    std::vector<std::string> sentences;
    for (const NextQuestion& next : checked.result.next) {
        std::string text = sentence(checked, next);
        const bool is_new = std::find(sentences.begin(), sentences.end(), text) == sentences.end();
        if (is_new) {
            sentences.push_back(std::move(text));
        }
        if (sentences.size() == most_sentences) {
            break;
        }
    }
    return sentences;
}

} // namespace

void put_next(const Checked& checked, Page& page) {
    page.heading("NEXT");
    for (const std::string& sentence : first_sentences(checked)) {
        page.line(sentence);
    }
    if (kind_of(checked.result.verdict) == VerdictKind::undecided) {
        page.line(checked.result.was_stopped ? "Run it again and let it finish."
                                             : "Allow a longer search: --nodes N.");
    }
}

} // namespace unbracket::screen
