#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/request.hpp"
#include "cli/verbs.hpp"

#include <algorithm>
#include <optional>

namespace unbracket::cli {

namespace {

Node answer_as_json(const Case& negotiation, const CertificateAnswer& answer) {
    Node whole = table_node();
    add_identity(whole, negotiation);
    const auto* proved = std::get_if<certificate::Checked>(&answer);
    add_member(whole, "proved", boolean_node(proved != nullptr));
    add_member(whole, "verdict", proved != nullptr ? text_node(proved->verdict) : null_node());
    if (proved != nullptr && !proved->solutions.empty()) {
        std::vector<Node> solutions;
        for (const std::string& solution : proved->solutions) {
            solutions.push_back(text_node(solution));
        }
        add_member(whole, "solutions", list_node(std::move(solutions)));
        Node tolerances = table_node();
        for (std::size_t at = 0; at < proved->solutions.size(); ++at) {
            if (!proved->tolerances[at].empty()) {
                add_member(tolerances, proved->solutions[at], text_node(proved->tolerances[at]));
            }
        }
        add_member(whole, "within_tolerance", boolean_node(!tolerances.members.empty()));
        add_member(whole, "tolerances", std::move(tolerances));
    }
    const auto* refusal = std::get_if<certificate::Refusal>(&answer);
    add_member(whole, "reason", refusal != nullptr ? text_node(refusal->reason) : null_node());
    return whole;
}

std::string verdict_sentence(const std::string& verdict) {
    if (verdict == "agreement") {
        return "yes, one combination is acceptable in every reading.";
    }
    if (verdict == "no_agreement") {
        return "no, no combination is acceptable in any reading.";
    }
    if (verdict == "depends") {
        return "not settled, some combination is acceptable in some reading, none in every "
               "reading.";
    }
    return verdict == "contradiction"
               ? "no answer, what the file says of a party leaves it no reading."
               : verdict + ".";
}

std::string solution_name(const std::string& id) {
    for (const SolutionKind kind : all_solution_kinds) {
        if (words_of(kind).key == id) {
            return words_of(kind).name;
        }
    }
    return id;
}

/// Those without a tolerance on one line, and one for each tolerance.
void put_solutions(const certificate::Checked& proved, Page& page) {
    std::vector<std::pair<std::string, std::string>> lines; // tolerance, solutions
    for (std::size_t at = 0; at < proved.solutions.size(); ++at) {
        const std::string& tolerance = proved.tolerances[at];
        const auto line = std::find_if(lines.begin(), lines.end(),
                                       [&](const auto& known) { return known.first == tolerance; });
        if (line == lines.end()) {
            lines.emplace_back(tolerance, solution_name(proved.solutions[at]));
        } else {
            line->second += ", " + solution_name(proved.solutions[at]);
        }
    }
    page.line("In the central reading of this case no outcome is better by:");
    for (const auto& [tolerance, names] : lines) {
        page.line(names);
        if (!tolerance.empty()) {
            page.line("but for " + tolerance +
                      " of each party's span, its best value minus its worst");
        }
    }
}

std::string answer_as_text(const CertificateAnswer& answer, bool is_stopped,
                           const ScreenOptions& screen) {
    Page page(screen);
    if (const auto* proved = std::get_if<certificate::Checked>(&answer)) {
        page.heading("PROVED");
        if (proved->solutions.empty()) {
            page.line("The certificate proves for this case: " + verdict_sentence(proved->verdict));
        } else {
            put_solutions(*proved, page);
        }
        return page.text();
    }
    if (is_stopped) {
        page.heading("STOPPED");
        page.line("Ctrl-C ended the check; nothing is known of this certificate.");
        return page.text();
    }
    std::string reason = std::get<certificate::Refusal>(answer).reason;
    if (reason == "the certificate is for another case") {
        reason += ", or the file, --as-of, --set, --without or --answer changed since";
    }
    page.heading("REFUSED");
    page.line(reason);
    return page.text();
}

Result<Node> opened_certificate(const std::string& file) {
    std::optional<Progress> progress;
    if (file != "-") {
        progress.emplace("reading", Stopping::at_once);
    }
    return open_certificate(file);
}

/// Whether the certificate was named where the case belongs.
bool is_certificate(const std::string& file) {
    if (file == "-") {
        return false;
    }
    const Result<Node> content = opened_certificate(file);
    return content && content.value().find("unbracket_certificate") != nullptr;
}

int tell_wrong_certificate(const std::vector<std::string>& cases, const std::string& certificate,
                           const Diagnostics& problems, const Console& console) {
    if (cases.size() != 1 || !is_certificate(cases[0])) {
        return console.fail(problems);
    }
    return console.fail(
        {{{},
          "`" + cases[0] + "` is the certificate, and `" + certificate + "` is not",
          "the case comes first: unbracket verify " + certificate + " " + cases[0]}});
}

CertificateAnswer run_checker(const LoadedCase& loaded, const Node& certificate) {
    const Progress progress("verifying");
    return verify_certificate(loaded, certificate, &interruption());
}

int verify_case(const Invocation& invocation, Console& console) {
    std::vector<std::string> files = invocation.operands;
    const std::string certificate = files.back();
    files.pop_back();
    if (certificate == "-" && std::find(files.begin(), files.end(), "-") != files.end()) {
        return console.fail({twice_standard_input()});
    }
    const Result<Node> proof = opened_certificate(certificate);
    if (!proof) {
        return tell_wrong_certificate(files, certificate, proof.problems(), console);
    }
    const Result<LoadedCase> loaded = opened(invocation, std::move(files));
    if (!loaded) {
        return console.fail(loaded.problems());
    }
    const CertificateAnswer answer = run_checker(loaded.value(), proof.value());
    const bool is_proved = std::holds_alternative<certificate::Checked>(answer);
    const bool is_stopped = !is_proved && interruption().is_raised();
    const int code = is_proved ? answered : refused;
    return console.format() == Format::json
               ? console.answer(answer_as_json(loaded.value().negotiation, answer), code)
               : console.answer(answer_as_text(answer, is_stopped, console.screen()), code);
}

} // namespace

Verb verify_verb() {
    return {
        .name = "verify",
        .summary = "let the independent checker prove or refuse a certificate",
        .description =
            "The last operand is the certificate that `check --certificate` or `frontier "
            "--certificate` wrote. The checker "
            "shares only file reading with the engine and recomputes everything else from the "
            "entries. A certificate holds for one version of a case: give the same --as-of, --set, "
            "--without and --answer as when it was made.\n\nExit code 0 only if the certificate "
            "proves its verdict for this case, 3 if it is refused.",
        .operands = {case_operand(),
                     {.name = "CERTIFICATE", .help = "the file written by --certificate"}},
        .flags = joined({case_flags(), answer_flags(), general_flags()}),
        .examples = {{"unbracket verify talks.toml proof.json", "check a proof"}},
        .run = verify_case,
    };
}

} // namespace unbracket::cli
