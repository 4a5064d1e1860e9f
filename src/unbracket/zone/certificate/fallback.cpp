#include "unbracket/zone/certificate/ranges.hpp"

#include <algorithm>
#include <utility>

// What a party has without agreement, as a range on its own scale. Where the entries say nothing it
// is everything between the party's worst and best total, over all readings and all outcomes,
// limits or not. For scores that is a sum of smallest and largest scores. For stances it is the
// smallest and the largest weighted mean over a box of weights: a mean falls when more weight goes
// to numbers below it, so at the smallest mean every number below some cut has its largest weight
// and every other its smallest (a fractional linear problem over a box; Charnes and Cooper, 1962,
// treat the general one). All cuts are tried, so nothing depends on which is right.

namespace unbracket::certificate {

namespace {

struct Weighted {
    Fraction number;
    Range weight;
};

/// The mean nearest to the front of the list that weights inside their ranges can reach.
Fraction extreme_mean(const std::vector<Weighted>& numbers, bool is_smallest) {
    Fraction weight = 0, sum = 0;
    for (const Weighted& one : numbers) {
        weight += one.weight.low;
        sum += one.weight.low * one.number;
    }
    std::optional<Fraction> best;
    for (const Weighted& one : numbers) {
        const Fraction more = one.weight.high - one.weight.low;
        weight += more;
        sum += more * one.number;
        if (weight > 0) {
            const Fraction mean = sum / weight;
            const bool is_better = !best || (is_smallest ? mean < *best : mean > *best);
            best = is_better ? mean : *best;
        }
    }
    return best.value_or(0);
}

struct Extremes {
    std::vector<Weighted> worst; // one number for each issue that concerns the party
    std::vector<Weighted> best;
};

Extremes extremes_by_issue(const Case& given, const PartyRanges& ranges) {
    Extremes extremes;
    for (std::size_t issue = 0; issue < given.issues.size(); ++issue) {
        const IssueRanges& here = ranges.issues[issue];
        if (!here.is_concerned) {
            continue;
        }
        Range span = net_worth(given, here, 0);
        for (std::size_t option = 1; option < given.issues[issue].options.size(); ++option) {
            const Range net = net_worth(given, here, option);
            span.low = std::min(span.low, net.low);
            span.high = std::max(span.high, net.high);
        }
        extremes.worst.push_back({span.low, here.weight});
        extremes.best.push_back({span.high, here.weight});
    }
    return extremes;
}

/// From the party's worst to its best total.
Range whole_scale(const Case& given, const PartyRanges& ranges) {
    Extremes extremes = extremes_by_issue(given, ranges);
    Range whole = {0, 0};
    if (ranges.scale == Scale::scores) {
        for (std::size_t i = 0; i < extremes.worst.size(); ++i) {
            whole.low += extremes.worst[i].number;
            whole.high += extremes.best[i].number;
        }
    } else {
        const auto rising = [](const Weighted& a, const Weighted& b) {
            return a.number < b.number;
        };
        const auto falling = [](const Weighted& a, const Weighted& b) {
            return a.number > b.number;
        };
        std::sort(extremes.worst.begin(), extremes.worst.end(), rising);
        std::sort(extremes.best.begin(), extremes.best.end(), falling);
        whole = {extreme_mean(extremes.worst, true), extreme_mean(extremes.best, false)};
    }
    for (const std::size_t bonus : ranges.bonuses) {
        const Range value = exact(given.bonuses[bonus].value);
        whole.low += std::min(value.low, Fraction(0));
        whole.high += std::max(value.high, Fraction(0));
    }
    return whole;
}

void enter_fallback(const Case& given, PartyRanges& ranges) {
    const FallbackPeriod* period = given.fallback_in_force(ranges.party);
    if (period == nullptr) {
        ranges.fallback = whole_scale(given, ranges);
    } else if (const auto* draft = std::get_if<DraftId>(&period->value)) {
        ranges.fallback = *draft;
    } else {
        const auto& quantity = std::get<StanceQuantity>(period->value);
        const auto* word = std::get_if<StanceWord>(&quantity);
        ranges.fallback =
            exact(word != nullptr ? given.words[*word] : std::get<Interval>(quantity));
    }
}

} // namespace

PartyRanges ranges_of(const Case& given, PartyId party) {
    PartyRanges ranges;
    ranges.party = party;
    ranges.scale = given.party(party).scale;
    ranges.supposed_less = exact(given.supposed_less_of(party));
    ranges.has_weights = ranges.scale != Scale::stances;
    for (std::size_t issue = 0; issue < given.issues.size(); ++issue) {
        IssueRanges here = ranges_on_issue(given, party, IssueId(issue));
        if (!narrow(here.worth, here.ladders) && !ranges.contradiction) {
            ranges.contradiction = IssueId(issue);
        }
        ranges.has_weights = ranges.has_weights || here.weight.high > 0;
        ranges.issues.push_back(std::move(here));
    }
    for (std::size_t bonus = 0; bonus < given.bonuses.size(); ++bonus) {
        if (given.bonuses[bonus].party == party) {
            ranges.bonuses.push_back(bonus);
        }
    }
    if (ranges.scale != Scale::none && !ranges.contradiction && ranges.has_weights) {
        enter_fallback(given, ranges);
    }
    return ranges;
}

} // namespace unbracket::certificate
