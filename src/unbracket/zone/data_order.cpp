#include "unbracket/zone/data_order.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

// Everything an answer can depend on is written down as a sequence of numbers; sequences compare
// number by number. Lists whose order in the file means nothing (a party's limits, bonuses, risks)
// are sorted before they are written. So two parties get the same sequence only if exchanging them
// maps the case onto itself. This is the sorting by invariants with which programs for isomorphism
// of graphs begin; they go on to refine and branch until nothing is equal any more. Here equal
// parties are interchangeable already, because no entry names two parties, so that nothing is left
// to refine.
//
// Source: McKay and Piperno (2014), Practical graph isomorphism, II, section 2
// [mckay2014practical]

namespace unbracket {

namespace {

/// Numbers that tell two things of one kind apart by their data.
using Key = std::vector<Rational>;

/// Positions in ascending order of their keys.
std::vector<std::size_t> order_by(const std::vector<Key>& keys) {
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return order;
}

/// By position; equal where the keys are.
std::vector<std::size_t> ranks_by(const std::vector<Key>& keys) {
    const std::vector<std::size_t> order = order_by(keys);
    std::vector<std::size_t> ranks(keys.size());
    for (std::size_t at = 1; at < order.size(); ++at) {
        const bool is_equal = keys[order[at]] == keys[order[at - 1]];
        ranks[order[at]] = ranks[order[at - 1]] + (is_equal ? 0 : 1);
    }
    return ranks;
}

Rational number(std::size_t whole) {
    return {static_cast<std::int64_t>(whole)};
}

void add(Key& key, const Interval& range) {
    key.push_back(range.low);
    key.push_back(range.high);
}

void add(Key& key, const std::vector<OptionId>& options) {
    key.push_back(number(options.size()));
    for (const OptionId option : options) {
        key.push_back(number(as_index(option)));
    }
}

void add_sorted(Key& key, std::vector<Key> parts) {
    std::sort(parts.begin(), parts.end());
    key.push_back(number(parts.size()));
    for (const Key& part : parts) {
        key.push_back(number(part.size()));
        key.insert(key.end(), part.begin(), part.end());
    }
}

Key key_of(const Literal& literal) {
    Key key = {number(as_index(literal.issue))};
    add(key, literal.options);
    return key;
}

void add(Key& key, const Condition& condition) {
    std::vector<Key> literals;
    for (const Literal& literal : condition) {
        literals.push_back(key_of(literal));
    }
    add_sorted(key, std::move(literals));
}

Key key_of(const Rule& rule) {
    Key key = {number(rule.body.index())};
    if (const auto* implication = std::get_if<Implication>(&rule.body)) {
        add(key, implication->premise);
        add(key, implication->conclusion);
    } else if (const auto* exclusion = std::get_if<Exclusion>(&rule.body)) {
        add(key, exclusion->forbidden);
    } else {
        const auto& at_most = std::get<AtMost>(rule.body);
        std::vector<Key> conditions(at_most.conditions.size());
        for (std::size_t at = 0; at < conditions.size(); ++at) {
            add(conditions[at], at_most.conditions[at]);
        }
        key.emplace_back(at_most.count);
        add_sorted(key, std::move(conditions));
    }
    return key;
}

Key key_of(const Limit& limit) {
    Key key = {Rational(limit.is_on ? 1 : 0), number(static_cast<std::size_t>(limit.sense))};
    add(key, limit.premise);
    add(key, limit.body);
    return key;
}

Key key_of(const Bonus& bonus) {
    Key key;
    add(key, bonus.value);
    add(key, bonus.when);
    return key;
}

Key key_of(const Risk& risk) {
    Key key = key_of(risk.option);
    add(key, risk.loss);
    return key;
}

template <class Thing>
void add_those_of(Key& key, const std::vector<Thing>& things, PartyId party) {
    std::vector<Key> own;
    for (const Thing& thing : things) {
        if (thing.party == party) {
            own.push_back(key_of(thing));
        }
    }
    add_sorted(key, std::move(own));
}

void add(Key& key, const IssueAppraisal& issue) {
    add(key, issue.weight);
    key.push_back(number(issue.options.size()));
    for (const OptionAppraisal& option : issue.options) {
        add(key, option.value);
        key.emplace_back((option.is_unknown ? 1 : 0) + (option.is_red_line ? 2 : 0));
    }
    std::vector<Key> pairs;
    for (const auto& [better, worse] : issue.at_least) {
        pairs.push_back({number(as_index(better)), number(as_index(worse))});
    }
    add_sorted(key, std::move(pairs));
}

void add_fallback(Key& key, const Case& negotiation, const PartyAppraisal& own) {
    key.emplace_back(own.has_fallback_entry ? 1 : 0);
    key.push_back(own.supposed_less);
    key.push_back(number(own.fallback.index()));
    if (const auto* range = std::get_if<Interval>(&own.fallback)) {
        add(key, *range);
        return;
    }
    for (const DraftSetting& setting : negotiation.draft(std::get<DraftId>(own.fallback)).content) {
        add(key, setting.options);
    }
}

/// Which of a party's entries there are, since two that say the same may be left out apart.
Key kind_and_place(const Entry& entry) {
    return {number(static_cast<std::size_t>(entry.kind)),
            entry.issue ? number(as_index(*entry.issue)) : Rational(-1),
            entry.option ? number(as_index(*entry.option)) : Rational(-1)};
}

std::vector<Key> party_keys(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<std::vector<Key>> places(appraisal.size());
    for (const Entry& entry : negotiation.entries) {
        if (entry.party) {
            places[as_index(*entry.party)].push_back(kind_and_place(entry));
        }
    }
    std::vector<Key> keys(appraisal.size());
    for (std::size_t at = 0; at < keys.size(); ++at) {
        const PartyId party(at);
        Key& key = keys[at];
        key = {Rational(negotiation.is_required(party) ? 1 : 0),
               number(static_cast<std::size_t>(negotiation.intent_of(party))),
               number(static_cast<std::size_t>(appraisal[at].scale))};
        add_fallback(key, negotiation, appraisal[at]);
        for (const IssueAppraisal& issue : appraisal[at].issues) {
            add(key, issue);
        }
        add_those_of(key, negotiation.limits, party);
        add_those_of(key, negotiation.bonuses, party);
        add_those_of(key, negotiation.risks, party);
        add_sorted(key, std::move(places[at]));
    }
    return keys;
}

/// Red lines by the issue they stand in; whole constraints after them.
std::size_t place_of(EntryKind kind) {
    constexpr std::array<EntryKind, 8> order = {
        EntryKind::fallback,      EntryKind::stance, EntryKind::score, EntryKind::order,
        EntryKind::curve_redline, EntryKind::rule,   EntryKind::limit, EntryKind::norm};
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), kind) - order.begin());
}

template <class Thing>
void note_keys(const std::vector<Thing>& things, std::map<EntryId, Key>& keys) {
    for (const Thing& thing : things) {
        keys[thing.entry] = key_of(thing);
    }
}

} // namespace

DataOrder::DataOrder(const Case& negotiation, const Appraisal& appraisal)
    : case_(negotiation), ranks_(ranks_by(party_keys(negotiation, appraisal))) {}

void DataOrder::sort(std::vector<PartyId>& parties) const {
    std::stable_sort(parties.begin(), parties.end(), [&](PartyId a, PartyId b) {
        return ranks_[as_index(a)] < ranks_[as_index(b)];
    });
}

void DataOrder::sort_bonuses(std::vector<std::size_t>& positions) const {
    const auto key = [&](std::size_t at) {
        const Bonus& bonus = case_.bonuses[at];
        return std::pair(ranks_[as_index(bonus.party)], key_of(bonus));
    };
    std::stable_sort(positions.begin(), positions.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
}

std::vector<Key> DataOrder::keys_of(const std::vector<EntryId>& entries) const {
    std::map<EntryId, Key> bodies;
    note_keys(case_.rules, bodies);
    note_keys(case_.limits, bodies);
    note_keys(case_.bonuses, bodies);
    note_keys(case_.risks, bodies);
    std::vector<Key> keys;
    for (const EntryId id : entries) {
        const Entry& entry = case_.entry(id);
        Key key = kind_and_place(entry);
        key[0] = number(place_of(entry.kind));
        key.push_back(entry.party ? number(ranks_[as_index(*entry.party)]) : Rational(-1));
        add_sorted(key, {bodies[id]});
        keys.push_back(std::move(key));
    }
    return keys;
}

std::vector<std::size_t> DataOrder::ranks(const std::vector<EntryId>& entries) const {
    return ranks_by(keys_of(entries));
}

void DataOrder::sort(std::vector<EntryId>& entries) const {
    const std::vector<std::size_t> places = order_by(keys_of(entries));
    const std::vector<EntryId> unsorted = entries;
    std::transform(places.begin(), places.end(), entries.begin(),
                   [&](std::size_t at) { return unsorted[at]; });
}

} // namespace unbracket
