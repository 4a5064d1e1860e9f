#pragma once

#include "unbracket/io/scenario/scenario_format.hpp"

namespace unbracket {

bool needs_rectangles(const Scenario& scenario);

/// Whether the values of every issue are consecutive whole numbers, on a grid or listed.
bool has_whole_numbers(const Scenario& scenario);

/// A domain and a space of hyper-rectangles for each profile of such a scenario: the sums of their
/// utilities, whole numbers, are worth times `maxutility` over a power of ten not below any worth.
/// A problem for each pattern whose values are not consecutive, and for each number that would not
/// be read back.
Result<std::vector<NamedText>> write_genius_rectangles(const Scenario& scenario);

/// How worth becomes utilities there, a sentence a profile; see ScenarioFormat::changed.
std::vector<std::string> changed_by_rectangles(const Scenario& scenario);

} // namespace unbracket
