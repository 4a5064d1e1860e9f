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
    Node document;             // after layers, dated changes and settings, as known on its date
    std::optional<Date> as_of; // given on the command line
    Case negotiation;
    /// The same document with what is of later dates, where there is any: to be written back, and
    /// to find the days on which values begin (timeline). No answer of this date reads it.
    std::optional<Node> with_later = std::nullopt;
};

/// Binds the document as it was known on its date, so that nothing of later dates exists in it; its
/// problems where it is no valid case, what is of later dates included.
Result<LoadedCase> load_case(const Node& document, std::optional<Date> as_of = std::nullopt);

/// The document to write the case down by: dated changes up to its date are part of the entries
/// and gone, later ones stay, and `as_of` is the date that was asked for. Read back it is the same
/// case, unless a later change refers to what was taken out; whoever writes it reads it first.
Node settled_document(const LoadedCase& loaded);

/// The same case with some entries set anew; dated changes do not override them.
Result<LoadedCase> with_changes(const LoadedCase& loaded, const std::vector<Setting>& settings);

} // namespace unbracket
