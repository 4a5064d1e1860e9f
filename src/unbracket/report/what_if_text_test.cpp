#include "unbracket/report/what_if_text.hpp"

#include "tests/support/case_sketch.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;

const std::string talks = "title = Talks, party = { alta = { name = Alta, role = signatory }, "
                          "bera = { name = Bera, role = signatory } }, "
                          "issue.x = { option = [a, b], score.alta = { a = 10, b = 4 }, "
                          "score.bera = { a = 4, b = 10 } }, fallback = { alta = 5, bera = 6 }";

LoadedCase base() {
    const testing::Sketch sketch(talks);
    return load_case(sketch.document()).value();
}

/// `fallback.alta` set to each of these.
WhatIfTable table(const std::vector<std::string>& values, const ClaimOptions& options = {}) {
    std::vector<WhatIf> what_ifs;
    for (const std::string& value : values) {
        const Setting setting{"fallback.alta", parse_setting_value(value), {}};
        what_ifs.push_back(
            {"at " + value, "set fallback.alta=" + value, with_changes(base(), {setting}).value()});
    }
    return compare_what_ifs(base(), std::move(what_ifs), options);
}

TEST(WhatIfs, AreDecidedEachByItselfAndComparedWithTheCase) {
    const WhatIfTable found = table({"3", "7"});
    EXPECT_EQ(found.standing.verdict, VerdictKind::no_agreement);
    ASSERT_EQ(found.rows.size(), 2U);
    EXPECT_EQ(found.rows[0].standing->verdict, VerdictKind::agreement);
    EXPECT_EQ(found.rows[1].standing->verdict, VerdictKind::no_agreement);
    ASSERT_EQ(found.rows[0].changes.entries.size(), 1U);
    EXPECT_EQ(found.rows[0].changes.entries[0].address, "fallback.alta");
    EXPECT_FALSE(found.was_stopped);
}

TEST(WhatIfs, AreNotDecidedOnceStopped) {
    CancelFlag flag;
    flag.raise();
    const WhatIfTable found = table({"3"}, {.cancel = &flag});
    EXPECT_TRUE(found.was_stopped);
    EXPECT_FALSE(found.rows[0].standing.has_value());
    const std::string text = what_if_text(found);
    EXPECT_TRUE(holds(text, "not decided"));
    EXPECT_TRUE(holds(text, "Stopped before the end: some rows were not decided.\n"));
}

TEST(WhatIfScreen, BeginsWithWhichChangeTheAnswer) {
    const std::string text = what_if_text(table({"3", "7"}), {.width = 100});
    EXPECT_TRUE(text.starts_with("Talks\nANSWER    Under the entries as they are: no agreement. 1 "
                                 "of 2 what-ifs changes that: at 3:\n          agreement.\n"))
        << text;
    EXPECT_TRUE(
        holds(text, "as it is  no agreement  0         0     fallback.alta and fallback.bera"));
    EXPECT_TRUE(holds(text, "at 7      no agreement  0         0     the same"));
    EXPECT_TRUE(holds(text, "- at 3 (set fallback.alta=3): fallback.alta: 5 -> 3."));
}

TEST(WhatIfScreen, SaysThatNoneChangesTheAnswer) {
    EXPECT_TRUE(holds(what_if_text(table({"7"}), {.width = 100}),
                      "no agreement. None of the what-ifs changes that.\n"));
    EXPECT_TRUE(holds(what_if_text(table({"5"}), {.width = 100}), "fallback.alta=5): no entry.\n"));
}

TEST(WhatIfTable, HasARowForTheCaseAndEachWhatIf) {
    const auto rows = what_if_table(table({"3"}));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1][0], "as it is");
    EXPECT_EQ(rows[2], (std::vector<std::string>{"at 3", "set fallback.alta=3", "agreement", "1",
                                                 "1", rows[2][5], "fallback.alta"}));
}

TEST(WhatIfJson, HoldsEachStandingAndWhatChanged) {
    const Node data = what_if_json(table({"3"}));
    EXPECT_EQ(data.find("standing")->find("verdict")->text, "no_agreement");
    const Node& row = data.find("what_ifs")->items[0];
    EXPECT_EQ(row.find("label")->text, "at 3");
    EXPECT_EQ(row.find("standing")->find("verdict")->text, "agreement");
    EXPECT_EQ(row.find("entries")->items[0].find("after")->find("value")->text, "3");
    EXPECT_NE(row.find("digest")->text, data.find("digest")->text);
}

} // namespace
} // namespace unbracket
