#include "unbracket/frontier/solution_measure.hpp"

#include <algorithm>

// What all measures share, and the simplest of them: one column, or the sum of all, where the rest
// need what nobody may lose.
//
// Source: Harsanyi (1955), Cardinal welfare, individualistic ethics, and interpersonal comparisons
// of utility [harsanyi1955cardinal]

namespace unbracket {

namespace {

class OneColumn final : public Measure {
public:
    OneColumn(const std::vector<SpaceColumn>& columns, std::size_t column, bool has_floors)
        : Measure(columns), column_(column), has_floors_(has_floors) {
        for (const SpaceColumn& each : columns) {
            least_.push_back(has_floors ? std::max(each.floor, each.least) : each.least);
        }
        needed_ = least_[column];
    }

    std::strong_ordering compare(const std::vector<Rational>& one,
                                 const std::vector<Rational>& other) const override {
        return worth(one) <=> worth(other);
    }

    Rational worth(const std::vector<Rational>& gains) const override {
        if (column_ < gains.size()) {
            return gains[column_];
        }
        Rational sum;
        for (const Rational& gain : gains) {
            sum += gain;
        }
        return sum;
    }

    bool admits(const std::vector<Rational>& gains) const override {
        return !has_floors_ || Measure::admits(gains);
    }

    void want(const std::optional<std::vector<Rational>>& gains, Wanted wanted) override {
        needed_ = least_[column_];
        if (!gains) {
            return;
        }
        const SpaceColumn& column = columns()[column_];
        const Rational reached = worth(*gains);
        const std::int64_t wanted_sum =
            wanted == Wanted::as_much
                ? column.sum_for(reached)
                : column.sum_above(wanted == Wanted::any_more ? reached
                                                              : reached + column.tolerance);
        needed_ = std::max(needed_, wanted_sum);
    }

    bool is_steady() const override { return true; }

    std::int64_t need(const Multipliers& lane) const override {
        return rest(lane) + lane[column_] * needed_;
    }

    std::optional<Rational> bound(const Multipliers& lane, std::int64_t largest) const override {
        if (lane[column_] == 0) {
            return std::nullopt;
        }
        const SpaceColumn& column = columns()[column_];
        return column.offset + column.slope * Rational(largest - rest(lane), lane[column_]);
    }

    std::vector<std::int64_t> aim() const override {
        std::vector<std::int64_t> sums = least_;
        sums[column_] = needed_;
        return sums;
    }

    double appeal(std::span<const double> sums) const override {
        const double lacking = has_floors_ ? shortfall(sums) : 0;
        const SpaceColumn& column = columns()[column_];
        return lacking > 0 ? -lacking : sums[column_] - static_cast<double>(column.least);
    }

private:
    std::int64_t rest(const Multipliers& lane) const {
        std::int64_t sum = 0;
        for (std::size_t at = 0; at < lane.size(); ++at) {
            sum += at == column_ ? 0 : lane[at] * least_[at];
        }
        return sum;
    }

    std::size_t column_;
    bool has_floors_;
    std::vector<std::int64_t> least_;
    std::int64_t needed_ = 0;
};

} // namespace

Measure::Measure(const std::vector<SpaceColumn>& columns) : columns_(columns) {
    for (const SpaceColumn& column : columns) {
        const auto width = static_cast<double>(column.most - column.least + 1);
        floors_.push_back({static_cast<double>(column.floor), 1 / width});
        is_tolerant_ = is_tolerant_ || column.tolerance.sign() > 0;
    }
}

std::vector<Rational> Measure::raised(std::vector<Rational> gains) const {
    for (std::size_t at = 0; at < gains.size(); ++at) {
        gains[at] += columns_[at].tolerance;
    }
    return gains;
}

Rational Measure::tolerated(const std::vector<Rational>& gains) const {
    return worth(raised(gains));
}

std::optional<std::strong_ordering> Measure::compare_totals(const Totals& /*one*/,
                                                            const Totals& /*other*/) const {
    return std::nullopt;
}

bool Measure::admits(const std::vector<Rational>& gains) const {
    return std::all_of(gains.begin(), gains.end(),
                       [](const Rational& gain) { return gain.sign() >= 0; });
}

void Measure::tangent_needs(std::span<const double>, std::span<double> needs) const {
    std::fill(needs.begin(), needs.end(), 0.0);
}

double Measure::shortfall(std::span<const double> sums) const {
    double lacking = 0;
    for (std::size_t at = 0; at < floors_.size(); ++at) {
        lacking += floors_[at].lacking(sums[at]);
    }
    return lacking;
}

std::unique_ptr<Measure> column_measure(const std::vector<SpaceColumn>& columns, std::size_t column,
                                        bool has_floors) {
    return std::make_unique<OneColumn>(columns, column, has_floors);
}

} // namespace unbracket
