#include "unbracket/report/page.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <utility>

namespace unbracket {

namespace {

constexpr std::size_t margin_width = 10;
constexpr std::size_t column_gap = 2;

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The code point that begins at that place; texts are valid UTF-8 by the time they are shown.
std::uint32_t code_point_at(std::string_view text, std::size_t start) {
    const auto first = static_cast<unsigned char>(text[start]);
    std::uint32_t code = first < 0x80U   ? first
                         : first < 0xE0U ? first & 0x1FU
                         : first < 0xF0U ? first & 0x0FU
                                         : first & 0x07U;
    for (std::size_t i = start + 1; i < text.size() && is_continuation(text[i]); ++i) {
        code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return code;
}

using CodeRange = std::pair<std::uint32_t, std::uint32_t>;

constexpr std::array<CodeRange, 5> combining_ranges = {{
    {0x0300, 0x036F},
    {0x1AB0, 0x1AFF},
    {0x200B, 0x200F},
    {0x20D0, 0x20FF},
    {0xFE00, 0xFE0F},
}};
constexpr std::array<CodeRange, 9> wide_ranges = {{
    {0x1100, 0x115F},
    {0x2E80, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD},
}};

template <std::size_t Size>
bool is_in(const std::array<CodeRange, Size>& ranges, std::uint32_t code) {
    return std::any_of(ranges.begin(), ranges.end(), [code](const CodeRange& range) {
        return range.first <= code && code <= range.second;
    });
}

std::size_t columns_of(std::uint32_t code) {
    if (is_in(combining_ranges, code)) {
        return 0;
    }
    return is_in(wide_ranges, code) ? 2 : 1;
}

/// End of the longest beginning of a word that fits; at least one code point.
std::size_t fitting_bytes(std::string_view word, std::size_t width) {
    std::size_t columns = 0, end = 0;
    while (end < word.size()) {
        std::size_t next = end + 1;
        while (next < word.size() && is_continuation(word[next])) {
            ++next;
        }
        columns += columns_of(code_point_at(word, end));
        if (columns > width && end > 0) {
            break;
        }
        end = next;
    }
    return end;
}

/// Reads no further than it has to, since words may be as long as a file.
bool fits_in(std::string_view word, std::size_t width) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < word.size() && columns <= width; ++i) {
        columns += is_continuation(word[i]) ? 0 : columns_of(code_point_at(word, i));
    }
    return columns <= width;
}

bool is_blank(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code <= 0x20U || code == 0x7FU;
}

/// Codes that make a terminal act, or turn the direction of what follows.
bool acts_on_terminals(std::uint32_t code) {
    return code < 0x20U || (0x7FU <= code && code < 0xA0U) ||
           (0x202AU <= code && code <= 0x202EU) || (0x2066U <= code && code <= 0x2069U);
}

/// Whether the blank at that place stands between a number and its percent sign, which stay
/// together.
bool is_before_percent(std::string_view text, std::size_t at) {
    return at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9' && at + 1 < text.size() &&
           text[at + 1] == '%';
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t start = 0; start < text.size();) {
        std::size_t end = start;
        while (end < text.size() && (!is_blank(text[end]) || is_before_percent(text, end))) {
            ++end;
        }
        if (end > start) {
            words.push_back(text.substr(start, end - start));
        }
        start = end + 1;
    }
    return words;
}

std::string padded(std::string_view text, std::size_t width) {
    const std::size_t columns = column_count(text);
    return std::string(text) + std::string(width - std::min(columns, width), ' ');
}

using Rows = std::vector<std::vector<std::string>>;

/// The largest of a measure over the cells of each column.
template <class Measure>
std::vector<std::size_t> largest_by_column(const Rows& rows, Measure measure) {
    std::vector<std::size_t> largest;
    for (const auto& row : rows) {
        largest.resize(std::max(largest.size(), row.size()), 1);
        for (std::size_t i = 0; i < row.size(); ++i) {
            largest[i] = std::max(largest[i], measure(row[i]));
        }
    }
    return largest;
}

std::size_t longest_word(const std::string& cell) {
    std::size_t longest = 0;
    for (const std::string_view word : words_of(cell)) {
        longest = std::max(longest, column_count(word));
    }
    return longest;
}

std::size_t total_width(const std::vector<std::size_t>& widths) {
    const std::size_t gaps = widths.empty() ? 0 : column_gap * (widths.size() - 1);
    return std::accumulate(widths.begin(), widths.end(), gaps);
}

/// The widths of the columns: what they need, or less for the widest ones until all fit; no less
/// than their longest word as long as other columns can give way; the first ones after all others.
std::vector<std::size_t> column_widths(const Rows& rows, std::size_t room, std::size_t kept) {
    auto widths =
        largest_by_column(rows, [](const std::string& cell) { return column_count(cell); });
    auto least = largest_by_column(rows, longest_word);
    std::copy_n(widths.begin(), std::min(kept, widths.size()), least.begin());
    while (total_width(widths) > room) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool can_shrink = widths[i] > least[i];
            if (can_shrink && (widest == widths.size() || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        if (widest < widths.size()) {
            --widths[widest];
        } else if (std::all_of(least.begin(), least.end(), [](auto l) { return l == 1; })) {
            break;
        } else {
            least.assign(least.size(), 1);
        }
    }
    return widths;
}

void drop_trailing_blanks(std::string& text) {
    text.erase(text.find_last_not_of(' ') + 1);
}

} // namespace

std::string without_controls(std::string_view text) {
    std::string result;
    bool is_kept = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_continuation(text[i])) {
            is_kept = !acts_on_terminals(code_point_at(text, i));
            result += is_kept ? "" : " ";
        }
        if (is_kept) {
            result += text[i];
        }
    }
    return result;
}

std::size_t column_count(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        columns += is_continuation(text[i]) ? 0 : columns_of(code_point_at(text, i));
    }
    return columns;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    const std::string printable = without_controls(text);
    std::size_t used = 0;
    for (std::string_view word : words_of(printable)) {
        while (!word.empty()) {
            const std::size_t gap = used > 0 ? 1 : 0;
            const bool is_over = used + gap > width || !fits_in(word, width - used - gap);
            if (used > 0 && is_over) {
                lines.emplace_back();
                used = 0;
                continue;
            }
            const std::size_t bytes = fitting_bytes(word, width);
            lines.back() += std::string(gap, ' ');
            lines.back() += word.substr(0, bytes);
            used += gap + column_count(word.substr(0, bytes));
            word.remove_prefix(bytes);
        }
    }
    return lines;
}

std::vector<std::vector<std::string>> head_rows(const std::vector<std::string>& names,
                                                const std::vector<std::vector<std::string>>& body) {
    Rows heads;
    for (std::size_t at = 0; at < names.size(); ++at) {
        std::size_t width = longest_word(names[at]);
        for (const auto& row : body) {
            width = std::max(width, column_count(row[at + 1]));
        }
        const std::vector<std::string> lines = wrapped(names[at], width);
        while (heads.size() < lines.size()) {
            heads.emplace_back(body.front().size());
        }
        for (std::size_t line = 0; line < lines.size(); ++line) {
            heads[line][at + 1] = lines[line];
        }
    }
    return heads;
}

Page::Page(const ScreenOptions& options)
    : width_(std::max(options.width, narrowest_page)), emphasis_(options.emphasis),
      lists_(options.lists), extent_(options.extent) {}

std::string Page::emphasised(std::string_view text) const {
    return emphasis_ == Emphasis::bold ? "\033[1m" + std::string(text) + "\033[0m"
                                       : std::string(text);
}

void Page::title(std::string_view text) {
    if (extent_ == Extent::answer && headings_ > 0) {
        return;
    }
    for (const std::string& row : wrapped(text, width_)) {
        text_ += emphasised(row) + "\n";
    }
}

void Page::blank_line() {
    // A blank line ends a section; behind the answer nothing follows it.
    text_ += extent_ == Extent::answer && headings_ > 0 ? "" : "\n";
}

void Page::paragraph(std::string_view text) {
    if (extent_ == Extent::answer && headings_ > 0) {
        return;
    }
    for (const std::string& row : wrapped(text, width_)) {
        text_ += row + "\n";
    }
}

void Page::heading(std::string_view name) {
    heading_ = name;
}

/// The heading the first time, blanks afterwards.
std::string Page::take_margin() {
    const std::string name = std::exchange(heading_, {});
    const std::string blanks(margin_width - std::min(name.size(), margin_width), ' ');
    return name.empty() ? blanks : emphasised(name) + blanks;
}

void Page::put_row(std::string row) {
    headings_ += heading_.empty() ? 0U : 1U;
    if (is_over()) {
        heading_.clear();
        return;
    }
    drop_trailing_blanks(row);
    text_ += take_margin() + row;
    drop_trailing_blanks(text_);
    text_ += '\n';
}

void Page::put(std::string_view lead, std::string_view text) {
    const std::size_t indent = margin_width + column_count(lead);
    std::string front(lead);
    for (const std::string& row : wrapped(text, width_ - std::min(indent, width_ - 1))) {
        put_row(front + row);
        front = std::string(column_count(lead), ' ');
    }
}

void Page::line(std::string_view text) {
    put("", text);
}

void Page::item(std::string_view mark, std::string_view text) {
    put(std::string(mark) + " ", text);
}

bool Page::fits(const std::vector<std::vector<std::string>>& rows) const {
    const auto widths =
        largest_by_column(rows, [](const std::string& cell) { return column_count(cell); });
    return total_width(widths) <= width_ - margin_width;
}

void Page::table(const std::vector<std::vector<std::string>>& rows, std::size_t kept) {
    const std::vector<std::size_t> widths = column_widths(rows, width_ - margin_width, kept);
    for (const auto& row : rows) {
        std::vector<std::vector<std::string>> cells;
        std::size_t height = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            cells.push_back(wrapped(row[i], widths[i]));
            height = std::max(height, cells.back().size());
        }
        for (std::size_t at = 0; at < height; ++at) {
            std::string line;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                line += padded(at < cells[i].size() ? cells[i][at] : "", widths[i] + column_gap);
            }
            put_row(std::move(line));
        }
    }
}

} // namespace unbracket
