#include "unbracket/authoring_plan.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/support/temporary_folder.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace unbracket {
namespace {

using testing::holds;
using Lines = std::vector<std::string>;

class PlanCases : public ::testing::Test {
protected:
    PlanCases()
        : folder_(std::string("plans_") +
                  ::testing::UnitTest::GetInstance()->current_test_info()->name()) {}

    std::string file(const std::string& name, const std::string& text) {
        std::ofstream(folder_.path(name), std::ios::binary) << text;
        return folder_.path(name);
    }

    /// The case as it is read from its file.
    LoadedCase loaded(const PlanCase& made) {
        const Result<LoadedCase> read = open_case({.files = {file("case.toml", made.text)}});
        EXPECT_TRUE(read.ok()) << (read.ok() ? "" : to_string(read.problems()[0]));
        return read.value();
    }

    static Lines problems(const PlanRequest& request) {
        Lines lines;
        const Result<PlanCase> made = case_from_plans(request);
        for (const Diagnostic& problem : made.problems()) {
            lines.push_back(problem.what);
        }
        return lines;
    }

    testing::TemporaryFolder folder_;
};

TEST_F(PlanCases, HaveThePartiesThatAreNamedAndOnlyUnknownStances) {
    const std::string plan = file("plan.md", "# Talks\n\n1. ships pay [ten / twenty] EUR\n");
    const PlanCase made =
        case_from_plans(
            {.files = {plan}, .parties = {"Alta", "the Upper State of the river", "norm"}})
            .value();
    const LoadedCase read = loaded(made);
    EXPECT_EQ(read.negotiation.title, "Talks");
    ASSERT_EQ(read.negotiation.parties.size(), 3U);
    EXPECT_EQ(read.negotiation.parties[0].key, "alta");
    EXPECT_EQ(read.negotiation.parties[1].name, "the Upper State of the river");
    EXPECT_TRUE(holds(made.text, "stance.alta = { ten = \"unknown\", twenty = \"unknown\" }\n"));
    EXPECT_FALSE(holds(made.text, "weight"));
}

TEST_F(PlanCases, StandForTwoPartiesWhereNoneIsNamed) {
    const PlanCase made =
        case_from_plans({.files = {file("p.md", "1. a [b]\n")}, .title = "X"}).value();
    EXPECT_EQ(loaded(made).negotiation.parties.size(), 2U);
    EXPECT_EQ(loaded(made).negotiation.title, "X");
}

TEST_F(PlanCases, CountWhatTheyHold) {
    const PlanCase made =
        case_from_plans({.files = {file("p.md", "1. a [b] c [date]\n2. d [e / f / g]\n")}}).value();
    EXPECT_EQ(made.points, 2U);
    EXPECT_EQ(made.issues, 2U);
    EXPECT_EQ(made.options, 5U);
    EXPECT_EQ(made.drafts.size(), 1U);
    ASSERT_EQ(made.unsure.size(), 1U);
    EXPECT_EQ(made.unsure[0].at.line, 1U);
    EXPECT_TRUE(holds(made.unsure[0].what, "`[date]` in 1 is to be filled in"));
    EXPECT_TRUE(holds(made.text, "1 = { title = \"a [b] c [date]\", content = \"unknown\" }\n"));
}

TEST_F(PlanCases, KeepFootnotesAndNamesAsNotes) {
    const PlanCase made =
        case_from_plans(
            {.files = {file("p.md", "1. a [b][^1] [Alta: c / d]\n\n[^1]: Bera waits.\n")}})
            .value();
    const LoadedCase read = loaded(made);
    ASSERT_EQ(read.negotiation.statements.size(), 2U);
    EXPECT_EQ(read.negotiation.statements[0].claim, "Footnote 1 to clause 1: Bera waits.");
    EXPECT_EQ(read.negotiation.statements[1].claim,
              "The text of clause 1 tells whose words these are: Alta: c");
    EXPECT_EQ(made.unsure.size(), 1U);
}

TEST_F(PlanCases, OfTwoTextsHaveTwoDrafts) {
    const std::string first =
        file("first.md", "1. ships pay [ten / twenty] EUR at the gate\n2. boats fish in the strait "
                         "all year\n3. a court of three decides on disputes\n");
    const std::string second = file(
        "second.md", "1. nobody builds any dam\n2. boats fish in the strait all year, and a court "
                     "of three decides on disputes\n3. ships pay ten EUR at the gate\n");
    const PlanCase made = case_from_plans({.files = {first, second}}).value();
    const LoadedCase read = loaded(made);
    ASSERT_EQ(read.negotiation.drafts.size(), 2U);
    EXPECT_EQ(made.drafts[1].known, 2U);
    EXPECT_EQ(made.drafts[1].added, 1U);
    EXPECT_EQ(made.drafts[1].dropped, 1U);
    using Renumbered = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(made.drafts[1].renumbered, (Renumbered{{"1", "3"}}));
    EXPECT_TRUE(holds(made.text, "point.p1 = \"3\"\n"));
    EXPECT_TRUE(holds(made.text, "merged = { \"2\" = [\"2\", \"3\"] }\n"));
}

TEST_F(PlanCases, ListWhatMayBeOneClauseAndAskForAnAnswer) {
    const std::string first = file("a.md", "1. ships pay ten EUR at the gate\n2. all fish\n");
    const std::string second = file("b.md", "1. nobody builds a dam\n2. all fish\n");
    const PlanCase kept = case_from_plans({.files = {first, second}}).value();
    EXPECT_EQ(kept.points, 3U);
    ASSERT_EQ(kept.unsure.size(), 1U);
    EXPECT_TRUE(holds(kept.unsure[0].what,
                      "clause 1 may be point 1 (0% alike, same number); kept apart; "
                      "settle it with --match b:1=1 or =none"));
    const PlanCase joined =
        case_from_plans({.files = {first, second}, .matches = {"b:1=1"}}).value();
    EXPECT_EQ(joined.points, 2U);
    EXPECT_TRUE(joined.unsure.empty());
    const PlanCase apart =
        case_from_plans({.files = {first, second}, .matches = {"b:1=none"}}).value();
    EXPECT_EQ(apart.points, 3U);
    EXPECT_TRUE(apart.unsure.empty());
}

TEST_F(PlanCases, RefuseMatchesThatContradictEachOther) {
    const std::string first = file("a.md", "1. ships pay [ten] EUR\n2. all fish\n3. none dams\n");
    const std::string second = file("b.md", "1. ships pay ten EUR\n2. all fish\n3. none dams\n");
    const auto told = [&](const Lines& matches) {
        return problems({.files = {first, second}, .matches = matches});
    };
    EXPECT_EQ(told({"b:1=1", "b:2=1"}),
              Lines{"`b:2=1` gives point 1 a second clause of that text, after 1"});
    EXPECT_EQ(told({"b:1=1", "b:1=2"}), Lines{"`b:1=2` settles clause 1 again"});
    EXPECT_EQ(told({"b:1=1", "b:1=none"}), Lines{"`b:1=none` settles clause 1 again"});
    EXPECT_EQ(told({"b:1=1", "b:1=1"}), Lines{"`b:1=1` settles clause 1 again"});
    EXPECT_EQ(told({"b:1=none", "b:2=none", "b:3=1"}), Lines{});
}

TEST_F(PlanCases, AreNoLargerThanACaseFile) {
    std::string large = "1. a [b]\n";
    for (int i = 0; i < 100; ++i) {
        large += "\n" + std::string(100'000, static_cast<char>('a' + i % 26)) + "\n";
    }
    const std::string plan = file("large.md", large.substr(0, 9'000'000) + "\n");
    const Result<PlanCase> made = case_from_plans({.files = {plan}});
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.problems().size(), 1U);
    EXPECT_TRUE(holds(made.problems().front().what, "bytes; a case file has at most 16777216"));
    EXPECT_TRUE(holds(made.problems().front().hint, "cut the text into several"));
    EXPECT_EQ(made.problems().front().where.file, plan);
}

TEST_F(PlanCases, RoundTripAndCanBeAsked) {
    const std::string text = "1. a [b [c / d]] \"e\" [\u00e9 \\\\ / f]\n[2. g\n3. h [i] [j]]\n";
    const PlanCase made = case_from_plans({.files = {file("p.md", text)}}).value();
    const LoadedCase read = loaded(made);
    const std::string json = write_document(read.document, "json").value();
    const Result<LoadedCase> again = open_case({.files = {file("case.json", json)}});
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(check_text(read, check(read)), check_text(again.value(), check(again.value())));
}

TEST_F(PlanCases, AreRefusedWithAllProblems) {
    const std::string bad = file("bad.md", "1. a [b\n");
    const std::string worse = file("worse.md", "1. a] [b\n");
    EXPECT_EQ(problems({.files = {bad, worse}}),
              (Lines{"the bracket opened here is not closed in clause 1",
                     "a `]` that closes nothing in clause 1",
                     "the bracket opened here is not closed in clause 1"}));
    EXPECT_EQ(problems({.files = {"-", "-"}}), Lines{"standard input is named twice"});
    EXPECT_EQ(problems({.files = {folder_.path("none.md")}}), Lines{"there is no such file"});
    const std::string plain = file("plain.md", "1. a\n");
    EXPECT_EQ(problems({.files = {plain}}),
              Lines{"the text leaves nothing open: no [brackets], no options"});
    EXPECT_EQ(problems({.files = {plain, plain}}),
              Lines{"the texts say the same and leave nothing open"});
    EXPECT_EQ(problems({.files = {plain}, .matches = {"x", "plain:1"}}),
              (Lines{"`x` is no match", "`plain:1` is no match"}));
    EXPECT_EQ(problems({.files = std::vector<std::string>(33, plain)}),
              Lines{"more than 32 texts"});
    EXPECT_EQ(problems({.files = {file("one.md", "1. a [b]\n")},
                        .parties = std::vector<std::string>(129, "Alta")}),
              Lines{"129 parties; a case holds at most 128"});
    std::string many;
    for (int i = 1; i <= 513; ++i) {
        many += std::to_string(i) + ". a [b]\n";
    }
    EXPECT_EQ(problems({.files = {file("many.md", many)}}),
              Lines{"the texts leave 513 things to decide; a case holds at most 512 issues"});
}

} // namespace
} // namespace unbracket
