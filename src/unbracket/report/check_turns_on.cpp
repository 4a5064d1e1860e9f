#include "unbracket/report/answer_rules.hpp"
#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"

#include <algorithm>

// The questions that the file leaves open, the most decisive first. Where several questions decide
// together, their answers are shown as one table, since each alone may seem to change nothing.

namespace unbracket::screen {

namespace {

constexpr std::size_t most_table_rows = 12;
constexpr std::size_t most_questions = 5;

bool is_decisive(const OpenQuestion& question) {
    return question.decisive > 0 || question.changes_verdict();
}

std::string answers_text(const OpenQuestion& question) {
    std::vector<std::string> answers;
    answers.reserve(question.answers.size());
    for (const AnswerVerdict& answer : question.answers) {
        answers.push_back(answer.key + ": " +
                          (answer.problem.empty() ? verdict_words(answer.verdict)
                                                  : "not answered, " + answer.problem));
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
        row.push_back(verdict_words(rule.verdict));
        rows.push_back(std::move(row));
    }
    std::vector<std::string> last(questions + 1);
    last.front() = "otherwise";
    last.back() = verdict_words(rules.otherwise);
    rows.push_back(std::move(last));
    return rows;
}

void put_questions(const AlternativesTable& table, std::size_t decisive, bool has_table,
                   Page& page) {
    for (std::size_t i = 0; i < decisive; ++i) {
        const OpenQuestion& question = table.questions[i];
        std::string text = question.question;
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

void put_rest(const AlternativesTable& table, std::size_t shown, std::size_t decisive, Page& page) {
    if (shown < decisive) {
        page.line(counted(decisive - shown, "more question changes", "more questions change") +
                  " the answer.");
    }
    const std::size_t others = table.questions.size() - decisive;
    if (others == 0) {
        return;
    }
    std::vector<std::string> texts;
    for (std::size_t i = decisive; i < table.questions.size(); ++i) {
        texts.push_back(table.questions[i].question);
    }
    constexpr std::size_t most_named = 2;
    page.line((decisive == 0 ? "No answer to an open question of this file changes the answer: "
                             : "Without effect on it: ") +
              listed_apart(texts, most_named));
}

} // namespace

void put_turns_on(const Checked& checked, Page& page) {
    const AlternativesTable& table = checked.result.alternatives;
    if (table.questions.empty()) {
        return;
    }
    page.heading("TURNS ON");
    const auto decisive = static_cast<std::size_t>(
        std::count_if(table.questions.begin(), table.questions.end(), is_decisive));
    const std::size_t shown = std::min(decisive, most_questions);
    const AnswerRules rules = sum_up(table);
    const bool has_table =
        table.is_complete && decisive > 1 && rules.rules.size() < most_table_rows;
    put_questions(table, shown, has_table, page);
    if (has_table) {
        put_table(rows_of(rules, table, decisive), page);
    }
    put_rest(table, shown, decisive, page);
    if (!table.is_complete) {
        page.line("Each question was answered by itself, the others as in the file; all answers "
                  "together are too many to try.");
    }
}

} // namespace unbracket::screen
