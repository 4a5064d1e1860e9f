// What no file of a scenario holds of a case, entry by entry.

#include "unbracket/io/scenario/scenario_left_out.hpp"
#include "unbracket/io/scenario/scenario_of_case.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

using Lines = std::vector<std::string>;

const std::string scores = "issue.x = { option = [a, b], score = { alta = { a = 1, b = 2 }, "
                           "bera = { a = 5, b = -1 } } }, fallback = { alta = 1, bera = 0 }";
const std::string parties = "party = { alta = { name = Alta }, bera = {} }, ";

Lines remarks(const std::string& text) {
    ScenarioNotes notes;
    const Result<Scenario> made = scenario_of_case(testing::case_of(text), "Genius", notes);
    EXPECT_TRUE(made.ok()) << to_string(made.problems().front());
    return notes.remarks;
}

TEST(LeftOut, IsNothingOfAPlainCase) {
    EXPECT_EQ(remarks(parties + scores), Lines{});
}

TEST(LeftOut, NamesWhatIsSaidOfThingsThatAreKept) {
    const std::string rich =
        "summary = \"About it\", agreement.object = truce, "
        "issue.x = { option = { a = { title = A, text = \"words of a\" }, b = B }, status_quo = b, "
        "score = { alta = { a = 1, b = 2 }, bera = { a = 5, b = -1 } } }, "
        "issue.y = { range = { min = 0, max = 2, step = 1, unit = km } }, "
        "fallback = { alta = 1, bera = 0 }, intent.alta = seeks, "
        "entry = [{ at = \"fallback.alta\", entered_by = me }], "
        "party = { alta = { name = \"Port of Alta\", names = [Haven], role = [signatory, "
        "guarantor] }, "
        "bera = {} }";
    EXPECT_EQ(
        remarks(rich),
        (Lines{"left out: summary", "left out: agreement.object", "left out: issue.x.status_quo",
               "left out: issue.x.option.a.text", "left out: issue.y.range.unit",
               "left out: party.alta.role", "left out: party.alta.names", "left out: intent.alta",
               "left out: who entered or checked `fallback.alta`, and how firm it is",
               "`party.alta` is called `Port_of_Alta`, as its file, and not `Port of Alta`"}));
}

TEST(LeftOut, NamesEventsWithoutAnIdByTheirPlace) {
    const Lines lines = remarks(parties + scores +
                                ", event = [{ date = 2026-01-02, title = Talk }, { id = late, "
                                "date = 2026-02-02, title = Talk }]");
    EXPECT_EQ(lines, (Lines{"left out: event.1", "left out: event.late"}));
}

TEST(LeftOut, NamesWhatIsCalledByItsId) {
    const std::string same =
        "issue = { x = { title = Fee, option = { a = High, b = High }, "
        "score = { alta = { a = 1, b = 2 }, bera = { a = 5, b = -1 } } }, "
        "y = { title = Fee, option = { a = Low, b = High } } }, fallback = { alta = 1, bera = 0 }";
    const std::string options =
        "the options of issue.x are called by their ids: some have the same "
        "title, or none";
    EXPECT_EQ(remarks(parties + same),
              (Lines{"issue.x is called `x`: several are called `Fee`", options,
                     "issue.y is called `y`: several are called `Fee`"}));
}

} // namespace
} // namespace unbracket
