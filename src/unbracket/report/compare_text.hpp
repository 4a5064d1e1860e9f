#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/compare_drafts.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// Several drafts side by side: how each stands with each party and with all, and which is better
/// than which.
std::string score_text(const Case& negotiation, const ComparedDrafts& compared,
                       const ScreenOptions& options = {});

/// Two or more drafts, each with the next point by point, then how they stand.
std::string diff_text(const Case& negotiation, const ComparedDrafts& compared,
                      const ScreenOptions& options = {});

/// The same as a table: a row for each issue and step, the first row names the columns. With two
/// drafts that of diff_table; with more each row begins with the two drafts it is about.
std::vector<std::vector<std::string>> diff_table(const Case& negotiation,
                                                 const ComparedDrafts& compared);

} // namespace unbracket
