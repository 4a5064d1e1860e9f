#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/robust/efficient.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// The columns of the two parties that a plot shows: across, and up.
struct PlotColumns {
    std::size_t across = 0;
    std::size_t up = 0;
};

/// The columns of `alta,bera`, or of the first two parties of the file that have values where
/// nothing is asked for. A problem where there are no two such parties.
Result<PlotColumns> plot_columns(const Case& negotiation, const EfficientOutcomes& efficient,
                                 const std::optional<std::string>& parties);

/// Listed outcomes by what two parties have there, as lines of at most `width` characters; the
/// lines of dots are what the parties have without agreement. Readable without colour.
std::vector<std::string> plot_lines(const Case& negotiation, const EfficientOutcomes& efficient,
                                    const PlotColumns& columns, std::size_t width);

/// What a drawing does not show by itself: that values are those of the central reading, that
/// outcomes are missing. Empty where there is nothing to say.
std::string drawing_remark(const EfficientOutcomes& efficient);

/// The same as a drawing in black and white.
std::string plot_svg(const Case& negotiation, const EfficientOutcomes& efficient,
                     const PlotColumns& columns);

} // namespace unbracket
