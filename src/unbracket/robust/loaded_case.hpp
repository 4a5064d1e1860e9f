#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/result.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace unbracket {

/// A case together with the document it was bound from, so that changed versions of it can be
/// bound.
struct LoadedCase {
    Node document;             // after layers, dated changes and settings
    std::optional<Date> as_of; // given on the command line
    Case negotiation;
};

/// Binds the document; its problems where it is no valid case.
Result<LoadedCase> load_case(const Node& document, std::optional<Date> as_of = std::nullopt);

/// The same case with some entries set anew; dated changes do not override them.
Result<LoadedCase> with_changes(const LoadedCase& loaded, const std::vector<Setting>& settings);

} // namespace unbracket
