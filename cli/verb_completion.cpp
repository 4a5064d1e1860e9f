#include "cli/completion.hpp"
#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

int print_completion(const Invocation& invocation, Console& console) {
    const std::string& shell = invocation.operands[0];
    if (shell == "bash") {
        return console.answer(bash_completion());
    }
    if (shell == "zsh") {
        return console.answer(zsh_completion());
    }
    if (shell == "fish") {
        return console.answer(fish_completion());
    }
    return console.fail({{{}, "no completion for `" + shell + "`", "one of bash, zsh, fish"}});
}

} // namespace

Verb completion_verb() {
    return {
        .name = "completion",
        .summary = "print the completion of a shell",
        .operands = {{.name = "SHELL", .help = "bash, zsh or fish", .is_file = false}},
        .flags = general_flags(),
        .examples = {{"unbracket completion bash > unbracket.bash", "for bash"}},
        .run = print_completion,
        .listing = Listing::hidden,
    };
}

} // namespace unbracket::cli
