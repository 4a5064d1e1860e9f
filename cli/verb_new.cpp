#include "unbracket/authoring.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "cli/verb_new_plan.hpp"
#include "cli/verbs.hpp"

#include <utility>

namespace unbracket::cli {

namespace {

constexpr std::string_view random_flags[] = {"parties", "issues", "options", "class", "scale",
                                             "seed",    "plant",  "margin",  "range", "nodes"};

constexpr std::size_t beyond_every_limit = 1'000'000;

int size_of(const Invocation& invocation, std::string_view flag, int usual) {
    const std::size_t asked = invocation.count(flag).value_or(static_cast<std::size_t>(usual));
    return static_cast<int>(std::min(asked, beyond_every_limit));
}

bool is_count(const std::string& text) {
    constexpr std::size_t most_digits = 18;
    return !text.empty() && text.size() <= most_digits &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

/// With --random a count, with --from names; the parser cannot know which.
int party_count(const Invocation& invocation, int usual) {
    const auto value = invocation.value("parties");
    return value ? static_cast<int>(std::min<std::size_t>(std::stoull(*value), beyond_every_limit))
                 : usual;
}

SyntheticOptions synthetic_options(const Invocation& invocation) {
    SyntheticOptions options;
    options.parties = party_count(invocation, options.parties);
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
    Diagnostics problems = wrong_plan_flags(invocation);
    for (const std::string_view flag : random_flags) {
        const bool names_parties = flag == "parties" && invocation.has("from");
        if (!invocation.has("random") && invocation.has(flag) && !names_parties) {
            problems.push_back({{},
                                "--" + std::string(flag) + " has no meaning without --random" +
                                    (flag == "parties" ? " or --from" : ""),
                                ""});
        }
    }
    if (invocation.has("random") && !is_count(invocation.value("parties").value_or("0"))) {
        problems.push_back({{},
                            "--parties " + invocation.value("parties").value_or("") +
                                ": not a whole number of at most 18 digits",
                            "with --random it is how many"});
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

bool becomes_json(const std::string& file, Format format) {
    return is_json(file) || (file == "-" && format == Format::json);
}

Result<std::string> new_text(const Invocation& invocation, const std::string& file, Format format) {
    if (!invocation.has("random")) {
        return case_skeleton(invocation.value("title").value_or("Untitled talks"));
    }
    return random_text(synthetic_options(invocation), becomes_json(file, format) ? "json" : "toml");
}

/// What is not random has comments.
Diagnostics wrong_for_comments(const Invocation& invocation, const std::string& file,
                               Format format) {
    Diagnostics problems;
    if (becomes_json(file, format)) {
        problems.push_back({{file},
                            "a new case is a TOML file, for its comments",
                            "name it .toml and convert it afterwards"});
    }
    if (!is_utf8(invocation.value("title").value_or(""))) {
        problems.push_back({{"--title", 0, 0}, "the title is not UTF-8", "write it in UTF-8"});
    }
    return problems;
}

int put_case(const std::string& file, const std::string& text, Console& console) {
    return file == "-" ? console.answer(text) : console.save(file, text);
}

int make_case_of_plans(const Invocation& invocation, const std::string& file, Console& console) {
    const Result<PlanCase> made = plan_case(invocation);
    if (!made) {
        return console.fail(made.problems());
    }
    const int code = put_case(file, made.value().text, console);
    return code == answered ? tell_plan_case(made.value(), file, console) : code;
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
    if (is_written_to_file && !invocation.has("force") && is_there(file)) {
        return console.fail(
            {{{file}, "the file is there already", "choose another name, or add --force"}});
    }
    if (!invocation.has("random")) {
        const Diagnostics problems = wrong_for_comments(invocation, file, console.format());
        if (!problems.empty()) {
            return console.fail(problems);
        }
    }
    if (invocation.has("from")) {
        return make_case_of_plans(invocation, file, console);
    }
    const Result<std::string> text = new_text(invocation, file, console.format());
    if (!text) {
        return console.fail(text.problems());
    }
    const int code = put_case(file, text.value(), console);
    if (!is_written_to_file || code != answered) {
        return code;
    }
    return console.written({file}, "wrote " + file + "; next: unbracket check " + file);
}

std::vector<Flag> synthetic_flags() {
    return {
        {.name = "random", .help = "a synthetic score case instead of a skeleton"},
        {.name = "parties",
         .value = "N|NAMES",
         .help =
             "with --random how many, 1 to 128, default 5; with --from what they are called, with "
             "commas between",
         .kind = ValueKind::text},
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
            "An existing file is left alone unless --force is given.\n\nWith --from a case made "
            "from "
            "the text of a numbered plan: its clauses become points, what stands in [brackets] "
            "issues "
            "with the words of each option, several texts drafts on common points. Nobody's stance "
            "is made up, and what the reader is not sure of is listed.\n\nWith --random a "
            "synthetic "
            "score case, for experiments and measurements, to CASE or to standard output.",
        .operands =
            {{.name = "CASE", .help = "the file to write", .at_least = 0, .is_output = true}},
        .flags = joined({{{.name = "title",
                           .value = "TEXT",
                           .help = "title of the case",
                           .kind = ValueKind::text},
                          {.name = "force", .help = "overwrite an existing file"},
                          written_format_flag()},
                         plan_flags(),
                         synthetic_flags(),
                         general_flags()}),
        .examples = {{"unbracket new my-case.toml", "then edit it, and: unbracket check "
                                                    "my-case.toml"},
                     {"unbracket new talks.toml --from plan.md --parties Alta,Bera",
                      "a case from the text of a plan"},
                     {"unbracket new --random --parties 3 --issues 8 --seed 7 random.toml",
                      "a synthetic case"}},
        .run = make_case,
    };
}

} // namespace unbracket::cli
