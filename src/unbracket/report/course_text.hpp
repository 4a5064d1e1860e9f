#pragma once

#include "unbracket/report/page.hpp"
#include "unbracket/robust/timeline.hpp"

namespace unbracket {

/// What happened on each date, what is due, and what has no date: sections of the timeline.
void put_course(const Timeline& timeline, Page& page);

} // namespace unbracket
