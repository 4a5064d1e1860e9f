#include "unbracket/zone/gain_rise.hpp"

#include "unbracket/base/random.hpp"
#include "unbracket/search/dual.hpp"
#include "unbracket/search/rising_walk.hpp"
#include "unbracket/search/swap_search.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/bonus_patterns.hpp"
#include "unbracket/zone/part.hpp"
#include "unbracket/zone/party_sets.hpp"

#include <algorithm>
#include <array>
#include <limits>

// The largest smallest gain by one branch and bound. Threshold questions close to the answer are
// each about as hard as its proof, so halving pays for the proof several times. Here outcomes are
// climbed to by swaps first, and then one tree is walked whose thresholds rise with every better
// outcome; what ends the walk is the proof. Each gain that counts is worked out exactly from the
// outcome; the search's whole numbers only say where none can be.
//
// Source: Lawler and Wood (1966), Branch-and-bound methods: a survey [lawler1966branch]

namespace unbracket {

namespace {

/// One walk; with a share of the root's slack it only looks for better outcomes.
struct Attempt {
    std::uint64_t nodes = 0;
    int slack_percent = 100;
    LaneOptions lanes;
};

constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();
constexpr LaneOptions medium_sample = {.sampled_lanes = 10, .dives = 24, .dual_steps = 30};
constexpr LaneOptions large_sample = {.sampled_lanes = 23, .dives = 100, .dual_steps = 30};

/// What was found on the way may be far from the best ...
constexpr std::array<Attempt, 3> from_afar = {{
    {1'000'000, 60, medium_sample},
    {1'000'000, 100, medium_sample},
    {no_limit, 100, large_sample},
}};
/// ... but what is known from elsewhere often is the best.
constexpr std::array<Attempt, 2> from_known = {{
    {4'000'000, 100, medium_sample},
    {no_limit, 100, large_sample},
}};
constexpr int kicks = 24;
constexpr int kicked_issues = 3;

bool is_asked_about(const GainQuestion& question, PartyId party) {
    return std::find(question.parties.begin(), question.parties.end(), party) !=
           question.parties.end();
}

Appraisal above(const CaseView& view, const GainQuestion& question, const Rational& gain) {
    Appraisal asked = view.appraisal;
    for (const PartyId party : question.parties) {
        PartyAppraisal& own = asked[as_index(party)];
        own.accepts_less = -gain, own.wants_more = true;
    }
    return asked;
}

class Rise final : public RisingGoal {
public:
    Rise(const CaseView& view, const GainQuestion& question, const BestGain& known,
         const ClaimOptions& options)
        : view_(view), question_(question), options_(options), best_(known), from_(known.gain),
          asked_(above(view, question, known.gain)), part_(whole_part()) {
        for (const PartyId party : part_.columns) {
            is_asked_.push_back(is_asked_about(question, party) && has_gain(view.appraisal, party));
        }
    }

    GainRise run() {
        const bool was_sharp = best_.is_optimal;
        best_.is_optimal = was_sharp && (part_.is_empty || prove());
        return {best_, nodes_};
    }

    bool offer(const RowChoice& choice) override {
        const Outcome outcome = part_.outcome_of(choice);
        if (!is_agreement(view_.negotiation, asked_, outcome,
                          {question_.certainty, question_.omissions})) {
            return false;
        }
        best_.gain = gain_of(outcome);
        best_.outcome = outcome;
        asked_ = above(view_, question_, best_.gain);
        return true;
    }

    std::int64_t need(const Multipliers& lane) const override {
        std::int64_t sum = 0;
        for (std::size_t at = 0; at < lane.size(); ++at) {
            sum += lane[at] * (risen(at, best_.gain) - taken_off(at));
        }
        return sum;
    }

private:
    CaseView asked_view() const { return {view_.negotiation, asked_, question_.omissions}; }

    Part whole_part() const {
        const PartySet set = party_sets(view_.negotiation, asked_).front();
        const CaseView context = asked_view();
        return build_part(context, {question_.certainty, set.accepting,
                                    bonus_patterns(context, set.accepting).front(), std::nullopt,
                                    question_.breaking});
    }

    Rational gain_of(const Outcome& outcome) const {
        std::optional<Rational> smallest;
        for (const PartyId party : question_.parties) {
            if (has_gain(view_.appraisal, party)) {
                const Rational gain = gain_in(view_.negotiation, view_.appraisal, party, outcome,
                                              question_.certainty);
                smallest = smallest ? std::min(*smallest, gain) : gain;
            }
        }
        return *smallest;
    }

    /// What a column's sum has to reach where the party gains more than that: it is at least the
    /// unit times what is gained beyond the first gain, less 1.
    std::int64_t risen(std::size_t column, const Rational& gain) const {
        return is_asked_[column] ? *((gain - from_) * part_.units[column]).floor_to_int64() : 0;
    }
    std::int64_t taken_off(std::size_t column) const {
        return first_constants_[column] - part_.problem.constants[column];
    }

    /// Constants as if the best gain had been known at first.
    void take_off() {
        for (std::size_t at = 0; at < part_.columns.size(); ++at) {
            part_.problem.constants[at] = first_constants_[at] - risen(at, best_.gain);
        }
    }

    bool prove() {
        first_constants_ = part_.problem.constants;
        if (question_.known) {
            return prove_by(from_known);
        }
        climb();
        return prove_by(from_afar);
    }

    bool prove_by(std::span<const Attempt> attempts) {
        for (const Attempt& attempt : attempts) {
            take_off();
            const Dual dual(part_.problem);
            const std::vector<std::uint32_t> issues = all_issues(part_.problem);
            const DualResult root = dual.minimise({part_.problem.constants, issues}, {});
            if (root.bound < 0) {
                return true;
            }
            if (walk({dual, root.multipliers}, attempt) && attempt.slack_percent == 100) {
                return true;
            }
            if (is_spent(options_, nodes_)) {
                return false;
            }
        }
        return false;
    }

    struct Root {
        const Dual& dual;
        const Multipliers& multipliers;
    };

    /// Whether the walk came to its end.
    bool walk(const Root& root, const Attempt& attempt) {
        LaneOptions lanes = attempt.lanes;
        lanes.cancel = options_.cancel;
        const TreePlan plan = plan_tree(part_.problem, root.dual, root.multipliers, lanes);
        const std::uint64_t left = what_is_left(options_, nodes_).node_budget;
        const RisingResult result = walk_rising(part_.problem, plan, *this,
                                                {.node_budget = std::min(attempt.nodes, left),
                                                 .cancel = options_.cancel,
                                                 .slack_percent = attempt.slack_percent});
        nodes_ += result.nodes;
        return result.is_exhausted;
    }

    /// The smallest gain beyond the first, unless somebody else falls short.
    double appeal(std::span<const double> sums) const {
        double gain = std::numeric_limits<double>::infinity(), shortfall = 0;
        for (std::size_t at = 0; at < sums.size(); ++at) {
            const double own = sums[at] / units_[at];
            if (is_asked_[at]) {
                gain = std::min(gain, own);
            } else {
                shortfall += std::max(-own, 0.0);
            }
        }
        return gain - 1'000 * shortfall;
    }

    std::optional<RowChoice> rows_of(const Outcome& outcome) const {
        RowChoice choice;
        for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
            const auto first = part_.row_options.begin() + part_.problem.first_row[issue];
            const auto last = part_.row_options.begin() + part_.problem.first_row[issue + 1];
            const auto at = std::find(first, last, outcome[issue]);
            if (at == last) {
                return std::nullopt;
            }
            choice.push_back(static_cast<Row>(at - part_.row_options.begin()));
        }
        return breaks_no_constraint(part_.problem, choice) ? std::optional(choice) : std::nullopt;
    }

    RowChoice kicked(RowChoice choice, Random& random) const {
        for (int kick = 0; kick < kicked_issues; ++kick) {
            const auto issue = static_cast<std::size_t>(
                random.between(0, static_cast<std::int64_t>(choice.size()) - 1));
            const Row before = choice[issue];
            choice[issue] = static_cast<Row>(random.between(
                part_.problem.first_row[issue], part_.problem.first_row[issue + 1] - 1));
            if (!breaks_no_constraint(part_.problem, choice)) {
                choice[issue] = before;
            }
        }
        return choice;
    }

    void climb() {
        for (const Rational& unit : part_.units) {
            units_.push_back(unit.approximate());
        }
        std::optional<RowChoice> best = rows_of(best_.outcome);
        if (!best) {
            return;
        }
        const Appeal measure = [this](std::span<const double> sums) { return appeal(sums); };
        Random random(0x72697365ULL);
        for (int kick = 0; kick <= kicks; ++kick) {
            const RowChoice start = kick == 0 ? *best : kicked(*best, random);
            const RowChoice end = climb_by_swaps(part_.problem, start, measure, options_.cancel);
            if (offer(end)) {
                best = end;
            }
        }
    }

    CaseView view_;
    const GainQuestion& question_;
    ClaimOptions options_;
    BestGain best_;
    Rational from_;
    Appraisal asked_; // for more than the best gain
    Part part_;       // for more than the first
    std::vector<bool> is_asked_;
    std::vector<double> units_;
    std::vector<std::int64_t> first_constants_;
    std::uint64_t nodes_ = 0;
};

} // namespace

bool can_rise(const CaseView& view, const GainQuestion& question) {
    const AgreementRule& rule = view.negotiation.agreement;
    const auto is_sum = [&](PartyId party) {
        const PartyAppraisal& own = view.appraisal[as_index(party)];
        const Omissions& omissions = question.omissions;
        return own.scale == Scale::scores && std::holds_alternative<Interval>(own.fallback) &&
               !is_fallback_omitted(view.negotiation, omissions, party);
    };
    const bool is_for_all = rule.required.size() == rule.counted.size() &&
                            rule.at_least.value_or(0) <= static_cast<int>(rule.counted.size());
    return is_for_all && view.negotiation.bonuses.empty() &&
           std::any_of(question.parties.begin(), question.parties.end(), is_sum) &&
           std::all_of(question.parties.begin(), question.parties.end(), [&](PartyId party) {
               return is_sum(party) || !has_gain(view.appraisal, party);
           });
}

GainRise rise_from(const CaseView& view, const GainQuestion& question, const BestGain& known,
                   const ClaimOptions& options) {
    return Rise(view, question, known, options).run();
}

} // namespace unbracket
