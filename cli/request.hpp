#pragma once

#include "unbracket/layered_case.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/command.hpp"

#include <string>
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

/// Whether any of the flags changes the case; --view, which leaves out, is none of them.
bool changes_case(const Invocation& invocation);

JsonOptions json_options(const Invocation& invocation);

/// Of --threads, between 1 and 256.
std::optional<unsigned> thread_count(const Invocation& invocation);

/// Budget and threads of the search, and Ctrl-C.
ClaimOptions search_options(const Invocation& invocation);

} // namespace unbracket::cli
