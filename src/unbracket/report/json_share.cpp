#include "unbracket/report/json_share.hpp"

#include "unbracket/frontier/coalition_counts.hpp"

namespace unbracket {

namespace {

enum class Round { down, nearest, up };

/// Six places, an interval's ends away from its middle.
Node share_node(double share, Round round, const JsonOptions& options) {
    constexpr double places = 1e6;
    const double scaled = share * places;
    const double shift = round == Round::nearest ? 0.5 : 0;
    auto whole = static_cast<std::int64_t>(scaled + shift);
    whole += round == Round::up && static_cast<double>(whole) < scaled ? 1 : 0;
    return json_rational(Rational(whole, static_cast<std::int64_t>(places)), options);
}

} // namespace

Node json_share(std::uint64_t hits, std::uint64_t draws, const JsonOptions& options) {
    const ShareRange range = wilson_range(hits, draws);
    Node node = table_node();
    add_member(node, "drawn", json_count(hits));
    add_member(node, "share", share_node(range.share, Round::nearest, options));
    add_member(node, "interval",
               list_node({share_node(range.low, Round::down, options),
                          share_node(range.high, Round::up, options)}));
    return node;
}

} // namespace unbracket
