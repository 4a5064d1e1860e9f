#pragma once

#include "unbracket/base/rational.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <vector>

namespace unbracket {

/// Whether the combination a bonus rewards is part of the outcomes looked at. `undecided` covers
/// both and takes whichever end makes the party's value larger.
enum class BonusState { undecided, off, on };

/// One state for each bonus of the case, by position.
using BonusPattern = std::vector<BonusState>;

/// A party's acceptance test as a sum: with these values the party accepts an outcome (in some, or
/// in every reading) only if constant + sum of values[issue][chosen option] >= 0; also if, when the
/// pattern leaves no bonus of the party undecided (but see `accepts` for weights that may all be
/// 0).
struct ReducedValues {
    std::vector<std::vector<Rational>> values; // empty for issues that do not concern the party
    Rational constant;
};

/// The reduced values of docs/methods/ranges.md. Options that are red lines or unknown get values
/// as any other; leaving them out is the caller's part.
ReducedValues reduce(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                     Certainty certainty, const BonusPattern& pattern);

/// Range of what a bonus adds over the fallback: the bonus itself, or where the fallback is a draft
/// the difference to what that draft gets from it.
Interval bonus_range(const Case& negotiation, const PartyAppraisal& appraisal, const Bonus& bonus,
                     bool is_earned);

/// Range of a party's value minus its fallback on one issue, losses taken off. A fallback that is a
/// number is not taken off here, one that is a draft is.
Interval advantage(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                   IssueId issue, OptionId option);

/// The end of a range that a question asks for: the upper one for possible, the lower one for sure.
const Rational& end_of(const Interval& range, Certainty certainty);

/// A bracket times the end of its weight that the question asks for; weights count for stances
/// only.
Rational weighed(Scale scale, const Rational& bracket, const Interval& weight, Certainty certainty);

enum class Match { no, maybe, yes };
/// Whether every outcome a draft leaves open satisfies the condition, some, or none.
Match matches(const Draft& draft, const Condition& condition);
/// Whether an outcome satisfies the condition.
bool holds(const Condition& condition, const Outcome& outcome);

} // namespace unbracket
