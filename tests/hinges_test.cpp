#include "unbracket/unbracket.hpp"

#include "tests/bind_text.hpp"

#include <gtest/gtest.h>

// Which single entry settles a verdict `depends`, by hand.

namespace unbracket {

namespace {

struct Found {
    std::string entry;
    std::optional<Interval> tried;
    std::optional<VerdictKind> at_low, at_high;
    friend bool operator==(const Found&, const Found&) = default;
};

std::vector<Found> hinges_of(const std::string& text) {
    const LoadedCase loaded = testing::loaded_text(text);
    const CheckResult result = check(loaded);
    EXPECT_EQ(kind_of(result.verdict), VerdictKind::depends);
    std::vector<Found> found;
    for (const Hinge& hinge : result.hinges) {
        found.push_back({loaded.negotiation.entry(hinge.entry).address, hinge.tried, hinge.at_low,
                         hinge.at_high});
    }
    return found;
}

const std::string begin = "unbracket = 1\n"
                          "party.a.name = \"A\"\nparty.b.name = \"B\"\n"
                          "[issue.x]\noption = [\"p\", \"q\"]\n";

} // namespace

TEST(Hinges, ABonusCanSettleTheAnswer) {
    const auto found = hinges_of(begin + "score.a = { p = 10, q = 0 }\n"
                                         "score.b = { p = 0, q = 10 }\n"
                                         "[fallback]\na = 5\nb = 5\n"
                                         "[[bonus]]\nparty = \"b\"\nwhen.x = \"p\"\n"
                                         "value = [0, 10]\n");
    const std::vector<Found> expected = {
        {"bonus.1", Interval{0, 10}, VerdictKind::no_agreement, VerdictKind::agreement}};
    EXPECT_EQ(found, expected);
}

TEST(Hinges, ALossCanSettleTheAnswer) {
    const auto found = hinges_of(begin + "score.a = { p = 10, q = 0 }\n"
                                         "score.b = { p = 8, q = 10 }\n"
                                         "[fallback]\na = 5\nb = 5\n"
                                         "[[risk]]\nparty = \"b\"\noption.x = \"p\"\n"
                                         "loss = [0, 4]\n");
    const std::vector<Found> expected = {
        {"risk.1", Interval{0, 4}, VerdictKind::agreement, VerdictKind::no_agreement}};
    EXPECT_EQ(found, expected);
}

TEST(Hinges, ADoubtfulIntentCanSettleTheAnswer) {
    const auto found = hinges_of(begin + "score.a = { p = 10, q = 10 }\n"
                                         "score.b = { p = 10, q = 10 }\n"
                                         "[fallback]\na = 5\nb = 5\n"
                                         "[intent]\na = \"doubtful\"\n");
    const std::vector<Found> expected = {
        {"intent.a", {}, VerdictKind::no_agreement, VerdictKind::agreement}};
    EXPECT_EQ(found, expected);
}

TEST(Hinges, AreTriedOnlyAtValuesThatSomeReadingTakes) {
    // The order leaves p 30 to 40 of its 20 to 40, and q 30 to 40 of its 30 to 60.
    const auto found = hinges_of(begin + "weight = { a = 10, b = 10 }\n"
                                         "stance.a = { p = [20, 40], q = [30, 60] }\n"
                                         "order.a = \"p > q\"\n"
                                         "stance.b = { p = 80, q = 0 }\n"
                                         "[fallback]\na = 35\nb = 50\n");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].tried, (Interval{30, 40}));
    EXPECT_EQ(found[0].at_low, VerdictKind::no_agreement);
    EXPECT_EQ(found[0].at_high, VerdictKind::agreement);
    EXPECT_EQ(found[1].tried, (Interval{30, 40}));
    EXPECT_EQ(found[1].at_low, std::nullopt);
    EXPECT_EQ(found[1].at_high, VerdictKind::agreement);
}

TEST(FailingReading, SaysWhoRefusesEverything) {
    const LoadedCase loaded =
        testing::loaded_text(begin + "score.a = { p = 10, q = 10 }\nscore.b = { p = 10, q = 10 }\n"
                                     "[fallback]\na = 5\nb = 5\n[intent]\na = \"doubtful\"\n");
    const Node answer = check_json(loaded, check(loaded));
    const Node* reading = answer.find("failing_reading");
    ASSERT_NE(reading->find("a")->find("refuses"), nullptr);
    EXPECT_EQ(reading->find("b")->find("refuses"), nullptr);
}

TEST(FailingReading, MayBeOneOfAPartyThatOnlyHasLimitsAndDoubts) {
    const LoadedCase loaded =
        testing::loaded_text(begin + "score.b = { p = 10, q = 10 }\n"
                                     "[fallback]\na = 5\nb = 5\n[intent]\na = \"doubtful\"\n");
    const CheckResult result = check(loaded);
    const auto& depends = std::get<DependsVerdict>(result.verdict.answer);
    ASSERT_TRUE(depends.failing_reading.has_value());
    EXPECT_TRUE(depends.failing_reading->front().refuses);
}

} // namespace unbracket
