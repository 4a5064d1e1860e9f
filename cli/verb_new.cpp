#include "unbracket/authoring.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/progress.hpp"
#include "cli/verbs.hpp"

#include <filesystem>
#include <utility>

namespace unbracket::cli {

namespace {

constexpr std::string_view random_flags[] = {"parties", "issues", "options", "class", "scale",
                                             "seed",    "plant",  "margin",  "range", "nodes"};

int size_of(const Invocation& invocation, std::string_view flag, int usual) {
    constexpr std::size_t beyond_every_limit = 1'000'000;
    const std::size_t asked = invocation.count(flag).value_or(static_cast<std::size_t>(usual));
    return static_cast<int>(std::min(asked, beyond_every_limit));
}

SyntheticOptions synthetic_options(const Invocation& invocation) {
    SyntheticOptions options;
    options.parties = size_of(invocation, "parties", options.parties);
    options.issues = size_of(invocation, "issues", options.issues);
    options.options = size_of(invocation, "options", options.options);
    options.kind =
        parse_synthetic_class(invocation.value("class").value_or("rand")).value_or(options.kind);
    if (const auto scale = invocation.value("scale")) {
        options.scale = *scale == "coarse" ? 0 : std::stoll(*scale);
    }
    options.seed = invocation.count("seed").value_or(1);
    if (const auto planted = invocation.value("plant")) {
        options.planted = *planted == "yes" ? Planted::yes : Planted::no;
    }
    if (invocation.has("margin")) {
        options.margin = size_of(invocation, "margin", 0);
    }
    options.range = size_of(invocation, "range", 0);
    if (const auto nodes = invocation.count("nodes")) {
        options.node_budget = *nodes;
    }
    return options;
}

Diagnostics wrong_combinations(const Invocation& invocation) {
    Diagnostics problems;
    for (const std::string_view flag : random_flags) {
        if (!invocation.has("random") && invocation.has(flag)) {
            problems.push_back(
                {{}, "--" + std::string(flag) + " has no meaning without --random", ""});
        }
    }
    if (invocation.has("random") && invocation.has("title")) {
        problems.push_back({{}, "--title has no meaning with --random", ""});
    }
    if (invocation.has("margin") && !invocation.has("plant")) {
        problems.push_back({{}, "--margin has no meaning without --plant", ""});
    }
    if (!invocation.has("random") && invocation.operands.empty()) {
        problems.push_back({{}, "`new` needs CASE", "unbracket new my-case.toml"});
    }
    return problems;
}

/// What no reader would take is not written.
Result<std::string> random_text(const SyntheticOptions& options, const std::string& format) {
    const Progress progress("making a case", Stopping::at_once);
    const Result<Node> document = synthetic_document(options);
    Result<std::string> text = document ? write_document(document.value(), format)
                                        : Result<std::string>(document.problems());
    const std::size_t most_bytes = DocumentLimits{}.bytes;
    if (text && text.value().size() > most_bytes) {
        return Diagnostic{{},
                          "the case would have " + std::to_string(text.value().size()) +
                              " bytes; a case file has at most " + std::to_string(most_bytes),
                          "lower --parties, --issues, --options or --range"};
    }
    return text;
}

bool is_json(const std::string& file) {
    return file.size() > 5 && file.ends_with(".json");
}

/// Every verb tells a format by the extension, so a case of another name could not be read.
bool has_readable_name(const std::string& file) {
    return file == "-" || is_json(file) || file.ends_with(".toml");
}

Result<std::string> new_text(const Invocation& invocation, const std::string& file, Format format) {
    const bool becomes_json = is_json(file) || (file == "-" && format == Format::json);
    if (!invocation.has("random")) {
        if (becomes_json) {
            return Diagnostic{{file},
                              "a new case is a TOML file, for its comments",
                              "name it .toml and convert it afterwards"};
        }
        const std::string title = invocation.value("title").value_or("Untitled talks");
        if (!is_utf8(title)) {
            return Diagnostic{{"--title", 0, 0}, "the title is not UTF-8", "write it in UTF-8"};
        }
        return case_skeleton(title);
    }
    return random_text(synthetic_options(invocation), becomes_json ? "json" : "toml");
}

int make_case(const Invocation& invocation, Console& console) {
    if (const Diagnostics problems = wrong_combinations(invocation); !problems.empty()) {
        return console.fail(problems);
    }
    const std::string file = invocation.operands.empty() ? "-" : invocation.operands[0];
    const bool is_written_to_file = file != "-";
    if (!has_readable_name(file)) {
        return console.fail({{{file},
                              "a case is read by its extension, and this one is not known",
                              "name it .toml"}});
    }
    if (is_written_to_file && !invocation.has("force") && std::filesystem::exists(file)) {
        return console.fail(
            {{{file}, "the file is there already", "choose another name, or add --force"}});
    }
    const Result<std::string> text = new_text(invocation, file, console.format());
    if (!text) {
        return console.fail(text.problems());
    }
    if (!is_written_to_file) {
        return console.answer(text.value());
    }
    if (const int code = console.save(file, text.value()); code != answered) {
        return code;
    }
    return console.written({file}, "wrote " + file + "; next: unbracket check " + file);
}

std::vector<Flag> synthetic_flags() {
    return {
        {.name = "random", .help = "a synthetic score case instead of a skeleton"},
        {.name = "parties", .value = "N", .help = "1 to 128, default 5", .kind = ValueKind::count},
        {.name = "issues", .value = "M", .help = "1 to 512, default 28", .kind = ValueKind::count},
        {.name = "options",
         .value = "K",
         .help = "of each issue, default 4",
         .kind = ValueKind::count},
        {.name = "class",
         .value = "CLASS",
         .help = "how parties' scores relate: rand (independent), opp (two blocs), corr (much in "
                 "common), nzs and zs (near and exactly zero-sum)",
         .kind = ValueKind::choice,
         .choices = {"rand", "opp", "corr", "nzs", "zs"}},
        {.name = "scale",
         .value = "TOTAL",
         .help = "each party's points in all: coarse, 1000 (default) or 1000000",
         .kind = ValueKind::choice,
         .choices = {"coarse", "1000", "1000000"}},
        {.name = "seed",
         .value = "SEED",
         .help = "the same seed gives the same bytes, default 1",
         .kind = ValueKind::count},
        {.name = "plant",
         .value = "ANSWER",
         .help = "put the fallbacks where an agreement just exists (yes) or just does not (no)",
         .kind = ValueKind::choice,
         .choices = {"yes", "no"}},
        {.name = "margin",
         .value = "PERCENT",
         .help = "with --plant: so many percent to the safe side",
         .kind = ValueKind::count},
        {.name = "range",
         .value = "POINTS",
         .help = "every number becomes a range of so many points to both sides",
         .kind = ValueKind::count},
        {.name = "nodes",
         .value = "COUNT",
         .help = "budget of the searches behind --plant",
         .kind = ValueKind::count},
    };
}

} // namespace

Verb new_verb() {
    return {
        .name = "new",
        .summary = "write a case to begin with",
        .description =
            "A skeleton with comments that say what each part is for; it can be checked as it is. "
            "An existing file is left alone unless --force is given.\n\nWith --random a synthetic "
            "score case, for experiments and measurements, to CASE or to standard output.",
        .operands =
            {{.name = "CASE", .help = "the file to write", .at_least = 0, .is_output = true}},
        .flags = joined({{{.name = "title",
                           .value = "TEXT",
                           .help = "title of the case",
                           .kind = ValueKind::text},
                          {.name = "force", .help = "overwrite an existing file"},
                          written_format_flag()},
                         synthetic_flags(),
                         general_flags()}),
        .examples = {{"unbracket new my-case.toml", "then edit it, and: unbracket check "
                                                    "my-case.toml"},
                     {"unbracket new --random --parties 3 --issues 8 --seed 7 random.toml",
                      "a synthetic case"}},
        .run = make_case,
    };
}

} // namespace unbracket::cli
