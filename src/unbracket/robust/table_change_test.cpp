#include "unbracket/robust/table_change.hpp"
#include "unbracket/robust/what_if.hpp"

#include "tests/support/loaded_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string talks = "party = { alta = { role = signatory }, bera = { role = signatory }, "
                          "coda = { role = [mediator, guarantor] } }, "
                          "document = { water = {}, trade = {} }, "
                          "issue = { x = { document = water, option = [a, b], status_quo = b, "
                          "score.alta = { a = 10, b = 4 }, score.bera = { a = 4, b = 10 }, "
                          "score.coda = { a = 0, b = 9 } }, "
                          "y = { document = trade, option = [c, d], score.alta = { c = 5, d = 0 }, "
                          "score.bera = { c = 5, d = 0 } } }, ";

LoadedCase loaded(const std::string& text) {
    return testing::loaded_sketch(talks + text);
}

Standing changed(const std::string& text, const std::vector<TableChange>& changes) {
    const Result<LoadedCase> result = with_table_changes(loaded(text), changes);
    EXPECT_TRUE(result.ok()) << (result ? "" : result.problems().front().what);
    return result ? stand(result.value()) : Standing{};
}

const std::string worth = "fallback = { alta = 9, bera = 9, coda = 5 }";

TEST(TableChange, BringsAnAbsentPartyToTheTable) {
    const TableChange signs{TableChangeKind::role, "coda", {"signatory"}};
    EXPECT_EQ(stand(loaded(worth)).count.sure, 2U);
    EXPECT_EQ(changed(worth, {signs}).count.sure, 1U);
    const std::string named = worth + ", agreement.required = [alta, bera]";
    EXPECT_EQ(changed(named, {signs}).count.sure, 1U);
    EXPECT_EQ(changed(named, {{TableChangeKind::role, "bera", {"observer"}}}).count.sure, 3U);
}

TEST(TableChange, OpensAPointForAll) {
    const Standing standing = changed(worth, {{TableChangeKind::open, "y", {}}});
    EXPECT_EQ(standing.verdict, VerdictKind::depends);
    EXPECT_EQ(standing.count.possible, 4U);
}

TEST(TableChange, OpensStancesAndKeepsWeights) {
    const testing::Sketch sketch(
        "party = { alta = {}, bera = {} }, issue.x = { option = [a, b], weight.alta = 10, "
        "stance = { alta = { a = 90, b = redline }, bera = { a = 20, b = 30 } } }");
    const Result<LoadedCase> result = with_table_changes(load_case(sketch.document()).value(),
                                                         {{TableChangeKind::open, "x", {}}});
    ASSERT_TRUE(result.ok());
    const Node& issue = *result.value().document.find("issue")->find("x");
    EXPECT_EQ(issue.find("stance"), nullptr);
    EXPECT_EQ(issue.find("weight")->find("alta")->text, "10");
    EXPECT_EQ(issue.find("weight")->find("bera")->items[1].text, "40");
}

TEST(TableChange, RefusesToOpenScoresWithARedLine) {
    const std::string scored =
        "party = { alta.role = signatory, bera.role = signatory }, issue.ice = { option = [a, b], "
        "score.alta = { a = 10, b = redline }, score.bera = { a = 0, b = \"10/3\" } }, "
        "fallback = { alta = 0, bera = 0 }, rule = [{ id = left-out-ice, forbid.ice = b }]";
    const auto opened = [&](const std::string& text) {
        return with_table_changes(testing::loaded_sketch(text),
                                  {{TableChangeKind::open, "ice", {}}});
    };
    const Diagnostics problems = opened(scored).problems();
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_NE(problems[0].what.find("a red line"), std::string::npos) << problems[0].what;
    std::string without = scored;
    without.replace(without.find("redline"), 7, "\"1/3\"");
    const Result<LoadedCase> exact = opened(without);
    ASSERT_TRUE(exact.ok()) << exact.problems().front().what;
    const auto& own = exact.value().negotiation.issues[0].assessments;
    EXPECT_EQ(std::get<Interval>(own[0].scores[0]->worth), (Interval{Rational(1) / 3, 10}));
    EXPECT_EQ(std::get<Interval>(own[1].scores[1]->worth), (Interval{0, Rational(10) / 3}));
}

TEST(TableChange, LeavesOutTwiceAsOnceBesideARuleOfThatName) {
    const std::string kept =
        "party.alta.role = signatory, issue.ice = { option = [a, b], status_quo = a, "
        "score.alta = { a = 1, b = 2 } }, fallback.alta = 0, "
        "rule = [{ id = left-out-ice, forbid.ice = b }]";
    const TableChange leave{TableChangeKind::leave_out, "ice", {}};
    const Result<LoadedCase> found =
        with_table_changes(testing::loaded_sketch(kept), {leave, leave});
    ASSERT_TRUE(found.ok()) << found.problems().front().what;
    EXPECT_EQ(found.value().negotiation.rules.size(), 2U);
    EXPECT_TRUE(found.value().negotiation.find_entry("rule.left-out-ice-2").has_value());
}

TEST(TableChange, LeavesAPointAtItsStatusQuo) {
    const Standing standing = changed(worth, {{TableChangeKind::leave_out, "x", {}}});
    EXPECT_EQ(standing.count.sure, 1U); // b, with c
    EXPECT_EQ(changed(worth, {{TableChangeKind::leave_out, "y", {}}}),
              changed(worth, {{TableChangeKind::open, "y", {}}}));
}

TEST(TableChange, SignsSomeDocumentsOnly) {
    EXPECT_EQ(changed(worth, {{TableChangeKind::sign, "", {"trade"}}}),
              changed(worth, {{TableChangeKind::leave_out, "x", {}}}));
    EXPECT_EQ(changed(worth, {{TableChangeKind::sign, "", {"trade", "water"}}}),
              stand(loaded(worth)));
}

TEST(TableChange, NamesWhatIsNear) {
    const auto problem = [](const TableChange& change) {
        const Diagnostics problems = with_table_changes(loaded(worth), {change}).problems();
        return problems.empty() ? "" : problems.front().what + "; " + problems.front().hint;
    };
    EXPECT_EQ(problem({TableChangeKind::role, "cota", {"observer"}}),
              "unknown party `cota`; did you mean `coda`?");
    EXPECT_EQ(problem({TableChangeKind::role, "coda", {"signer"}}),
              "unknown role `signer`; known: signatory, mediator, guarantor, affected, observer");
    EXPECT_EQ(problem({TableChangeKind::open, "z", {}}), "unknown issue `z`; known: x, y");
    EXPECT_EQ(problem({TableChangeKind::sign, "", {"watr"}}),
              "unknown document `watr`; did you mean `water`?");
}

TEST(WhatIfs, AreComparedWithTheCaseAsItIs) {
    const Result<LoadedCase> dear =
        with_changes(loaded(worth), {{"fallback.alta", number_node("16"), {}}});
    const WhatIfTable table =
        compare_what_ifs(loaded(worth), {{"dear", "set fallback.alta=16", dear.value()},
                                         {"same", "", loaded(worth)}});
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.standing.verdict, VerdictKind::agreement);
    EXPECT_EQ(table.rows[0].standing->verdict, VerdictKind::no_agreement);
    EXPECT_EQ(table.rows[0].changes.entries.size(), 1U);
    EXPECT_EQ(*table.rows[1].standing, table.standing);
    EXPECT_TRUE(table.rows[1].changes.entries.empty());
}

TEST(WhatIfs, StopWhereTheyAreStopped) {
    CancelFlag flag;
    flag.raise();
    const WhatIfTable table =
        compare_what_ifs(loaded(worth), {{"same", "", loaded(worth)}}, {.cancel = &flag});
    EXPECT_TRUE(table.was_stopped);
    EXPECT_FALSE(table.rows[0].standing.has_value());
}

} // namespace
} // namespace unbracket
