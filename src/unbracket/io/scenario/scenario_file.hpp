#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/scenario/scenario.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// Whether the path is a folder, or a file of one of the scenario formats by its name (.xml, .yml,
/// .yaml) or content. Any other file that cannot be read is none.
bool is_scenario(const std::string& path);

/// The files of a folder that are a domain or a profile of one of the formats, and those that would
/// be a problem when the folder is read, in order of their names. None where it cannot be read.
std::vector<std::string> scenario_parts(const std::string& folder);

struct ReadScenario {
    Scenario scenario;
    std::string title; // the name, the format and the semantics
    ScenarioNotes notes;
};

/// Reads folders and files as one scenario, whatever its format. Of a folder all files are looked
/// at, in order of their names; what can be read and is no part of a scenario is passed over and
/// named in a remark, and so are hidden files and folders inside it, which are not opened: an
/// assumption counts those that may hold profiles. A problem for each file that is named and is no
/// part of a scenario, that is XML, JSON or YAML by its name or begins like a part of a scenario
/// and cannot be read (a link that leads nowhere, a device), and where files are of several
/// formats, where there are several domains, no profile, or two profiles of one name. (XML of
/// several elements, none of them of Genius, is passed over.)
Result<ReadScenario> read_scenario(const std::vector<std::string>& paths,
                                   const ScenarioOptions& options = {});

/// The case that read_scenario() gives, its remarks and assumptions as the summary.
Result<Node> read_scenario_document(const std::vector<std::string>& paths,
                                    const ScenarioOptions& options = {});

} // namespace unbracket
