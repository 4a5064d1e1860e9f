#include "unbracket/robust/diff_questions.hpp"

#include "tests/support/loaded_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::loaded_sketch;

/// Whether the parties agree hangs on what alta has without agreement: 40 or 80.
std::string file(const std::string& stance, const std::string& answers) {
    return "party = { alta = {}, bera = {} }, issue.x = { option = [m, n], "
           "weight = { alta = 1, bera = 1 }, stance = { alta = { m = " +
           stance +
           ", n = 0 }, bera = { m = 60, n = 60 } } }, fallback = { alta = 40, bera = 50 }, "
           "alternative.firm = { question = \"How firm is it?\", " +
           answers + " }";
}

const std::string low_and_high =
    "low = { \"fallback.alta\" = 40 }, high = { \"fallback.alta\" = 80 }";

TEST(DiffQuestions, AreThoseThatMatterInOneOfThem) {
    const LoadedCase matters = loaded_sketch(file("70", low_and_high));
    const LoadedCase does_not = loaded_sketch(file("90", low_and_high));
    const QuestionChanges gone = diff_questions(matters, does_not);
    ASSERT_EQ(gone.changed.size(), 1U);
    EXPECT_EQ(gone.same, 0U);
    EXPECT_EQ(gone.changed[0].id, "firm");
    EXPECT_TRUE(gone.changed[0].before.has_value());
    EXPECT_FALSE(gone.changed[0].after.has_value());
    const QuestionChanges come = diff_questions(does_not, matters);
    ASSERT_EQ(come.changed.size(), 1U);
    EXPECT_FALSE(come.changed[0].before.has_value());
    ASSERT_TRUE(come.changed[0].after.has_value());
}

TEST(DiffQuestions, AreTheSameWhereEachAnswerLeadsToTheSame) {
    const QuestionChanges same = diff_questions(loaded_sketch(file("70", low_and_high)),
                                                loaded_sketch(file("75", low_and_high)));
    EXPECT_EQ(same.same, 1U);
    EXPECT_TRUE(same.changed.empty());
    const QuestionChanges moved =
        diff_questions(loaded_sketch(file("70", low_and_high)),
                       loaded_sketch(file("70", "low = { \"fallback.alta\" = 90 }, "
                                                "high = { \"fallback.alta\" = 40 }")));
    ASSERT_EQ(moved.changed.size(), 1U);
    EXPECT_TRUE(moved.changed[0].before && moved.changed[0].after);
}

TEST(DiffQuestions, AreNoneWhereNoneMatters) {
    const LoadedCase does_not = loaded_sketch(file("90", low_and_high));
    const QuestionChanges none = diff_questions(does_not, does_not);
    EXPECT_EQ(none.same, 0U);
    EXPECT_TRUE(none.changed.empty());
}

} // namespace
} // namespace unbracket
