#include "unbracket/zone/gain_rise.hpp"

#include "unbracket/base/random.hpp"
#include "unbracket/search/dual.hpp"
#include "unbracket/search/merged_issues.hpp"
#include "unbracket/search/rising_walk.hpp"
#include "unbracket/search/swap_search.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/bonus_patterns.hpp"
#include "unbracket/zone/part.hpp"
#include "unbracket/zone/party_sets.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

// The largest smallest gain by one branch and bound. Threshold questions close to the answer are
// each about as hard as its proof, so halving pays for the proof several times. Here outcomes are
// climbed to by swaps first, and then one tree is walked whose thresholds rise with every better
// outcome; what ends the walk is the proof. Each gain that counts is worked out exactly from the
// outcome; the search's whole numbers only say where none can be.
//
// The tree below a poor outcome is several times the one that proves the best. So a good one is
// looked for first in smaller trees: among outcomes that give away a share of the root's slack at
// most, and among those that are better by a share of what the root's bound leaves. Issues that
// combinations tie together are merged, since bounds then take notice of them, and the last depths
// are looked up in tables.
//
// Source: Lawler and Wood (1966), Branch-and-bound methods: a survey [lawler1966branch]

namespace unbracket {

namespace {

/// One walk. With a share of the root's slack it only looks for better outcomes; with a hope only
/// for those that are better by that share of what the bounds of earlier roots leave.
struct Attempt {
    std::uint64_t nodes = 0;
    int slack_percent = 100;
    int hope_percent = 0;
    std::size_t completions = 0;
    LaneOptions lanes;
};

constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();

constexpr LaneOptions small_sample = sampled_by_size(7, 5, 16);
constexpr LaneOptions medium_sample = sampled_by_size(10, 12, 30);
constexpr LaneOptions large_sample = sampled_by_size(23, 50, 30);

/// What was found on the way may be far from the best ...
constexpr std::array<Attempt, 5> from_afar = {{
    {20'000, 100, 0, 1'024, small_sample},
    {100'000, 40, 0, 4'096, medium_sample},
    {100'000, 100, 0, 4'096, medium_sample},
    {no_limit, 100, 25, 32'768, large_sample},
    {no_limit, 100, 0, 65'536, large_sample},
}};
/// ... but what is known from elsewhere often is the best.
constexpr std::array<Attempt, 3> from_known = {{
    {20'000, 100, 0, 1'024, small_sample},
    {100'000, 100, 0, 4'096, medium_sample},
    {no_limit, 100, 0, 16'384, large_sample},
}};
constexpr int kicks = 4;
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
          asked_(above(view, question, known.gain)), part_(whole_part()), aim_(known.gain) {
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
        const Outcome outcome = part_.outcome_of(merged_.unmerged(choice));
        if (!is_agreement(view_.negotiation, asked_, outcome,
                          {question_.certainty, question_.omissions})) {
            return false;
        }
        best_.gain = gain_of(outcome);
        best_.outcome = outcome;
        aim(best_.gain);
        return true;
    }

    std::int64_t need(const Multipliers& lane) const override {
        std::int64_t sum = 0;
        for (std::size_t at = 0; at < lane.size(); ++at) {
            sum += lane[at] * (risen(at, aim_) - taken_off(at));
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
        if (!is_asked_[column]) {
            return 0;
        }
        const auto sum = ((gain - from_) * part_.units[column]).floor_to_int64();
        return std::clamp(sum.value_or(value_limit), -value_limit, value_limit);
    }
    std::int64_t taken_off(std::size_t column) const {
        return first_constants_[column] - problem().constants[column];
    }

    const SearchProblem& problem() const { return merged_.problem; }

    /// From now on wanted: more than that.
    void aim(const Rational& gain) {
        aim_ = gain;
        asked_ = above(view_, question_, gain);
    }

    /// Constants as if what is aimed at had been known at first.
    void take_off() {
        for (std::size_t at = 0; at < part_.columns.size(); ++at) {
            merged_.problem.constants[at] = first_constants_[at] - risen(at, aim_);
        }
    }

    bool prove() {
        merged_ = merge_tied_issues(part_.problem, most_merged_rows);
        if (merged_.is_empty()) {
            return true;
        }
        first_constants_ = problem().constants;
        for (const Rational& unit : part_.units) {
            units_.push_back(unit.approximate());
        }
        if (question_.known) {
            return prove_by(from_known);
        }
        climb();
        return prove_by(from_afar);
    }

    bool prove_by(std::span<const Attempt> attempts) {
        for (const Attempt& attempt : attempts) {
            const Rational hoped = hoped_by(attempt.hope_percent);
            aim(hoped);
            const bool is_walked_out = walks_out(attempt);
            if (is_walked_out && best_.gain >= hoped) {
                return true;
            }
            if (is_spent(options_, nodes_)) {
                return false;
            }
        }
        return false;
    }

    /// The best gain and a share of what lies between it and the bound.
    Rational hoped_by(int percent) const {
        constexpr std::int64_t unit = 4096;
        const double room = (highest_ - best_.gain.approximate()) * percent / 100;
        const bool is_of_use = room > 0 && room < 1e9;
        const auto more = static_cast<std::int64_t>(is_of_use ? room * unit : 0.0);
        return best_.gain + Rational(more, unit);
    }

    /// Whether it is proved that no outcome gives more than what was aimed at, or than the best one
    /// if that is more.
    bool walks_out(const Attempt& attempt) {
        take_off();
        const Dual dual(problem());
        if (!root_ || root_aim_ != aim_) {
            const std::vector<std::uint32_t> issues = all_issues(problem());
            root_ = dual.minimise({problem().constants, issues}, {});
            root_aim_ = aim_;
        }
        if (root_->bound < 0) {
            return true;
        }
        note_bound(*root_);
        LaneOptions lanes = attempt.lanes;
        lanes.cancel = options_.cancel;
        const TreePlan plan = plan_tree(problem(), dual, root_->multipliers, lanes);
        const std::uint64_t left = what_is_left(options_, nodes_).node_budget;
        const RisingResult result = walk_rising(problem(), plan, *this,
                                                {.node_budget = std::min(attempt.nodes, left),
                                                 .cancel = options_.cancel,
                                                 .slack_percent = attempt.slack_percent,
                                                 .completions = attempt.completions});
        nodes_ += result.nodes;
        return result.is_exhausted && attempt.slack_percent == 100;
    }

    /// About the highest gain that the root's multipliers leave open.
    void note_bound(const DualResult& root) {
        double weight = 0;
        for (std::size_t at = 0; at < is_asked_.size(); ++at) {
            const double own = static_cast<double>(root.multipliers[at]) * units_[at];
            weight += is_asked_[at] ? own : 0.0;
        }
        if (weight > 0) {
            const double room = static_cast<double>(root.bound) / weight;
            highest_ = std::min(highest_, aim_.approximate() + room);
        }
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
        RowChoice first;
        for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
            const auto begin = part_.row_options.begin() + part_.problem.first_row[issue];
            const auto end = part_.row_options.begin() + part_.problem.first_row[issue + 1];
            const auto at = std::find(begin, end, outcome[issue]);
            if (at == end) {
                return std::nullopt;
            }
            first.push_back(static_cast<Row>(at - part_.row_options.begin()));
        }
        const std::optional<RowChoice> choice = merged_.merged(first);
        return choice && breaks_no_constraint(problem(), *choice) ? choice : std::nullopt;
    }

    RowChoice kicked(RowChoice choice, Random& random) const {
        for (int kick = 0; kick < kicked_issues; ++kick) {
            const auto issue = static_cast<std::size_t>(
                random.between(0, static_cast<std::int64_t>(choice.size()) - 1));
            const Row before = choice[issue];
            choice[issue] = static_cast<Row>(
                random.between(problem().first_row[issue], problem().first_row[issue + 1] - 1));
            if (!breaks_no_constraint(problem(), choice)) {
                choice[issue] = before;
            }
        }
        return choice;
    }

    void climb() {
        std::optional<RowChoice> best = rows_of(best_.outcome);
        if (!best) {
            return;
        }
        const Appeal measure = [this](std::span<const double> sums) { return appeal(sums); };
        Random random(0x72697365ULL);
        for (int kick = 0; kick <= kicks; ++kick) {
            const RowChoice start = kick == 0 ? *best : kicked(*best, random);
            const RowChoice end = climb_by_swaps(problem(), start, measure, options_.cancel);
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
    Appraisal asked_; // for more than what is aimed at
    Part part_;       // for more than the first
    MergedIssues merged_;
    Rational aim_;
    std::optional<DualResult> root_; // for more than root_aim_
    Rational root_aim_;
    double highest_ = std::numeric_limits<double>::infinity(); // what roots leave open; a proposal
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
    const bool is_coupled =
        std::any_of(rule.counted.begin(), rule.counted.end(), [&](PartyId party) {
            return !view.appraisal[as_index(party)].couplings.empty();
        });
    const bool is_for_all = rule.required.size() == rule.counted.size() &&
                            rule.at_least.value_or(0) <= static_cast<int>(rule.counted.size());
    return is_for_all && !is_coupled && view.negotiation.bonuses.empty() &&
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
