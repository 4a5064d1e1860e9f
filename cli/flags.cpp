#include "cli/flags.hpp"

#include "unbracket/unbracket.hpp"

#include <utility>

namespace unbracket::cli {

std::vector<Flag> general_flags() {
    return {
        {.name = "color",
         .value = "WHEN",
         .help = "colours: auto (on a terminal unless NO_COLOR is set), always or never",
         .kind = ValueKind::choice,
         .choices = {"auto", "always", "never"}},
        {.name = "quiet",
         .help = "no remarks, and of what is printed the first section alone",
         .letter = 'q'},
        {.name = "verbose", .help = "lists in full that are shortened otherwise", .letter = 'v'},
        {.name = "help", .help = "explain this command", .letter = 'h'},
    };
}

Flag written_format_flag() {
    return {.name = "format",
            .value = "FORMAT",
            .help = "how to tell what was written, and problems",
            .kind = ValueKind::choice,
            .choices = {"text", "json"}};
}

std::vector<Flag> answer_flags(std::vector<std::string> formats) {
    return {
        {.name = "output",
         .value = "FILE",
         .help = "write the answer to a file, in one step",
         .letter = 'o',
         .kind = ValueKind::file},
        {.name = "format",
         .value = "FORMAT",
         .help = "form of the answer",
         .kind = ValueKind::choice,
         .choices = std::move(formats)},
        {.name = "width",
         .value = "COLUMNS",
         .help = "width of text, at least 60 (default: the terminal's, or 80)",
         .kind = ValueKind::count,
         .least = narrowest_page},
    };
}

std::vector<Flag> case_flags() {
    return {
        {.name = "as-of",
         .value = "DATE",
         .help = "as known on that day: later statements, drafts and changes do not exist yet",
         .kind = ValueKind::date},
        {.name = "set",
         .value = "ADDRESS=VALUE",
         .help = "set an entry: a number, a range such as 20..30, a word; "
                 "none opens a red line, missing removes the entry",
         .kind = ValueKind::text,
         .occurs = Occurs::repeatedly},
        {.name = "without",
         .value = "STATEMENT",
         .help = "leave out a statement, or anonymous, expert, source:ID, speaker:PARTY",
         .kind = ValueKind::text,
         .occurs = Occurs::repeatedly},
        {.name = "view",
         .value = "WHO",
         .help = "as seen by public, party:ID or mediator; what they do not see is missing",
         .kind = ValueKind::text},
        {.name = "answer",
         .value = "QUESTION=ANSWER",
         .help = "answer an open question of the file",
         .kind = ValueKind::text,
         .occurs = Occurs::repeatedly},
        {.name = "semantics",
         .value = "NAME",
         .help = "how numbers of Genius files are understood (default: genius)",
         .kind = ValueKind::choice,
         .choices = {"genius", "negmas"}},
        {.name = "parties",
         .value = "NAMES",
         .help = "of a folder with many profiles, those to take, with commas between",
         .kind = ValueKind::text},
        {.name = "grid",
         .value = "STEPS",
         .help = "steps of an issue that is a real number (default: 10)",
         .kind = ValueKind::count,
         .least = 1},
    };
}

std::vector<Flag> search_flags() {
    return {
        {.name = "nodes",
         .value = "COUNT",
         .help = "budget of the search in nodes; the answer is undecided when it runs out",
         .kind = ValueKind::count},
        {.name = "threads",
         .value = "COUNT",
         .help = "threads of the search; the answer is the same for every number",
         .kind = ValueKind::count},
    };
}

Flag draft_flag(Occurs occurs) {
    return {.name = "draft",
            .value = "DRAFT",
            .help = "id of the draft",
            .kind = ValueKind::text,
            .occurs = occurs};
}

Flag certificate_flag() {
    return {.name = "certificate",
            .value = "FILE",
            .help = "also write what is proved to a file, for `verify`",
            .kind = ValueKind::file};
}

Flag samples_flag() {
    return {.name = "samples",
            .value = "COUNT",
            .help = "how many to draw (default: 1,000,000 outcomes, 100,000 readings)",
            .kind = ValueKind::count};
}

Flag seed_flag() {
    return {.name = "seed",
            .value = "SEED",
            .help = "the same seed gives the same bytes, default 1",
            .kind = ValueKind::count};
}

Flag exact_flag() {
    return {.name = "exact", .help = "numbers as exact fractions in text, such as \"100/3\""};
}

Flag exit_code_flag() {
    return {.name = "exit-code",
            .help = "exit with 0 agreement, 10 no agreement, 11 depends, 12 undecided, "
                    "13 contradiction"};
}

Operand case_operand() {
    return {.name = "CASE",
            .help =
                "a case file (TOML or JSON), a folder or files of Genius and the like, or - for "
                "standard input; several files are layers, later ones override earlier ones",
            .at_least = 1,
            .at_most = 0};
}

std::vector<Flag> joined(std::vector<std::vector<Flag>> groups) {
    std::vector<Flag> all;
    for (std::vector<Flag>& group : groups) {
        for (Flag& flag : group) {
            all.push_back(std::move(flag));
        }
    }
    return all;
}

} // namespace unbracket::cli
