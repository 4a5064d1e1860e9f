#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// How a clause is numbered. Clauses of one style are of one level unless one is indented.
struct LabelStyle {
    enum class Kind {
        word,
        section,
        annex,
        decimal,
        dotted,
        lower,
        upper,
        lower_roman,
        upper_roman
    };
    enum class Marks { none, dot, closed, enclosed }; // 5 Article, 5., 5), (5)
    Kind kind = Kind::decimal;
    Marks marks = Marks::dot;

    friend bool operator==(const LabelStyle&, const LabelStyle&) = default;
};

/// A number at the beginning of a line.
struct ClauseLabel {
    LabelStyle style;
    std::string own;         // `5`, `5-bis`, `5.2`, `a`, `ii`, `annex-b`
    std::vector<int> values; // what comes later is larger; one for each part of `5.2`
    bool is_first = false;   // begins a level: 1, a, i
    bool has_end = false;    // a mark behind it says that the number is over
    std::size_t length = 0;  // bytes of the line, blanks behind it included
    std::string word;        // `article`, of a number behind a word; short forms written out
};

/// All ways to read the beginning of a line as a number: `(i)` is the first of i, ii, iii and the
/// ninth of a, b, c. Nothing for a line of words. `Article 5` and the like come first.
std::vector<ClauseLabel> clause_labels(std::string_view line);

/// The ways to read the beginning of a line such as `2.Ships` and `(b)Ships` if a blank stood
/// behind the mark; nothing for any other line.
std::vector<ClauseLabel> tight_labels(std::string_view line);

/// The words of a heading as a name: small letters and digits with dashes between, at most 32.
std::string slug_of(std::string_view words);

} // namespace unbracket
