#pragma once

#include "unbracket/layered_case.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/command.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket::cli {

/// The audience of --view; no flag: nobody in particular. An empty one is no audience that a case
/// can have, so that a script whose variable is not set gets an error and not the whole file.
std::string asked_view(const Invocation& invocation);

/// What --as-of, --set, --without, --view and --answer of these files ask for; a problem for each
/// --set or --answer that is not of the form NAME=VALUE.
Result<CaseRequest> case_request(const Invocation& invocation, std::vector<std::string> files);

/// What --semantics, --parties and --grid ask for.
ScenarioOptions scenario_options(const Invocation& invocation);

/// A dash that stands twice.
Diagnostic twice_standard_input();

/// Opens a case; on a terminal with a line that says so where it takes long.
Result<LoadedCase> opened(const CaseRequest& request);
/// Opens the case that all operands name as layers, and tells how files of other programs were
/// read.
Result<LoadedCase> opened(const Invocation& invocation);
/// The same where only these operands are case files.
Result<LoadedCase> opened(const Invocation& invocation, std::vector<std::string> files);

/// Tells on standard error what reading files of other programs had to tell, `summary` of the case;
/// with -q only what was taken for what they lack, since that can change the answer.
void tell_reading(const Invocation& invocation, const std::vector<std::string>& files,
                  const std::string& summary);
/// The same where the case is not at hand: the files are read once more.
void tell_reading(const Invocation& invocation, const std::vector<std::string>& files);

/// The same, with what its files do not agree about.
Result<LayeredCase> opened_layers(const Invocation& invocation);

/// Flags that change the case; --view, which leaves out, is none of them.
inline constexpr std::array<std::string_view, 4> changing_flags = {"as-of", "set", "without",
                                                                   "answer"};
bool changes_case(const Invocation& invocation);

/// A case to be passed on, as one document.
struct SeenCase {
    Node document;
    LoadedCase loaded; // of that document
};

/// The case of these files as the audience of --view sees it, with what was changed settled in it;
/// where nothing changes it, its dated changes stay. Tells what opened() tells.
Result<SeenCase> seen_case(const Invocation& invocation, const std::vector<std::string>& files);

JsonOptions json_options(const Invocation& invocation);

/// Of --threads, between 1 and 256.
std::optional<unsigned> thread_count(const Invocation& invocation);

/// Budget and threads of the search, and Ctrl-C.
ClaimOptions search_options(const Invocation& invocation);

} // namespace unbracket::cli
