#pragma once

#include "unbracket/robust/diff_drafts.hpp"
#include "unbracket/robust/score.hpp"

#include <vector>

namespace unbracket {

/// Over which readings one draft is better than another.
enum class ReadingRange { every_reading, central_reading };

/// One draft is better than another for somebody who counts and worse for nobody.
struct Dominance {
    DraftId better;
    DraftId worse;
    ReadingRange over = ReadingRange::every_reading;
};

/// Drafts of one case side by side.
struct ComparedDrafts {
    std::vector<DraftScore> scores; // each once, in the order asked for
    std::vector<DraftDiff> steps;   // from each draft to the next
    /// By the better draft, then by the worse, in the order asked for; in the central reading only
    /// where it is not so in every reading. Empty where a counted party has no reading.
    std::vector<Dominance> dominances;
};

/// Whether nobody who counts has less by the one draft than by the other, in any reading of this
/// appraisal and whatever they turn out to say, and somebody may have more; and the one breaks no
/// rule, no norm, no red line or limit of a counted party, and holds an option that is unknown for
/// one only where the other settles on it too. Exact for settled drafts; for open ones a yes is
/// always right.
bool is_better_draft(const Case& negotiation, const Appraisal& appraisal, DraftId better,
                     DraftId worse);

/// Measures and compares drafts, at least one. Cost: at most two scores for each, and two
/// differences for each pair.
ComparedDrafts compare_drafts(const Case& negotiation, const Appraisal& appraisal,
                              const std::vector<DraftId>& drafts);

} // namespace unbracket
