#include "unbracket/model/edit_view.hpp"

#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_forget.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/view_evidence.hpp"
#include "unbracket/model/view_forms.hpp"
#include "unbracket/model/view_numbers.hpp"
#include "unbracket/model/view_order.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What an audience does not see is taken out of the document before anything is bound, so that no
// later step can let it through: not a verdict, a count, a digest or a message. First the things
// that are not seen, then whatever refers to them; then what is left takes a form that a case may
// have, numbered anew and without places in files.

namespace unbracket {

namespace {

using Ids = std::set<std::string>;

/// Whether the value of a fallback is "as good as" one of these drafts.
bool names_draft(const Node& fallback, const Ids& drafts) {
    return drafts.contains(text_of(fallback, "draft")) ||
           std::any_of(fallback.items.begin(), fallback.items.end(),
                       [&](const Node& period) { return names_draft(period, drafts); });
}

class ViewEdit {
public:
    ViewEdit(const Node& document, const Audience& audience, const std::optional<Date>& as_of)
        : before_(document) {
        numbered_ = name_by_number(before_);
        document_ = before_;
        sight_.emplace(before_, audience, as_of);
    }

    Node run() {
        take_out_things();
        keep_seen_statements(document_, *sight_);
        take_out_entries();
        forget_drafts();
        forget_documents();
        forget_words_of_points();
        filter_settings();
        take_out_questions();
        forget_people_and_sources(document_);
        erase_member(document_, "summary");      // it sums up the whole
        erase_member(document_, "accepts_less"); // nobody said it
        drop_references_to_nothing();
        make_valid_again(document_);
        drop_references_to_nothing();
        number_anew(document_, numbered_);
        prune(document_);
        put_in_order(document_);
        return std::move(document_);
    }

private:
    template <class Condition>
    void erase_elements(std::string_view list, const Condition& goes) {
        if (Node* elements = document_.find(list)) {
            std::erase_if(elements->items, goes);
        }
    }

    /// Returns the ids of the members that went.
    template <class Condition>
    Ids erase_members_of(std::string_view section, const Condition& goes) {
        Ids gone;
        if (Node* table = document_.find(section)) {
            std::erase_if(table->members, [&](const Node::Member& member) {
                const bool is_gone = goes(member);
                if (is_gone) {
                    gone.insert(member.key);
                }
                return is_gone;
            });
        }
        return gone;
    }

    void take_out_things() {
        for (const std::string_view list : {"driver", "step", "deadline", "ratify"}) {
            erase_elements(list, [&](const Node& act) { return !sight_->sees_act(act); });
        }
        erase_elements("event", [&](const Node& event) { return !sight_->sees_event(event); });
        erase_elements("change", [&](const Node& change) { return !sight_->sees_thing(change); });
        hidden_drafts_ = erase_members_of(
            "draft", [&](const Node::Member& draft) { return !sight_->sees_draft(draft.value); });
        hidden_documents_ = erase_members_of(
            "document", [&](const Node::Member& text) { return !sight_->sees_thing(text.value); });
        if (Node* quantities = document_.find("quantity")) {
            for (Node::Member& quantity : quantities->members) {
                drop_claims(quantity.value);
            }
        }
        erase_members_of("quantity", [](const Node::Member& quantity) {
            const Node* claims = quantity.value.find("claims");
            return claims == nullptr || one_or_several(*claims).empty();
        });
    }

    void drop_claims(Node& quantity) const {
        Node* claims = quantity.find("claims");
        const Node* visibility = quantity.find("visibility");
        if (claims == nullptr) {
            return;
        }
        if (claims->kind == NodeKind::table) {
            *claims = list_node({*claims});
        }
        const bool is_closed = visibility != nullptr && !sight_->sees_thing(quantity);
        std::erase_if(claims->items, [&](const Node& claim) {
            return is_closed || !sight_->sees_statement(text_of(claim, "said"));
        });
    }

    /// Scores of an issue are seen together or not at all: a table with gaps is none.
    void take_out_entries() {
        const std::vector<EntryPlace> entries = entry_places(before_);
        Ids broken_tables;
        std::vector<bool> goes;
        for (const EntryPlace& entry : entries) {
            const bool is_hidden = !sight_->sees_entry(entry.address) ||
                                   names_draft(*node_at(before_, entry.steps), hidden_drafts_);
            goes.push_back(is_hidden);
            if (is_hidden && is_score(entry)) {
                broken_tables.insert(table_of(entry));
            }
        }
        for (std::size_t i = entries.size(); i-- > 0;) {
            if (goes[i] || (is_score(entries[i]) && broken_tables.contains(table_of(entries[i])))) {
                taken_.insert(entries[i].address);
                take_out(document_, entries[i].steps);
            }
        }
    }

    static bool is_score(const EntryPlace& entry) {
        return entry.steps.size() > 4 && entry.steps[2].key == "score";
    }
    static std::string table_of(const EntryPlace& score) {
        return score.steps[1].key + "." + score.steps[3].key;
    }

    void forget_drafts() {
        if (Node* drafts = document_.find("draft")) {
            for (Node::Member& draft : drafts->members) {
                // What it leaves out was said by a text that is not seen.
                if (forget_names(draft.value, "from", hidden_drafts_)) {
                    erase_member(draft.value, "rest");
                }
            }
        }
        if (Node* documents = document_.find("document")) {
            for (Node::Member& text : documents->members) {
                forget_names(text.value, "draft", hidden_drafts_);
            }
        }
        for (Node& event : elements_of(document_, "event")) {
            forget_names(event, "drafts", hidden_drafts_);
        }
        drop_judgements_of(document_, hidden_drafts_);
        write_judgements_alike(document_);
    }

    void forget_documents() {
        for (const char* section : {"issue", "point"}) {
            if (Node* table = document_.find(section)) {
                for (Node::Member& member : table->members) {
                    forget_names(member.value, "document", hidden_documents_);
                }
            }
        }
        for (Node& event : elements_of(document_, "event")) {
            forget_names(event, "documents", hidden_documents_);
        }
        erase_elements("package", [&](const Node& package) {
            const Node* sign = package.find("sign");
            return sign != nullptr &&
                   std::any_of(sign->items.begin(), sign->items.end(), [&](const Node& group) {
                       const auto documents = one_or_several(group);
                       return std::any_of(documents.begin(), documents.end(), [&](const Node& id) {
                           return hidden_documents_.contains(id.text);
                       });
                   });
        });
    }

    /// The full words of a point and the headings above them have no source and no audience of
    /// their own, and may come from a text that is not seen. They are for the mediator, and no
    /// answer looks at them.
    void forget_words_of_points() {
        if (Node* points = document_.find("point")) {
            for (Node::Member& point : points->members) {
                std::erase_if(point.value.members, [](const Node::Member& member) {
                    return member.key == "text" || member.key == "under";
                });
            }
        }
    }

    /// Whether the audience sees what a setting sets, as far as it is there.
    bool sees_setting(const std::string& address) const {
        const std::vector<std::string> parts = address_parts(address);
        if (parts[0] == "agreement" || parts[0] == "words") {
            return true;
        }
        if (parts[0] == "draft") {
            return parts.size() > 1 && !hidden_drafts_.contains(parts[1]);
        }
        if (parts[0] == "said") {
            const auto element =
                parts.size() > 1 ? find_element(document_, "said", parts[1]) : std::nullopt;
            return element && elements_of(document_, "said")[*element].find("judgement") != nullptr;
        }
        const std::string entry = entry_of_address(before_, address);
        const auto next = taken_.lower_bound(entry);
        const bool is_taken = next != taken_.end() && covers(entry, *next);
        const auto below = taken_.lower_bound(entry + ".");
        const bool holds_taken = below != taken_.end() && covers(entry, *below);
        return sight_->sees_entry(entry) && !is_taken && !holds_taken;
    }

    void filter_settings() {
        for (Node& change : elements_of(document_, "change")) {
            if (Node* set = change.find("set")) {
                std::erase_if(set->members, [&](const Node::Member& setting) {
                    return !sees_setting(setting.key);
                });
            }
        }
        erase_elements("change", [](const Node& change) {
            const Node* set = change.find("set");
            return set == nullptr || set->members.empty();
        });
        for (Node& driver : elements_of(document_, "driver")) {
            if (Node* moves = driver.find("moves")) {
                std::erase_if(moves->members, [&](const Node::Member& move) {
                    // What a lever does to a fallback may be said before anybody knows that one.
                    return !move.key.starts_with("fallback.") && !sees_setting(move.key);
                });
            }
        }
    }

    /// An answer stays where all that it sets is seen, a question where two answers stay.
    void take_out_questions() {
        if (Node* questions = document_.find("alternative")) {
            for (Node::Member& question : questions->members) {
                std::erase_if(question.value.members, [&](const Node::Member& answer) {
                    return answer.value.kind == NodeKind::table && !sees_answer(answer.value);
                });
            }
        }
        const Ids gone = erase_members_of("alternative", [&](const Node::Member& question) {
            const auto answers = std::count_if(
                question.value.members.begin(), question.value.members.end(),
                [](const Node::Member& member) { return member.value.kind == NodeKind::table; });
            return !sight_->sees_question(question.key, question.value) || answers < 2;
        });
        for (Node& statement : elements_of(document_, "said")) {
            forget_names(statement, "alternative", gone);
        }
    }

    bool sees_answer(const Node& answer) const {
        return std::all_of(answer.members.begin(), answer.members.end(),
                           [&](const Node::Member& setting) { return sees_setting(setting.key); });
    }

    /// References to entries that are gone, and to those that only a change would have brought.
    void drop_references_to_nothing() {
        std::set<std::string> known;
        for (const EntryPlace& entry : entry_places(document_)) {
            known.insert(entry.address);
        }
        for (const Node& change : elements_of(document_, "change")) {
            for (const Node::Member& setting : change.find("set")->members) {
                known.insert(entry_of_address(before_, setting.key));
            }
        }
        const auto names_nothing = [&](const Node& address) {
            const std::string normal = normal_address(before_, address.text);
            const auto below = known.lower_bound(normal + ".");
            return !known.contains(normal) && (below == known.end() || !covers(normal, *below));
        };
        for (Node& statement : elements_of(document_, "said")) {
            for (const std::string_view key : {"supports", "suggests"}) {
                Node* addresses = statement.find(key);
                if (addresses != nullptr && addresses->kind == NodeKind::text &&
                    names_nothing(*addresses)) {
                    erase_member(statement, key);
                } else if (addresses != nullptr) {
                    std::erase_if(addresses->items, names_nothing);
                }
            }
        }
        erase_elements("entry", [&](const Node& remark) {
            const Node* at = remark.find("at");
            return at == nullptr || names_nothing(*at);
        });
        for (Node& driver : elements_of(document_, "driver")) {
            if (Node* moves = driver.find("moves")) {
                std::erase_if(moves->members, [&](const Node::Member& move) {
                    return !move.key.starts_with("fallback.") && names_nothing(text_node(move.key));
                });
            }
        }
    }

    Node before_;
    Node document_;
    std::optional<Sight> sight_; // of `before_`
    Ids numbered_;               // elements without id in the file
    Ids hidden_drafts_;
    Ids hidden_documents_;
    Ids taken_; // entries
};

/// At the head, so that whoever gets the file knows that it is not the whole.
void mark_as_part(Node& seen, const Audience& audience) {
    erase_member(seen, "view");
    const std::string who =
        audience.kind == VisibilityKind::party ? "party:" + audience.party : "public";
    const auto is_head = [](const Node::Member& member) {
        return member.key == "unbracket" || member.key == "title" || member.key == "as_of";
    };
    const auto place = std::find_if_not(seen.members.begin(), seen.members.end(), is_head);
    seen.members.insert(place, {"view", {}, text_node(who)});
}

bool is_valid(const Node& document, const std::optional<Date>& as_of) {
    return bind_case(document, as_of).ok();
}

/// Answers and dated changes can need entries that are gone in ways that only binding shows. Then
/// questions stay that can be asked, and the entries as they stood before all changes.
void drop_what_cannot_be_bound(Node& document, const std::optional<Date>& as_of) {
    if (is_valid(document, as_of)) {
        return;
    }
    Node without_questions = document;
    const Node* questions = document.find("alternative");
    const std::vector<Node::Member> asked =
        questions == nullptr ? std::vector<Node::Member>{} : questions->members;
    erase_member(without_questions, "alternative");
    for (Node& statement : elements_of(without_questions, "said")) {
        erase_member(statement, "alternative");
    }
    if (!is_valid(without_questions, as_of)) {
        erase_member(without_questions, "change");
        drop_dangling_references(document, without_questions);
    }
    document = std::move(without_questions);
    for (const Node::Member& question : asked) {
        Node with_question = document;
        if (with_question.find("alternative") == nullptr) {
            add_member(with_question, "alternative", table_node());
        }
        with_question.find("alternative")->members.push_back(question);
        if (is_valid(with_question, as_of)) {
            document = std::move(with_question);
        }
    }
}

} // namespace

Node visible_part(const Node& document, const Audience& audience,
                  const std::optional<Date>& as_of) {
    if (audience.kind == VisibilityKind::mediator) {
        return document;
    }
    Node seen = ViewEdit(document, audience, as_of).run();
    mark_as_part(seen, audience);
    forget_places(seen);
    drop_what_cannot_be_bound(seen, as_of);
    return seen;
}

} // namespace unbracket
