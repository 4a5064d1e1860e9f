// Spaces beyond ASCII: which of them a reader of plans takes for blanks.

#include "unbracket/io/plan/plain_blanks.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

/// The line with `_` for the space, and `_` in the answer where it stayed.
std::string read(std::string line, const std::string& space) {
    for (std::size_t at = line.find('_'); at != std::string::npos; at = line.find('_', at)) {
        line.replace(at, 1, space);
    }
    std::string plain = with_plain_blanks(line);
    for (std::size_t at = plain.find(space); at != std::string::npos; at = plain.find(space)) {
        plain.replace(at, space.size(), "_");
    }
    return plain;
}

TEST(PlainBlanks, StandForSpacesWhereNumbersAndMarksAre) {
    for (const std::string space : {"\u00A0", "\u3000", "\u200B", "\u202F", "\u2009", "\uFEFF"}) {
        EXPECT_EQ(read("1._Ships pay", space), "1. Ships pay");
        EXPECT_EQ(read("__Article_1_bis_Ships_", space), "  Article 1 bis Ships ");
        EXPECT_EQ(read("-_**(a)**_Ships", space), "- **(a)** Ships");
        EXPECT_EQ(read("1. The ships of all ports pay [ten_/_twelve] or_[_] or none", space),
                  "1. The ships of all ports pay [ten / twelve] or [ ] or none");
        EXPECT_EQ(read("1. The ships of all ports pay [Option_A: ten]", space),
                  "1. The ships of all ports pay [Option A: ten]");
        EXPECT_EQ(read("1. The ships of all ports _ pay", space),
                  "1. The ships of all ports   pay");
    }
}

TEST(PlainBlanks, LeaveWordsAndNumbersAsTheyAre) {
    EXPECT_EQ(read("1. The ships of all ports pay 10_000_marks a_year.", "\u00A0"),
              "1. The ships of all ports pay 10_000_marks a_year.");
    EXPECT_EQ(read("1. 10_000 ships", "\u202F"), "1. 10_000 ships");
    const std::string plain = "1. \u00FCber [a / \u2013 b] \xE2\x82\xAC 5";
    EXPECT_EQ(with_plain_blanks(plain), plain);
    EXPECT_EQ(with_plain_blanks(""), "");
    EXPECT_EQ(wide_space_length("\u00FC", 0), 0U);
    EXPECT_EQ(wide_space_length("\u3000", 0), 3U);
}

} // namespace
} // namespace unbracket
