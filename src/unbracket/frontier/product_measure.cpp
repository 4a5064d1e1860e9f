#include "unbracket/frontier/solution_measure.hpp"
#include "unbracket/frontier/whole_product.hpp"

#include <algorithm>
#include <bit>

// What a weighted sum of totals says about outcomes with a larger product of gains.
//
// By the inequality of the arithmetic and the geometric mean, numbers g with a product of at least
// P have w.g >= n (P w1...wn)^(1/n) for any positive w: the tangent plane of the set in direction
// w. A party with weight 0 is bounded by the most it can have at all. The root is taken in floating
// point and then put right by exact powers, so that the need is never too large.
//
// Source: Nash (1950), The bargaining problem [nash1950bargaining]; Hardy, Littlewood and Polya
// (1934), Inequalities [hardy1934inequalities]

namespace unbracket {

namespace {

std::int64_t rounded_up(const Rational& number) {
    const auto whole = number.ceil_to_int64();
    if (whole) {
        return *whole;
    }
    return number.sign() < 0 ? -(std::int64_t{1} << 61) : std::int64_t{1} << 61;
}

/// So many weighted gains are multiplied before a root is taken. Numbers too far apart for a normal
/// double spoil a proposal, no more.
constexpr std::size_t most_multiplied = 8;

double power_of(double base, std::size_t exponent) {
    double power = 1;
    for (std::size_t i = 0; i < exponent; ++i) {
        power *= base;
    }
    return power;
}

/// x^(1/n) for normal x > 0, near enough to be put right by exact powers. Where x is
/// (1 + f) * 2^(q n + r) with r < n, 2^q (1 + (r + f) / n) is above the root by a few percent at
/// most; Newton's steps descend from there.
double root_of(double x, std::size_t n) {
    if (n < 2 || !(x > 0)) {
        return x;
    }
    constexpr int mantissa_bits = 52, bias = 1023;
    const auto bits = std::bit_cast<std::uint64_t>(x);
    const int exponent = static_cast<int>(bits >> mantissa_bits) - bias;
    const auto degree = static_cast<int>(n);
    const int quotient = (exponent >= 0 ? exponent : exponent - degree + 1) / degree;
    const auto power_of_two = [](int power) {
        return std::bit_cast<double>(static_cast<std::uint64_t>(power + bias) << mantissa_bits);
    };
    const double fraction = x / power_of_two(exponent) - 1;
    const auto count = static_cast<double>(n);
    const double rest = static_cast<double>(exponent - quotient * degree) + fraction;
    double root = power_of_two(quotient) * (1 + rest / count);
    for (int step = 0; step < 40; ++step) {
        const double next = root - (root - x / power_of(root, n - 1)) / count;
        if (next >= root) {
            break;
        }
        root = next;
    }
    return root;
}

Rational power_of(const Rational& base, std::size_t exponent) {
    Rational power(1);
    for (std::size_t i = 0; i < exponent; ++i) {
        power *= base;
    }
    return power;
}

class Product final : public Measure {
public:
    Product(const std::vector<SpaceColumn>& columns, std::vector<bool> takes_part)
        : Measure(columns), takes_part_(std::move(takes_part)), whole_(columns, takes_part_) {
        for (std::size_t at = 0; at < takes_part_.size(); ++at) {
            const SpaceColumn& column = columns[at];
            least_.push_back(takes_part_[at] ? std::max(column.floor, column.sum_above(0))
                                             : column.floor);
            most_.push_back(column.offset + column.slope * Rational(column.most));
            slope_.push_back(column.slope.approximate());
            const auto width = static_cast<double>(column.most - column.least + 1);
            lines_.push_back({column.offset.approximate() / (slope_[at] * width), 1 / width});
            needs_.push_back({static_cast<double>(least_[at]), 1 / width});
        }
    }

    std::strong_ordering compare(const std::vector<Rational>& one,
                                 const std::vector<Rational>& other) const override {
        return worth(one) <=> worth(other);
    }

    std::optional<std::strong_ordering> compare_totals(const Totals& one,
                                                       const Totals& other) const override {
        return whole_.compare(one, other);
    }

    Rational worth(const std::vector<Rational>& gains) const override {
        Rational product(1);
        for (std::size_t at = 0; at < gains.size(); ++at) {
            product *= takes_part_[at] ? gains[at] : Rational(1);
        }
        return product;
    }

    bool admits(const std::vector<Rational>& gains) const override {
        for (std::size_t at = 0; at < gains.size(); ++at) {
            if (gains[at].sign() < (takes_part_[at] ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    void want(const std::optional<std::vector<Rational>>& gains, Wanted wanted) override {
        wanted_ = wanted;
        target_ = gains;
        if (gains && wanted != Wanted::any_more) {
            target_ = raised(*gains);
        }
        gains_.assign(least_.size(), 0.0);
        for (std::size_t at = 0; target_ && at < target_->size(); ++at) {
            gains_[at] = (*target_)[at].approximate() / slope_[at];
        }
    }

    std::int64_t need(const Multipliers& lane) const override {
        std::int64_t plain = 0, others = 0;
        std::size_t weighted_parties = 0;
        Rational extra, goal(1);
        double mean = 1;
        for (std::size_t at = 0; at < lane.size(); ++at) {
            plain += lane[at] * least_[at];
            others += takes_part_[at] ? 0 : lane[at] * least_[at];
            weighted_parties += takes_part_[at] && lane[at] > 0 ? 1U : 0U;
        }
        if (!target_ || weighted_parties == 0) {
            return plain;
        }
        for (std::size_t at = 0; at < lane.size(); ++at) {
            if (!takes_part_[at]) {
                continue;
            }
            const SpaceColumn& column = columns()[at];
            const Rational factor = lane[at] > 0
                                        ? (*target_)[at] / column.slope * Rational(lane[at])
                                        : (*target_)[at] / most_[at];
            extra += Rational(lane[at]) * column.offset / column.slope;
            goal *= factor;
            mean *= root_of(factor.approximate(), weighted_parties);
        }
        const auto count = static_cast<std::int64_t>(weighted_parties);
        goal *= power_of(Rational(count), weighted_parties);
        const Rational start(static_cast<std::int64_t>(mean * static_cast<double>(count)) + 1);
        return std::max(
            plain, others + first_above(rounded_up(start - extra), extra, weighted_parties, goal));
    }

    std::optional<Rational> bound(const Multipliers& lane, std::int64_t largest) const override {
        Rational left(largest), scale(1);
        std::size_t count = 0;
        for (std::size_t at = 0; at < lane.size(); ++at) {
            const SpaceColumn& column = columns()[at];
            if (!takes_part_[at]) {
                left -= Rational(lane[at]) * Rational(least_[at]);
                continue;
            }
            if (lane[at] == 0) {
                return std::nullopt;
            }
            left += Rational(lane[at]) * column.offset / column.slope;
            scale *= column.slope / Rational(lane[at]);
            ++count;
        }
        if (count == 0 || left.sign() < 0) {
            return std::nullopt;
        }
        return power_of(left / Rational(static_cast<std::int64_t>(count)), count) * scale;
    }

    std::vector<std::int64_t> aim() const override {
        std::vector<std::int64_t> sums = least_;
        for (std::size_t at = 0; target_ && at < sums.size(); ++at) {
            sums[at] = takes_part_[at] ? columns()[at].sum_for((*target_)[at]) : sums[at];
        }
        return sums;
    }

    double appeal(std::span<const double> sums) const override {
        double lacking = 0, product = 1;
        for (std::size_t at = 0; at < takes_part_.size(); ++at) {
            lacking += needs_[at].lacking(sums[at]);
            product *= takes_part_[at] ? lines_[at].at(sums[at]) : 1.0;
        }
        return lacking > 0 ? -lacking : product;
    }

    double growth_for(const Rational& times) const override {
        const auto count = std::count(takes_part_.begin(), takes_part_.end(), true);
        return root_of(times.approximate(),
                       static_cast<std::size_t>(std::max<std::ptrdiff_t>(count, 1)));
    }

    bool has_tangents() const override { return target_.has_value(); }

    /// Beyond the aim, which is the target itself: a gain of mean / weight for each party.
    void tangent_needs(std::span<const double> weights, std::span<double> needs) const override {
        const double largest = *std::max_element(weights.begin(), weights.end());
        const auto weight = [&](std::size_t at) { return std::max(weights[at], 1e-6 * largest); };
        std::size_t count = 0;
        for (const bool takes_part : takes_part_) {
            count += takes_part ? 1U : 0U;
        }
        double mean = 1, product = 1;
        for (std::size_t at = 0, open = 0; at < weights.size(); ++at) {
            product *= takes_part_[at] ? weight(at) * gains_[at] : 1.0;
            if (++open == most_multiplied || at + 1 == weights.size()) {
                mean *= root_of(product, count);
                product = 1, open = 0;
            }
        }
        for (std::size_t at = 0; at < weights.size(); ++at) {
            needs[at] = takes_part_[at] ? mean / weight(at) - gains_[at] : 0.0;
        }
    }

private:
    /// Whether a weighted sum this large is still too small to have the product that is wanted.
    bool falls_short(std::int64_t sum, const Rational& extra, std::size_t count,
                     const Rational& goal) const {
        const Rational mean = Rational(sum) + extra;
        if (mean.sign() < 0) {
            return true;
        }
        const Rational power = power_of(mean, count);
        return wanted_ == Wanted::as_much ? power < goal : power <= goal;
    }

    /// A sum near `start` below which every sum falls short.
    std::int64_t first_above(std::int64_t start, const Rational& extra, std::size_t count,
                             const Rational& goal) const {
        std::int64_t step = 1;
        while (!falls_short(start - 1, extra, count, goal)) {
            start -= step, step *= 2;
        }
        return start;
    }

    std::vector<bool> takes_part_;
    WholeProduct whole_;
    std::vector<std::int64_t> least_; // sums below cannot be wanted
    std::vector<Rational> most_;      // gain
    std::vector<double> slope_;
    std::vector<Line> lines_; // by column: the gain, as a share of the column's width
    std::vector<Least> needs_;
    Wanted wanted_ = Wanted::more;
    std::optional<std::vector<Rational>> target_; // gains
    std::vector<double> gains_;                   // the same in sums
};

} // namespace

std::unique_ptr<Measure> product_measure(const std::vector<SpaceColumn>& columns,
                                         std::vector<bool> takes_part) {
    return std::make_unique<Product>(columns, std::move(takes_part));
}

} // namespace unbracket
