#include "unbracket/robust/zone_count.hpp"

#include "unbracket/base/odometer.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/completion.hpp"
#include "unbracket/zone/reduced.hpp"

#include <algorithm>
#include <limits>

// Plain enumeration for small cases. Each party's two sums (possible, sure) are taken over all
// outcomes in the order of a mixed-radix counter where they are exact as sums; parties with
// bonuses, a draft as fallback or weights that may all be 0 are asked outcome by outcome instead.
// For large cases the least value over each issue gives a bound: where even that suffices, the
// numbers exclude nothing. What a party's numbers exclude is asked as if it were willing: an intent
// says nothing about numbers.
//
// Source: Knuth (2011), The art of computer programming, volume 4A, section 7.2.1.1, algorithm M,
// for the counter [knuth2011art]

namespace unbracket {

namespace {

/// Tells the sign of a sum over issues, mostly by whole numbers: all are rounded down to the same
/// step, so that the sum loses less than one step a term, and fractions are added up only where it
/// is that close to 0.
class SumSign {
public:
    explicit SumSign(const ReducedValues& exact) : exact_(exact) {
        const auto magnitude = [](const Rational& number) {
            return number.sign() < 0 ? -number : number;
        };
        Rational largest = magnitude(exact.constant);
        for (const auto& values : exact.values) {
            Rational most;
            for (const Rational& value : values) {
                most = std::max(most, magnitude(value));
            }
            largest += most;
        }
        const Rational steps(std::int64_t{1} << 60);
        const Rational step = largest.sign() == 0 ? Rational(1) : largest / steps;
        constant_ = *(exact.constant / step).floor_to_int64();
        for (const auto& values : exact.values) {
            std::vector<std::int64_t>& rounded = values_.emplace_back();
            for (const Rational& value : values) {
                rounded.push_back(*(value / step).floor_to_int64());
            }
        }
    }

    bool is_negative(const Outcome& outcome) const {
        std::int64_t sum = constant_, lost = 1;
        for (std::size_t at = 0; at < outcome.size(); ++at) {
            if (!values_[at].empty()) {
                sum += values_[at][as_index(outcome[at])];
                ++lost;
            }
        }
        return sum < 0 && (sum <= -lost || exact_sum(outcome).sign() < 0);
    }

private:
    Rational exact_sum(const Outcome& outcome) const {
        Rational sum = exact_.constant;
        for (std::size_t at = 0; at < outcome.size(); ++at) {
            if (!exact_.values[at].empty()) {
                sum += exact_.values[at][as_index(outcome[at])];
            }
        }
        return sum;
    }

    ReducedValues exact_;
    std::int64_t constant_ = 0;
    std::vector<std::vector<std::int64_t>> values_;
};

/// How one party judges outcomes: by sums that may be carried along, or by asking.
struct PartyJudge {
    PartyId party;
    bool is_additive = false;
    ReducedValues possible;
    ReducedValues sure;
    SumSign possible_sum;
    SumSign sure_sum;
};

PartyJudge make_judge(const Case& negotiation, const Appraisal& appraisal, PartyId party) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    const bool has_bonus = std::any_of(negotiation.bonuses.begin(), negotiation.bonuses.end(),
                                       [&](const Bonus& bonus) { return bonus.party == party; });
    const bool is_additive = !has_bonus && std::holds_alternative<Interval>(own.fallback) &&
                             !may_lack_weight(own) && own.scale != Scale::none &&
                             own.couplings.empty();
    const BonusPattern pattern(negotiation.bonuses.size(), BonusState::undecided);
    ReducedValues possible = reduce(negotiation, appraisal, party, Certainty::possible, pattern);
    ReducedValues sure = reduce(negotiation, appraisal, party, Certainty::sure, pattern);
    const SumSign possible_sum(possible), sure_sum(sure);
    return {party, is_additive, std::move(possible), std::move(sure), possible_sum, sure_sum};
}

class Census {
public:
    Census(const Case& negotiation, const Appraisal& appraisal)
        : case_(negotiation), willing_(negotiation), appraisal_(appraisal) {
        willing_.intents.clear();
        for (const PartyId party : negotiation.agreement.counted) {
            judges_.push_back(make_judge(negotiation, appraisal, party));
            ValueExclusion exclusion;
            exclusion.party = party;
            result.exclusions.push_back(exclusion);
        }
    }

    void look_at(const Outcome& outcome) {
        if (breaks_plan(case_, outcome)) {
            return;
        }
        int possible = 0, sure = 0;
        bool all_possible = true, all_sure = true;
        for (std::size_t at = 0; at < judges_.size(); ++at) {
            const auto [is_possible, is_sure] = judge(judges_[at], outcome, result.exclusions[at]);
            const bool is_required = case_.is_required(judges_[at].party);
            all_possible = all_possible && (is_possible || !is_required);
            all_sure = all_sure && (is_sure || !is_required);
            possible += is_possible ? 1 : 0;
            sure += is_sure ? 1 : 0;
        }
        const int needed = case_.agreement.at_least.value_or(0);
        result.count.possible += all_possible && possible >= needed ? 1 : 0;
        result.count.sure += all_sure && sure >= needed ? 1 : 0;
    }

    /// What was counted before somebody stopped it says nothing about all outcomes.
    void forget() {
        result.count.possible = 0;
        result.count.sure = 0;
        for (ValueExclusion& exclusion : result.exclusions) {
            exclusion.never = 0;
            exclusion.not_always = 0;
        }
    }

    ZoneCensus result;

private:
    std::pair<bool, bool> judge(const PartyJudge& judge, const Outcome& outcome,
                                ValueExclusion& exclusion) {
        const Intent intent = case_.intent_of(judge.party);
        const Refusal possible = if_willing(judge, outcome, Certainty::possible);
        exclusion.never += possible == Refusal::value ? 1 : 0;
        if (possible != Refusal::none) {
            exclusion.not_always += possible == Refusal::value ? 1 : 0;
            return {false, false};
        }
        const Refusal sure = if_willing(judge, outcome, Certainty::sure);
        exclusion.not_always += sure == Refusal::value ? 1 : 0;
        return {intent != Intent::refuses, intent == Intent::seeks && sure == Refusal::none};
    }

    Refusal if_willing(const PartyJudge& judge, const Outcome& outcome, Certainty certainty) const {
        return judge.is_additive ? by_sum(judge, outcome, certainty)
                                 : refusal(willing_, appraisal_, judge.party, outcome, certainty);
    }

    Refusal by_sum(const PartyJudge& judge, const Outcome& outcome, Certainty certainty) const {
        const auto& sum = certainty == Certainty::possible ? judge.possible_sum : judge.sure_sum;
        const Refusal limits =
            refusal_by_limits(willing_, appraisal_, judge.party, outcome, certainty);
        if (limits != Refusal::none) {
            return limits;
        }
        return sum.is_negative(outcome) ? Refusal::value : Refusal::none;
    }

    const Case& case_;
    Case willing_; // the same with every party seeking an agreement
    const Appraisal& appraisal_;
    std::vector<PartyJudge> judges_;
};

/// False where somebody stopped it before the last outcome.
bool look_at_each_outcome(const Case& negotiation, Census& census, const CancelFlag* cancel) {
    std::vector<std::size_t> sizes;
    for (const Issue& issue : negotiation.issues) {
        sizes.push_back(issue.options.size());
    }
    Odometer odometer(std::move(sizes));
    Outcome outcome(negotiation.issues.size());
    do {
        for (std::size_t at = 0; at < outcome.size(); ++at) {
            outcome[at] = OptionId(odometer[at]);
        }
        census.look_at(outcome);
        if (cancel != nullptr && cancel->is_raised()) {
            return false;
        }
    } while (odometer.advance());
    return true;
}

/// Whether even the least value on every issue suits the party.
bool least_sum_suits(const ReducedValues& reduced) {
    Rational sum = reduced.constant;
    for (const auto& values : reduced.values) {
        if (!values.empty()) {
            sum += *std::min_element(values.begin(), values.end());
        }
    }
    return sum.sign() >= 0;
}

ZoneCount size_of(const Case& negotiation) {
    ZoneCount count;
    count.outcomes = 1;
    for (const Issue& issue : negotiation.issues) {
        const std::uint64_t size = issue.options.size();
        if (count.outcomes > std::numeric_limits<std::uint64_t>::max() / size) {
            count.outcomes = std::numeric_limits<std::uint64_t>::max();
            count.is_saturated = true;
            break;
        }
        count.outcomes *= size;
    }
    return count;
}

} // namespace

ZoneCensus take_census(const Case& negotiation, const Appraisal& appraisal,
                       const CancelFlag* cancel) {
    Census census(negotiation, appraisal);
    census.result.count = size_of(negotiation);
    const std::uint64_t outcomes = census.result.count.outcomes;
    census.result.count.is_counted = outcomes <= count_limit &&
                                     are_comparable(negotiation, appraisal, outcomes) &&
                                     look_at_each_outcome(negotiation, census, cancel);
    if (!census.result.count.is_counted) {
        census.forget();
    }
    for (ValueExclusion& exclusion : census.result.exclusions) {
        exclusion.is_counted = census.result.count.is_counted;
        const PartyJudge judge = make_judge(negotiation, appraisal, exclusion.party);
        exclusion.excludes_none_possible =
            exclusion.is_counted ? exclusion.never == 0 : least_sum_suits(judge.possible);
        exclusion.excludes_none_sure =
            exclusion.is_counted ? exclusion.not_always == 0 : least_sum_suits(judge.sure);
    }
    return std::move(census.result);
}

} // namespace unbracket
