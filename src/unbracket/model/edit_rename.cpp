#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_ids.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/id_text.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace unbracket {

namespace {

struct Section {
    std::string_view key;
    NamedKind kind;
    bool is_list; // [[key]] with `id`, otherwise [key.ID]
};

constexpr std::array<Section, 12> sections = {{
    {"party", NamedKind::party, false},
    {"person", NamedKind::person, false},
    {"source", NamedKind::source, false},
    {"document", NamedKind::document, false},
    {"issue", NamedKind::issue, false},
    {"draft", NamedKind::draft, false},
    {"alternative", NamedKind::alternative, false},
    {"said", NamedKind::statement, true},
    {"limit", NamedKind::limit, true},
    {"rule", NamedKind::rule, true},
    {"bonus", NamedKind::bonus, true},
    {"risk", NamedKind::risk, true},
}};

std::vector<std::string> known_ids(const Node& document, const Section& section) {
    std::vector<std::string> ids;
    const Node* node = document.find(section.key);
    if (node == nullptr) {
        return ids;
    }
    for (const Node::Member& member : node->members) {
        ids.push_back(member.key);
    }
    for (std::size_t i = 0; section.is_list && i < node->items.size(); ++i) {
        ids.push_back(element_name(*node, i));
    }
    return ids;
}

std::vector<std::string> known_options(const Node& issue) {
    std::vector<std::string> ids;
    if (const Node* options = issue.find("option")) {
        for (const Node::Member& member : options->members) {
            ids.push_back(member.key);
        }
        for (const Node& item : options->items) {
            ids.push_back(item.text);
        }
    }
    return ids;
}

bool is_reserved(NamedKind kind, std::string_view id) {
    return (kind == NamedKind::party && id == "norm") ||
           (kind == NamedKind::option && id == "unknown");
}

/// What is renamed, and into what.
struct Renaming {
    NamedKind kind = NamedKind::party;
    std::string issue; // of an option
    std::string old_id;
    std::string new_id;
};

Diagnostic refusal(std::string what, std::string hint) {
    return {{"rename", 0, 0}, std::move(what), std::move(hint)};
}

Diagnostic unknown_id(std::string_view what, const std::string& id,
                      const std::vector<std::string>& known) {
    const std::optional<std::string> nearest = nearest_spelling(id, known);
    return refusal("unknown " + std::string(what) + " `" + id + "`",
                   nearest ? "did you mean `" + *nearest + "`?" : "nothing has that id");
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

Result<Renaming> checked(Renaming renaming, std::string_view what,
                         const std::vector<std::string>& known) {
    if (!contains(known, renaming.old_id)) {
        return unknown_id(what, renaming.old_id, known);
    }
    if (!is_id(renaming.new_id)) {
        return refusal("`" + renaming.new_id + "` is no id",
                       "use 1 to 64 letters, digits, `_` and `-`");
    }
    if (is_reserved(renaming.kind, renaming.new_id)) {
        return refusal("`" + renaming.new_id + "` has a meaning of its own", "take another id");
    }
    if (contains(known, renaming.new_id)) {
        return refusal("there is a " + std::string(what) + " `" + renaming.new_id + "` already",
                       "take another id");
    }
    return renaming;
}

Result<Renaming> option_renaming(const Node& document, const std::vector<std::string>& parts,
                                 std::string new_id) {
    const Node* issue = document.find("issue")->find(parts[1]);
    if (issue->find("range") != nullptr) {
        return refusal("the options of issue `" + parts[1] + "` are numbers",
                       "change its range instead");
    }
    return checked({NamedKind::option, parts[1], parts[2], std::move(new_id)}, "option",
                   known_options(*issue));
}

/// A new id may be given with the path of the old one in front.
std::string last_part(const std::vector<std::string>& old_parts, std::string_view new_id) {
    const std::vector<std::string> path(old_parts.begin(), old_parts.end() - 1);
    const std::string prefix = joined_address(path) + ".";
    const bool is_dotted = new_id.substr(0, prefix.size()) == prefix;
    return std::string(is_dotted ? new_id.substr(prefix.size()) : new_id);
}

Result<Renaming> find_renaming(const Node& document, std::string_view old_id,
                               std::string_view new_id) {
    const std::vector<std::string> parts = address_parts(old_id);
    std::vector<std::string> kinds;
    for (const Section& section : sections) {
        kinds.emplace_back(section.key);
        if (section.key != parts[0] || parts.size() < 2) {
            continue;
        }
        const std::vector<std::string> known = known_ids(document, section);
        if (section.kind == NamedKind::issue && parts.size() == 3 && contains(known, parts[1])) {
            return option_renaming(document, parts, last_part(parts, new_id));
        }
        return checked({section.kind, {}, joined_address(parts, 1), last_part(parts, new_id)},
                       section.key, known);
    }
    if (parts.size() < 2) {
        return refusal("`" + parts[0] + "` does not say what kind of thing it names",
                       "write it as party.ID, issue.ID, issue.ID.OPTION, draft.ID, said.ID ...");
    }
    for (const std::string_view numbered : {"driver", "event", "quantity", "point"}) {
        if (parts[0] == numbered) {
            return refusal("an id of `" + parts[0] + "` cannot be renamed by this command",
                           "change it in the file, and wherever it is referred to");
        }
    }
    return unknown_id("kind", parts[0], kinds);
}

/// An element that is known by its position gets that as its id first.
void name_elements(Node& document, NamedKind kind, const std::string& old_id) {
    for (const Section& section : sections) {
        const auto element = section.is_list && section.kind == kind
                                 ? find_element(document, section.key, old_id)
                                 : std::nullopt;
        if (!element) {
            continue;
        }
        Node& node = document.find(section.key)->items[*element];
        if (node.kind == NodeKind::table && node.find("id") == nullptr) {
            add_member(node, "id", text_node(old_id));
        }
    }
}

/// The source of a statement may be free text. Text that reads like the new id would name the
/// renamed thing all of a sudden.
bool is_free_text(const Node& document, const Renaming& renaming) {
    bool is_used = false;
    Node copy = document;
    visit_ids(copy, [&](const IdUse& use) {
        is_used |= use.kind == renaming.kind && use.id == renaming.new_id;
    });
    return renaming.kind == NamedKind::source && is_used;
}

} // namespace

Result<Node> with_renamed(const Node& document, std::string_view old_id, std::string_view new_id) {
    const Result<Renaming> found = find_renaming(document, old_id, new_id);
    if (!found) {
        return found.problems();
    }
    const Renaming& renaming = found.value();
    if (is_free_text(document, renaming)) {
        return refusal("there is free text `" + renaming.new_id + "` already, as a source",
                       "take another id");
    }
    Node renamed = document;
    name_elements(renamed, renaming.kind, renaming.old_id);
    visit_ids(renamed, [&](const IdUse& use) {
        if (use.kind == renaming.kind && use.id == renaming.old_id &&
            (use.kind != NamedKind::option || use.issue == renaming.issue)) {
            use.id = renaming.new_id;
        }
    });
    return renamed;
}

} // namespace unbracket
