#include "unbracket/frontier/negmas_readings.hpp"

#include <algorithm>
#include <optional>

// Other software calls points by the same names and means something else. NegMAS looks along the
// Pareto frontier of outcomes that suit everybody and compares utilities there; its point of Kalai
// and Smorodinsky is the one whose relative gains differ least, which may give everybody less than
// another one, and its welfare point adds values, not gains. We say these apart so that numbers can
// be compared, exactly where NegMAS uses doubles and a tolerance of 1e-12.
//
// Source: Kalai and Smorodinsky (1975), Other solutions to Nash's bargaining problem, for what the
// third of them is named after [kalai1975other]; the definitions themselves are those of the
// functions nash_points, kalai_points, ks_points and max_welfare_points of NegMAS

namespace unbracket {

namespace {

struct Standing {
    std::size_t place = 0;
    std::vector<Rational> gains;      // from the reserved value or the least value
    std::vector<Rational> advantages; // the same over the range
    Rational welfare;
};

std::vector<Standing> acceptable_points(const GainTable& table, const Frontier& frontier) {
    std::vector<Interval> ranges;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        ranges.push_back(table.gain_range(at));
    }
    std::vector<Standing> points;
    for (std::size_t place = 0; place < frontier.points.size(); ++place) {
        const auto& totals = frontier.points[place].totals;
        if (std::any_of(totals.begin(), totals.end(), [](auto total) { return total < 0; })) {
            continue;
        }
        Standing point{place, {}, {}, {}};
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            const Rational start = std::max(ranges[at].low, Rational());
            const Rational width = ranges[at].high - start;
            point.gains.push_back(table.gain(at, totals) - start);
            point.advantages.push_back(point.gains.back() /
                                       (width.sign() == 0 ? Rational(1) : width));
            point.welfare += table.value(at, totals);
        }
        points.push_back(std::move(point));
    }
    return points;
}

bool some_range_is_empty(const GainTable& table) {
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const Interval range = table.gain_range(at);
        if (range.high <= std::max(range.low, Rational())) {
            return true;
        }
    }
    return false;
}

/// Places of the points with the largest worth.
template <class Worth>
std::vector<std::size_t> best_places(const std::vector<Standing>& points, Worth worth) {
    std::optional<Rational> best;
    std::vector<std::size_t> places;
    for (const Standing& point : points) {
        const Rational own = worth(point);
        if (best && own < *best) {
            continue;
        }
        if (!best || own > *best) {
            best = own;
            places.clear();
        }
        places.push_back(point.place);
    }
    return places;
}

} // namespace

NegmasState negmas_state(const GainTable& table, const Frontier& frontier) {
    const bool is_listed =
        frontier.end == FrontierEnd::complete && frontier.size == frontier.points.size();
    if (!is_listed) {
        return NegmasState::not_listed;
    }
    if (!table.conditionals.empty()) {
        return NegmasState::conditional;
    }
    const bool is_empty =
        table.is_refused ||
        std::all_of(frontier.points.begin(), frontier.points.end(),
                    [](const EfficientPoint& point) {
                        return std::any_of(point.totals.begin(), point.totals.end(),
                                           [](std::int64_t total) { return total < 0; });
                    });
    return is_empty || table.columns.empty() ? NegmasState::empty : NegmasState::known;
}

NegmasReadings negmas_readings(const GainTable& table, const Frontier& frontier) {
    const std::vector<Standing> points = acceptable_points(table, frontier);
    const bool takes_all = some_range_is_empty(table);
    const auto best = [&](auto worth) {
        return takes_all ? best_places(points, [](const Standing&) { return Rational(); })
                         : best_places(points, worth);
    };
    NegmasReadings readings;
    readings.nash = best([](const Standing& point) {
        Rational product(1);
        for (const Rational& gain : point.gains) {
            product *= gain;
        }
        return product;
    });
    readings.kalai = best([](const Standing& point) {
        return *std::min_element(point.gains.begin(), point.gains.end());
    });
    readings.kalai_smorodinsky = best([](const Standing& point) {
        const auto [least, most] =
            std::minmax_element(point.advantages.begin(), point.advantages.end());
        return *least - *most;
    });
    readings.welfare = best([](const Standing& point) { return point.welfare; });
    return readings;
}

} // namespace unbracket
