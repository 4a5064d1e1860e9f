#include "unbracket/authoring.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/prompt.hpp"
#include "cli/request.hpp"
#include "cli/said_fields.hpp"
#include "cli/terminal.hpp"
#include "cli/verbs.hpp"

#include <cstdio>
#include <utility>
#include <variant>

namespace unbracket::cli {

namespace {

std::string question_of(const SaidField& field, const Case& negotiation) {
    std::string question = field.help;
    const std::vector<std::string> known = known_answers(field, negotiation);
    for (std::size_t i = 0; i < known.size(); ++i) {
        question += (i == 0 ? " (" : ", ") + known[i];
    }
    question += known.empty() ? "" : ")";
    question += field.form == FieldForm::date ? ", such as 2026-03-01" : "";
    question += field.form == FieldForm::list ? ", with commas between" : "";
    return question + (field.asking == Asking::insists ? ":" : " [none]:");
}

/// Asks until the answer is good or empty where it may be; nothing when the user gives up.
std::optional<std::string> good_answer(const SaidField& field, const Case& negotiation) {
    while (true) {
        const std::optional<std::string> text = ask(question_of(field, negotiation));
        if (!text) {
            return std::nullopt;
        }
        if (text->empty() && field.asking == Asking::asks) {
            return text;
        }
        const std::string problem =
            text->empty() ? "this cannot be left out" : said_problem(field, *text, negotiation);
        if (problem.empty()) {
            return text;
        }
        std::fprintf(stderr, "  %s\n", problem.c_str());
    }
}

/// The statement of the flags, with what is missing asked for. Nothing when the user gives up.
std::optional<Node> asked_statement(const Invocation& invocation, const Case& negotiation) {
    Node statement = table_node();
    for (const SaidField& field : said_fields()) {
        std::vector<std::string> texts = invocation.values(field.flag);
        const bool is_who_known = field.flag == "who" && invocation.has("person");
        if (texts.empty() && field.asking != Asking::never && !is_who_known) {
            const auto text = good_answer(field, negotiation);
            if (!text) {
                return std::nullopt;
            }
            texts = text->empty() ? texts : std::vector<std::string>{*text};
        }
        if (!texts.empty()) {
            add_member(statement, field.key, field_value(field, texts));
        }
    }
    return statement;
}

Node given_statement(const Invocation& invocation) {
    Node statement = table_node();
    for (const SaidField& field : said_fields()) {
        const std::vector<std::string> texts = invocation.values(field.flag);
        if (!texts.empty()) {
            add_member(statement, field.key, field_value(field, texts));
        }
    }
    return statement;
}

/// Problems of fields that have to be there or are of the wrong form.
Diagnostics field_problems(const Invocation& invocation, const Case& negotiation) {
    Diagnostics problems;
    for (const SaidField& field : said_fields()) {
        const bool is_who = field.flag == "who";
        const bool is_who_known = is_who && invocation.has("person");
        if (field.asking == Asking::insists && !invocation.has(field.flag) && !is_who_known) {
            problems.push_back({{},
                                "--" + field.flag + (is_who ? " or --person" : "") + " is missing",
                                field.help});
        }
        for (const std::string& text : invocation.values(field.flag)) {
            const bool is_empty = text.empty() && field.asking == Asking::insists;
            const std::string problem =
                is_empty ? "the text is empty" : said_problem(field, text, negotiation);
            if (!problem.empty()) {
                problems.push_back({{"--" + field.flag, 0, 0}, problem, ""});
            }
        }
    }
    return problems;
}

Result<AddedStatements> run_addition(const std::vector<std::string>& files,
                                     std::vector<Node> statements) {
    const Progress progress("adding", Stopping::at_once);
    return with_statements(files, std::move(statements));
}

/// What a statement does to the case, so that nobody takes it for a change of values.
std::string effect_of(const Node& statement, const Case& negotiation) {
    std::string text;
    const Node* date = statement.find("date");
    const auto day = date == nullptr ? std::nullopt : parse_date(date->text);
    if (day && negotiation.as_of && *negotiation.as_of < *day) {
        text += "; it was said after the date of the case, " + to_iso(*negotiation.as_of) +
                ", and does not exist yet before --as-of " + date->text;
    }
    if (statement.find("speaks_for") != nullptr && statement.find("attribution") == nullptr) {
        text += "; without --attribution its speaker counts as anonymous";
    }
    for (const auto& [key, what] : {std::pair("supports", "reports"), {"suggests", "suggests"}}) {
        const Node* entries = statement.find(key);
        if (entries == nullptr || entries->items.empty()) {
            continue;
        }
        text += std::string("; it ") + what + " ";
        for (std::size_t i = 0; i < entries->items.size(); ++i) {
            text += (i == 0 ? "" : ", ") + entries->items[i].text;
        }
        text += ", whose value stays as it was";
    }
    return text;
}

/// The statement of the flags or of the user's answers; the exit code where there is none.
std::variant<Node, int> one_statement(const Invocation& invocation, const Case& negotiation,
                                      Console& console) {
    const bool asks = can_ask() && !invocation.has("claim");
    std::optional<Node> statement = asks ? asked_statement(invocation, negotiation)
                                         : std::optional(given_statement(invocation));
    if (!statement) {
        console.remark("nothing was written");
        return interruption().is_raised() ? interrupted : bad_input;
    }
    if (Diagnostics problems = field_problems(invocation, negotiation);
        !asks && !problems.empty()) {
        return console.fail(problems);
    }
    return *std::move(statement);
}

int add_one(const Invocation& invocation, Console& console) {
    const Result<LoadedCase> loaded = opened({.files = invocation.operands});
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const Case& negotiation = loaded.value().negotiation;
    const std::variant<Node, int> statement = one_statement(invocation, negotiation, console);
    if (const int* code = std::get_if<int>(&statement)) {
        return *code;
    }
    const Node& said = std::get<Node>(statement);
    const Result<AddedStatements> added = run_addition(invocation.operands, {said});
    if (!added) {
        return console.fail(added.problems());
    }
    if (added.value().ids.empty()) {
        return console.fail({{{}, "that statement is in the case already", "give it another id"}});
    }
    const std::string& id = added.value().ids.front();
    const ChangedFile& file = added.value().file;
    if (const int code = console.save({file}); code != answered) {
        return code;
    }
    Node data = table_node();
    add_member(data, "added", text_node("said." + id));
    return console.written({file.path},
                           "added " + id + " to " + file.path + effect_of(said, negotiation),
                           std::move(data));
}

/// `s4`, `s4 to s9 (6 statements)`
std::string added_words(const std::vector<std::string>& ids) {
    return ids.size() == 1 ? ids.front()
                           : ids.front() + " to " + ids.back() + " (" + std::to_string(ids.size()) +
                                 " statements)";
}

int add_from_table(const Invocation& invocation, Console& console) {
    Result<std::vector<Node>> statements = open_statements(*invocation.value("csv"));
    if (!statements) {
        return console.fail(statements.problems());
    }
    const Result<AddedStatements> result =
        run_addition(invocation.operands, std::move(statements).value());
    if (!result) {
        return console.fail(result.problems());
    }
    const auto& [ids, unchanged, file] = result.value();
    Node data = table_node();
    Node& added = add_member(data, "added", list_node({}));
    for (const std::string& id : ids) {
        added.items.push_back(text_node("said." + id));
    }
    add_member(data, "unchanged", number_node(std::to_string(unchanged)));
    const std::string rest =
        unchanged == 0 ? "" : std::to_string(unchanged) + " there already, as they are";
    if (ids.empty()) {
        return console.written({}, "nothing to add" + (rest.empty() ? rest : "; " + rest),
                               std::move(data));
    }
    if (const int code = console.save({file}); code != answered) {
        return code;
    }
    return console.written({file.path},
                           "added " + added_words(ids) + " to " + file.path +
                               (rest.empty() ? rest : "; " + rest),
                           std::move(data));
}

/// Flags that would say a second time what the table says.
Diagnostics flags_beside_table(const Invocation& invocation) {
    Diagnostics problems;
    for (const SaidField& field : said_fields()) {
        if (invocation.has(field.flag)) {
            problems.push_back({{"--" + field.flag, 0, 0},
                                "not together with --csv, whose columns say it",
                                "put it into the column " + field.key});
        }
    }
    return problems;
}

int add_statements(const Invocation& invocation, Console& console) {
    if (!invocation.has("csv")) {
        return add_one(invocation, console);
    }
    const Diagnostics problems = flags_beside_table(invocation);
    return problems.empty() ? add_from_table(invocation, console) : console.fail(problems);
}

std::vector<Flag> field_flags() {
    std::vector<Flag> flags;
    for (const SaidField& field : said_fields()) {
        const bool is_one = field.form != FieldForm::list && field.form != FieldForm::judgement;
        const bool is_flag = field.form == FieldForm::flag;
        const ValueKind kind = is_flag || !field.choices.empty() ? ValueKind::choice
                               : field.form == FieldForm::date   ? ValueKind::date
                                                                 : ValueKind::text;
        flags.push_back(
            {.name = field.flag,
             .value = field.form == FieldForm::date ? "DATE" : "TEXT",
             .help = field.help + (field.asking != Asking::insists ? ""
                                   : field.flag == "who"           ? " (required, or --person)"
                                                                   : " (required)"),
             .kind = kind,
             .occurs = is_one ? Occurs::once : Occurs::repeatedly,
             .choices = is_flag ? std::vector<std::string>{"true", "false"} : field.choices});
    }
    return flags;
}

} // namespace

Verb said_add_verb() {
    return {
        .name = "said add",
        .summary = "add a statement to a case, or a table of them",
        .description =
            "On a terminal every field is asked for unless --claim is given; otherwise the flags "
            "say it all. --csv takes a table such as `sources --format csv` writes: a row for each "
            "statement, columns called as the keys of a [[said]]; rows that are in the case "
            "already, word for word, are left alone. Statements are put behind everything that is "
            "in the last file, whose other bytes stay as they are. Nothing is written unless the "
            "case stays valid.",
        .operands = {{.name = "CASE",
                      .help = "a case file; with several layers the last one gets the statement",
                      .at_most = 0}},
        .flags = joined({field_flags(),
                         {{.name = "csv",
                           .value = "FILE",
                           .help = "take statements from a table; - for standard input",
                           .kind = ValueKind::file,
                           .is_read = true},
                          written_format_flag()},
                         general_flags()}),
        .examples = {{"unbracket said add talks.toml", "field by field"},
                     {"unbracket said add talks.toml --who \"water minister\" --speaks-for alta "
                      "--source \"Radio Sel\" --claim \"no more than 40 percent\" --supports "
                      "issue.share.curve.alta.redline",
                      "from flags"},
                     {"unbracket said add talks.toml --csv said.csv", "from a spreadsheet"}},
        .run = add_statements,
    };
}

} // namespace unbracket::cli
