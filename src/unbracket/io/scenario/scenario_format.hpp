#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/scenario/scenario.hpp"
#include "unbracket/model/document.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// What a file is to a format, told from its content.
enum class FileRole { none, domain, profile };

/// One file, parsed as XML, JSON or YAML.
struct ScenarioFile {
    std::string name; // of the file alone, without its ending
    FileRole role = FileRole::none;
    Node root;
};

struct NamedText {
    std::string name;
    std::string bytes;
};

/// One way to write scenarios. A new format is a reader, a writer and a line in the table behind
/// scenario_formats(); docs/how-to/add-a-format.md tells the steps.
struct ScenarioFormat {
    std::string_view name;  // as in --to
    std::string_view title; // as in sentences
    FileRole (*role)(const Node& root);
    /// At most one of the files is a domain, all others are profiles, at least one.
    Result<Scenario> (*read)(const std::vector<ScenarioFile>& files, const ScenarioOptions& options,
                             ScenarioNotes& notes);
    /// The files of a folder. A problem for each thing that the format cannot say.
    Result<std::vector<NamedText>> (*write)(const Scenario& scenario);
    /// What is not in the files as it is in the scenario, although it can be written: a sentence
    /// for each party whose numbers are others, and for the name where it has no place.
    std::vector<std::string> (*changed)(const Scenario& scenario);
};

std::span<const ScenarioFormat> scenario_formats();

/// By name, or nothing.
const ScenarioFormat* scenario_format_named(std::string_view name);

} // namespace unbracket
