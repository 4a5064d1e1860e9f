#include "unbracket/robust/table_change.hpp"

#include "unbracket/model/bind.hpp"
#include "unbracket/model/case_words.hpp"
#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <optional>
#include <utility>

// Edits of the document that no address can name. A point that is left out never drops out of the
// mean of a party: its status quo counts, or nobody knows what it is worth.

namespace unbracket {

namespace {

Diagnostic unknown(const std::string& what, const std::string& id,
                   const std::vector<std::string>& known) {
    return {{}, "unknown " + what + " `" + id + "`", known_hint(id, known)};
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void set_member(Node& table, const std::string& key, Node value) {
    if (Node* known = table.find(key)) {
        *known = std::move(value);
    } else {
        add_member(table, key, std::move(value));
    }
}

class TableEdit {
public:
    explicit TableEdit(const LoadedCase& loaded)
        : case_(loaded.negotiation), document_(loaded.document) {}

    void apply(const TableChange& change) {
        switch (change.kind) {
        case TableChangeKind::role:
            return set_role(change.subject, change.names);
        case TableChangeKind::open:
            return open(change.subject);
        case TableChangeKind::leave_out:
            return leave_out(change.subject);
        case TableChangeKind::sign:
            return sign(change.names);
        }
    }

    Node& document() { return document_; }
    Diagnostics& problems() { return problems_; }

private:
    void set_role(const std::string& party, const std::vector<std::string>& roles) {
        if (!case_.find_party(party)) {
            problems_.push_back(unknown("party", party, keys_of(case_.parties)));
            return;
        }
        Node list = list_node({});
        for (const std::string& role : roles) {
            const std::vector<std::string> words(role_words.begin(), role_words.end());
            if (!holds(words, role)) {
                problems_.push_back(unknown("role", role, words));
            }
            list.items.push_back(text_node(role));
        }
        set_member(*document_.find("party")->find(party), "role", std::move(list));
        require(party, holds(roles, "signatory"));
    }

    /// Where the file names who is required.
    void require(const std::string& party, bool signs) {
        Node* agreement = document_.find("agreement");
        Node* required = agreement == nullptr ? nullptr : agreement->find("required");
        if (required == nullptr) {
            return;
        }
        if (required->kind != NodeKind::list) {
            *required = list_node({*required});
        }
        std::erase_if(required->items, [&](const Node& one) { return one.text == party; });
        if (signs) {
            required->items.push_back(text_node(party));
        }
    }

    const Issue* issue_named(const std::string& id) {
        const std::optional<IssueId> found = case_.find_issue(id);
        if (!found) {
            problems_.push_back(unknown("issue", id, keys_of(case_.issues)));
        }
        return found ? &case_.issue(*found) : nullptr;
    }

    /// As written in a case: exactly, in a form that it may have there.
    static Node exact_number(const Rational& number) {
        std::string text = number.to_fraction_text();
        const bool is_whole = text.find('/') == std::string::npos;
        return is_whole ? number_node(std::move(text)) : text_node(std::move(text));
    }

    static Node range_of(const Assessment& assessment) {
        std::optional<Interval> all;
        for (const std::optional<Rating>& score : assessment.scores) {
            const auto* own = score ? std::get_if<Interval>(&score->worth) : nullptr;
            if (own != nullptr) {
                all = all ? hull(*all, *own) : *own;
            }
        }
        const Interval range = all.value_or(Interval{});
        return list_node({exact_number(range.low), exact_number(range.high)});
    }

    void open(const std::string& id) {
        if (const Issue* issue = issue_named(id)) {
            open(*issue);
        }
    }

    void open(const Issue& issue) {
        Node& node = *document_.find("issue")->find(issue.key);
        for (const Assessment& assessment : issue.assessments) {
            const std::string& party = case_.party(assessment.party).key;
            Node* scores = node.find("score");
            Node* own = scores == nullptr ? nullptr : scores->find(party);
            if (own != nullptr && has_red_line(assessment)) {
                problems_.push_back(red_line_problem(issue, assessment.party));
                continue;
            }
            for (std::size_t i = 0; own != nullptr && i < own->members.size(); ++i) {
                own->members[i].value = range_of(assessment);
            }
            if (own == nullptr && !assessment.weight) {
                give_weight(node, party);
            }
        }
        for (const char* key : {"stance", "curve", "order"}) {
            erase_member(node, key);
        }
    }

    static bool has_red_line(const Assessment& assessment) {
        return std::any_of(assessment.scores.begin(), assessment.scores.end(),
                           [](const auto& score) { return score && score->is_red_line; });
    }

    /// What nobody is known to rate may be a red line, and there are no scores that say so: a range
    /// in its place would let an agreement look sure that is not.
    Diagnostic red_line_problem(const Issue& issue, PartyId party) const {
        return {{},
                "`" + issue.key + "` cannot be taken as open: " + case_.party(party).name +
                    " has scores on it and a red line, and no score says that an option may be one",
                issue.status_quo ? "leave it out, so that its status quo stays"
                                 : "give it a `status_quo` and leave it out, or enter the party's "
                                   "weights and stances"};
    }

    /// What holds of stances without a weight, written out, as the stances go.
    static void give_weight(Node& issue, const std::string& party) {
        if (issue.find("weight") == nullptr) {
            add_member(issue, "weight", table_node());
        }
        set_member(*issue.find("weight"), party, list_node({number_node("0"), number_node("40")}));
    }

    void leave_out(const std::string& id) {
        const Issue* issue = issue_named(id);
        if (issue == nullptr) {
            return;
        }
        if (issue->status_quo) {
            keep_status_quo(*issue);
        } else {
            open(*issue);
        }
    }

    /// The id, with a number behind it where the file has a rule of that name.
    std::string free_rule_id(const std::string& wanted) const {
        std::string id = wanted;
        for (int number = 2; case_.find_entry("rule." + id); ++number) {
            id = wanted + "-" + std::to_string(number);
        }
        return id;
    }

    void keep_status_quo(const Issue& issue) {
        Node others = list_node({});
        for (std::size_t i = 0; i < issue.options.size(); ++i) {
            const std::string& key = issue.options[i].key;
            if (OptionId(i) != *issue.status_quo) {
                others.items.push_back(issue.range ? number_node(key) : text_node(key));
            }
        }
        if (others.items.empty() || holds(left_out_, issue.key)) {
            return;
        }
        left_out_.push_back(issue.key);
        Node forbidden = table_node();
        add_member(forbidden, issue.key, std::move(others));
        Node rule = table_node();
        add_member(rule, "id", text_node(free_rule_id("left-out-" + issue.key)));
        add_member(rule, "title", text_node("Left out: the status quo stays"));
        add_member(rule, "forbid", std::move(forbidden));
        if (document_.find("rule") == nullptr) {
            add_member(document_, "rule", list_node({}));
        }
        document_.find("rule")->items.push_back(std::move(rule));
    }

    void sign(const std::vector<std::string>& documents) {
        const std::vector<std::string> known = keys_of(case_.documents);
        for (const std::string& document : documents) {
            if (!holds(known, document)) {
                problems_.push_back(unknown("document", document, known));
            }
        }
        for (const Issue& issue : case_.issues) {
            const bool is_elsewhere =
                issue.document && !holds(documents, known[as_index(*issue.document)]);
            if (is_elsewhere) {
                leave_out(issue.key);
            }
        }
    }

    const Case& case_;
    Node document_;
    std::vector<std::string> left_out_; // issues whose status quo stays
    Diagnostics problems_;
};

} // namespace

Result<LoadedCase> with_table_changes(const LoadedCase& loaded,
                                      const std::vector<TableChange>& changes) {
    TableEdit edit(loaded);
    for (const TableChange& change : changes) {
        edit.apply(change);
    }
    if (!edit.problems().empty()) {
        return std::move(edit.problems());
    }
    drop_dangling_references(loaded.document, edit.document());
    Result<Case> bound = bind_effective(edit.document(), loaded.as_of);
    if (!bound) {
        return bound.problems();
    }
    return LoadedCase{std::move(edit.document()), loaded.as_of, std::move(bound).value()};
}

} // namespace unbracket
