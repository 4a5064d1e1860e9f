#include "tests/reference/view.hpp"

#include "tests/reference/condition.hpp"

#include <algorithm>
#include <utility>

namespace unbracket::reference {

namespace {

using Relation = std::vector<std::vector<bool>>;

const Interval whole_scale{0, 100};

Interval weight_meaning(const Case& whole, const WeightQuantity& quantity) {
    if (const auto* word = std::get_if<WeightWord>(&quantity)) {
        return whole.words[*word];
    }
    return std::get<Interval>(quantity);
}

bool rates_options(const Assessment& assessment) {
    return !assessment.stances.empty() || assessment.curve || assessment.order;
}

Interval weight_of(const Case& whole, const Assessment& assessment) {
    if (assessment.weight) {
        return weight_meaning(whole, assessment.weight->quantity);
    }
    return rates_options(assessment) ? missing_weight : single(0);
}

/// Points on one issue between which there are orders: the options, and the knots of a curve.
struct Points {
    std::vector<Interval> value;
    Relation at_least;

    explicit Points(std::size_t count)
        : value(count, whole_scale), at_least(count, std::vector<bool>(count)) {
        for (std::size_t i = 0; i < count; ++i) {
            at_least[i][i] = true;
        }
    }

    /// Whatever follows from two steps holds as well (Warshall).
    void close() {
        const std::size_t count = value.size();
        for (std::size_t via = 0; via < count; ++via) {
            for (std::size_t a = 0; a < count; ++a) {
                for (std::size_t b = 0; b < count; ++b) {
                    at_least[a][b] = at_least[a][b] || (at_least[a][via] && at_least[via][b]);
                }
            }
        }
    }

    /// Nothing is worth less than what it is at least as good as.
    void tighten() {
        const std::vector<Interval> entered = value;
        for (std::size_t a = 0; a < value.size(); ++a) {
            for (std::size_t b = 0; b < value.size(); ++b) {
                if (at_least[a][b]) {
                    value[a].low = std::max(value[a].low, entered[b].low);
                    value[b].high = std::min(value[b].high, entered[a].high);
                }
            }
        }
    }
};

/// How far a number lies on the worse side of the best knot.
Rational distance(const Curve& curve, const Rational& number) {
    const Rational rise = number - curve.knots.front().at;
    return curve.direction > 0 ? rise : -rise;
}

Rational between(const Rational& share, const Rational& from, const Rational& to) {
    return from + share * (to - from);
}

/// What the words of a curve mean at that distance.
Interval curve_value(const Case& whole, const Curve& curve, const Rational& at) {
    if (at <= Rational(0)) {
        return whole.words[curve.knots.front().word];
    }
    for (std::size_t i = 1; i < curve.knots.size(); ++i) {
        const Rational begin = distance(curve, curve.knots[i - 1].at);
        const Rational end = distance(curve, curve.knots[i].at);
        if (at <= end) {
            const Rational share = (at - begin) / (end - begin);
            const Interval& better = whole.words[curve.knots[i - 1].word];
            const Interval& worse = whole.words[curve.knots[i].word];
            return {between(share, better.low, worse.low), between(share, better.high, worse.high)};
        }
    }
    return whole.words[StanceWord::bad];
}

/// The options first, then the knots. Up to the last knot a curve never rises; on the better side
/// of the first it is constant.
void apply_curve(const Case& whole, const Issue& issue, const Curve& curve, Points& points) {
    std::vector<Rational> distances;
    distances.reserve(issue.options.size() + curve.knots.size());
    for (const Option& option : issue.options) {
        distances.push_back(distance(curve, *option.number));
    }
    for (const Curve::Knot& knot : curve.knots) {
        distances.push_back(distance(curve, knot.at));
    }
    const Rational last = distances.back();
    for (std::size_t a = 0; a < distances.size(); ++a) {
        points.value[a] = curve_value(whole, curve, distances[a]);
        for (std::size_t b = 0; b < distances.size(); ++b) {
            const bool both_are_on_it = distances[a] <= last && distances[b] <= last;
            const bool is_nearer = distances[a] <= std::max(distances[b], Rational(0));
            if (both_are_on_it && is_nearer) {
                points.at_least[a][b] = true;
            }
        }
    }
}

bool breaks(const Curve::RedLine& line, const Rational& number) {
    const auto& [comparison, bound] = *line.bound;
    switch (comparison) {
    case Comparison::less:
        return number < bound;
    case Comparison::at_most:
        return number <= bound;
    case Comparison::greater:
        return number > bound;
    case Comparison::at_least:
        return number >= bound;
    }
    return false;
}

void mark_red_lines(const Issue& issue, const Assessment& assessment, IssueView& view) {
    for (std::size_t i = 0; i < issue.options.size(); ++i) {
        for (const auto* ratings : {&assessment.stances, &assessment.scores}) {
            if (!ratings->empty() && (*ratings)[i] && (*ratings)[i]->is_red_line) {
                view.is_red_line[i] = true;
            }
        }
        if (assessment.curve && assessment.curve->red_line && assessment.curve->red_line->bound &&
            breaks(*assessment.curve->red_line, *issue.options[i].number)) {
            view.is_red_line[i] = true;
        }
    }
    if (assessment.order) {
        for (const OptionId option : assessment.order->red_lines) {
            view.is_red_line[as_index(option)] = true;
        }
    }
}

bool is_ranked(const Assessment& assessment, OptionId option) {
    if (!assessment.order) {
        return false;
    }
    const auto& classes = assessment.order->classes;
    return std::any_of(classes.begin(), classes.end(), [&](const auto& options) {
        return std::find(options.begin(), options.end(), option) != options.end();
    });
}

/// What a table, or the lack of one, says about an option for a party with stances.
void apply_stance(const Case& whole, const Assessment& assessment, std::size_t option,
                  IssueView& view, Interval& value) {
    const auto& stances = assessment.stances;
    const std::optional<Rating> rating = stances.empty() ? std::nullopt : stances[option];
    if (rating) {
        value = meaning(whole, rating->worth);
        const auto* word = std::get_if<StanceWord>(&rating->worth);
        view.may_be_red_line[option] = word != nullptr && *word == StanceWord::unknown;
    } else if (view.is_red_line[option]) {
        value = single(0);
    } else if (!is_ranked(assessment, OptionId(option))) {
        value = whole.words[StanceWord::unknown];
        view.may_be_red_line[option] = view.weight.high > Rational(0);
    }
}

/// Each option of an order with its class, 0 the best. Red lines take no part.
std::vector<std::pair<std::size_t, OptionId>> ranked_options(const Order& order,
                                                             const IssueView& view) {
    std::vector<std::pair<std::size_t, OptionId>> ranked;
    for (std::size_t rank = 0; rank < order.classes.size(); ++rank) {
        for (const OptionId option : order.classes[rank]) {
            if (!view.is_red_line[as_index(option)]) {
                ranked.emplace_back(rank, option);
            }
        }
    }
    return ranked;
}

void apply_order(const Order& order, const IssueView& view, Points& points) {
    const auto ranked = ranked_options(order, view);
    for (const auto& [rank, option] : ranked) {
        for (const auto& [other_rank, other] : ranked) {
            if (rank <= other_rank) {
                points.at_least[as_index(option)][as_index(other)] = true;
            }
        }
    }
}

/// What tables and curves say, before any order.
void apply_values(const Case& whole, const Issue& issue, const Assessment& assessment,
                  IssueView& view, Points& points) {
    const bool has_scores = !assessment.scores.empty();
    for (std::size_t i = 0; i < issue.options.size(); ++i) {
        if (has_scores) {
            points.value[i] = meaning(whole, assessment.scores[i]->worth);
        } else if (!assessment.curve) {
            apply_stance(whole, assessment, i, view, points.value[i]);
        }
    }
    if (assessment.curve) {
        apply_curve(whole, issue, *assessment.curve, points);
    }
}

IssueView empty_view(std::size_t options) {
    IssueView view;
    view.value.assign(options, single(0));
    view.is_red_line.assign(options, false);
    view.may_be_red_line.assign(options, false);
    view.at_least.assign(options, std::vector<bool>(options));
    return view;
}

IssueView issue_view(const Case& whole, const Issue& issue, PartyId party) {
    IssueView view = empty_view(issue.options.size());
    const Assessment* assessment = issue.of(party);
    if (assessment == nullptr) {
        return view;
    }
    view.weight = weight_of(whole, *assessment);
    mark_red_lines(issue, *assessment, view);
    const std::size_t knots = assessment->curve ? assessment->curve->knots.size() : 0;
    Points points(issue.options.size() + knots);
    apply_values(whole, issue, *assessment, view, points);
    if (assessment->order) {
        apply_order(*assessment->order, view, points);
    }
    points.close();
    points.tighten();
    for (std::size_t a = 0; a < view.value.size(); ++a) {
        view.value[a] = points.value[a];
        for (std::size_t b = 0; b < view.value.size(); ++b) {
            view.at_least[a][b] = points.at_least[a][b];
        }
    }
    return view;
}

bool leaves_a_value(const IssueView& view) {
    return std::all_of(view.value.begin(), view.value.end(),
                       [](const Interval& value) { return value.low <= value.high; });
}

/// Value of an option less what may be lost on it.
Interval worth_after_risks(const Case& whole, PartyId party, IssueId issue, OptionId option,
                           Interval value) {
    for (const Risk& risk : whole.risks) {
        if (risk.party == party && holds(risk.option, issue, option)) {
            value = value - risk.loss;
        }
    }
    return value;
}

/// Worst and best that an issue can contribute.
Interval issue_range(const Case& whole, const PartyView& view, std::size_t issue) {
    std::optional<Interval> range;
    for (std::size_t option = 0; option < view.issues[issue].value.size(); ++option) {
        const Interval worth = worth_after_risks(
            whole, view.party, IssueId(issue), OptionId(option), view.issues[issue].value[option]);
        range = range ? hull(*range, worth) : worth;
    }
    return *range;
}

Interval bonus_range(const Case& whole, PartyId party) {
    Interval range = single(0);
    for (const Bonus& bonus : whole.bonuses) {
        if (bonus.party == party) {
            range = range + hull(single(0), bonus.value);
        }
    }
    return range;
}

std::vector<std::vector<Rational>> corners_of_weights(const std::vector<IssueView>& issues) {
    std::vector<std::vector<Rational>> corners = {{}};
    for (const IssueView& issue : issues) {
        std::vector<std::vector<Rational>> longer;
        for (const std::vector<Rational>& corner : corners) {
            longer.push_back(corner);
            longer.back().push_back(issue.weight.low);
            if (!issue.weight.is_single()) {
                longer.push_back(corner);
                longer.back().push_back(issue.weight.high);
            }
        }
        corners = std::move(longer);
    }
    std::erase_if(corners, [](const std::vector<Rational>& corner) {
        return std::all_of(corner.begin(), corner.end(),
                           [](const Rational& weight) { return weight.sign() == 0; });
    });
    return corners;
}

/// From the worst to the best total over all readings and all outcomes. A weighted mean has its
/// extremes at corners of the weights.
Interval total_range(const Case& whole, const PartyView& view) {
    std::optional<Interval> total;
    if (view.scale == Scale::scores) {
        total = single(0);
        for (std::size_t issue = 0; issue < view.issues.size(); ++issue) {
            total = *total + issue_range(whole, view, issue);
        }
    } else {
        for (const std::vector<Rational>& weights : view.weight_corners) {
            Rational low = 0, high = 0, sum = 0;
            for (std::size_t issue = 0; issue < weights.size(); ++issue) {
                const Interval range = issue_range(whole, view, issue);
                low += weights[issue] * range.low;
                high += weights[issue] * range.high;
                sum += weights[issue];
            }
            const Interval mean{low / sum, high / sum};
            total = total ? hull(*total, mean) : mean;
        }
    }
    return total.value_or(single(0)) + bonus_range(whole, view.party);
}

FallbackView fallback_view(const Case& whole, const PartyView& view) {
    if (view.scale == Scale::none) {
        return std::monostate{};
    }
    const FallbackPeriod* period = whole.fallback_in_force(view.party);
    if (period == nullptr) {
        return total_range(whole, view);
    }
    if (const auto* draft = std::get_if<DraftId>(&period->value)) {
        return *draft;
    }
    return meaning(whole, std::get<StanceQuantity>(period->value));
}

} // namespace

Interval meaning(const Case& whole, const StanceQuantity& quantity) {
    if (const auto* word = std::get_if<StanceWord>(&quantity)) {
        return whole.words[*word];
    }
    return std::get<Interval>(quantity);
}

PartyView view_of(const Case& whole, PartyId party) {
    PartyView view;
    view.party = party;
    view.scale = whole.party(party).scale;
    view.intent = whole.intent_of(party);
    for (const Issue& issue : whole.issues) {
        view.issues.push_back(issue_view(whole, issue, party));
        view.has_reading = view.has_reading && leaves_a_value(view.issues.back());
    }
    view.weight_corners = corners_of_weights(view.issues);
    if (view.has_reading) {
        view.fallback = fallback_view(whole, view);
        view.supposed_less = whole.supposed_less_of(party);
    }
    return view;
}

} // namespace unbracket::reference
