#include "cli/outputs.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace unbracket::cli {

namespace {

struct Named {
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
};

/// Which word is written: the one in the place of the operand that is, and behind any number of
/// others the last of several, unless a flag names the result.
std::size_t written_word(const Verb& verb, const Invocation& invocation) {
    const std::size_t count = invocation.operands.size();
    for (std::size_t i = 0; i < verb.operands.size(); ++i) {
        const bool is_behind_many = i > 0 && verb.operands[i - 1].at_most == 0;
        if (verb.operands[i].is_output && is_behind_many) {
            return count > 1 && !invocation.has("output") ? count - 1 : count;
        }
        if (verb.operands[i].is_output) {
            return i;
        }
    }
    return count;
}

/// Words behind the operands that name files (ids, say) are no files.
Named named_files(const Verb& verb, const Invocation& invocation) {
    Named named;
    const auto is_other = [](const Operand& operand) { return !operand.is_file; };
    const auto others = static_cast<std::size_t>(
        std::count_if(verb.operands.begin(), verb.operands.end(), is_other));
    const std::vector<std::string>& words = invocation.operands;
    const std::size_t written = written_word(verb, invocation);
    for (std::size_t i = 0; i + others < words.size(); ++i) {
        (i == written ? named.outputs : named.inputs).push_back(words[i]);
    }
    for (const Flag& flag : verb.flags) {
        for (const std::string& file : invocation.values(flag.name)) {
            if (flag.kind == ValueKind::file) {
                (flag.is_read ? named.inputs : named.outputs).push_back(file);
            }
        }
    }
    std::erase(named.outputs, "-");
    return named;
}

/// Devices can be read and written by everyone; a file that is not there yet has only its name.
bool is_same_file(const std::string& one, const std::string& other) {
    std::error_code error;
    if (std::filesystem::is_regular_file(one, error)) {
        return std::filesystem::equivalent(one, other, error);
    }
    return !std::filesystem::exists(one, error) && !std::filesystem::exists(other, error) &&
           std::filesystem::weakly_canonical(std::filesystem::absolute(one), error) ==
               std::filesystem::weakly_canonical(std::filesystem::absolute(other), error);
}

/// The file behind `talks.toml@2026-02-01` and behind a dash.
std::string file_behind(const std::string& input) {
    if (input == "-") {
        return "/dev/stdin";
    }
    const std::size_t at = input.rfind('@');
    const bool has_date = at != std::string::npos && parse_date(input.substr(at + 1)).has_value();
    return has_date ? input.substr(0, at) : input;
}

/// `frontier and timeline`
std::string drawing_verbs() {
    std::string names;
    for (const Verb& verb : all_verbs()) {
        names += verb.draws ? (names.empty() ? "" : " and ") + verb.name : "";
    }
    return names;
}

} // namespace

Diagnostics undrawn_files(const Verb& verb, const Invocation& invocation) {
    const std::string file = invocation.value("output").value_or("");
    if (verb.draws || !file.ends_with(".svg")) {
        return {};
    }
    return {{{file, 0, 0},
             "`" + verb.name + "` draws nothing",
             "name a file that does not end in .svg; " + drawing_verbs() + " draw"}};
}

Diagnostics overwritten_files(const Verb& verb, const Invocation& invocation) {
    const auto [inputs, outputs] = named_files(verb, invocation);
    Diagnostics problems;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        for (const std::string& input : inputs) {
            if (is_same_file(outputs[i], file_behind(input))) {
                problems.push_back(
                    {{outputs[i], 0, 0},
                     "the result would be written over `" + input + "`, which is read",
                     "name another file for the result"});
            }
        }
        for (std::size_t before = 0; before < i; ++before) {
            if (is_same_file(outputs[i], outputs[before])) {
                problems.push_back({{outputs[i], 0, 0},
                                    "two results would be written to this file",
                                    "name two files"});
            }
        }
    }
    return problems;
}

} // namespace unbracket::cli
