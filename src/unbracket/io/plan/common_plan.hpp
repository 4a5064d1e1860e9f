#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/plan/clause_match.hpp"
#include "unbracket/io/plan/plan_text.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace unbracket {

/// A point of the plan that several texts share, with its clause in each of them.
struct CommonPoint {
    std::string number; // of the first text that has it; with the text's name before it where taken
    std::string heading;
    std::optional<std::size_t> parent;
    std::vector<std::optional<std::size_t>> clauses; // by text
};

/// A clause of one text whose words went into another point.
struct MergedPoint {
    std::size_t text = 0;
    std::size_t into = 0; // point
    std::size_t from = 0; // point that is not in this text any more
    bool is_sure = false;
};

/// Two points that may be one.
struct UnsurePair {
    std::size_t text = 0; // that has the second one
    std::size_t first = 0;
    std::size_t second = 0;
    int likeness = 0; // thousandths
    bool has_same_number = false;
};

struct CommonPlan {
    std::vector<CommonPoint> points;
    std::vector<std::size_t> order; // of points as they stand in the texts
    std::vector<MergedPoint> merged;
    std::vector<UnsurePair> unsure;
};

/// A pair settled by hand: clause `number` of a text is `point` of the texts before it, or no point
/// of theirs.
struct SettledPair {
    std::size_t text = 0;
    std::string number;
    std::optional<std::string> point;
};

/// The points of one or several texts. Each text is matched with all before it, whose clauses stand
/// as in the latest text that has them. `names` call the texts. A problem for a settled pair whose
/// numbers are not there.
Result<CommonPlan> common_plan(std::span<const PlanText> texts, std::span<const std::string> names,
                               std::span<const SettledPair> settled);

/// The clause of the latest text that has the point.
const Clause& latest_clause(const CommonPoint& point, std::span<const PlanText> texts);

} // namespace unbracket
