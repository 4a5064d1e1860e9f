#include "unbracket/io/plan/section_headings.hpp"

#include "unbracket/io/plan/passage.hpp"

#include <algorithm>

namespace unbracket {

namespace {

std::string in_small_letters(std::string_view word) {
    std::string small;
    for (const char byte : word) {
        small += lower_byte(byte);
    }
    return small;
}

} // namespace

void SectionHeadings::close_for(std::size_t level, std::string_view word) {
    const std::string wanted = in_small_letters(word);
    const auto replaced = std::ranges::find_if(open_, [&](const Heading& one) {
        const bool is_same_word = !wanted.empty() && one.word == wanted;
        const bool is_no_higher = level > 0 && one.level >= level;
        return is_same_word || is_no_higher;
    });
    open_.erase(replaced, open_.end());
}

void SectionHeadings::open(std::size_t clause, std::size_t level, std::string_view word) {
    close_for(level, word);
    open_.push_back({clause, level, in_small_letters(word)});
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
