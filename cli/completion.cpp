#include "cli/completion.hpp"

#include "cli/command.hpp"

#include <algorithm>
#include <vector>

namespace unbracket::cli {

namespace {

struct VerbWords {
    std::string first;
    std::string second; // of verbs of two words
};

VerbWords words_of(const Verb& verb) {
    const std::size_t blank = verb.name.find(' ');
    return blank == std::string::npos
               ? VerbWords{verb.name, ""}
               : VerbWords{verb.name.substr(0, blank), verb.name.substr(blank + 1)};
}

std::vector<const Verb*> shown_verbs() {
    std::vector<const Verb*> shown;
    for (const Verb& verb : all_verbs()) {
        if (verb.listing == Listing::shown) {
            shown.push_back(&verb);
        }
    }
    return shown;
}

std::string joined_words(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

/// For single quotes of every shell.
std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char letter : text) {
        result += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    }
    return result + "'";
}

std::string flag_words(const Verb& verb) {
    std::vector<std::string> words;
    for (const Flag& flag : verb.flags) {
        words.push_back("--" + flag.name);
        if (flag.letter != '\0') {
            words.push_back(std::string("-") + flag.letter);
        }
    }
    return joined_words(words);
}

std::string format_words(const Verb& verb) {
    const auto format = std::find_if(verb.flags.begin(), verb.flags.end(),
                                     [](const Flag& flag) { return flag.name == "format"; });
    return format == verb.flags.end() ? std::string() : joined_words(format->choices);
}

/// Brackets, colons and backslashes mean something to _arguments.
std::string zsh_text(const std::string& text) {
    std::string result;
    for (const char letter : text) {
        const bool is_special = letter == '[' || letter == ']' || letter == ':' || letter == '\\';
        result += (is_special ? "\\" : "") + std::string(1, letter);
    }
    return result;
}

std::string zsh_value(const Flag& flag) {
    if (flag.kind == ValueKind::none) {
        return "";
    }
    const std::string action = flag.kind == ValueKind::choice
                                   ? "(" + joined_words(flag.choices) + ")"
                               : flag.kind == ValueKind::file ? "_files"
                                                              : " ";
    return ":" + zsh_text(flag.value) + ":" + action;
}

std::string zsh_arguments(const Verb& verb) {
    std::string text = "      _arguments -s";
    for (const Flag& flag : verb.flags) {
        const std::string help = "[" + zsh_text(flag.help) + "]" + zsh_value(flag);
        const std::string star = flag.occurs == Occurs::repeatedly ? "*" : "";
        text += " \\\n        " + quoted(star + "--" + flag.name + help);
        if (flag.letter != '\0') {
            text += " \\\n        " + quoted(star + "-" + std::string(1, flag.letter) + help);
        }
    }
    return text + " \\\n        " + quoted("*:case file:_files") + "\n";
}

} // namespace

std::string bash_completion() {
    std::vector<std::string> first_words;
    std::string flags;
    std::string values;
    for (const Verb* verb : shown_verbs()) {
        const VerbWords words = words_of(*verb);
        if (std::find(first_words.begin(), first_words.end(), words.first) == first_words.end()) {
            first_words.push_back(words.first);
        }
        flags += "    " + words.first + ") flags=" + quoted(flag_words(*verb)) +
                 " second=" + quoted(words.second) + " formats=" + quoted(format_words(*verb)) +
                 " ;;\n";
        for (const Flag& flag : verb->flags) {
            const std::string line = "    --" + flag.name + ") COMPREPLY=($(compgen -W " +
                                     quoted(joined_words(flag.choices)) +
                                     " -- \"$current\")); return ;;\n";
            if (flag.kind == ValueKind::choice && flag.name != "format" &&
                values.find(line) == std::string::npos) {
                values += line;
            }
        }
    }
    return "# bash completion of unbracket; written by `unbracket completion bash`\n"
           "_unbracket() {\n"
           "  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
           "  local flags='' second='' formats=''\n"
           "  COMPREPLY=()\n"
           "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "    COMPREPLY=($(compgen -W " +
           quoted(joined_words(first_words) + " --help --version") +
           " -- \"$current\"))\n    return\n  fi\n"
           "  case \"${COMP_WORDS[1]}\" in\n" +
           flags +
           "  esac\n"
           "  case \"$before\" in\n" +
           values +
           "    --format) COMPREPLY=($(compgen -W \"$formats\" -- \"$current\")); return ;;\n"
           "  esac\n"
           "  if [ -n \"$second\" ] && [ \"$COMP_CWORD\" -eq 2 ]; then\n"
           "    COMPREPLY=($(compgen -W \"$second\" -- \"$current\"))\n"
           "  elif [[ $current == -* ]]; then\n"
           "    COMPREPLY=($(compgen -W \"$flags\" -- \"$current\"))\n"
           "  else\n"
           "    COMPREPLY=($(compgen -f -- \"$current\"))\n"
           "  fi\n"
           "}\n"
           "complete -o filenames -F _unbracket unbracket\n";
}

std::string zsh_completion() {
    std::string verbs;
    std::string cases;
    for (const Verb* verb : shown_verbs()) {
        const VerbWords words = words_of(*verb);
        verbs += "    " + quoted(words.first + ":" + zsh_text(verb->summary)) + "\n";
        const std::string skip = words.second.empty()
                                     ? ""
                                     : "      if (( CURRENT == 2 )); then compadd " + words.second +
                                           "; return; fi\n      shift words; (( CURRENT-- ))\n";
        cases += "    " + words.first + ")\n" + skip + zsh_arguments(*verb) + "      ;;\n";
    }
    return "#compdef unbracket\n"
           "# written by `unbracket completion zsh`\n"
           "_unbracket() {\n"
           "  local -a verbs\n"
           "  verbs=(\n" +
           verbs +
           "  )\n"
           "  if (( CURRENT == 2 )); then\n"
           "    _describe verb verbs\n"
           "    return\n"
           "  fi\n"
           "  local verb=$words[2]\n"
           "  shift words; (( CURRENT-- ))\n"
           "  case $verb in\n" +
           cases +
           "  esac\n"
           "}\n"
           "_unbracket \"$@\"\n";
}

std::string fish_completion() {
    std::string text = "# fish completion of unbracket; written by `unbracket completion fish`\n";
    std::string tests;
    for (const Verb* verb : shown_verbs()) {
        const VerbWords words = words_of(*verb);
        const std::string seen = " -n " + quoted("__fish_seen_subcommand_from " + words.first);
        text += "complete -c unbracket -n __fish_use_subcommand -f -a " + quoted(words.first) +
                " -d " + quoted(verb->summary) + "\n";
        if (!words.second.empty()) {
            text += "complete -c unbracket" + seen + " -a " + quoted(words.second) + "\n";
        }
        for (const Flag& flag : verb->flags) {
            tests += "complete -c unbracket" + seen + " -l " + flag.name;
            tests += flag.letter == '\0' ? "" : std::string(" -s ") + flag.letter;
            if (flag.kind == ValueKind::choice) {
                tests += " -x -a " + quoted(joined_words(flag.choices));
            } else if (flag.kind != ValueKind::none) {
                tests += flag.kind == ValueKind::file ? " -r -F" : " -x";
            }
            tests += " -d " + quoted(flag.help) + "\n";
        }
    }
    return text + tests;
}

} // namespace unbracket::cli
