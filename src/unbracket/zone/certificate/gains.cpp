#include "unbracket/zone/certificate/gains.hpp"

#include <algorithm>
#include <optional>
#include <utility>

// Solutions are those of the central reading, so the checker has to know it, and works it out from
// the entries by its own way: middles of what the ladders leave, but classes of an order that share
// one range stand in it equally far apart, the i-th lowest of r at i/(r+1), wherever no ladder of
// the issue forbids that. These are the means of the order statistics of uniform draws (David and
// Nagaraja, 2003).

namespace unbracket::certificate {

namespace {

Fraction middle(const Range& range) {
    return (range.low + range.high) / Fraction(2);
}

/// The classes of the order without red lines, best first.
std::vector<std::vector<std::size_t>> classes_of(const Order& order, const IssueRanges& ranges) {
    std::vector<std::vector<std::size_t>> classes;
    for (const std::vector<OptionId>& tied : order.classes) {
        std::vector<std::size_t> kept;
        for (const OptionId option : tied) {
            if (!ranges.is_red_line[as_index(option)]) {
                kept.push_back(as_index(option));
            }
        }
        if (!kept.empty()) {
            classes.push_back(std::move(kept));
        }
    }
    return classes;
}

bool is_same(const Range& one, const Range& other) {
    return one.low == other.low && one.high == other.high;
}

/// Puts the classes from `first` to before `end`, which share a range, equally far apart.
void place_apart(const IssueRanges& ranges, const std::vector<std::vector<std::size_t>>& classes,
                 std::pair<std::size_t, std::size_t> run, std::vector<Fraction>& worth) {
    const auto [first, end] = run;
    const Range& range = ranges.worth[classes[first].front()];
    for (std::size_t at = first; at < end; ++at) {
        const Fraction place(Integer(end - at), Integer(end - first + 1));
        for (const std::size_t option : classes[at]) {
            worth[option] = range.low + place * (range.high - range.low);
        }
    }
}

/// Whether options of one level are worth the same, and those of the next no more.
bool keeps(const Ladder& ladder, const std::vector<Fraction>& worth) {
    std::optional<Fraction> above;
    for (const std::vector<std::size_t>& level : ladder) {
        std::optional<Fraction> here;
        for (const std::size_t point : level) {
            const bool is_option = point < worth.size(); // else a knot beside the grid
            if (is_option &&
                ((here && worth[point] != *here) || (above && worth[point] > *above))) {
                return false;
            }
            here = is_option ? std::optional(worth[point]) : here;
        }
        above = here ? here : above;
    }
    return true;
}

std::vector<Fraction> central_worth(const IssueRanges& ranges, const Issue& issue, PartyId party) {
    std::vector<Fraction> middles;
    for (std::size_t option = 0; option < issue.options.size(); ++option) {
        middles.push_back(middle(ranges.worth[option]));
    }
    const Assessment* assessment = issue.of(party);
    if (assessment == nullptr || !assessment->order) {
        return middles;
    }
    std::vector<Fraction> apart = middles;
    const auto classes = classes_of(*assessment->order, ranges);
    for (std::size_t first = 0, end = 0; first < classes.size(); first = end) {
        const Range& range = ranges.worth[classes[first].front()];
        while (end < classes.size() && is_same(ranges.worth[classes[end].front()], range)) {
            ++end;
        }
        place_apart(ranges, classes, {first, end}, apart);
    }
    const bool is_kept =
        std::all_of(ranges.ladders.begin(), ranges.ladders.end(),
                    [&apart](const Ladder& ladder) { return keeps(ladder, apart); });
    return is_kept ? apart : middles;
}

/// A party's central reading under way.
class CentralReading {
public:
    CentralReading(const Facts& facts, PartyId party)
        : given_(facts.given), ranges_(facts.ranges(party)), gains_{party, {}, {}, {}} {}

    PartyGains read() {
        add_options();
        for (const std::size_t bonus : ranges_.bonuses) {
            gains_.bonuses.push_back({bonus, middle(exact(given_.bonuses[bonus].value))});
        }
        const auto* fallback = std::get_if<Range>(&ranges_.fallback);
        gains_.start = fallback != nullptr ? -middle(*fallback) : -worth_of_draft();
        gains_.start += ranges_.supposed_less;
        settle_on_options();
        return std::move(gains_);
    }

private:
    /// What a bonus on one issue adds depends on the option alone.
    void settle_on_options() {
        std::erase_if(gains_.bonuses, [this](const BonusGain& bonus) {
            const Condition& when = given_.bonuses[bonus.bonus].when;
            if (when.size() != 1) {
                return false;
            }
            for (const OptionId option : when.front().options) {
                gains_.adds[as_index(when.front().issue)][as_index(option)] += bonus.points;
            }
            return true;
        });
    }

    void add_options() {
        Fraction weights = 0;
        for (const IssueRanges& issue : ranges_.issues) {
            weights += issue.is_concerned ? middle(issue.weight) : Fraction(0);
        }
        for (std::size_t issue = 0; issue < ranges_.issues.size(); ++issue) {
            const IssueRanges& own = ranges_.issues[issue];
            std::vector<Fraction>& adds = gains_.adds.emplace_back();
            adds.resize(given_.issues[issue].options.size());
            if (!own.is_concerned) {
                continue;
            }
            const auto worth = central_worth(own, given_.issues[issue], gains_.party);
            const bool has_weights = ranges_.scale == Scale::stances;
            const Fraction share = has_weights ? middle(own.weight) / weights : Fraction(1);
            for (std::size_t option = 0; option < adds.size(); ++option) {
                adds[option] = share * (worth[option] - loss(own, option));
            }
        }
    }

    Fraction loss(const IssueRanges& ranges, std::size_t option) const {
        Fraction sum = 0;
        for (const std::size_t risk : ranges.risks) {
            if (lowers(given_.risks[risk], option)) {
                sum += middle(exact(given_.risks[risk].loss));
            }
        }
        return sum;
    }

    /// Where the draft leaves something open, the middle between its least and its most.
    Fraction worth_of_draft() const {
        const DraftContent draft = fallback_draft(given_, ranges_);
        Fraction sum = 0;
        for (std::size_t issue = 0; issue < draft.size(); ++issue) {
            Range range{gains_.adds[issue][as_index(draft[issue].front())], {}};
            range.high = range.low;
            for (const OptionId option : draft[issue]) {
                range.low = std::min(range.low, gains_.adds[issue][as_index(option)]);
                range.high = std::max(range.high, gains_.adds[issue][as_index(option)]);
            }
            sum += middle(range);
        }
        for (const BonusGain& bonus : gains_.bonuses) {
            const Met met = met_by(draft, given_.bonuses[bonus.bonus].when);
            const Fraction share = met == Met::yes      ? Fraction(1)
                                   : met == Met::either ? Fraction(Integer(1), Integer(2))
                                                        : Fraction(0);
            sum += share * bonus.points;
        }
        return sum;
    }

    const Case& given_;
    const PartyRanges& ranges_;
    PartyGains gains_;
};

/// What bonuses add, at most.
Fraction most_of_bonuses(const PartyGains& gains, const std::vector<Met>& bonuses) {
    Fraction sum = 0;
    for (const BonusGain& bonus : gains.bonuses) {
        const bool is_met = bonuses[bonus.bonus] == Met::yes ||
                            (bonuses[bonus.bonus] == Met::either && bonus.points > 0);
        sum += is_met ? bonus.points : Fraction(0);
    }
    return sum;
}

/// More than any two gains lie apart.
Fraction magnitude_of(const PartyGains& gains) {
    const auto size = [](const Fraction& number) { return number < 0 ? -number : number; };
    Fraction sum = Fraction(1) + size(gains.start);
    for (const std::vector<Fraction>& adds : gains.adds) {
        for (const Fraction& add : adds) {
            sum += Fraction(2) * size(add);
        }
    }
    for (const BonusGain& bonus : gains.bonuses) {
        sum += size(bonus.points);
    }
    return sum;
}

Fraction least_of(const std::vector<Fraction>& adds, const std::vector<OptionId>& options) {
    Fraction least = adds[as_index(options.front())];
    for (const OptionId option : options) {
        least = std::min(least, adds[as_index(option)]);
    }
    return least;
}

} // namespace

std::vector<PartyGains> central_gains(const Facts& facts) {
    std::vector<PartyGains> all;
    for (std::size_t party = 0; party < facts.parties.size(); ++party) {
        if (is_counted(facts, PartyId(party)) && facts.parties[party].scale != Scale::none) {
            all.push_back(CentralReading(facts, PartyId(party)).read());
        }
    }
    return all;
}

Fraction gain_of(const Case& given, const PartyGains& gains, const Outcome& outcome) {
    Fraction gain = gains.start;
    for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
        gain += gains.adds[issue][as_index(outcome[issue])];
    }
    for (const BonusGain& bonus : gains.bonuses) {
        gain += holds(given.bonuses[bonus.bonus].when, outcome) ? bonus.points : Fraction(0);
    }
    return gain;
}

Integer floor_of(const Fraction& number) {
    const Integer whole = number.top() / number.bottom(); // towards 0
    return whole * number.bottom() > number.top() ? Integer(whole - 1) : whole;
}

Integer GainGrid::steps_for(const Fraction& gain) const {
    const Integer fewest = -floor_of((start - gain) / step);
    return std::max(fewest, Integer(0));
}

Integer GainGrid::steps_above(const Fraction& gain) const {
    return std::max(Integer(floor_of((gain - start) / step) + 1), Integer(0));
}

Fraction common_step(const std::vector<Fraction>& numbers) {
    Integer top = 0, bottom = 1;
    for (const Fraction& number : numbers) {
        bottom = lcm(bottom, number.bottom());
    }
    for (const Fraction& number : numbers) {
        top = gcd(top, Integer(number.top() * (bottom / number.bottom())));
    }
    return {top, bottom};
}

// Whatever gains are compared with is a gain of somebody, or one raised by a span: twice the sum of
// magnitudes is not less. A search may take the next of its own steps above that, which is one
// magnitude more; and a gain may be as far below 0.
Fraction beyond_all(const std::vector<PartyGains>& all) {
    Fraction sum = 0;
    for (const PartyGains& gains : all) {
        sum += magnitude_of(gains);
    }
    return Fraction(4) * sum;
}

namespace {

/// The same gains over a domain: only bonuses that it leaves to several issues remain bonuses.
PartyGains within(const Case& given, PartyGains gains, const Domain& domain) {
    std::erase_if(gains.bonuses, [&](const BonusGain& bonus) {
        const auto open = open_literals(given.bonuses[bonus.bonus].when, domain);
        if (!open || open->empty()) {
            gains.start += open ? bonus.points : Fraction(0);
            return true;
        }
        if (open->size() > 1) {
            return false;
        }
        for (const OptionId option : open->front().options) {
            gains.adds[as_index(open->front().issue)][as_index(option)] += bonus.points;
        }
        return true;
    });
    return gains;
}

} // namespace

GainGrid grid_of(const GridQuestion& question, const PartyGains& party, const Domain& domain) {
    const PartyGains gains = within(question.given, party, domain);
    const std::vector<Met>& bonuses = question.bonuses;
    GainGrid grid{gains.start + most_of_bonuses(gains, bonuses), {}, false, {}, 0};
    std::vector<Fraction> all;
    std::vector<Fraction> least;
    for (std::size_t issue = 0; issue < domain.size(); ++issue) {
        least.push_back(least_of(gains.adds[issue], domain[issue]));
        grid.start += least.back();
        for (const OptionId option : domain[issue]) {
            all.push_back(gains.adds[issue][as_index(option)] - least.back());
        }
    }
    grid.step = common_step(all);
    grid.is_fixed = grid.step == 0;
    if (grid.is_fixed) {
        grid.step = question.beyond;
    }
    for (std::size_t issue = 0; issue < domain.size(); ++issue) {
        std::vector<Integer>& steps = grid.steps.emplace_back();
        for (const OptionId option : domain[issue]) {
            steps.push_back(
                ((gains.adds[issue][as_index(option)] - least[issue]) / grid.step).top());
        }
        grid.most += *std::max_element(steps.begin(), steps.end());
    }
    return grid;
}

Fraction span_of(const Case& given, const PartyGains& party, const Domain& domain) {
    const PartyGains gains = within(given, party, domain);
    Fraction span = 0;
    for (const BonusGain& bonus : gains.bonuses) {
        span += bonus.points < 0 ? -bonus.points : bonus.points;
    }
    for (std::size_t issue = 0; issue < domain.size(); ++issue) {
        const std::vector<Fraction>& adds = gains.adds[issue];
        Fraction most = adds[as_index(domain[issue].front())];
        for (const OptionId option : domain[issue]) {
            most = std::max(most, adds[as_index(option)]);
        }
        span += most - least_of(adds, domain[issue]);
    }
    return span;
}

} // namespace unbracket::certificate
