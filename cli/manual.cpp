#include "cli/manual.hpp"

#include "cli/help.hpp"

#include <algorithm>

namespace unbracket::cli {

namespace {

/// Text that troff prints as it is: backslashes, hyphens, and dots or quotes that begin a line.
std::string plain(const std::string& text) {
    std::string result;
    bool begins_line = true;
    for (const char letter : text) {
        if (begins_line && (letter == '.' || letter == '\'')) {
            result += "\\&";
        }
        result += letter == '\\'  ? std::string("\\e")
                  : letter == '-' ? std::string("\\-")
                                  : std::string(1, letter);
        begins_line = letter == '\n';
    }
    return result;
}

std::string header(const std::string& name, const std::string& summary) {
    return ".TH \"" + plain(name) +
           "\" 1 \"\" \"unbracket " UNBRACKET_VERSION "\" \"User commands\"\n.SH NAME\n" +
           plain(name) + " \\- " + plain(summary) + "\n";
}

std::string paragraphs(const std::string& text) {
    std::string result;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find("\n\n", start), text.size());
        result += (start == 0 ? "" : ".PP\n") + plain(text.substr(start, end - start)) + "\n";
        start = end + 2;
    }
    return result;
}

std::string described(const std::string& name, const std::string& meaning) {
    return ".TP\n.B " + plain(name) + "\n" + plain(meaning) + "\n";
}

std::string exit_codes() {
    return ".SH EXIT STATUS\n" + described("0", "the question was answered, whatever the answer") +
           described("1", "a failure of the program or of the machine") +
           described("2", "a wrong command line or a wrong file") +
           described("3", "verify refused the certificate") +
           described("10 to 13", "with --exit-code: no agreement, depends, undecided, "
                                 "contradiction") +
           described("130", "stopped by Ctrl-C");
}

std::string trimmed(const std::string& text) {
    return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

} // namespace

std::string manual_name(const Verb& verb) {
    std::string name = "unbracket-" + verb.name;
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string manual_page(const Verb& verb) {
    std::string page = header(manual_name(verb), verb.summary);
    page += ".SH SYNOPSIS\n.B " + plain(usage_of(verb)) + "\n.SH DESCRIPTION\n" +
            paragraphs(verb.description);
    page += ".SH OPERANDS\n";
    for (const Operand& operand : verb.operands) {
        page += described(operand.name, operand.help);
    }
    page += ".SH OPTIONS\n";
    for (const Flag& flag : verb.flags) {
        page += described(trimmed(spelling_of(flag)), explanation_of(flag));
    }
    page += ".SH EXAMPLES\n";
    for (const Example& example : verb.examples) {
        page += described(example.command, example.what);
    }
    return page + exit_codes() + ".SH SEE ALSO\n.BR unbracket (1)\n";
}

std::string manual_overview() {
    std::string page =
        header("unbracket", "tell whether a negotiation admits an agreement, and why");
    page += ".SH SYNOPSIS\n.B unbracket\nVERB [flags] CASE...\n.SH DESCRIPTION\n" +
            paragraphs("unbracket reads a case: who is at the table, the points of the plan, what "
                       "each party said and can live with, what each has without agreement. It "
                       "tells whether an agreement exists, what that turns on, and proves it.");
    page += ".SH VERBS\n";
    std::string others;
    for (const Verb& verb : all_verbs()) {
        if (verb.listing == Listing::shown) {
            page += described(verb.name, verb.summary);
            others += (others.empty() ? "" : ",\n") + std::string(".BR ") +
                      plain(manual_name(verb)) + " (1)";
        }
    }
    page += exit_codes() + ".SH ENVIRONMENT\n" +
            described("NO_COLOR", "set to anything: no colours unless asked for by --color") +
            described("COLUMNS", "the width of text where --width does not say it");
    return page + ".SH SEE ALSO\n" + others + "\n";
}

} // namespace unbracket::cli
