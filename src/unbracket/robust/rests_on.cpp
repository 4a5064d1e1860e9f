#include "unbracket/robust/rests_on.hpp"

#include "unbracket/robust/evidence.hpp"
#include "unbracket/zone/conflict.hpp"

#include <algorithm>

namespace unbracket {

namespace {

/// Entries times table cells that are looked through at most; keeps large cases within seconds.
constexpr std::uint64_t work_limit = 40'000'000;
/// Nodes spent on one changed version, and on all of them, at most.
constexpr std::uint64_t version_nodes = 2'000'000;
constexpr std::uint64_t all_nodes = 30'000'000;

/// The range an entry gives, where it gives one that can be pinned to an end.
std::optional<Interval> range_of(const Case& negotiation, const StanceQuantity& quantity) {
    if (const auto* word = std::get_if<StanceWord>(&quantity)) {
        return negotiation.words[*word];
    }
    return std::get<Interval>(quantity);
}

std::optional<Interval> rating_range(const Case& negotiation, const Assessment& assessment,
                                     EntryId id) {
    for (const auto* ratings : {&assessment.stances, &assessment.scores}) {
        for (const auto& rating : *ratings) {
            if (rating && rating->entry == id && !rating->is_red_line) {
                return range_of(negotiation, rating->worth);
            }
        }
    }
    return std::nullopt;
}

std::optional<Interval> weight_range(const Case& negotiation, const Assessment& assessment) {
    if (!assessment.weight) {
        return std::nullopt;
    }
    if (const auto* word = std::get_if<WeightWord>(&assessment.weight->quantity)) {
        return negotiation.words[*word];
    }
    return std::get<Interval>(assessment.weight->quantity);
}

std::optional<Interval> knot_range(const Case& negotiation, const Assessment& assessment,
                                   EntryId id) {
    if (!assessment.curve) {
        return std::nullopt;
    }
    for (const Curve::Knot& knot : assessment.curve->knots) {
        if (knot.entry == id) {
            return negotiation.words[knot.word];
        }
    }
    return std::nullopt;
}

class Analyst {
public:
    Analyst(const Case& negotiation, const Appraisal& appraisal, const ClaimOptions& options)
        : case_(negotiation), appraisal_(appraisal), options_(options) {
        for (const Issue& issue : negotiation.issues) {
            cells_ += issue.options.size() * negotiation.parties.size();
        }
    }

    RestsOn for_agreement(const Outcome& outcome) {
        for (const EntryId entry : verdict_entries(case_, appraisal_)) {
            if (is_limit_like(case_.entry(entry).kind) || !may_spend()) {
                continue;
            }
            const Version version = with_unknown(entry);
            const bool is_kept =
                is_agreement(version.negotiation, version.appraisal, outcome, Certainty::sure) ||
                !has_no_outcome(version, Certainty::sure);
            if (!is_kept) {
                result_.entries.push_back(entry);
            }
        }
        return std::move(result_);
    }

    RestsOn for_depends(const Outcome& possible) {
        for (const EntryId entry : verdict_entries(case_, appraisal_)) {
            const auto range = entered_range(case_, entry);
            if (!range || range->is_single() || !may_spend()) {
                continue;
            }
            Hinge hinge{entry, settled_with(entry, range->low, possible),
                        settled_with(entry, range->high, possible)};
            if (hinge.at_low || hinge.at_high) {
                result_.entries.push_back(entry);
                result_.hinges.push_back(hinge);
            }
        }
        return std::move(result_);
    }

    RestsOn for_no_agreement() {
        ConflictSet conflict = minimal_conflict(case_, appraisal_, Certainty::possible, options_);
        return {std::move(conflict.entries), {}, conflict.is_minimal};
    }

private:
    /// The case with one entry changed.
    struct Version {
        const Case& negotiation;
        Appraisal appraisal;
    };

    static bool is_limit_like(EntryKind kind) {
        return kind == EntryKind::limit || kind == EntryKind::norm || kind == EntryKind::rule ||
               kind == EntryKind::curve_redline || kind == EntryKind::intent ||
               kind == EntryKind::bonus || kind == EntryKind::risk;
    }

    bool may_spend() {
        spent_ += cells_;
        const bool may = spent_ <= work_limit && nodes_ <= all_nodes;
        result_.is_complete = result_.is_complete && may;
        return may;
    }

    Version with_unknown(EntryId entry) const {
        return {case_, appraise(case_, EntryOverride{entry, std::nullopt})};
    }

    /// Decides one question about a version within what is left of the budget.
    ClaimAnswer decide_version(const Version& version, Certainty certainty) {
        ClaimOptions options = options_;
        options.node_budget = std::min(options.node_budget, version_nodes);
        ClaimAnswer answer =
            decide_claim(version.negotiation, version.appraisal, certainty, options);
        nodes_ += answer.nodes;
        const bool was_cut = std::holds_alternative<ClaimCut>(answer.answer);
        result_.is_complete = result_.is_complete && !was_cut;
        return answer;
    }

    bool has_no_outcome(const Version& version, Certainty certainty) {
        return std::holds_alternative<NoOutcome>(decide_version(version, certainty).answer);
    }

    /// The verdict with the entry pinned, where it is no longer `depends`.
    std::optional<VerdictKind> settled_with(EntryId entry, const Rational& value,
                                            const Outcome& possible) {
        const Version version{case_, appraise(case_, EntryOverride{entry, single(value)})};
        const bool stays_possible =
            is_agreement(case_, version.appraisal, possible, Certainty::possible);
        if (!stays_possible && has_no_outcome(version, Certainty::possible)) {
            return VerdictKind::no_agreement;
        }
        const ClaimAnswer sure = decide_version(version, Certainty::sure);
        return std::holds_alternative<OutcomeFound>(sure.answer)
                   ? std::optional(VerdictKind::agreement)
                   : std::nullopt;
    }

    const Case& case_;
    const Appraisal& appraisal_;
    const ClaimOptions& options_;
    std::uint64_t cells_ = 1;
    std::uint64_t spent_ = 0;
    std::uint64_t nodes_ = 0;
    RestsOn result_;
};

} // namespace

std::optional<Interval> entered_range(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    const Assessment* assessment =
        entry.issue && entry.party ? negotiation.issue(*entry.issue).of(*entry.party) : nullptr;
    if (assessment != nullptr && entry.kind == EntryKind::weight) {
        return weight_range(negotiation, *assessment);
    }
    if (assessment != nullptr && entry.kind == EntryKind::curve_value) {
        return knot_range(negotiation, *assessment, id);
    }
    if (assessment != nullptr) {
        return rating_range(negotiation, *assessment, id);
    }
    if (entry.kind != EntryKind::fallback) {
        return std::nullopt;
    }
    const FallbackPeriod* period = negotiation.fallback_in_force(*entry.party);
    const auto* quantity =
        period == nullptr ? nullptr : std::get_if<StanceQuantity>(&period->value);
    return quantity == nullptr ? std::nullopt : range_of(negotiation, *quantity);
}

RestsOn find_rests_on(const Case& negotiation, const Appraisal& appraisal, const Verdict& verdict,
                      const ClaimOptions& options) {
    Analyst analyst(negotiation, appraisal, options);
    if (const auto* agreement = std::get_if<AgreementVerdict>(&verdict.answer)) {
        return analyst.for_agreement(agreement->outcome);
    }
    if (const auto* depends = std::get_if<DependsVerdict>(&verdict.answer)) {
        return analyst.for_depends(depends->possible_outcome);
    }
    if (std::holds_alternative<NoAgreementVerdict>(verdict.answer)) {
        return analyst.for_no_agreement();
    }
    if (const auto* contradiction = std::get_if<ContradictionVerdict>(&verdict.answer)) {
        return {contradiction->entries, {}, true};
    }
    return {{}, {}, false};
}

} // namespace unbracket
