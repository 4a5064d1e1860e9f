#include "unbracket/io/document_budget.hpp"

#include <algorithm>
#include <string>

namespace unbracket {

bool DocumentBudget::count_value(const SourcePosition& at) {
    if (++count_ <= limits_.nodes) {
        return true;
    }
    return cursor_.refuse(at, "more than " + std::to_string(limits_.nodes) + " values",
                          "split the file into layers");
}

bool DocumentBudget::allows_depth(std::size_t depth, const SourcePosition& at) {
    const std::size_t deepest = std::min(limits_.depth, deepest_nesting);
    if (depth <= deepest) {
        return true;
    }
    return cursor_.refuse(at, "nested more than " + std::to_string(deepest) + " deep",
                          "a case file needs no more than five or six levels; look for a bracket "
                          "left open");
}

} // namespace unbracket
