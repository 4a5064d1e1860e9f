#include "unbracket/model/edit_ids.hpp"

#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <algorithm>
#include <array>
#include <utility>

// The map of where a case file names what. A new section or key that names something is added here,
// and renaming then knows it.

namespace unbracket {

namespace {

using Parts = std::vector<std::string>;

class IdWalk {
public:
    IdWalk(Node& document, const IdVisitor& visitor) : document_(document), visitor_(visitor) {}

    void walk() {
        for (const auto& [section, kind] : std::array<std::pair<const char*, NamedKind>, 3>{
                 {{"party", NamedKind::party},
                  {"source", NamedKind::source},
                  {"document", NamedKind::document}}}) {
            keys(kind, document_.find(section));
        }
        each_member("person", [&](Node& person) { names(NamedKind::party, person.find("party")); });
        keys(NamedKind::person, document_.find("person"));
        if (Node* agreement = document_.find("agreement")) {
            names(NamedKind::party, agreement->find("required"));
        }
        walk_issues();
        each_member("fallback", [&](Node& fallback) { fallback_value(fallback); });
        keys(NamedKind::party, document_.find("fallback"));
        keys(NamedKind::party, document_.find("intent"));
        keys(NamedKind::party, document_.find("accepts_less"));
        if (Node* orders = document_.find("order")) {
            walk_weight_orders(orders->find("weight"));
        }
        walk_constraints();
        walk_drafts();
        walk_statements();
        walk_edits();
        walk_records();
        walk_visibilities();
    }

private:
    void visit(NamedKind kind, std::string& id, std::string_view issue = {}) {
        visitor_({kind, issue, id});
    }

    /// An id or a list of ids.
    void names(NamedKind kind, Node* node, std::string_view issue = {}) {
        if (node == nullptr) {
            return;
        }
        if (node->kind == NodeKind::text || node->kind == NodeKind::number) {
            visit(kind, node->text, issue);
        }
        for (Node& item : node->items) {
            names(kind, &item, issue);
        }
    }

    void keys(NamedKind kind, Node* table, std::string_view issue = {}) {
        if (table == nullptr) {
            return;
        }
        for (Node::Member& member : table->members) {
            visit(kind, member.key, issue);
        }
    }

    template <class Visit>
    void each_member(std::string_view section, const Visit& visit_value) {
        if (Node* table = document_.find(section)) {
            for (Node::Member& member : table->members) {
                visit_value(member.value);
            }
        }
    }

    void order_text(Node& node, NamedKind kind, std::string_view issue = {}) {
        if (node.kind == NodeKind::text) {
            visit_ids_of_order(node.text, kind, issue, visitor_);
        }
    }

    /// Keys are issues, values options of them: a condition, or what a draft sets.
    void condition(Node* table) {
        if (table == nullptr) {
            return;
        }
        for (Node::Member& member : table->members) {
            names(NamedKind::option, &member.value, member.key);
        }
        keys(NamedKind::issue, table);
    }

    void addresses(Node* node) {
        if (node == nullptr) {
            return;
        }
        if (node->kind == NodeKind::text) {
            visit_ids_of_address(node->text, visitor_);
        }
        for (Node& item : node->items) {
            addresses(&item);
        }
    }

    void visibility(Node* node) {
        constexpr std::string_view prefix = "party:";
        if (node != nullptr && node->text.compare(0, prefix.size(), prefix) == 0) {
            std::string party = node->text.substr(prefix.size());
            visit(NamedKind::party, party);
            node->text = std::string(prefix) + party;
        }
    }

    void walk_issues() {
        Node* issues = document_.find("issue");
        if (issues == nullptr) {
            return;
        }
        for (Node::Member& member : issues->members) {
            walk_issue(member.value, member.key);
        }
        keys(NamedKind::issue, issues);
    }

    void walk_issue(Node& issue, const std::string& key) {
        names(NamedKind::document, issue.find("document"));
        names(NamedKind::party, issue.find("between"));
        names(NamedKind::option, issue.find("status_quo"), key);
        names(NamedKind::option, issue.find("option"), key);
        keys(NamedKind::option, issue.find("option"), key);
        if (Node* options = issue.find("option")) {
            for (Node::Member& option : options->members) {
                names(NamedKind::option, option.value.find("wording_of"), key);
            }
        }
        for (const std::string_view part : {"weight", "stance", "score", "curve", "order"}) {
            Node* table = issue.find(part);
            if (table == nullptr) {
                continue;
            }
            for (Node::Member& party : table->members) {
                assessment(part, party.value, key);
            }
            keys(NamedKind::party, table);
        }
    }

    /// What one party has on one issue: ratings of options, or an order of them.
    void assessment(std::string_view part, Node& value, std::string_view issue) {
        if (part == "stance" || part == "score") {
            keys(NamedKind::option, &value, issue);
        }
        if (part == "stance" || part == "order") {
            order_text(value, NamedKind::option, issue);
        }
    }

    void fallback_value(Node& value) {
        names(NamedKind::draft, value.find("draft"));
        for (Node& period : value.items) {
            fallback_value(period);
        }
    }

    void walk_weight_orders(Node* orders) {
        if (orders == nullptr) {
            return;
        }
        for (Node::Member& party : orders->members) {
            order_text(party.value, NamedKind::issue);
        }
        keys(NamedKind::party, orders);
    }

    void walk_constraints() {
        for (const auto& [list, kind] :
             std::array<std::pair<const char*, NamedKind>, 4>{{{"rule", NamedKind::rule},
                                                               {"limit", NamedKind::limit},
                                                               {"bonus", NamedKind::bonus},
                                                               {"risk", NamedKind::risk}}}) {
            for (Node& element : elements_of(document_, list)) {
                names(kind, element.find("id"));
                names(NamedKind::party, element.find("party"));
                for (const char* key :
                     {"if", "then", "forbid", "needs", "never", "when", "option"}) {
                    condition(element.find(key));
                }
                conditions(element.find("of"));
            }
        }
    }

    void conditions(Node* list) {
        if (list != nullptr) {
            for (Node& item : list->items) {
                condition(&item);
            }
        }
    }

    void walk_drafts() {
        each_member("draft", [&](Node& draft) {
            names(NamedKind::party, draft.find("by"));
            names(NamedKind::draft, draft.find("from"));
            names(NamedKind::statement, draft.find("said"));
            condition(draft.find("set"));
            keys(NamedKind::issue, draft.find("text"));
            keys(NamedKind::issue, draft.find("point"));
        });
        keys(NamedKind::draft, document_.find("draft"));
    }

    void walk_statements() {
        for (Node& said : elements_of(document_, "said")) {
            for (const char* key :
                 {"id", "relays", "same_as", "contradicts", "supersedes", "differs"}) {
                names(NamedKind::statement, said.find(key));
            }
            names(NamedKind::person, said.find("person"));
            names(NamedKind::party, said.find("speaks_for"));
            names(NamedKind::party, said.find("about"));
            names(NamedKind::source, said.find("source"));
            names(NamedKind::issue, said.find("points"));
            names(NamedKind::alternative, said.find("alternative"));
            addresses(said.find("supports"));
            addresses(said.find("suggests"));
            judgements(said.find("judgement"));
        }
        for (Node& remark : elements_of(document_, "entry")) {
            addresses(remark.find("at"));
        }
    }

    void judgements(Node* table) {
        if (table == nullptr) {
            return;
        }
        for (Node::Member& party : table->members) {
            judgement_texts(party.value);
        }
        keys(NamedKind::party, table);
    }

    void judgement_texts(Node& node) {
        if (node.kind == NodeKind::text) {
            visit_ids_of_judgement(node.text, visitor_);
        }
        for (Node& item : node.items) {
            judgement_texts(item);
        }
    }

    void walk_edits() {
        for (Node& change : elements_of(document_, "change")) {
            names(NamedKind::statement, change.find("said"));
            settings(change.find("set"));
        }
        each_member("alternative", [&](Node& alternative) {
            for (Node::Member& answer : alternative.members) {
                settings(&answer.value);
            }
        });
        keys(NamedKind::alternative, document_.find("alternative"));
        for (Node& driver : elements_of(document_, "driver")) {
            settings(driver.find("moves"));
        }
    }

    void settings(Node* table) {
        if (table == nullptr) {
            return;
        }
        for (Node::Member& setting : table->members) {
            setting_value(address_parts(setting.key), setting.value);
            visit_ids_of_address(setting.key, visitor_);
        }
    }

    void setting_value(const Parts& parts, Node& value) {
        const std::string& root = parts[0];
        if (root == "issue" && parts.size() == 4) {
            assessment(parts[2], value, parts[1]);
        } else if (root == "fallback") {
            fallback_value(value);
        } else if (root == "draft" && parts.size() == 4) {
            names(NamedKind::option, &value, parts[3]);
        } else if (root == "agreement") {
            names(NamedKind::party, &value);
        } else if (root == "order") {
            order_text(value, NamedKind::issue);
        } else if (parts.size() == 3 && parts[2] == "party") {
            names(NamedKind::party, &value);
        } else if (parts.size() == 3) {
            condition(&value);
            conditions(&value);
        } else if (parts.size() == 4) {
            names(NamedKind::option, &value, parts[3]);
        }
    }

    void walk_visibilities() {
        for (const char* list :
             {"said", "entry", "change", "driver", "event", "step", "deadline", "ratify"}) {
            for (Node& element : elements_of(document_, list)) {
                visibility(element.find("visibility"));
            }
        }
        for (const char* section : {"draft", "document", "quantity", "alternative"}) {
            each_member(section, [&](Node& thing) { visibility(thing.find("visibility")); });
        }
    }

    void walk_records() {
        each_member("point",
                    [&](Node& point) { names(NamedKind::document, point.find("document")); });
        each_member("document", [&](Node& document) {
            names(NamedKind::draft, document.find("draft"));
            names(NamedKind::statement, document.find("said"));
        });
        for (Node& package : elements_of(document_, "package")) {
            Node* sign = package.find("sign");
            if (sign != nullptr && sign->kind == NodeKind::list) {
                names(NamedKind::document, sign);
            }
        }
        each_member("quantity", [&](Node& quantity) {
            names(NamedKind::issue, quantity.find("issue"));
            if (Node* claims = quantity.find("claims")) {
                for (Node& claim : claims->items) {
                    names(NamedKind::statement, claim.find("said"));
                }
            }
        });
        for (const char* list : {"driver", "event", "step", "deadline", "ratify"}) {
            for (Node& element : elements_of(document_, list)) {
                walk_record(element);
            }
        }
    }

    void walk_record(Node& record) {
        for (const char* key :
             {"by", "through", "on", "present", "uninformed", "demanded_by", "party"}) {
            names(NamedKind::party, record.find(key));
        }
        keys(NamedKind::party, record.find("informed"));
        names(NamedKind::statement, record.find("said"));
        names(NamedKind::draft, record.find("drafts"));
        names(NamedKind::document, record.find("documents"));
        for (const char* key : {"first", "then", "when"}) {
            condition(record.find(key));
        }
        if (Node* people = record.find("people")) {
            names(NamedKind::person, people->find("joined"));
            names(NamedKind::person, people->find("missing"));
        }
    }

    Node& document_;
    const IdVisitor& visitor_;
};

} // namespace

void visit_ids(Node& document, const IdVisitor& visitor) {
    IdWalk(document, visitor).walk();
}

} // namespace unbracket
