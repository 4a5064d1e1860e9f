#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

// The questions that the file leaves open, the most decisive first. Where several questions decide
// together, their answers are shown as one table, since each alone may seem to change nothing;
// every column of it has its question above.

namespace unbracket::screen {

namespace {

std::string answers_text(const OpenQuestion& question) {
    std::vector<std::string> answers;
    answers.reserve(question.answers.size());
    for (const AnswerVerdict& answer : question.answers) {
        answers.push_back(
            answer.key + ": " +
            (answer.verdict ? verdict_words(*answer.verdict) : "not answered, " + answer.problem));
    }
    return listed_apart(answers);
}

std::string answer_names(const OpenQuestion& question) {
    std::string names;
    for (const AnswerVerdict& answer : question.answers) {
        names += (names.empty() ? "" : " / ") + answer.key;
    }
    return names;
}

std::string words_of(const std::optional<VerdictKind>& verdict) {
    return verdict ? verdict_words(*verdict) : "not answered";
}

bool alone_changes_nothing(const OpenQuestion& question) {
    return !question.changes_verdict();
}

/// The answers that lead to another verdict than usual, one row each, and the usual verdict last.
std::vector<std::vector<std::string>>
rows_of(const AnswerRules& rules, const AlternativesTable& table, std::size_t questions) {
    std::vector<std::vector<std::string>> rows;
    for (const AnswerRule& rule : rules.rules) {
        std::vector<std::string> row;
        for (std::size_t i = 0; i < questions; ++i) {
            const auto& answer = rule.answers[i];
            row.push_back(answer ? std::to_string(i + 1) + " " +
                                       table.questions[i].answers[*answer].key
                                 : "");
        }
        row.push_back(words_of(rule.verdict));
        rows.push_back(std::move(row));
    }
    std::vector<std::string> last(questions + 1);
    last.front() = "otherwise";
    last.back() = words_of(rules.otherwise);
    rows.push_back(std::move(last));
    return rows;
}

void put_questions(const Checked& checked, std::size_t decisive, bool has_table, Page& page) {
    const AlternativesTable& table = checked.result.alternatives;
    for (std::size_t i = 0; i < decisive; ++i) {
        const OpenQuestion& question = table.questions[i];
        std::string text = question_text(checked.negotiation, question);
        if (has_table) {
            text += " (" + answer_names(question) + ")";
        } else {
            text += " " + answers_text(question) + ".";
            if (alone_changes_nothing(question)) {
                text += " It decides together with other answers.";
            }
        }
        page.item(std::to_string(i + 1), text);
    }
}

/// As columns where they fit, else one sentence a row.
void put_table(const std::vector<std::vector<std::string>>& rows, Page& page) {
    if (page.fits(rows)) {
        page.table(rows);
        return;
    }
    for (const auto& row : rows) {
        std::vector<std::string> answers(row.begin(), row.end() - 1);
        std::erase(answers, "");
        page.item("-", listed(answers) + ": " + row.back());
    }
}

/// Why some combinations have no verdict; the first reason stands for all.
void put_problem(const AlternativesTable& table, Page& page) {
    for (const CombinationVerdict& combination : table.combinations) {
        if (!combination.verdict) {
            page.line("Not answered: " + combination.problem + ".");
            return;
        }
    }
}

std::string questions_text(const Checked& checked, std::size_t first, std::size_t last) {
    std::vector<std::string> texts;
    for (std::size_t i = first; i < last; ++i) {
        texts.push_back(
            question_text(checked.negotiation, checked.result.alternatives.questions[i]));
    }
    return listed_apart(texts, checked.most(2));
}

const char* without_effect(const AlternativesTable& table, std::size_t decisive) {
    const bool has_gaps =
        std::any_of(table.combinations.begin(), table.combinations.end(),
                    [](const CombinationVerdict& combination) { return !combination.verdict; });
    if (!table.is_complete) {
        return decisive == 0 ? "Alone, none of these changes the answer: "
                             : "Alone without effect on it: ";
    }
    if (has_gaps) {
        return "Without effect on it wherever it was answered: ";
    }
    return decisive == 0 ? "None of these open questions changes the answer: "
                         : "Without effect on it: ";
}

/// Why no verdict uses the answers.
const char* unused_because(const QuestionSubject& subject) {
    return std::visit(
        Overloaded{[](StatementId) {
                       return "the draft judged leaves open what the party rates, or nothing is "
                              "said of its worth: ";
                   },
                   [](DraftId) {
                       return "verdicts are about all combinations, whoever laid a text on the "
                              "table: ";
                   },
                   [](AlternativeId) { return "what their answers set is used by none: "; }},
        subject);
}

void put_recorded(const Checked& checked, Page& page) {
    std::vector<std::pair<std::string, std::vector<std::string>>> questions; // by reason
    for (const OpenQuestion& question : checked.result.alternatives.questions) {
        if (question.is_evaluated) {
            continue;
        }
        const std::string reason = unused_because(question.subject);
        auto same = std::find_if(questions.begin(), questions.end(),
                                 [&](const auto& known) { return known.first == reason; });
        same = same == questions.end() ? questions.insert(same, {reason, {}}) : same;
        same->second.push_back(question_text(checked.negotiation, question));
    }
    for (const auto& [reason, texts] : questions) {
        page.line("Used by no verdict, as " + reason + listed_apart(texts, checked.most(2)));
    }
}

/// Questions that do not decide, and those whose answers no verdict uses: of these nothing is
/// known, so they are never said to be without effect.
void put_rest(const Checked& checked, std::size_t shown, std::size_t decisive, Page& page) {
    const AlternativesTable& table = checked.result.alternatives;
    if (shown < decisive) {
        page.line(counted(decisive - shown, "more question changes", "more questions change") +
                  " the answer.");
    }
    const std::size_t evaluated = table.evaluated_count();
    if (decisive < evaluated) {
        page.line(without_effect(table, decisive) + questions_text(checked, decisive, evaluated));
    }
    put_recorded(checked, page);
}

} // namespace

void put_turns_on(const Checked& checked, Page& page) {
    const AlternativesTable& table = checked.result.alternatives;
    if (table.questions.empty()) {
        return;
    }
    page.heading("TURNS ON");
    const auto decisive = static_cast<std::size_t>(
        std::count_if(table.questions.begin(), table.questions.end(),
                      [](const OpenQuestion& q) { return q.is_evaluated && q.may_matter(); }));
    const AnswerRules& rules = checked.result.answer_rules;
    const bool has_table =
        table.is_complete && decisive > 1 && rules.rules.size() < checked.most(12);
    const std::size_t shown = has_table ? decisive : std::min(decisive, checked.most(5));
    put_questions(checked, shown, has_table, page);
    if (has_table) {
        put_table(rows_of(rules, table, decisive), page);
    }
    if (decisive > 1) {
        put_problem(table, page);
    }
    put_rest(checked, shown, decisive, page);
    if (!table.is_complete) {
        page.line("Each question was answered by itself, the others as in the file; all answers "
                  "together are too many to try.");
    }
}

} // namespace unbracket::screen
