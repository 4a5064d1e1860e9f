#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/case_view.hpp"

#include <cstdint>

namespace unbracket {

/// A party whose fallback is "as good as that draft" compares with what the draft may turn out to
/// say where it leaves issues open: with a completion of it. In some readings the completion is the
/// one that suits the comparison best, over all readings it may be the worst one.

/// What decides acceptance against one completion of the fallback draft, at the end the question
/// asks for.
struct ValueComparison {
    Rational sum;            // negative: not accepted
    bool is_carried = false; // some issue that may carry weight does not hurt
    friend auto operator<=>(const ValueComparison&, const ValueComparison&) = default;
};

/// The comparison with one completion. The party's fallback must be a draft.
ValueComparison compare_with(const CaseView& view, PartyId party, const Outcome& outcome,
                             const Outcome& completion, Certainty certainty);

/// The completion that makes the comparison largest (possible) or smallest (sure). Issues that open
/// bonuses tie together are enumerated, the others are chosen one by one.
Outcome extreme_completion(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                           const Outcome& outcome, Certainty certainty);

/// What the party has above its fallback draft in that outcome, most (possible) or least (sure)
/// over completions and readings, exactly. Cost: that of a few extreme_completion().
Rational extreme_gain(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                      const Outcome& outcome, Certainty certainty);

/// How many completions `extreme_completion` has to enumerate for the party, at most 2^62.
std::uint64_t tied_completions(const Case& negotiation, const PartyAppraisal& appraisal,
                               PartyId party);

/// More than this many tied completions are not decided.
inline constexpr std::uint64_t most_tied_completions = 50'000;

/// Whether so many outcomes can be compared one by one with all tied completions of the fallback
/// drafts: at most `most_comparisons` in all, which takes seconds.
bool are_comparable(const Case& negotiation, const Appraisal& appraisal, std::uint64_t outcomes);
inline constexpr std::uint64_t most_comparisons = 1'000'000;

} // namespace unbracket
