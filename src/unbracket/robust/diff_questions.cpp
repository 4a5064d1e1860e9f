#include "unbracket/robust/diff_questions.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

std::vector<OpenQuestion> that_matter(const LoadedCase& loaded, const ClaimOptions& options) {
    std::vector<OpenQuestion> questions = decide_alternatives(loaded, options).questions;
    std::erase_if(questions, [](const OpenQuestion& question) { return !question.may_matter(); });
    return questions;
}

bool leads_to_the_same(const OpenQuestion& one, const OpenQuestion& other) {
    return std::equal(one.answers.begin(), one.answers.end(), other.answers.begin(),
                      other.answers.end(), [](const AnswerVerdict& a, const AnswerVerdict& b) {
                          return a.key == b.key && a.verdict == b.verdict;
                      });
}

} // namespace

QuestionChanges diff_questions(const LoadedCase& before, const LoadedCase& after,
                               const ClaimOptions& options) {
    std::vector<OpenQuestion> then = that_matter(before, options);
    QuestionChanges changes;
    for (OpenQuestion& now : that_matter(after, options)) {
        const auto found = std::find_if(
            then.begin(), then.end(), [&](const OpenQuestion& each) { return each.id == now.id; });
        if (found == then.end()) {
            std::string id = now.id;
            changes.changed.push_back({std::move(id), std::nullopt, std::move(now)});
            continue;
        }
        if (leads_to_the_same(*found, now)) {
            ++changes.same;
        } else {
            std::string id = now.id;
            changes.changed.push_back({std::move(id), std::move(*found), std::move(now)});
        }
        then.erase(found);
    }
    for (OpenQuestion& question : then) {
        std::string id = question.id;
        changes.changed.push_back({std::move(id), std::move(question), std::nullopt});
    }
    return changes;
}

} // namespace unbracket
