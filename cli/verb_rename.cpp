#include "unbracket/authoring.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/progress.hpp"
#include "cli/verbs.hpp"

#include <utility>

namespace unbracket::cli {

namespace {

Result<std::vector<ChangedFile>> run_rename(const std::vector<std::string>& files,
                                            const std::string& old_id, const std::string& new_id) {
    const Progress progress("renaming", Stopping::at_once);
    return renamed_files(files, old_id, new_id);
}

int rename_id(const Invocation& invocation, Console& console) {
    std::vector<std::string> files = invocation.operands;
    const std::string new_id = files.back();
    files.pop_back();
    const std::string old_id = files.back();
    files.pop_back();
    if (console.writes_to_file() && files.size() > 1) {
        return console.fail({{{}, "-o is for one case file", "leave it out for layers"}});
    }
    const Result<std::vector<ChangedFile>> changed = run_rename(files, old_id, new_id);
    if (!changed) {
        return console.fail(changed.problems());
    }
    if (console.writes_to_file() && !changed.value().empty()) {
        return console.answer(changed.value().front().text);
    }
    if (const int code = console.save(changed.value()); code != answered) {
        return code;
    }
    Node data = table_node();
    add_member(data, "renamed", text_node(old_id));
    add_member(data, "to", text_node(new_id));
    std::vector<std::string> paths;
    std::string text;
    for (const ChangedFile& file : changed.value()) {
        paths.push_back(file.path);
        text += (text.empty() ? "" : "\n");
        text += "renamed " + old_id + " to " + new_id + " in " + file.path;
    }
    return console.written(paths, text, std::move(data));
}

} // namespace

Verb rename_verb() {
    return {
        .name = "rename",
        .summary = "rename an id everywhere it stands",
        .description =
            "OLD says what kind of thing it is: party.alta, issue.share, issue.term.five, "
            "draft.first, said.s1, limit.x, rule.y ... NEW is the new id alone. Headers, "
            "addresses, orders, judgements and references follow; comments and layout of TOML "
            "files stay as they are. The files are changed in one step each, and only if the case "
            "is valid before and after.",
        .operands = {{.name = "CASE",
                      .help = "a case file; several files are layers of one case",
                      .at_most = 0},
                     {.name = "OLD", .help = "what is renamed", .is_file = false},
                     {.name = "NEW", .help = "the new id", .is_file = false}},
        .flags = joined({{{.name = "output",
                           .value = "FILE",
                           .help = "write the changed case there instead",
                           .letter = 'o',
                           .kind = ValueKind::file},
                          written_format_flag()},
                         general_flags()}),
        .examples = {{"unbracket rename talks.toml party.alta upper", "a party"},
                     {"unbracket rename talks.toml issue.term.five five-years", "an option"}},
        .run = rename_id,
    };
}

} // namespace unbracket::cli
