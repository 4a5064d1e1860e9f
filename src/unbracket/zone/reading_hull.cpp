#include "unbracket/zone/reading_hull.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/zone/find_couplings.hpp"
#include "unbracket/zone/losses.hpp"
#include "unbracket/zone/ordered_values.hpp"

#include <algorithm>

// What a party thinks of a whole draft is a sum of products, weight times value, which no linear
// programme can hold. With the product as the unknown it is linear, and so is everything said about
// ranges: a product lies between the weight times the one end of the value's range and the weight
// times the other, the order of values is that of products under the same weight, and a fallback
// stands under all weights together. This is the substitution of Charnes and Cooper for ratios, and
// what Salo and Hamalainen do for incomplete statements about weights and values. Acceptance is a
// sign, so that weights need not add up to 1.
//
// Over this set a linear function is largest in a corner that is found issue by issue: all numbers
// that stand under a weight take the end which their sign asks for, and the weight is heavy where
// what it multiplies is positive.
//
// Sources: Charnes and Cooper (1962), Programming with linear fractional functionals
// [charnes1962programming]; Salo and Hamalainen (1992), Preference assessment by imprecise ratio
// statements [salo1992preference]

namespace unbracket {

namespace {

void add_times(std::vector<Rational>& to, const std::vector<Rational>& from,
               const Rational& times) {
    for (std::size_t at = 0; at < to.size(); ++at) {
        if (from[at].sign() != 0) {
            to[at] += times * from[at];
        }
    }
}

Rational product(const std::vector<Rational>& one, const std::vector<Rational>& other) {
    Rational sum;
    for (std::size_t at = 0; at < one.size(); ++at) {
        if (one[at].sign() != 0) {
            sum += one[at] * other[at];
        }
    }
    return sum;
}

/// The end of the range at which the coefficient's share is largest.
const Rational& best_end(const Interval& range, const Rational& coefficient) {
    return coefficient.sign() > 0 ? range.high : range.low;
}

} // namespace

ReadingFunction::ReadingFunction(const Case& negotiation, const PartyAppraisal& own)
    : weights(own.issues.size()), bonuses(negotiation.bonuses.size()),
      losses(negotiation.risks.size()) {
    for (const IssueAppraisal& issue : own.issues) {
        values.emplace_back(issue.options.size());
    }
}

void ReadingFunction::add(const ReadingFunction& other, const Rational& times) {
    add_times(weights, other.weights, times);
    add_times(bonuses, other.bonuses, times);
    add_times(losses, other.losses, times);
    for (std::size_t at = 0; at < values.size(); ++at) {
        add_times(values[at], other.values[at], times);
    }
    fallback += times * other.fallback;
    whole += times * other.whole;
    constant += times * other.constant;
}

Rational ReadingFunction::at(const WeightedReading& reading) const {
    Rational sum = constant + fallback * reading.fallback + whole * reading.whole +
                   product(weights, reading.weights) + product(bonuses, reading.bonuses) +
                   product(losses, reading.losses);
    for (std::size_t issue = 0; issue < values.size(); ++issue) {
        sum += product(values[issue], reading.values[issue]);
    }
    return sum;
}

ReadingHull::ReadingHull(const Case& negotiation, const Appraisal& appraisal, PartyId party)
    : case_(negotiation), own_(appraisal[as_index(party)]), party_(party) {
    UNBRACKET_REQUIRE(own_.scale != Scale::none && !own_.gap,
                      "only readings of parties with values and without a gap form a set");
}

ReadingFunction ReadingHull::value_of(const Outcome& outcome) const {
    ReadingFunction value(case_, own_);
    for (std::size_t at = 0; at < own_.issues.size(); ++at) {
        if (own_.issues[at].is_concerned()) {
            value.values[at][as_index(outcome[at])] = 1;
        }
    }
    for (std::size_t at = 0; at < case_.risks.size(); ++at) {
        const Risk& risk = case_.risks[at];
        const std::size_t issue = as_index(risk.option.issue);
        if (risk.party == party_ && own_.issues[issue].is_concerned() &&
            lowers(risk, risk.option.issue, outcome[issue])) {
            value.losses[at] = -1;
        }
    }
    for (std::size_t at = 0; at < case_.bonuses.size(); ++at) {
        if (case_.bonuses[at].party == party_ && holds(case_.bonuses[at].when, outcome)) {
            value.bonuses[at] = 1;
        }
    }
    return value;
}

ReadingFunction ReadingHull::fallback() const {
    if (const auto* draft = std::get_if<DraftId>(&own_.fallback)) {
        return value_of(contents_of(case_, *draft));
    }
    ReadingFunction function(case_, own_);
    function.fallback = 1;
    return function;
}

/// What all that stands under every weight together adds at most.
Rational ReadingHull::largest_whole(const ReadingFunction& function) const {
    Rational sum = function.whole;
    if (const auto* range = std::get_if<Interval>(&own_.fallback)) {
        sum += function.fallback * best_end(*range, function.fallback);
    }
    for (std::size_t at = 0; at < case_.bonuses.size(); ++at) {
        sum += function.bonuses[at] * best_end(case_.bonuses[at].value, function.bonuses[at]);
    }
    return sum;
}

/// What stands under the weight of one issue, at most, with these coefficients of its options.
Rational ReadingHull::bracket(const ReadingFunction& function, std::size_t issue,
                              const std::vector<Rational>& coefficients) const {
    Rational sum = function.weights[issue] +
                   product(coefficients, largest_in_order(own_.issues[issue], coefficients));
    for (std::size_t at = 0; at < case_.risks.size(); ++at) {
        if (as_index(case_.risks[at].option.issue) == issue) {
            sum += function.losses[at] * best_end(case_.risks[at].loss, function.losses[at]);
        }
    }
    return sum;
}

Rational ReadingHull::times_weight(const Rational& bracket, std::size_t issue) const {
    return has_stances() ? bracket * best_end(own_.issues[issue].weight, bracket) : bracket;
}

void ReadingHull::set_weight(const ReadingFunction& function, std::size_t issue,
                             const Rational& whole, WeightedReading& reading) const {
    const Rational inside =
        bracket(function, issue, function.values[issue]) + (has_stances() ? whole : Rational(0));
    const Rational weight =
        has_stances() ? best_end(own_.issues[issue].weight, inside) : Rational(1);
    reading.weights[issue] = weight;
    for (Rational& value : reading.values[issue]) {
        value *= weight;
    }
    for (std::size_t at = 0; at < case_.risks.size(); ++at) {
        if (case_.risks[at].party == party_ && as_index(case_.risks[at].option.issue) == issue) {
            reading.losses[at] = weight * best_end(case_.risks[at].loss, function.losses[at]);
        }
    }
}

WeightedReading ReadingHull::blank() const {
    WeightedReading reading;
    reading.weights.resize(own_.issues.size());
    reading.values.resize(own_.issues.size());
    reading.bonuses.resize(case_.bonuses.size());
    reading.losses.resize(case_.risks.size());
    return reading;
}

WeightedReading ReadingHull::farthest(const ReadingFunction& function) const {
    WeightedReading reading = blank();
    const Rational whole = largest_whole(function);
    for (std::size_t at = 0; at < own_.issues.size(); ++at) {
        if (own_.issues[at].is_concerned()) {
            reading.values[at] = largest_in_order(own_.issues[at], function.values[at]);
            set_weight(function, at, whole, reading);
            reading.whole += reading.weights[at];
        }
    }
    if (!has_stances()) {
        reading.whole = 1;
    }
    if (const auto* range = std::get_if<Interval>(&own_.fallback)) {
        reading.fallback = reading.whole * best_end(*range, function.fallback);
    }
    for (std::size_t at = 0; at < case_.bonuses.size(); ++at) {
        if (case_.bonuses[at].party == party_) {
            reading.bonuses[at] =
                reading.whole * best_end(case_.bonuses[at].value, function.bonuses[at]);
        }
    }
    return reading;
}

WeightedReading ReadingHull::weighted(const PartyReading& reading) const {
    WeightedReading weighted = blank();
    weighted.whole = has_stances() ? Rational(0) : Rational(1);
    for (std::size_t at = 0; at < own_.issues.size(); ++at) {
        if (!own_.issues[at].is_concerned()) {
            continue;
        }
        weighted.weights[at] = has_stances() ? reading.weights[at] : Rational(1);
        weighted.whole += has_stances() ? reading.weights[at] : Rational(0);
        weighted.values[at] = reading.values[at];
        for (Rational& value : weighted.values[at]) {
            value *= weighted.weights[at];
        }
    }
    for (const auto& [risk, loss] : reading.losses) {
        weighted.losses[risk] = loss * weighted.weights[as_index(case_.risks[risk].option.issue)];
    }
    for (const auto& [bonus, worth] : reading.bonuses) {
        weighted.bonuses[bonus] = worth * weighted.whole;
    }
    weighted.fallback = reading.fallback.value_or(Rational(0)) * weighted.whole;
    return weighted;
}

WeightedReading ReadingHull::mixed(const std::vector<const WeightedReading*>& readings,
                                   const std::vector<Rational>& shares) {
    WeightedReading sum = *readings.front();
    const auto scale = [](std::vector<Rational>& numbers, const Rational& times) {
        for (Rational& number : numbers) {
            number *= times;
        }
    };
    scale(sum.weights, shares.front()), scale(sum.bonuses, shares.front());
    scale(sum.losses, shares.front());
    for (std::vector<Rational>& values : sum.values) {
        scale(values, shares.front());
    }
    sum.fallback *= shares.front(), sum.whole *= shares.front();
    for (std::size_t at = 1; at < readings.size(); ++at) {
        add_times(sum.weights, readings[at]->weights, shares[at]);
        add_times(sum.bonuses, readings[at]->bonuses, shares[at]);
        add_times(sum.losses, readings[at]->losses, shares[at]);
        for (std::size_t issue = 0; issue < sum.values.size(); ++issue) {
            add_times(sum.values[issue], readings[at]->values[issue], shares[at]);
        }
        sum.fallback += shares[at] * readings[at]->fallback;
        sum.whole += shares[at] * readings[at]->whole;
    }
    return sum;
}

/// The party's risks that lower the option.
std::vector<std::size_t> ReadingHull::risks_on(std::size_t issue, std::size_t option) const {
    std::vector<std::size_t> risks;
    for (std::size_t risk = 0; risk < case_.risks.size(); ++risk) {
        if (case_.risks[risk].party == party_ &&
            lowers(case_.risks[risk], IssueId(issue), OptionId(option))) {
            risks.push_back(risk);
        }
    }
    return risks;
}

ReducedValues ReadingHull::largest(const ReadingFunction& function, const Rational& times,
                                   const BonusPattern& pattern) const {
    ReadingFunction off = function;
    Rational whole;
    for (std::size_t at = 0; at < case_.bonuses.size(); ++at) {
        if (case_.bonuses[at].party != party_) {
            continue;
        }
        const Interval& worth = case_.bonuses[at].value;
        const Rational on = off.bonuses[at] + times;
        const Rational with = on * best_end(worth, on);
        const Rational without = off.bonuses[at] * best_end(worth, off.bonuses[at]);
        whole += pattern[at] == BonusState::on    ? with
                 : pattern[at] == BonusState::off ? without
                                                  : std::max(with, without);
        off.bonuses[at] = 0;
    }
    whole += largest_whole(off);
    ReducedValues reduced;
    reduced.values.resize(own_.issues.size());
    for (std::size_t at = 0; at < own_.issues.size(); ++at) {
        for (std::size_t option = 0; option < own_.issues[at].options.size(); ++option) {
            ReadingFunction chosen = function;
            chosen.values[at][option] += times;
            for (const std::size_t risk : risks_on(at, option)) {
                chosen.losses[risk] -= times;
            }
            const Rational inside = bracket(chosen, at, chosen.values[at]);
            reduced.values[at].push_back(times_weight(has_stances() ? inside + whole : inside, at));
        }
    }
    reduced.constant = has_stances() ? Rational(0) : whole;
    return reduced;
}

ReducedValues ReadingHull::in_reading(const WeightedReading& reading, const Rational& more,
                                      const BonusPattern& pattern) const {
    ReducedValues reduced;
    reduced.constant = more * reading.whole - fallback().at(reading);
    for (std::size_t at = 0; at < case_.bonuses.size(); ++at) {
        const bool is_earned =
            pattern[at] == BonusState::on ||
            (pattern[at] == BonusState::undecided && reading.bonuses[at].sign() > 0);
        if (case_.bonuses[at].party == party_ && is_earned) {
            reduced.constant += reading.bonuses[at];
        }
    }
    for (std::size_t at = 0; at < own_.issues.size(); ++at) {
        reduced.values.push_back(reading.values[at]);
        for (std::size_t option = 0; option < reduced.values[at].size(); ++option) {
            for (const std::size_t risk : risks_on(at, option)) {
                reduced.values[at][option] -= reading.losses[risk];
            }
        }
    }
    return reduced;
}

} // namespace unbracket
