#include "unbracket/zone/certificate/measure.hpp"

#include "unbracket/zone/certificate/reading.hpp"

#include <algorithm>
#include <optional>

// Judgements of whole drafts compare sums of products, weight times value. Taken as numbers of
// their own, the products make everything linear (Charnes and Cooper, 1962), and the largest value
// of a linear function over ranges and orders is found piece by piece: what stands under all
// weights at the ends that the signs ask for, the values of an issue together, and then the weight
// heavy where what stands under it is above 0.
//
// Values of one issue that a ladder ranks: some largest sum has every value at an end of some
// range, so ends are all that is tried, level by level from the worst, with the best sum so far for
// every end. With several ladders each alone gives a bound, and the smallest is taken. That may be
// too much, never too little.
//
// Source: Charnes and Cooper (1962), Programming with linear fractional functionals
// [charnes1962programming]

namespace unbracket::certificate {

namespace {

void add_times(std::vector<Fraction>& to, const std::vector<Fraction>& from,
               const Fraction& times) {
    for (std::size_t at = 0; at < to.size(); ++at) {
        to[at] += times * from[at];
    }
}

Fraction at_best_end(const Range& range, const Fraction& coefficient) {
    return coefficient * (coefficient > 0 ? range.high : range.low);
}

/// The values of an issue with what each counts; knots beside the grid count nothing.
struct Values {
    const IssueRanges& ranges;
    const std::vector<Fraction>& coefficients;

    Fraction coefficient(std::size_t point) const {
        return point < coefficients.size() ? coefficients[point] : Fraction(0);
    }
};

std::vector<Fraction> ends_on(const Values& values, const Ladder& ladder) {
    std::vector<Fraction> ends;
    for (const auto& level : ladder) {
        for (const std::size_t point : level) {
            ends.push_back(values.ranges.worth[point].low);
            ends.push_back(values.ranges.worth[point].high);
        }
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

/// The largest sum over one ladder, whose ranges are narrowed, so that they fall along it.
Fraction largest_on(const Values& values, const Ladder& ladder) {
    const std::vector<Fraction> ends = ends_on(values, ladder);
    std::vector<Fraction> best(ends.size()); // of the worse levels, with no value above that end
    for (auto level = ladder.rbegin(); level != ladder.rend(); ++level) {
        Fraction coefficient;
        for (const std::size_t point : *level) {
            coefficient += values.coefficient(point);
        }
        const Range& range = values.ranges.worth[level->front()];
        std::optional<Fraction> most;
        for (std::size_t at = 0; at < ends.size(); ++at) {
            if (range.contains(ends[at])) {
                const Fraction sum = best[at] + coefficient * ends[at];
                most = most ? std::max(*most, sum) : sum;
            }
            best[at] = most.value_or(0); // below the range nothing is asked
        }
    }
    return best.empty() ? Fraction(0) : best.back();
}

/// The largest sum with one ladder kept, if one is given.
Fraction largest_keeping(const Values& values, const Ladder* ladder) {
    Fraction sum = ladder == nullptr ? Fraction(0) : largest_on(values, *ladder);
    std::vector<bool> is_ranked(values.ranges.worth.size(), false);
    for (std::size_t at = 0; ladder != nullptr && at < ladder->size(); ++at) {
        for (const std::size_t point : (*ladder)[at]) {
            is_ranked[point] = true;
        }
    }
    for (std::size_t point = 0; point < values.coefficients.size(); ++point) {
        if (!is_ranked[point]) {
            sum += at_best_end(values.ranges.worth[point], values.coefficients[point]);
        }
    }
    return sum;
}

Fraction largest_sum(const Values& values) {
    Fraction least = largest_keeping(values, nullptr);
    for (const Ladder& ladder : values.ranges.ladders) {
        least = std::min(least, largest_keeping(values, &ladder));
    }
    return least;
}

} // namespace

Measure::Measure(const Facts& facts, PartyId party)
    : weights(facts.given.issues.size()), bonuses(facts.given.bonuses.size()),
      losses(facts.given.risks.size()) {
    for (std::size_t issue = 0; issue < weights.size(); ++issue) {
        const bool is_concerned = facts.ranges(party).issues[issue].is_concerned;
        values.emplace_back(is_concerned ? facts.given.issues[issue].options.size() : 0);
    }
}

void Measure::add(const Measure& other, const Fraction& times) {
    add_times(weights, other.weights, times);
    for (std::size_t issue = 0; issue < values.size(); ++issue) {
        add_times(values[issue], other.values[issue], times);
    }
    fallback += times * other.fallback;
    whole += times * other.whole;
    add_times(bonuses, other.bonuses, times);
    add_times(losses, other.losses, times);
}

Measure worth_of(const Facts& facts, PartyId party, const Outcome& outcome) {
    Measure worth(facts, party);
    const PartyRanges& ranges = facts.ranges(party);
    for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
        const std::size_t option = as_index(outcome[issue]);
        if (!ranges.issues[issue].is_concerned) {
            continue;
        }
        worth.values[issue][option] = 1;
        for (const std::size_t risk : ranges.issues[issue].risks) {
            worth.losses[risk] = lowers(facts.given.risks[risk], option) ? -1 : 0;
        }
    }
    for (const std::size_t bonus : ranges.bonuses) {
        worth.bonuses[bonus] = holds(facts.given.bonuses[bonus].when, outcome) ? 1 : 0;
    }
    return worth;
}

Measure worth_without_agreement(const Facts& facts, PartyId party) {
    const PartyRanges& ranges = facts.ranges(party);
    if (std::holds_alternative<DraftId>(ranges.fallback)) {
        Outcome draft;
        for (const std::vector<OptionId>& options : fallback_draft(facts.given, ranges)) {
            draft.push_back(options.front());
        }
        return worth_of(facts, party, draft);
    }
    Measure worth(facts, party);
    worth.fallback = 1;
    return worth;
}

Measure worth_to_accept(const Facts& facts, PartyId party) {
    Measure worth = worth_without_agreement(facts, party);
    worth.whole -= facts.ranges(party).supposed_less;
    return worth;
}

Fraction measured(const Facts& facts, PartyId party, const Measure& measure,
                  const Reading& reading) {
    const PartyRanges& ranges = facts.ranges(party);
    Fraction total, whole = ranges.scale == Scale::scores ? 1 : 0;
    for (std::size_t issue = 0; issue < ranges.issues.size(); ++issue) {
        if (!ranges.issues[issue].is_concerned) {
            continue;
        }
        Fraction bracket = measure.weights[issue];
        for (std::size_t option = 0; option < measure.values[issue].size(); ++option) {
            bracket += measure.values[issue][option] * reading.values[issue][option];
        }
        for (const std::size_t risk : ranges.issues[issue].risks) {
            bracket += measure.losses[risk] * reading.losses[risk];
        }
        total += reading.weights[issue] * bracket;
        whole += ranges.scale == Scale::scores ? Fraction(0) : reading.weights[issue];
    }
    Fraction under_all = measure.whole + measure.fallback * reading.fallback;
    for (const std::size_t bonus : ranges.bonuses) {
        under_all += measure.bonuses[bonus] * reading.bonuses[bonus];
    }
    return total + whole * under_all;
}

LargestMeasure::LargestMeasure(const Facts& facts, PartyId party, const Measure& measure,
                               const Fraction& times, const std::vector<Met>& bonuses)
    : facts_(facts), ranges_(facts.ranges(party)), measure_(measure), times_(times),
      whole_(measure.whole) {
    if (const auto* range = std::get_if<Range>(&ranges_.fallback)) {
        whole_ += at_best_end(*range, measure.fallback);
    }
    for (const std::size_t bonus : ranges_.bonuses) {
        const Range worth = exact(facts.given.bonuses[bonus].value);
        const Fraction met = at_best_end(worth, measure.bonuses[bonus] + times);
        const Fraction unmet = at_best_end(worth, measure.bonuses[bonus]);
        whole_ += bonuses[bonus] == Met::yes  ? met
                  : bonuses[bonus] == Met::no ? unmet
                                              : std::max(met, unmet);
    }
    constant_ = ranges_.scale == Scale::scores ? whole_ : Fraction(0);
}

/// What stands under the weight of one issue, at most.
Fraction LargestMeasure::bracket(std::size_t issue, const std::vector<Fraction>& values,
                                 const std::vector<Fraction>& losses) const {
    Fraction sum = measure_.weights[issue] + largest_sum({ranges_.issues[issue], values});
    for (const std::size_t risk : ranges_.issues[issue].risks) {
        sum += at_best_end(exact(facts_.given.risks[risk].loss), losses[risk]);
    }
    return sum;
}

Fraction LargestMeasure::times_weight(std::size_t issue, Fraction bracket) const {
    if (ranges_.scale == Scale::scores) {
        return bracket;
    }
    return at_best_end(ranges_.issues[issue].weight, bracket + whole_);
}

Fraction LargestMeasure::at(std::size_t issue, std::size_t option) const {
    if (!ranges_.issues[issue].is_concerned) {
        return 0;
    }
    std::vector<Fraction> values = measure_.values[issue];
    std::vector<Fraction> losses = measure_.losses;
    values[option] += times_;
    for (const std::size_t risk : ranges_.issues[issue].risks) {
        losses[risk] -= lowers(facts_.given.risks[risk], option) ? times_ : Fraction(0);
    }
    return times_weight(issue, bracket(issue, values, losses));
}

Fraction LargestMeasure::without_outcome() const {
    Fraction sum = constant_;
    for (std::size_t issue = 0; issue < ranges_.issues.size(); ++issue) {
        if (ranges_.issues[issue].is_concerned) {
            sum += times_weight(issue, bracket(issue, measure_.values[issue], measure_.losses));
        }
    }
    return sum;
}

} // namespace unbracket::certificate
