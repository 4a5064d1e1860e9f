#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

struct TextPlace {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// How a line joins the words before it.
enum class Joint {
    blank,    // behind a blank
    line,     // on a line of its own
    doubtful, // ... that may be no part of what the line before it belongs to
    apart,    // ... that is none
};

/// The words of a clause, joined from its lines, that knows where each of them stood. Markdown's
/// escapes and code marks are still in it.
class Passage {
public:
    const std::string& text() const { return text_; }
    bool is_empty() const { return text_.empty(); }

    /// Appends a line without the blanks around it.
    void add(std::string_view words, TextPlace at, Joint joint);
    /// The same for words in which no bracket has a meaning.
    void add_literally(std::string_view words, TextPlace at);

    TextPlace place(std::size_t offset) const;

    /// Offsets of the first bytes of lines that were added as doubtful and as apart, in order.
    const std::vector<std::size_t>& doubtful_lines() const { return doubtful_; }
    const std::vector<std::size_t>& lines_apart() const { return apart_; }

private:
    struct Anchor {
        std::size_t offset = 0;
        TextPlace at;
    };
    std::string text_;
    std::vector<Anchor> anchors_;
    std::vector<std::size_t> doubtful_;
    std::vector<std::size_t> apart_;
};

/// Without Markdown's backslashes and double asterisks, each run of blanks as one.
std::string plain_text(std::string_view marked);

/// With blanks for line ends.
std::string one_line(std::string_view text);

/// Cut behind so many code points, with three dots for the rest.
std::string shortened(std::string_view text, std::size_t most);

/// Without the blanks at both ends.
std::string_view without_outer_blanks(std::string_view text);

bool is_blank_byte(char byte);
bool is_digit(char byte);
bool is_ascii_letter(char byte);
char lower_byte(char byte);

/// Case of letters a to z does not count.
bool same_letters(std::string_view left, std::string_view right);

} // namespace unbracket
