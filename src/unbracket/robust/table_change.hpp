#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// What changes who sits at the table, and what lies on it. `role`: a party gets exactly these
/// roles, and is required where it signs, even if the file names who is required; no longer where
/// it does not sign. `open`: nobody is known to rate any option of an issue; weights stay.
/// `leave_out`: the issue is not settled: its status quo stays where the file names one, else it is
/// open. `sign`: only these documents are signed, the issues of all others are left out.
enum class TableChangeKind { role, open, leave_out, sign };

struct TableChange {
    TableChangeKind kind = TableChangeKind::role;
    std::string subject;            // the party, or the issue
    std::vector<std::string> names; // the roles, or the documents
};

/// The case with these changes in order, or what is wrong with them. The result is not for writing:
/// it does not hold what is of later dates.
Result<LoadedCase> with_table_changes(const LoadedCase& loaded,
                                      const std::vector<TableChange>& changes);

} // namespace unbracket
