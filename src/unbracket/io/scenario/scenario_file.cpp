#include "unbracket/io/scenario/scenario_file.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/file.hpp"
#include "unbracket/io/scenario/parse.hpp"
#include "unbracket/io/scenario/reading.hpp"
#include "unbracket/io/scenario/scenario_document.hpp"
#include "unbracket/io/scenario/scenario_folder.hpp"
#include "unbracket/io/scenario/scenario_format.hpp"
#include "unbracket/io/scenario/score_sheet.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

namespace unbracket {

namespace {

const ScenarioFormat* format_of(const Node& root, FileRole& role) {
    for (const ScenarioFormat& format : scenario_formats()) {
        role = format.role(root);
        if (role != FileRole::none) {
            return &format;
        }
    }
    return nullptr;
}

bool is_folder(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

/// Gathers the files of one scenario.
class Gatherer {
public:
    void add_folder(const std::string& folder) {
        const Result<FolderContent> content = folder_content(folder);
        if (!content) {
            take(content.problems());
            return;
        }
        for (const std::string& path : content.value().no_files) {
            pass_over_no_file(path);
        }
        unopened_.insert(unopened_.end(), content.value().unopened.begin(),
                         content.value().unopened.end());
        for (const std::string& file : content.value().files) {
            if (add(file)) {
                continue;
            }
            if (is_meant_) {
                take_of_folder();
                continue;
            }
            if (is_named_as_text(file) && holds_scores_) {
                add_hint();
                unread_sheets_.insert(unread_sheets_.end(), broken_.begin(), broken_.end());
            }
            passed_over_.push_back(std::filesystem::path(file).filename().string());
        }
    }

    void add_file(const std::string& file) {
        if (add(file)) {
            return;
        }
        if (broken_.empty()) {
            broken_ = {{{file},
                        "this is no part of a scenario",
                        "known are files of Genius, GeniusWeb, NegMAS and NegoLog, and "
                        "score sheets"}};
        }
        take(broken_);
    }

    /// Whether it is a part of a scenario, or may be one.
    bool may_be_part(const std::string& file) { return add(file) || is_meant_; }

    Result<ReadScenario> read(const ScenarioOptions& options, const std::string& path,
                              const std::string& name) {
        const auto is_domain = [](const ScenarioFile& file) {
            return file.role == FileRole::domain;
        };
        const auto domains = std::count_if(files_.begin(), files_.end(), is_domain);
        if (domains > 1) {
            problems_.push_back({{path},
                                 "several files are domains",
                                 "name one of them and its profiles instead of the folder"});
        } else if (problems_.empty() && static_cast<std::size_t>(domains) == files_.size()) {
            problems_.push_back(
                {{path},
                 "there is no profile of Genius, GeniusWeb, NegMAS or NegoLog, and no "
                 "score sheet",
                 "name a case file itself, not its folder"});
            take(unread_sheets_); // one of them may be meant
        } else if (format_ != nullptr && format_->name == "scores") {
            take(unread_sheets_); // a sheet left out would be a party that nobody asks
        }
        if (!problems_.empty()) {
            return problems_;
        }
        ReadScenario all;
        Result<Scenario> scenario = format_->read(files_, options, all.notes);
        if (!scenario) {
            return scenario.problems();
        }
        all.scenario = std::move(scenario).value();
        all.scenario.name = name;
        all.title = name + " (" + how_read(options, all.notes) + ")";
        add_passed_over(all.notes);
        return all;
    }

private:
    /// Whatever the answer is told in, it says by which semantics, and what was assumed.
    std::string how_read(const ScenarioOptions& options, const ScenarioNotes& notes) const {
        std::string text(format_->title);
        if (format_->name == "genius") {
            text += options.semantics == Semantics::genius ? " files, semantics genius"
                                                           : " files, semantics negmas";
        }
        for (const std::string& assumption : notes.assumptions) {
            text += "; " + assumption.substr(0, assumption.find_last_not_of('.') + 1);
        }
        return text;
    }

    /// False where it is no part of a scenario; `broken_` then says why where it cannot be read,
    /// `is_meant_` whether it may be one all the same: left out, it could be a party that nobody
    /// asks.
    bool add(const std::string& path) {
        broken_.clear();
        holds_scores_ = true; // as long as nobody could read it
        is_meant_ = is_named_as_data(path);
        const Result<std::string> bytes = read_file(path);
        if (!bytes) {
            broken_ = bytes.problems();
            return false;
        }
        Result<Node> root = parse_scenario_file(bytes.value(), path, aliases_);
        if (!root) {
            broken_ = root.problems();
            holds_scores_ = may_hold_scores(bytes.value());
            is_meant_ = (is_meant_ && !is_row_of_elements(bytes.value())) ||
                        begins_like_genius(bytes.value()) || begins_like_score_sheet(bytes.value());
            return false;
        }
        FileRole role = FileRole::none;
        const ScenarioFormat* format = format_of(root.value(), role);
        if (format == nullptr) {
            const auto unread = is_meant_ ? unread_part(root.value()) : std::nullopt;
            is_meant_ = unread.has_value();
            broken_ = unread ? Diagnostics{*unread} : Diagnostics();
            return false;
        }
        if (format_ != nullptr && format != format_) {
            problems_.push_back({{path},
                                 "this is a file of " + std::string(format->title) +
                                     ", those before it are of " + std::string(format_->title),
                                 "name files of one format"});
        }
        format_ = format_ == nullptr ? format : format_;
        files_.push_back(
            {std::filesystem::path(path).stem().string(), role, std::move(root).value()});
        if (role == FileRole::profile) {
            check_name(files_.back(), path);
        }
        return true;
    }

    /// Two profiles of one name would be two parties of one name.
    void check_name(const ScenarioFile& file, const std::string& path) {
        const auto [known, is_new] = profiles_.emplace(file.name, path);
        if (!is_new && known->second == path) {
            problems_.push_back({{path}, "this profile is named twice", "name it once"});
        } else if (!is_new) {
            problems_.push_back({{path},
                                 "another profile is called " + unbracket::quoted(file.name) +
                                     " too: " + known->second,
                                 "a party is called as its file without the ending; rename one of "
                                 "the two, or take it out"});
        }
    }

    void pass_over_no_file(const std::string& path) {
        if (is_named_as_data(path)) {
            broken_ = {{{path},
                        "this is a device, a pipe or a socket, and no file",
                        "take it out of the folder"}};
            take_of_folder();
        } else {
            passed_over_.push_back(std::filesystem::path(path).filename().string());
        }
    }

    /// What is wrong with a file that nobody named.
    void take_of_folder() {
        add_hint();
        take(broken_);
    }

    void add_hint() {
        for (Diagnostic& problem : broken_) {
            problem.hint += problem.hint.empty() ? "mend it" : "";
            problem.hint += "; or, if it is no part of the scenario, name the files that are";
        }
    }

    void take(const Diagnostics& problems) {
        problems_.insert(problems_.end(), problems.begin(), problems.end());
    }

    void add_passed_over(ScenarioNotes& notes) const {
        add_named("Passed over, neither a domain nor a profile: ", passed_over_, notes);
        std::vector<std::string> names;
        std::size_t files = 0;
        std::size_t folders = 0;
        for (const FolderContent::Unopened& each : unopened_) {
            names.push_back(std::filesystem::path(each.path).filename().string());
            if (each.may_hold_profiles) {
                (each.is_folder ? folders : files) += 1;
                notes.oddities.push_back({{each.path},
                                          each.is_folder
                                              ? "this folder inside the folder was not looked at"
                                              : "this hidden file was not looked at",
                                          ""});
            }
        }
        add_named("Not looked at, hidden or a folder inside: ", names, notes);
        for (const auto& [count, thing] :
             {std::pair(files, "hidden file"), std::pair(folders, "folder inside the folder")}) {
            if (count > 0) {
                notes.assumptions.push_back(counted(count, thing) +
                                            " not looked at, which may hold a profile (lint names "
                                            "each).");
            }
        }
    }

    static void add_named(const std::string& what, const std::vector<std::string>& names,
                          ScenarioNotes& notes) {
        constexpr std::size_t most_named = 5;
        if (names.empty()) {
            return;
        }
        std::string text = what;
        for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i) {
            text += (i == 0 ? "" : ", ") + names[i];
        }
        notes.remarks.push_back(text + (names.size() > most_named ? " and others." : "."));
    }

    AliasBudget aliases_; // of all files together
    const ScenarioFormat* format_ = nullptr;
    std::vector<ScenarioFile> files_;
    std::map<std::string, std::string> profiles_; // paths by name
    std::vector<std::string> passed_over_;
    std::vector<FolderContent::Unopened> unopened_;
    Diagnostics problems_;
    Diagnostics broken_;
    Diagnostics unread_sheets_; // of texts that were passed over
    bool is_meant_ = false;
    bool holds_scores_ = false; // what `broken_` is about may be a score sheet
};

/// Of the folder, or of the folder the file is in.
std::string name_of(const std::string& path) {
    std::error_code ignored;
    std::filesystem::path whole = std::filesystem::absolute(path, ignored).lexically_normal();
    if (!whole.has_filename()) {
        whole = whole.parent_path();
    }
    return is_folder(path) ? whole.filename().string() : whole.parent_path().filename().string();
}

} // namespace

bool is_scenario(const std::string& path) {
    if (is_folder(path)) {
        return true;
    }
    if (path == "-" || path.ends_with(".toml")) {
        return false;
    }
    if (path.ends_with(".xlsx") || path.ends_with(".csv")) {
        return false;
    }
    if (path.ends_with(".xml") || path.ends_with(".yaml") || path.ends_with(".yml") ||
        is_named_as_text(path)) {
        return true; // whatever is wrong with it, reading will tell
    }
    const Result<std::string> bytes = read_file(path);
    if (!bytes) {
        return false;
    }
    const Result<Node> root = parse_scenario_file(bytes.value(), path);
    FileRole role = FileRole::none;
    return root && root.value().find("unbracket") == nullptr &&
           format_of(root.value(), role) != nullptr;
}

std::vector<std::string> scenario_parts(const std::string& folder) {
    std::vector<std::string> parts;
    const Result<FolderContent> content = folder_content(folder);
    for (std::size_t i = 0; content && i < content.value().files.size(); ++i) {
        const std::string& file = content.value().files[i];
        if (Gatherer().may_be_part(file)) {
            parts.push_back(file);
        }
    }
    return parts;
}

Result<ReadScenario> read_scenario(const std::vector<std::string>& paths,
                                   const ScenarioOptions& options) {
    Gatherer gatherer;
    for (const std::string& path : paths) {
        if (is_folder(path)) {
            gatherer.add_folder(path);
        } else {
            gatherer.add_file(path);
        }
    }
    Result<ReadScenario> read = gatherer.read(options, paths.front(), name_of(paths.front()));
    if (!read) {
        return read;
    }
    Result<Scenario> chosen = with_parties(std::move(read.value().scenario), options.parties);
    if (!chosen) {
        return chosen.problems();
    }
    read.value().scenario = std::move(chosen).value();
    return read;
}

Result<Node> read_scenario_document(const std::vector<std::string>& paths,
                                    const ScenarioOptions& options) {
    const Result<ReadScenario> read = read_scenario(paths, options);
    if (!read) {
        return read.problems();
    }
    std::string summary;
    const ScenarioNotes& notes = read.value().notes;
    for (const auto* const sentences : {&notes.remarks, &notes.assumptions}) {
        for (const std::string& sentence : *sentences) {
            summary += (summary.empty() ? "" : " ") + sentence;
        }
    }
    return scenario_document(read.value().scenario, read.value().title, summary);
}

} // namespace unbracket
