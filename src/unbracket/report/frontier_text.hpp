#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/report/frontier_plot.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/efficient.hpp"

#include <optional>
#include <string>

namespace unbracket {

/// How many outcomes are efficient and how sure that is, some of them, and a plot of two parties
/// where there are two. `more` are sections that stand above the last words.
std::string frontier_text(const Case& negotiation, const EfficientOutcomes& efficient,
                          const std::optional<PlotColumns>& plotted,
                          const ScreenOptions& options = {}, const std::string& more = "");

} // namespace unbracket
