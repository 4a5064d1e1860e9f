#include "unbracket/robust/diff_cases.hpp"

#include "tests/support/loaded_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::loaded_sketch;

std::string sign(ChangeKind kind) {
    return kind == ChangeKind::added ? "+" : (kind == ChangeKind::removed ? "-" : "~");
}

std::string things(const CaseDiff& diff) {
    std::string all;
    for (const ThingChange& change : diff.things) {
        all += (all.empty() ? "" : " ") + sign(change.kind) + change.id;
    }
    return all;
}

/// `~address` of a new value, `~address(basis)` of another basis, `~address()` of a firmness.
std::string entries(const CaseDiff& diff) {
    std::string all;
    for (const EntryChange& change : diff.entries) {
        all += (all.empty() ? "" : " ") + sign(change.kind) + change.address;
        if (change.kind == ChangeKind::changed && !change.value_changed) {
            all += change.basis_changed ? "(basis)" : "()";
        }
    }
    return all;
}

std::string statements(const CaseDiff& diff) {
    std::string all;
    for (const StatementChange& change : diff.statements) {
        all += (all.empty() ? "" : " ") + sign(change.kind) + change.id;
    }
    return all;
}

const std::string base = "party = { alta = {}, bera = {} }, issue.x = { option = [m, n], "
                         "weight = { alta = 1, bera = 1 }, "
                         "stance = { alta = { m = 90, n = 10 }, bera = { m = 60, n = 40 } } }, ";

CaseDiff diff(const std::string& before, const std::string& after) {
    return diff_cases(loaded_sketch(base + before), loaded_sketch(base + after));
}

TEST(DiffCases, TellsMovementsThatAreSupposed) {
    EXPECT_EQ(things(diff("accepts_less = { alta = 5, bera = 1 }", "accepts_less.alta = 5")),
              "-bera");
    EXPECT_EQ(things(diff("accepts_less.alta = 5", "accepts_less = { bera = 1, alta = 25/3 }")),
              "+bera ~alta");
    EXPECT_EQ(things(diff("accepts_less.alta = 5", "accepts_less.alta = 5.0")), "");
}

TEST(DiffCases, OfACaseWithItselfIsEmpty) {
    const CaseDiff none = diff("fallback.alta = 50", "fallback.alta = 50");
    EXPECT_TRUE(none.things.empty() && none.entries.empty() && none.statements.empty());
    EXPECT_EQ(none.before, none.after);
}

TEST(DiffCases, NamesEntriesThatWereAddedRemovedOrChanged) {
    EXPECT_EQ(entries(diff("fallback = { alta = 50, bera = 20 }, intent.alta = seeks",
                           "fallback = { alta = 55, bera = 20 }, rule = [{ forbid.x = n }]")),
              "~fallback.alta +rule.1 -intent.alta");
}

TEST(DiffCases, GivesTheEntriesOfBothCases) {
    const CaseDiff found = diff("fallback.alta = 50", "intent.bera = seeks, fallback.alta = 55");
    ASSERT_EQ(found.entries.size(), 2U);
    EXPECT_FALSE(found.entries[0].before.has_value()); // the intent is new
    EXPECT_TRUE(found.entries[0].after.has_value());
    ASSERT_TRUE(found.entries[1].before && found.entries[1].after);
    EXPECT_EQ(as_index(*found.entries[1].after), as_index(*found.entries[1].before) + 1);
}

TEST(DiffCases, ComparesWhatAReaderSeesInTheFile) {
    EXPECT_EQ(entries(diff("bonus = [{ party = alta, when.x = m, value = 2 }]",
                           "bonus = [{ party = alta, when.x = m, value = 2.0 }]")),
              "~bonus.1");
    EXPECT_EQ(entries(diff("bonus = [{ party = alta, when.x = m, value = 2 }]",
                           "bonus = [{ party = alta, when.x = n, value = 2 }]")),
              "~bonus.1");
}

TEST(DiffCases, ComparesTheFallbackInForceHoweverItIsWritten) {
    EXPECT_EQ(entries(diff("fallback.alta = 50", "fallback.alta = { value = 50 }")), "");
    EXPECT_EQ(entries(diff("fallback.alta = 50", "fallback.alta = [50, 50]")), "");
    EXPECT_EQ(
        entries(diff("fallback.alta = 50", "fallback.alta = { value = 50, trend = falling }")),
        "~fallback.alta");
    EXPECT_EQ(entries(diff("fallback.alta = [30, 60]", "fallback.alta = tolerable")),
              "~fallback.alta");
    EXPECT_EQ(entries(diff("draft = { d = {}, e = {} }, fallback.alta = { draft = e }",
                           "draft = { e = {}, d = {} }, fallback.alta = { draft = e }")),
              "");
    EXPECT_EQ(entries(diff("draft = { d = {}, e = {} }, fallback.alta = { draft = e }",
                           "draft = { d = {}, e = {} }, fallback.alta = { draft = d }")),
              "~fallback.alta");
}

TEST(DiffCases, AtTwoDatesShowsTheFallbackThatBegan) {
    const std::string text =
        base +
        "fallback.alta = [{ from = 2027-01-01, value = 20 }, { from = 2027-04-01, value = 30 }]";
    const Date early{2027, 2, 1}, late{2027, 5, 1};
    EXPECT_EQ(entries(diff_cases(loaded_sketch(text, early), loaded_sketch(text, late))),
              "~fallback.alta");
    EXPECT_EQ(entries(diff_cases(loaded_sketch(text, late), loaded_sketch(text, Date{2027, 6, 1}))),
              "");
    EXPECT_EQ(
        entries(diff_cases(loaded_sketch(text, Date{2026, 1, 1}), loaded_sketch(text, early))),
        "+fallback.alta");
}

TEST(DiffCases, TellsANewBasisAndFirmnessFromANewValue) {
    const std::string said = "said = [{ id = s1, who = a, claim = c, ";
    EXPECT_EQ(entries(diff("fallback.alta = 50, " + said + "}]",
                           "fallback.alta = 50, " + said + "supports = fallback.alta }]")),
              "~fallback.alta(basis)");
    EXPECT_EQ(
        entries(diff("fallback.alta = 50, entry = [{ at = fallback.alta, firmness = tested }]",
                     "fallback.alta = 50")),
        "~fallback.alta()");
    EXPECT_EQ(
        entries(diff("fallback.alta = 50, entry = [{ at = fallback.alta, visibility = public }]",
                     "fallback.alta = 50")),
        "");
}

TEST(DiffCases, NamesThingsOfEveryKind) {
    const CaseDiff found = diff_cases(
        loaded_sketch("party = { alta = {}, bera = {} }, issue = { x = { option = [m, n] }, "
                      "y = { option = [k] } }, draft = { d = { set.x = m }, e = {} }, "
                      "alternative = { q = { question = q, a = {}, b = {} } }"),
        loaded_sketch("party = { bera = {}, coda = {} }, issue.x = { option = [m, o] }, "
                      "draft = { d = { set.x = o }, f = {} }, "
                      "alternative = { q = { question = why, a = {}, b = {} }, "
                      "r = { question = r, a = {}, b = {} } }"));
    EXPECT_EQ(things(found), "+coda -alta -y +x.o -x.n -y.k ~d +f -e ~q +r");
}

TEST(DiffCases, NamesStatementsThatWereAddedRemovedOrChanged) {
    EXPECT_EQ(
        statements(diff("said = [{ id = s1, who = a, claim = old }, "
                        "{ id = s2, who = a, claim = same }, { id = s3, who = a, claim = c }]",
                        "said = [{ id = s4, who = a, claim = c }, "
                        "{ id = s2, who = a, claim = same }, { id = s1, who = a, claim = new }]")),
        "+s4 ~s1 -s3");
}

TEST(DiffCases, LooksAtWhatExistsAtEachDate) {
    const std::string text =
        base + "said = [{ id = s1, who = a, claim = c, date = 2027-02-01 }], "
               "draft.d = { date = 2027-03-01, set.x = m }, "
               "change = [{ date = 2027-04-01, set = { \"issue.x.weight.alta\" = 3 } }]";
    const CaseDiff to_march =
        diff_cases(loaded_sketch(text, Date{2027, 1, 1}), loaded_sketch(text, Date{2027, 3, 1}));
    EXPECT_EQ(statements(to_march), "+s1");
    EXPECT_EQ(things(to_march), "+d");
    EXPECT_EQ(entries(to_march), "");
    const CaseDiff back =
        diff_cases(loaded_sketch(text, Date{2027, 4, 1}), loaded_sketch(text, Date{2027, 1, 1}));
    EXPECT_EQ(statements(back), "-s1");
    EXPECT_EQ(things(back), "-d");
    EXPECT_EQ(entries(back), "~issue.x.weight.alta");
}

TEST(DiffCases, DecidesBothCases) {
    // Bera takes m at 60; alta needs 50, or 95 that nothing reaches.
    const CaseDiff found =
        diff("fallback = { alta = 50, bera = 50 }", "fallback = { alta = 95, bera = 50 }");
    EXPECT_EQ(found.before, VerdictKind::agreement);
    EXPECT_EQ(found.after, VerdictKind::no_agreement);
}

} // namespace
} // namespace unbracket
