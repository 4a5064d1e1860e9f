#include "unbracket/what_if_request.hpp"

#include "unbracket/base/trimmed.hpp"
#include "unbracket/robust/table_change.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace unbracket {

namespace {

struct WhatIfWords {
    std::string label;
    std::string text;
    CaseRequest request; // of what a case request can ask for
    std::vector<std::string> layers;
    std::vector<TableChange> table;
};

constexpr std::array<std::string_view, 9> verbs = {"set",  "without",   "as-of", "answer", "role",
                                                   "open", "leave-out", "sign",  "layer"};

std::string tidied(const std::string& text) {
    return std::string(trimmed(text, " \t"));
}

/// Cuts at a mark that stands outside of quotation marks and brackets.
std::vector<std::string> cut(std::string_view text, char mark) {
    std::vector<std::string> parts(1);
    int depth = 0;
    bool is_quoted = false;
    for (const char letter : text) {
        is_quoted = is_quoted != (letter == '"');
        depth += letter == '[' || letter == '{' ? 1 : letter == ']' || letter == '}' ? -1 : 0;
        if (letter == mark && depth == 0 && !is_quoted) {
            parts.emplace_back();
        } else {
            parts.back() += letter;
        }
    }
    for (std::string& part : parts) {
        part = tidied(part);
    }
    std::erase(parts, "");
    return parts;
}

class Reader {
public:
    Reader(const CaseRequest& base, const std::string& typed) {
        asked_.request = base;
        const std::size_t colon = typed.find(": ");
        asked_.text = tidied(colon == std::string::npos ? typed : typed.substr(colon + 2));
        asked_.label = colon == std::string::npos ? asked_.text : tidied(typed.substr(0, colon));
        const std::vector<std::string> steps = cut(asked_.text, ';');
        for (const std::string& step : steps) {
            const std::size_t blank = std::min(step.find(' '), step.size());
            read(step.substr(0, blank), tidied(step.substr(blank)), step);
        }
        if (steps.empty()) {
            refuse("`" + typed + "` changes nothing", "write --case \"LABEL: set ADDRESS=VALUE\"");
        }
    }

    Result<WhatIfWords> asked() && {
        return problems_.empty() ? Result<WhatIfWords>(std::move(asked_)) : std::move(problems_);
    }

private:
    void refuse(std::string what, std::string hint) {
        problems_.push_back({{"--case " + asked_.label, 0, 0}, std::move(what), std::move(hint)});
    }

    void read(const std::string& verb, const std::string& rest, const std::string& step) {
        if (std::find(verbs.begin(), verbs.end(), verb) == verbs.end() || rest.empty()) {
            const auto nearest = nearest_spelling(verb, {verbs.begin(), verbs.end()});
            refuse("`" + step + "` is no change of a case",
                   nearest && *nearest != verb
                       ? "did you mean `" + *nearest + "`?"
                       : "write set ADDRESS=VALUE, without STATEMENT, as-of DATE, answer "
                         "QUESTION=ANSWER, role PARTY=ROLE, open ISSUE, leave-out ISSUE, sign "
                         "DOCUMENT,DOCUMENT or layer FILE");
        } else if (verb == "without") {
            asked_.request.without.push_back(rest);
        } else if (verb == "as-of") {
            read_date(rest);
        } else if (verb == "open") {
            asked_.table.push_back({TableChangeKind::open, rest, {}});
        } else if (verb == "leave-out") {
            asked_.table.push_back({TableChangeKind::leave_out, rest, {}});
        } else if (verb == "sign") {
            asked_.table.push_back({TableChangeKind::sign, "", cut(rest, ',')});
        } else if (verb == "layer") {
            asked_.layers.push_back(rest);
        } else {
            read_pair(verb, rest);
        }
    }

    void read_date(const std::string& text) {
        asked_.request.as_of = parse_date(text);
        if (!asked_.request.as_of) {
            refuse("`" + text + "` is not a date", "write it as 2026-03-01");
        }
    }

    void read_pair(const std::string& verb, const std::string& text) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos || equals == 0) {
            refuse("`" + text + "` has no name and value", "write " + verb + " NAME=VALUE");
            return;
        }
        const std::string name = tidied(text.substr(0, equals));
        const std::string value = tidied(text.substr(equals + 1));
        if (verb == "role") {
            asked_.table.push_back({TableChangeKind::role, name, cut(value, '+')});
            return;
        }
        auto& pairs = verb == "set" ? asked_.request.settings : asked_.request.answers;
        std::erase_if(pairs, [&](const auto& pair) { return pair.first == name; });
        pairs.emplace_back(name, value);
    }

    WhatIfWords asked_;
    Diagnostics problems_;
};

Result<Node> with_layers(const Node& document, const std::vector<std::string>& files,
                         const std::string& view) {
    if (files.empty()) {
        return document;
    }
    std::vector<Node> layers = {document};
    for (const std::string& file : files) {
        Result<Node> layer = open_document({file}, view);
        if (!layer) {
            return layer;
        }
        layers.push_back(std::move(layer).value());
    }
    Result<Node> whole = merge_layers(layers);
    return whole ? std::move(whole) : Result<Node>(told_to(view, whole.problems()));
}

Result<LoadedCase> changed_case(const Node& document, const WhatIfWords& asked) {
    const Result<Node> layered = with_layers(document, asked.layers, asked.request.view);
    if (!layered) {
        return layered.problems();
    }
    Result<LoadedCase> loaded = open_case(layered.value(), asked.request);
    return loaded && !asked.table.empty() ? with_table_changes(loaded.value(), asked.table)
                                          : std::move(loaded);
}

/// The files are valid as they are, so that what is wrong comes from the what-if, wherever it
/// shows; only what stands in a layer of its own is said of that file.
void add_problems(Diagnostics& all, Diagnostics more, const std::string& label,
                  const std::vector<std::string>& files) {
    for (Diagnostic& problem : more) {
        const bool is_of_case =
            std::find(files.begin(), files.end(), problem.where.file) != files.end();
        if (is_of_case) {
            problem.what += " (" + to_string(problem.where) + ")";
        }
        if (is_of_case ||
            (problem.where.line == 0 && !problem.where.file.text().starts_with("--case"))) {
            problem.where = {"--case " + label, 0, 0};
        }
        all.push_back(std::move(problem));
    }
}

} // namespace

Result<WhatIfTable> find_what_ifs(const CaseRequest& base, const std::vector<std::string>& what_ifs,
                                  const ClaimOptions& options) {
    const Result<Node> document = open_document(base.files, base.view, base.scenario);
    if (!document) {
        return document.problems();
    }
    Result<LoadedCase> loaded = open_case(document.value(), base);
    if (!loaded) {
        return loaded.problems();
    }
    Diagnostics problems;
    std::vector<WhatIf> changed;
    for (const std::string& typed : what_ifs) {
        Result<WhatIfWords> asked = Reader(base, typed).asked();
        if (!asked) {
            add_problems(problems, asked.problems(), typed, {});
            continue;
        }
        Result<LoadedCase> one = changed_case(document.value(), asked.value());
        if (one) {
            changed.push_back({asked.value().label, asked.value().text, std::move(one).value()});
        } else {
            add_problems(problems, one.problems(), asked.value().label, base.files);
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    return compare_what_ifs(std::move(loaded).value(), std::move(changed), options);
}

} // namespace unbracket
