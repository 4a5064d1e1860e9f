#include "unbracket/zone/curve_values.hpp"

#include "unbracket/base/require.hpp"

#include <utility>

namespace unbracket {

namespace {

Interval knot_range(const Curve::Knot& knot, const CurveContext& context) {
    if (context.change != nullptr && context.change->entry == knot.entry) {
        return context.change->value.value_or(Interval{0, 100});
    }
    return context.words[knot.word];
}

Rational between(const Rational& from, const Rational& to, const Rational& share) {
    return from + (to - from) * share;
}

/// How far a number lies on the worse side: larger is worse whatever the direction.
Rational along(const Curve& curve, const Rational& number) {
    return curve.direction > 0 ? number : -number;
}

Interval range_at(const Curve& curve, const CurveContext& context, const Rational& number) {
    const Rational place = along(curve, number);
    const auto& knots = curve.knots;
    if (place <= along(curve, knots.front().at)) {
        return knot_range(knots.front(), context);
    }
    for (std::size_t i = 1; i < knots.size(); ++i) {
        const Rational start = along(curve, knots[i - 1].at), end = along(curve, knots[i].at);
        if (place > end) {
            continue;
        }
        const Rational share = (place - start) / (end - start);
        const Interval from = knot_range(knots[i - 1], context);
        const Interval to = knot_range(knots[i], context);
        return {between(from.low, to.low, share), between(from.high, to.high, share)};
    }
    return context.words[StanceWord::bad];
}

bool is_beyond(const std::pair<Comparison, Rational>& bound, const Rational& number) {
    switch (bound.first) {
    case Comparison::less:
        return number < bound.second;
    case Comparison::at_most:
        return number <= bound.second;
    case Comparison::greater:
        return number > bound.second;
    case Comparison::at_least:
        return number >= bound.second;
    }
    UNBRACKET_ASSERT(false);
    return false;
}

/// On the better side of the best knot, or at it: there a curve is one constant.
bool is_best(const Curve& curve, const Rational& number) {
    return along(curve, number) <= along(curve, curve.knots.front().at);
}

bool is_up_to_last_knot(const Curve& curve, const Rational& number) {
    return along(curve, number) <= along(curve, curve.knots.back().at);
}

/// Options next to each other on a curve: the one on the better side is worth at least as much.
void link(const Issue& issue, const Curve& curve, std::pair<OptionId, OptionId> neighbours,
          IssueAppraisal& appraisal) {
    const auto [better, worse] =
        curve.direction > 0 ? neighbours : std::pair(neighbours.second, neighbours.first);
    appraisal.at_least.emplace_back(better, worse);
    if (is_best(curve, *issue.options[as_index(worse)].number)) {
        appraisal.at_least.emplace_back(worse, better);
    }
}

} // namespace

void appraise_curve(const Issue& issue, const Curve& curve, const CurveContext& context,
                    IssueAppraisal& appraisal) {
    const bool is_red_line_open = context.change != nullptr && curve.red_line &&
                                  context.change->entry == curve.red_line->entry;
    std::optional<OptionId> previous;
    for (std::size_t at = 0; at < issue.options.size(); ++at) {
        UNBRACKET_ASSERT(issue.options[at].number.has_value());
        const Rational& number = *issue.options[at].number;
        OptionAppraisal& option = appraisal.options[at];
        option = {range_at(curve, context, number), false, false};
        if (curve.red_line && curve.red_line->bound && !is_red_line_open) {
            option.is_red_line = is_beyond(*curve.red_line->bound, number);
        }
        if (!is_up_to_last_knot(curve, number)) {
            continue;
        }
        if (previous) {
            link(issue, curve, {*previous, OptionId(at)}, appraisal);
        }
        previous = OptionId(at);
    }
}

} // namespace unbracket
