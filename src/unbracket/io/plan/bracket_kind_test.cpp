#include "unbracket/io/plan/bracket_kind.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

TEST(BracketKind, KnowsGapsFromWords) {
    for (const char* gap : {"", " ", "...", "____", "x", "XX", "nn", "date", "day month year", "?",
                            "to be agreed by the Parties", "Insert place"}) {
        EXPECT_TRUE(is_gap(gap)) << gap;
    }
    for (const char* words :
         {"a", "the date", "xylophone", "inserted", "10", "never to be agreed", "xy"}) {
        EXPECT_FALSE(is_gap(words)) << words;
    }
}

TEST(BracketKind, KnowsRemarks) {
    EXPECT_TRUE(is_remark("Note: see below"));
    EXPECT_TRUE(is_remark("sic"));
    EXPECT_FALSE(is_remark("notes of both Parties"));
    EXPECT_FALSE(is_remark("sick"));
}

TEST(BracketKind, KnowsNamesInCapitals) {
    EXPECT_TRUE(is_names("ALTA"));
    EXPECT_TRUE(is_names("ALTA, BERA & CODA"));
    EXPECT_FALSE(is_names("Alta"));
    EXPECT_FALSE(is_names("A"));
    EXPECT_FALSE(is_names("30"));
    EXPECT_FALSE(is_names("ALTA 30"));
}

TEST(BracketKind, KnowsWhoseWordsTheyAre) {
    EXPECT_TRUE(tells_author("Alta: within ten days"));
    EXPECT_TRUE(tells_author("the Upper State waits - proposed by Alta"));
    EXPECT_FALSE(tells_author("within ten days: no more"));
    EXPECT_FALSE(tells_author("A sentence that has many words and then: this"));
    EXPECT_FALSE(tells_author(""));
    EXPECT_FALSE(tells_author("Option A: within ten days"));
    EXPECT_FALSE(tells_author("Alternative 2: within ten days"));
    EXPECT_TRUE(tells_author("Option Group: within ten days"));
}

TEST(BracketKind, KnowsWordsJoinedByASlash) {
    EXPECT_TRUE(is_joined_by_slash("shall/should"));
    for (const char* words :
         {"and/or", "24/7", "m3/s", "shall/should pay", "https://a.example/b", "/a", "a/"}) {
        EXPECT_FALSE(is_joined_by_slash(words)) << words;
    }
}

TEST(BracketKind, KnowsSlashesWithABlankOnOneSideAlone) {
    for (const char* words : {"ten/ twenty", "ten /twenty", "a / b/ c", "30/ 40 / 50"}) {
        EXPECT_TRUE(has_half_parting_slash(words)) << words;
    }
    for (const char* words : {"ten / twenty", "shall/should", "/ a", "a /", " /a", "", "/"}) {
        EXPECT_FALSE(has_half_parting_slash(words)) << words;
    }
}

TEST(BracketKind, KnowsWordsPartedByABar) {
    EXPECT_TRUE(is_parted_by_bar("ten days | a month"));
    EXPECT_TRUE(is_parted_by_bar("shall|should"));
    for (const char* words : {"|x|", "at most |x| days", "| a", "a |", "a / b", " | ", ""}) {
        EXPECT_FALSE(is_parted_by_bar(words)) << words;
    }
}

} // namespace
} // namespace unbracket
