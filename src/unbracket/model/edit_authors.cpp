#include "unbracket/model/edit_authors.hpp"

#include "unbracket/model/edit_basis.hpp"
#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

// Which file a value came from is gone once layers are one document that may be written down again.
// So a layer's people are put beside its values, in the keys that every file may use.

namespace unbracket {

namespace {

bool is_author_key(std::string_view key) {
    return std::find(author_keys.begin(), author_keys.end(), key) != author_keys.end();
}

bool names_authors(const Node& table) {
    return std::any_of(table.members.begin(), table.members.end(),
                       [](const Node::Member& member) { return is_author_key(member.key); });
}

void set_text(Node& table, std::string_view key, const Node& text) {
    if (Node* known = table.find(key)) {
        *known = text;
    } else {
        add_member(table, std::string(key), text);
    }
}

const Node* statement_in(const Node& document, std::string_view id) {
    for (const Node& statement : elements_of(document, "said")) {
        if (text_of(statement, "id") == id) {
            return &statement;
        }
    }
    return nullptr;
}

/// Whether a layer's statement says anything that was not said before, but for who entered it.
bool changes(const Node& statement, const Node* before) {
    return before == nullptr ||
           std::any_of(statement.members.begin(), statement.members.end(),
                       [&](const Node::Member& member) {
                           const Node* old = before->find(member.key);
                           return !is_author_key(member.key) &&
                                  (old == nullptr || !old->same_content(member.value));
                       });
}

void write_down_statements(const Node& before, Node& after, const Node& layer) {
    std::map<std::string, const Node*> old;
    for (const Node& statement : elements_of(before, "said")) {
        old.emplace(text_of(statement, "id"), &statement);
    }
    std::map<std::string, const Node*> own;
    for (const Node& statement : elements_of(layer, "said")) {
        own.emplace(text_of(statement, "id"), &statement);
    }
    for (Node& statement : elements_of(after, "said")) {
        const auto said = own.find(text_of(statement, "id"));
        const auto known = old.find(text_of(statement, "id"));
        if (said == own.end() ||
            !changes(*said->second, known == old.end() ? nullptr : known->second)) {
            continue;
        }
        for (const std::string_view key : author_keys) {
            const Node* head = layer.find(key);
            if (said->second->find(key) != nullptr) {
                continue;
            }
            if (head != nullptr) {
                set_text(statement, key, *head);
            } else {
                erase_member(statement, key);
            }
        }
    }
}

using Places = std::map<std::string, std::size_t, std::less<>>;

/// Where the remarks of a layer stand, by addresses that are normal in `document`.
Places remarks_of(const Node& layer, const Node& document) {
    Places places;
    std::size_t place = 0;
    for (const Node& remark : elements_of(layer, "entry")) {
        places.emplace(normal_address(document, text_of(remark, "at")), place++);
    }
    return places;
}

/// What they say of an entry: by itself, else together with others.
const Node* remark_on(const Node& layer, const Places& places, std::string_view entry,
                      std::string_view key) {
    for (std::string_view at = entry; !at.empty();
         at = at.substr(0, at.find_last_of('.') == at.npos ? 0 : at.find_last_of('.'))) {
        const auto place = places.find(at);
        const Node* value =
            place == places.end() ? nullptr : elements_of(layer, "entry")[place->second].find(key);
        if (value != nullptr) {
            return value;
        }
    }
    return nullptr;
}

/// Finds or makes the remark on an entry alone.
class Remarks {
public:
    explicit Remarks(Node& document)
        : document_(document), places_(remarks_of(document, document)) {}

    Node& on(const std::string& entry) {
        if (document_.find("entry") == nullptr) {
            add_member(document_, "entry", list_node({}));
        }
        std::vector<Node>& items = document_.find("entry")->items;
        const auto [place, is_new] = places_.emplace(entry, items.size());
        if (is_new) {
            items.push_back(table_node());
            add_member(items.back(), "at", text_node(entry));
        }
        return items[place->second];
    }

private:
    Node& document_;
    Places places_;
};

void write_down_entries(const Node& before, Node& after, const Node& layer) {
    if (!names_authors(layer)) {
        return;
    }
    Remarks remarks(after);
    const Places own = remarks_of(layer, after);
    const std::set<std::string> changed = changed_entries(before, after);
    for (const EntryPlace& entry : entry_places(after)) {
        if (!changed.contains(entry.address)) {
            continue;
        }
        for (const std::string_view key : author_keys) {
            const Node* head = layer.find(key);
            if (head != nullptr && remark_on(layer, own, entry.address, key) == nullptr) {
                set_text(remarks.on(entry.address), key, *head);
            }
        }
    }
}

} // namespace

void write_authors_down(const Node& before, Node& after, const Node& layer) {
    write_down_statements(before, after, layer);
    write_down_entries(before, after, layer);
    for (const std::string_view key : author_keys) {
        erase_member(after, key);
    }
}

std::string author_of(const Node& layer, std::string_view address, std::string_view key) {
    const Node* own = remark_on(layer, remarks_of(layer, layer), address, key);
    constexpr std::string_view said = "said.";
    if (address.starts_with(said)) {
        const std::string_view rest = address.substr(said.size());
        const Node* statement = statement_in(layer, rest.substr(0, rest.find('.')));
        own = statement == nullptr ? nullptr : statement->find(key);
    }
    return own != nullptr ? own->text : text_of(layer, key);
}

void forget_authors(Node& document) {
    for (const std::string_view key : author_keys) {
        erase_member(document, key);
        for (const std::string_view list : {"said", "entry"}) {
            for (Node& element : elements_of(document, list)) {
                erase_member(element, key);
            }
        }
    }
    if (Node* remarks = document.find("entry")) {
        std::erase_if(remarks->items, [](const Node& remark) {
            return remark.members.size() == 1 && remark.members.front().key == "at";
        });
    }
}

} // namespace unbracket
