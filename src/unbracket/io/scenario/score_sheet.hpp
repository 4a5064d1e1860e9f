#pragma once

#include "unbracket/io/scenario/scenario_format.hpp"

#include <string>
#include <string_view>

// Score sheets as plain text, one for each party: a line for each issue with its scores, and in the
// last line the score that an agreement must reach.
//
//     # score sheet of Alta                      # a comment, to the end of the line
//     share: 10 % = 55, 25 % = 20, 40 % = 0      # an issue, its options, their scores
//     "term, in years": five = 45, ten = 30.5    # names with : = , # " stand in quotation marks
//     threshold: 60
//
// Names may be left out: `55, 20, 0` or `55 20 0`, and `60` in the last line. Numbers are decimals.

namespace unbracket {

/// Whether a text is meant as one: its first line that holds something begins with the comment
/// `# score sheet` or consists of numbers, or its last one begins with `threshold:`.
bool begins_like_score_sheet(std::string_view bytes);

/// Whether a number begins a line of it or stands behind `=` or `:`; a text without any is none.
bool may_hold_scores(std::string_view bytes);

/// The lines as a document: `scores`, a list of tables with the `issue` where it is named and
/// `items`, each a `score` and the `option` where it is named; and the `threshold`. Refused with a
/// place: whatever checked_text refuses, a line that is no line of a sheet, more values than the
/// limits allow, a last line that is not a single number. Linear; never throws.
Result<Node> read_score_sheet(std::string_view bytes, const std::string& file_name,
                              const DocumentLimits& limits = {});

FileRole score_sheet_role(const Node& root);

/// All sheets must have the same issues and options. Named ones are matched by name, in any order;
/// those without names by position, with the first sheet that has names. Where none has, issues are
/// called A, B, C ... and options A1, A2 ...
Result<Scenario> read_score_sheets(const std::vector<ScenarioFile>& files,
                                   const ScenarioOptions& options, ScenarioNotes& notes);

/// A file PARTY.txt for each profile. What is part of every outcome's worth is taken off the
/// threshold.
Result<std::vector<NamedText>> write_score_sheets(const Scenario& scenario);

/// See ScenarioFormat::changed.
std::vector<std::string> changed_by_score_sheets(const Scenario& scenario);

} // namespace unbracket
