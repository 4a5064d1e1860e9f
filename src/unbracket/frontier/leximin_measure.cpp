#include "unbracket/frontier/solution_measure.hpp"

#include <algorithm>
#include <bit>
#include <limits>

// What a weighted sum of totals says about outcomes with better lowest scores, gains divided by
// units, than a given one.
//
// An outcome is better if, in ascending order, its scores first agree with those of the given one
// at k places and are then larger: k parties hold the k smallest scores in some order and everybody
// else has more than the next one. For each k the cheapest assignment of parties to places is a
// lower bound of the weighted sum; the smallest over k is what an improvement needs. With up to ten
// parties the assignment is worked out exactly, set by set.
//
// Where units are known only as ranges, with a tolerance, an outcome is better for some units of
// the ranges only if each party i has more than the least of G_i and, over the others j, of
// G_j l_i / m_j: here G are the given gains, each up by its tolerance, and l and m the least and
// the most a unit can be.
//
// Source: Sen (1970), Collective choice and social welfare [sen1970collective]; Kalai and
// Smorodinsky (1975), Other solutions to Nash's bargaining problem [kalai1975other]

namespace unbracket {

namespace {

constexpr std::size_t most_assigned = 10;

class Leximin final : public Measure {
public:
    Leximin(const std::vector<SpaceColumn>& columns, std::vector<std::optional<ScoreUnit>> units)
        : Measure(columns), units_(std::move(units)) {
        for (std::size_t at = 0; at < units_.size(); ++at) {
            if (units_[at]) {
                taking_part_.push_back(at);
            }
            const double unit = units_[at] ? units_[at]->least.approximate() : 1.0;
            scores_.push_back(
                {columns[at].offset.approximate() / unit, columns[at].slope.approximate() / unit});
        }
    }

    std::strong_ordering compare(const std::vector<Rational>& one,
                                 const std::vector<Rational>& other) const override {
        const auto a = scores(one), b = scores(other);
        return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end());
    }

    Rational worth(const std::vector<Rational>& gains) const override {
        const auto sorted = scores(gains);
        return sorted.empty() ? Rational() : sorted.front();
    }

    void want(const std::optional<std::vector<Rational>>& gains, Wanted wanted) override {
        wanted_ = wanted;
        at_least_.clear(), above_.clear();
        if (gains && is_first_only()) {
            const Rational first = worth(*gains);
            const std::vector<Rational> more = raised(*gains);
            for (const std::size_t party : taking_part_) {
                const Rational better = first * units_[party]->least;
                want_gain(party, wanted == Wanted::any_more
                                     ? better
                                     : std::max(beyond(more, party), better));
            }
        } else if (gains) {
            const std::vector<Rational> levels = scores(*gains);
            for (const std::size_t party : taking_part_) {
                for (const Rational& level : levels) {
                    want_gain(party, level * units_[party]->least);
                }
            }
        }
    }

    Rational tolerated(const std::vector<Rational>& gains) const override {
        Rational most;
        const std::vector<Rational> more = raised(gains);
        for (const std::size_t party : taking_part_) {
            most = std::max(most, beyond(more, party) / units_[party]->least);
        }
        return std::max(most, worth(gains));
    }

    std::int64_t need(const Multipliers& lane) const override {
        std::int64_t others = 0;
        for (std::size_t at = 0; at < units_.size(); ++at) {
            others += units_[at] && !above_.empty() ? 0 : lane[at] * columns()[at].floor;
        }
        if (above_.empty()) {
            return others;
        }
        return others + (is_first_only() ? for_first(lane) : for_assignment(lane));
    }

    std::optional<Rational> bound(const Multipliers& lane, std::int64_t largest) const override {
        Rational left(largest), weight;
        for (std::size_t at = 0; at < units_.size(); ++at) {
            const Rational share = Rational(lane[at]) / columns()[at].slope;
            if (units_[at]) {
                left += share * columns()[at].offset, weight += share * units_[at]->least;
            } else {
                left -= Rational(lane[at]) * Rational(columns()[at].floor);
            }
        }
        return weight.sign() > 0 ? std::optional(left / weight) : std::nullopt;
    }

    std::vector<std::int64_t> aim() const override {
        std::vector<std::int64_t> sums;
        for (const SpaceColumn& column : columns()) {
            sums.push_back(column.floor);
        }
        const std::size_t levels = above_.size() / std::max<std::size_t>(taking_part_.size(), 1);
        for (std::size_t place = 0; place < taking_part_.size() && levels > 0; ++place) {
            sums[taking_part_[place]] = above_[place * levels];
        }
        return sums;
    }

    double appeal(std::span<const double> sums) const override {
        if (const double lacking = shortfall(sums); lacking > 0) {
            return -lacking;
        }
        double least = std::numeric_limits<double>::max(), sum = 0;
        for (const std::size_t party : taking_part_) {
            const double score = scores_[party].at(sums[party]);
            least = std::min(least, score);
            sum += score;
        }
        return taking_part_.empty() ? 0.0 : least + 1e-4 * sum;
    }

private:
    /// Whatever has better scores than these gains, for some units, gives the party more than this.
    Rational beyond(const std::vector<Rational>& gains, std::size_t party) const {
        Rational least = gains[party];
        for (const std::size_t other : taking_part_) {
            if (other != party) {
                least = std::min(least, gains[other] * units_[party]->least / units_[other]->most);
            }
        }
        return least;
    }

    bool is_first_only() const {
        return wanted_ == Wanted::first_more || wanted_ == Wanted::any_more ||
               (is_tolerant() && wanted_ == Wanted::more);
    }

    std::vector<Rational> scores(const std::vector<Rational>& gains) const {
        std::vector<Rational> sorted;
        for (const std::size_t party : taking_part_) {
            sorted.push_back(gains[party] / units_[party]->least);
        }
        std::sort(sorted.begin(), sorted.end());
        return sorted;
    }

    /// Outcomes with a gain of at least, or more than, this.
    void want_gain(std::size_t party, const Rational& gain) {
        at_least_.push_back(columns()[party].sum_for(gain));
        above_.push_back(columns()[party].sum_above(gain));
    }

    std::int64_t for_first(const Multipliers& lane) const {
        std::int64_t sum = 0;
        for (std::size_t place = 0; place < taking_part_.size(); ++place) {
            sum += lane[taking_part_[place]] * above_[place];
        }
        return sum;
    }

    /// Over sets of parties that hold the smallest gains, the rest having more than the next.
    std::int64_t for_assignment(const Multipliers& lane) const {
        const std::size_t count = taking_part_.size();
        if (count > most_assigned) {
            std::int64_t sum = 0;
            for (std::size_t place = 0; place < count; ++place) {
                sum += lane[taking_part_[place]] * at_least_[place * count];
            }
            return sum;
        }
        constexpr std::int64_t unset = std::numeric_limits<std::int64_t>::max();
        std::vector<std::int64_t> cheapest(std::size_t{1} << count, unset);
        cheapest[0] = 0;
        std::int64_t least = unset;
        for (std::size_t set = 0; set < cheapest.size(); ++set) {
            const auto size = static_cast<std::size_t>(std::popcount(set));
            std::int64_t sum = cheapest[set];
            for (std::size_t place = 0; place < count; ++place) {
                const std::size_t with = set | (std::size_t{1} << place);
                if (with == set) {
                    continue;
                }
                const std::int64_t weight = lane[taking_part_[place]];
                sum += weight * above_[place * count + size];
                cheapest[with] = std::min(cheapest[with],
                                          cheapest[set] + weight * at_least_[place * count + size]);
            }
            if (size < count || wanted_ == Wanted::as_much) {
                least = std::min(least, sum);
            }
        }
        return least;
    }

    std::vector<std::optional<ScoreUnit>> units_;
    std::vector<std::size_t> taking_part_;
    std::vector<Line> scores_; // by column
    Wanted wanted_ = Wanted::more;
    std::vector<std::int64_t> at_least_; // [place * levels + level]: sums for that score or more
    std::vector<std::int64_t> above_;    // and for more than that
};

} // namespace

std::unique_ptr<Measure> leximin_measure(const std::vector<SpaceColumn>& columns,
                                         std::vector<std::optional<ScoreUnit>> units) {
    return std::make_unique<Leximin>(columns, std::move(units));
}

bool are_units_narrow(const std::vector<SpaceColumn>& columns,
                      const std::vector<std::optional<ScoreUnit>>& units,
                      const std::vector<Rational>& gains) {
    const Leximin measure(columns, units);
    const Rational first = measure.worth(gains);
    for (std::size_t at = 0; at < units.size(); ++at) {
        if (units[at] && (gains[at] + columns[at].tolerance) / units[at]->most < first) {
            return false;
        }
    }
    return true;
}

} // namespace unbracket
