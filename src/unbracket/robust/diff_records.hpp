#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/robust/change_kind.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// An event, lever, deadline, quantity or step that only one version of a case records, or not in
/// the same way.
struct RecordChange {
    ChangeKind kind = ChangeKind::changed;
    std::string_view section; // as in the file: event, driver, deadline, quantity, step
    std::string id;           // empty where the file gives none
    std::string title;        // of the version after, else of the one before; may be empty
};

/// Section by section; in each, first in the order of the document after, then what is removed.
/// Records without an id are told apart by their title and place. Cost: linear but for a logarithm.
std::vector<RecordChange> diff_records(const Node& before, const Node& after);

} // namespace unbracket
