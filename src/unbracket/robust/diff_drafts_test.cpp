#include "unbracket/robust/diff_drafts.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

DraftDiff diff(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    return diff_drafts(negotiation, appraise(negotiation), DraftId(0), DraftId(1));
}

/// One letter for each issue: kept, not known, half known, (not compared), changed, added or
/// dropped.
std::string letters(const DraftDiff& found) {
    std::string all;
    for (const IssueChange& change : found.issues) {
        all += "knh-cad"[static_cast<std::size_t>(change.change)];
    }
    return all;
}

const std::string scores = R"(party = { alta = {}, bera.role = observer }, issue = {
        x = { option = [a, b, c], status_quo = a, score.alta = { a = 1, b = [4, 6], c = redline } },
        y = { option = [k, l], score.alta = { k = 0, l = 10 } },
        z = { option = [p, q] } }, )";

TEST(DiffDrafts, TellsWhatBecameOfEachIssue) {
    EXPECT_EQ(letters(diff(scores + "draft = { d.set = { x = a, y = k, z = p }, "
                                    "e.set = { x = b, y = k } }")),
              "ckh");
    EXPECT_EQ(letters(diff(scores + "draft = { d.set = { x = a, z = unknown }, "
                                    "e.set = { x = [a, b], y = [k, l], z = q } }")),
              "chh");
    EXPECT_EQ(letters(diff(scores + "draft = { d.set.x = a, e = { from = d, set.y = l } }")),
              "khn");
}

TEST(DiffDrafts, CountsWhatAPartyGainsOnEachIssue) {
    const DraftDiff found = diff(scores + "draft = { d.set = { x = a, y = l, z = p }, "
                                          "e.set = { x = b, y = k, z = q } }");
    ASSERT_EQ(found.issues[0].gains.size(), 1U);
    EXPECT_EQ(found.issues[0].gains[0].gain, (Interval{3, 5}));
    EXPECT_EQ(found.issues[1].gains[0].gain, (Interval{-10, -10}));
    EXPECT_TRUE(found.issues[2].gains.empty()); // nobody is concerned
    ASSERT_EQ(found.totals.size(), 1U);
    EXPECT_EQ(found.totals[0].gain, (Interval{-7, -5}));
}

TEST(DiffDrafts, OfAnOpenIssueRunsOverAllContents) {
    const DraftDiff found = diff(scores + "draft = { d.set = { x = [a, b], y = k }, "
                                          "e.set = { x = a, y = [k, l] } }");
    // From a to a nothing, from b with 4 to 6 to a with 1.
    EXPECT_EQ(found.issues[0].gains[0].gain, (Interval{-5, 0}));
    EXPECT_EQ(found.issues[1].gains[0].gain, (Interval{0, 10}));
}

TEST(DiffDrafts, OfContentThatIsTakenOverIsNothing) {
    EXPECT_EQ(diff(scores + "draft = { d.set.y = unknown, e = { from = d, set.x = a } }")
                  .issues[1]
                  .gains[0]
                  .gain,
              (Interval{0, 0}));
    EXPECT_EQ(
        diff(scores + "draft = { d.set.y = unknown, e.set.y = unknown }").issues[1].gains[0].gain,
        (Interval{-10, 10}));
    // Read backwards it is the same text as well.
    EXPECT_EQ(diff(scores + "draft = { d = { from = e, set.x = a }, e.set.y = [k, l] }")
                  .issues[1]
                  .gains[0]
                  .gain,
              (Interval{0, 0}));
}

TEST(DiffDrafts, KeepsTheOrderOfOptions) {
    const DraftDiff found = diff("party.alta = {}, issue.x = { option = [a, b], weight.alta = 1, "
                                 "stance.alta = \"b > a\" }, draft = { d.set.x = a, e.set.x = b }");
    EXPECT_EQ(found.issues[0].gains[0].gain, (Interval{0, 100}));
    EXPECT_EQ(found.totals[0].gain, (Interval{0, 100}));
}

TEST(DiffDrafts, OfTotalsWithStancesIsAWeightedMean) {
    const DraftDiff found = diff(R"(party.alta = {}, issue = {
        x = { option = [a, b], weight.alta = [1, 3], stance.alta = { a = 20, b = 80 } },
        y = { option = [k, l], weight.alta = 2, stance.alta = { k = 50, l = 40 } } },
        draft = { d.set = { x = a, y = k }, e.set = { x = b, y = l } })");
    EXPECT_EQ(found.issues[0].gains[0].gain, (Interval{60, 60}));
    // (1 * 60 - 2 * 10) / 3 and (3 * 60 - 2 * 10) / 5
    EXPECT_EQ(found.totals[0].gain, (Interval{Rational(40, 3), 32}));
}

TEST(DiffDrafts, CountsRisksByTheirDifference) {
    const std::string drafts = "draft = { d.set = { x = a, y = k }, e.set = { x = b, y = k } }, ";
    EXPECT_EQ(diff(scores + drafts + "risk = [{ party = alta, option.x = b, loss = [0, 2] }]")
                  .issues[0]
                  .gains[0]
                  .gain,
              (Interval{1, 5}));
    EXPECT_EQ(diff(scores + drafts + "risk = [{ party = alta, option.x = [a, b], loss = [0, 2] }]")
                  .issues[0]
                  .gains[0]
                  .gain,
              (Interval{3, 5}));
}

TEST(DiffDrafts, AddsBonusesToTheTotalOnly) {
    const auto total = [](const std::string& when) {
        return diff(scores +
                    "draft = { d.set = { x = a, y = k }, e.set = { x = a, y = l } }, "
                    "bonus = [{ party = alta, when = { " +
                    when + " }, value = [1, 3] }]")
            .totals[0]
            .gain;
    };
    EXPECT_EQ(total("y = l"), (Interval{11, 13}));
    EXPECT_EQ(total("y = k"), (Interval{7, 9}));
    EXPECT_EQ(total("x = a"), (Interval{10, 10}));
    EXPECT_EQ(total("y = l, z = p"), (Interval{10, 13})); // z is open
}

TEST(DiffDrafts, MarksRedLinesThatADraftCrossesForSure) {
    const DraftDiff found = diff(scores + "draft = { d.set.x = c, e.set.x = [b, c] }");
    EXPECT_TRUE(found.issues[0].gains[0].crosses_before);
    EXPECT_FALSE(found.issues[0].gains[0].crosses_after);
    EXPECT_TRUE(found.totals[0].crosses_before);
    EXPECT_FALSE(found.totals[0].crosses_after);
}

TEST(DiffDrafts, MeasuresVeryOpenIssuesByTheirEnds) {
    // 101 options on each side are 10,201 pairs; on one side the pairs are looked at.
    const std::string wide =
        "party.alta = {}, issue.x = { range = { min = 0, max = 100, step = 1 }, "
        "weight.alta = 1, curve.alta = { ideal = 0, bad = 100 } }, "
        "draft = { d.set.x = unknown, e.set.x = ";
    EXPECT_EQ(diff(wide + "unknown }").issues[0].gains[0].gain, (Interval{-100, 100}));
    EXPECT_EQ(diff(wide + "0 }").issues[0].gains[0].gain, (Interval{0, 100}));
}

std::string points(const std::string& drafts) {
    const DraftDiff found = diff(
        "party.alta = {}, point = { 1 = one, 2 = two, 3 = three }, issue = { "
        "x = { option = [a, b], point = 1 }, y = { option = [k, l], point = 2 } }, draft = { " +
        drafts + " }");
    const char* const names[] = {"kept",  "not known", "half known", "not compared", "changed",
                                 "added", "dropped",   "merged",     "renumbered"};
    std::string all;
    for (const PointChange& change : found.points) {
        all +=
            (all.empty() ? "" : " ") + std::string(names[static_cast<std::size_t>(change.change)]);
        if (change.number_before != change.number_after) {
            all += "(" + change.number_before + "-" + change.number_after + ")";
        }
        all += change.merged_into.empty() ? "" : "->" + change.merged_into;
    }
    return all;
}

TEST(DiffDrafts, FollowsClauses) {
    // Clause 3 holds no issue, so that nothing is known of what each text says there.
    EXPECT_EQ(points("d.set.x = a, e.set.x = a"), "kept not known not compared");
    EXPECT_EQ(points("d.set.x = a, e.set.x = b"), "changed not known not compared");
    EXPECT_EQ(points("d.set.x = a, e = {}"), "half known not known not compared");
    EXPECT_EQ(points("d.set.x = a, e.from = d"), "kept not known kept") << "built on it";
    EXPECT_EQ(points("d.set.x = a, e = { set.x = a, dropped = [3] }"), "kept not known dropped");
    EXPECT_EQ(points("d.dropped = [3], e = {}"), "not known not known added");
    EXPECT_EQ(points("d = {}, e.merged = { 1 = [1, 2] }"), "not known merged->1 not compared");
    EXPECT_EQ(points("d.merged = { 1 = [2] }, e.merged = { 1 = [2] }"),
              "not known not known->1 not compared");
    EXPECT_EQ(points("d.set.y = k, e = { set.y = k, point.y = 5 }"),
              "not known renumbered(2-5) not compared");
    EXPECT_EQ(points("d.set.y = k, e = { set.y = l, point.y = 5 }"),
              "not known changed(2-5) not compared");
}

} // namespace
} // namespace unbracket
