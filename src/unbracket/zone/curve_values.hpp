#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

namespace unbracket {

struct CurveContext {
    const WordTable& words;
    const EntryOverride* change = nullptr;
};

/// Fills in the options of a numeric issue from a curve: ranges linear between neighbouring knots,
/// that of the best knot on its better side, `bad` beyond the last; red lines; and as "at least"
/// pairs that a curve falls up to its last knot and is one constant on the better side of its best.
void appraise_curve(const Issue& issue, const Curve& curve, const CurveContext& context,
                    IssueAppraisal& appraisal);

} // namespace unbracket
