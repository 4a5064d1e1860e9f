#include "unbracket/robust/diff_cases.hpp"

#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/spelling.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <map>
#include <set>
#include <variant>

// Entries are compared by their address and by what stands there in the effective documents, so a
// difference is one that a reader would see in the file. A dated no-agreement value is the same
// text at two dates; there the value in force is compared.

namespace unbracket {

namespace {

using NodesByKey = std::map<std::string, const Node*>;

NodesByKey nodes_by_address(const Node& document) {
    NodesByKey nodes;
    for (const EntryPlace& place : entry_places(document)) {
        nodes.emplace(place.address, node_at(document, place.steps));
    }
    return nodes;
}

bool same_fallback(const Case& before, const Case& after, EntryId entry, EntryId other) {
    const FallbackPeriod* old_one = before.fallback_in_force(*before.entry(entry).party);
    const FallbackPeriod* new_one = after.fallback_in_force(*after.entry(other).party);
    if (old_one == nullptr || new_one == nullptr) {
        return old_one == new_one;
    }
    const auto* old_draft = std::get_if<DraftId>(&old_one->value);
    const auto* new_draft = std::get_if<DraftId>(&new_one->value);
    const bool is_same =
        old_draft != nullptr && new_draft != nullptr
            ? before.draft(*old_draft).key == after.draft(*new_draft).key
            : old_draft == nullptr && new_draft == nullptr && old_one->value == new_one->value;
    return is_same && old_one->trend == new_one->trend;
}

bool same_node(const Node* a, const Node* b) {
    return a == nullptr || b == nullptr ? a == b : a->same_content(*b);
}

/// The values of a section of the document by their keys.
NodesByKey members_of(const Node& document, std::string_view section) {
    NodesByKey members;
    if (const Node* node = document.find(section)) {
        for (const Node::Member& member : node->members) {
            members.emplace(member.key, &member.value);
        }
    }
    return members;
}

NodesByKey statement_nodes(const Node& document) {
    NodesByKey nodes;
    const Node* said = document.find("said");
    for (std::size_t i = 0; said != nullptr && i < said->items.size(); ++i) {
        nodes.emplace(element_name(*said, i), &said->items[i]);
    }
    return nodes;
}

const Node* node_of(const NodesByKey& nodes, const std::string& key) {
    const auto found = nodes.find(key);
    return found == nodes.end() ? nullptr : found->second;
}

std::map<std::string, StatementId> statements_by_key(const Case& negotiation) {
    std::map<std::string, StatementId> statements;
    for (std::size_t i = 0; i < negotiation.statements.size(); ++i) {
        statements.emplace(negotiation.statements[i].key, StatementId(i));
    }
    return statements;
}

std::vector<std::string> option_ids(const Case& negotiation) {
    std::vector<std::string> ids;
    for (const Issue& issue : negotiation.issues) {
        for (const Option& option : issue.options) {
            ids.push_back(issue.key + "." + option.key);
        }
    }
    return ids;
}

/// Parties that are supposed to accept less than they have.
std::vector<std::string> supposed_of(const Case& negotiation) {
    std::vector<std::string> parties;
    for (const SupposedLess& less : negotiation.supposed_less) {
        parties.push_back(negotiation.party(less.party).key);
    }
    return parties;
}

Rational supposed_less(const Case& negotiation, const std::string& party) {
    return negotiation.supposed_less_of(*negotiation.find_party(party));
}

class CaseComparison {
public:
    CaseComparison(const LoadedCase& before, const LoadedCase& after)
        : before_(before), after_(after), old_drafts_(members_of(before.document, "draft")),
          new_drafts_(members_of(after.document, "draft")),
          old_questions_(members_of(before.document, "alternative")),
          new_questions_(members_of(after.document, "alternative")) {}

    std::vector<ThingChange> things() const {
        std::vector<ThingChange> found;
        const Case& old_case = before_.negotiation;
        const Case& new_case = after_.negotiation;
        add(found, ThingKind::party, keys_of(old_case.parties), keys_of(new_case.parties));
        add(found, ThingKind::issue, keys_of(old_case.issues), keys_of(new_case.issues));
        add(found, ThingKind::option, option_ids(old_case), option_ids(new_case));
        add(found, ThingKind::draft, keys_of(old_case.drafts), keys_of(new_case.drafts));
        add(found, ThingKind::question, keys_of(old_case.alternatives),
            keys_of(new_case.alternatives));
        add(found, ThingKind::movement, supposed_of(old_case), supposed_of(new_case));
        return found;
    }

    std::vector<EntryChange> entries() const {
        const auto old_nodes = nodes_by_address(before_.document);
        const auto new_nodes = nodes_by_address(after_.document);
        const auto& old_entries = before_.negotiation.entries;
        const auto& new_entries = after_.negotiation.entries;
        std::map<std::string, EntryId> old_ids;
        for (std::size_t i = 0; i < old_entries.size(); ++i) {
            old_ids.emplace(old_entries[i].address, EntryId(i));
        }
        std::vector<EntryChange> found;
        for (std::size_t i = 0; i < new_entries.size(); ++i) {
            const std::string& address = new_entries[i].address;
            const auto old_id = old_ids.find(address);
            if (old_id == old_ids.end()) {
                found.push_back({ChangeKind::added, address, std::nullopt, EntryId(i), true, true});
                continue;
            }
            const bool is_same_text =
                same_node(node_of(old_nodes, address), node_of(new_nodes, address));
            add_change(found, old_id->second, EntryId(i), is_same_text);
            old_ids.erase(old_id);
        }
        for (std::size_t i = 0; i < old_entries.size(); ++i) {
            if (old_ids.count(old_entries[i].address) > 0) {
                found.push_back({ChangeKind::removed, old_entries[i].address, EntryId(i),
                                 std::nullopt, true, true});
            }
        }
        return found;
    }

    std::vector<StatementChange> statements() const {
        const auto old_ids = statements_by_key(before_.negotiation);
        const auto new_ids = statements_by_key(after_.negotiation);
        const NodesByKey old_nodes = statement_nodes(before_.document);
        const NodesByKey new_nodes = statement_nodes(after_.document);
        std::vector<StatementChange> found;
        for (const Statement& statement : after_.negotiation.statements) {
            const auto now = new_ids.find(statement.key);
            const auto then = old_ids.find(statement.key);
            if (then == old_ids.end()) {
                found.push_back({ChangeKind::added, statement.key, std::nullopt, now->second});
            } else if (!same_node(node_of(old_nodes, statement.key),
                                  node_of(new_nodes, statement.key))) {
                found.push_back({ChangeKind::changed, statement.key, then->second, now->second});
            }
        }
        for (const Statement& statement : before_.negotiation.statements) {
            const auto then = old_ids.find(statement.key);
            if (then != old_ids.end() && new_ids.count(statement.key) == 0) {
                found.push_back({ChangeKind::removed, statement.key, then->second, std::nullopt});
            }
        }
        return found;
    }

private:
    void add_change(std::vector<EntryChange>& found, EntryId old_id, EntryId new_id,
                    bool is_same_text) const {
        const Entry& old_one = before_.negotiation.entry(old_id);
        const Entry& new_one = after_.negotiation.entry(new_id);
        const bool is_same =
            new_one.kind == EntryKind::fallback
                ? same_fallback(before_.negotiation, after_.negotiation, old_id, new_id)
                : is_same_text;
        const bool is_same_basis = old_one.basis == new_one.basis;
        const bool is_same_note = old_one.firmness == new_one.firmness;
        if (!is_same || !is_same_basis || !is_same_note) {
            found.push_back(
                {ChangeKind::changed, new_one.address, old_id, new_id, !is_same, !is_same_basis});
        }
    }

    bool is_changed(ThingKind thing, const std::string& key) const {
        switch (thing) {
        case ThingKind::movement:
            return supposed_less(before_.negotiation, key) !=
                   supposed_less(after_.negotiation, key);
        case ThingKind::draft:
            return !same_node(node_of(old_drafts_, key), node_of(new_drafts_, key));
        case ThingKind::question:
            return !same_node(node_of(old_questions_, key), node_of(new_questions_, key));
        case ThingKind::party:
        case ThingKind::issue:
        case ThingKind::option:
            break;
        }
        return false;
    }

    void add(std::vector<ThingChange>& found, ThingKind thing, const std::vector<std::string>& then,
             const std::vector<std::string>& now) const {
        const std::set<std::string> old_keys(then.begin(), then.end());
        const std::set<std::string> new_keys(now.begin(), now.end());
        for (const std::string& key : now) {
            if (old_keys.count(key) == 0) {
                found.push_back({ChangeKind::added, thing, key});
            } else if (is_changed(thing, key)) {
                found.push_back({ChangeKind::changed, thing, key});
            }
        }
        for (const std::string& key : then) {
            if (new_keys.count(key) == 0) {
                found.push_back({ChangeKind::removed, thing, key});
            }
        }
    }

    const LoadedCase& before_;
    const LoadedCase& after_;
    NodesByKey old_drafts_;
    NodesByKey new_drafts_;
    NodesByKey old_questions_;
    NodesByKey new_questions_;
};

VerdictKind verdict_of(const Case& negotiation, const ClaimOptions& options) {
    return kind_of(decide(negotiation, appraise(negotiation), options));
}

} // namespace

CaseChanges compare_cases(const LoadedCase& before, const LoadedCase& after) {
    const CaseComparison comparison(before, after);
    return {comparison.things(), comparison.entries(), comparison.statements()};
}

CaseDiff diff_cases(const LoadedCase& before, const LoadedCase& after,
                    const ClaimOptions& options) {
    return {compare_cases(before, after), verdict_of(before.negotiation, options),
            verdict_of(after.negotiation, options), diff_records(before.document, after.document),
            diff_questions(before, after, options)};
}

} // namespace unbracket
