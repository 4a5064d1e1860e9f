#pragma once

#include "unbracket/io/plan/bracket_tokens.hpp"
#include "unbracket/io/plan/passage.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

enum class LineKind { words, heading, rule, code, footnote, address };

/// A line without what Markdown puts before and behind its words.
struct PlanLine {
    LineKind kind = LineKind::words;
    std::string_view words;
    TextPlace at;           // of the words
    std::size_t indent = 0; // columns before them, a tab going to the next fourth
    std::size_t level = 0;  // of a heading, 1 to 6
    bool is_item = false;   // behind `-`, `*` or `+`
    bool is_task = false;   // ... with a box to tick
    bool begins_paragraph = false;
    std::string mark; // of a footnote; the name of an address, in small letters
};

/// `<!-- words -->`
struct PlanComment {
    std::uint32_t line = 0;
    std::string words; // on one line
};

struct PlanLines {
    std::vector<PlanLine> lines;     // empty ones left out
    std::deque<std::string> changed; // lines from which something was taken
    References references;
    std::vector<PlanComment> comments; // those with words
    std::vector<UnsureReading> unsure; // code and comments that never end
};

/// Takes checked text apart into lines: headings (`##` and underlined), list marks and boxes,
/// quotation marks, code between fences, rules, comments `<!-- -->`, footnotes and addresses of
/// links. A comment may stand anywhere but in code, between ticks too; in the middle of a line
/// blanks stand for it. Spaces beyond ASCII are blanks where with_plain_blanks() says so. Lines end
/// in LF, CR LF or CR. The views lie in `text` and in `changed`. Linear.
PlanLines plan_lines(std::string_view text);

/// Whether a heading is that of footnotes: Notes, Footnotes, Endnotes, References.
bool is_notes_heading(std::string_view words);

} // namespace unbracket
