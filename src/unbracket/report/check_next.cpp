#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/ask_phrase.hpp"
#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"

#include <algorithm>
#include <utility>

// Whom to ask what, as sentences. Questions only, never advice what to give up.

namespace unbracket::screen {

namespace {

std::string sentence(const Checked& checked, const NextQuestion& next) {
    const Case& negotiation = checked.negotiation;
    const std::string to_whom =
        next.asked.empty() ? "Find out" : "Ask " + party_names(negotiation, next.asked);
    const auto& questions = checked.result.alternatives.questions;
    return to_whom +
           std::visit(
               Overloaded{
                   [&](std::size_t at) { return ": " + question_text(negotiation, questions[at]); },
                   [&](EntryId entry) { return " " + entry_question(negotiation, entry); },
                   [](PartyId) {
                       return std::string(
                           " what it has without agreement (nothing is entered so far).");
                   }},
               next.about);
}

std::vector<std::string> first_sentences(const Checked& checked, std::size_t most) {
    std::vector<std::string> sentences;
    for (const NextQuestion& next : checked.result.next) {
        std::string text = sentence(checked, next);
        const bool is_new = std::find(sentences.begin(), sentences.end(), text) == sentences.end();
        if (is_new) {
            sentences.push_back(std::move(text));
        }
        if (sentences.size() == most) {
            break;
        }
    }
    return sentences;
}

} // namespace

void put_next(const Checked& checked, Page& page) {
    page.heading("NEXT");
    const std::vector<std::string> sentences = first_sentences(checked, page.most(3));
    for (const std::string& sentence : sentences) {
        page.line(sentence);
    }
    if (sentences.size() > 1) {
        page.line("First what changes the answer, then what it rests on; robust ranks by how far "
                  "an answer would move the share of readings.");
    }
    if (kind_of(checked.result.verdict) == VerdictKind::undecided) {
        page.line(checked.result.was_stopped ? "Run it again and let it finish."
                                             : "Allow a longer search: --nodes N.");
    }
}

} // namespace unbracket::screen
