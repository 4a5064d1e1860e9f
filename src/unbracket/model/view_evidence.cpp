#include "unbracket/model/view_evidence.hpp"

#include "unbracket/model/edit_authors.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace unbracket {

namespace {

using Ids = std::set<std::string>;

bool is_anonymous(const Node& statement) {
    const std::string attribution = text_of(statement, "attribution");
    return attribution.empty() ? statement.find("person") == nullptr : attribution == "anonymous";
}

void erase_members(Node& table, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        erase_member(table, key);
    }
}

void forget_said(Node& thing, const Ids& hidden) {
    if (forget_names(thing, "said", hidden)) {
        erase_member(thing, "said");
    }
}

void forget_statements(Node& statement, const Ids& hidden, const Ids& anonymous) {
    for (const char* key : {"relays", "same_as", "contradicts", "supersedes", "differs"}) {
        forget_names(statement, key, hidden);
    }
    // Whose voice two statements share says who spoke.
    for (const char* key : {"same_as", "supersedes"}) {
        forget_names(statement, key, anonymous);
    }
    if (statement.find("relays") == nullptr) {
        erase_member(statement, "stance_to_it");
    }
}

/// Of an anonymous speaker nothing is left but that it is one.
void hide_speaker(Node& statement) {
    erase_members(statement, {"who", "person", "speaks_for", "place", "via", "same_as",
                              "supersedes", "own_strength"});
    // In one place, wherever and under whichever key the speaker stood.
    const auto id = std::find_if(statement.members.begin(), statement.members.end(),
                                 [](const Node::Member& member) { return member.key == "id"; });
    statement.members.insert(id == statement.members.end() ? statement.members.begin() : id + 1,
                             {"who", {}, text_node("anonymous")});
}

void forget_said_everywhere(Node& document, const Ids& hidden) {
    for (const char* list : {"change", "driver", "event", "step", "deadline", "ratify"}) {
        for (Node& element : elements_of(document, list)) {
            forget_said(element, hidden);
        }
    }
    for (const char* section : {"draft", "document"}) {
        if (Node* table = document.find(section)) {
            for (Node::Member& member : table->members) {
                forget_said(member.value, hidden);
            }
        }
    }
}

template <class Condition>
void erase_if_member(Node& document, std::string_view section, const Condition& goes) {
    if (Node* table = document.find(section)) {
        std::erase_if(table->members, goes);
    }
}

} // namespace

void keep_seen_statements(Node& document, const Sight& sight) {
    Ids hidden;
    Ids anonymous;
    for (const Node& statement : elements_of(std::as_const(document), "said")) {
        const std::string id = text_of(statement, "id");
        if (!sight.sees_statement(id)) {
            hidden.insert(id);
        } else if (is_anonymous(statement)) {
            anonymous.insert(id);
        }
    }
    if (Node* said = document.find("said")) {
        std::erase_if(said->items, [&](const Node& statement) {
            return hidden.contains(text_of(statement, "id"));
        });
    }
    forget_authors(document);
    for (Node& statement : elements_of(document, "said")) {
        forget_statements(statement, hidden, anonymous);
        erase_member(statement, "confidence");
        if (is_anonymous(statement)) {
            hide_speaker(statement);
        }
    }
    forget_said_everywhere(document, hidden);
}

void write_judgements_alike(Node& document) {
    for (Node& statement : elements_of(document, "said")) {
        Node* judgement = statement.find("judgement");
        for (std::size_t i = judgement == nullptr ? 0 : judgement->members.size(); i-- > 0;) {
            Node& party = judgement->members[i].value;
            if (party.kind == NodeKind::list && party.items.size() == 1) {
                party = Node(party.items.front());
            }
        }
    }
}

void forget_people_and_sources(Node& document) {
    Ids people;
    Ids sources;
    for (const Node& statement : elements_of(document, "said")) {
        people.insert(text_of(statement, "person"));
        sources.insert(text_of(statement, "source"));
    }
    for (const Node& event : elements_of(document, "event")) {
        const Node* present = event.find("people");
        for (std::size_t i = 0; present != nullptr && i < present->members.size(); ++i) {
            for (const Node& person : one_or_several(present->members[i].value)) {
                people.insert(person.text);
            }
        }
    }
    erase_if_member(document, "person",
                    [&](const Node::Member& member) { return !people.contains(member.key); });
    erase_if_member(document, "source",
                    [&](const Node::Member& member) { return !sources.contains(member.key); });
}

} // namespace unbracket
