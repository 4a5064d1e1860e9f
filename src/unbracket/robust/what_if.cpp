#include "unbracket/robust/what_if.hpp"

#include <utility>

namespace unbracket {

WhatIfTable compare_what_ifs(LoadedCase base, std::vector<WhatIf> what_ifs,
                             const ClaimOptions& options) {
    WhatIfTable table{std::move(base), {}, {}};
    table.standing = stand(table.base, options);
    for (WhatIf& what_if : what_ifs) {
        WhatIfRow row{std::move(what_if), {}, {}};
        row.changes = compare_cases(table.base, row.what_if.changed);
        if (!is_raised(options.cancel)) {
            row.standing = stand(row.what_if.changed, options);
        }
        table.rows.push_back(std::move(row));
    }
    table.was_stopped = is_raised(options.cancel);
    return table;
}

} // namespace unbracket
