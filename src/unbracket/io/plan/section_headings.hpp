#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// The parts, chapters and headings without a number that are open at a line, outermost first.
class SectionHeadings {
public:
    /// Ends what a heading of that level and `word` replaces: what is open from the first heading
    /// of the word, or of no higher level, on.
    void close_for(std::size_t level, std::string_view word);

    /// Opens the heading that stands as this clause. `level` is that of a Markdown heading, 0 where
    /// it is a line such as `PART I`. Ends what it replaces.
    void open(std::size_t clause, std::size_t level, std::string_view word);

    /// Ends what is open from the first heading of that level or a lower one on, as the heading of
    /// a clause of that level does.
    void close(std::size_t level);

    /// Their clauses.
    std::vector<std::size_t> clauses() const;

private:
    struct Heading {
        std::size_t clause = 0;
        std::size_t level = 0;
        std::string word; // in small letters
    };
    std::vector<Heading> open_;
};

} // namespace unbracket
