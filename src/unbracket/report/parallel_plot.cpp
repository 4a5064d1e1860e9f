#include "unbracket/report/parallel_plot.hpp"

#include "unbracket/report/frontier_plot.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/svg.hpp"

#include <algorithm>
#include <array>

// Parallel coordinates (Inselberg 1985): what each party has in an outcome is a point on an axis of
// its own, and the points of one outcome are joined. Axes stand in the order of the file and are
// never on one scale, so that heights of different parties say nothing about each other; every
// party's axis has the same length. Nothing is coloured: no line and no party can be taken for good
// or bad, and nobody's eyes are needed for more than black and white.

namespace unbracket {

namespace {

constexpr std::size_t most_lines = 8;
constexpr std::size_t margin = 70;
constexpr std::size_t axis_gap = 130;
constexpr std::size_t axis_top = 70;
constexpr std::size_t axis_length = 300;
constexpr std::size_t axis_bottom = axis_top + axis_length;
constexpr std::size_t legend_top = axis_bottom + 60;
constexpr std::size_t legend_step = 18;
constexpr std::size_t name_columns = 18;
constexpr std::size_t character_width = 7;

constexpr std::array<const char*, most_lines> dashes = {"",     "8 4", "2 3", "8 3 2 3",
                                                        "14 4", "5 2", "1 5", "14 3 2 3 2 3"};

/// A mark around a point: eight that differ in shape or in being filled.
std::string mark(std::size_t line, const SvgPoint& at) {
    const std::string ink = line % 2 == 0 ? "white" : "black";
    const std::string look = " fill=\"" + ink + "\" stroke=\"black\"/>\n";
    const auto corner = [&](std::ptrdiff_t x, std::ptrdiff_t y) {
        return std::to_string(static_cast<std::ptrdiff_t>(at.x) + x) + "," +
               std::to_string(static_cast<std::ptrdiff_t>(at.y) + y) + " ";
    };
    switch (line / 2 % 4) {
    case 0:
        return "<circle cx=\"" + std::to_string(at.x) + "\" cy=\"" + std::to_string(at.y) +
               "\" r=\"4\"" + look;
    case 1:
        return "<polygon points=\"" + corner(-4, -4) + corner(4, -4) + corner(4, 4) +
               corner(-4, 4) + "\"" + look;
    case 2:
        return "<polygon points=\"" + corner(0, -5) + corner(5, 4) + corner(-5, 4) + "\"" + look;
    default:
        return "<polygon points=\"" + corner(0, -5) + corner(5, 0) + corner(0, 5) + corner(-5, 0) +
               "\"" + look;
    }
}

std::string end_text(const Rational& value) {
    return range_text({value, value}, Places::one);
}

class Drawing {
public:
    Drawing(const Case& negotiation, const EfficientOutcomes& efficient)
        : case_(negotiation), efficient_(efficient), columns_(efficient.columns_in_file_order()),
          shown_(evenly_spread(efficient.frontier.points.size(), most_lines)) {
        for (const std::size_t column : columns_) {
            const GainColumn& own = efficient.listed_table().columns[column];
            PlotAxis axis{own.fallback, own.fallback};
            for (const EfficientPoint& point : efficient.frontier.points) {
                axis.take(efficient.listed_table().value(column, point.totals));
            }
            axes_.push_back(axis);
        }
    }

    std::string svg() const {
        const std::size_t axes = axes_.empty() ? 0 : axes_.size() - 1;
        const std::size_t width = std::max<std::size_t>(2 * margin + axes * axis_gap, 560);
        const std::size_t height = legend_top + (shown_.size() + 3) * legend_step;
        std::string text = svg_head(width, height, case_heading(case_));
        text += "<rect width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) +
                "\" fill=\"white\"/>\n";
        for (std::size_t place = 0; place < axes_.size(); ++place) {
            text += axis_of(place);
        }
        for (std::size_t line = 0; line < shown_.size(); ++line) {
            text += line_of(line);
        }
        return text + legend((width - 2 * margin) / character_width) + "</svg>\n";
    }

private:
    const Party& party(std::size_t place) const {
        return case_.party(efficient_.listed_table().columns[columns_[place]].party);
    }

    SvgPoint point_at(std::size_t place, const Rational& value) const {
        return {margin + place * axis_gap, axis_bottom - axes_[place].place(value, axis_length)};
    }

    SvgPoint point_of(std::size_t line, std::size_t place) const {
        const EfficientPoint& point = efficient_.frontier.points[shown_[line]];
        const std::size_t column = columns_[place];
        return point_at(place, efficient_.listed_table().value(column, point.totals));
    }

    std::string axis_of(std::size_t place) const {
        const std::size_t x = margin + place * axis_gap;
        std::string text = "<g>\n<title>" + svg_escaped(party(place).name) + " (" +
                           svg_escaped(party(place).key) + ")</title>\n";
        text += svg_line({x, axis_top}, {x, axis_bottom}, "");
        const std::vector<std::string> name = wrapped(party(place).name, name_columns);
        text += svg_text({x, axis_top - 40}, SvgAnchor::middle, name[0]);
        if (name.size() > 1) {
            text += svg_text({x, axis_top - 26}, SvgAnchor::middle,
                             name[1] + (name.size() > 2 ? "..." : ""));
        }
        text += svg_text({x, axis_top - 10}, SvgAnchor::middle, end_text(axes_[place].high));
        text += svg_text({x, axis_bottom + 18}, SvgAnchor::middle, end_text(axes_[place].low));
        const Rational& fallback = efficient_.listed_table().columns[columns_[place]].fallback;
        const std::size_t y = point_at(place, fallback).y;
        text += "<rect x=\"" + std::to_string(x - 12) + "\" y=\"" + std::to_string(y - 2) +
                "\" width=\"24\" height=\"4\" fill=\"black\"/>\n";
        return text + "</g>\n";
    }

    std::string outcome_of(std::size_t line) const {
        const EfficientPoint& point = efficient_.frontier.points[shown_[line]];
        return outcome_text(case_, efficient_.listed_table().outcome_of(point.choice));
    }

    std::string line_of(std::size_t line) const {
        std::string points, marks;
        for (std::size_t place = 0; place < axes_.size(); ++place) {
            const SvgPoint at = point_of(line, place);
            points += std::to_string(at.x) + "," + std::to_string(at.y) + " ";
            marks += mark(line, at);
        }
        std::string text = "<g>\n<title>" + svg_escaped(outcome_of(line)) + "</title>\n";
        text += "<polyline points=\"" + points + "\" fill=\"none\" stroke=\"black\"";
        text += *dashes[line] == '\0'
                    ? "/>\n"
                    : " stroke-dasharray=\"" + std::string(dashes[line]) + "\"/>\n";
        const SvgPoint last = point_of(line, axes_.size() - 1);
        // Numbers of lines that end alike stand side by side.
        return text + marks +
               svg_text({last.x + 14 + line * 9, last.y + 4}, SvgAnchor::start,
                        std::to_string(line + 1)) +
               "</g>\n";
    }

    std::string legend(std::size_t columns) const {
        std::string text;
        std::size_t y = legend_top;
        for (std::size_t line = 0; line < shown_.size(); ++line, y += legend_step) {
            text += svg_text({12, y + 4}, SvgAnchor::start, std::to_string(line + 1));
            text += svg_line({26, y}, {64, y}, dashes[line]) + mark(line, {45, y});
            const std::vector<std::string> words = wrapped(outcome_of(line), columns);
            text += svg_text({margin + 4, y + 4}, SvgAnchor::start,
                             words[0] + (words.size() > 1 ? " ..." : ""));
        }
        text += svg_text({12, y + 4}, SvgAnchor::start,
                         "Each axis has its party's own scale; the bar is what it has without "
                         "agreement.");
        const SvgPoint below{12, y + legend_step + 4};
        return text + (remark().empty() ? "" : svg_text(below, SvgAnchor::start, remark()));
    }

    std::string remark() const {
        const std::size_t listed = efficient_.frontier.points.size();
        const std::string shown = shown_.size() < listed
                                      ? "Drawn are " + count_text(shown_.size()) + " of " +
                                            count_text(listed) + " outcomes. "
                                      : "";
        return shown + drawing_remark(efficient_);
    }

    const Case& case_;
    const EfficientOutcomes& efficient_;
    std::vector<std::size_t> columns_;
    std::vector<std::size_t> shown_;
    std::vector<PlotAxis> axes_; // by place
};

} // namespace

std::string parallel_svg(const Case& negotiation, const EfficientOutcomes& efficient) {
    return Drawing(negotiation, efficient).svg();
}

} // namespace unbracket
