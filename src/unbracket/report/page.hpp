#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// Headings in bold, or nothing but text. No other colour is ever used, so that none can take a
/// side.
enum class Emphasis { plain, bold };

/// Whether long lists end in "5 more". Everything is in the JSON form anyway.
enum class Lists { shortened, full };

/// How many things of a list are shown where usually so many are.
inline std::size_t shown_at_most(Lists lists, std::size_t usual) {
    constexpr std::size_t no_limit = 1'000'000'000;
    return lists == Lists::full ? no_limit : usual;
}

inline constexpr std::size_t narrowest_page = 60;

/// The whole screen, or what stands before the second of its headings: the answer alone.
enum class Extent { whole, answer };

struct ScreenOptions {
    std::size_t width = 80; // columns; below `narrowest_page` that is used
    Emphasis emphasis = Emphasis::plain;
    Lists lists = Lists::shortened;
    Extent extent = Extent::whole;
};

/// Columns a UTF-8 text takes: one for each code point, none for combining marks, two for wide
/// scripts.
std::size_t column_count(std::string_view text);

/// A blank for each character that makes a terminal act, or turns the direction of what follows.
std::string without_controls(std::string_view text);

/// Breaks a text at blanks into lines of at most `width` columns; a longer word is cut. Blanks
/// between words become one, control characters become blanks. Never empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Names over the columns of `body` behind its first one, broken between words so that no column
/// gets wider by them; as many rows as that takes, each as long as those of the body.
std::vector<std::vector<std::string>> head_rows(const std::vector<std::string>& names,
                                                const std::vector<std::vector<std::string>>& body);

/// A screen of sections with hanging indents, filled from top to bottom. No line is ever wider than
/// the page, and none ends in a blank.
class Page {
public:
    explicit Page(const ScreenOptions& options);

    /// Free text over the whole width, as a heading of its own.
    void title(std::string_view text);
    /// Free text over the whole width.
    void paragraph(std::string_view text);
    void blank_line();

    /// What is added next stands beside this name; nothing is printed when nothing is added.
    void heading(std::string_view name);
    /// Sentences beside the heading.
    void line(std::string_view text);
    /// A line that begins with a mark (a number, a dash); what follows hangs behind it.
    void item(std::string_view mark, std::string_view text);
    /// Rows of cells in columns as wide as their widest cell; where that is too wide for the page,
    /// the widest columns give way and wrap in themselves, the first `kept` ones last.
    void table(const std::vector<std::vector<std::string>>& rows, std::size_t kept = 0);
    /// Whether such a table fits without wrapping.
    bool fits(const std::vector<std::vector<std::string>>& rows) const;

    const std::string& text() const { return text_; }
    std::size_t width() const { return width_; }
    /// How many things of a list to show where usually so many are.
    std::size_t most(std::size_t usual) const { return shown_at_most(lists_, usual); }
    bool is_full() const { return lists_ == Lists::full; }

private:
    bool is_over() const { return extent_ == Extent::answer && headings_ > 1; }
    std::string take_margin();
    void put_row(std::string row);
    void put(std::string_view lead, std::string_view text);
    std::string emphasised(std::string_view text) const;

    std::size_t width_;
    Emphasis emphasis_;
    Lists lists_;
    Extent extent_;
    std::size_t headings_ = 0; // printed, or about to be
    std::string heading_;
    std::string text_;
};

} // namespace unbracket
