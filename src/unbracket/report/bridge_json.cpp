#include "unbracket/report/bridge_json.hpp"

#include <algorithm>

namespace unbracket {

namespace {

class Writer {
public:
    Writer(const Case& negotiation, const JsonOptions& options)
        : case_(negotiation), options_(options) {}

    Node bridge(const Bridge& bridge) const {
        Node node = table_node();
        add_member(node, "moves", moves(bridge));
        add_member(node, "burden", burden(bridge.burden));
        add_member(node, "outcome", json_outcome(case_, bridge.outcome));
        return node;
    }

    Node opening(const Correction& correction) const {
        return bridge(
            {correction.entries, Burden(case_.agreement.counted.size()), correction.outcome});
    }

    Node alone(const std::vector<AloneBurden>& all) const {
        Node node = table_node();
        for (const AloneBurden& alone : all) {
            Node own = null_node();
            if (alone.bridge || !alone.is_proved) {
                own = alone.bridge ? bridge(*alone.bridge) : table_node();
                add_member(own, "proved", json_proved(alone.is_proved));
            }
            add_member(node, case_.party(alone.party).key, std::move(own));
        }
        return node;
    }

    Node effect(const LimitEffect& effect) const {
        Node node = table_node();
        Node& best = add_member(node, "best_gain", table_node());
        for (const PartyBest& own : effect.best) {
            add_member(best, case_.party(own.party).key, number(own.gain));
        }
        add_member(node, "smallest_gain", number(effect.smallest_gain));
        const bool is_proved = effect.smallest_gain_is_proved &&
                               std::all_of(effect.best.begin(), effect.best.end(),
                                           [](const PartyBest& own) { return own.is_proved; });
        add_member(node, "proved", json_proved(is_proved));
        return node;
    }

    Node step(const GainStep& step) const {
        Node node = table_node();
        add_member(node, "own", json_rational(step.own, options_));
        add_member(node, "others", json_rational(step.others, options_));
        add_member(node, "outcome", json_outcome(case_, step.outcome));
        return node;
    }

private:
    Node number(const std::optional<Rational>& value) const {
        return value ? json_rational(*value, options_) : null_node();
    }

    Node moves(const Bridge& bridge) const {
        Node list = list_node({});
        for (const EntryId entry : bridge.opened) {
            Node move = table_node();
            add_member(move, "entry", text_node(case_.entry(entry).address));
            const auto party = case_.entry(entry).party;
            add_member(move, "party", party ? text_node(case_.party(*party).key) : null_node());
            add_member(move, "opened", boolean_node(true));
            list.items.push_back(std::move(move));
        }
        for (std::size_t at = 0; at < bridge.burden.size(); ++at) {
            if (bridge.burden[at].sign() > 0) {
                Node move = table_node();
                const std::string& party = case_.party(case_.agreement.counted[at]).key;
                add_member(move, "entry", text_node("fallback." + party));
                add_member(move, "party", text_node(party));
                add_member(move, "points", json_rational(bridge.burden[at], options_));
                list.items.push_back(std::move(move));
            }
        }
        return list;
    }

    Node burden(const Burden& burden) const {
        Node node = table_node();
        for (std::size_t at = 0; at < burden.size(); ++at) {
            add_member(node, case_.party(case_.agreement.counted[at]).key,
                       json_rational(burden[at], options_));
        }
        return node;
    }

    const Case& case_;
    const JsonOptions& options_;
};

const char* to_text(ListEnd end) {
    switch (end) {
    case ListEnd::complete:
        return "complete";
    case ListEnd::full:
        return "full";
    case ListEnd::cut:
        break;
    }
    return "cut";
}

Node opened_set_node(const Case& negotiation, const OpenedSet& set) {
    Node node = table_node();
    add_member(node, "opened", json_addresses(negotiation, set.entries));
    add_member(node, "listed", json_count(set.listed));
    add_member(node, "end", text_node(to_text(set.end)));
    return node;
}

Node smallest_largest(const Writer& writer, const BridgeList& list) {
    if (!list.smallest_largest) {
        return null_node();
    }
    Node node = writer.bridge(*list.smallest_largest);
    add_member(node, "proved", json_proved(list.smallest_largest_is_proved));
    return node;
}

/// Only where points are added; null else would suggest that there are none.
void add_least_totals(const Writer& writer, const BridgesResult& result, const JsonOptions& options,
                      Node& node) {
    if (result.sums == PointSums::left_out) {
        return;
    }
    add_member(node, "cheapest", json_list(result.list.least_totals, [&](const LeastTotal& least) {
                   Node entry = writer.bridge(least.bridge);
                   add_member(entry, "total", json_rational(least.total, options));
                   add_member(entry, "proved", json_proved(least.is_proved));
                   return entry;
               }));
    add_member(node, "cheapest_complete", boolean_node(result.list.least_totals_are_complete));
}

void add_effects(const Case& negotiation, const Writer& writer, const BridgesResult& result,
                 Node& node) {
    add_member(node, "as_entered",
               result.effects.empty() ? null_node() : writer.effect(result.effects.front()));
    Node& effects = add_member(node, "effects", table_node());
    for (const LimitEffect& effect : result.effects) {
        if (effect.entry) {
            add_member(effects, negotiation.entry(*effect.entry).address, writer.effect(effect));
        }
    }
}

Node curve_node(const Writer& writer, const std::optional<GainCurve>& curve) {
    if (!curve) {
        return null_node();
    }
    Node node = table_node();
    add_member(node, "steps",
               json_list(curve->steps, [&](const GainStep& step) { return writer.step(step); }));
    add_member(node, "complete", boolean_node(curve->is_complete));
    return node;
}

} // namespace

Node bridge_json(const LoadedCase& loaded, const BridgesResult& result,
                 const JsonOptions& options) {
    const Case& negotiation = loaded.negotiation;
    const Writer writer(negotiation, options);
    Node node = table_node();
    add_identity(node, negotiation);
    add_member(node, "verdict", text_node(to_text(kind_of(result.verdict))));
    add_member(node, "question",
               text_node(result.certainty == Certainty::possible ? "possible" : "sure"));
    add_member(node, "norms_entered", boolean_node(result.has_norms));
    add_member(node, "bridges", json_list(result.list.bridges, [&](const Bridge& bridge) {
                   return writer.bridge(bridge);
               }));
    add_member(node, "row_order", json_list(result.row_order, [&](PartyId party) {
                   return text_node(negotiation.party(party).key);
               }));
    add_member(node, "or_more",
               json_list(strictly_judged(negotiation, result.appraisal),
                         [&](PartyId party) { return text_node(negotiation.party(party).key); }));
    add_member(node, "complete", boolean_node(result.list.is_complete()));
    add_member(node, "list_end", text_node(to_text(result.list.end)));
    add_member(node, "sets", json_list(result.list.sets, [&](const OpenedSet& set) {
                   return opened_set_node(negotiation, set);
               }));
    add_member(node, "openings", json_list(result.list.openings, [&](const Correction& opening) {
                   return writer.opening(opening);
               }));
    add_member(node, "openings_complete", boolean_node(result.list.openings_are_complete()));
    add_member(node, "openings_end", text_node(to_text(result.list.openings_end)));
    add_member(node, "smallest_largest", smallest_largest(writer, result.list));
    add_member(node, "alone", writer.alone(result.list.alone));
    add_least_totals(writer, result, options, node);
    add_effects(negotiation, writer, result, node);
    add_member(node, "curve", curve_node(writer, result.curve));
    add_member(node, "to_ask", json_addresses(negotiation, result.to_ask));
    return node;
}

} // namespace unbracket
