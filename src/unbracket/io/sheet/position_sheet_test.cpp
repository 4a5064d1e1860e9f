#include "unbracket/io/sheet/position_sheet.hpp"
#include "unbracket/io/sheet/sheet_csv.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

Node document(const std::string& text) {
    Node read = read_toml(text, "case.toml").value();
    EXPECT_TRUE(bind_case(read).ok());
    return read;
}

TEST(PositionSheet, HasARowForEachOptionAndAColumnForEachParty) {
    EXPECT_EQ(write_sheet_csv(position_sheet(document(R"(unbracket = 1
party.alta = {}
party.bera = {}
point.4 = "Term"
[issue.term]
point = 4
title = "How long"
option = { five = "5 years", ten = { title = "10 years" }, open = "" }
weight = { alta = "high", bera = [10, 20] }
stance.alta = { five = "ideal", ten = "unknown", open = "redline bad" }
stance.bera = "ten > five | open"
[issue.share]
range = { min = 10, max = 30, step = 10 }
weight.alta = 5
curve.alta = { ideal = 10, acceptable = 20, redline = "> 20" }
[order]
weight.alta = "term > share"
[fallback]
alta = "100/3"
bera = { trend = "falling", value = 20 }
)"))),
              R"(point,issue,option,title,alta,bera
4,term,(weight),How long,high,"[10, 20]"
4,term,(order),,,ten > five | open
4,term,five,5 years,ideal,
4,term,ten,10 years,,
4,term,open,,redline bad,
,share,(weight),,5,
,share,(ideal),,10,
,share,(acceptable),,20,
,share,(tolerable),,,
,share,(bad),,,
,share,(redline),,> 20,
,,(fallback),,100/3,"{ trend = ""falling"", value = 20 }"
,,(intent),,,
,,(order of weights),,term > share,
)");
}

TEST(PositionSheet, ListsTheStepsOfANumberThatPartiesScore) {
    const Node scored = document(R"(unbracket = 1
party.point = {}
[issue.share]
range = { min = 10, max = 30, step = 10 }
score.point = { 30 = 2, 10 = "redline", "20" = 1.50 }
[issue.term]
option = ["five", "ten"]
score.point = { five = 1, ten = 2 }
[fallback]
point = 1
)");
    EXPECT_EQ(write_sheet_csv(position_sheet(scored)), R"(point,issue,option,title,party.point
,share,(weight),,
,share,30,,2
,share,10,,redline
,share,20,,1.5
,term,(weight),,
,term,five,,1
,term,ten,,2
,,(fallback),,1
,,(intent),,
,,(order of weights),,
)");
    EXPECT_EQ(position_count(scored), 6U);
    EXPECT_TRUE(beside_positions(scored).empty());
}

TEST(PositionSheet, SaysWhatElseTheCaseHolds) {
    const Node whole = document(R"(unbracket = 1
party.a = {}
[issue.x]
option = ["one", "two"]
score.a = { one = 1, two = 2 }
[fallback]
a = 1
[draft.d]
set = { x = "one" }
[[limit]]
party = "a"
never = { x = "one" }
[[limit]]
party = "norm"
never = { x = "one" }
[[said]]
id = "s1"
who = "w"
claim = "c"
[words.stance]
acceptable = [55, 90]
)");
    EXPECT_EQ(beside_positions(whole),
              (std::vector<std::string>{"2 limits", "1 draft", "1 statement", "1 table of words"}));
}

} // namespace
} // namespace unbracket
