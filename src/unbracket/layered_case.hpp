#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/unbracket.hpp"

#include <vector>

namespace unbracket {

/// A case, and where the files that it is made of do not say the same.
struct LayeredCase {
    LoadedCase loaded;
    std::vector<LayerConflict> conflicts;
};

/// As open_case. Which layers there are is known to the owner and to the mediator alone: for any
/// other view there are no conflicts. What a layer says of days after the case's date it has not
/// said yet.
Result<LayeredCase> open_layered_case(const CaseRequest& request);

} // namespace unbracket
