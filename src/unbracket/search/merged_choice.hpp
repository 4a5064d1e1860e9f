#pragma once

#include "unbracket/search/find_choice.hpp"

namespace unbracket {

/// What find_choice() answers, sooner where forbidden combinations decide much. A NoChoice is as
/// certain but describes no search of this problem, so it is no certificate.
SearchAnswer find_choice_merged(const SearchProblem& problem, const LeafTest& leaf,
                                const TreeOptions& options = {});

} // namespace unbracket
