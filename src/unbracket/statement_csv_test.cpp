#include "unbracket/statement_csv.hpp"
#include "unbracket/unbracket.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace unbracket {
namespace {

const StatementField& field(const std::string& key) {
    for (const StatementField& one : statement_fields()) {
        if (one.key == key) {
            return one;
        }
    }
    ADD_FAILURE() << key;
    return statement_fields().front();
}

std::vector<Node> statements(const std::string& csv) {
    Result<std::vector<Node>> result = statements_from_csv(csv, "said.csv");
    EXPECT_TRUE(result.ok()) << (result ? "" : to_string(result.problems().front()));
    return result ? std::move(result).value() : std::vector<Node>();
}

std::string refusal(const std::string& csv) {
    const Result<std::vector<Node>> result = statements_from_csv(csv, "said.csv");
    std::string all;
    for (const Diagnostic& problem : result.problems()) {
        all += to_string(problem) + "\n";
    }
    return all;
}

TEST(StatementFields, TurnValuesIntoTextsAndBack) {
    for (const auto& [key, text] :
         {std::pair("claim", "no, never"), std::pair("about", "alta, bera"),
          std::pair("date", "2026-03-01"), std::pair("own_strength", "true"),
          std::pair("judgement", "alta=accepts first, alta=not yet second, bera=rejects first")}) {
        const bool is_judgement = std::string(key) == "judgement";
        const std::vector<std::string> texts =
            is_judgement ? std::vector<std::string>{"alta=accepts first", "alta=not yet second",
                                                    "bera=rejects first"}
                         : std::vector<std::string>{text};
        EXPECT_EQ(field_text(field(key), field_value(field(key), texts)), text);
    }
    EXPECT_EQ(field_text(field("about"), text_node("alta")), "alta");
}

TEST(StatementsFromCsv, HaveTheKeysOfTheirColumnsInAnyOrder) {
    const std::vector<Node> found =
        statements("claim, who ,about,own_strength\nyes,x,\"alta, bera\",TRUE\nno,,,\n");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(json_text(found[0], JsonLayout::compact),
              R"({"who":"x","about":["alta","bera"],"claim":"yes","own_strength":true})");
    EXPECT_EQ(json_text(found[1], JsonLayout::compact), R"({"claim":"no"})");
    EXPECT_EQ(to_string(found[1].at), "said.csv:3:1");
}

TEST(StatementsFromCsv, PassOverEmptyRowsAndTheApostropheOfAFormula) {
    const std::vector<Node> found =
        statements("who,claim\n,\n\n\"'=x\",'+5\n''quoted',it's\n  ,plain\n");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].find("who")->text, "=x");
    EXPECT_EQ(found[0].find("claim")->text, "+5");
    EXPECT_EQ(found[1].find("who")->text, "'quoted'");
    EXPECT_EQ(found[1].find("claim")->text, "it's");
    EXPECT_EQ(found[2].find("claim")->text, "plain");
}

TEST(StatementsFromCsv, MayHaveSemicolonsOrTabsBetweenCells) {
    EXPECT_EQ(statements("who;claim\nx;a, b\n")[0].find("claim")->text, "a, b");
    EXPECT_EQ(statements("who\tclaim\r\nx\ta; b\r\n")[0].find("claim")->text, "a; b");
}

TEST(StatementsFromCsv, RefuseColumnsThatAreUnknownTwiceOrMissing) {
    EXPECT_EQ(refusal(""), "said.csv: the first row names no columns; begin with a row such as: "
                           "who,source,date,claim\n");
    EXPECT_EQ(refusal("clam,who,who\n"),
              "said.csv:1:1: no column is called `clam`; did you mean `claim`?\n"
              "said.csv:1:10: two columns are called `who`; merge them\n");
    EXPECT_EQ(refusal("who,claim;date\n"),
              "said.csv:1:5: no column is called `claim;date`; put commas between the cells\n");
    EXPECT_EQ(refusal("who\nx\n"), "said.csv:1:1: there is no column `claim`; name the column with "
                                   "what was said `claim`\n");
}

TEST(StatementsFromCsv, RefuseEveryCellThatIsOfTheWrongForm) {
    EXPECT_EQ(
        refusal("who,claim,date,own_strength,judgement\nx,y,1 May,,\nx,y,,maybe,accepts d\nx,y\n"),
        "said.csv:2:5: `date` is not a date; write it as 2026-03-01\n"
        "said.csv:3:6: `own_strength` is neither true nor false; write true, or leave it empty\n"
        "said.csv:3:12: `judgement` does not say whose judgement it is; write it as PARTY=accepts "
        "DRAFT\n"
        "said.csv:4:1: this row has 2 cells and the first 5; put cells with commas in them in "
        "quotation marks\n");
}

TEST(StatementsCsv, KeepsCellsThatLookLikeFormulasFromSpreadsheets) {
    const Node document = parse_setting_value(
        "{ unbracket = 1, party.a = {}, issue.x.option = [y], said = [{ id = s1, who = \"@home\", "
        "claim = \"=1+1\" }, { id = s2, who = \"-\", claim = \"'tis\" }] }");
    const Result<LoadedCase> loaded = load_case(document);
    ASSERT_TRUE(loaded.ok());
    const std::string csv = statements_csv(document, loaded.value().negotiation);
    EXPECT_NE(csv.find("\ns1,'@home,"), std::string::npos) << csv;
    EXPECT_NE(csv.find(",'=1+1,"), std::string::npos) << csv;
    EXPECT_NE(csv.find("\ns2,'-,"), std::string::npos) << csv;
    EXPECT_NE(csv.find(",''tis,"), std::string::npos) << csv;
}

} // namespace
} // namespace unbracket
