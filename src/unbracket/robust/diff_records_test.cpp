#include "unbracket/robust/diff_records.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// "+event talk Talk": a sign for what became of it, section, id, title.
std::string changes(const std::string& before, const std::string& after) {
    std::string all;
    const testing::Sketch then(before), now(after);
    for (const RecordChange& change : diff_records(then.document(), now.document())) {
        all += all.empty() ? "" : "; ";
        all += change.kind == ChangeKind::added     ? "+"
               : change.kind == ChangeKind::removed ? "-"
                                                    : "~";
        all += std::string(change.section) + " " + change.id + " " + change.title;
    }
    return all;
}

TEST(DiffRecords, AreThoseThatCameWentAndChanged) {
    EXPECT_EQ(changes("event = [{ id = talk, title = Talk }], driver = [{ id = ban, title = Ban }]",
                      "event = [{ id = talk, title = Talk, place = Here }], "
                      "quantity.gap = { title = Gap, unit = km }"),
              "~event talk Talk; -driver ban Ban; +quantity gap Gap");
    EXPECT_EQ(
        changes("event = [{ id = talk, title = Talk }]", "event = [{ id = talk, title = Talk }]"),
        "");
}

TEST(DiffRecords, WithoutAnIdAreToldApartByTitleAndPlace) {
    EXPECT_EQ(changes("deadline = [{ title = End }, { title = Start }]",
                      "deadline = [{ title = Start }, { title = End, hard = true }]"),
              "~deadline  End");
    EXPECT_EQ(changes("step = [{ first = a }]", "step = [{ first = a }, { first = b }]"),
              "+step  ");
    EXPECT_EQ(
        changes("deadline = [{ title = End }, { title = End }]", "deadline = [{ title = End }]"),
        "-deadline  End");
}

/// A title may look like an id, and an id like a title.
TEST(DiffRecords, KeepIdsAndTitlesApart) {
    EXPECT_EQ(changes("event = [{ id = talk }]", "event = [{ title = talk }]"),
              "+event  talk; -event talk ");
}

} // namespace
} // namespace unbracket
