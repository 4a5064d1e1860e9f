#include "unbracket/report/phrase.hpp"
#include "unbracket/report/svg.hpp"
#include "unbracket/report/timeline_phrase.hpp"
#include "unbracket/report/timeline_text.hpp"
#include "unbracket/report/trend_text.hpp"

#include <algorithm>

// A row for each date, from top to bottom; the answer stands on the left where it was looked for, a
// bar runs down as long as it holds. Rows are in order of time and not to scale. Nothing is
// coloured.

namespace unbracket {

namespace {

constexpr std::size_t most_rows = 100;
constexpr std::size_t row_height = 22;
constexpr std::size_t top = 60;
constexpr std::size_t verdict_left = 12;
constexpr std::size_t bar_left = 118;
constexpr std::size_t date_left = 140;
constexpr std::size_t text_left = 230;
constexpr std::size_t width = 960;
constexpr std::size_t text_columns = 100;

std::string row_text(const Timeline& timeline, const TimelineDate& date) {
    std::string text;
    std::size_t said = 0;
    for (const Occurrence& occurrence : date.occurrences) {
        if (occurrence.kind == OccurrenceKind::statement) {
            ++said;
            continue;
        }
        text += (text.empty() ? "" : "; ") +
                phrase::occurrence_text(timeline.whole.negotiation, occurrence);
    }
    if (said > 0) {
        text += (text.empty() ? "" : "; ") + counted(said, "statement", "statements");
    }
    return text;
}

std::string mark(const SvgPoint& at, bool is_filled) {
    return "<circle cx=\"" + std::to_string(at.x) + "\" cy=\"" + std::to_string(at.y) +
           "\" r=\"5\" fill=\"" + (is_filled ? "black" : "white") + "\" stroke=\"black\"/>\n";
}

std::string row(const Timeline& timeline, std::size_t at, std::size_t y) {
    const TimelineDate& date = timeline.dates[at];
    const Standing* before = at == 0 ? nullptr : standing_before(timeline, at);
    const Standing* now = standing_after(timeline, at);
    const bool is_news = now != nullptr && (before == nullptr || before->verdict != now->verdict);
    const std::string whole = row_text(timeline, date);
    const std::vector<std::string> lines = wrapped(whole, text_columns);
    std::string text = "<g>\n<title>" + svg_escaped(whole) + "</title>\n";
    text += mark({bar_left, y}, !date.changes.entries.empty());
    if (is_news) {
        text += svg_text({verdict_left, y + 4}, SvgAnchor::start, verdict_words(now->verdict));
    }
    text += svg_text({date_left, y + 4}, SvgAnchor::start, to_reading_text(date.date));
    text +=
        svg_text({text_left, y + 4}, SvgAnchor::start, lines[0] + (lines.size() > 1 ? " ..." : ""));
    return text + "</g>\n";
}

} // namespace

std::string timeline_svg(const Timeline& timeline) {
    const std::size_t rows = std::min(timeline.dates.size(), most_rows);
    const std::size_t bottom = top + rows * row_height;
    const std::string heading = phrase::timeline_heading(timeline);
    const trend::Drawing trend = trend::drawing(timeline, bottom + 2 * row_height);
    const std::size_t height = trend.bottom + row_height;
    std::string text = svg_head(width, height, heading);
    text += "<rect width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) +
            "\" fill=\"white\"/>\n";
    text += svg_text({verdict_left, 24}, SvgAnchor::start, heading);
    if (rows > 1) {
        text += svg_line({bar_left, top}, {bar_left, bottom - row_height}, "");
    }
    for (std::size_t i = 0; i < rows; ++i) {
        text += row(timeline, i, top + i * row_height);
    }
    text += svg_text({verdict_left, bottom + 10}, SvgAnchor::start,
                     "On the left the answer under the entries of the date; it holds until another "
                     "one stands below. Filled: an entry changed. Not to scale.");
    if (rows < timeline.dates.size()) {
        text += svg_text({verdict_left, bottom + 10 + row_height}, SvgAnchor::start,
                         count_text(timeline.dates.size() - rows) + " later dates are not drawn.");
    }
    return text + trend.elements + "</svg>\n";
}

} // namespace unbracket
