#pragma once

#include "unbracket/io/text_cursor.hpp"
#include "unbracket/model/document.hpp"

#include <cstddef>

namespace unbracket {

/// Nesting any reader follows however high the limit is set, so that recursion over a document
/// never exhausts the stack.
inline constexpr std::size_t deepest_nesting = 200;

/// What a reader may still build; refusals go to the cursor, in the same words for every format.
class DocumentBudget {
public:
    DocumentBudget(TextCursor& cursor, const DocumentLimits& limits)
        : cursor_(cursor), limits_(limits) {}

    /// Counts one value; false once there are too many. The root counts as the first.
    bool count_value(const SourcePosition& at);
    /// Whether a table or list may stand at that depth; the members of the root stand at depth 1.
    bool allows_depth(std::size_t depth, const SourcePosition& at);

private:
    TextCursor& cursor_;
    DocumentLimits limits_;
    std::size_t count_ = 1;
};

} // namespace unbracket
