#include "unbracket/report/svg.hpp"

#include "unbracket/report/page.hpp"

#include <algorithm>

namespace unbracket {

void PlotAxis::take(const Rational& number) {
    low = std::min(low, number);
    high = std::max(high, number);
}

std::size_t PlotAxis::place(const Rational& number, std::size_t steps) const {
    if (low == high) {
        return steps / 2;
    }
    const double share = ((number - low) / (high - low)).approximate();
    return std::min(steps, static_cast<std::size_t>(share * static_cast<double>(steps) + 0.5));
}

std::string svg_escaped(std::string_view text) {
    std::string result;
    for (const char byte : without_controls(text)) {
        result += byte == '&'   ? "&amp;"
                  : byte == '<' ? "&lt;"
                  : byte == '>' ? "&gt;"
                  : byte == '"' ? "&quot;"
                                : std::string(1, byte);
    }
    return result;
}

std::string svg_text(const SvgPoint& at, SvgAnchor anchor, std::string_view text) {
    const char* word = anchor == SvgAnchor::start    ? "start"
                       : anchor == SvgAnchor::middle ? "middle"
                                                     : "end";
    return "<text x=\"" + std::to_string(at.x) + "\" y=\"" + std::to_string(at.y) +
           "\" text-anchor=\"" + word + "\">" + svg_escaped(text) + "</text>\n";
}

std::string svg_line(const SvgPoint& from, const SvgPoint& to, std::string_view dashes) {
    return "<line x1=\"" + std::to_string(from.x) + "\" y1=\"" + std::to_string(from.y) +
           "\" x2=\"" + std::to_string(to.x) + "\" y2=\"" + std::to_string(to.y) +
           "\" stroke=\"black\"" +
           (dashes.empty() ? "" : " stroke-dasharray=\"" + std::string(dashes) + "\"") + "/>\n";
}

std::string svg_head(std::size_t width, std::size_t height, std::string_view title) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(width) +
           "\" height=\"" + std::to_string(height) +
           "\" font-family=\"sans-serif\" font-size=\"12\">\n<title>" + svg_escaped(title) +
           "</title>\n";
}

} // namespace unbracket
