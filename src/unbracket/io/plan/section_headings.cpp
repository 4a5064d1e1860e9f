#include "unbracket/io/plan/section_headings.hpp"

#include "unbracket/io/plan/passage.hpp"

#include <algorithm>

namespace unbracket {

void SectionHeadings::open(std::size_t clause, std::size_t level, std::string_view word) {
    Heading heading{clause, level, {}};
    for (const char byte : word) {
        heading.word += lower_byte(byte);
    }
    const bool has_word = !heading.word.empty();
    const auto replaced = std::ranges::find_if(open_, [&](const Heading& one) {
        const bool is_same_word = has_word && one.word == heading.word;
        const bool is_no_higher = level > 0 && one.level >= level;
        return is_same_word || is_no_higher;
    });
    open_.erase(replaced, open_.end());
    open_.push_back(std::move(heading));
}

void SectionHeadings::close(std::size_t level) {
    const auto first = std::ranges::find_if(
        open_, [&](const Heading& one) { return one.level > 0 && one.level >= level; });
    open_.erase(first, open_.end());
}

std::vector<std::size_t> SectionHeadings::clauses() const {
    std::vector<std::size_t> all;
    for (const Heading& heading : open_) {
        all.push_back(heading.clause);
    }
    return all;
}

} // namespace unbracket
