#include "unbracket/model/edit_later.hpp"

#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_forget.hpp"
#include "unbracket/model/edit_ids.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

// What would this file say if it had been written on that day? What has a day of its own goes by
// it; what has none goes with the statements it is known from, where all of these are later. So no
// command has to ask of anything it reads whether it was known yet.

namespace unbracket {

namespace {

using Ids = std::set<std::string>;

class Hindsight {
public:
    Hindsight(const Node& document, const Date& day)
        : before_(document), document_(document), day_(day) {}

    std::optional<Node> taken_out() {
        find_drafts();
        find_statements();
        drop_drafts();
        drop_statements(document_, statements_);
        drop_talks();
        drop_claims();
        drop_periods(document_.find("fallback"));
        drop_answers();
        drop_sources();
        drop_emptied();
        if (document_.same_content(before_)) {
            return std::nullopt;
        }
        drop_dangling_references(before_, document_);
        return std::move(document_);
    }

private:
    bool is_later(const Node& table, std::string_view key) const {
        const std::optional<Date> date = date_of(table, key);
        return date && *date > day_;
    }

    /// A draft made from a later one is later, whether it has a date or not.
    void find_drafts() {
        const Node* drafts = before_.find("draft");
        for (bool grows = drafts != nullptr; grows;) {
            grows = false;
            for (const Node::Member& draft : drafts->members) {
                const Node* from = draft.value.find("from");
                const bool goes = is_later(draft.value, "date") ||
                                  (from != nullptr && drafts_.count(from->text) > 0);
                grows |= goes && drafts_.insert(draft.key).second;
            }
        }
    }

    void find_statements() {
        const Node* said = before_.find("said");
        for (std::size_t i = 0; said != nullptr && i < said->items.size(); ++i) {
            if (is_later(said->items[i], "date")) {
                statements_.insert(element_name(*said, i));
            }
        }
    }

    /// Forgets later statements; true where there were no others.
    bool forget_said(Node& table) const { return forget(table, "said", statements_); }

    static bool forget(Node& table, std::string_view key, const Ids& ids) {
        const bool names_none = forget_names(table, key, ids);
        if (names_none) {
            erase_member(table, key);
        }
        return names_none;
    }

    void drop_drafts() {
        if (Node* drafts = document_.find("draft")) {
            std::erase_if(drafts->members,
                          [&](const Node::Member& draft) { return drafts_.count(draft.key) > 0; });
            for (Node::Member& draft : drafts->members) {
                forget_said(draft.value);
            }
        }
        if (Node* texts = document_.find("document")) {
            for (Node::Member& text : texts->members) {
                forget_said(text.value);
                forget(text.value, "draft", drafts_);
            }
        }
        drop_judgements_of(document_, drafts_);
    }

    /// Whether that event is known only later: held on a later day, or told by later statements
    /// alone and of no day that was over.
    bool is_event_of_later(Node& event) const {
        const Node* status = event.find("status");
        const bool is_held = status == nullptr || status->text == "held";
        const std::optional<Date> date = date_of(event, "date");
        const bool is_over = is_held && date && *date <= day_;
        const bool has_no_voice = forget_said(event);
        return (is_held && date && *date > day_) || (has_no_voice && !is_over);
    }

    void trim_event(Node& event) const {
        forget(event, "drafts", drafts_);
        if (Node* informed = event.find("informed")) {
            std::erase_if(informed->members, [&](const Node::Member& party) {
                const std::optional<Date> date = parse_date(party.value.text);
                return date && *date > day_;
            });
            if (informed->kind == NodeKind::table && informed->members.empty()) {
                erase_member(event, "informed");
            }
        }
    }

    template <class IsLater>
    void drop_from(std::string_view list, IsLater is_later_one) {
        Node* elements = document_.find(list);
        if (elements == nullptr) {
            return;
        }
        std::erase_if(elements->items, is_later_one);
    }

    void drop_talks() {
        drop_from("change", [&](Node& change) {
            forget_said(change);
            return is_later(change, "date");
        });
        drop_from("driver", [&](Node& driver) {
            const bool has_no_voice = forget_said(driver);
            return is_later(driver, "from") || (has_no_voice && driver.find("from") == nullptr);
        });
        drop_from("event", [&](Node& event) { return is_event_of_later(event); });
        for (Node& event : elements_of(document_, "event")) {
            trim_event(event);
        }
        for (const char* list : {"step", "deadline", "ratify"}) {
            drop_from(list, [&](Node& element) { return forget_said(element); });
        }
    }

    void drop_claims() {
        Node* quantities = document_.find("quantity");
        if (quantities == nullptr) {
            return;
        }
        drop_claims_of(document_, statements_);
        std::erase_if(quantities->members, [&](Node::Member& quantity) {
            Node* claims = quantity.value.find("claims");
            if (claims == nullptr) {
                return false;
            }
            std::erase_if(claims->items,
                          [&](const Node& claim) { return is_later(claim, "from"); });
            const Node* before = before_.find("quantity")->find(quantity.key)->find("claims");
            return claims->items.empty() && !before->items.empty();
        });
    }

    bool is_later_period(const Node& period) const {
        const Node* draft = period.find("draft");
        return is_later(period, "from") || (draft != nullptr && drafts_.count(draft->text) > 0);
    }

    /// Takes later periods out; true where there were no others.
    bool has_later_periods_only(Node& fallback) const {
        const auto dropped = std::erase_if(
            fallback.items, [&](const Node& period) { return is_later_period(period); });
        return fallback.kind == NodeKind::list ? dropped > 0 && fallback.items.empty()
                                               : is_later_period(fallback);
    }

    void drop_periods(Node* fallbacks) {
        if (fallbacks == nullptr) {
            return;
        }
        std::erase_if(fallbacks->members, [&](Node::Member& fallback) {
            return has_later_periods_only(fallback.value);
        });
    }

    /// What an answer would set to later values is not set.
    void drop_answers() {
        Node* alternatives = document_.find("alternative");
        for (std::size_t i = 0; alternatives != nullptr && i < alternatives->members.size(); ++i) {
            for (Node::Member& answer : alternatives->members[i].value.members) {
                std::erase_if(answer.value.members, [&](Node::Member& setting) {
                    return setting.key.starts_with("fallback.") &&
                           has_later_periods_only(setting.value);
                });
            }
        }
    }

    void drop_sources() {
        Node* sources = document_.find("source");
        if (sources == nullptr) {
            return;
        }
        Ids named;
        for (const Node& statement : elements_of(document_, "said")) {
            const Node* source = statement.find("source");
            named.insert(source == nullptr ? std::string() : source->text);
        }
        std::erase_if(sources->members, [&](const Node::Member& source) {
            return is_later(source.value, "date") && named.count(source.key) == 0;
        });
    }

    /// A section that holds nothing any more would still tell that there is something to come.
    void drop_emptied() {
        std::erase_if(document_.members, [&](const Node::Member& section) {
            const Node* before = before_.find(section.key);
            const bool is_empty = section.value.items.empty() && section.value.members.empty();
            return is_empty && !(before->items.empty() && before->members.empty());
        });
    }

    const Node& before_;
    Node document_;
    const Date day_;
    Ids drafts_;
    Ids statements_;
};

} // namespace

std::optional<Node> without_later(const Node& document, const Date& day) {
    return Hindsight(document, day).taken_out();
}

} // namespace unbracket
