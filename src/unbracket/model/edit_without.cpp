#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_forget.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

// What would this file say if some of the voices were not heard? A statement goes together with
// everything that rests on it and on nothing else: entries, dated changes, levers, events, steps,
// deadlines and claims about quantities. What never had a statement is the analyst's own and stays,
// and so do drafts and documents, which other things refer to.

namespace unbracket {

namespace {

constexpr std::array<std::string_view, 5> attributions = {"named", "official", "anonymous",
                                                          "expert", "narrator"};

/// The statements that a list of selectors names.
class Selection {
public:
    explicit Selection(const Node& document) : document_(document) {}

    void add(std::string_view selector) {
        const std::string text(selector);
        if (selector == "source:" || selector == "speaker:") {
            problems_.push_back({{"--without", 0, 0},
                                 "`" + text + "` names nothing",
                                 "write " + text + (selector == "source:" ? "ID" : "PARTY")});
        } else if (selector.substr(0, 7) == "source:") {
            add_where("source", "source", text.substr(7));
        } else if (selector.substr(0, 8) == "speaker:") {
            add_where("party", "party", text.substr(8));
        } else if (!add_statement(text) && !add_attribution(text)) {
            refuse("unknown statement `" + text + "`", text, statement_ids());
        }
    }

    const std::set<std::string>& statements() const { return statements_; }
    Diagnostics& problems() { return problems_; }

private:
    std::vector<std::string> statement_ids() const {
        std::vector<std::string> ids(attributions.begin(), attributions.end());
        for (const Node& statement : elements_of(document_, "said")) {
            ids.push_back(text_of(statement, "id"));
        }
        return ids;
    }

    bool add_statement(const std::string& id) {
        const bool is_there = find_element(document_, "said", id).has_value();
        if (is_there) {
            statements_.insert(id);
        }
        return is_there;
    }

    bool add_attribution(const std::string& attribution) {
        if (std::find(attributions.begin(), attributions.end(), attribution) ==
            attributions.end()) {
            return false;
        }
        add_if([&](const Node& statement) {
            const std::string own = text_of(statement, "attribution");
            const bool has_person = statement.find("person") != nullptr;
            const std::string_view unmarked = has_person ? "named" : "anonymous";
            return own.empty() ? attribution == unmarked : own == attribution;
        });
        return true;
    }

    /// All statements of a source or of those who speak for a party.
    void add_where(std::string_view table, std::string_view what, const std::string& id) {
        const bool any = add_if([&](const Node& statement) {
            return (table == "source" ? text_of(statement, "source") : speaks_for(statement)) == id;
        });
        const Node* known = document_.find(table);
        if (any || (known != nullptr && known->find(id) != nullptr)) {
            return;
        }
        refuse("unknown " + std::string(what) + " `" + id + "`", id, member_keys(known));
    }

    std::string speaks_for(const Node& statement) const {
        if (const Node* party = statement.find("speaks_for")) {
            return party->text;
        }
        const Node* persons = document_.find("person");
        const Node* person =
            persons == nullptr ? nullptr : persons->find(text_of(statement, "person"));
        const Node* speaks = person == nullptr ? nullptr : person->find("speaks");
        return speaks != nullptr && speaks->flag ? text_of(*person, "party") : std::string();
    }

    template <class Condition>
    bool add_if(const Condition& holds) {
        bool any = false;
        const auto& said = elements_of(document_, "said");
        for (std::size_t i = 0; i < said.size(); ++i) {
            if (holds(said[i])) {
                statements_.insert(element_name(*document_.find("said"), i));
                any = true;
            }
        }
        return any;
    }

    void refuse(std::string what, const std::string& wanted, const std::vector<std::string>& ids) {
        const std::optional<std::string> nearest = nearest_spelling(wanted, ids);
        problems_.push_back({{"--without", 0, 0},
                             std::move(what),
                             nearest ? "did you mean `" + *nearest + "`?"
                                     : "name a statement, an attribution, source:ID or "
                                       "speaker:PARTY"});
    }

    const Node& document_;
    std::set<std::string> statements_;
    Diagnostics problems_;
};

class Removal {
public:
    Removal(const Node& document, const std::set<std::string>& dropped)
        : before_(document), document_(document), dropped_(dropped) {}

    Node run() {
        take_out_entries();
        drop_statements(document_, dropped_);
        for (const char* list : {"change", "driver", "event", "step", "deadline", "ratify"}) {
            drop_what_rests_on_them(list);
        }
        for (const char* table : {"draft", "document"}) {
            forget_in_members(table);
        }
        drop_claims_of(document_, dropped_);
        drop_dangling_references(before_, document_);
        return std::move(document_);
    }

private:
    /// Entries with statements under them, all of which go; from the last to the first, so that
    /// positions in lists stay right meanwhile.
    void take_out_entries() {
        const std::vector<Support> supports = all_supports();
        std::vector<EntryPlace> entries = entry_places(before_);
        std::reverse(entries.begin(), entries.end());
        for (const EntryPlace& entry : entries) {
            bool any_goes = false;
            bool any_stays = false;
            for (const Support& support : supports) {
                if (covers(support.address, entry.address)) {
                    (support.goes ? any_goes : any_stays) = true;
                }
            }
            if (any_goes && !any_stays) {
                take_out(document_, entry.steps);
            }
        }
    }

    struct Support {
        std::string address;
        bool goes;
    };

    std::vector<Support> all_supports() const {
        std::vector<Support> supports;
        const auto& said = elements_of(before_, "said");
        for (std::size_t i = 0; i < said.size(); ++i) {
            for (const std::string_view key : {"supports", "suggests"}) {
                const Node* addresses = said[i].find(key);
                if (addresses == nullptr) {
                    continue;
                }
                const bool is_one = addresses->kind != NodeKind::list;
                for (const Node& address :
                     is_one ? std::span(addresses, 1) : std::span<const Node>(addresses->items)) {
                    supports.push_back({normal_address(before_, address.text), is_dropped(i)});
                }
            }
        }
        return supports;
    }

    bool is_dropped(std::size_t i) const {
        return dropped_.count(element_name(*before_.find("said"), i)) > 0;
    }

    void drop_what_rests_on_them(std::string_view list) {
        if (Node* elements = document_.find(list)) {
            std::erase_if(elements->items,
                          [&](Node& element) { return forget_names(element, "said", dropped_); });
        }
    }

    void forget_in_members(std::string_view section) {
        if (Node* table = document_.find(section)) {
            for (Node::Member& member : table->members) {
                forget_names(member.value, "said", dropped_);
            }
        }
    }

    const Node& before_;
    Node document_;
    const std::set<std::string>& dropped_;
};

} // namespace

Result<Node> without_statements(const Node& document, const std::vector<std::string>& selectors) {
    Selection selection(document);
    for (const std::string& selector : selectors) {
        selection.add(selector);
    }
    if (!selection.problems().empty()) {
        return std::move(selection.problems());
    }
    return Removal(document, selection.statements()).run();
}

} // namespace unbracket
