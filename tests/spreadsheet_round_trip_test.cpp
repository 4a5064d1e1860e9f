// Cases into spreadsheets and back: every case of the catalogue, drawn cases, and files that
// LibreOffice wrote (tests/data/libreoffice/README.md).

#include "unbracket/io/sheet/position_edit.hpp"
#include "unbracket/io/sheet/position_sheet.hpp"
#include "unbracket/io/sheet/sheet_csv.hpp"
#include "unbracket/io/toml_patch.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_writer.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/spreadsheet.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/random_case.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace unbracket {
namespace {

std::filesystem::path root() {
    const char* const folder = std::getenv("UNBRACKET_ROOT");
    return folder == nullptr ? std::filesystem::path(".") : std::filesystem::path(folder);
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_TRUE(file.good()) << path;
    return text.str();
}

/// The case comes back from a workbook and from a table, byte by byte and without a change.
void expect_comes_back(const std::string& text) {
    const Node document = read_toml(text, "case.toml").value();
    const Result<std::string> workbook = case_workbook(document, text);
    ASSERT_TRUE(workbook.ok()) << to_string(workbook.problems().front());
    const Result<SheetCase> again = read_workbook_case(workbook.value(), "case.xlsx");
    ASSERT_TRUE(again.ok()) << to_string(again.problems().front());
    EXPECT_EQ(again.value().text, text);
    EXPECT_TRUE(again.value().changes.empty());
    EXPECT_EQ(canonical_text(again.value().document), canonical_text(document));
    EXPECT_EQ(case_workbook(document, text).value(), workbook.value());
    const Result<Sheet> table = read_sheet_csv(positions_csv(document), "case.csv");
    ASSERT_TRUE(table.ok()) << to_string(table.problems().front());
    const Result<EditedDocument> edited = with_positions(document, table.value());
    ASSERT_TRUE(edited.ok()) << to_string(edited.problems().front());
    EXPECT_TRUE(edited.value().changes.empty());
    EXPECT_TRUE(edited.value().left_out.empty());
    EXPECT_EQ(canonical_text(edited.value().document), canonical_text(document));
}

TEST(Spreadsheets, GiveBackEveryCaseOfTheCatalogue) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root() / "catalog")) {
        if (entry.path().filename() == "case.toml") {
            SCOPED_TRACE(entry.path().string());
            expect_comes_back(bytes_of(entry.path()));
            ++count;
        }
    }
    EXPECT_GE(count, 6U);
}

TEST(Spreadsheets, GiveBackDrawnCases) {
    for (std::size_t i = 0; i < testing::shared_count(1000); ++i) {
        SCOPED_TRACE("case " + std::to_string(i) + ": " +
                     testing::repeat_command("Spreadsheets.GiveBackDrawnCases"));
        Random random(testing::suite_seed() * 1'000'003 + i);
        expect_comes_back(write_toml(testing::random_case_document(random)));
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

/// The positions of one case put over those of another with the same parties and issues, but other
/// values, give that other one's positions.
TEST(Spreadsheets, CarryThePositionsOfOneDrawnCaseIntoAnother) {
    std::size_t carried = 0;
    for (std::size_t i = 0; i < testing::shared_count(1000); ++i) {
        SCOPED_TRACE(
            "case " + std::to_string(i) + ": " +
            testing::repeat_command("Spreadsheets.CarryThePositionsOfOneDrawnCaseIntoAnother"));
        Random random(testing::suite_seed() * 1'000'003 + i);
        const Node whole = testing::random_case_document(random);
        Node bare = whole; // the same case with every position of one party taken out
        const std::string party = position_parties(whole).front();
        for (const PositionRow& row : position_rows(whole)) {
            const bool is_weight = row.option == weight_row || row.option == fallback_row;
            if (is_weight && position_at(whole, row, party) != nullptr) {
                const std::string address = row.issue.empty()
                                                ? "fallback." + party
                                                : "issue." + row.issue + ".weight." + party;
                bare = with_settings(bare, {{address, text_node("missing"), {}}}).value();
            }
        }
        if (!bind_case(bare)) {
            continue;
        }
        const std::string text = write_toml(bare);
        const Node before = read_toml(text, "bare.toml").value();
        const Result<EditedDocument> edited = with_positions(before, position_sheet(whole));
        ASSERT_TRUE(edited.ok()) << to_string(edited.problems().front());
        EXPECT_EQ(positions_csv(edited.value().document), positions_csv(whole));
        const Result<std::string> patched = patched_toml(text, before, edited.value().document);
        if (patched) {
            EXPECT_EQ(positions_csv(read_toml(patched.value(), "again.toml").value()),
                      positions_csv(whole));
            ++carried;
        }
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
    EXPECT_GT(carried, testing::shared_count(1000) / 4);
}

const std::filesystem::path office = "tests/data/libreoffice";

std::string changes_of(const SheetCase& found) {
    std::string text;
    for (const SheetChange& change : found.changes) {
        text += change.address + ": " + change.before + " -> " + change.after + "\n";
    }
    return text;
}

TEST(LibreOfficeFiles, ThatWereOnlySavedAreTheSameCase) {
    const std::string quay = (root() / office / "quay.toml").string();
    const Result<SheetCase> whole = open_workbook_case((root() / office / "saved.xlsx").string());
    ASSERT_TRUE(whole.ok()) << to_string(whole.problems().front());
    EXPECT_EQ(whole.value().text, bytes_of(quay));
    for (const char* name : {"saved.xlsx", "saved.csv", "semicolons.csv"}) {
        const Result<SheetCase> found = open_with_sheet(quay, (root() / office / name).string());
        ASSERT_TRUE(found.ok()) << name << to_string(found.problems().front());
        EXPECT_EQ(found.value().text, bytes_of(quay)) << name;
        EXPECT_EQ(changes_of(found.value()), "") << name;
        EXPECT_TRUE(found.value().remarks.empty()) << name;
    }
}

TEST(LibreOfficeFiles, ThatWereEditedChangeWhatWasEdited) {
    const std::string quay = (root() / office / "quay.toml").string();
    const std::string edited = (root() / office / "edited.xlsx").string();
    const Result<SheetCase> found = open_with_sheet(quay, edited);
    ASSERT_TRUE(found.ok()) << to_string(found.problems().front());
    EXPECT_EQ(changes_of(found.value()), R"(issue.hours.option.night:  -> "at night"
issue.fee.curve.alta.acceptable: 0.1 -> 0.2
issue.hours.stance.alta.10-12: ideal -> acceptable
issue.hours.stance.alta.night:  -> bad
issue.hours.stance.coda.1: 33.3 -> 45.5
issue.hours.stance.coda.all: [60, 80] -> unknown
issue.hours.stance.coda.night:  -> [10, 20]
)");
    EXPECT_NE(found.value().text.find("unbracket = 1 # comments and blanks stay\n"),
              std::string::npos);
    EXPECT_EQ(open_workbook_case(edited).value().text, found.value().text);
}

TEST(LibreOfficeFiles, WithDatesFormulasAndPercentagesAreRefusedCellByCell) {
    const Result<SheetCase> found = open_with_sheet((root() / office / "quay.toml").string(),
                                                    (root() / office / "wrong.xlsx").string());
    ASSERT_FALSE(found.ok());
    std::vector<std::string> told;
    for (const Diagnostic& problem : found.problems()) {
        const std::string text = to_string(problem);
        told.push_back(text.substr(text.find("sheet Positions")));
    }
    ASSERT_EQ(told.size(), 5U);
    EXPECT_EQ(told[0].find("sheet Positions, cell E8: the cell holds a formula"), 0U);
    EXPECT_EQ(told[1].find("sheet Positions, cell E17: the cell holds a date (2026-12-10)"), 0U);
    EXPECT_EQ(told[2].find("sheet Positions, cell F17: the cell shows a percentage and holds 0.45"),
              0U);
    EXPECT_EQ(told[3].find("sheet Positions, cell G17: the cell holds a time of day"), 0U);
    EXPECT_EQ(told[4].find("sheet Positions, cell E18: the cell holds a formula"), 0U);
}

} // namespace
} // namespace unbracket
