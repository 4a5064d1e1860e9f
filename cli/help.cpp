#include "cli/help.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace unbracket::cli {

namespace {

/// Text broken at blanks so that lines fit; lines after the first are indented.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
    std::string result;
    std::size_t column = indent;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        const std::string_view word = text.substr(start, end - start);
        const bool is_first = column == indent;
        if (!is_first && column + 1 + word.size() > width) {
            result += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (!is_first) {
            result += ' ';
            ++column;
        }
        result += word;
        column += word.size();
        start = end + 1;
    }
    return result;
}

std::string paragraphs(std::string_view text, std::size_t width) {
    std::string result;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find("\n\n", start), text.size());
        result += wrapped(text.substr(start, end - start), 0, width) + "\n\n";
        start = end + 2;
    }
    return result;
}

/// Two columns: names, and what they mean.
std::string explained(const std::vector<std::pair<std::string, std::string>>& rows,
                      std::size_t width) {
    std::size_t widest = 0;
    for (const auto& [name, meaning] : rows) {
        widest = std::max(widest, name.size());
    }
    const std::size_t indent = std::min<std::size_t>(widest + 4, 28);
    std::string result;
    for (const auto& [name, meaning] : rows) {
        result += "  " + name;
        const bool fits = name.size() + 4 <= indent;
        result +=
            fits ? std::string(indent - name.size() - 2, ' ') : "\n" + std::string(indent, ' ');
        result += wrapped(meaning, indent, width) + "\n";
    }
    return result;
}

} // namespace

std::string spelling_of(const Flag& flag) {
    const std::string letter = flag.letter == '\0' ? "    " : std::string("-") + flag.letter + ", ";
    return letter + "--" + flag.name + (flag.value.empty() ? "" : " " + flag.value);
}

std::string explanation_of(const Flag& flag) {
    std::string text = flag.help;
    const bool is_said =
        std::all_of(flag.choices.begin(), flag.choices.end(), [&](const std::string& choice) {
            return flag.help.find(choice) != std::string::npos;
        });
    if (!is_said) {
        for (std::size_t i = 0; i < flag.choices.size(); ++i) {
            text += (i == 0 ? ": " : i + 1 == flag.choices.size() ? " or " : ", ");
            text += flag.choices[i];
        }
    }
    return text + (flag.occurs == Occurs::repeatedly ? " (may be repeated)" : "");
}

std::string usage_of(const Verb& verb) {
    std::string usage = "unbracket " + verb.name;
    usage += verb.flags.empty() ? "" : " [flags]";
    for (const Operand& operand : verb.operands) {
        const std::string name = operand.name + (operand.at_most == 0 ? "..." : "");
        usage += operand.at_least == 0 ? " [" + name + "]" : " " + name;
    }
    return usage;
}

std::string overview(std::size_t width) {
    std::string text = paragraphs(
        "unbracket tells whether a negotiation admits an agreement, what that turns on, and how it "
        "was proved.\n\nusage: unbracket VERB [flags] CASE...",
        width);
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Verb& verb : all_verbs()) {
        if (verb.listing == Listing::shown) {
            rows.emplace_back(verb.name, verb.summary);
        }
    }
    text += explained(rows, width) + "\n";
    text += wrapped("unbracket VERB --help explains a verb and shows an example; --version tells "
                    "the version.",
                    0, width) +
            "\n";
    text += wrapped("First steps: unbracket new my-case.toml, then unbracket check my-case.toml", 0,
                    width) +
            "\n";
    return text;
}

std::string help_of(const Verb& verb, std::size_t width) {
    std::string text = wrapped("unbracket " + verb.name + ": " + verb.summary, 0, width) + "\n\n";
    text += "usage: " + wrapped(usage_of(verb), 7, width) + "\n\n";
    text += verb.description.empty() ? "" : paragraphs(verb.description, width);
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Operand& operand : verb.operands) {
        rows.emplace_back(operand.name, operand.help);
    }
    text += rows.empty() ? "" : explained(rows, width) + "\n";
    rows.clear();
    for (const Flag& flag : verb.flags) {
        rows.emplace_back(spelling_of(flag), explanation_of(flag));
    }
    text += "flags\n" + explained(rows, width);
    text += verb.examples.empty() ? "" : "\nexamples\n";
    for (const Example& example : verb.examples) {
        text += "  " + wrapped(example.what, 2, width) + "\n    $ " + example.command + "\n";
    }
    return text;
}

} // namespace unbracket::cli
