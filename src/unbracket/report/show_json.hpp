#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"

namespace unbracket {

/// The case as `show` prints it, as data: entries as text such as "60..80" or "red line (bad)".
/// (`convert --to json` gives the case itself.)
Node show_json(const Case& negotiation, const JsonOptions& options = {});

} // namespace unbracket
