#include "unbracket/unbracket_answers.hpp"

#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <string_view>

namespace unbracket {

namespace {

using Answers = std::vector<std::pair<std::string, std::string>>;

std::string in_backquotes(std::string_view text) {
    return "`" + std::string(text) + "`";
}

std::string hint_among(std::string_view wanted, const std::vector<std::string>& known) {
    if (const auto nearest = nearest_spelling(wanted, known)) {
        return "did you mean " + in_backquotes(*nearest) + "?";
    }
    std::string hint = "it has ";
    for (std::size_t i = 0; i < known.size(); ++i) {
        hint += (i == 0 ? "" : ", ") + in_backquotes(known[i]);
    }
    return known.empty() ? "this case leaves no question open" : hint;
}

/// The questions that `check` asks, for a hint; a draft whose place on the table is known, say, may
/// be answered about too.
std::vector<std::string> asked_names(const Case& negotiation) {
    std::vector<std::string> names;
    for (const Alternative& alternative : negotiation.alternatives) {
        names.push_back(alternative.key);
    }
    for (const Draft& draft : negotiation.drafts) {
        if (draft.on_table == OnTable::unsure) {
            names.push_back("draft." + draft.key);
        }
    }
    for (const Statement& statement : negotiation.statements) {
        const auto is_asked = [](const Judgement& judgement) {
            return judgement.use == JudgementUse::hypothesis;
        };
        if (std::any_of(statement.judgements.begin(), statement.judgements.end(), is_asked)) {
            names.push_back("said." + statement.key);
        }
    }
    return names;
}

std::vector<std::string> question_names(const Case& negotiation) {
    std::vector<std::string> names;
    for (const Alternative& alternative : negotiation.alternatives) {
        names.push_back(alternative.key);
    }
    for (const Draft& draft : negotiation.drafts) {
        names.push_back("draft." + draft.key);
    }
    for (const Statement& statement : negotiation.statements) {
        if (!statement.judgements.empty()) {
            names.push_back("said." + statement.key);
        }
    }
    return names;
}

/// The settings of one answer, or a problem.
class AnswerFinder {
public:
    explicit AnswerFinder(const Case& negotiation) : case_(negotiation) {}

    Result<std::vector<Setting>> settings_of(const std::string& question,
                                             const std::string& answer) const {
        const auto names = question_names(case_);
        if (std::find(names.begin(), names.end(), question) == names.end()) {
            return Diagnostic{{},
                              "there is no question " + in_backquotes(question),
                              nearest_spelling(question, names)
                                  ? hint_among(question, names)
                                  : hint_among(question, asked_names(case_))};
        }
        if (question.starts_with("draft.")) {
            return yes_or_no(question, answer, {".on_table", "yes", "no"});
        }
        if (question.starts_with("said.")) {
            return yes_or_no(question, answer, {".use", "binds", "record"});
        }
        return from_alternative(question, answer);
    }

private:
    struct YesNo {
        const char* field;
        const char* yes;
        const char* no;
    };
    static Result<std::vector<Setting>> yes_or_no(const std::string& question,
                                                  const std::string& answer, const YesNo& values) {
        if (answer != "yes" && answer != "no") {
            return Diagnostic{{},
                              in_backquotes(answer) + " does not answer " + in_backquotes(question),
                              hint_among(answer, {"yes", "no"})};
        }
        const char* value = answer == "yes" ? values.yes : values.no;
        return std::vector<Setting>{{question + values.field, text_node(value), {}}};
    }

    Result<std::vector<Setting>> from_alternative(const std::string& question,
                                                  const std::string& answer) const {
        const auto alternative =
            std::find_if(case_.alternatives.begin(), case_.alternatives.end(),
                         [&](const Alternative& known) { return known.key == question; });
        std::vector<std::string> names;
        for (const Alternative::Answer& known : alternative->answers) {
            if (known.key == answer) {
                return known.settings;
            }
            names.push_back(known.key);
        }
        return Diagnostic{{},
                          in_backquotes(answer) + " is no answer to " + in_backquotes(question),
                          hint_among(answer, names)};
    }

    const Case& case_;
};

/// Takes the alternative out, with the references of statements to it.
void close_question(Node& document, const std::string& question) {
    Node* alternatives = document.find("alternative");
    if (alternatives == nullptr || alternatives->find(question) == nullptr) {
        return;
    }
    erase_member(*alternatives, question);
    if (alternatives->members.empty()) {
        erase_member(document, "alternative");
    }
    for (Node& statement : elements_of(document, "said")) {
        const Node* reference = statement.find("alternative");
        if (reference != nullptr && reference->text == question) {
            erase_member(statement, "alternative");
        }
    }
}

} // namespace

Result<LoadedCase> with_answers(const LoadedCase& loaded, const Answers& answers) {
    const AnswerFinder finder(loaded.negotiation);
    Diagnostics problems;
    std::vector<Setting> settings;
    LoadedCase answered = loaded;
    for (const auto& [question, answer] : answers) {
        Result<std::vector<Setting>> found = finder.settings_of(question, answer);
        problems.insert(problems.end(), found.problems().begin(), found.problems().end());
        if (found) {
            settings.insert(settings.end(), found.value().begin(), found.value().end());
            close_question(answered.document, question);
            if (answered.with_later) {
                close_question(*answered.with_later, question);
            }
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    return answers.empty() ? Result<LoadedCase>(std::move(answered))
                           : with_changes(answered, settings);
}

} // namespace unbracket
