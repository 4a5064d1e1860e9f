#include "unbracket/report/frontier_plot.hpp"

#include "unbracket/model/spelling.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/svg.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace unbracket {

namespace {

struct Plot {
    PlotAxis across;
    PlotAxis up;
    Rational fallback_across;
    Rational fallback_up;
    std::vector<std::pair<Rational, Rational>> points;
};

Plot plot_of(const EfficientOutcomes& efficient, const PlotColumns& columns) {
    const GainColumn& across = efficient.listed_table().columns[columns.across];
    const GainColumn& up = efficient.listed_table().columns[columns.up];
    Plot plot{{across.fallback, across.fallback},
              {up.fallback, up.fallback},
              across.fallback,
              up.fallback,
              {}};
    for (const EfficientPoint& point : efficient.frontier.points) {
        plot.points.emplace_back(efficient.listed_table().value(columns.across, point.totals),
                                 efficient.listed_table().value(columns.up, point.totals));
        plot.across.take(plot.points.back().first);
        plot.up.take(plot.points.back().second);
    }
    return plot;
}

const Party& party_of(const Case& negotiation, const EfficientOutcomes& efficient,
                      std::size_t column) {
    return negotiation.party(efficient.listed_table().columns[column].party);
}

Result<std::size_t> column_named(const Case& negotiation, const EfficientOutcomes& efficient,
                                 const std::string& key) {
    std::vector<std::string> known;
    for (const std::size_t column : efficient.columns_in_file_order()) {
        known.push_back(party_of(negotiation, efficient, column).key);
        if (known.back() == key) {
            return column;
        }
    }
    const auto nearest = nearest_spelling(key, known);
    return Diagnostic{{},
                      "there is no party `" + key + "` that counts and has values",
                      nearest ? "did you mean `" + *nearest + "`?" : "it has " + listed(known)};
}

void put(std::vector<std::string>& lines, std::size_t row, std::size_t column, char mark) {
    char& cell = lines[lines.size() - 1 - row][column];
    cell = mark == 'o' && (cell == 'o' || cell == '#') ? '#' : mark;
}

constexpr std::size_t plot_height = 14;
constexpr std::size_t svg_width = 560;
constexpr std::size_t svg_height = 420;
constexpr std::size_t svg_margin = 60;

std::string number(std::size_t value) {
    return std::to_string(value);
}

} // namespace

Result<PlotColumns> plot_columns(const Case& negotiation, const EfficientOutcomes& efficient,
                                 const std::optional<std::string>& parties) {
    const std::vector<std::size_t> columns = efficient.columns_in_file_order();
    if (efficient.listed_table().is_empty) {
        return Diagnostic{{},
                          "there is nothing to plot: every outcome breaks a rule, norm, limit or "
                          "red line",
                          "`unbracket why` and `unbracket bridge` tell which, and what would open "
                          "them"};
    }
    if (columns.size() < 2) {
        return Diagnostic{{}, "a plot needs two parties that count and have values", ""};
    }
    if (!parties) {
        return PlotColumns{columns[0], columns[1]};
    }
    const std::size_t comma = parties->find(',');
    if (comma == std::string::npos) {
        return Diagnostic{{},
                          "`" + *parties + "` does not name two parties",
                          "write two ids with a comma, such as --plot " +
                              party_of(negotiation, efficient, columns[0]).key + "," +
                              party_of(negotiation, efficient, columns[1]).key};
    }
    const auto across = column_named(negotiation, efficient, parties->substr(0, comma));
    const auto up = column_named(negotiation, efficient, parties->substr(comma + 1));
    if (!across || !up) {
        return across ? up.problems() : across.problems();
    }
    if (across.value() == up.value()) {
        return Diagnostic{{}, "`" + *parties + "` names one party twice", "name two parties"};
    }
    return PlotColumns{across.value(), up.value()};
}

std::vector<std::string> plot_lines(const Case& negotiation, const EfficientOutcomes& efficient,
                                    const PlotColumns& columns, std::size_t width) {
    const Plot plot = plot_of(efficient, columns);
    const std::string top = range_text({plot.up.high, plot.up.high}, Places::one);
    const std::string bottom = range_text({plot.up.low, plot.up.low}, Places::one);
    const std::size_t label = std::max(top.size(), bottom.size());
    const std::size_t steps = std::min<std::size_t>(60, width - label - 4);
    std::vector<std::string> grid(plot_height + 1, std::string(steps + 1, ' '));
    for (std::size_t row = 0; row <= plot_height; ++row) {
        put(grid, row, plot.across.place(plot.fallback_across, steps), '.');
    }
    for (std::size_t column = 0; column <= steps; ++column) {
        put(grid, plot.up.place(plot.fallback_up, plot_height), column, '.');
    }
    for (const auto& [across, up] : plot.points) {
        put(grid, plot.up.place(up, plot_height), plot.across.place(across, steps), 'o');
    }
    std::vector<std::string> lines =
        wrapped(party_of(negotiation, efficient, columns.up).name, width);
    for (std::size_t row = 0; row < grid.size(); ++row) {
        const std::string& beside = row == 0 ? top : row == plot_height ? bottom : "";
        std::string line = std::string(label - beside.size(), ' ') + beside + " |" + grid[row];
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(std::move(line));
    }
    lines.push_back(std::string(label, ' ') + " +" + std::string(steps + 1, '-'));
    const std::string left = range_text({plot.across.low, plot.across.low}, Places::one);
    const std::string right = range_text({plot.across.high, plot.across.high}, Places::one);
    std::string foot = std::string(label + 2, ' ') + left;
    const std::size_t end = label + steps + 3;
    foot +=
        std::string(end > foot.size() + right.size() ? end - foot.size() - right.size() : 1, ' ');
    lines.push_back(foot + right);
    for (const std::string& name :
         wrapped(party_of(negotiation, efficient, columns.across).name, end)) {
        lines.push_back(std::string(end - column_count(name), ' ') + name);
    }
    return lines;
}

std::string drawing_remark(const EfficientOutcomes& efficient) {
    const Frontier& frontier = efficient.frontier;
    std::string remark = efficient.is_central ? "Central reading. " : "";
    if (frontier.points.size() < frontier.size) {
        remark += count_text(frontier.points.size()) + " of " + count_text(frontier.size) +
                  " efficient combinations. ";
    }
    remark += efficient.is_complete() ? "" : "Not complete. ";
    return remark.substr(0, remark.empty() ? 0 : remark.size() - 1);
}

std::string plot_svg(const Case& negotiation, const EfficientOutcomes& efficient,
                     const PlotColumns& columns) {
    const Plot plot = plot_of(efficient, columns);
    const std::size_t wide = svg_width - 2 * svg_margin, high = svg_height - 2 * svg_margin;
    const auto x = [&](const Rational& value) {
        return svg_margin + plot.across.place(value, wide);
    };
    const auto y = [&](const Rational& value) {
        return svg_height - svg_margin - plot.up.place(value, high);
    };
    const auto end = [](const Rational& value) { return range_text({value, value}, Places::one); };
    std::string svg = svg_head(svg_width, svg_height, case_heading(negotiation));
    svg += "<rect x=\"" + number(svg_margin) + "\" y=\"" + number(svg_margin) + "\" width=\"" +
           number(wide) + "\" height=\"" + number(high) + "\" fill=\"white\" stroke=\"black\"/>\n";
    svg += svg_line({x(plot.fallback_across), svg_margin},
                    {x(plot.fallback_across), svg_height - svg_margin}, "4 4");
    svg += svg_line({svg_margin, y(plot.fallback_up)},
                    {svg_width - svg_margin, y(plot.fallback_up)}, "4 4");
    std::set<std::pair<std::size_t, std::size_t>> circles; // points that look the same drawn once
    for (const auto& [across, up] : plot.points) {
        circles.emplace(x(across), y(up));
    }
    for (const auto& [at_x, at_y] : circles) {
        svg += "<circle cx=\"" + number(at_x) + "\" cy=\"" + number(at_y) +
               "\" r=\"3\" fill=\"white\" stroke=\"black\"/>\n";
    }
    const std::size_t foot = svg_height - svg_margin + 18;
    svg += svg_text({svg_margin, foot}, SvgAnchor::start, end(plot.across.low));
    svg += svg_text({svg_width - svg_margin, foot}, SvgAnchor::end, end(plot.across.high));
    svg += svg_text({svg_width / 2, foot + 20}, SvgAnchor::middle,
                    party_of(negotiation, efficient, columns.across).name);
    svg += svg_text({svg_margin - 6, svg_height - svg_margin}, SvgAnchor::end, end(plot.up.low));
    svg += svg_text({svg_margin - 6, svg_margin + 10}, SvgAnchor::end, end(plot.up.high));
    svg += svg_text({svg_margin, svg_margin - 10}, SvgAnchor::start,
                    party_of(negotiation, efficient, columns.up).name);
    svg += svg_text({svg_width - svg_margin, svg_margin - 10}, SvgAnchor::end,
                    "dashed: without agreement" + less_supposed(negotiation));
    if (const std::string remark = drawing_remark(efficient); !remark.empty()) {
        svg += svg_text({svg_margin, foot + 36}, SvgAnchor::start, remark);
    }
    return svg + "</svg>\n";
}

} // namespace unbracket
