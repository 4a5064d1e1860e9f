#include "unbracket/base/diagnostic.hpp"
#include "unbracket/base/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

namespace unbracket {
namespace {

TEST(FileName, IsSharedByItsCopiesAndComparedByText) {
    const FileName name = "a folder with a long name/a.toml";
    const FileName copy = name;
    EXPECT_EQ(&copy.text(), &name.text()) << "a copy holds no text of its own";
    const FileName same = std::string(name.text());
    EXPECT_NE(&same.text(), &name.text());
    EXPECT_EQ(same, name);
    EXPECT_EQ(std::string("a") + "b", FileName("ab"));
    EXPECT_LT(FileName("a"), FileName("b"));
    EXPECT_NE(FileName("a"), FileName("A"));
}

TEST(FileName, IsEmptyOfNoTextAndOfAnEmptyOne) {
    EXPECT_TRUE(FileName().empty());
    EXPECT_TRUE(FileName("").empty());
    EXPECT_EQ(FileName(), FileName(""));
    EXPECT_EQ(FileName().text(), "");
    EXPECT_FALSE(FileName("a").empty());
    EXPECT_LT(FileName(), FileName("a"));
}

TEST(FileName, OutlivesWhatItWasCopiedFrom) {
    FileName first = "a.toml";
    const FileName copy = first;
    first = "b.toml";
    const FileName moved = std::move(first);
    EXPECT_EQ(copy.text(), "a.toml");
    EXPECT_EQ(moved.text(), "b.toml");
}

TEST(SourcePosition, IsShownAsFarAsItIsKnown) {
    EXPECT_EQ(to_string(SourcePosition{"a.toml", 3, 14}), "a.toml:3:14");
    EXPECT_EQ(to_string(SourcePosition{"a.toml", 3, 0}), "a.toml:3");
    EXPECT_EQ(to_string(SourcePosition{"a.toml", 0, 0}), "a.toml");
    EXPECT_EQ(to_string(SourcePosition{"--set", 0, 7}), "--set");
    EXPECT_EQ(to_string(SourcePosition{}), "");
}

TEST(SourcePosition, InATableIsShownAsACell) {
    EXPECT_EQ(to_string(SourcePosition{"a.xlsx, sheet S, cell", 7, 3}), "a.xlsx, sheet S, cell C7");
    EXPECT_EQ(to_string(SourcePosition{"a.csv, cell", 12, 28}), "a.csv, cell AB12");
    EXPECT_EQ(to_string(SourcePosition{"a.csv, cell", 0, 0}), "a.csv, cell");
    EXPECT_EQ(to_string(SourcePosition{"a cell", 1, 2}), "a cell:1:2");
}

TEST(SourcePosition, IsOrderedByFileThenLineThenColumn) {
    EXPECT_LT((SourcePosition{"a", 9, 9}), (SourcePosition{"b", 1, 1}));
    EXPECT_LT((SourcePosition{"a", 2, 9}), (SourcePosition{"a", 10, 1}));
    EXPECT_LT((SourcePosition{"a", 2, 9}), (SourcePosition{"a", 2, 10}));
}

TEST(Diagnostic, SaysWhereWhatAndHowToMendIt) {
    EXPECT_EQ(to_string(Diagnostic{{"a.toml", 1, 2}, "it is wrong", "mend it"}),
              "a.toml:1:2: it is wrong; mend it");
    EXPECT_EQ(to_string(Diagnostic{{"a.toml", 1, 2}, "it is wrong", ""}),
              "a.toml:1:2: it is wrong");
    EXPECT_EQ(to_string(Diagnostic{{}, "it is wrong", "mend it"}), "it is wrong; mend it");
}

TEST(Result, HoldsAValueOrProblems) {
    const Result<int> good = 7;
    EXPECT_TRUE(good.ok());
    EXPECT_TRUE(static_cast<bool>(good));
    EXPECT_EQ(good.value(), 7);
    EXPECT_TRUE(good.problems().empty());
    const Result<int> bad = Diagnostic{{}, "no number", ""};
    EXPECT_FALSE(bad.ok());
    EXPECT_FALSE(static_cast<bool>(bad));
    ASSERT_EQ(bad.problems().size(), 1U);
    EXPECT_EQ(bad.problems().front().what, "no number");
}

TEST(Result, KeepsProblemsInOrder) {
    const Result<int> bad = Diagnostics{{{}, "first", ""}, {{}, "second", ""}};
    ASSERT_EQ(bad.problems().size(), 2U);
    EXPECT_EQ(bad.problems()[0].what, "first");
    EXPECT_EQ(bad.problems()[1].what, "second");
}

TEST(Result, LetsItsValueBeChangedAndMovedOut) {
    Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
    *result.value() += 1;
    const std::unique_ptr<int> taken = std::move(result).value();
    EXPECT_EQ(*taken, 4);
}

TEST(ResultDeathTest, WrongCallsSayWhatTheyNeed) {
    const Result<int> bad = Diagnostic{{}, "no number", ""};
    EXPECT_DEATH(static_cast<void>(bad.value()), "value\\(\\) needs a result that succeeded");
    EXPECT_DEATH(static_cast<void>(Result<int>(Diagnostics{})),
                 "a failed result names at least one problem");
}

TEST(RequireDeathTest, PrintsOneLineWithThePlaceAndAborts) {
    EXPECT_DEATH(UNBRACKET_REQUIRE(1 > 2, "numbers are ordered"),
                 "unbracket: wrong call: numbers are ordered \\(.*diagnostic_test.cpp:[0-9]+\\)");
    EXPECT_DEATH(UNBRACKET_ASSERT(1 > 2), "internal error: 1 > 2 does not hold");
    UNBRACKET_REQUIRE(2 > 1, "numbers are ordered");
    UNBRACKET_ASSERT(2 > 1);
}

} // namespace
} // namespace unbracket
