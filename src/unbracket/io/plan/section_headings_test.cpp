#include "unbracket/io/plan/section_headings.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace unbracket {
namespace {

using Clauses = std::vector<std::size_t>;

TEST(SectionHeadings, OfADeeperLevelStandBelow) {
    SectionHeadings headings;
    EXPECT_EQ(headings.clauses(), Clauses{});
    headings.open(0, 1, "");
    headings.open(1, 2, "");
    headings.open(4, 2, "");
    EXPECT_EQ(headings.clauses(), (Clauses{0, 4}));
    headings.open(5, 1, "");
    EXPECT_EQ(headings.clauses(), Clauses{5});
}

TEST(SectionHeadings, EndAtAClauseWithAHeadingOfTheirLevel) {
    SectionHeadings headings;
    headings.open(0, 0, "part");
    headings.open(1, 2, "");
    headings.open(2, 3, "");
    headings.close(4);
    EXPECT_EQ(headings.clauses(), (Clauses{0, 1, 2}));
    headings.close(3);
    EXPECT_EQ(headings.clauses(), (Clauses{0, 1}));
    headings.close(1);
    EXPECT_EQ(headings.clauses(), Clauses{0});
}

TEST(SectionHeadings, EndBeforeTheOneThatReplacesThem) {
    SectionHeadings headings;
    headings.open(0, 1, "part");
    headings.open(1, 2, "");
    headings.close_for(3, "");
    EXPECT_EQ(headings.clauses(), (Clauses{0, 1}));
    headings.close_for(2, "");
    EXPECT_EQ(headings.clauses(), Clauses{0});
    headings.close_for(0, "Part");
    EXPECT_EQ(headings.clauses(), Clauses{});
}

TEST(SectionHeadings, OfTheSameWordReplaceEachOther) {
    SectionHeadings headings;
    headings.open(0, 0, "PART");
    headings.open(1, 0, "Chapter");
    headings.open(2, 0, "CHAPTER");
    EXPECT_EQ(headings.clauses(), (Clauses{0, 2}));
    headings.open(3, 0, "Part");
    EXPECT_EQ(headings.clauses(), Clauses{3});
    headings.open(4, 2, "");
    EXPECT_EQ(headings.clauses(), (Clauses{3, 4}));
}

} // namespace
} // namespace unbracket
