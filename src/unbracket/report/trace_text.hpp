#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/trace.hpp"

#include <string>

namespace unbracket {

/// What the thing is, where it comes from, and what hangs on it.
std::string trace_text(const Case& negotiation, const Trace& trace,
                       const ScreenOptions& options = {});

/// The object that docs/schema/trace.schema.json describes.
Node trace_json(const Case& negotiation, const Trace& trace, const JsonOptions& options = {});

namespace tracing {

/// `entry`, `entries`, `statement`, `draft`, `alternative`.
std::string_view kind_name(const Traced& thing);
/// `quantity`, `driver` ...
std::string_view name(RecordKind kind);
/// The id of a record, its title, or its position from 1.
std::string record_name(const Case& negotiation, const Record& record);
/// Whether an entry may be left out whole or is made unknown, in words.
std::string_view undone(EntryKind kind);
/// `own_words`, `others_words`, `experts`, `narrator`, `inferred`, `assumed`.
std::string_view coverage_of(const Case& negotiation, EntryId entry);

} // namespace tracing

} // namespace unbracket
