#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// A numbered plan as a tree of clauses, each with its words and brackets: what a text says before
// anybody asks what it means for a case.

namespace unbracket {

struct Wording;

enum class PieceKind {
    text,
    blank,  // `[ ]`, `[...]`, `[date]`: still to be filled in
    note,   // a remark in brackets: `[Note: ...]`, a name in capitals behind a bracket
    choice, // words that are not agreed
};

/// A stretch of a clause. A choice has its wordings: one is in the text or left out, of several one
/// holds.
struct Piece {
    PieceKind kind = PieceKind::text;
    std::string text; // as printed, with brackets, without Markdown's marks
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::vector<Wording> wordings;
    std::string blank; // what was to be filled in, where another text fills it in
};

struct Wording {
    std::vector<Piece> pieces; // none: nothing stands here
    std::string text;          // all of it, as printed
};

/// Same kinds and words in the same order; places do not count.
bool same_content(const Wording& left, const Wording& right);

struct Clause {
    std::string number;  // unique in the text: `5.2.a`, `annex-b.1`, `preamble`
    std::string own;     // its last part, as it is matched between texts: `a`
    std::string label;   // as printed: `(a)`, `Article 5`
    std::string heading; // words of a heading, or none
    std::string under;   // headings without a number above it, outermost first, or none
    Wording wording;
    std::uint32_t line = 0;
    std::optional<std::size_t> parent; // index of the clause it is part of
    std::size_t depth = 0;
};

/// A bracket around whole clauses, from one to another, both included.
struct BracketedClauses {
    std::size_t first = 0;
    std::size_t last = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

struct Footnote {
    enum class Kind { footnote, address, comment }; // [^1]: note, [name]: address, <!-- comment -->
    Kind kind = Kind::footnote;
    std::string mark; // none of a comment
    std::string text;
    std::uint32_t line = 0;
    std::optional<std::size_t> clause; // where the mark stands first
};

/// Something that the reader took in one way and could have taken in another.
struct UnsureReading {
    std::uint32_t line = 0;
    std::string what;
};

/// A name or a proposal marked in the text: kept, and made no stance of anybody.
struct AuthorMark {
    std::uint32_t line = 0;
    std::size_t clause = 0;
    std::string text;
};

struct PlanText {
    std::string file;
    std::string title;
    std::vector<Clause> clauses; // in order of appearance; a parent before its parts
    std::vector<BracketedClauses> bracketed;
    std::vector<Footnote> footnotes;
    std::vector<AuthorMark> attributions;
    std::vector<UnsureReading> unsure; // in order of lines
};

/// What a reader of plans accepts at most.
struct PlanLimits {
    std::size_t bytes = 16U << 20U;
    std::size_t clauses = 2'000;
    std::size_t clause_depth = 12;
    std::size_t brackets = 20'000;
    std::size_t bracket_depth = 8;
    std::size_t wordings = 100; // of one choice
};

} // namespace unbracket
