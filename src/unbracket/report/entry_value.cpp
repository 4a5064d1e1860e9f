#include "unbracket/report/entry_value.hpp"

#include "unbracket/base/overloaded.hpp"
#include "unbracket/model/case_words.hpp"
#include "unbracket/model/entered.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/report/show_phrase.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

template <class Quantity>
Node quantity_node(const Quantity& quantity, const JsonOptions& options) {
    return std::visit(Overloaded{[&](const Interval& range) { return json_range(range, options); },
                                 [](auto word) { return text_node(std::string(to_text(word))); }},
                      quantity);
}

EntryValue rating_of(const std::vector<std::optional<Rating>>& ratings, const Entry& entry,
                     const JsonOptions& options) {
    const std::size_t option = entry.option ? as_index(*entry.option) : ratings.size();
    return option < ratings.size() && ratings[option] ? written_value(*ratings[option], options)
                                                      : EntryValue();
}

/// What the one thing of a list that has this entry says.
template <class Things, class Write>
bool find_written(const Things& things, EntryId id, Write write, EntryValue& said) {
    const auto* found = find_entered(things, id);
    if (found != nullptr) {
        said = write(*found);
    }
    return found != nullptr;
}

EntryValue knot_value(const Assessment& own, EntryId id, const JsonOptions& options) {
    const std::vector<Curve::Knot> none;
    for (const Curve::Knot& knot : own.curve ? own.curve->knots : none) {
        if (knot.entry == id) {
            return written_value(knot, options);
        }
    }
    return {};
}

EntryValue assessed_value(const Case& negotiation, EntryId id, const JsonOptions& options) {
    const Entry& entry = negotiation.entry(id);
    const Issue& issue = negotiation.issue(*entry.issue);
    const Assessment* own = issue.of(*entry.party);
    if (own == nullptr) {
        return {};
    }
    if (entry.kind == EntryKind::weight) {
        return own->weight ? written_value(*own->weight, options) : EntryValue();
    }
    if (entry.kind == EntryKind::order) {
        return own->order ? written_value(issue, *own->order) : EntryValue();
    }
    if (entry.kind == EntryKind::curve_redline) {
        return own->curve && own->curve->red_line ? written_value(*own->curve->red_line)
                                                  : EntryValue();
    }
    if (entry.kind == EntryKind::curve_value) {
        return knot_value(*own, id, options);
    }
    return rating_of(entry.kind == EntryKind::score ? own->scores : own->stances, entry, options);
}

EntryValue listed_value(const Case& negotiation, EntryId id, const JsonOptions& options) {
    EntryValue said;
    const auto write = [&](const auto& thing) { return written_value(negotiation, thing); };
    const auto with_numbers = [&](const auto& thing) {
        return written_value(negotiation, thing, options);
    };
    const auto intent = [](const IntentEntry& one) { return written_value(one); };
    find_written(negotiation.limits, id, write, said) ||
        find_written(negotiation.rules, id, write, said) ||
        find_written(negotiation.bonuses, id, with_numbers, said) ||
        find_written(negotiation.risks, id, with_numbers, said) ||
        find_written(negotiation.intents, id, intent, said) ||
        find_written(negotiation.weight_orders, id, write, said);
    return said;
}

} // namespace

Node json_quantity(const StanceQuantity& quantity, const JsonOptions& options) {
    return quantity_node(quantity, options);
}

EntryValue written_value(const Weight& weight, const JsonOptions& options) {
    return {quantity_node(weight.quantity, options), phrase::quantity(weight.quantity)};
}

EntryValue written_value(const Rating& rating, const JsonOptions& options) {
    return {rating.is_red_line ? text_node("redline") : json_quantity(rating.worth, options),
            phrase::rating(rating)};
}

EntryValue written_value(const Curve::Knot& knot, const JsonOptions& options) {
    return {json_rational(knot.at, options), knot.at.to_decimal_text()};
}

EntryValue written_value(const Curve::RedLine& red_line) {
    std::string text = phrase::red_line(red_line);
    return {text_node(text), text};
}

EntryValue written_value(const Issue& issue, const Order& order) {
    std::string text = phrase::order(issue, order);
    return {text_node(text), text};
}

EntryValue written_value(const Case& negotiation, const WeightOrder& order) {
    std::string text = phrase::order(negotiation, order);
    return {text_node(text), text};
}

EntryValue written_value(const Case& negotiation, const FallbackPeriod& period,
                         const JsonOptions& options) {
    EntryValue said = {null_node(), phrase::fallback(negotiation, period)};
    if (const auto* draft = std::get_if<DraftId>(&period.value)) {
        said.value = table_node();
        add_member(said.value, "draft", text_node(negotiation.draft(*draft).key));
    } else {
        said.value = json_quantity(std::get<StanceQuantity>(period.value), options);
    }
    return said;
}

EntryValue written_value(const IntentEntry& intent) {
    return {text_node(std::string(case_word(intent.intent))),
            std::string(phrase::name(intent.intent))};
}

EntryValue written_value(const Case& negotiation, const Limit& limit) {
    EntryValue said = {table_node(), phrase::limit(negotiation, limit)};
    if (!limit.premise.empty()) {
        add_member(said.value, "if", json_condition(negotiation, limit.premise));
    }
    add_member(said.value, limit.sense == LimitSense::needs ? "needs" : "never",
               json_condition(negotiation, limit.body));
    return said;
}

EntryValue written_value(const Case& negotiation, const Rule& rule) {
    EntryValue said = {table_node(), phrase::rule(negotiation, rule)};
    const auto add = [&](const char* key, const Condition& condition) {
        add_member(said.value, key, json_condition(negotiation, condition));
    };
    std::visit(Overloaded{[&](const Implication& implication) {
                              add("if", implication.premise);
                              add("then", implication.conclusion);
                          },
                          [&](const Exclusion& exclusion) { add("never", exclusion.forbidden); },
                          [&](const AtMost& at_most) {
                              add_member(said.value, "at_most",
                                         json_count(static_cast<std::uint64_t>(at_most.count)));
                              Node& of = add_member(said.value, "of", list_node({}));
                              for (const Condition& condition : at_most.conditions) {
                                  of.items.push_back(json_condition(negotiation, condition));
                              }
                          }},
               rule.body);
    return said;
}

EntryValue written_value(const Case& negotiation, const Bonus& bonus, const JsonOptions& options) {
    return {json_range(bonus.value, options), phrase::bonus(negotiation, bonus)};
}

EntryValue written_value(const Case& negotiation, const Risk& risk, const JsonOptions& options) {
    return {json_range(risk.loss, options), phrase::risk(negotiation, risk)};
}

EntryValue written_value(const Case& negotiation, EntryId id, const JsonOptions& options) {
    const Entry& entry = negotiation.entry(id);
    if (entry.kind == EntryKind::fallback && entry.party) {
        const FallbackPeriod* period = negotiation.fallback_in_force(*entry.party);
        return period == nullptr ? EntryValue{null_node(), "not in force"}
                                 : written_value(negotiation, *period, options);
    }
    return entry.party && entry.issue ? assessed_value(negotiation, id, options)
                                      : listed_value(negotiation, id, options);
}

void add_entry(Node& into, const Case& negotiation, EntryId id, EntryValue said) {
    const Entry& entry = negotiation.entry(id);
    add_member(into, "value", std::move(said.value));
    add_member(into, "text", text_node(std::move(said.text)));
    add_member(into, "basis", text_node(std::string(case_word(entry.basis))));
    add_member(into, "firmness", json_text_or_null(case_word(entry.firmness)));
}

} // namespace unbracket
