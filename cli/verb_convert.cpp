#include "unbracket/scenario_target.hpp"
#include "unbracket/spreadsheet.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/request.hpp"
#include "cli/terminal.hpp"
#include "cli/verbs.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace unbracket::cli {

namespace {

struct Target {
    std::string file; // empty: standard output or the file of -o
    std::string format;
};

std::string extension_of(const std::string& file) {
    const std::size_t slash = file.find_last_of('/');
    const std::size_t dot = file.find_last_of('.');
    const bool has_extension =
        dot != std::string::npos && (slash == std::string::npos || dot > slash);
    return has_extension ? file.substr(dot + 1) : std::string();
}

constexpr const char* linear_program = "lp";
constexpr const char* workbook = "xlsx";
constexpr const char* table = "csv";

std::vector<std::string> format_names() {
    std::vector<std::string> names = document_format_names();
    names.insert(names.end(), {workbook, table, linear_program});
    for (const std::string& name : scenario_format_names()) {
        names.push_back(name);
    }
    return names;
}

bool is_format(const std::string& name) {
    const std::vector<std::string> names = format_names();
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether it is written as several files, into a folder.
bool is_scenario_format(const std::string& name) {
    const std::vector<std::string> names = scenario_format_names();
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string format_list() {
    std::string text;
    for (const std::string& name : format_names()) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

/// All operands where -o names the result, else all but the last of several.
std::vector<std::string> inputs_of(const Invocation& invocation) {
    std::vector<std::string> files = invocation.operands;
    if (!invocation.has("output") && files.size() > 1) {
        files.pop_back();
    }
    return files;
}

Result<Target> find_target(const Invocation& invocation, Format format) {
    const std::string output = invocation.value("output").value_or("");
    Target target;
    if (output.empty() && invocation.operands.size() > 1) {
        target.file = invocation.operands.back() == "-" ? "" : invocation.operands.back();
    }
    const std::string& name = target.file.empty() ? output : target.file;
    target.format = invocation.value("to").value_or(
        name.empty() && format == Format::json ? "json" : extension_of(name));
    if (target.format.empty()) {
        return Diagnostic{
            {}, "the format of the result is not known", "add --to with one of: " + format_list()};
    }
    if (!is_format(target.format)) {
        return Diagnostic{
            {}, "unknown format `" + target.format + "`", "add --to with one of: " + format_list()};
    }
    return target;
}

/// What is to be written, and what to tell of it.
struct Converted {
    std::string text;
    std::vector<SheetChange> changes;
    std::vector<std::string> remarks;
};

Result<Converted> as_converted(Result<std::string> text) {
    return text ? Result<Converted>(Converted{std::move(text).value(), {}, {}})
                : Result<Converted>(text.problems());
}

Result<Converted> as_table(const Node& document) {
    const std::string beside = beside_positions_text(document);
    Converted result{positions_csv(document), {}, {}};
    if (!beside.empty()) {
        result.remarks.push_back("Not in the table: " + beside + ". They stay in the case file.");
    }
    return result;
}

/// A valid document in a format; `toml` is its text in TOML, or empty.
Result<Converted> written(const Node& document, const std::string& toml,
                          const std::string& format) {
    if (format == table) {
        return as_table(document);
    }
    if (format == workbook) {
        return as_converted(case_workbook(
            document, toml.empty() ? write_document(document, "toml").value() : toml));
    }
    if (format == linear_program) {
        const Result<LoadedCase> loaded = open_case(document, {});
        return loaded ? as_converted(write_lp(loaded.value().negotiation))
                      : Result<Converted>(loaded.problems());
    }
    return format == "toml" && !toml.empty() ? Result<Converted>(Converted{toml, {}, {}})
                                             : as_converted(write_document(document, format));
}

/// A case that a spreadsheet changed, with what it changed.
Result<Converted> case_of_sheet(Result<SheetCase> read, const std::string& format) {
    if (!read) {
        return read.problems();
    }
    Result<Converted> result = written(read.value().document, read.value().text, format);
    if (result) {
        std::vector<std::string>& remarks = result.value().remarks;
        remarks.insert(remarks.begin(), read.value().remarks.begin(), read.value().remarks.end());
        result.value().changes = std::move(read.value().changes);
    }
    return result;
}

Result<Converted> with_positions_flag(const Invocation& invocation, const std::string& format) {
    if (changes_case(invocation) || !asked_view(invocation).empty()) {
        return Diagnostic{
            {"--positions", 0, 0},
            "a table changes the whole case file, not a changed or visible part of it",
            "write a case file with --positions first, then change that one"};
    }
    const std::vector<std::string> files = inputs_of(invocation);
    if (files.size() > 1) {
        return Diagnostic{{"--positions", 0, 0},
                          "a table changes one case file, and several are named",
                          "name the layer that is to be changed"};
    }
    return case_of_sheet(open_with_sheet(files[0], *invocation.value("positions")), format);
}

Result<Converted> converted(const Invocation& invocation, const std::string& format) {
    const std::vector<std::string> files = inputs_of(invocation);
    if (invocation.has("positions")) {
        return with_positions_flag(invocation, format);
    }
    const std::string view = asked_view(invocation);
    const bool is_one_as_it_is = files.size() == 1 && !changes_case(invocation);
    if (is_one_as_it_is && is_workbook(files[0]) && view.empty()) {
        return case_of_sheet(open_workbook_case(files[0]), format);
    }
    const Result<SeenCase> seen = seen_case(invocation, files);
    if (!seen) {
        return seen.problems();
    }
    // A workbook keeps the comments of the case file, which only those see who see all of it.
    const bool sees_all = view.empty() || view == "mediator";
    const bool keeps_text =
        format == workbook && sees_all && is_one_as_it_is && files[0].ends_with(".toml");
    return written(seen.value().document, keeps_text ? case_text(files[0]) : "", format);
}

/// The old value and the new one of each change, a line each.
void tell_changes(const Converted& result, const Console& console) {
    for (const SheetChange& change : result.changes) {
        console.remark(change.address + ": " + (change.before.empty() ? "nothing" : change.before) +
                       " -> " + (change.after.empty() ? "nothing" : change.after));
    }
    for (const std::string& remark : result.remarks) {
        console.remark(remark);
    }
}

/// With --format json.
Node changes_data(const Converted& result, const Invocation& invocation) {
    Node data = table_node();
    if (invocation.has("positions") || is_workbook(inputs_of(invocation)[0])) {
        Node& changes = add_member(data, "changes", list_node({}));
        for (const SheetChange& change : result.changes) {
            Node& one = changes.items.emplace_back(table_node());
            add_member(one, "entry", text_node(change.address));
            add_member(one, "before", text_node(change.before));
            add_member(one, "after", text_node(change.after));
        }
    }
    return data;
}

void take_back(const std::vector<std::string>& paths, Console& console) {
    for (const std::string& path : paths) {
        if (std::remove(path.c_str()) != 0) {
            console.remark("part of what was not written stays: " + path);
        }
    }
}

/// All or none: some of the files alone would be read as a scenario with fewer parties. Those that
/// were there before and are written anew cannot be had back, and that is said.
int save_all(const std::vector<std::string>& paths, const std::vector<NamedText>& files,
             Console& console) {
    std::vector<std::string> added;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const bool is_new = !is_there(paths[i]);
        if (const int code = console.save(paths[i], files[i].bytes); code != answered) {
            take_back(added, console);
            if (added.size() < i) {
                console.remark("written before that, over what was there: " +
                               std::to_string(i - added.size()) + " of " +
                               std::to_string(paths.size()) + " files");
            }
            return code;
        }
        if (is_new) {
            added.push_back(paths[i]);
        }
    }
    return answered;
}

/// Into a folder, made where it is not there; none of its files is overwritten unasked, and none
/// that would be read with them stays unseen.
int convert_to_folder(const Invocation& invocation, Console& console, const Target& target) {
    const std::string folder =
        target.file.empty() ? invocation.value("output").value_or("") : target.file;
    if (folder.empty()) {
        return console.fail({{{},
                              "files of `" + target.format + "` are written into a folder",
                              "name it as OUT or with -o"}});
    }
    const Result<LoadedCase> loaded = opened(invocation, inputs_of(invocation));
    ScenarioNotes notes;
    const Result<std::vector<NamedText>> files =
        loaded ? write_scenario(loaded.value().negotiation, target.format, notes)
               : Result<std::vector<NamedText>>(loaded.problems());
    if (!files) {
        return console.fail(files.problems());
    }
    std::vector<std::string> paths;
    make_folder(folder);
    for (const NamedText& file : files.value()) {
        paths.push_back((std::filesystem::path(folder) / file.name).string());
        if (!invocation.has("force") && is_there(paths.back())) {
            return console.fail({{{paths.back()},
                                  "the file is there already",
                                  "choose another folder, or add --force"}});
        }
    }
    if (const Diagnostics stale = stale_parts(folder, files.value()); !stale.empty()) {
        return console.fail(stale);
    }
    if (const int code = save_all(paths, files.value(), console); code != answered) {
        return code;
    }
    if (holds_scenario(inputs_of(invocation))) {
        std::erase(notes.remarks, "left out: summary"); // of what this program said when reading
    }
    for (const std::string& remark : notes.remarks) {
        console.remark(remark);
    }
    return console.written(paths, "wrote " + std::to_string(paths.size()) + " files to " + folder);
}

int convert_case(const Invocation& invocation, Console& console) {
    const Result<Target> target = find_target(invocation, console.format());
    if (!target) {
        return console.fail(target.problems());
    }
    if (is_scenario_format(target.value().format)) {
        return convert_to_folder(invocation, console, target.value());
    }
    const std::string& file = target.value().file;
    if (!file.empty() && !invocation.has("force") && is_there(file)) {
        return console.fail(
            {{{file}, "the file is there already", "choose another name, or add --force"}});
    }
    const Result<Converted> result = [&] {
        const EndsAtOnce converting;
        return converted(invocation, target.value().format);
    }();
    if (!result) {
        return console.fail(result.problems());
    }
    if (console.format() != Format::json || file.empty()) {
        tell_changes(result.value(), console);
    }
    if (file.empty()) {
        return console.put(result.value().text);
    }
    if (const int code = console.save(file, result.value().text); code != answered) {
        return code;
    }
    return console.written({file}, "wrote " + file, changes_data(result.value(), invocation));
}

std::vector<Flag> convert_flags() {
    return joined({{{.name = "to",
                     .value = "FORMAT",
                     .help = "format of the result: toml, json, xlsx, csv, lp, genius, geniusweb, "
                             "negmas, negolog or scores",
                     .kind = ValueKind::text},
                    {.name = "positions",
                     .value = "FILE",
                     .help = "change the case as a table of positions says, .csv or .xlsx",
                     .kind = ValueKind::file,
                     .is_read = true},
                    {.name = "force", .help = "overwrite an existing file"},
                    written_format_flag()},
                   case_flags(),
                   {{.name = "output",
                     .value = "FILE",
                     .help = "the file to write, in one step",
                     .letter = 'o',
                     .kind = ValueKind::file}},
                   general_flags()});
}

} // namespace

Verb convert_verb() {
    return {
        .name = "convert",
        .summary = "write a case in another format",
        .description =
            "The format is that of the extension of OUT or -o, or the one named by --to. A case "
            "that is read back is the same case; comments do not survive. With --as-of, --set, "
            "--without or --answer the changed case is written: dated changes up to its date are "
            "settled in its entries, later ones stay. With --view the case is written without what "
            "that audience does not see, to be passed on. An existing OUT is left alone unless "
            "--force is given.\n\n"
            "Several files IN are layers, later ones override earlier ones, and become one case; "
            "the "
            "last name is OUT unless -o names the result.\n\n"
            "IN may also be a folder, or a file, of another program, and --to genius writes such a "
            "folder (also geniusweb, negmas, negolog, scores). An entry that would change an "
            "answer and that the format cannot say is an "
            "error; other things that are left out are named one by one. A folder that holds other "
            "profiles is left alone, with --force too.\n\n"
            "An .xlsx is a workbook for a spreadsheet program: the positions of the parties, the "
            "statements, and the case file line by line. It is a whole case, and IN may be one. A "
            ".csv holds the positions alone. --positions reads either back into the case file IN: "
            "each changed entry is told, old value and new; what the table does not hold stays, "
            "and so do comments of a TOML file.",
        .operands = {{.name = "IN",
                      .help = "a case file, a folder of Genius files and the like, or - for "
                              "standard input; several are layers of a case",
                      .at_most = 0},
                     {.name = "OUT",
                      .help =
                          "the file or folder to write, not with -o; standard output where there "
                          "is none",
                      .at_least = 0,
                      .is_output = true}},
        .flags = convert_flags(),
        .examples = {{"unbracket convert talks.toml talks.json", "by extension"},
                     {"unbracket convert talks.toml --to json | less", "to standard output"},
                     {"unbracket convert talks.toml later.toml -o whole.toml",
                      "layers as one case"},
                     {"unbracket convert talks.toml talks.xlsx", "for a spreadsheet program"},
                     {"unbracket convert talks.toml new.toml --positions talks.xlsx",
                      "what was edited there, back into a case file"}},
        .run = convert_case,
    };
}

} // namespace unbracket::cli
