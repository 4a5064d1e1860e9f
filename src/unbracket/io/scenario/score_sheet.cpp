#include "unbracket/io/scenario/score_sheet.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/scenario/reading.hpp"
#include "unbracket/io/scenario/writing.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace unbracket {

namespace {

std::span<const Node> lines_of(const ScenarioFile& file) {
    return file.root.find("scores")->items;
}

std::span<const Node> items_of(const Node& line) {
    return line.find("items")->items;
}

bool has_named_issues(const ScenarioFile& file) {
    const auto lines = lines_of(file);
    return std::any_of(lines.begin(), lines.end(),
                       [](const Node& line) { return line.find("issue") != nullptr; });
}

/// What read_score_sheet() makes of a line; JSON and YAML may hold anything.
bool is_line(const Node& line) {
    const Node* issue = line.find("issue");
    const Node* items = line.find("items");
    const auto is_item = [&](const Node& item) {
        const Node* option = item.find("option");
        const Node* score = item.find("score");
        const bool is_named = items->items.front().find("option") != nullptr;
        return score != nullptr && scenario_number(score->text) &&
               (option != nullptr) == is_named &&
               (option == nullptr || option->kind == NodeKind::text);
    };
    return items != nullptr && !items->items.empty() &&
           (issue == nullptr || issue->kind == NodeKind::text) &&
           std::all_of(items->items.begin(), items->items.end(), is_item);
}

/// A, B ... Z, AA, AB ...
std::string letters(std::size_t position) {
    constexpr std::size_t alphabet = 26;
    std::string name;
    for (std::size_t left = position + 1; left > 0; left = (left - 1) / alphabet) {
        name.insert(name.begin(), static_cast<char>('A' + (left - 1) % alphabet));
    }
    return name;
}

/// Makes a scenario of all sheets.
class SheetReader {
public:
    explicit SheetReader(const std::vector<ScenarioFile>& files) : files_(files) {}

    Result<Scenario> read() {
        for (const ScenarioFile& file : files_) {
            check_names(file);
        }
        if (problems_.empty()) {
            find_issues();
        }
        IssueNames names(problems_);
        for (const ScenarioIssue& issue : scenario_.issues) {
            names.add(issue);
        }
        for (const ScenarioFile& file : files_) {
            ScenarioProfile& profile = scenario_.profiles.emplace_back();
            profile.name = file.name;
            profile.at = file.root.at;
            profile.fallback = *scenario_number(file.root.find("threshold")->text);
        }
        if (problems_.empty() && fits_a_case(scenario_, problems_)) {
            for (std::size_t i = 0; i < files_.size(); ++i) {
                fill(files_[i], scenario_.profiles[i]);
            }
        }
        return problems_.empty() ? Result<Scenario>(std::move(scenario_)) : problems_;
    }

private:
    void refuse(const SourcePosition& at, std::string what, std::string hint) {
        problems_.push_back({at, std::move(what), std::move(hint)});
    }

    /// All lines of a sheet have a name or none, and no two the same.
    void check_names(const ScenarioFile& file) {
        const bool is_named = has_named_issues(file);
        std::set<std::string> names;
        for (const Node& line : lines_of(file)) {
            const Node* issue = line.find("issue");
            if ((issue != nullptr) != is_named) {
                refuse(line.at, "this line names no issue, and other lines of the sheet do",
                       "name all issues of a sheet, or none");
            } else if (issue != nullptr && !names.insert(issue->text).second) {
                refuse(line.at, "a second line for the issue " + quoted(issue->text),
                       "keep one of them");
            }
        }
    }

    /// Names from the first sheet that has them.
    void find_issues() {
        const auto named = std::find_if(files_.begin(), files_.end(), has_named_issues);
        const ScenarioFile& first = named == files_.end() ? files_.front() : *named;
        const auto lines = lines_of(first);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            ScenarioIssue& issue = scenario_.issues.emplace_back();
            const Node* name = lines[i].find("issue");
            issue.name = name == nullptr ? letters(i) : name->text;
            issue.at = lines[i].at;
            const Node* labelled = labelled_line(issue.name, i);
            const auto items = items_of(labelled == nullptr ? lines[i] : *labelled);
            for (std::size_t j = 0; j < items.size(); ++j) {
                const Node* option = items[j].find("option");
                issue.values.push_back(option == nullptr ? letters(i) + std::to_string(j + 1)
                                                         : option->text);
            }
        }
    }

    /// The first line about that issue, in any sheet, that names its options.
    const Node* labelled_line(const std::string& issue, std::size_t position) const {
        for (const ScenarioFile& file : files_) {
            const Node* line = line_of(file, issue, position);
            if (line != nullptr && !items_of(*line).empty() &&
                items_of(*line)[0].find("option") != nullptr) {
                return line;
            }
        }
        return nullptr;
    }

    static const Node* line_of(const ScenarioFile& file, const std::string& issue,
                               std::size_t position) {
        const auto lines = lines_of(file);
        if (!has_named_issues(file)) {
            return position < lines.size() ? &lines[position] : nullptr;
        }
        const auto found = std::find_if(lines.begin(), lines.end(), [&](const Node& line) {
            return line.find("issue")->text == issue;
        });
        return found == lines.end() ? nullptr : &*found;
    }

    void fill(const ScenarioFile& file, ScenarioProfile& profile) {
        const auto lines = lines_of(file);
        for (std::size_t i = 0; i < scenario_.issues.size(); ++i) {
            const ScenarioIssue& issue = scenario_.issues[i];
            std::vector<Rational>& scores = profile.scores.emplace_back(issue.values.size());
            const Node* line = line_of(file, issue.name, i);
            if (line == nullptr) {
                refuse(file.root.at, "the issue " + quoted(issue.name) + " is missing",
                       "every sheet scores the same issues");
            } else if (items_of(*line).size() != issue.values.size()) {
                refuse(line->at,
                       "the issue " + quoted(issue.name) + " has " +
                           counted(items_of(*line).size(), "score") + " here and " +
                           counted(issue.values.size(), "option") + " in another sheet",
                       "every sheet scores the same options");
            } else {
                fill_scores(*line, issue, scores);
            }
        }
        for (const Node& line : lines) {
            refuse_unknown(line);
        }
        if (!has_named_issues(file) && lines.size() > scenario_.issues.size()) {
            refuse(lines[scenario_.issues.size()].at, "more issues than in another sheet",
                   "every sheet scores the same issues");
        }
    }

    void refuse_unknown(const Node& line) {
        const Node* name = line.find("issue");
        const bool is_known =
            name == nullptr ||
            std::any_of(scenario_.issues.begin(), scenario_.issues.end(),
                        [&](const ScenarioIssue& issue) { return issue.name == name->text; });
        if (!is_known) {
            refuse(line.at, "no other sheet has the issue " + quoted(name->text),
                   "every sheet scores the same issues");
        }
    }

    void fill_scores(const Node& line, const ScenarioIssue& issue, std::vector<Rational>& scores) {
        std::map<std::string, std::size_t> positions;
        for (std::size_t j = 0; j < issue.values.size(); ++j) {
            positions.emplace(issue.values[j], j);
        }
        std::set<std::size_t> filled;
        const auto items = items_of(line);
        for (std::size_t j = 0; j < items.size(); ++j) {
            const Node* option = items[j].find("option");
            const auto known = option == nullptr ? positions.end() : positions.find(option->text);
            if (option != nullptr && known == positions.end()) {
                refuse(items[j].at, "no other sheet has the option " + quoted(option->text),
                       "every sheet scores the same options");
                continue;
            }
            const std::size_t place = option == nullptr ? j : known->second;
            if (!filled.insert(place).second) {
                refuse(items[j].at, "a second score for the option " + quoted(option->text),
                       "keep one of them");
            }
            scores[place] = *scenario_number(items[j].find("score")->text);
        }
    }

    const std::vector<ScenarioFile>& files_;
    Scenario scenario_;
    Diagnostics problems_;
};

/// A name as it may stand before a colon or an equals sign.
std::string written_name(const std::string& name) {
    const bool is_plain = !name.empty() && name == without_outer_blanks(name) &&
                          name.find_first_of(":=,#\"") == std::string::npos;
    if (is_plain) {
        return name;
    }
    std::string text = "\"";
    for (const char letter : name) {
        text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    }
    return text + "\"";
}

/// Without the line breaks that no line can hold; such a name is a problem.
void check_name(const std::string& name, Diagnostics& problems) {
    if (name.find_first_of("\n\r") != std::string::npos) {
        problems.push_back({{},
                            "the name " + quoted(name) +
                                " has a line break, and a score sheet "
                                "holds a name in one line",
                            "give it a title of one line"});
    }
}

std::string sheet_text(const Scenario& scenario, const PlainProfile& profile,
                       const std::string& threshold) {
    std::string text = "# score sheet of " + profile.name + "\n";
    for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
        const ScenarioIssue& issue = scenario.issues[i];
        text += written_name(issue.name) + ": ";
        for (std::size_t j = 0; j < issue.values.size(); ++j) {
            text += (j == 0 ? "" : ", ") + written_name(issue.values[j]) + " = " +
                    (profile.worth[i].empty() ? "0" : profile.worth[i][j]);
        }
        text += "\n";
    }
    return text + "threshold: " + threshold + "\n";
}

} // namespace

FileRole score_sheet_role(const Node& root) {
    const Node* scores = root.find("scores");
    const Node* threshold = root.find("threshold");
    const bool is_sheet = root.members.size() == 2 && scores != nullptr && threshold != nullptr &&
                          scenario_number(threshold->text) && !scores->items.empty() &&
                          std::all_of(scores->items.begin(), scores->items.end(), is_line);
    return is_sheet ? FileRole::profile : FileRole::none;
}

Result<Scenario> read_score_sheets(const std::vector<ScenarioFile>& files,
                                   const ScenarioOptions& /*options*/, ScenarioNotes& notes) {
    Result<Scenario> scenario = SheetReader(files).read();
    const auto unnamed = std::count_if(files.begin(), files.end(), [](const ScenarioFile& file) {
        return !has_named_issues(file);
    });
    if (scenario) {
        notes.remarks.emplace_back("Score sheets: scores are added, and the threshold is what a "
                                   "party has without agreement.");
    }
    if (scenario && unnamed > 0) {
        notes.remarks.push_back(counted(static_cast<std::size_t>(unnamed), "sheet") +
                                " without names of issues: matched by position.");
    }
    return scenario;
}

Result<std::vector<NamedText>> write_score_sheets(const Scenario& scenario) {
    const Result<std::vector<PlainProfile>> profiles = plain_profiles(scenario, "score sheets");
    Diagnostics problems = profiles.problems();
    for (const ScenarioIssue& issue : scenario.issues) {
        check_name(issue.name, problems);
        for (const std::string& value : issue.values) {
            check_name(value, problems);
        }
    }
    for (const ScenarioProfile& profile : scenario.profiles) {
        check_name(profile.name, problems);
    }
    if (!problems.empty()) {
        return problems;
    }
    std::vector<NamedText> files;
    for (std::size_t i = 0; i < profiles.value().size(); ++i) {
        const PlainProfile& profile = profiles.value()[i];
        const auto threshold = scenario_decimal(profile.threshold);
        if (!threshold) {
            const ScenarioProfile& from = scenario.profiles[i];
            problems.push_back(too_long(without_agreement(from), from.at));
            continue;
        }
        files.push_back({profile.file + ".txt", sheet_text(scenario, profile, *threshold)});
    }
    return problems.empty() ? Result<std::vector<NamedText>>(std::move(files)) : problems;
}

std::vector<std::string> changed_by_score_sheets(const Scenario& scenario) {
    std::vector<std::string> changed = notes_of(plain_profiles(scenario, "score sheets"));
    changed.insert(changed.begin(), left_out_title);
    add_ranges_as_values(scenario, changed);
    return changed;
}

} // namespace unbracket
