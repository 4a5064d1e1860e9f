#include "unbracket/robust/compare_drafts.hpp"

#include "unbracket/zone/central_reading.hpp"

#include <algorithm>
#include <optional>

// Drafts side by side, and which of them need not be looked at any further. A draft is dominated by
// another that is worse for nobody and may be better for somebody: the dominance of alternatives
// under incomplete information, party by party. Ranges of differences decide, not differences of
// ranges, so that what the drafts share cancels. The better draft must keep to every limit, since
// no value makes up for one; the worse may break some. Many pairs are not comparable, and nothing
// is concluded then.
//
// Source: Weber (1987), Decision making with incomplete information [weber1987incomplete]

namespace unbracket {

namespace {

bool is_settled_alike(const Draft& one, const Draft& other, IssueId issue) {
    const std::vector<OptionId>& options = one.content[as_index(issue)].options;
    return options.size() == 1 && options == other.content[as_index(issue)].options;
}

/// Whether nothing but values and intents may stand between counted parties and the draft.
bool keeps_to_limits(const Case& negotiation, const DraftScore& score, const Draft& other) {
    const auto is_harmless = [&](const Objection& objection) {
        switch (objection.kind) {
        case Refusal::value:
        case Refusal::intent:
            return true;
        case Refusal::unknown_option:
            return is_settled_alike(negotiation.draft(*score.draft), other, *objection.issue);
        case Refusal::none:
        case Refusal::red_line:
        case Refusal::limit:
            break;
        }
        return false;
    };
    return score.broken.empty() &&
           std::all_of(score.parties.begin(), score.parties.end(), [&](const PartyScore& party) {
               return !party.is_counted ||
                      std::all_of(party.objections.begin(), party.objections.end(), is_harmless);
           });
}

bool has_no_less_value(const Case& negotiation, const Appraisal& appraisal, DraftId better,
                       DraftId worse) {
    bool is_never_worse = true, may_be_better = false;
    for (const PartyGain& total : diff_drafts(negotiation, appraisal, worse, better).totals) {
        if (negotiation.is_counted(total.party)) {
            is_never_worse = is_never_worse && total.gain.low.sign() >= 0;
            may_be_better = may_be_better || total.gain.high.sign() > 0;
        }
    }
    return is_never_worse && may_be_better;
}

/// Drafts in one appraisal, each scored once, and only where its values do not settle it.
class ScoredDrafts {
public:
    ScoredDrafts(const Case& negotiation, const Appraisal& appraisal)
        : case_(negotiation), appraisal_(appraisal), scores_(negotiation.drafts.size()) {}

    void know(const DraftScore& score) { scores_[as_index(*score.draft)] = score; }

    bool is_better(DraftId better, DraftId worse) {
        return has_no_less_value(case_, appraisal_, better, worse) &&
               keeps_to_limits(case_, score_of(better), case_.draft(worse));
    }

private:
    const DraftScore& score_of(DraftId draft) {
        std::optional<DraftScore>& score = scores_[as_index(draft)];
        if (!score) {
            score = score_draft(case_, appraisal_, draft);
        }
        return *score;
    }

    const Case& case_;
    const Appraisal& appraisal_;
    std::vector<std::optional<DraftScore>> scores_;
};

std::vector<Dominance> dominances(const Case& negotiation, const Appraisal& appraisal,
                                  const std::vector<DraftScore>& scores) {
    const CentralCase central = central_case(negotiation, appraisal);
    ScoredDrafts in_every(negotiation, appraisal);
    ScoredDrafts in_central(central.negotiation, central.appraisal);
    for (const DraftScore& score : scores) {
        in_every.know(score);
    }
    std::vector<Dominance> found;
    for (const DraftScore& one : scores) {
        for (const DraftScore& other : scores) {
            const DraftId better = *one.draft, worse = *other.draft;
            if (in_every.is_better(better, worse)) {
                found.push_back({better, worse, ReadingRange::every_reading});
            } else if (in_central.is_better(better, worse)) {
                found.push_back({better, worse, ReadingRange::central_reading});
            }
        }
    }
    return found;
}

} // namespace

bool is_better_draft(const Case& negotiation, const Appraisal& appraisal, DraftId better,
                     DraftId worse) {
    return ScoredDrafts(negotiation, appraisal).is_better(better, worse);
}

ComparedDrafts compare_drafts(const Case& negotiation, const Appraisal& appraisal,
                              const std::vector<DraftId>& drafts) {
    ComparedDrafts compared;
    bool has_readings = true;
    std::vector<DraftId> once;
    for (const DraftId draft : drafts) {
        if (std::find(once.begin(), once.end(), draft) != once.end()) {
            continue;
        }
        once.push_back(draft);
        compared.scores.push_back(score_draft(negotiation, appraisal, draft));
        has_readings = has_readings && compared.scores.back().agreement != Acceptance::no_reading;
    }
    for (std::size_t at = 1; at < drafts.size(); ++at) {
        compared.steps.push_back(diff_drafts(negotiation, appraisal, drafts[at - 1], drafts[at]));
    }
    if (has_readings) {
        compared.dominances = dominances(negotiation, appraisal, compared.scores);
    }
    return compared;
}

} // namespace unbracket
