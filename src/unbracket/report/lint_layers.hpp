#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/report/page.hpp"

#include <vector>

namespace unbracket::linting {

/// Where the layers of a case do not say the same, side by side: each value with its file and line
/// and its people; nothing where there is no such address.
void put_layers(Page& page, const std::vector<LayerConflict>& conflicts);

/// {"address", "values": [{"value", "file", "line", "entered_by", "checked_by", "counts"}]}
Node layer_conflict_node(const LayerConflict& conflict);

} // namespace unbracket::linting
