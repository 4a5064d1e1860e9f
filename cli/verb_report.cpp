#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/page_asset.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace unbracket::cli {

namespace {

constexpr const char* name_in_page = "case.toml";

CheckResult checked(const Invocation& invocation, const LoadedCase& loaded) {
    const Progress progress("checking");
    CheckOptions options;
    options.search = search_options(invocation);
    return check(loaded, options);
}

/// What the page shows before its engine runs, as the verbs give it.
Node first_answers(const LoadedCase& loaded, const CheckResult& result) {
    Node answers = table_node();
    add_member(answers, "check", check_json(loaded, result));
    add_member(answers, "show", show_json(loaded.negotiation));
    return answers;
}

/// The flags that changed the case before it was written, for who sees all of it: an audience is
/// not told of entries that it may not see.
Node written_with(const Invocation& invocation, const std::string& view) {
    Node flags = list_node({});
    if (!view.empty() && view != "mediator") {
        return flags;
    }
    for (const std::string_view name : changing_flags) {
        const auto found = invocation.flags.find(name);
        for (std::size_t at = 0; found != invocation.flags.end() && at < found->second.size();
             ++at) {
            flags.items.push_back(text_node("--" + std::string(name) + " " + found->second[at]));
        }
    }
    return flags;
}

/// What web/page/README.md says that a page is given.
Node data_of(const Invocation& invocation, const Node& document, const LoadedCase& loaded) {
    const CheckResult result = checked(invocation, loaded);
    Node data = table_node();
    add_member(data, "version", text_node(UNBRACKET_VERSION));
    add_member(data, "title",
               text_node(invocation.value("title").value_or(loaded.negotiation.title)));
    const std::string view = asked_view(invocation);
    add_member(data, "view", text_node(view.empty() ? "mediator" : view));
    add_member(data, "written_with", written_with(invocation, view));
    add_member(data, "digest", text_node(loaded.negotiation.digest));
    add_member(data, "seed", number_node("1"));
    add_member(data, "operands", list_node({text_node(name_in_page)}));
    Node& files = add_member(data, "files", table_node());
    add_member(files, name_in_page, text_node(write_document(document, "toml").value()));
    add_member(data, "answers", first_answers(loaded, result));
    add_member(data, "certificate", text_node(json_text(certificate_of(loaded, result))));
    return data;
}

bool is_name_of_a_page(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return name == "-" || name.ends_with(".html") || name.ends_with(".htm");
}

/// A file that is there and was not written by `report` is somebody's work.
bool is_other_work(const std::string& file) {
    std::error_code none;
    if (file == "-" || !std::filesystem::is_regular_file(file, none) ||
        std::filesystem::is_empty(file, none)) {
        return false;
    }
    std::ifstream stream(file, std::ios::binary);
    const std::string held{std::istreambuf_iterator<char>(stream),
                           std::istreambuf_iterator<char>()};
    return held.find("id=\"unbracket-data\"") == std::string::npos;
}

int write_report(const Invocation& invocation, Console& console) {
    const std::string file = invocation.value("output").value_or("");
    if (file.empty()) {
        return console.fail(
            {{{}, "a report is a file of its own", "name it with -o, as in -o report.html"}});
    }
    Diagnostics problems;
    if (!is_name_of_a_page(file) && !invocation.has("force")) {
        problems.push_back({{file},
                            "a report is an HTML file, and this is no name of one",
                            "let it end in .html, or add --force"});
    } else if (!invocation.has("force") && is_other_work(file)) {
        problems.push_back({{file},
                            "the file is there already, and no report of unbracket",
                            "choose another name, or add --force"});
    }
    if (!is_utf8(invocation.value("title").value_or(""))) {
        problems.push_back({{"--title", 0, 0}, "the title is not UTF-8", "write it in UTF-8"});
    }
    if (!problems.empty()) {
        return console.fail(problems);
    }
    const Result<SeenCase> seen = seen_case(invocation, invocation.operands);
    if (!seen) {
        return console.fail(seen.problems());
    }
    const Node data = data_of(invocation, seen.value().document, seen.value().loaded);
    if (interruption().is_raised()) {
        console.remark("stopped by Ctrl-C; nothing was written");
        return interrupted;
    }
    const std::string page =
        html_page(page_asset(), data.find("title")->text, json_text(data, JsonLayout::compact));
    if (file == "-") {
        return console.put(page);
    }
    const int code = console.save(file, page);
    return code == answered ? console.written({file}, "wrote " + file + "; a double click opens it")
                            : code;
}

} // namespace

Verb report_verb() {
    return {
        .name = "report",
        .summary = "write one HTML file that answers, and that can be asked",
        .description =
            "The file opens by double click and needs no network: the case, the answers and the "
            "engine are inside, and it opens no connection. Its reader can move an option, a range "
            "or a date and sees what follows. With --view the case inside is what that audience "
            "sees, and everything is computed from that alone; without it the file holds the whole "
            "case. Several case files are layers of one case, written as one.",
        .operands = {case_operand()},
        .flags = joined({{{.name = "title",
                           .value = "TEXT",
                           .help = "title of the case",
                           .kind = ValueKind::text},
                          {.name = "output",
                           .value = "FILE",
                           .help = "the HTML file to write, in one step",
                           .letter = 'o',
                           .kind = ValueKind::file},
                          {.name = "force", .help = "overwrite an existing file"},
                          written_format_flag()},
                         case_flags(),
                         general_flags()}),
        .examples = {{"unbracket report talks.toml -o talks.html", "everything, for the mediator"},
                     {"unbracket report talks.toml --view public -o for-the-press.html",
                      "without what the public does not see"}},
        .run = write_report,
    };
}

} // namespace unbracket::cli
