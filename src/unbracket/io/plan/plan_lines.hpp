#pragma once

#include "unbracket/io/plan/bracket_tokens.hpp"
#include "unbracket/io/plan/passage.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

enum class LineKind { words, heading, rule, code, footnote };

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
    std::string mark; // of a footnote
};

struct PlanLines {
    std::vector<PlanLine> lines; // empty ones left out
    References references;
};

/// Takes checked text apart into lines: headings (`##` and underlined), list marks and boxes,
/// quotation marks, code between fences, rules, comments `<!-- -->`, footnotes and addresses of
/// links. Lines end in LF, CR LF or CR. The views lie in `text`. Linear.
PlanLines plan_lines(std::string_view text);

} // namespace unbracket
