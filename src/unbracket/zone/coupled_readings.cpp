#include "unbracket/zone/coupled_readings.hpp"

#include "unbracket/zone/find_couplings.hpp"

#include <algorithm>

// Judgements of whole drafts and orders of weights cut a party's readings to a polytope that is no
// box. "Is there a reading in which this outcome is accepted?" is one more row of a linear
// programme over it, and so is "is there one in which it is not?". Where the answer is no, the
// programme's multipliers say why: with them everything a reading has to meet adds up to something
// that is positive in no reading. The same multipliers bound every other outcome, as a sum over its
// options; and a reading in which one outcome is missed is a sum for every other one too. That is
// how the search, which knows sums only, hears of judgements: row by row, as it meets outcomes that
// their party refuses.
//
// How much an outcome has above the fallback is a ratio, points over all weights, and so is a
// single value, which stands under the weight of its issue. Dinkelbach's steps find the largest:
// take off the ratio reached times the weights, and see whether anything positive is left.
//
// Sources: Farkas (1902), Theorie der einfachen Ungleichungen [farkas1902theorie]; Dinkelbach
// (1967), On nonlinear fractional programming [dinkelbach1967nonlinear]

namespace unbracket {

namespace {

/// The readings' set as rows see it; remembers the corners it gave.
class RowHull final : public Hull {
public:
    RowHull(const ReadingHull& hull, const std::vector<ReadingFunction>& rows,
            const ReadingFunction& nothing)
        : hull_(hull), rows_(rows), nothing_(nothing) {}

    Point farthest(const std::vector<Rational>& weights) override {
        ReadingFunction direction = nothing_;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (weights[row].sign() != 0) {
                direction.add(rows_[row], weights[row]);
            }
        }
        corners_.push_back(hull_.farthest(direction));
        Point point{corners_.size() - 1, {}};
        for (const ReadingFunction& row : rows_) {
            point.rows.push_back(row.at(corners_.back()));
        }
        return point;
    }

    WeightedReading mixed(const HullMix& mix) const {
        std::vector<const WeightedReading*> readings;
        std::vector<Rational> shares;
        for (const auto& [number, share] : mix.shares) {
            readings.push_back(&corners_[number]);
            shares.push_back(share);
        }
        return ReadingHull::mixed(readings, shares);
    }

private:
    const ReadingHull& hull_;
    const std::vector<ReadingFunction>& rows_;
    const ReadingFunction& nothing_;
    std::vector<WeightedReading> corners_;
};

ReadingFunction negative(const ReadingFunction& function, ReadingFunction nothing) {
    nothing.add(function, -1);
    return nothing;
}

} // namespace

CoupledReadings::CoupledReadings(const Case& negotiation, const Appraisal& appraisal, PartyId party)
    : case_(negotiation), own_(appraisal[as_index(party)]), hull_(negotiation, appraisal, party) {
    for (std::size_t at = 0; at < own_.couplings.size(); ++at) {
        add_rows(own_.couplings[at], at);
    }
    if (may_lack_weight(own_)) {
        ReadingFunction whole(case_, own_);
        whole.whole = 1;
        add_row(std::move(whole), RowBound::above_zero, std::nullopt);
    }
}

void CoupledReadings::add_row(ReadingFunction row, RowBound bound,
                              std::optional<std::size_t> coupling) {
    rows_.push_back(std::move(row));
    bounds_.push_back(bound);
    coupling_of_.push_back(coupling);
}

void CoupledReadings::add_rows(const Coupling& coupling, std::size_t at) {
    const auto value = [&](DraftId draft) { return hull_.value_of(contents_of(case_, draft)); };
    const auto weight = [&](IssueId issue) {
        ReadingFunction function(case_, own_);
        function.weights[as_index(issue)] = 1;
        return function;
    };
    const RowBound bound = coupling.is_strict() ? RowBound::above_zero : RowBound::at_least_zero;
    const auto add_difference = [&](ReadingFunction more, const ReadingFunction& less) {
        more.add(less, -1);
        add_row(std::move(more), bound, at);
    };
    switch (coupling.kind) {
    case CouplingKind::accepts:
        return add_difference(value(*coupling.draft), hull_.fallback());
    case CouplingKind::rejects:
    case CouplingKind::nothing_below:
        return add_difference(hull_.fallback(), value(*coupling.draft));
    case CouplingKind::prefers:
        return add_difference(value(*coupling.draft), value(*coupling.over));
    case CouplingKind::as_heavy:
        add_difference(weight(*coupling.second), weight(*coupling.first));
        break;
    case CouplingKind::heavier:
        break;
    }
    add_difference(weight(*coupling.first), weight(*coupling.second));
}

/// What the outcome has above what the party accepts.
ReadingFunction CoupledReadings::above_fallback(const Outcome& outcome) const {
    ReadingFunction function = hull_.value_of(outcome);
    function.add(hull_.fallback(), -1);
    function.whole += own_.less_than_fallback();
    return function;
}

std::variant<WeightedReading, ReadingRefusal>
CoupledReadings::solve(const std::vector<ReadingFunction>& rows,
                       const std::vector<RowBound>& bounds) const {
    const ReadingFunction nothing(case_, own_);
    RowHull hull(hull_, rows, nothing);
    const auto answer = solve_hull_program(hull, bounds);
    if (const auto* mix = std::get_if<HullMix>(&answer)) {
        return hull.mixed(*mix);
    }
    ReadingRefusal refusal{std::get<HullSeparation>(answer).weights, {}, false};
    const Rational unit = whole_number_unit(refusal.rows);
    for (Rational& weight : refusal.rows) {
        weight *= unit;
    }
    for (std::size_t row = 0; row < bounds.size(); ++row) {
        refusal.is_strict = refusal.is_strict ||
                            (bounds[row] == RowBound::above_zero && refusal.rows[row].sign() > 0);
    }
    return refusal;
}

std::variant<WeightedReading, ReadingRefusal> CoupledReadings::some() const {
    if (rows_.empty()) {
        return hull_.farthest(ReadingFunction(case_, own_));
    }
    return solve(rows_, bounds_);
}

std::variant<WeightedReading, ReadingRefusal> CoupledReadings::asked(ReadingFunction question,
                                                                     RowBound bound) const {
    std::vector<ReadingFunction> rows = rows_;
    std::vector<RowBound> bounds = bounds_;
    rows.push_back(std::move(question));
    bounds.push_back(bound);
    auto answer = solve(rows, bounds);
    if (auto* refusal = std::get_if<ReadingRefusal>(&answer)) {
        refusal->outcome = refusal->rows.back();
        refusal->rows.pop_back();
    }
    return answer;
}

std::variant<WeightedReading, ReadingRefusal>
CoupledReadings::reaching(const Outcome& outcome) const {
    return asked(above_fallback(outcome),
                 own_.wants_more ? RowBound::above_zero : RowBound::at_least_zero);
}

std::variant<WeightedReading, ReadingRefusal>
CoupledReadings::missing(const Outcome& outcome) const {
    return asked(negative(above_fallback(outcome), ReadingFunction(case_, own_)),
                 own_.wants_more ? RowBound::at_least_zero : RowBound::above_zero);
}

/// A reading that keeps these rows, or what readings come near to, where the function is above 0.
std::optional<WeightedReading>
CoupledReadings::farthest_above(const ReadingFunction& function,
                                std::vector<ReadingFunction> rows) const {
    const ReadingFunction nothing(case_, own_);
    const Rational most = function.at(hull_.farthest(function));
    if (most.sign() <= 0) {
        return std::nullopt;
    }
    std::vector<RowBound> bounds(rows.size(), RowBound::at_least_zero);
    rows.push_back(nothing);
    rows.back().add(function, Rational(1, 2) / most); // the margin is at most 1
    bounds.push_back(RowBound::above_zero);
    auto answer = solve(rows, bounds);
    const auto* reading = std::get_if<WeightedReading>(&answer);
    return reading != nullptr ? std::optional(*reading) : std::nullopt;
}

Rational CoupledReadings::largest_ratio(const ReadingNumber& number, const WeightedReading& start,
                                        const std::vector<ReadingFunction>& rows) const {
    Rational ratio = number.product.at(start) / number.weight.at(start);
    for (;;) {
        ReadingFunction beyond = number.product;
        beyond.add(number.weight, -ratio);
        const auto better = farthest_above(beyond, rows);
        if (!better) {
            return ratio;
        }
        ratio = number.product.at(*better) / number.weight.at(*better);
    }
}

std::optional<Interval> CoupledReadings::surplus(const Outcome& outcome) const {
    const auto start = some();
    const auto* reading = std::get_if<WeightedReading>(&start);
    if (reading == nullptr) {
        return std::nullopt;
    }
    const ReadingFunction nothing(case_, own_);
    ReadingNumber number{hull_.value_of(outcome), nothing};
    number.weight.whole = 1;
    number.product.add(hull_.fallback(), -1);
    number.product.whole += own_.supposed_less;
    const ReadingNumber turned{negative(number.product, nothing), number.weight};
    return Interval{-largest_ratio(turned, *reading, rows_),
                    largest_ratio(number, *reading, rows_)};
}

std::optional<Interval> CoupledReadings::range(const ReadingNumber& number, const Interval& own,
                                               const Outcome* reached) const {
    const ReadingFunction nothing(case_, own_);
    std::vector<ReadingFunction> rows = rows_;
    std::vector<RowBound> bounds = bounds_;
    const auto add = [&](ReadingFunction row, RowBound bound) {
        rows.push_back(std::move(row)), bounds.push_back(bound);
    };
    if (reached != nullptr) {
        add(above_fallback(*reached),
            own_.wants_more ? RowBound::above_zero : RowBound::at_least_zero);
    }
    add(negative(number.weight, nothing), RowBound::at_least_zero);
    if (std::holds_alternative<WeightedReading>(solve(rows, bounds))) {
        return own;
    }
    rows.pop_back(), bounds.pop_back();
    add(number.weight, RowBound::above_zero);
    const auto start = solve(rows, bounds);
    rows.pop_back();
    const auto* reading = std::get_if<WeightedReading>(&start);
    if (reading == nullptr) {
        return std::nullopt;
    }
    const ReadingNumber turned{negative(number.product, nothing), number.weight};
    return Interval{-largest_ratio(turned, *reading, rows), largest_ratio(number, *reading, rows)};
}

ReducedValues CoupledReadings::at_most(const ReadingRefusal& refusal,
                                       const BonusPattern& pattern) const {
    ReadingFunction function(case_, own_);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (refusal.rows[row].sign() != 0) {
            function.add(rows_[row], refusal.rows[row]);
        }
    }
    function.add(hull_.fallback(), -refusal.outcome);
    function.whole += refusal.outcome * own_.less_than_fallback();
    return hull_.largest(function, refusal.outcome, pattern);
}

ReducedValues CoupledReadings::in_reading(const WeightedReading& reading,
                                          const BonusPattern& pattern) const {
    return hull_.in_reading(reading, own_.less_than_fallback(), pattern);
}

RowWeights CoupledReadings::named(const ReadingRefusal& refusal) const {
    RowWeights named{{}, {}, refusal.outcome};
    RowName name;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (!coupling_of_[row]) {
            named.some_weight = refusal.rows[row];
            continue;
        }
        const CouplingOrigin& origin = own_.couplings[*coupling_of_[row]].origin;
        name = {origin, row > 0 && name.origin == origin ? name.number + 1 : 1};
        if (refusal.rows[row].sign() > 0) {
            named.rows.emplace_back(name, refusal.rows[row]);
        }
    }
    return named;
}

std::vector<CoupledReadings::Asked> CoupledReadings::asked_of_readings() const {
    std::vector<Asked> asked;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (coupling_of_[row]) {
            asked.push_back({own_.couplings[*coupling_of_[row]], rows_[row]});
        }
    }
    return asked;
}

bool CoupledReadings::keeps(const PartyReading& reading) const {
    const WeightedReading weighted = hull_.weighted(reading);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        const int sign = rows_[row].at(weighted).sign();
        if (sign < 0 || (sign == 0 && bounds_[row] == RowBound::above_zero)) {
            return false;
        }
    }
    return true;
}

PartyReading CoupledReadings::as_entered(const WeightedReading& reading) const {
    PartyReading entered;
    entered.party = hull_.party();
    entered.weights = reading.weights;
    const auto over = [](const Rational& number, const Rational& weight,
                         const Rational& otherwise) {
        return weight.sign() > 0 ? number / weight : otherwise;
    };
    for (std::size_t at = 0; at < own_.issues.size(); ++at) {
        std::vector<Rational> values;
        for (std::size_t option = 0; option < own_.issues[at].options.size(); ++option) {
            values.push_back(over(reading.values[at][option], reading.weights[at],
                                  own_.issues[at].options[option].value.low));
        }
        entered.values.push_back(std::move(values));
    }
    if (const auto* draft = std::get_if<DraftId>(&own_.fallback)) {
        entered.fallback_completion = contents_of(case_, *draft);
    } else {
        entered.fallback = reading.fallback / reading.whole;
    }
    for (std::size_t at = 0; at < case_.bonuses.size(); ++at) {
        if (case_.bonuses[at].party == entered.party) {
            entered.bonuses.emplace_back(at, reading.bonuses[at] / reading.whole);
        }
    }
    for (std::size_t at = 0; at < case_.risks.size(); ++at) {
        const Risk& risk = case_.risks[at];
        if (risk.party == entered.party) {
            entered.losses.emplace_back(at, over(reading.losses[at],
                                                 reading.weights[as_index(risk.option.issue)],
                                                 risk.loss.low));
        }
    }
    return entered;
}

} // namespace unbracket
