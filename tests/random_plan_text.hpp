#pragma once

#include "unbracket/base/random.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Texts of plans drawn at random, with all that people put into them, in which no word stands
// twice.

namespace unbracket::testing {

struct PrintedWord {
    std::string word; // small letters
    std::uint32_t line = 0;
    std::string clause;            // the last part of the number of its clause, or none
    std::uint32_t clause_line = 0; // where that begins
    std::uint32_t outer_line = 0;  // ... and the clause it is a part of
};

/// A text of a few clauses, in one of many styles of numbers, with brackets, alternatives, blocks
/// of options, footnotes, headings, prose, lists, code, comments and links.
class RandomPlanText {
public:
    /// Words are counted from `first_word` on, so that two texts may have none in common.
    RandomPlanText(std::uint64_t seed, std::size_t first_word);

    std::string text;
    std::vector<PrintedWord> words;
    /// A bracket goes round several clauses; where one of them is taken as words, it is refused.
    bool has_bracket_round_clauses = false;

private:
    enum class Style { dot, closed, enclosed, article, section, colon, dash, chapters };
    enum class Gaps { always, never, at_random };

    std::size_t below(std::size_t bound);
    std::string word();
    std::string large_word();
    std::string some_words();
    std::string sentence();
    std::string bracket(std::size_t depth);
    std::string odd_bracket();
    std::string marked();

    void put(const std::string& line);
    void end_paragraph();
    void draw();
    void add_head();
    void add_clause();
    void add_parts();
    void add_small_parts(const std::string& indent);
    void add_heading();
    void add_options();
    void add_extra();
    void add_notes();
    std::string next_label();

    Random random_;
    std::size_t next_word_ = 0;
    std::size_t placed_ = 0; // of `words`, those whose line is known
    std::uint32_t line_ = 1;
    Style style_ = Style::dot;
    Gaps gaps_ = Gaps::always;
    std::size_t chapter_ = 1;
    std::size_t number_ = 0;
    std::size_t notes_ = 0;
    bool is_in_bracket_ = false;
    std::string clause_;
    std::uint32_t clause_line_ = 0;
    std::uint32_t outer_line_ = 0;
    std::string line_end_ = "\n";
};

} // namespace unbracket::testing
