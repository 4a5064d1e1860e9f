#include "unbracket/robust/diff_records.hpp"

#include <array>
#include <map>

namespace unbracket {

namespace {

constexpr std::array<std::string_view, 5> sections = {"event", "driver", "deadline", "quantity",
                                                      "step"};

struct Record {
    std::string key; // what tells it apart within its section
    std::string id;
    std::string title;
    const Node* content = nullptr;
};

std::string text_of(const Node& record, std::string_view member) {
    const Node* found = record.find(member);
    return found == nullptr ? "" : found->text;
}

/// Records of a table have their key as id; those of a list may have an `id`.
std::vector<Record> records_of(const Node& document, std::string_view section) {
    std::vector<Record> records;
    const Node* all = document.find(section);
    if (all == nullptr) {
        return records;
    }
    for (const Node::Member& member : all->members) {
        records.push_back({member.key, member.key, text_of(member.value, "title"), &member.value});
    }
    std::map<std::string, int> seen;
    for (const Node& item : all->items) {
        const std::string id = text_of(item, "id"), title = text_of(item, "title");
        const std::string name = id.empty() ? "\"" + title : id;
        records.push_back({name + "\"" + std::to_string(seen[name]++), id, title, &item});
    }
    return records;
}

} // namespace

std::vector<RecordChange> diff_records(const Node& before, const Node& after) {
    std::vector<RecordChange> changes;
    for (const std::string_view section : sections) {
        const std::vector<Record> then = records_of(before, section);
        std::map<std::string, const Node*> left;
        for (const Record& record : then) {
            left.emplace(record.key, record.content);
        }
        for (const Record& record : records_of(after, section)) {
            const auto found = left.find(record.key);
            if (found == left.end()) {
                changes.push_back({ChangeKind::added, section, record.id, record.title});
                continue;
            }
            if (!found->second->same_content(*record.content)) {
                changes.push_back({ChangeKind::changed, section, record.id, record.title});
            }
            left.erase(found);
        }
        for (const Record& record : then) {
            if (left.contains(record.key)) {
                changes.push_back({ChangeKind::removed, section, record.id, record.title});
            }
        }
    }
    return changes;
}

} // namespace unbracket
