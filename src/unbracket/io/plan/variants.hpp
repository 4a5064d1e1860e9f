#pragma once

#include "unbracket/io/plan/common_plan.hpp"
#include "unbracket/io/plan/plan_text.hpp"
#include "unbracket/io/plan/words.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace unbracket {

/// A wording of a point, with the texts that have it or come from it by deciding brackets.
struct Variant {
    std::size_t text = 0;                               // whose wording it is
    std::vector<std::optional<Resolution>> resolutions; // by text
};

/// The different wordings of a point, in the order of the first text of each. Wordings with more
/// brackets come first when it is asked which one a text comes from.
std::vector<Variant> variants_of(const CommonPoint& point, std::span<const PlanText> texts);

} // namespace unbracket
