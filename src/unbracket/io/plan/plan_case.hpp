#pragma once

#include "unbracket/io/plan/common_plan.hpp"
#include "unbracket/io/plan/decisions.hpp"
#include "unbracket/io/plan/plan_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace unbracket {

/// Texts of one plan that were read and matched, and what is to be made of them.
struct ReadPlans {
    std::vector<PlanText> texts;
    std::vector<std::string> names; // ids of their drafts
    CommonPlan plan;
    std::vector<Decision> decisions;
    std::vector<std::string> parties; // as they are called; none: two without a name
    std::string title;                // empty: that of the latest text that has one
};

/// Something for the analyst to settle, at a line of one of the texts.
struct PlanNotice {
    std::string file;
    std::uint32_t line = 0;
    std::string what;
};

/// What the reader and the matching are not sure of, in order of texts and lines: readings of
/// brackets and numbers, gaps to be filled in, names in the text, clauses that may be one.
std::vector<PlanNotice> notices_of(const ReadPlans& plans);

/// A case file in TOML, with comments: points, issues with options and their words, rules for what
/// matters only inside something else, a draft for each text, notes for footnotes and names. Every
/// stance is unknown.
std::string plan_case_text(const ReadPlans& plans, const std::vector<PlanNotice>& notices);

} // namespace unbracket
