#pragma once

#include "unbracket/io/document_budget.hpp"
#include "unbracket/io/key_index.hpp"
#include "unbracket/io/text_cursor.hpp"
#include "unbracket/model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace unbracket {

struct TomlKey {
    std::string text;
    SourcePosition at;
};
using TomlPath = std::vector<TomlKey>;

enum class TomlHeader { table, element };

/// A TOML document while it grows: the tables and lists, and for each how it came to be, since
/// TOML 1.0 forbids to define one twice or to reopen a closed one. Refusals go to the cursor, with
/// the place of the first definition in the hint.
///
/// Every lookup takes logarithmic time, so hostile files cost no more than honest ones.
class TomlTree {
public:
    TomlTree(TextCursor& cursor, DocumentBudget& budget);

    /// A table that is open for new keys. `node` stays good until another header is opened.
    struct Place {
        Node* node = nullptr;
        std::uint32_t state = 0;
        std::size_t depth = 0;
    };

    Place root() { return {&root_, 0, 0}; }
    Node take_root() { return std::move(root_); }

    /// The table that `[path]` or a new element of `[[path]]` opens; `at` is its bracket.
    std::optional<Place> open_header(const TomlPath& path, TomlHeader header, SourcePosition at);

    /// The table in which the last key of a dotted key stands, after a check that it is new there.
    std::optional<Place> open_dotted(Place from, const TomlPath& path);

    /// Adds a key that open_dotted found to be new.
    void insert(const Place& place, TomlKey key, Node value);

    /// An inline table outside of the tree; close_inline forgets what was noted for it.
    Place open_inline(Node& table, std::size_t depth);
    void close_inline(const Place& place);

private:
    enum class Origin { root, inlined, header, implied, dotted, list_of_tables };
    struct State {
        Origin origin = Origin::root;
        std::vector<std::uint32_t> children; // state of each member, 0 for a closed value
        KeyIndex index;
    };

    std::optional<std::uint32_t> find(const Place& place, const std::string& key) const {
        return states_[place.state].index.find(place.node->members, key);
    }
    std::optional<Place> add_table(const Place& place, const TomlKey& key, Origin origin);
    std::optional<Place> add_list(const Place& place, const TomlKey& key, SourcePosition at);
    std::optional<Place> add_element(const Place& list, SourcePosition at);
    bool may_add(std::size_t depth, const SourcePosition& at);
    Place child(const Place& place, std::uint32_t member);
    Place last_element(const Place& list);
    std::optional<Place> step_through_header(const Place& place, const TomlKey& key);
    std::optional<Place> step_through_dotted(const Place& place, const TomlKey& key);
    std::optional<Place> reopen(const Place& place, std::uint32_t member, const TomlKey& key,
                                TomlHeader header, SourcePosition at);
    std::nullopt_t refuse_again(const TomlKey& key, const Node::Member& first);

    TextCursor& cursor_;
    DocumentBudget& budget_;
    Node root_;
    std::vector<State> states_;
};

} // namespace unbracket
