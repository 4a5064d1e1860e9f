#include "unbracket/report/robust_json.hpp"
#include "unbracket/report/robust_sections.hpp"
#include "unbracket/report/robust_text.hpp"
#include "unbracket/report/share_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_value;

const std::string two_parties = "{ unbracket = 1, title = T, party = { alta = { name = Alta }, "
                                "bera = { name = Bera } }, issue.x "
                                "= { title = Water, option = { a = Much, b = Little }, score = { "
                                "alta = { a = [4, 6], b = 1 }, bera "
                                "= { a = 3, b = 8 } } }, fallback = { alta = [0, 8], bera = 2 } ";

std::string told(const std::string& more = "", std::size_t width = 200) {
    const LoadedCase loaded = loaded_value(two_parties + more + " }");
    RobustOptions options;
    options.sample.samples = 2'000;
    return robust_text(loaded, find_robust(loaded, options).value(), {.width = width});
}

TEST(RobustText, SaysOfWhatAShareIs) {
    const std::string text = told();
    EXPECT_TRUE(holds(text, "of sampled readings some combination is acceptable to Alta and Bera"))
        << text;
    EXPECT_TRUE(holds(text, "no chance of an agreement")) << text;
    EXPECT_TRUE(holds(text, "Wilson's 95 % interval")) << text;
    EXPECT_TRUE(holds(text, "Exactly: not settled by this file")) << text;
}

TEST(RobustText, NamesWhoAcceptsAnOutcome) {
    const std::string text = told();
    EXPECT_TRUE(holds(text, "to Bera in 100 %: Water: Much")) << text;
    EXPECT_TRUE(holds(text, "Alta   100 % (100..100)") || holds(text, "Alta  100 % (")) << text;
}

TEST(RobustText, NamesHingesExactly) {
    const std::string text = told();
    EXPECT_TRUE(holds(text, "Exact: entries that settle the answer by themselves.")) << text;
    EXPECT_TRUE(holds(text, "at 0 agreement, at 8 no agreement.")) << text;
}

TEST(RobustText, SaysWhatUnknownAndDoubtfulAreTakenFor) {
    EXPECT_FALSE(holds(told(), "unknown option"));
    const std::string text = told(", intent.bera = doubtful");
    EXPECT_TRUE(holds(text, "Taken to seek an agreement, though doubtful: Bera.")) << text;
}

TEST(RobustText, AsksThePartyItself) {
    EXPECT_TRUE(holds(told(), "1 Ask Alta what it has without agreement")) << told();
}

TEST(RobustText, FitsItsWidth) {
    std::string line;
    for (const char byte : told("", 60) + "\n") {
        line += byte;
        if (byte == '\n') {
            EXPECT_LE(column_count(line.substr(0, line.size() - 1)), 60U) << line;
            line.clear();
        }
    }
}

TEST(RobustText, RowsThatLookTheSameShareARank) {
    EXPECT_EQ(screen::ranks({"9", "7", "7", "1"}), (std::vector<std::string>{"1", "2", "2", "4"}));
}

TEST(RobustText, SharesHaveTwoSignificantDigits) {
    EXPECT_EQ(share_text(123, 1'000), "12 %");
    EXPECT_EQ(share_text(4, 1'000), "0.4 %");
    EXPECT_EQ(share_text(0, 1'000), "0 %");
    EXPECT_EQ(share_text(1'000, 1'000), "100 %");
    EXPECT_EQ(share_text(0, 0), "0 %");
    EXPECT_EQ(share_text(994, 1'000), "99 %");
    EXPECT_EQ(share_text(99'965, 100'000), "over 99 %");
    EXPECT_EQ(share_text(wilson_range(99'965, 100'000)), "over 99 %");
    EXPECT_EQ(share_text(wilson_range(199, 200)), "over 99 % (97..100)");
    EXPECT_EQ(share_text(wilson_range(100'000, 100'000)), "100 % (over 99..100)");
}

TEST(RobustJson, HoldsWhatTheScreenSays) {
    const LoadedCase loaded = loaded_value(two_parties + ", draft.d = { set.x = a } }");
    RobustOptions options;
    options.sample.samples = 500;
    const Node answer = robust_json(loaded, find_robust(loaded, options).value(), {});
    EXPECT_EQ(answer.find("verdict")->text, "depends");
    EXPECT_EQ(answer.find("sample")->find("readings")->text, "500");
    EXPECT_EQ(answer.find("drafts")->items.size(), 1U);
    EXPECT_EQ(answer.find("drafts")->items[0].find("contents")->text, "1");
    EXPECT_EQ(answer.find("hinges")->items[0].find("entry")->text, "fallback.alta");
    EXPECT_EQ(answer.find("options")->find("x")->members.size(), 2U);
    EXPECT_EQ(answer.find("blocks")->members.size(), 2U);
    EXPECT_FALSE(answer.find("stopped")->flag);
}

TEST(RobustText, LeavesOutEachSpeakingPartyByName) {
    const std::string said = ", said = [{ id = s, who = w, speaks_for = alta, claim = c }, "
                             "{ id = t, who = v, claim = c }]";
    EXPECT_TRUE(holds(told(said), "all that is said for Alta  0  ")) << told(said);
    EXPECT_FALSE(holds(told(said), "all that is said for Bera"));
}

TEST(RobustText, HasNoRowsOfOptionsWhereNoAgreementIsPossible) {
    const std::string text = told(", limit = [{ party = alta, needs.x = a }, "
                                  "{ party = bera, needs.x = b }]");
    EXPECT_TRUE(holds(text, "OPTIONS   None is part of an agreement, as there is none in any "
                            "reading.\n"))
        << text;
    EXPECT_TRUE(holds(told(), "OPTIONS   Readings in which some agreement holds the option"));
}

TEST(RobustText, SaysWhatItsQuestionsAreRankedBy) {
    EXPECT_TRUE(holds(told(), "NEXT      Ranked by how far the answers move the share of sampled "
                              "readings with an agreement; check ranks by what changes the "
                              "verdict.\n"))
        << told();
}

TEST(RobustText, AsksWhetherALimitThatIsSwitchedOffHolds) {
    const std::string text =
        told(", limit = [{ id = l, title = \"Little of it\", party = bera, needs.x = b, status = "
             "off }]");
    EXPECT_TRUE(holds(text, "Ask Bera whether it would hold, whatever it is offered, to its limit "
                            "\"Little of it\" (assumed so far; switched off in this file). With an "
                            "agreement: if so: "))
        << text;
    EXPECT_TRUE(holds(text, "; if not: ")) << text;
}

TEST(RobustText, NamesWhatItAsksInVain) {
    const std::string text = told(
        ", limit = [{ id = idle, party = bera, needs.x = [a, b], status = off }], alternative.q = "
        "{ question = \"Well?\", yes = {}, no = {} }");
    EXPECT_TRUE(holds(text, "Questions no answer to which moves this share by itself: q and "
                            "limit.idle."))
        << text;
    EXPECT_FALSE(holds(told(), "Questions no answer to which"));
}

} // namespace
} // namespace unbracket
