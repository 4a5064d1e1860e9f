#include "unbracket/robust/ledger.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

namespace unbracket {

namespace {

/// Which statements are of one voice: a forest whose roots are the first of each voice.
class Voices {
public:
    explicit Voices(const Case& negotiation) : parents_(negotiation.statements.size()) {
        std::iota(parents_.begin(), parents_.end(), std::size_t{0});
        std::map<PersonId, std::size_t> persons;
        std::map<std::string, std::size_t> narrators; // by source
        for (std::size_t i = 0; i < negotiation.statements.size(); ++i) {
            const Statement& statement = negotiation.statements[i];
            if (statement.same_as) {
                join(i, as_index(*statement.same_as));
            }
            if (statement.person) {
                join(i, persons.emplace(*statement.person, i).first->second);
            }
            if (statement.attribution == Attribution::narrator && !statement.source.empty()) {
                join(i, narrators.emplace(statement.source, i).first->second);
            }
        }
    }

    std::size_t of(StatementId id) { return root(as_index(id)); }

private:
    std::size_t root(std::size_t at) {
        while (parents_[at] != at) {
            parents_[at] = parents_[parents_[at]];
            at = parents_[at];
        }
        return at;
    }
    void join(std::size_t one, std::size_t other) {
        const auto [first, second] = std::minmax({root(one), root(other)});
        parents_[second] = first;
    }

    std::vector<std::size_t> parents_;
};

/// Puts each statement to those with the same key; groups by first appearance.
template <class KeyOf>
std::vector<std::vector<StatementId>> by_key(const std::vector<StatementId>& statements,
                                             KeyOf key_of) {
    std::map<decltype(key_of(StatementId())), std::size_t> places;
    std::vector<std::vector<StatementId>> groups;
    for (const StatementId id : statements) {
        const auto [place, is_new] = places.emplace(key_of(id), groups.size());
        if (is_new) {
            groups.emplace_back();
        }
        groups[place->second].push_back(id);
    }
    return groups;
}

/// Follows what superseded a statement down to what nothing superseded.
std::vector<StatementId> end_of_line(const std::vector<std::vector<StatementId>>& successors,
                                     StatementId from) {
    std::vector<bool> is_seen(successors.size(), false);
    std::vector<StatementId> waiting = successors[as_index(from)];
    std::vector<StatementId> ends;
    while (!waiting.empty()) {
        const StatementId id = waiting.back();
        waiting.pop_back();
        if (is_seen[as_index(id)]) {
            continue;
        }
        is_seen[as_index(id)] = true;
        const std::vector<StatementId>& next = successors[as_index(id)];
        if (next.empty()) {
            ends.push_back(id);
        }
        waiting.insert(waiting.end(), next.begin(), next.end());
    }
    std::sort(ends.begin(), ends.end());
    return ends;
}

std::vector<Succession> successions(const Case& negotiation,
                                    const std::vector<StatementId>& statements) {
    std::vector<std::vector<StatementId>> successors(negotiation.statements.size());
    for (const StatementId later : statements) {
        for (const StatementId earlier : negotiation.statement(later).supersedes) {
            successors[as_index(earlier)].push_back(later);
        }
    }
    std::vector<Succession> found;
    for (const StatementId id : statements) {
        const std::vector<StatementId>& by = successors[as_index(id)];
        if (!by.empty()) {
            found.push_back({id, by, end_of_line(successors, id)});
        }
    }
    return found;
}

std::optional<Relay> relay_of(const Case& negotiation, StatementId id) {
    Relay relay{id, {}, false};
    std::optional<StatementId> next = negotiation.statement(id).relays;
    while (next) {
        const auto known = std::find(relay.chain.begin(), relay.chain.end(), *next);
        if (*next == id || known != relay.chain.end()) {
            relay.is_circle = true;
            break;
        }
        relay.chain.push_back(*next);
        next = negotiation.statement(*next).relays;
    }
    return relay.chain.empty() ? std::nullopt : std::optional(relay);
}

void mark_voices(Voices& voices, std::vector<StatementPair>& pairs) {
    for (StatementPair& pair : pairs) {
        pair.is_one_voice = voices.of(pair.first) == voices.of(pair.second);
    }
}

/// Puts statements and entries to the people they are from.
class Enterings {
public:
    template <class Thing, class Id>
    void add(const Thing& thing, std::vector<Id> Entering::* list, Id id) {
        const auto [place, is_new] =
            places_.emplace(std::pair(thing.entered_by, thing.checked_by), found_.size());
        if (is_new) {
            found_.push_back({thing.entered_by, thing.checked_by, {}, {}});
        }
        (found_[place->second].*list).push_back(id);
    }

    std::vector<Entering> found() && {
        const bool names_nobody = places_.size() == 1 && places_.count({}) == 1;
        return names_nobody ? std::vector<Entering>{} : std::move(found_);
    }

private:
    std::vector<Entering> found_;
    std::map<std::pair<std::string, std::string>, std::size_t> places_;
};

std::vector<Entering> enterings_of(const Case& negotiation) {
    Enterings enterings;
    for (std::size_t i = 0; i < negotiation.statements.size(); ++i) {
        enterings.add(negotiation.statements[i], &Entering::statements, StatementId(i));
    }
    for (std::size_t i = 0; i < negotiation.entries.size(); ++i) {
        enterings.add(negotiation.entries[i], &Entering::entries, EntryId(i));
    }
    return std::move(enterings).found();
}

/// Parties first, the narrator last; a group of several classes goes with its first statement.
std::vector<std::vector<StatementId>> by_class(const Case& negotiation,
                                               std::vector<std::vector<StatementId>> groups) {
    std::stable_sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
        return class_of(negotiation.statement(a.front())) <
               class_of(negotiation.statement(b.front()));
    });
    return groups;
}

auto speaker_key(const Statement& statement) {
    return std::tuple(statement.person, statement.person ? std::string() : statement.who,
                      statement.speaks_for, statement.attribution);
}

} // namespace

SpeakerClass class_of(const Statement& statement) {
    switch (statement.attribution) {
    case Attribution::named:
    case Attribution::official:
        return statement.speaks_for ? SpeakerClass::party : SpeakerClass::other;
    case Attribution::anonymous:
        return SpeakerClass::unnamed;
    case Attribution::expert:
        return SpeakerClass::expert;
    case Attribution::narrator:
        break;
    }
    return SpeakerClass::narrator;
}

std::vector<StatementPair> statement_pairs(const Case& negotiation,
                                           std::vector<StatementId> Statement::* references) {
    const auto names = [&](StatementId one, StatementId other) {
        const std::vector<StatementId>& named = negotiation.statement(one).*references;
        return std::find(named.begin(), named.end(), other) != named.end();
    };
    std::vector<StatementPair> pairs;
    for (std::size_t i = 0; i < negotiation.statements.size(); ++i) {
        const StatementId id(i);
        for (const StatementId other : negotiation.statement(id).*references) {
            const bool is_second_mention = other < id && names(other, id);
            if (!is_second_mention) {
                pairs.push_back({id, other, false});
            }
        }
    }
    return pairs;
}

Ledger take_ledger(const Case& negotiation) {
    Ledger ledger;
    for (std::size_t i = 0; i < negotiation.statements.size(); ++i) {
        ledger.statements.emplace_back(i);
    }
    Voices voices(negotiation);
    ledger.voices = by_key(ledger.statements, [&](StatementId id) { return voices.of(id); });
    ledger.contradictions = statement_pairs(negotiation, &Statement::contradicts);
    ledger.differences = statement_pairs(negotiation, &Statement::differs);
    mark_voices(voices, ledger.contradictions);
    mark_voices(voices, ledger.differences);
    ledger.superseded = successions(negotiation, ledger.statements);
    for (const StatementId id : ledger.statements) {
        if (auto relay = relay_of(negotiation, id)) {
            ledger.relayed.push_back(std::move(*relay));
        }
    }
    for (std::size_t i = 0; i < negotiation.quantities.size(); ++i) {
        ledger.quantities.push_back(account_of(negotiation, i));
    }
    ledger.entered = enterings_of(negotiation);
    return ledger;
}

std::vector<std::vector<StatementId>> grouped(const Case& negotiation, const Ledger& ledger,
                                              LedgerOrder order) {
    const auto by = [&](auto key_of) {
        return by_key(ledger.statements,
                      [&](StatementId id) { return key_of(negotiation.statement(id)); });
    };
    switch (order) {
    case LedgerOrder::voice:
        break;
    case LedgerOrder::speaker:
        return by_class(negotiation, by(speaker_key));
    case LedgerOrder::source:
        return by([](const Statement& statement) { return statement.source; });
    case LedgerOrder::attribution:
        return by([](const Statement& statement) { return statement.attribution; });
    case LedgerOrder::date: {
        auto groups = by([](const Statement& statement) { return statement.date; });
        const auto rank = [&](const std::vector<StatementId>& group) {
            const auto& date = negotiation.statement(group.front()).date;
            return std::pair(!date.has_value(), date);
        };
        std::sort(groups.begin(), groups.end(),
                  [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
        return groups;
    }
    }
    return by_class(negotiation, ledger.voices);
}

} // namespace unbracket
