#pragma once

#include "unbracket/base/random.hpp"
#include "unbracket/model/case.hpp"

#include <optional>
#include <string>

namespace unbracket::testing {

/// A small random case as text: up to four parties with stances, scores or nothing, up to three
/// issues of two or three options, and some of everything else: words, ranges, unknown options, red
/// lines, orders, curves, drafts as fallbacks, rules, norms, limits, bonuses, risks, intents and
/// counted parties. Not every text is a valid case (a party may have no weight above 0).
std::string random_case_text(Random& random);

/// The case of such a text, or nothing where it is not valid.
std::optional<Case> random_case(Random& random);

} // namespace unbracket::testing
