#include "unbracket/frontier/frontier.hpp"

#include "unbracket/frontier/label_search.hpp"

#include <algorithm>

namespace unbracket {

namespace {

/// As many as may be listed, evenly spread, both ends among them.
void shorten(std::vector<EfficientPoint>& points, std::size_t most) {
    if (points.size() <= most) {
        return;
    }
    std::vector<EfficientPoint> listed;
    for (std::size_t at = 0; at < most; ++at) {
        const std::size_t from = most > 1 ? at * (points.size() - 1) / (most - 1) : 0;
        listed.push_back(std::move(points[from]));
    }
    points = std::move(listed);
}

} // namespace

Frontier find_frontier(const GainTable& table, const FrontierOptions& options) {
    if (table.is_empty || (options.zone_only && table.is_refused)) {
        return {.slack = std::vector<std::int64_t>(table.columns.size(), 0)};
    }
    Frontier frontier = search_labels(table, options);
    // A cover is listed whole: its guarantee speaks of listed outcomes.
    if (frontier.end == FrontierEnd::complete) {
        shorten(frontier.points, options.most_listed);
    }
    return frontier;
}

} // namespace unbracket
