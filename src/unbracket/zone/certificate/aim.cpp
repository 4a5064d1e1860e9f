#include "unbracket/zone/certificate/aim.hpp"

#include <algorithm>
#include <bit>
#include <utility>

// What a weighed sum of gains says about outcomes that would be better. Whatever the weights, from
// 0 on, such an outcome has a sum of at least so much:
//
//   scores   At some place k the ascending scores rise above those of the claim. Then the parties
//            can be put in an order so that the i-th has at least the i-th score for i < k, and
//            all others have more than the k-th. The cheapest such order, over all k, is the need.
//   product  Gains g whose product is more than P have w.g > n (P w1...wn)^(1/n), n parties having
//            a weight: the arithmetic mean is not below the geometric one. A party without weight
//            has at most its largest gain, by which P is divided.
//   sum      The sum of gains has the smallest of the weights in full; what a party's weight is
//            more than that counts what the party has at least.
//
// Gains are whole numbers of steps on grids, so "more than" means one step more.

namespace unbracket::certificate {

Weighing weigh(const std::vector<GainGrid>& grids, std::vector<Integer> weights) {
    Weighing weighing{grids, std::move(weights), {}, 0, 1};
    for (const GainGrid& grid : grids) {
        weighing.scale = lcm(weighing.scale, grid.step.bottom());
    }
    for (std::size_t at = 0; at < grids.size(); ++at) {
        const Fraction& step = grids[at].step;
        weighing.shares.push_back(weighing.weights[at] * step.top() *
                                  (weighing.scale / step.bottom()));
        weighing.start += Fraction(weighing.weights[at]) * grids[at].start;
    }
    return weighing;
}

Integer Aim::floor(const GainGrid& grid) const {
    return is_anywhere_ ? Integer(0) : grid.steps_for(0);
}

bool Aim::is_met(const std::vector<Fraction>& gains) const {
    const bool is_accepted =
        std::none_of(gains.begin(), gains.end(), [](const Fraction& gain) { return gain < 0; });
    return (is_anywhere_ || is_accepted) && is_better(gains);
}

std::uint64_t Aim::work(const Weighing& weighing) const {
    Integer largest = weighing.scale + abs(weighing.start.top()) + weighing.start.bottom();
    for (const Integer& share : weighing.shares) {
        largest += share;
    }
    return work(std::uint64_t{msb(largest) / 64 + 1});
}

Integer Aim::need(const Weighing& weighing) const {
    Integer least = 0;
    for (std::size_t at = 0; at < weighing.grids.size(); ++at) {
        least += weighing.shares[at] * floor(weighing.grids[at]);
    }
    return std::max(least, needed(weighing));
}

namespace {

class AimAtScores final : public Aim {
public:
    explicit AimAtScores(Scores scores) : Aim(false), scores_(std::move(scores)) {
        for (std::size_t at = 0; at < scores_.units.size(); ++at) {
            if (scores_.units[at]) {
                players_.push_back(at);
            }
        }
    }

protected:
    bool is_better(const std::vector<Fraction>& gains) const override {
        std::vector<Fraction> own;
        for (const std::size_t player : players_) {
            own.push_back(gains[player] / *scores_.units[player]);
        }
        std::sort(own.begin(), own.end());
        own.resize(std::min(own.size(), scores_.ascending.size()));
        return std::lexicographical_compare(scores_.ascending.begin(), scores_.ascending.end(),
                                            own.begin(), own.end());
    }

    Integer needed(const Weighing& weighing) const override {
        Integer others = 0;
        for (std::size_t at = 0; at < weighing.grids.size(); ++at) {
            others +=
                scores_.units[at] ? Integer(0) : weighing.shares[at] * floor(weighing.grids[at]);
        }
        if (scores_.ascending.empty()) {
            return others;
        }
        if (is_first_only() || players_.size() > most_assigned) {
            return others + all_at_first(weighing, is_first_only());
        }
        return others + cheapest_order(weighing);
    }

    std::uint64_t work(std::uint64_t words) const override {
        const bool is_assigned = !is_first_only() && players_.size() <= most_assigned;
        const std::uint64_t sets = is_assigned ? std::uint64_t{1} << players_.size() : 1;
        constexpr std::uint64_t sum_of_words = 20;
        return sum_of_words * sets * (players_.size() + 1) * words;
    }

private:
    static constexpr std::size_t most_assigned = 12;

    bool is_first_only() const { return scores_.ascending.size() < players_.size(); }

    Fraction goal(std::size_t player, std::size_t place) const {
        return scores_.ascending[place] * *scores_.units[player];
    }

    Integer all_at_first(const Weighing& weighing, bool is_more) const {
        Integer sum = 0;
        for (const std::size_t player : players_) {
            const GainGrid& grid = weighing.grids[player];
            sum += weighing.shares[player] *
                   (is_more ? grid.steps_above(goal(player, 0)) : grid.steps_for(goal(player, 0)));
        }
        return sum;
    }

    /// What each player costs at each place, as that goal or as more than that.
    struct Costs {
        std::vector<Integer> reach; // [player * count + place]
        std::vector<Integer> exceed;
    };
    Costs costs_of(const Weighing& weighing) const {
        Costs costs;
        for (const std::size_t player : players_) {
            const GainGrid& grid = weighing.grids[player];
            for (std::size_t place = 0; place < players_.size(); ++place) {
                const Fraction next = goal(player, place);
                costs.reach.push_back(weighing.shares[player] * grid.steps_for(next));
                costs.exceed.push_back(weighing.shares[player] * grid.steps_above(next));
            }
        }
        return costs;
    }

    /// By sets of players that hold the first places, in their cheapest order.
    Integer cheapest_order(const Weighing& weighing) const {
        const std::size_t count = players_.size();
        const Costs costs = costs_of(weighing);
        std::vector<std::optional<Integer>> cheapest(std::size_t{1} << count);
        cheapest[0] = Integer(0);
        std::optional<Integer> least;
        for (std::size_t set = 0; set + 1 < cheapest.size(); ++set) {
            const auto size = static_cast<std::size_t>(std::popcount(set));
            Integer sum = *cheapest[set];
            for (std::size_t at = 0; at < count; ++at) {
                if (((set >> at) & 1U) != 0) {
                    continue;
                }
                sum += costs.exceed[at * count + size];
                const Integer with = *cheapest[set] + costs.reach[at * count + size];
                auto& known = cheapest[set | (std::size_t{1} << at)];
                known = known ? std::min(*known, with) : with;
            }
            least = least ? std::min(*least, sum) : sum;
        }
        return least.value_or(0);
    }

    Scores scores_;
    std::vector<std::size_t> players_;
};

Fraction power(const Fraction& base, std::size_t exponent) {
    Fraction product = 1;
    for (std::size_t i = 0; i < exponent; ++i) {
        product *= base;
    }
    return product;
}

/// The largest whole number whose power is not above a number from 0 on: Newton's steps, which
/// descend from a power of two above the root.
Integer root_of(const Integer& number, std::size_t exponent) {
    if (number == 0 || exponent == 1) {
        return number;
    }
    const auto degree = static_cast<unsigned>(exponent);
    Integer root = Integer(1) << (msb(number) / degree + 1);
    while (true) {
        const Integer next =
            ((degree - 1) * root + number / boost::multiprecision::pow(root, degree - 1)) / degree;
        if (next >= root) {
            return root;
        }
        root = next;
    }
}

class AimAtProduct final : public Aim {
public:
    AimAtProduct(std::vector<bool> gaining, std::optional<Fraction> product)
        : Aim(false), gaining_(std::move(gaining)), product_(std::move(product)) {}

protected:
    bool is_better(const std::vector<Fraction>& gains) const override {
        Fraction product = 1;
        for (std::size_t at = 0; at < gains.size(); ++at) {
            if (gaining_[at] && gains[at] <= 0) {
                return false;
            }
            product *= gaining_[at] ? gains[at] : Fraction(1);
        }
        return !product_ || product > *product_;
    }

    Integer needed(const Weighing& weighing) const override {
        Integer others = 0, above_nothing = 0, beyond_all = 1;
        bool is_out_of_reach = false;
        for (std::size_t at = 0; at < weighing.grids.size(); ++at) {
            const GainGrid& grid = weighing.grids[at];
            beyond_all += weighing.shares[at] * grid.most;
            is_out_of_reach = is_out_of_reach || (gaining_[at] && grid.largest() <= 0);
            if (gaining_[at]) {
                above_nothing += weighing.shares[at] * grid.steps_above(0);
            } else {
                others += weighing.shares[at] * floor(grid);
            }
        }
        return is_out_of_reach ? beyond_all
                               : Integer(others + std::max(above_nothing, tangent(weighing)));
    }

    std::uint64_t work(std::uint64_t words) const override {
        const std::uint64_t count = gaining_.size();
        const std::uint64_t most_words = count * words;
        return (count + 20) * most_words * most_words; // steps to the root, of powers of numbers
    }

private:
    /// The fewest steps of those who gain, as all of them can, with which their mean can reach the
    /// product.
    Integer tangent(const Weighing& weighing) const {
        std::size_t count = 0;
        Fraction start = 0, goal = product_.value_or(0);
        for (std::size_t at = 0; at < gaining_.size(); ++at) {
            const Fraction weight(weighing.weights[at]);
            const GainGrid& grid = weighing.grids[at];
            if (!gaining_[at]) {
                continue;
            }
            start += weight * grid.start;
            goal *= weight == 0 ? Fraction(1) / grid.largest() : weight;
            count += weight == 0 ? 0U : 1U;
        }
        if (count == 0 || goal <= 0) {
            return 0;
        }
        goal *= power(Fraction(Integer(count)), count);
        // (start + steps / scale)^count > goal, with one denominator for both sides of the sum.
        const Integer bottom = start.bottom() * weighing.scale;
        goal *= power(Fraction(bottom), count);
        const Integer sum = root_of(Integer(goal.top() / goal.bottom()), count) + 1;
        const Integer fewest =
            -floor_of(Fraction(start.top() * weighing.scale - sum, start.bottom()));
        return std::max(fewest, Integer(0));
    }

    std::vector<bool> gaining_;
    std::optional<Fraction> product_;
};

class AimAtSum final : public Aim {
public:
    explicit AimAtSum(Sum sum) : Aim(sum.is_anywhere), sum_(std::move(sum)) {}

protected:
    bool is_better(const std::vector<Fraction>& gains) const override {
        Fraction all = 0;
        for (std::size_t at = 0; at < gains.size(); ++at) {
            all += sum_.added[at] ? gains[at] : Fraction(0);
        }
        return all > sum_.more_than;
    }

    Integer needed(const Weighing& weighing) const override {
        std::optional<Integer> smallest;
        std::vector<Fraction> steps;
        Fraction start = 0, most = 0;
        for (std::size_t at = 0; at < sum_.added.size(); ++at) {
            if (sum_.added[at]) {
                const Integer& weight = weighing.weights[at];
                smallest = smallest ? std::min(*smallest, weight) : weight;
                const GainGrid& grid = weighing.grids[at];
                steps.push_back(grid.is_fixed ? Fraction(0) : grid.step);
                start += grid.start, most += grid.step;
            }
        }
        if (!smallest) {
            return 0; // nobody's gain is added
        }
        const Fraction in_full(*smallest);
        Fraction step = common_step(steps);
        step = step == 0 ? most : step;
        const Fraction above = Fraction(floor_of((sum_.more_than - start) / step) + 1);
        Fraction least = in_full * (start + step * above);
        for (std::size_t at = 0; at < weighing.grids.size(); ++at) {
            const GainGrid& grid = weighing.grids[at];
            const Fraction rest =
                Fraction(weighing.weights[at]) - (sum_.added[at] ? in_full : Fraction(0));
            least += rest * (grid.start + grid.step * Fraction(floor(grid)));
        }
        return -floor_of((weighing.start - least) * Fraction(weighing.scale));
    }

    std::uint64_t work(std::uint64_t words) const override { return sum_.added.size() * words; }

private:
    Sum sum_;
};

} // namespace

std::unique_ptr<Aim> aim_at_scores(Scores scores) {
    return std::make_unique<AimAtScores>(std::move(scores));
}

std::unique_ptr<Aim> aim_at_product(std::vector<bool> gaining, std::optional<Fraction> product) {
    return std::make_unique<AimAtProduct>(std::move(gaining), std::move(product));
}

std::unique_ptr<Aim> aim_at_sum(Sum sum) {
    return std::make_unique<AimAtSum>(std::move(sum));
}

} // namespace unbracket::certificate
