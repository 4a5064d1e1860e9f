#include "unbracket/model/edit_forget.hpp"

#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_ids.hpp"
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

namespace {

bool judges_one_of(const Node& judgement, const std::set<std::string>& drafts) {
    std::string text = judgement.text;
    bool any = false;
    visit_ids_of_judgement(text, [&](const IdUse& use) { any |= drafts.count(use.id) > 0; });
    return any;
}

void drop_judgements(Node& statement, const std::set<std::string>& drafts) {
    Node* judgements = statement.find("judgement");
    if (judgements == nullptr) {
        return;
    }
    std::erase_if(judgements->members, [&](Node::Member& party) {
        const auto dropped = std::erase_if(
            party.value.items, [&](const Node& one) { return judges_one_of(one, drafts); });
        return party.value.kind == NodeKind::list ? dropped > 0 && party.value.items.empty()
                                                  : judges_one_of(party.value, drafts);
    });
    if (judgements->members.empty()) {
        erase_member(statement, "judgement");
        erase_member(statement, "use");
    }
}

} // namespace

void drop_judgements_of(Node& document, const std::set<std::string>& drafts) {
    for (Node& statement : elements_of(document, "said")) {
        drop_judgements(statement, drafts);
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
