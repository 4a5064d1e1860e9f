#include "unbracket/unbracket.hpp"

#include "unbracket/io/file.hpp"
#include "unbracket/io/format.hpp"
#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/json_writer.hpp"
#include "unbracket/io/scenario/scenario_file.hpp"
#include "unbracket/io/scenario/scenario_of_case.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit_later.hpp"
#include "unbracket/model/edit_view.hpp"
#include "unbracket/model/spelling.hpp"
#include "unbracket/spreadsheet.hpp"
#include "unbracket/unbracket_answers.hpp"

#include <algorithm>

namespace unbracket {

namespace {

/// A finished tree of a large case runs to some ten megabytes of multipliers.
constexpr DocumentLimits certificate_limits{std::size_t{64} << 20U, 32, 16'000'000};

/// Problems that stand in no file are said of the flag that made them.
Result<LoadedCase> said_of(const char* flag, Result<LoadedCase> loaded) {
    if (loaded) {
        return loaded;
    }
    Diagnostics problems = loaded.problems();
    for (Diagnostic& problem : problems) {
        if (problem.where.file.empty()) {
            problem.where.file = flag;
        }
    }
    return problems;
}

std::vector<Setting> typed_settings(const CaseRequest& request) {
    std::vector<Setting> settings;
    for (const auto& [address, value] : request.settings) {
        settings.push_back({address, parse_setting_value(value), {}});
    }
    return settings;
}

/// Which mistakes there are could only be told by quoting what is not seen.
Diagnostics invalid_for_views() {
    return {{{"--view", 0, 0},
             "the file is no valid case",
             "its mistakes are told without --view, to those who may read all of it"}};
}

/// The case without some statements, of which those that are not known yet do not count: neither
/// as named, nor as what else an entry rests on.
Result<LoadedCase> loaded_without(const Node& document, const CaseRequest& request) {
    const Result<Node> kept = without_statements(document, request.without);
    if (!kept) {
        return kept.problems();
    }
    Result<LoadedCase> loaded = load_case(kept.value(), request.as_of);
    const std::optional<Date> day = loaded ? loaded.value().negotiation.as_of : std::nullopt;
    const std::optional<Node> known = day ? without_later(document, *day) : std::nullopt;
    if (!known) {
        return loaded;
    }
    std::vector<std::string> selectors = request.without;
    std::erase_if(selectors, [&](const std::string& selector) {
        return !without_statements(*known, {selector}).ok();
    });
    Result<LoadedCase> then =
        load_case(without_statements(*known, selectors).value(), request.as_of);
    if (then) {
        LoadedCase& whole = loaded.value();
        then.value().with_later = whole.with_later ? std::move(whole.with_later)
                                                   : std::optional(std::move(whole.document));
    }
    return then;
}

/// A document of which the audience sees everything, and the changes after that.
Result<LoadedCase> open_seen(const Node& document, const CaseRequest& request) {
    Result<LoadedCase> loaded = request.without.empty() ? load_case(document, request.as_of)
                                                        : loaded_without(document, request);
    if (!request.view.empty()) {
        loaded = said_of("--view", std::move(loaded));
    }
    if (loaded && !request.answers.empty()) {
        loaded = said_of("--answer", with_answers(loaded.value(), request.answers));
    }
    if (loaded && !request.settings.empty()) {
        loaded = said_of("--set", with_changes(loaded.value(), typed_settings(request)));
    }
    return loaded;
}

/// The names that are files of other programs, and those that are not, in their order.
struct SortedFiles {
    std::vector<std::string> scenario;
    std::vector<std::string> layers; // an empty name where the scenario belongs
};

SortedFiles sorted(const std::vector<std::string>& files) {
    SortedFiles all;
    for (const std::string& file : files) {
        if (!is_scenario(file)) {
            all.layers.push_back(file);
            continue;
        }
        if (all.scenario.empty()) {
            all.layers.emplace_back();
        }
        all.scenario.push_back(file);
    }
    return all;
}

Result<Node> document_in(const std::string& file) {
    if (file.ends_with(".csv")) {
        return Diagnostic{{file},
                          "a table of positions is no whole case",
                          "name the case file, and this file behind `convert --positions`"};
    }
    if (!is_workbook(file)) {
        return read_document(file);
    }
    Result<SheetCase> read = open_workbook_case(file);
    return read ? std::move(read.value().document) : Result<Node>(read.problems());
}

} // namespace

bool holds_scenario(const std::vector<std::string>& files) {
    return std::any_of(files.begin(), files.end(), is_scenario);
}

ScenarioNotes scenario_notes(const std::vector<std::string>& files,
                             const ScenarioOptions& options) {
    const SortedFiles all = sorted(files);
    if (all.scenario.empty()) {
        return {};
    }
    Result<ReadScenario> read = read_scenario(all.scenario, options);
    return read ? std::move(read.value().notes) : ScenarioNotes();
}

Result<std::vector<NamedText>> write_scenario(const Case& negotiation, std::string_view format,
                                              ScenarioNotes& notes) {
    const ScenarioFormat* known = scenario_format_named(format);
    UNBRACKET_REQUIRE(known != nullptr, "a scenario is written in a format that is known");
    const Result<Scenario> scenario =
        scenario_of_case(negotiation, std::string(known->title), notes);
    if (!scenario) {
        return scenario.problems();
    }
    const std::vector<std::string> changed = known->changed(scenario.value());
    notes.remarks.insert(notes.remarks.end(), changed.begin(), changed.end());
    return known->write(scenario.value());
}

std::vector<std::string> scenario_format_names() {
    std::vector<std::string> names;
    for (const ScenarioFormat& format : scenario_formats()) {
        names.emplace_back(format.name);
    }
    return names;
}

Diagnostics told_to(const std::string& view, const Diagnostics& problems) {
    const bool is_about_content =
        std::any_of(problems.begin(), problems.end(),
                    [](const Diagnostic& problem) { return problem.where.line > 0; });
    return !view.empty() && is_about_content ? invalid_for_views() : problems;
}

Result<std::vector<Node>> open_layers(const std::vector<std::string>& files,
                                      const std::string& view, const ScenarioOptions& scenario) {
    if (files.empty()) {
        return Diagnostic{{}, "no file is named", "name at least one case file"};
    }
    Diagnostics problems;
    std::vector<Node> layers;
    const SortedFiles all = sorted(files);
    if (all.scenario.empty() && !scenario.parties.empty()) {
        return Diagnostic{{"--parties", 0, 0},
                          "no file holds profiles to choose from",
                          "it chooses among those of a folder of Genius files and the like"};
    }
    for (const std::string& file : all.layers) {
        Result<Node> layer =
            file.empty() ? read_scenario_document(all.scenario, scenario) : document_in(file);
        problems.insert(problems.end(), layer.problems().begin(), layer.problems().end());
        if (layer) {
            layers.push_back(std::move(layer).value());
        }
    }
    return problems.empty() ? Result<std::vector<Node>>(std::move(layers))
                            : told_to(view, problems);
}

Result<Node> open_document(const std::vector<std::string>& files, const std::string& view,
                           const ScenarioOptions& scenario) {
    const Result<std::vector<Node>> layers = open_layers(files, view, scenario);
    if (!layers) {
        return layers.problems();
    }
    Result<Node> whole = merge_layers(layers.value());
    return whole ? std::move(whole) : Result<Node>(told_to(view, whole.problems()));
}

Result<Node> open_view(const CaseRequest& request) {
    const Result<Node> document = open_document(request.files, request.view, request.scenario);
    return document ? open_view(document.value(), request) : document;
}

Result<Node> open_view(const Node& document, const CaseRequest& request) {
    if (request.view.empty()) {
        return document;
    }
    if (!bind_case(document, request.as_of)) {
        return invalid_for_views();
    }
    const Result<Audience> audience = audience_named(document, request.view);
    if (!audience) {
        return audience.problems();
    }
    return visible_part(document, audience.value(), request.as_of);
}

Result<LoadedCase> open_case(const CaseRequest& request) {
    Result<Node> document = open_view(request);
    return document ? open_seen(document.value(), request)
                    : Result<LoadedCase>(document.problems());
}

Result<LoadedCase> open_case(const Node& document, const CaseRequest& request) {
    const Result<Node> seen = open_view(document, request);
    return seen ? open_seen(seen.value(), request) : Result<LoadedCase>(seen.problems());
}

Result<Timeline> find_timeline(const CaseRequest& request, const ClaimOptions& options) {
    // What the audience sees on the day of the question, on all days before.
    const Result<Node> document = open_view(request);
    if (!document) {
        return document.problems();
    }
    const auto open = [&](const Date& date) {
        CaseRequest dated = request;
        dated.as_of = date;
        dated.view.clear();
        return open_case(document.value(), dated);
    };
    return find_timeline(open, request.as_of, options);
}

Result<std::string> write_document(const Node& document, std::string_view format) {
    if (const DocumentFormat* known = format_named(format)) {
        return known->write(document);
    }
    const auto nearest = nearest_spelling(format, document_format_names());
    return Diagnostic{{},
                      "no format is called `" + std::string(format) + "`",
                      nearest ? "did you mean `" + *nearest + "`?" : ""};
}

std::vector<std::string> document_format_names() {
    std::vector<std::string> names;
    for (const DocumentFormat& format : document_formats()) {
        names.emplace_back(format.name);
    }
    return names;
}

std::optional<Diagnostic> save_file(const std::string& path, std::string_view text) {
    if (path == "-") {
        return Diagnostic{{}, "\"-\" is no file", "print the text instead"};
    }
    return write_file_atomically(path, text);
}

std::string json_text(const Node& value, JsonLayout layout) {
    return write_json(value,
                      layout == JsonLayout::compact ? JsonStyle::compact : JsonStyle::indented)
        .value();
}

Node certificate_of(const LoadedCase& loaded, const CheckResult& result) {
    return write_certificate(loaded.negotiation, result.verdict);
}

Result<Node> open_certificate(const std::string& file) {
    const Result<std::string> bytes = read_file(file, certificate_limits.bytes);
    if (!bytes) {
        return bytes.problems();
    }
    const std::string hint = "name the case first, then the file that `check --certificate` wrote";
    if (bytes.value().find_first_not_of(" \t\r\n") == std::string::npos) {
        return Diagnostic{{file}, "the file is empty, and a certificate is JSON", hint};
    }
    const DocumentFormat* format = format_of_path(file);
    if (format != nullptr && format->name == "toml") {
        return Diagnostic{{file}, "this is a TOML file, and a certificate is JSON", hint};
    }
    Result<Node> certificate = read_json(bytes.value(), file, certificate_limits, JsonNulls::kept);
    if (certificate && certificate.value().find("unbracket") != nullptr) {
        return Diagnostic{{file}, "this is a case and not a certificate", hint};
    }
    return certificate;
}

CertificateAnswer verify_certificate(const LoadedCase& loaded, const Node& certificate,
                                     const CancelFlag* cancel) {
    certificate::Budget budget;
    budget.cancel = cancel;
    return certificate::check(loaded.negotiation, certificate, budget);
}

Result<CertificateAnswer> verify_certificate(const LoadedCase& loaded, const std::string& file,
                                             const CancelFlag* cancel) {
    const Result<Node> certificate = open_certificate(file);
    return certificate ? verify_certificate(loaded, certificate.value(), cancel)
                       : Result<CertificateAnswer>(certificate.problems());
}

Result<DraftScore> score(const LoadedCase& loaded, std::string_view draft) {
    const Case& negotiation = loaded.negotiation;
    const Result<DraftId> found = draft_named(negotiation, draft);
    if (!found) {
        return found.problems();
    }
    return score_draft(negotiation, appraise(negotiation), found.value());
}

Result<DraftId> draft_named(const Case& negotiation, std::string_view id) {
    if (const auto found = negotiation.find_draft(id)) {
        return *found;
    }
    return Diagnostic{{},
                      "the case has no draft `" + std::string(id) + "`",
                      known_hint(id, keys_of(negotiation.drafts))};
}

Result<std::vector<DraftId>> drafts_named(const Case& negotiation,
                                          const std::vector<std::string>& ids) {
    Diagnostics problems;
    std::vector<DraftId> drafts;
    for (const std::string& id : ids) {
        const Result<DraftId> found = draft_named(negotiation, id);
        problems.insert(problems.end(), found.problems().begin(), found.problems().end());
        if (found) {
            drafts.push_back(found.value());
        }
    }
    return problems.empty() ? Result<std::vector<DraftId>>(drafts) : problems;
}

Result<PartyId> counted_party_named(const Case& negotiation, std::string_view id) {
    std::vector<std::string> known;
    for (const PartyId party : negotiation.agreement.counted) {
        if (negotiation.party(party).key == id) {
            return party;
        }
        known.push_back(negotiation.party(party).key);
    }
    return Diagnostic{{},
                      "the case counts no party `" + std::string(id) + "` for an agreement",
                      known_hint(id, known)};
}

Result<PartyId> curve_party_named(const Case& negotiation, std::string_view id) {
    const Result<PartyId> party = counted_party_named(negotiation, id);
    const Appraisal appraisal = appraise(negotiation);
    if (!party || has_curve(negotiation, appraisal, party.value())) {
        return party;
    }
    if (!has_gain(appraisal, party.value())) {
        return Diagnostic{{},
                          "`" + std::string(id) +
                              "` has no stances and no scores, so it has no gain and no curve",
                          "enter some for it, or name another party"};
    }
    return Diagnostic{{},
                      "the curve of `" + std::string(id) +
                          "` shows how others fare, and no other party with stances or scores "
                          "counts for an agreement",
                      "leave out --curve, or add such a party to `agreement.required`"};
}

} // namespace unbracket
