#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <string>
#include <utility>
#include <vector>

namespace unbracket {

/// The case with each of these questions (an alternative, `draft.ID` or `said.ID`) answered, and so
/// no longer open. Problems name unknown questions and answers with the nearest ones.
Result<LoadedCase> with_answers(const LoadedCase& loaded,
                                const std::vector<std::pair<std::string, std::string>>& answers);

} // namespace unbracket
