#include "unbracket/base/random.hpp"
#include "unbracket/io/csv.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using Texts = std::vector<std::vector<std::string>>;

Texts texts_of(const std::vector<CsvRow>& rows) {
    Texts texts;
    for (const CsvRow& row : rows) {
        texts.emplace_back();
        for (const CsvCell& cell : row) {
            texts.back().push_back(cell.text);
        }
    }
    return texts;
}

Texts read(std::string_view bytes) {
    const Result<std::vector<CsvRow>> rows = read_csv(bytes, "said.csv");
    EXPECT_TRUE(rows.ok()) << (rows ? "" : to_string(rows.problems().front()));
    return rows ? texts_of(rows.value()) : Texts();
}

std::string refusal(std::string_view bytes, const DocumentLimits& limits = {}) {
    const Result<std::vector<CsvRow>> rows = read_csv(bytes, "said.csv", limits);
    EXPECT_FALSE(rows.ok());
    return rows ? "" : to_string(rows.problems().front());
}

TEST(CsvReader, SplitsRowsIntoCells) {
    EXPECT_EQ(read(""), Texts());
    EXPECT_EQ(read("a,b\nc,d\n"), (Texts{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(read("a,b\nc,d"), (Texts{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(read("a,,\n,\n"), (Texts{{"a", "", ""}, {"", ""}}));
    EXPECT_EQ(read(" a , b"), (Texts{{" a ", " b"}}));
    EXPECT_EQ(read("a\n\nb\n"), (Texts{{"a"}, {""}, {"b"}}));
}

TEST(CsvReader, TakesQuotationMarks) {
    EXPECT_EQ(read("\"a,b\",\"say \"\"no\"\"\"\n"), (Texts{{"a,b", "say \"no\""}}));
    EXPECT_EQ(read("\"two\nlines\",\"old\r\nlines\"\n"), (Texts{{"two\nlines", "old\r\nlines"}}));
    EXPECT_EQ(read("\"\",\"\"\"\"\n"), (Texts{{"", "\""}}));
}

TEST(CsvReader, TakesTheFilesOfSpreadsheets) {
    EXPECT_EQ(read("\xEF\xBB\xBFid,claim\r\ns1,\"dépêche, 中\"\r\n"),
              (Texts{{"id", "claim"}, {"s1", "dépêche, 中"}}));
    EXPECT_EQ(read("a,b\rc,d\r"), (Texts{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(read("\"a\"\r\n\"b\"\r\n"), (Texts{{"a"}, {"b"}}));
}

TEST(CsvReader, KnowsWhereEachCellBegins) {
    const Result<std::vector<CsvRow>> rows = read_csv("é,\"b\nc\",d\r\ne,f\n", "said.csv");
    ASSERT_TRUE(rows.ok());
    const auto place = [&](std::size_t row, std::size_t cell) {
        const CsvCell& found = rows.value()[row][cell];
        return std::to_string(found.line) + ":" + std::to_string(found.column);
    };
    EXPECT_EQ(place(0, 0), "1:1");
    EXPECT_EQ(place(0, 1), "1:3");
    EXPECT_EQ(place(0, 2), "2:4");
    EXPECT_EQ(place(1, 1), "3:3");
}

TEST(CsvReader, RefusesBrokenQuotationMarks) {
    EXPECT_EQ(refusal("a,b\nc,d\"e\n"),
              "said.csv:2:4: a quotation mark inside a cell without them; put the whole cell in "
              "quotation marks, and double those inside");
    EXPECT_EQ(refusal("\"a\"b\n"),
              "said.csv:1:4: text behind the closing quotation mark of a cell; "
              "double quotation marks that belong to the text");
    EXPECT_EQ(refusal("a,\"b\nc\n"),
              "said.csv:1:3: the quotation mark that begins here is never closed; close it, or "
              "double it if it belongs to the text");
}

TEST(CsvReader, RefusesWhatIsNoTextOrTooLarge) {
    EXPECT_TRUE(refusal("a,\xFF\n").starts_with("said.csv:1:3: "));
    EXPECT_TRUE(refusal(std::string_view("a\0b", 3)).starts_with("said.csv:1:2: "));
    EXPECT_TRUE(refusal("abcdef", {.bytes = 5}).starts_with("said.csv: the file has more than 5"));
    EXPECT_EQ(refusal("a,b\nc\n", {.nodes = 2}),
              "said.csv:2:1: the file has more than 2 cells; split it into several files");
}

TEST(CsvWriter, QuotesOnlyWhereThatIsNeeded) {
    EXPECT_EQ(write_csv({}), "");
    EXPECT_EQ(write_csv({{"a", "b c", "-5"}, {"", "x"}}), "a,b c,-5\n,x\n");
    EXPECT_EQ(write_csv({{" blanks stay ", "a; b"}}), " blanks stay ,a; b\n");
    EXPECT_EQ(write_csv({{"the \"joint\" boat"}}), "\"the \"\"joint\"\" boat\"\n");
    EXPECT_EQ(write_csv({{"a,b", "\"", "c\nd", "e\rf"}}), "\"a,b\",\"\"\"\",\"c\nd\",\"e\rf\"\n");
}

std::string random_cell(Random& random) {
    static const std::vector<std::string> pieces = {"a", " ", ",",  "\"", "\n", "\r", "\r\n",
                                                    "=", "é", "中", "'",  ";",  "\t", ""};
    std::string text;
    for (std::int64_t count = random.between(0, 5); count > 0; --count) {
        text += pieces[static_cast<std::size_t>(
            random.between(0, static_cast<std::int64_t>(pieces.size()) - 1))];
    }
    return text;
}

TEST(Csv, ReadsBackWhatItWrites) {
    for (std::uint64_t index = 0; index < testing::shared_count(20'000); ++index) {
        SCOPED_TRACE("table " + std::to_string(index) + ": " +
                     testing::repeat_command("Csv.ReadsBackWhatItWrites"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        Texts rows(static_cast<std::size_t>(random.between(0, 3)));
        for (auto& row : rows) {
            row.resize(static_cast<std::size_t>(random.between(1, 4)));
            for (std::string& cell : row) {
                cell = random_cell(random);
            }
        }
        ASSERT_EQ(read(write_csv(rows)), rows) << write_csv(rows);
    }
}

} // namespace
} // namespace unbracket
