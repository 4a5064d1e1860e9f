#pragma once

#include "unbracket/model/bind_context.hpp"

namespace unbracket::binding {

Option titled_option(const std::string& key);

/// The `range` of a numeric issue and the options it stands for, one at each step. Leaves the issue
/// without options after a report.
void read_range(Context& context, Issue& issue, const Node& node);

} // namespace unbracket::binding
