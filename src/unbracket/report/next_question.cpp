#include "unbracket/report/next_question.hpp"

#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/ask_phrase.hpp"
#include "unbracket/report/phrase.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

std::string sentence(const Case& negotiation, const CheckResult& result, const NextQuestion& next) {
    const std::string to_whom =
        next.asked.empty() ? "Find out" : "Ask " + party_names(negotiation, next.asked);
    const auto& questions = result.alternatives.questions;
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

} // namespace

std::vector<WordedQuestion> next_questions(const Case& negotiation, const CheckResult& result) {
    std::vector<WordedQuestion> worded;
    for (const NextQuestion& next : result.next) {
        std::string text = sentence(negotiation, result, next);
        const bool is_new =
            std::none_of(worded.begin(), worded.end(),
                         [&](const WordedQuestion& each) { return each.text == text; });
        if (is_new) {
            worded.push_back({&next, std::move(text)});
        }
    }
    return worded;
}

} // namespace unbracket
