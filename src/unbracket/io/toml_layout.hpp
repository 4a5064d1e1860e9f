#pragma once

#include "unbracket/model/document.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// Where things stand in the text of a TOML file, by the nodes that read_toml made of it.
struct TomlLayout {
    struct Span {
        std::size_t start = 0;
        std::size_t end = 0;
    };
    /// A key with its value on a line of its own, registered for the table that holds the last key.
    struct Line {
        const Node* value = nullptr;
        std::string prefix; // what stands before the last key: `stance.` and blanks at the start
        Span span;          // from the start of the line to behind its line break
    };

    std::map<const Node*, Span> values; // behind an equals sign, in a list, in braces
    std::map<const Node*, std::vector<Line>> lines;
    std::map<const Node*, std::size_t> headers; // behind the line of a [header] or [[header]]
};

/// Walks over the text of a good TOML file along the tree that was read of it; nothing where the
/// two do not fit. Linear, times the logarithm of the number of keys.
std::optional<TomlLayout> toml_layout(std::string_view text, const Node& document);

} // namespace unbracket
