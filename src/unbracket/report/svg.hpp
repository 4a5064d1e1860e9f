#pragma once

#include "unbracket/base/rational.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace unbracket {

/// Where a number lies on an axis, for display.
struct PlotAxis {
    Rational low;
    Rational high;

    void take(const Rational& number);
    /// From 0 to `steps`; the middle where the axis has no length.
    std::size_t place(const Rational& number, std::size_t steps) const;
};

/// Text between tags or in an attribute: no markup, no control characters, none that turn the
/// direction of writing.
std::string svg_escaped(std::string_view text);

struct SvgPoint {
    std::size_t x = 0;
    std::size_t y = 0;
};
enum class SvgAnchor { start, middle, end };

std::string svg_text(const SvgPoint& at, SvgAnchor anchor, std::string_view text);
/// Black; `dashes` such as `4 4`, or empty for an unbroken line.
std::string svg_line(const SvgPoint& from, const SvgPoint& to, std::string_view dashes);
/// The element that a drawing begins with, and its title as plain text; `</svg>` ends it.
std::string svg_head(std::size_t width, std::size_t height, std::string_view title);

} // namespace unbracket
