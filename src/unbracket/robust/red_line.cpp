#include "unbracket/robust/red_line.hpp"

#include <algorithm>

namespace unbracket {

std::optional<EntryId> red_line_entry(const Assessment& assessment, OptionId option) {
    for (const auto* ratings : {&assessment.stances, &assessment.scores}) {
        if (!ratings->empty() && (*ratings)[as_index(option)] &&
            (*ratings)[as_index(option)]->is_red_line) {
            return (*ratings)[as_index(option)]->entry;
        }
    }
    if (assessment.order) {
        const auto& lines = assessment.order->red_lines;
        if (std::find(lines.begin(), lines.end(), option) != lines.end()) {
            return assessment.order->entry;
        }
    }
    return assessment.curve && assessment.curve->red_line
               ? std::optional(assessment.curve->red_line->entry)
               : std::nullopt;
}

} // namespace unbracket
