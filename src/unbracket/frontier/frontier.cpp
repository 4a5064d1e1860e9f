#include "unbracket/frontier/frontier.hpp"

#include "unbracket/frontier/additive.hpp"
#include "unbracket/frontier/label_search.hpp"

#include <algorithm>

namespace unbracket {

namespace {

/// A comparison of the label search costs about as much as so many cells of a table.
constexpr std::int64_t cells_for_a_comparison = 64;

bool is_in_zone(const GainTable& table, std::span<const std::int32_t> above_constants) {
    std::vector<std::int64_t> totals = table.problem.constants;
    for (std::size_t at = 0; at < totals.size(); ++at) {
        totals[at] += above_constants[at];
    }
    return table.is_in_zone(totals);
}

Frontier cut_off(std::size_t width) {
    return {.end = FrontierEnd::cut, .slack = std::vector<std::int64_t>(width, 0)};
}

/// The points of a front that belong to the frontier that is asked for, as a frontier.
Frontier with_outcomes(const AdditiveProblem& problem, const Front& front, const GainTable& table,
                       const FrontierOptions& options) {
    if (front.was_stopped) {
        return cut_off(front.width);
    }
    std::vector<std::size_t> wanted;
    for (std::size_t at = 0; at < front.size(); ++at) {
        if (!options.zone_only || is_in_zone(table, front[at])) {
            wanted.push_back(at);
        }
    }
    Front targets;
    targets.width = front.width;
    for (const std::size_t place : evenly_spread(wanted.size(), options.most_listed)) {
        const auto totals = front[wanted[place]];
        targets.totals.insert(targets.totals.end(), totals.begin(), totals.end());
    }
    Recovery recovery = recover(problem, targets);
    if (recovery.was_stopped) {
        return cut_off(front.width);
    }
    Frontier frontier;
    frontier.size = wanted.size();
    frontier.is_counted = recovery.is_counted;
    frontier.slack.assign(front.width, 0);
    for (std::size_t at = 0; at < targets.size(); ++at) {
        EfficientPoint point{table.problem.constants, std::move(recovery.reached[at].choice),
                             recovery.reached[at].ways};
        for (std::size_t column = 0; column < front.width; ++column) {
            point.totals[column] += targets[at][column];
        }
        frontier.points.push_back(std::move(point));
    }
    std::sort(frontier.points.begin(), frontier.points.end(),
              [](const auto& a, const auto& b) { return a.totals < b.totals; });
    return frontier;
}

/// A complete frontier by lists of pairs or triples, or by a table, where one of them can do it.
std::optional<Frontier> additive_frontier(const GainTable& table, const FrontierOptions& options) {
    const auto problem = additive_problem(table, options.cancel);
    if (!problem || problem->width < 2) {
        return std::nullopt;
    }
    if (!fits_table(*problem)) {
        return std::nullopt;
    }
    if (problem->width > 3) {
        const std::int64_t cells = dense_cells(*problem);
        const auto options_in_all = static_cast<std::int64_t>(problem->rows.size());
        FrontierOptions trial = options;
        trial.may_cover = false;
        trial.comparison_budget =
            static_cast<std::uint64_t>(cells * options_in_all / cells_for_a_comparison);
        Frontier frontier = search_labels(table, trial);
        if (frontier.end == FrontierEnd::complete) {
            shorten(frontier.points, options.most_listed);
            return frontier;
        }
    }
    return with_outcomes(*problem, additive_front(*problem), table, options);
}

} // namespace

std::vector<std::size_t> evenly_spread(std::size_t size, std::size_t most) {
    std::vector<std::size_t> places(std::min(size, most));
    for (std::size_t at = 0; at < places.size(); ++at) {
        places[at] = size > most && most > 1 ? at * (size - 1) / (most - 1) : at;
    }
    return places;
}

void shorten(std::vector<EfficientPoint>& points, std::size_t most) {
    std::vector<EfficientPoint> listed;
    for (const std::size_t at : evenly_spread(points.size(), most)) {
        listed.push_back(std::move(points[at]));
    }
    points = std::move(listed);
}

Frontier find_frontier(const GainTable& table, const FrontierOptions& options) {
    if (table.is_empty || (options.zone_only && table.is_rejected)) {
        return {.slack = std::vector<std::int64_t>(table.columns.size(), 0)};
    }
    if (auto frontier = additive_frontier(table, options)) {
        return std::move(*frontier);
    }
    Frontier frontier = search_labels(table, options);
    // A cover is listed whole: its guarantee speaks of listed outcomes.
    if (frontier.end == FrontierEnd::complete) {
        shorten(frontier.points, options.most_listed);
    }
    return frontier;
}

} // namespace unbracket
