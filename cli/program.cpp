#include "cli/program.hpp"

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/help.hpp"
#include "cli/interrupt.hpp"
#include "cli/outputs.hpp"
#include "cli/parser.hpp"

#include <cstdio>
#include <exception>
#include <new>

namespace unbracket::cli {

namespace {

bool wants_json(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--format=json" ||
            (words[i] == "--format" && i + 1 < words.size() && words[i + 1] == "json")) {
            return true;
        }
    }
    return false;
}

/// A console for the time before the flags could be read.
Console early_console(const std::vector<std::string>& words) {
    Invocation invocation;
    if (wants_json(words)) {
        invocation.flags["format"] = {"json"};
    }
    return Console(invocation);
}

int run_verb(const std::vector<std::string>& words) {
    const Result<ChosenVerb> chosen = choose_verb(words);
    if (!chosen) {
        return early_console(words).fail(chosen.problems());
    }
    const Verb& verb = *chosen.value().verb;
    const Result<Invocation> invocation = parse_words(verb, chosen.value().rest);
    if (!invocation) {
        return early_console(words).fail(invocation.problems());
    }
    Console console(invocation.value());
    if (invocation.value().has("help")) {
        return console.answer(help_of(verb, console.screen().width));
    }
    for (const auto& look_at : {undrawn_files, overwritten_files}) {
        if (const Diagnostics problems = look_at(verb, invocation.value()); !problems.empty()) {
            return console.fail(problems);
        }
    }
    const int code = verb.run(invocation.value(), console);
    return interruption().is_raised() ? interrupted : code;
}

int run_words(std::vector<std::string> words) {
    const Console console(Invocation{});
    const std::string first = words.empty() ? "--help" : words[0];
    if (first == "--version" || first == "-V") {
        return console.answer("unbracket " UNBRACKET_VERSION "\n");
    }
    const bool asks_for_help = first == "--help" || first == "-h" || first == "help";
    if (asks_for_help && words.size() < 2) {
        return console.answer(overview(console.screen().width));
    }
    if (asks_for_help) {
        words.erase(words.begin());
        words.emplace_back("--help");
    }
    return run_verb(words);
}

} // namespace

int run_program(const std::vector<std::string>& words) {
    watch_interruptions();
    try {
        return run_words(words);
    } catch (const std::bad_alloc&) {
        std::fputs("unbracket: the memory ran out; nothing was written\n"
                   "  mend: give the program more memory, or ask about fewer issues and options\n",
                   stderr);
        return failed;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "unbracket: this is a failure of the program, not of your input: %s\n",
                     error.what());
        return failed;
    }
}

} // namespace unbracket::cli
