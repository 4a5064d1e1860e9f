#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/timeline.hpp"

#include <optional>
#include <string>

namespace unbracket {

/// When the answer changed and by what; then the course of the talks, date by date.
std::string timeline_text(const Timeline& timeline, const ScreenOptions& options = {});

/// The object that docs/schema/timeline.schema.json describes.
Node timeline_json(const Timeline& timeline, const JsonOptions& options = {});

/// A drawing: one row for each date, the answer beside it.
std::string timeline_svg(const Timeline& timeline);

namespace phrase {

/// `River Sel water talks - 1 Jan 2026 to 1 Jun 2026`
std::string timeline_heading(const Timeline& timeline);

/// `1 Mar 2026`, with a star behind it where that was entered ahead.
std::string date_text(const Timeline& timeline, std::size_t at);

/// The date that the file gives itself, where something gets known later: that was entered ahead.
std::optional<Date> own_date(const Timeline& timeline);

} // namespace phrase

} // namespace unbracket
