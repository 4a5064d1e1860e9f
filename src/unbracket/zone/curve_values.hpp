#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

namespace unbracket {

struct CurveContext {
    const WordTable& words;
    const EntryOverride* change = nullptr;
};

/// Fills in the options of a numeric issue from a curve: ranges linear between neighbouring knots,
/// constant beyond the best knot, `bad` beyond the last; red lines; and the monotony between the
/// outermost knots as "at least" pairs.
void appraise_curve(const Issue& issue, const Curve& curve, const CurveContext& context,
                    IssueAppraisal& appraisal);

} // namespace unbracket
