#pragma once

#include "unbracket/robust/diff_cases.hpp"
#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/standing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace unbracket {

/// One what-if: the case changed in some way.
struct WhatIf {
    std::string label;
    std::string asked; // the changes, as typed
    LoadedCase changed;
};

struct WhatIfRow {
    WhatIf what_if;
    CaseChanges changes;              // since the base
    std::optional<Standing> standing; // nothing where it was stopped before
};

struct WhatIfTable {
    LoadedCase base;
    Standing standing;
    std::vector<WhatIfRow> rows; // in the order asked
    bool was_stopped = false;
};

/// Decides the case as it is and under each what-if. Cost: one check for each.
WhatIfTable compare_what_ifs(LoadedCase base, std::vector<WhatIf> what_ifs,
                             const ClaimOptions& options = {});

} // namespace unbracket
