#include "unbracket/model/edit_entries.hpp"

#include "unbracket/model/edit_tree.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace unbracket {

namespace {

class EntryList {
public:
    explicit EntryList(const Node& document) : document_(document) {}

    std::vector<EntryPlace> list() {
        for (const Node::Member& root : document_.members) {
            if (root.key == "issue") {
                list_issues(root.value);
            } else if (root.key == "fallback" || root.key == "intent") {
                list_members({root.key}, root.value);
            } else if (root.key == "order" && root.value.find("weight") != nullptr) {
                list_members({"order", "weight"}, *root.value.find("weight"));
            } else if (root.key == "limit" || root.key == "rule" || root.key == "bonus" ||
                       root.key == "risk") {
                list_elements(root.key, root.value);
            }
        }
        return std::move(entries_);
    }

private:
    void list_issues(const Node& issues) {
        for (const Node::Member& issue : issues.members) {
            for (const Node::Member& part : issue.value.members) {
                std::vector<std::string> path; // filled step by step: GCC 12 misreads a list
                path.emplace_back("issue");
                path.push_back(issue.key);
                path.push_back(part.key);
                if (part.key == "weight" || part.key == "order") {
                    list_members(path, part.value);
                } else if (part.key == "stance" || part.key == "score" || part.key == "curve") {
                    list_tables(path, part.value);
                }
            }
        }
    }

    /// Every member is one entry, whatever its value.
    void list_members(std::vector<std::string> path, const Node& table) {
        path.emplace_back();
        for (const Node::Member& member : table.members) {
            path.back() = member.key;
            add(path);
        }
    }

    /// Every member is a table of entries, or an order, which is one entry.
    void list_tables(const std::vector<std::string>& path, const Node& table) {
        for (const Node::Member& member : table.members) {
            std::vector<std::string> own = path;
            own.push_back(member.key);
            if (member.value.kind == NodeKind::table) {
                list_members(own, member.value);
            } else {
                add(own);
            }
        }
    }

    void list_elements(const std::string& list, const Node& elements) {
        for (std::size_t i = 0; i < elements.items.size(); ++i) {
            entries_.push_back({list + "." + element_name(elements, i), {{list, {}}, {"", i}}});
        }
    }

    void add(const std::vector<std::string>& path) {
        EntryPlace entry;
        entry.address = normal_address(document_, joined_address(path));
        for (const std::string& key : path) {
            entry.steps.push_back({key, std::nullopt});
        }
        entries_.push_back(std::move(entry));
    }

    const Node& document_;
    std::vector<EntryPlace> entries_;
};

/// The addresses of a document for many questions: sorted, so that all that a prefix covers stands
/// together.
class AddressBook {
public:
    explicit AddressBook(const Node& document) : document_(document) {
        for (EntryPlace& entry : entry_places(document)) {
            addresses_.insert(std::move(entry.address));
        }
    }

    bool names(std::string_view address) const {
        const std::string normal = normal_address(document_, address);
        if (addresses_.count(normal) > 0) {
            return true;
        }
        const auto next = addresses_.lower_bound(normal + ".");
        return next != addresses_.end() && covers(normal, *next);
    }

    bool can_set(std::string_view address) const { return find_place(document_, address, {}).ok(); }

private:
    const Node& document_;
    std::set<std::string> addresses_;
};

void drop_settings(Node* settings, const AddressBook& before, const AddressBook& now) {
    if (settings == nullptr) {
        return;
    }
    std::erase_if(settings->members, [&](const Node::Member& setting) {
        return before.can_set(setting.key) && !now.can_set(setting.key);
    });
}

void drop_emptied_changes(Node& document, const AddressBook& before, const AddressBook& now) {
    Node* changes = document.find("change");
    if (changes == nullptr) {
        return;
    }
    std::erase_if(changes->items, [&](Node& change) {
        Node* settings = change.find("set");
        const bool had_settings = settings != nullptr && !settings->members.empty();
        drop_settings(settings, before, now);
        return had_settings && settings->members.empty();
    });
}

} // namespace

std::vector<EntryPlace> entry_places(const Node& document) {
    return EntryList(document).list();
}

std::string normal_address(const Node& document, std::string_view address) {
    const std::vector<std::string> parts = address_parts(address);
    if (parts.size() < 5 || parts[0] != "issue" || (parts[2] != "stance" && parts[2] != "score")) {
        return std::string(address);
    }
    const Node* issues = document.find("issue");
    const Node* issue = issues == nullptr ? nullptr : issues->find(parts[1]);
    const std::optional<std::string> option =
        issue == nullptr ? std::nullopt : find_option(*issue, joined_address(parts, 4));
    if (!option) {
        return std::string(address);
    }
    return joined_address({parts.begin(), parts.begin() + 4}) + "." + *option;
}

bool covers(std::string_view address, std::string_view entry) {
    return entry.substr(0, address.size()) == address &&
           (entry.size() == address.size() || entry[address.size()] == '.');
}

void drop_dangling_references(const Node& before, Node& after) {
    const AddressBook old_book(before);
    // References are taken out of a copy, so that the book's document stands still meanwhile.
    const Node settled = after;
    const AddressBook new_book(settled);
    const auto dangles = [&](std::string_view address) {
        return old_book.names(address) && !new_book.names(address);
    };
    for (Node& statement : elements_of(after, "said")) {
        for (const std::string_view key : {"supports", "suggests"}) {
            Node* addresses = statement.find(key);
            if (addresses == nullptr) {
                continue;
            }
            std::erase_if(addresses->items, [&](const Node& item) { return dangles(item.text); });
            if (addresses->kind == NodeKind::text && dangles(addresses->text)) {
                erase_member(statement, key);
            }
        }
    }
    if (Node* remarks = after.find("entry")) {
        std::erase_if(remarks->items, [&](const Node& remark) {
            const Node* at = remark.find("at");
            return at != nullptr && dangles(at->text);
        });
    }
    if (Node* alternatives = after.find("alternative")) {
        for (Node::Member& alternative : alternatives->members) {
            for (Node::Member& answer : alternative.value.members) {
                drop_settings(&answer.value, old_book, new_book);
            }
        }
    }
    drop_emptied_changes(after, old_book, new_book);
    for (Node& driver : elements_of(after, "driver")) {
        drop_settings(driver.find("moves"), old_book, new_book);
    }
}

} // namespace unbracket
