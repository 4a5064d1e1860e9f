#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// How many letters must be put in, left out, replaced or swapped with a neighbour to turn one text
/// into the other. Cost: product of the lengths.
std::size_t spelling_distance(std::string_view a, std::string_view b);

/// Where a key or an id is unknown: the known one nearest in spelling, the first of several, or
/// nothing when none is near. Texts of more than 64 bytes are near to nothing but themselves.
std::optional<std::string> nearest_spelling(std::string_view wanted,
                                            const std::vector<std::string>& known);

/// The hint where an id or a key is unknown: the nearest one, else the known ones where they are
/// few, else how many there are. "did you mean `x`?", "known: x, y", "known: none".
std::string known_hint(std::string_view wanted, const std::vector<std::string>& known);

/// The keys of parties, issues, drafts or whatever else has one.
template <class Things>
std::vector<std::string> keys_of(const Things& things) {
    std::vector<std::string> keys;
    for (const auto& thing : things) {
        keys.push_back(thing.key);
    }
    return keys;
}

} // namespace unbracket
