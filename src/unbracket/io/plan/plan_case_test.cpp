#include "unbracket/io/plan/filled_blanks.hpp"
#include "unbracket/io/plan/plan_case.hpp"
#include "unbracket/io/plan/plan_reader.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"

#include "tests/support/text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

using testing::holds;
using Lines = std::vector<std::string>;

ReadPlans plans_of(const Lines& texts) {
    ReadPlans plans;
    for (const std::string& text : texts) {
        const std::string name(1, static_cast<char>('a' + plans.texts.size()));
        plans.texts.push_back(read_plan(text, name + ".md").value());
        plans.names.push_back(name);
    }
    plans.plan = common_plan(plans.texts, plans.names, {}).value();
    fill_blanks(plans.plan, plans.texts);
    plans.decisions = decisions_of(plans.plan, plans.texts, plans.names);
    return plans;
}

std::string case_of(const ReadPlans& plans) {
    const std::string text = plan_case_text(plans, notices_of(plans));
    const Result<Node> document = read_toml(text, "case.toml");
    EXPECT_TRUE(document.ok()) << text;
    const Result<Case> bound = bind_case(document.value());
    EXPECT_TRUE(bound.ok()) << to_string(bound.problems()[0]) << text;
    return text;
}

/// `a.md:3: what` for each notice.
Lines notices(const Lines& texts) {
    const ReadPlans plans = plans_of(texts);
    Lines lines;
    for (const PlanNotice& notice : notices_of(plans)) {
        lines.push_back(notice.file + ":" + std::to_string(notice.line) + ": " + notice.what);
    }
    return lines;
}

TEST(PlanCase, KeepsTheWordsOfAPointWhole) {
    std::string words = "Alta pays";
    for (int i = 0; i < 30; ++i) {
        words += " word" + std::to_string(i);
    }
    const std::string text = case_of(plans_of(
        {"## Money\n\n1. " + words + "\n\n## 2. Seat\n\nNorth [or south].\n\n3. [date]\n"}));
    EXPECT_TRUE(holds(text, "text = " + ("\"" + words + "\""))) << text;
    EXPECT_TRUE(holds(text, "under = \"Money\"")) << text;
    EXPECT_TRUE(holds(text, "2 = { title = \"Seat\", text = \"Seat\\nNorth [or "
                            "south].\" }"))
        << text;
    EXPECT_TRUE(holds(text, "content = \"unknown\"")) << text;
}

TEST(PlanCase, NamesNothingTwice) {
    EXPECT_TRUE(holds(case_of(plans_of({"1. a [b]\n"})), "1 = \"a [b]\"\n"));
}

TEST(PlanCase, HasNotesOfFootnotesCommentsAddressesAndNames) {
    const std::string text =
        case_of(plans_of({"1. a [b][^1] [see][m] [Alta: c]\n<!-- d -->\n\n[^1]: e\n[m]: f.g\n"}));
    EXPECT_TRUE(holds(text, "claim = \"Comment in line 2: d\"")) << text;
    EXPECT_TRUE(holds(text, "claim = \"Footnote 1 to clause 1: e\"")) << text;
    EXPECT_TRUE(holds(text, "claim = \"Address of [m] to clause 1: f.g\"")) << text;
    EXPECT_TRUE(holds(text, "tells whose words these are: Alta: c")) << text;
}

TEST(PlanCase, GivesDraftsTheirTitles) {
    ReadPlans plans = plans_of({"# Same\n\n1. a [b]\n", "# Same\n\n1. a\n"});
    EXPECT_TRUE(holds(case_of(plans), "title = \"a.md\""));
    plans.title = "Other";
    EXPECT_TRUE(holds(case_of(plans), "title = \"Same (a.md)\""));
    EXPECT_TRUE(holds(case_of(plans), "title = \"Other\""));
}

TEST(PlanCase, IsUnknownWhereTheLatestTextHasABlank) {
    EXPECT_TRUE(holds(case_of(plans_of({"1. pay 30 EUR [b]\n", "1. pay [x] EUR [b]\n"})),
                      "content = \"unknown\""));
    EXPECT_FALSE(holds(case_of(plans_of({"1. pay [x] EUR [b]\n", "1. pay 30 EUR [b]\n"})),
                       "content = \"unknown\""));
}

TEST(PlanNotices, TellHowBlanksAreFilled) {
    EXPECT_EQ(notices({"1. pay [x] EUR\n", "1. pay 30 EUR\n"}),
              Lines{"a.md:1: `[x]` in 1 is filled in by another text with `30`; no text says "
                    "otherwise, so it is no issue"});
    EXPECT_EQ(notices({"1. pay [x] EUR\n", "1. pay 30 EUR\n", "1. pay 60 EUR\n"}),
              Lines{"a.md:1: `[x]` in 1 is filled in by the other texts, and open in this one"});
}

TEST(PlanNotices, TellOfHeadingsThatAreOthersInTheCase) {
    EXPECT_EQ(
        notices({"## Old part\n\n### 1. Old name\n\nships pay [ten] EUR here\n",
                 "## 1. New name\n\nships pay [ten] EUR here\n"}),
        (Lines{"a.md:3: the heading of clause 1 is \"Old name\" here, and \"New name\" in the "
               "case",
               "a.md:3: clause 1 stands under \"Old part\" here, and under no heading in the "
               "case"}));
}

TEST(PlanNotices, QuoteRemarksWhole) {
    const std::string remark = "[Note: " + std::string(100, 'n') + "]";
    EXPECT_EQ(notices({"1. a [b] " + remark + "\n"}),
              Lines{"a.md:1: `" + remark + "` was taken as a remark, not as words of the plan"});
}

TEST(PlanNotices, NameFootnotesAndAddressesWithoutAMark) {
    EXPECT_EQ(notices({"1. a [b]\n\n[^1]: c\n[m]: d.e\n<!-- f -->\n"}),
              (Lines{"a.md:3: footnote ^1 is marked nowhere in the text",
                     "a.md:4: the address of [m] is marked nowhere in the text"}));
}

} // namespace
} // namespace unbracket
