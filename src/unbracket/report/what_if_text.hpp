#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/what_if.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// Which what-ifs change the answer; then one row for each, and what each changes.
std::string what_if_text(const WhatIfTable& table, const ScreenOptions& options = {});

/// The object that docs/schema/what-if.schema.json describes.
Node what_if_json(const WhatIfTable& table, const JsonOptions& options = {});

/// A row for the case as it is and for each what-if; the first row names the columns.
std::vector<std::vector<std::string>> what_if_table(const WhatIfTable& table);

} // namespace unbracket
