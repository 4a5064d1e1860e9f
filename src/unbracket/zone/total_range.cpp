#include "unbracket/zone/total_range.hpp"

#include "unbracket/zone/losses.hpp"
#include "unbracket/zone/weighted_mean.hpp"

#include <algorithm>

// The least and the most a party can get in all: issue by issue the worst and the best option,
// losses counted, then the sum, or the smallest and largest weighted mean over the box of weights.
// Options are chosen freely, so limits and rules may make the real range narrower; a fallback that
// was not entered is meant to be this one. Bonuses are added where they widen it.
//
// Source: Charnes and Cooper (1962), Programming with linear fractional functionals, for the mean
// over a box of weights (see weighted_mean.cpp) [charnes1962programming]

namespace unbracket {

namespace {

Interval ends_of(const Case& negotiation, PartyId party, IssueId issue,
                 const IssueAppraisal& appraisal) {
    std::optional<Interval> ends;
    for (std::size_t option = 0; option < appraisal.options.size(); ++option) {
        const Interval value =
            appraisal.options[option].value - loss_of(negotiation, party, issue, OptionId(option));
        ends = ends ? hull(*ends, value) : value;
    }
    return *ends;
}

} // namespace

Interval total_range(const Case& negotiation, PartyId party, const PartyAppraisal& appraisal) {
    std::vector<RangedTerm> terms;
    for (std::size_t at = 0; at < appraisal.issues.size(); ++at) {
        const IssueAppraisal& issue = appraisal.issues[at];
        if (issue.is_concerned()) {
            terms.push_back({issue.weight, ends_of(negotiation, party, IssueId(at), issue)});
        }
    }
    Interval total = combined(appraisal.scale, terms);
    for (const Bonus& bonus : negotiation.bonuses) {
        if (bonus.party == party) {
            total.low += std::min(bonus.value.low, Rational(0));
            total.high += std::max(bonus.value.high, Rational(0));
        }
    }
    return total;
}

} // namespace unbracket
