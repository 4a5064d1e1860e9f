#include "unbracket/base/require.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_authors.hpp"
#include "unbracket/model/edit_basis.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

// Layers are merged key by key, so that a private file can change one weight of a shared one and
// say nothing else. Elements of [[...]] lists are the same thing when their id is the same; those
// without an id are added at the end, where they shift no position that an address counts.

namespace unbracket {

namespace {

std::string dotted(std::string_view path, std::string_view key) {
    return path.empty() ? std::string(key) : std::string(path) + "." + std::string(key);
}

std::string_view kind_name(NodeKind kind) {
    switch (kind) {
    case NodeKind::null:
        return "nothing";
    case NodeKind::boolean:
        return "true or false";
    case NodeKind::number:
        return "a number";
    case NodeKind::text:
        return "a text";
    case NodeKind::date:
        return "a date";
    case NodeKind::list:
        return "a list";
    case NodeKind::table:
        return "a table";
    }
    return {};
}

bool is_list_of_tables(const Node& node) {
    return node.kind == NodeKind::list && !node.items.empty() &&
           std::all_of(node.items.begin(), node.items.end(),
                       [](const Node& item) { return item.kind == NodeKind::table; });
}

bool stands_in_root_list(std::string_view path, const Node& node) {
    return path.find('.') == std::string_view::npos && is_list_of_tables(node);
}

/// Entries whose value may itself be a table or a list: the later one stands for the whole.
bool is_replaced_whole(std::string_view path) {
    return path.substr(0, 9) == "fallback." && path.find('.', 9) == std::string_view::npos;
}

/// Keys that say together what a rule or a limit demands: a later layer that gives one of a group
/// takes the place of what the earlier layer said with the others.
struct ExclusiveKeys {
    std::string_view list;
    std::array<std::string_view, 5> keys;
};
constexpr std::array<ExclusiveKeys, 2> exclusive_keys = {{
    {"rule", {"if", "then", "forbid", "at_most", "of"}},
    {"limit", {"needs", "never", "", "", ""}},
}};

/// What a file says of itself, and who vouches for what, is nothing that layers can disagree about.
bool speaks_of_file(std::string_view path) {
    constexpr std::array<std::string_view, 4> heads = {"unbracket", "title", "summary", "as_of"};
    const std::string_view key = path.substr(path.find_last_of('.') + 1);
    return std::find(heads.begin(), heads.end(), path) != heads.end() ||
           std::find(author_keys.begin(), author_keys.end(), key) != author_keys.end();
}

/// What several layers say at one address.
class LayerValues {
public:
    void note(const std::string& path, const Node& earlier, const Node* later,
              const SourcePosition& at) {
        if (speaks_of_file(path)) {
            return;
        }
        const auto [place, is_new] = places_.emplace(path, found_.size());
        if (is_new) {
            found_.push_back({path, {{earlier, earlier.at, {}, {}}}});
        }
        found_[place->second].values.push_back(
            {later == nullptr ? std::nullopt : std::optional(*later), at, {}, {}});
    }

    /// Those that differ, with the people of the layer that each value is from.
    std::vector<LayerConflict> conflicts(const std::vector<Node>& layers) const {
        std::vector<LayerConflict> all;
        for (const LayerConflict& one : found_) {
            const std::string first = text_of(one.values.front());
            if (std::any_of(one.values.begin(), one.values.end(),
                            [&](const LayerValue& value) { return text_of(value) != first; })) {
                all.push_back(one);
                for (LayerValue& value : all.back().values) {
                    name_authors(layers, one.address, value);
                }
            }
        }
        return all;
    }

private:
    static std::string text_of(const LayerValue& value) {
        return value.value ? canonical_text(*value.value) : std::string();
    }

    static void name_authors(const std::vector<Node>& layers, const std::string& address,
                             LayerValue& value) {
        for (const Node& layer : layers) {
            if (layer.at.file == value.at.file) {
                value.entered_by = author_of(layer, address, "entered_by");
                value.checked_by = author_of(layer, address, "checked_by");
            }
        }
    }

    std::vector<LayerConflict> found_;
    std::unordered_map<std::string, std::size_t> places_;
};

const Node* identity_of(const Node& element) {
    const Node* id = element.find("id");
    return id != nullptr ? id : element.find("at");
}

class LayerMerge {
public:
    explicit LayerMerge(const Node& first) : document_(first) {
        write_authors_down(table_node(), document_, first);
    }

    void add(const Node& layer) {
        const Node before = document_;
        merge_table("", document_, layer);
        drop_basis_of_changed_values(before, document_, &layer);
        write_authors_down(before, document_, layer);
    }

    Node take_document() { return std::move(document_); }
    const LayerValues& values() const { return values_; }
    Diagnostics& problems() { return problems_; }

private:
    void drop_replaced_body(const std::string& path, Node& element, const Node& later) {
        const std::string_view list = std::string_view(path).substr(0, path.find('.'));
        for (const ExclusiveKeys& group : exclusive_keys) {
            const auto is_given = [&](std::string_view key) { return later.find(key) != nullptr; };
            if (group.list != list ||
                std::none_of(group.keys.begin(), group.keys.end(), is_given)) {
                continue;
            }
            for (const std::string_view key : group.keys) {
                const Node* known = element.find(key);
                const Node* given = later.find(key);
                if (known != nullptr) {
                    values_.note(dotted(path, key), *known, given, later.at);
                }
                erase_member(element, key);
            }
        }
    }

    void merge_table(std::string_view path, Node& earlier, const Node& later) {
        for (const Node::Member& member : later.members) {
            Node* known = earlier.find(member.key);
            if (known == nullptr) {
                earlier.members.push_back(member);
            } else {
                merge_value(dotted(path, member.key), *known, member.value);
            }
        }
    }

    void merge_value(const std::string& path, Node& earlier, const Node& later) {
        if (path == "unbracket" && canonical_text(earlier) != canonical_text(later)) {
            report(later,
                   "format version " + later.text + " here, " + earlier.text + " in " +
                       to_string(earlier.at),
                   "layers of one case have one format version");
        } else if (is_replaced_whole(path)) {
            replace(path, earlier, later);
        } else if (stands_in_root_list(path, earlier) && stands_in_root_list(path, later)) {
            merge_list(path, earlier, later);
        } else if (earlier.kind == NodeKind::table && later.kind == NodeKind::table) {
            merge_table(path, earlier, later);
        } else if (earlier.kind == NodeKind::table || later.kind == NodeKind::table) {
            report(later,
                   "`" + path + "` is " + std::string(kind_name(later.kind)) + " here, " +
                       std::string(kind_name(earlier.kind)) + " in " + to_string(earlier.at),
                   "write it in the same form in both files");
        } else {
            replace(path, earlier, later);
        }
    }

    void replace(const std::string& path, Node& earlier, const Node& later) {
        values_.note(path, earlier, &later, later.at);
        earlier = later;
    }

    void merge_list(const std::string& path, Node& earlier, const Node& later) {
        for (const Node& element : later.items) {
            Node* known = same_element(earlier, element);
            if (known == nullptr) {
                earlier.items.push_back(element);
                continue;
            }
            const std::string place = path + "." + identity_of(element)->text;
            drop_replaced_body(place, *known, element);
            merge_table(place, *known, element);
        }
    }

    static Node* same_element(Node& list, const Node& element) {
        const Node* id = identity_of(element);
        for (Node& item : list.items) {
            const Node* known = identity_of(item);
            if (id != nullptr && known != nullptr && known->text == id->text) {
                return &item;
            }
        }
        return nullptr;
    }

    void report(const Node& later, std::string what, std::string hint) {
        problems_.push_back({later.at, std::move(what), std::move(hint)});
    }

    Node document_;
    LayerValues values_;
    Diagnostics problems_;
};

const Node* find_path(const Node& document, std::initializer_list<std::string_view> keys) {
    const Node* node = &document;
    for (const std::string_view key : keys) {
        node = node == nullptr ? nullptr : node->find(key);
    }
    return node;
}

const Node* stances_of(const Node& layer, std::string_view issue, std::string_view party) {
    const Node* stances = find_path(layer, {"issue", issue, "stance", party});
    return stances != nullptr ? stances : find_path(layer, {"issue", issue, "curve", party});
}

/// Scores and stances of one party on one issue from different layers. Where one layer gives both,
/// the validation of the case says so.
void find_mixed_scales(const std::vector<Node>& layers, std::string_view issue,
                       std::string_view party, Diagnostics& problems) {
    const Node* scores = nullptr;
    const Node* stances = nullptr;
    for (const Node& layer : layers) {
        const Node* own_scores = find_path(layer, {"issue", issue, "score", party});
        const Node* own_stances = stances_of(layer, issue, party);
        if (own_scores != nullptr && own_stances != nullptr) {
            return;
        }
        scores = scores == nullptr ? own_scores : scores;
        stances = stances == nullptr ? own_stances : stances;
    }
    if (scores == nullptr || stances == nullptr) {
        return;
    }
    problems.push_back({scores->at,
                        "`" + std::string(party) + "` has scores on issue `" + std::string(issue) +
                            "` here, stances in " + to_string(stances->at),
                        "a party has either scores or weights and stances"});
}

void find_mixed_scales(const std::vector<Node>& layers, const Node& merged, Diagnostics& problems) {
    const Node* issues = merged.find("issue");
    if (issues == nullptr) {
        return;
    }
    for (const Node::Member& issue : issues->members) {
        const Node* scores = issue.value.find("score");
        if (scores == nullptr) {
            continue;
        }
        for (const Node::Member& party : scores->members) {
            find_mixed_scales(layers, issue.key, party.key, problems);
        }
    }
}

} // namespace

Result<Node> merge_layers(const std::vector<Node>& layers) {
    Result<LayeredDocument> layered = lay_over(layers);
    if (!layered) {
        return layered.problems();
    }
    return std::move(layered).value().document;
}

Result<LayeredDocument> lay_over(const std::vector<Node>& layers) {
    UNBRACKET_REQUIRE(!layers.empty(), "a case has at least one layer");
    if (layers.size() == 1) {
        return LayeredDocument{layers.front(), {}};
    }
    LayerMerge merge(layers.front());
    for (std::size_t i = 1; i < layers.size(); ++i) {
        merge.add(layers[i]);
    }
    Diagnostics problems = std::move(merge.problems());
    LayeredDocument layered{merge.take_document(), merge.values().conflicts(layers)};
    find_mixed_scales(layers, layered.document, problems);
    if (!problems.empty()) {
        return problems;
    }
    return layered;
}

} // namespace unbracket
