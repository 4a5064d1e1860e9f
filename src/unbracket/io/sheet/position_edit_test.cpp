#include "unbracket/io/sheet/position_edit.hpp"
#include "unbracket/io/sheet/position_sheet.hpp"
#include "unbracket/io/sheet/sheet_csv.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string sample = R"(unbracket = 1
party.alta = {}
party.bera = {}
party.coda = {}
[issue.term]
point = "4"
option = { five = "5 years", ten = "10 years", open = "open end" }
weight = { alta = "high", bera = 20 }
stance.alta = { five = "ideal", ten = "unknown", open = "bad" }
stance.bera = "ten > five | open"
score.coda = { five = 1, ten = 2, open = 3 }
[issue.share]
range = { min = 10, max = 30, step = 10 }
weight.alta = 5
curve.alta = { ideal = 10, acceptable = 20, redline = "> 20" }
score.coda = { 10 = 1, 20 = 2, 30 = 3 }
[issue.seat]
option = ["north", "south"]
score.coda = { north = 1, south = 2 }
[point]
4 = "Term"
[fallback]
alta = 20
bera = 10
coda = 1
[[said]]
id = "s1"
who = "Alta"
speaks_for = "alta"
claim = "five years"
supports = ["issue.term.stance.alta.five", "fallback.alta"]
)";

Node base() {
    return read_toml(sample, "case.toml").value();
}

EditedDocument edited(const std::string& csv) {
    const Result<EditedDocument> found =
        with_positions(base(), read_sheet_csv(csv, "t.csv").value());
    EXPECT_TRUE(found.ok()) << (found ? "" : to_string(found.problems().front()));
    EXPECT_TRUE(!found || bind_case(found.value().document).ok());
    return found ? found.value() : EditedDocument();
}

/// `address: before -> after` of each change, a line each.
std::string changes(const std::string& csv) {
    std::string text;
    for (const SheetChange& change : edited(csv).changes) {
        text += change.address + ": " + change.before + " -> " + change.after + "\n";
    }
    return text;
}

std::string problems(const std::string& csv) {
    Result<EditedDocument> found = with_positions(base(), read_sheet_csv(csv, "t.csv").value());
    Diagnostics all = found.problems();
    if (found) {
        all = bind_case(found.value().document).problems();
    }
    std::string text;
    for (const Diagnostic& problem : all) {
        text += to_string(problem) + "\n";
    }
    return text;
}

TEST(Positions, ThatNobodyTouchedChangeNothing) {
    const Result<EditedDocument> same = with_positions(base(), position_sheet(base()));
    ASSERT_TRUE(same.ok());
    EXPECT_TRUE(same.value().changes.empty());
    EXPECT_TRUE(same.value().left_out.empty());
    EXPECT_TRUE(same.value().document.same_content(base()));
}

TEST(Positions, ReplaceValuesAndSayEachOne) {
    EXPECT_EQ(
        changes("issue,option,alta,bera\nterm,(weight),\"[20, 30]\",20.0\nterm,open,redline,\n"),
        "issue.term.weight.alta: high -> [20, 30]\nissue.term.stance.alta.open: bad -> redline\n");
}

TEST(Positions, MayStandInAnyOrder) {
    EXPECT_EQ(changes("bera,option,alta,issue\n,five,tolerable,term\n20,(weight),highest,term\n"
                      "30,(fallback),20,\n"),
              "issue.term.weight.alta: high -> highest\nfallback.bera: 10 -> 30\n"
              "issue.term.stance.alta.five: ideal -> tolerable\n");
}

TEST(Positions, SayUnknownWhereTheyAreEmpty) {
    EXPECT_EQ(changes("issue,option,alta\nterm,five,\nterm,ten,\n"),
              "issue.term.stance.alta.five: ideal -> unknown\n");
    EXPECT_EQ(changes("issue,option,alta\nterm,(weight),\n,(fallback),\nshare,(acceptable),\n"),
              "issue.term.weight.alta: high -> \nfallback.alta: 20 -> \n"
              "issue.share.curve.alta.acceptable: 20 -> \n");
}

TEST(Positions, RateNoNumberBesideACurveUnlessItIsEmptied) {
    const std::string problem = problems("issue,option,alta\nshare,20,bad\n");
    EXPECT_EQ(problem.substr(0, problem.find(';')),
              "t.csv, cell C2: party `alta` has a curve on issue `share`, and this cell rates one "
              "number of it");
    EXPECT_EQ(problems("issue,option,alta\nshare,(ideal),\nshare,(acceptable),\n"
                       "share,(redline),\nshare,10,bad\nshare,20,ideal\nshare,30,bad\n"),
              "");
}

TEST(Positions, LeaveRowsAndColumnsThatAreNotThere) {
    const EditedDocument few = edited("issue,option,alta\nterm,five,bad\n");
    EXPECT_EQ(few.changes.size(), 1U);
    EXPECT_EQ(few.left_out.front(), "row (weight) of term");
    EXPECT_EQ(few.left_out.back(), "column coda");
}

TEST(Positions, ThatChangeRestOnNothingThatWasSaidBefore) {
    const Node after = edited("issue,option,alta\nterm,five,bad\n").document;
    EXPECT_EQ(canonical_text(*after.find("said")->items[0].find("supports")),
              R"(["fallback.alta"])");
}

TEST(Positions, KeepScoresWhereThePartyHasScores) {
    EXPECT_EQ(changes("issue,option,coda\nterm,five,2.5\nshare,20.0,7\n"),
              "issue.term.score.coda.five: 1 -> 2.5\nissue.share.score.coda.20: 2 -> 7\n");
    EXPECT_NE(problems("issue,option,coda\nterm,five,\n").find("five"), std::string::npos);
}

TEST(Positions, TurnAnOrderIntoValuesAndBack) {
    EXPECT_EQ(changes("issue,option,bera\nterm,(order),five > ten | open\n"),
              "issue.term.stance.bera: ten > five | open -> five > ten | open\n");
    EXPECT_EQ(changes("issue,option,bera\nterm,(order),ten > five\nterm,five,bad\nterm,ten,80\n"),
              "issue.term.stance.bera: ten > five | open -> { five = \"bad\", ten = 80 }\n"
              "issue.term.order.bera:  -> ten > five\n");
    EXPECT_EQ(
        changes("issue,option,alta\nterm,(order),ten > five\nterm,five,\nterm,ten,\nterm,open,\n"),
        "issue.term.stance.alta: { five = \"ideal\", ten = \"unknown\", open = \"bad\" } -> ten > "
        "five\n");
    EXPECT_EQ(changes("issue,option,alta\nterm,(order),five > open\n"),
              "issue.term.order.alta:  -> five > open\n");
}

TEST(Positions, AddOptionsAndIssuesWithTheirTitles) {
    EXPECT_EQ(changes("issue,option,title,alta,coda\nterm,twenty,20 years,bad,0\n"),
              "issue.term.option.twenty:  -> \"20 years\"\n"
              "issue.term.stance.alta.twenty:  -> bad\nissue.term.score.coda.twenty:  -> 0\n");
    EXPECT_EQ(changes("point,issue,option,title,alta,coda\n4,fee,(weight),The "
                      "fee,low,\n,fee,none,no fee,bad,1\n"
                      ",fee,some,some fee,ideal,2\n"),
              "issue.fee:  -> a new issue\nissue.fee.title:  -> \"The fee\"\n"
              "issue.fee.option.none:  -> \"no fee\"\nissue.fee.option.some:  -> \"some fee\"\n"
              "issue.fee.weight.alta:  -> low\nissue.fee.stance.alta.none:  -> bad\n"
              "issue.fee.stance.alta.some:  -> ideal\nissue.fee.score.coda.none:  -> 1\n"
              "issue.fee.score.coda.some:  -> 2\n");
}

TEST(Positions, ChangeTitles) {
    EXPECT_EQ(changes("issue,option,title\nterm,five,half a decade\nterm,(weight),How "
                      "long\nseat,north,the north\n"),
              "issue.term.option.five.title: \"5 years\" -> \"half a decade\"\n"
              "issue.term.title:  -> \"How long\"\n"
              "issue.seat.option.north.title:  -> \"the north\"\n");
    const Node after = edited("issue,option,title\nseat,north,the north\n").document;
    EXPECT_EQ(canonical_text(*after.find("issue")->find("seat")->find("option")),
              R"({"north":"the north","south":"south"})");
}

TEST(Positions, TellOfEmptiedTitles) {
    const EditedDocument same = edited("issue,option,title\nterm,five,\nterm,(weight),\n");
    EXPECT_TRUE(same.changes.empty());
    EXPECT_EQ(same.left_out.front(), "the emptied title of term.five"); // term has no title
    EXPECT_EQ(edited("issue,option\nterm,five\n").left_out.front(), "row (weight) of term");
}

TEST(Positions, AreReadWhateverTheLineEndsOfTitles) {
    EXPECT_EQ(changes("issue,option,title\nterm,five,\"half\r\na decade\"\n"),
              "issue.term.option.five.title: \"5 years\" -> \"half\\r\\na decade\"\n");
    const Node two =
        read_toml("[party]\na = \"A\"\nb = \"B\"\n[issue.i]\noption = { x = \"one\\r\\n"
                  "two\", y = \"three\\nfour\" }\n",
                  "c.toml")
            .value();
    const Result<Sheet> sheet =
        read_sheet_csv("issue,option,title\ni,x,\"one\ntwo\"\ni,y,\"three\r\nfour\"\n", "t.csv");
    EXPECT_TRUE(with_positions(two, sheet.value()).value().changes.empty());
}

TEST(Positions, TellNumbersApartThatAreOptions) {
    const Node two =
        read_toml("[party]\na = \"A\"\nb = \"B\"\n[issue.i]\noption = [\"1\", \"01\"]\n"
                  "stance.a = { 1 = \"bad\", 01 = \"ideal\" }\n",
                  "c.toml")
            .value();
    EXPECT_TRUE(with_positions(two, position_sheet(two)).value().changes.empty());
    const Result<Sheet> sheet = read_sheet_csv("issue,option,a\ni,01,bad\ni,1,ideal\n", "t.csv");
    const EditedDocument changed = with_positions(two, sheet.value()).value();
    ASSERT_EQ(changed.changes.size(), 2U);
    EXPECT_EQ(changed.changes[0].address, "issue.i.stance.a.01");
}

TEST(Positions, RefuseIssuesThatAreNotThere) {
    EXPECT_EQ(
        problems("issue,option,title,alta\ntrem,five,5 years,bad\ntrem,ten,10 years,bad\n"),
        "t.csv, cell B2: there is no issue `trem`; did you mean `term`? a new issue has a row "
        "(weight) with its title under `title`\n");
    EXPECT_NE(problems("issue,option,title\nterm,ten,\nfee,(weight),\nfee,x,y\n")
                  .find("there is no issue `fee`"),
              std::string::npos);
}

TEST(Positions, NameTheCellOfEveryProblem) {
    EXPECT_EQ(
        problems("issue;option;alta;brea;alta\nterm;five;12,5;x\nterm;;bad\nterm;five;bad\n"),
        "t.csv, cell D1: no party is called `brea`, nor any other column; did you mean `bera`?\n"
        "t.csv, cell E1: two columns are called `alta`; keep one of them\n"
        "t.csv, cell C2: `12,5` has a comma inside; write 12.5 with a point; the comma could also "
        "mark "
        "thousands\n"
        "t.csv, cell B3: this row names no option; name an option of the issue, or a row such as "
        "(weight)\n"
        "t.csv, cell B4: a second row for `five` of `term`; keep one of them\n");
    EXPECT_NE(problems("issue,option,alta\nterm,five,acceptible\n").find("t.csv, cell C2: "),
              std::string::npos);
    EXPECT_NE(problems("issue,option,alta\nterm,five,acceptible\n").find("acceptable"),
              std::string::npos);
    EXPECT_NE(problems("issue,option,alta\nterm,five,[80, 60]\n").find("t.csv, cell C2: "),
              std::string::npos);
}

TEST(Positions, OfAPartyStandInOneColumn) {
    EXPECT_EQ(problems("issue;option;bera;party.bera\nterm;five;bad;ideal\n"),
              "t.csv, cell D1: two columns are called `party.bera`; keep one of them\n");
}

TEST(Positions, NeedTheirHeadings) {
    EXPECT_NE(problems("").find("the table is empty"), std::string::npos);
    EXPECT_NE(problems("question,option,alta\n").find("no column is called `issue`"),
              std::string::npos);
    EXPECT_NE(problems("issue,option,alta\nterm,five,bad,x\n")
                  .find("cell D2: this column has no heading"),
              std::string::npos);
    EXPECT_NE(problems("issue,option,Gamma\n").find("add a new party to the case file first"),
              std::string::npos);
}

TEST(Positions, RefuseRowsThatCannotBeMeant) {
    EXPECT_NE(problems("issue,option\nterm,fivve\n")
                  .find("did you mean `five`? a new option needs a text under `title`"),
              std::string::npos);
    EXPECT_NE(
        problems("issue,option,title\nterm,fife,5 years\n").find("`unbracket rename` changes it"),
        std::string::npos);
    EXPECT_NE(problems("issue,option,title\nshare,much,a lot\n").find("its options are numbers"),
              std::string::npos);
    EXPECT_NE(problems("issue,option,alta\nshare,17,bad\n"), "");
    EXPECT_NE(problems("issue,option\nterm,(fallback)\n").find("belongs to no issue"),
              std::string::npos);
    EXPECT_NE(problems("issue,option\n,five\n").find("names no issue"), std::string::npos);
    EXPECT_NE(problems("issue,option\nterm,(wieght)\n").find("no row is called `(wieght)`"),
              std::string::npos);
    EXPECT_NE(problems("point,issue,option\n5,term,five\n")
                  .find("has `5` under `point`, and the case `4`"),
              std::string::npos);
    EXPECT_NE(problems("issue,option,title\nfee,a b,not an id\n"), "");
    EXPECT_NE(problems("issue,option\nfee,(weight)\n"), "");
}

TEST(Positions, AreRefusedWhereTheyAreMoreThanACaseHolds) {
    std::string csv = "issue,option,title\n";
    for (int i = 0; i < 6000; ++i) {
        csv += "term,n" + std::to_string(i) + ",t\n";
    }
    EXPECT_NE(problems(csv).find("more than 5000 new options"), std::string::npos);
}

} // namespace
} // namespace unbracket
