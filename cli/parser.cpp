#include "cli/parser.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <cctype>

// The only file that sees CLI11, which takes seconds to compile: it cuts words into flags, values
// and operands. What they mean is checked here by our own description, so that every problem is
// named and not only the first.

namespace unbracket::cli {

namespace {

Diagnostic problem(std::string what, std::string hint = {}) {
    return {{}, std::move(what), std::move(hint)};
}

std::string suggestion(const std::string& wanted, const std::vector<std::string>& known,
                       const std::string& otherwise) {
    const std::optional<std::string> nearest = nearest_spelling(wanted, known);
    return nearest ? "did you mean `" + *nearest + "`?" : otherwise;
}

std::vector<std::string> verb_names() {
    std::vector<std::string> names;
    for (const Verb& verb : all_verbs()) {
        if (verb.listing == Listing::shown) {
            names.push_back(verb.name);
        }
    }
    return names;
}

bool is_digits(const std::string& text) {
    return !text.empty() && text.size() <= 18 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(const std::string& text) {
    const ParsedDecimal parsed = parse_decimal(text);
    return parsed.problem == DecimalProblem::none && parsed.value.sign() >= 0;
}

/// What is wrong with one value of a flag; empty for nothing.
std::string value_problem(const Flag& flag, const std::string& value, std::string& hint) {
    const std::string shown = "--" + flag.name + " " + (value.empty() ? "\"\"" : value);
    switch (flag.kind) {
    case ValueKind::date:
        hint = "write it as 2026-03-01";
        return parse_date(value) ? "" : shown + ": not a date";
    case ValueKind::count:
        if (!is_digits(value)) {
            return shown + ": not a whole number of at most 18 digits";
        }
        return std::stoull(value) >= flag.least
                   ? ""
                   : shown + ": less than " + std::to_string(flag.least);
    case ValueKind::number:
        return is_number(value) ? "" : shown + ": not a number that is 0 or more";
    case ValueKind::choice: {
        const bool is_known =
            std::find(flag.choices.begin(), flag.choices.end(), value) != flag.choices.end();
        hint = known_hint(value, flag.choices);
        return is_known ? "" : shown + ": not known here";
    }
    case ValueKind::file:
        return value.empty() ? shown + ": no file name" : "";
    case ValueKind::none:
    case ValueKind::text:
        break;
    }
    return "";
}

void check_flags(const Verb& verb, const Invocation& invocation, Diagnostics& problems) {
    for (const Flag& flag : verb.flags) {
        const std::vector<std::string> values = invocation.values(flag.name);
        if (flag.occurs == Occurs::once && values.size() > 1) {
            problems.push_back(
                problem("--" + flag.name + " is given " + std::to_string(values.size()) + " times",
                        "give it once"));
        }
        for (const std::string& value : values) {
            std::string hint;
            const std::string what = value_problem(flag, value, hint);
            if (!what.empty()) {
                problems.push_back(problem(what, hint));
            }
        }
    }
}

void check_operands(const Verb& verb, const Invocation& invocation, Diagnostics& problems) {
    std::size_t least = 0;
    std::size_t most = 0;
    bool is_open = false;
    std::string usage;
    for (const Operand& operand : verb.operands) {
        least += operand.at_least;
        most += operand.at_most;
        is_open |= operand.at_most == 0;
        usage += " " + operand.name;
    }
    const std::size_t count = invocation.operands.size();
    const std::string hint = "unbracket " + verb.name + " --help";
    if (count < least) {
        problems.push_back(problem("`" + verb.name + "` needs" + usage +
                                       (count == 0 ? "" : ", not only " + invocation.operands[0]),
                                   hint));
    } else if (!is_open && count > most) {
        problems.push_back(problem(
            "`" + verb.name + "` has no place for `" + invocation.operands[most] + "`", hint));
    }
}

/// `--force=no` reads as if it did something else than `--force`.
void name_needless_values(const Verb& verb, const std::vector<std::string>& words,
                          Diagnostics& problems) {
    for (const Flag& flag : verb.flags) {
        const std::string start = "--" + flag.name + "=";
        const bool has_value =
            std::any_of(words.begin(), words.end(),
                        [&](const std::string& word) { return word.starts_with(start); });
        if (flag.kind == ValueKind::none && has_value) {
            problems.push_back(problem("--" + flag.name + " takes no value",
                                       "write --" + flag.name + ", or leave it out"));
        }
    }
}

void name_unknown_flags(const Verb& verb, const std::vector<std::string>& extras,
                        Diagnostics& problems) {
    std::vector<std::string> known;
    for (const Flag& flag : verb.flags) {
        known.push_back("--" + flag.name);
    }
    for (const std::string& extra : extras) {
        const std::string name = extra.substr(0, extra.find('='));
        problems.push_back(problem("`" + verb.name + "` has no flag `" + name + "`",
                                   suggestion(name, known, "unbracket " + verb.name + " --help")));
    }
}

/// `--place=` would take the next word as its value; an empty value is meant.
std::vector<std::string> with_empty_values(const std::vector<std::string>& words) {
    std::vector<std::string> clear;
    for (const std::string& word : words) {
        const bool is_empty_value =
            word.size() > 3 && word.find('=') == word.size() - 1 && word.rfind("--", 0) == 0;
        clear.push_back(is_empty_value ? word.substr(0, word.size() - 1) : word);
        if (is_empty_value) {
            clear.emplace_back();
        }
    }
    return clear;
}

std::string spelled(const Flag& flag) {
    const std::string letter = flag.letter == '\0' ? "" : std::string("-") + flag.letter + ",";
    return letter + "--" + flag.name;
}

/// Hands the description to CLI11 and lets it sort the words.
class Sorter {
public:
    explicit Sorter(const Verb& verb) : verb_(verb) {
        app_.set_help_flag();
        app_.allow_extras();
        app_.allow_windows_style_options(false);
        for (const Flag& flag : verb.flags) {
            if (flag.kind == ValueKind::none) {
                options_.push_back(app_.add_flag(spelled(flag)));
            } else {
                std::vector<std::string>& values = values_[flag.name];
                options_.push_back(collected(app_.add_option(spelled(flag), values)));
            }
        }
    }

    /// Words behind `--` are operands, whatever they look like.
    Result<Invocation> sort(const std::vector<std::string>& words) {
        const auto mark = std::find(words.begin(), words.end(), "--");
        std::vector<std::string> reversed = with_empty_values({words.begin(), mark});
        std::reverse(reversed.begin(), reversed.end());
        Diagnostics problems;
        name_needless_values(verb_, {words.begin(), mark}, problems);
        try {
            app_.parse(std::move(reversed));
        } catch (const CLI::ArgumentMismatch& mismatch) {
            problems.push_back(problem(missing_value(mismatch.what())));
        } catch (const CLI::ParseError& error) {
            problems.push_back(problem(error.what()));
        }
        std::vector<std::string> unknown;
        for (const std::string& word : app_.remaining()) {
            const bool is_flag = word.size() > 1 && word[0] == '-';
            (is_flag ? unknown : operands_).push_back(word);
        }
        operands_.insert(operands_.end(), mark == words.end() ? mark : mark + 1, words.end());
        name_unknown_flags(verb_, unknown, problems);
        if (!problems.empty()) {
            return problems;
        }
        return collect();
    }

private:
    static CLI::Option* collected(CLI::Option* option) {
        option->expected(1);
        option->allow_extra_args(false);
        option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        return option;
    }

    std::string missing_value(const std::string& message) const {
        for (const Flag& flag : verb_.flags) {
            if (message.rfind("--" + flag.name + ":", 0) == 0 ||
                message.find("--" + flag.name + " ") != std::string::npos) {
                return "--" + flag.name + " needs a value: --" + flag.name + " " + flag.value;
            }
        }
        return message;
    }

    Invocation collect() {
        Invocation invocation;
        invocation.operands = operands_;
        for (std::size_t i = 0; i < options_.size(); ++i) {
            const Flag& flag = verb_.flags[i];
            if (options_[i]->count() > 0) {
                invocation.flags[flag.name] = values_[flag.name];
            }
        }
        return invocation;
    }

    const Verb& verb_;
    CLI::App app_;
    std::vector<std::string> operands_;
    std::vector<CLI::Option*> options_; // of the verb's flags, in their order
    std::map<std::string, std::vector<std::string>> values_;
};

} // namespace

Result<ChosenVerb> choose_verb(const std::vector<std::string>& words) {
    std::vector<std::string> continuations;
    for (const Verb& verb : all_verbs()) {
        const std::size_t blank = verb.name.find(' ');
        if (blank == std::string::npos && verb.name == words[0]) {
            return ChosenVerb{&verb, {words.begin() + 1, words.end()}};
        }
        if (blank != std::string::npos && verb.name.substr(0, blank) == words[0]) {
            if (words.size() > 1 && verb.name.substr(blank + 1) == words[1]) {
                return ChosenVerb{&verb, {words.begin() + 2, words.end()}};
            }
            if (words.size() > 1 && (words[1] == "--help" || words[1] == "-h")) {
                return ChosenVerb{&verb, {words.begin() + 1, words.end()}};
            }
            continuations.push_back(verb.name);
        }
    }
    if (!continuations.empty()) {
        return problem("`" + words[0] + "` needs a second word",
                       "write `unbracket " + continuations[0] + "`");
    }
    return problem("unknown verb `" + words[0] + "`",
                   suggestion(words[0], verb_names(), "unbracket --help lists them"));
}

Result<Invocation> parse_words(const Verb& verb, const std::vector<std::string>& words) {
    Sorter sorter(verb);
    Result<Invocation> sorted = sorter.sort(words);
    if (!sorted || sorted.value().has("help")) {
        return sorted;
    }
    Diagnostics problems;
    check_flags(verb, sorted.value(), problems);
    check_operands(verb, sorted.value(), problems);
    if (!problems.empty()) {
        return problems;
    }
    return sorted;
}

} // namespace unbracket::cli
