#include "unbracket/model/edit_basis.hpp"

#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unbracket {

namespace {

using Values = std::map<std::string, std::string>;

/// Members of a rule, limit, bonus or risk that name or describe it and are no part of its value.
constexpr std::array<std::string_view, 4> descriptions = {"id", "title", "firmness", "since"};

/// What [[entry]] says of a value and not of the entry.
constexpr std::array<std::string_view, 3> said_of_values = {"basis", "entered_by", "checked_by"};

/// Each entry with the canonical text of its value.
Values values_of(const Node& document) {
    Values values;
    for (const EntryPlace& place : entry_places(document)) {
        Node value = *node_at(document, place.steps);
        if (place.steps.back().element) {
            for (const std::string_view key : descriptions) {
                erase_member(value, key);
            }
        }
        values.emplace(place.address, canonical_text(value));
    }
    return values;
}

/// The entries that an address covers stand together in the order of their addresses, but for
/// others in between that only begin alike.
std::vector<std::string> covered_by(const Values& values, const std::string& address) {
    std::vector<std::string> covered;
    for (auto next = values.lower_bound(address);
         next != values.end() && next->first.starts_with(address); ++next) {
        if (covers(address, next->first)) {
            covered.push_back(next->first);
        }
    }
    return covered;
}

const Node* element_with(const Node* document, std::string_view list, std::string_view key,
                         const Node& element) {
    const Node* id = element.find(key);
    if (document == nullptr || id == nullptr) {
        return nullptr;
    }
    for (const Node& each : elements_of(*document, list)) {
        const Node* own_id = each.find(key);
        if (own_id != nullptr && own_id->text == id->text) {
            return &each;
        }
    }
    return nullptr;
}

std::set<std::string> changed(const Values& before, const Values& after) {
    std::set<std::string> changed;
    for (const auto& [address, value] : after) {
        const auto old = before.find(address);
        if (old == before.end() || old->second != value) {
            changed.insert(address);
        }
    }
    return changed;
}

class BasisEdit {
public:
    BasisEdit(const Node& before, Node& after, const Node* own_words)
        : document_(after), own_words_(own_words), before_(values_of(before)),
          after_(values_of(after)), changed_(changed(before_, after_)) {}

    void apply() {
        if (changed_.empty()) {
            return;
        }
        for (Node& statement : elements_of(document_, "said")) {
            for (const std::string_view key : {"supports", "suggests"}) {
                narrow(statement, key);
            }
        }
        narrow_remarks();
    }

private:
    /// The entries of an address that are to be told apart; empty where it may stay as it is.
    std::vector<std::string> entries_to_part(const std::string& text) const {
        const std::string address = normal_address(document_, text);
        std::vector<std::string> now = covered_by(after_, address);
        const bool is_touched = std::any_of(
            now.begin(), now.end(), [&](const std::string& entry) { return is_changed(entry); });
        const bool was_there = is_touched && !covered_by(before_, address).empty();
        return was_there ? now : std::vector<std::string>{};
    }

    bool is_changed(const std::string& entry) const { return changed_.contains(entry); }

    void narrow(Node& statement, std::string_view key) {
        Node* list = statement.find(key);
        const Node* own = element_with(own_words_, "said", "id", statement);
        if (list == nullptr || (own != nullptr && own->find(key) != nullptr)) {
            return;
        }
        const std::vector<Node> items =
            list->kind == NodeKind::text ? std::vector<Node>{*list} : list->items;
        std::vector<Node> kept;
        bool has_changed = false;
        for (const Node& item : items) {
            const std::vector<std::string> parted = entries_to_part(item.text);
            has_changed = has_changed || !parted.empty();
            if (parted.empty()) {
                kept.push_back(item);
            }
            for (const std::string& entry : parted) {
                if (!is_changed(entry)) {
                    kept.push_back(text_node(entry, item.at));
                }
            }
        }
        if (has_changed && kept.empty()) {
            erase_member(statement, key);
        } else if (has_changed) {
            *list = list_node(std::move(kept), list->at);
        }
    }

    void narrow_remarks() {
        Node* remarks = document_.find("entry");
        if (remarks == nullptr) {
            return;
        }
        std::vector<Node> kept;
        for (const Node& remark : remarks->items) {
            const Node* at = remark.find("at");
            const std::vector<std::string> parted = at == nullptr || said_of_old(remark).empty()
                                                        ? std::vector<std::string>{}
                                                        : entries_to_part(at->text);
            if (parted.empty()) {
                kept.push_back(remark);
            }
            for (const std::string& entry : parted) {
                add_parted(*remarks, remark, entry, kept);
            }
        }
        remarks->items = std::move(kept);
        if (remarks->items.empty()) {
            erase_member(document_, "entry");
        }
    }

    /// The keys of a remark that go with an old value: those the layer does not give anew.
    std::vector<std::string_view> said_of_old(const Node& remark) const {
        const Node* own = element_with(own_words_, "entry", "at", remark);
        std::vector<std::string_view> keys;
        for (const std::string_view key : said_of_values) {
            const bool is_own = own != nullptr && own->find(key) != nullptr;
            if (remark.find(key) != nullptr && !is_own) {
                keys.push_back(key);
            }
        }
        return keys;
    }

    /// A remark on one entry of those that `remark` spoke of, unless another speaks of it alone.
    void add_parted(const Node& remarks, const Node& remark, const std::string& entry,
                    std::vector<Node>& kept) const {
        Node copy = remark;
        Node& at = *copy.find("at");
        const bool is_alone = normal_address(document_, at.text) == entry;
        const bool has_its_own =
            std::any_of(remarks.items.begin(), remarks.items.end(), [&](const Node& other) {
                const Node* other_at = other.find("at");
                return other_at != nullptr && normal_address(document_, other_at->text) == entry;
            });
        if (!is_alone && has_its_own) {
            return;
        }
        at.text = is_alone ? at.text : entry;
        if (is_changed(entry)) {
            for (const std::string_view key : said_of_old(remark)) {
                erase_member(copy, key);
            }
        }
        if (copy.members.size() > 1) {
            kept.push_back(std::move(copy));
        }
    }

    Node& document_;
    const Node* own_words_;
    Values before_;
    Values after_;
    std::set<std::string> changed_;
};

} // namespace

std::set<std::string> changed_entries(const Node& before, const Node& after) {
    return changed(values_of(before), values_of(after));
}

void drop_basis_of_changed_values(const Node& before, Node& after, const Node* own_words) {
    BasisEdit(before, after, own_words).apply();
}

} // namespace unbracket
