#pragma once

#include "unbracket/model/document.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unbracket {

/// Finds the members of one growing table by key. Small tables are searched one by one, large ones
/// through a search tree, so that a table of n keys is built in O(n log n) whatever the keys are.
class KeyIndex {
public:
    std::optional<std::uint32_t> find(const std::vector<Node::Member>& members,
                                      const std::string& key) const {
        if (members.size() > largest_searched) {
            const auto found = positions_.find(key);
            return found == positions_.end() ? std::nullopt : std::optional(found->second);
        }
        for (std::uint32_t i = 0; i < members.size(); ++i) {
            if (members[i].key == key) {
                return i;
            }
        }
        return std::nullopt;
    }

    /// To be called after each member that is added.
    void note_added(const std::vector<Node::Member>& members) {
        if (members.size() > largest_searched) {
            for (std::size_t i = positions_.size(); i < members.size(); ++i) {
                positions_.emplace(members[i].key, static_cast<std::uint32_t>(i));
            }
        }
    }

private:
    static constexpr std::size_t largest_searched = 16;
    std::map<std::string, std::uint32_t> positions_;
};

} // namespace unbracket
