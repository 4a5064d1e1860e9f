#include "web/engine/call.hpp"

#include "unbracket/io/json_reader.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/problems.hpp"
#include "cli/verbs.hpp"

#include <algorithm>

#include "web/engine/page_host.hpp"

// The page speaks to the engine as a user does to the program: a verb, its flags and texts for
// files. What a verb is and does stands in cli/; so the page cannot answer otherwise.

namespace unbracket::web {

namespace {

using cli::Flag;
using cli::Invocation;
using cli::ValueKind;
using cli::Verb;

/// Verbs that ask, and the one that writes a case as it is supposed; those that change files or
/// draw cases at random are the program's.
const std::vector<Verb>& page_verbs() {
    static const std::vector<Verb> verbs = {
        cli::check_verb(),  cli::why_verb(),   cli::bridge_verb(),  cli::frontier_verb(),
        cli::robust_verb(), cli::score_verb(), cli::diff_verb(),    cli::timeline_verb(),
        cli::steps_verb(),  cli::show_verb(),  cli::sources_verb(), cli::trace_verb(),
        cli::verify_verb(), cli::lint_verb(),  cli::bench_verb(),   cli::convert_verb(),
    };
    return verbs;
}

struct Question {
    const Verb* verb = nullptr;
    Invocation invocation;
};

Diagnostic unreadable(const std::string& what) {
    return {{"question", 0, 0}, what, ""};
}

bool is_text(const Node& node) {
    return node.kind == NodeKind::text;
}

/// A flag that the verb has, with values of its kind; how many there are and the rest is looked at
/// by the verb itself.
std::optional<Diagnostic> problem_of(const Flag& flag, const std::vector<std::string>& values) {
    const auto is_wrong = [&](const std::string& value) {
        switch (flag.kind) {
        case ValueKind::count:
            return value.empty() || value.size() > 15 ||
                   value.find_first_not_of("0123456789") != std::string::npos;
        case ValueKind::choice:
            return std::find(flag.choices.begin(), flag.choices.end(), value) == flag.choices.end();
        case ValueKind::date:
            return !parse_date(value);
        default:
            return false;
        }
    };
    const bool has_none = flag.kind != ValueKind::none && values.empty();
    return has_none || std::any_of(values.begin(), values.end(), is_wrong)
               ? std::optional(unreadable("--" + flag.name + " has no value that it can have"))
               : std::nullopt;
}

std::vector<std::string> texts_of(const Node& list) {
    std::vector<std::string> texts;
    for (const Node& item : list.items) {
        texts.push_back(item.text);
    }
    return texts;
}

bool is_list_of_texts(const Node& node) {
    return node.kind == NodeKind::list &&
           std::all_of(node.items.begin(), node.items.end(), is_text);
}

std::optional<Diagnostic> read_flags(const Node& flags, Question& question) {
    for (const Node::Member& member : flags.members) {
        const auto& known = question.verb->flags;
        const auto flag = std::find_if(known.begin(), known.end(),
                                       [&](const Flag& each) { return each.name == member.key; });
        if (flag == known.end() || !is_list_of_texts(member.value)) {
            return unreadable("no list of values, or no flag of this verb: " + member.key);
        }
        std::vector<std::string> values = texts_of(member.value);
        if (auto problem = problem_of(*flag, values)) {
            return problem;
        }
        question.invocation.flags.emplace(member.key, std::move(values));
    }
    return std::nullopt;
}

Result<Question> read_question(const Node& document) {
    Question question;
    const Node* verb = document.find("verb");
    const Node* operands = document.find("operands");
    const Node* flags = document.find("flags");
    const Node* files = document.find("files");
    if (verb == nullptr || operands == nullptr || !is_text(*verb) || !is_list_of_texts(*operands)) {
        return unreadable("a question has a verb and operands");
    }
    for (const Verb& known : page_verbs()) {
        question.verb = known.name == verb->text ? &known : question.verb;
    }
    if (question.verb == nullptr) {
        return unreadable("no verb of a page is called " + verb->text);
    }
    question.invocation.operands = texts_of(*operands);
    if (flags != nullptr) {
        if (auto problem = read_flags(*flags, question)) {
            return *problem;
        }
    }
    for (std::size_t at = 0; files != nullptr && at < files->members.size(); ++at) {
        page_host().files.emplace(files->members[at].key, files->members[at].value.text);
    }
    return question;
}

Node saved_node() {
    Node saved = table_node();
    for (const auto& [path, text] : page_host().saved) {
        add_member(saved, path, text_node(text));
    }
    return saved;
}

/// A question holds the whole case as one text, and a certificate beside it.
constexpr DocumentLimits question_limits{std::size_t{128} << 20U, 16, 1'000'000};

} // namespace

std::string answer_call(std::string_view question) {
    page_host() = {};
    const Result<Node> document = read_json(question, "question", question_limits);
    const Result<Question> asked =
        document ? read_question(document.value()) : Result<Question>(document.problems());
    int code = cli::bad_input;
    if (asked) {
        cli::Console console(asked.value().invocation);
        code = asked.value().verb->run(asked.value().invocation, console);
    } else {
        page_host().remarks = json_text(cli::problems_json(asked.problems()));
    }
    Node answer = table_node();
    add_member(answer, "code", number_node(std::to_string(code)));
    add_member(answer, "output", text_node(page_host().output));
    add_member(answer, "remarks", text_node(page_host().remarks));
    add_member(answer, "saved", saved_node());
    return json_text(answer, JsonLayout::compact);
}

} // namespace unbracket::web
