#include "unbracket/io/scenario/negolog.hpp"

#include "unbracket/io/json_writer.hpp"
#include "unbracket/io/scenario/reading.hpp"
#include "unbracket/io/scenario/weighted.hpp"
#include "unbracket/io/scenario/writing.hpp"

namespace unbracket {

namespace {

bool has_table(const Node& root, std::string_view key) {
    const Node* found = root.find(key);
    return found != nullptr && found->kind == NodeKind::table;
}

WeightedProfile profile_of(const ScenarioFile& file, Diagnostics& problems, std::size_t& lacks) {
    TreeReader reader(problems);
    WeightedProfile profile;
    profile.name = file.name;
    profile.at = file.root.at;
    reader.refuse_unknown(file.root, "a profile of NegoLog",
                          {"reservationValue", "issueWeights", "issues", "name"});
    profile.weights = weights_by_issue(*file.root.find("issueWeights"), reader);
    for (const Node::Member& issue : file.root.find("issues")->members) {
        if (issue.value.kind != NodeKind::table) {
            reader.refuse(issue.at, "the issue `" + issue.key + "` has no table of values",
                          "write { value: utility }");
            continue;
        }
        profile.rows.push_back({issue.key, weighted_items(issue.value, reader), issue.at});
    }
    const Node* reservation = file.root.find("reservationValue");
    if (reservation == nullptr) {
        ++lacks;
    } else {
        profile.fallback = reader.number(*reservation, "`reservationValue`");
    }
    return profile;
}

} // namespace

FileRole negolog_role(const Node& root) {
    return has_table(root, "issueWeights") && has_table(root, "issues") ? FileRole::profile
                                                                        : FileRole::none;
}

Result<Scenario> read_negolog(const std::vector<ScenarioFile>& files,
                              const ScenarioOptions& /*options*/, ScenarioNotes& notes) {
    Diagnostics problems;
    std::vector<WeightedProfile> profiles;
    std::size_t lacks = 0;
    for (const ScenarioFile& file : files) {
        profiles.push_back(profile_of(file, problems, lacks));
    }
    if (!problems.empty()) {
        return problems;
    }
    notes.remarks.emplace_back("NegoLog files: utilities are weights times the utilities of "
                               "values.");
    if (lacks > 0) {
        notes.assumptions.push_back(without_reservation(lacks));
    }
    return weighted_scenario({}, profiles, notes);
}

Result<std::vector<NamedText>> write_negolog(const Scenario& scenario) {
    const Result<std::vector<UnitProfile>> profiles = unit_profiles(scenario, "NegoLog");
    if (!profiles) {
        return profiles.problems();
    }
    std::vector<NamedText> files;
    for (const UnitProfile& profile : profiles.value()) {
        Node root = table_node();
        add_member(root, "reservationValue", number_node(profile.reservation));
        Node& weights = add_member(root, "issueWeights", table_node());
        for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
            add_member(weights, scenario.issues[i].name, number_node(profile.weights[i]));
        }
        Node& issues = add_member(root, "issues", table_node());
        for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
            Node& issue = add_member(issues, scenario.issues[i].name, table_node());
            for (std::size_t j = 0; j < scenario.issues[i].values.size(); ++j) {
                add_member(issue, scenario.issues[i].values[j],
                           number_node(profile.utilities[i][j]));
            }
        }
        Result<std::string> text = write_json(root, JsonStyle::indented);
        files.push_back({profile.file + ".json", std::move(text).value()});
    }
    return files;
}

std::vector<std::string> changed_by_negolog(const Scenario& scenario) {
    std::vector<std::string> changed = notes_of(unit_profiles(scenario, "NegoLog"));
    changed.insert(changed.begin(), left_out_title);
    add_ranges_as_values(scenario, changed);
    return changed;
}

} // namespace unbracket
