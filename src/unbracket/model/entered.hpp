#pragma once

#include "unbracket/base/ids.hpp"

#include <algorithm>

namespace unbracket {

/// The rule, limit, bonus, risk or intent of a case that an entry stands for, out of the case's
/// list of such things; null where none of them does. A case keeps these lists in the order of
/// their entries, so that this takes as many steps as the list's length has binary digits.
template <class Things>
auto find_entered(Things& things, EntryId entry) {
    const auto at =
        std::lower_bound(things.begin(), things.end(), entry,
                         [](const auto& thing, EntryId id) { return thing.entry < id; });
    return at == things.end() || at->entry != entry ? nullptr : &*at;
}

} // namespace unbracket
