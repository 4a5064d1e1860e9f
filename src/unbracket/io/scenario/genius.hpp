#pragma once

#include "unbracket/io/scenario/scenario_format.hpp"

namespace unbracket {

/// Domains and utility spaces of Genius (XML): discrete, integer and real issues, linear spaces and
/// hyper-rectangles. Issues and values are matched by name, never by position. Real issues are put
/// on a grid.
///
/// By `Semantics::genius` an evaluation counts as a share of the largest of its issue, functions of
/// numbers start at the lower bound and are cut at 0 and 1, bounds of rectangles are closed, and
/// sums are divided by `maxutility`. By `Semantics::negmas` evaluations are taken as they stand,
/// functions are not cut, bounds are open, EXCLUDES is read as INCLUDES, nothing is divided.
/// Neither cuts sums at 1, which a case cannot say; a remark tells where that matters.
FileRole genius_role(const Node& root);
Result<Scenario> read_genius(const std::vector<ScenarioFile>& files, const ScenarioOptions& options,
                             ScenarioNotes& notes);

/// A domain and a linear utility space for each profile, as Genius reads them. Worth is divided by
/// a number that makes every utility at most 1, and moved so that no evaluation is negative: the
/// note at the top of each file names both.
///
/// Where a profile has patterns and every issue is a whole number, all profiles are written as
/// hyper-rectangles: patterns whose values are consecutive numbers, a rectangle for each score, and
/// one without bounds for what is part of every outcome's worth. Any other pattern is a problem.
Result<std::vector<NamedText>> write_genius(const Scenario& scenario);

/// See ScenarioFormat::changed.
std::vector<std::string> changed_by_genius(const Scenario& scenario);

} // namespace unbracket
