#pragma once

#include "unbracket/model/document.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

// For tests of neutrality: the labels of two parties, `alta` and `bera`, each for the other.

namespace unbracket::testing {

inline void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Both spellings of both labels, each for the other.
inline std::string with_labels_swapped(std::string text) {
    for (const auto& [first, second] : {std::pair{"Alta", "Bera"}, std::pair{"alta", "bera"}}) {
        replace_all(text, first, "\001");
        replace_all(text, second, first);
        replace_all(text, "\001", second);
    }
    return text;
}

inline void swap_labels(Node& node) {
    node.text = with_labels_swapped(node.text);
    for (Node& item : node.items) {
        swap_labels(item);
    }
    for (Node::Member& member : node.members) {
        member.key = with_labels_swapped(member.key);
        swap_labels(member.value);
    }
}

/// All words of a text without what stands between them, sorted.
inline std::vector<std::string> words_of(std::string text) {
    for (char& byte : text) {
        byte = byte == ',' || byte == ';' || byte == '.' || byte == ':' ? ' ' : byte;
    }
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    std::sort(words.begin(), words.end());
    return words;
}

} // namespace unbracket::testing
