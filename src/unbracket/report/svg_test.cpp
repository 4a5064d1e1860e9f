#include "unbracket/report/svg.hpp"

#include <gtest/gtest.h>

namespace unbracket {

TEST(Svg, TextHoldsNoMarkup) {
    EXPECT_EQ(svg_escaped("a<b>&\"c\""), "a&lt;b&gt;&amp;&quot;c&quot;");
}

TEST(Svg, TextHoldsNothingThatTurnsTheDirectionOfWriting) {
    EXPECT_EQ(svg_escaped("a\u202Eb\u2066c\nd"), "a b c d");
    EXPECT_EQ(svg_escaped("\u05D0\u00E9"), "\u05D0\u00E9");
}

} // namespace unbracket
