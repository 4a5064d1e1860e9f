#include "cli/request.hpp"

#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/problems.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"

#include <algorithm>
#include <utility>

namespace unbracket::cli {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t most_threads = 256;

Pairs cut_at_equals(const Invocation& invocation, const std::string& flag, const std::string& form,
                    Diagnostics& problems) {
    Pairs pairs;
    for (const std::string& text : invocation.values(flag)) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos || equals == 0) {
            problems.push_back({{"--" + flag, 0, 0},
                                "`" + text + "` has no name and value",
                                "write it as --" + flag + " " + form});
            continue;
        }
        const std::string name = text.substr(0, equals);
        const auto is_given = [&](const auto& pair) { return pair.first == name; };
        if (std::any_of(pairs.begin(), pairs.end(), is_given)) {
            problems.push_back(
                {{"--" + flag, 0, 0}, "`" + name + "` is given twice", "give it once"});
        }
        pairs.emplace_back(name, text.substr(equals + 1));
    }
    return pairs;
}

} // namespace

ScenarioOptions scenario_options(const Invocation& invocation) {
    ScenarioOptions options;
    if (invocation.value("semantics") == "negmas") {
        options.semantics = Semantics::negmas;
    }
    options.grid_steps = invocation.count("grid").value_or(options.grid_steps);
    const std::string all = invocation.value("parties").value_or("");
    std::string_view names = all;
    for (bool is_more = invocation.value("parties").has_value(); is_more;) {
        const std::size_t comma = names.find(',');
        options.parties.emplace_back(names.substr(0, comma));
        is_more = comma != std::string_view::npos;
        names.remove_prefix(is_more ? comma + 1 : names.size());
    }
    return options;
}

Diagnostic twice_standard_input() {
    return {{"-", 0, 0}, "standard input is named more than once", "it can be read only once"};
}

std::string asked_view(const Invocation& invocation) {
    const auto view = invocation.value("view");
    return view && view->empty() ? " " : view.value_or("");
}

Result<CaseRequest> case_request(const Invocation& invocation, std::vector<std::string> files) {
    Diagnostics problems;
    CaseRequest request;
    request.files = std::move(files);
    if (std::count(request.files.begin(), request.files.end(), "-") > 1) {
        problems.push_back(twice_standard_input());
    }
    request.settings = cut_at_equals(invocation, "set", "ADDRESS=VALUE", problems);
    request.answers = cut_at_equals(invocation, "answer", "QUESTION=ANSWER", problems);
    request.without = invocation.values("without");
    request.view = asked_view(invocation);
    request.scenario = scenario_options(invocation);
    if (const std::optional<std::string> date = invocation.value("as-of")) {
        request.as_of = parse_date(*date);
    }
    if (!problems.empty()) {
        return problems;
    }
    return request;
}

namespace {

/// Calls `open(request)`, on a terminal with a line that says so where it takes long.
template <class Open>
auto while_reading(const CaseRequest& request, const Open& open) {
    const bool waits_for_typing =
        std::find(request.files.begin(), request.files.end(), "-") != request.files.end();
    if (waits_for_typing) {
        const EndsAtOnce reading;
        return open(request);
    }
    const Progress reading("reading", Stopping::at_once);
    return open(request);
}

} // namespace

Result<LoadedCase> opened(const CaseRequest& request) {
    return while_reading(request, [](const CaseRequest& one) { return open_case(one); });
}

namespace {

std::string joined(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) {
        text += (text.empty() ? "" : " ") + sentence;
    }
    return text;
}

void tell(const std::string& text) {
    if (!text.empty()) {
        write_to_standard_error(without_control_characters(text) + "\n");
    }
}

Result<SeenCase> read_back(Result<Node> document) {
    Result<LoadedCase> loaded =
        document ? open_case(document.value(), {}) : Result<LoadedCase>(document.problems());
    return loaded
               ? Result<SeenCase>(SeenCase{std::move(document).value(), std::move(loaded).value()})
               : Result<SeenCase>(loaded.problems());
}

} // namespace

void tell_reading(const Invocation& invocation, const std::vector<std::string>& files) {
    if (holds_scenario(files)) {
        ScenarioNotes notes = scenario_notes(files, scenario_options(invocation));
        std::vector<std::string> told;
        if (!invocation.has("quiet")) {
            told = std::move(notes.remarks);
        }
        told.insert(told.end(), notes.assumptions.begin(), notes.assumptions.end());
        tell(joined(told));
    }
}

void tell_reading(const Invocation& invocation, const std::vector<std::string>& files,
                  const std::string& summary) {
    if (invocation.has("quiet")) {
        tell_reading(invocation, files);
    } else if (holds_scenario(files)) {
        tell(summary);
    }
}

Result<LayeredCase> opened_layers(const Invocation& invocation) {
    const Result<CaseRequest> request = case_request(invocation, invocation.operands);
    if (!request) {
        return request.problems();
    }
    Result<LayeredCase> layered = while_reading(
        request.value(), [](const CaseRequest& one) { return open_layered_case(one); });
    if (layered) {
        tell_reading(invocation, request.value().files, layered.value().loaded.negotiation.summary);
    }
    return layered;
}

Result<LoadedCase> opened(const Invocation& invocation, std::vector<std::string> files) {
    const Result<CaseRequest> request = case_request(invocation, std::move(files));
    if (!request) {
        return request.problems();
    }
    Result<LoadedCase> loaded = opened(request.value());
    if (loaded) {
        tell_reading(invocation, request.value().files, loaded.value().negotiation.summary);
    }
    return loaded;
}

Result<LoadedCase> opened(const Invocation& invocation) {
    return opened(invocation, invocation.operands);
}

bool changes_case(const Invocation& invocation) {
    return std::any_of(changing_flags.begin(), changing_flags.end(),
                       [&](std::string_view flag) { return invocation.has(flag); });
}

Result<SeenCase> seen_case(const Invocation& invocation, const std::vector<std::string>& files) {
    if (changes_case(invocation)) {
        const Result<LoadedCase> loaded = opened(invocation, files);
        return loaded ? read_back(settled_document(loaded.value()))
                      : Result<SeenCase>(loaded.problems());
    }
    Result<SeenCase> seen = read_back(open_view({.files = files,
                                                 .view = asked_view(invocation),
                                                 .scenario = scenario_options(invocation)}));
    if (seen) {
        tell_reading(invocation, files, seen.value().loaded.negotiation.summary);
    }
    return seen;
}

JsonOptions json_options(const Invocation& invocation) {
    JsonOptions options;
    options.numbers = invocation.has("exact") ? JsonNumbers::exact : JsonNumbers::decimal;
    options.timings = invocation.has("timings") ? JsonTimings::present : JsonTimings::absent;
    return options;
}

std::optional<unsigned> thread_count(const Invocation& invocation) {
    const auto threads = invocation.count("threads");
    return threads ? std::optional(
                         static_cast<unsigned>(std::clamp<std::size_t>(*threads, 1, most_threads)))
                   : std::nullopt;
}

ClaimOptions search_options(const Invocation& invocation) {
    ClaimOptions options;
    options.cancel = &interruption();
    if (const auto nodes = invocation.count("nodes")) {
        options.node_budget = *nodes;
    }
    options.threads = thread_count(invocation).value_or(options.threads);
    return options;
}

} // namespace unbracket::cli
