#include "unbracket/report/frontier_json.hpp"

#include "unbracket/report/formalities_text.hpp"
#include "unbracket/report/solutions_json.hpp"

#include <limits>

namespace unbracket {

namespace {

const std::string& key_of(const Case& negotiation, const EfficientOutcomes& efficient,
                          std::size_t column) {
    return negotiation.party(efficient.listed_table().columns[column].party).key;
}

/// {party: what `write` makes of its column, ...}
template <class Write>
Node by_party(const Case& negotiation, const EfficientOutcomes& efficient, Write write) {
    Node node = table_node();
    for (const std::size_t column : efficient.columns_in_file_order()) {
        add_member(node, key_of(negotiation, efficient, column), write(column));
    }
    return node;
}

Node guarantee_node(const Case& negotiation, const EfficientOutcomes& efficient,
                    const JsonOptions& options) {
    const auto within = efficient.guarantee();
    if (efficient.is_complete() || !within) {
        return null_node();
    }
    Node node = table_node();
    add_member(node, "within", by_party(negotiation, efficient, [&](std::size_t column) {
                   return json_rational((*within)[column], options);
               }));
    add_member(node, "spans", by_party(negotiation, efficient, [&](std::size_t column) {
                   return json_rational(efficient.listed_table().span(column), options);
               }));
    add_member(node, "weak", by_party(negotiation, efficient, [&](std::size_t column) {
                   return boolean_node(
                       is_weak((*within)[column], efficient.listed_table().span(column)));
               }));
    return node;
}

Node point_node(const Case& negotiation, const EfficientOutcomes& efficient, std::size_t at,
                const JsonOptions& options) {
    const EfficientPoint& point = efficient.frontier.points[at];
    const GainTable& table = efficient.listed_table();
    Node node = table_node();
    add_member(node, "outcome", json_outcome(negotiation, table.outcome_of(point.choice)));
    add_member(node, "values", by_party(negotiation, efficient, [&](std::size_t column) {
                   return json_rational(table.value(column, point.totals), options);
               }));
    add_member(node, "gains", by_party(negotiation, efficient, [&](std::size_t column) {
                   return json_rational(table.gain(column, point.totals), options);
               }));
    if (efficient.is_central) {
        add_member(node, "gain_ranges", by_party(negotiation, efficient, [&](std::size_t column) {
                       return json_range(efficient.gain_ranges[at][column], options);
                   }));
    }
    if (efficient.zone_table) {
        add_member(node, "limits_broken",
                   json_list(efficient.limits_broken[at], [&](PartyId party) {
                       return text_node(negotiation.party(party).key);
                   }));
    }
    const bool is_saturated = point.outcomes == std::numeric_limits<std::uint64_t>::max();
    add_member(node, "alike", is_saturated ? null_node() : json_count(point.outcomes));
    return node;
}

} // namespace

Node frontier_json(const Case& negotiation, const EfficientOutcomes& efficient,
                   const JsonOptions& options) {
    const Frontier& frontier = efficient.frontier;
    Node node = table_node();
    add_identity(node, negotiation);
    add_member(node, "among", text_node(efficient.zone_only ? "zone" : "feasible"));
    add_member(node, "reading", text_node(efficient.is_central ? "central" : "single"));
    add_member(node, "unknown_options", json_count(efficient.unknown_options));
    add_member(node, "complete", boolean_node(efficient.is_complete()));
    add_member(node, "guarantee", guarantee_node(negotiation, efficient, options));
    add_member(node, "count", json_count(frontier.size));
    add_member(node, "alike_exact", boolean_node(frontier.is_counted));
    Node& outcomes = add_member(node, "outcomes", list_node({}));
    for (std::size_t at = 0; at < frontier.points.size(); ++at) {
        outcomes.items.push_back(point_node(negotiation, efficient, at, options));
    }
    add_member(node, "solutions", solutions_json(negotiation, efficient, options));
    add_formalities(negotiation, formalities_of(negotiation, std::nullopt), node);
    add_member(node, "negmas_readings", negmas_json(negotiation, efficient, options));
    add_member(node, "negmas_readings_missing", negmas_reason_json(efficient));
    return node;
}

} // namespace unbracket
