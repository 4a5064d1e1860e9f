#pragma once

#include "unbracket/io/plan/passage.hpp"
#include "unbracket/io/plan/plan_text.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// `[ref]: address` and `[1]: note` of a whole text: what stands in brackets there is no draft.
struct References {
    std::set<std::string, std::less<>> links;     // in small letters
    std::set<std::string, std::less<>> footnotes; // marks, `^` and all where there is one
};

enum class TokenKind { open, close, slash, option };

struct BracketToken {
    TokenKind kind = TokenKind::open;
    std::size_t offset = 0;
    std::size_t length = 1;
    std::string label; // of `Option 2:`, the 2
};

struct MarkedPassage {
    std::vector<BracketToken> tokens;      // in order
    std::vector<std::size_t> unclosed;     // offsets of `[` without a `]`
    std::vector<std::size_t> unopened;     // offsets of `]` without a `[`
    std::vector<std::string> footnotes;    // marks and names of addresses that stand in it
    std::vector<std::size_t> unsure_marks; // offsets of `word[1]` without such a note
    std::size_t escaped = 0;               // `\[`
};

/// Finds the brackets of a passage that are a draft's: not escaped, not in `code`, no link, no
/// footnote mark; a number in brackets behind a number is a mark only where there is such a note.
/// A slash separates where blanks, line ends or brackets stand on both sides; an
/// `Option 1:` where it stands behind a blank. Linear.
MarkedPassage bracket_tokens(std::string_view text, const References& references);

} // namespace unbracket
