#include "unbracket/report/show_phrase.hpp"
#include "unbracket/report/trend_text.hpp"

namespace unbracket {

namespace {

Node number_or_null(const std::optional<Rational>& number, const JsonOptions& options) {
    return number ? json_rational(*number, options) : null_node();
}

Node best_node(const BestAgreement& best, const JsonOptions& options) {
    Node node = table_node();
    add_member(node, "sure", number_or_null(best.sure, options));
    add_member(node, "possible", number_or_null(best.possible, options));
    add_member(node, "proved", json_proved(best.is_proved));
    return node;
}

Node lever_node(const Case& negotiation, const LeverInForce& lever, const JsonOptions& options) {
    const auto party = [&](const std::optional<PartyId>& id) {
        return id ? text_node(negotiation.party(*id).key) : null_node();
    };
    Node node = table_node();
    add_member(node, "id", json_text_or_null(lever.key));
    add_member(node, "title", json_text_or_null(lever.title));
    add_member(node, "by", party(lever.by));
    add_member(node, "through", party(lever.through));
    add_member(node, "direction", json_text_or_null(lever.direction));
    add_member(node, "size", json_text_or_null(lever.size));
    add_member(node, "points", lever.points ? json_range(*lever.points, options) : null_node());
    return node;
}

} // namespace

Node trend_json(const Case& negotiation, const std::vector<PartyStand>& stands,
                const JsonOptions& options) {
    return json_list(stands, [&](const PartyStand& stand) {
        const auto* draft = std::get_if<std::string>(&stand.fallback);
        Node node = table_node();
        add_member(node, "party", text_node(negotiation.party(stand.party).key));
        add_member(node, "without_agreement",
                   draft != nullptr ? null_node()
                                    : json_range(std::get<Interval>(stand.fallback), options));
        add_member(node, "entered", boolean_node(stand.is_entered));
        add_member(node, "as_draft", draft != nullptr ? text_node(*draft) : null_node());
        const bool is_stated = stand.entered_trend != Trend::unstated;
        add_member(node, "entered_as",
                   is_stated ? text_node(std::string(phrase::name(stand.entered_trend)))
                             : null_node());
        add_member(node, "levers", json_list(stand.levers, [&](const LeverInForce& lever) {
                       return lever_node(negotiation, lever, options);
                   }));
        add_member(node, "levers_points", json_range(stand.moved_by, options));
        add_member(node, "best", best_node(stand.best, options));
        add_member(node, "best_with_levers",
                   stand.best_with_levers ? best_node(*stand.best_with_levers, options)
                                          : null_node());
        add_member(node, "excludes_equality", boolean_node(stand.excludes_equality));
        return node;
    });
}

} // namespace unbracket
