#include "unbracket/model/edit_forget.hpp"

#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace unbracket {

void drop_statements(Node& document, const std::set<std::string>& statements) {
    Node* said = document.find("said");
    if (said == nullptr) {
        return;
    }
    std::vector<Node> kept;
    for (std::size_t i = 0; i < said->items.size(); ++i) {
        if (statements.count(element_name(*said, i)) == 0) {
            kept.push_back(said->items[i]);
        }
    }
    said->items = std::move(kept);
    for (Node& statement : said->items) {
        for (const char* key : {"relays", "same_as", "contradicts", "supersedes", "differs"}) {
            forget_names(statement, key, statements);
        }
        if (statement.find("relays") == nullptr) {
            erase_member(statement, "stance_to_it");
        }
    }
}

void drop_claims_of(Node& document, const std::set<std::string>& statements) {
    Node* quantities = document.find("quantity");
    if (quantities == nullptr) {
        return;
    }
    for (Node::Member& quantity : quantities->members) {
        if (Node* claims = quantity.value.find("claims")) {
            std::erase_if(claims->items,
                          [&](Node& claim) { return forget_names(claim, "said", statements); });
        }
    }
}

} // namespace unbracket
