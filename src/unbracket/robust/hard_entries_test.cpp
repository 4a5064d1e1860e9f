#include "unbracket/robust/check.hpp"
#include "unbracket/robust/hard_entries.hpp"
#include "unbracket/robust/robust.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

LoadedCase loaded_case_of(const std::string& text) {
    return testing::loaded_value("{ unbracket = 1, party = { alta = {}, bera = {} }, issue = { x = "
                                 "{ option = [m, n], weight = { alta = 10, bera = 10 }, stance = { "
                                 "alta = { m = 80, n = 40 }, bera = { m = 50, n = 70 } } } }, "
                                 "fallback = { alta = [20, 60], bera = [20, 60] }" +
                                 text + " }");
}

std::vector<std::string> addresses(const Case& negotiation, const std::vector<EntryId>& entries) {
    std::vector<std::string> found;
    for (const EntryId id : entries) {
        found.push_back(negotiation.entry(id).address);
    }
    return found;
}

std::vector<std::string> asked(const std::string& text) {
    const LoadedCase loaded = loaded_case_of(text);
    return addresses(loaded.negotiation,
                     hard_entries_to_ask(loaded.negotiation, appraise(loaded.negotiation)));
}

RobustResult studied(const LoadedCase& loaded) {
    RobustOptions options;
    options.sample.samples = 2'000;
    return find_robust(loaded, options).value();
}

/// The shares of the answers to what is asked about that entry, by key.
std::vector<std::pair<std::string, double>>
shares(const LoadedCase& loaded, const RobustResult& result, const std::string& address) {
    std::vector<std::pair<std::string, double>> found;
    for (const RankedQuestion& question : result.swings.questions) {
        const auto* entry = std::get_if<EntryId>(&question.about);
        if (entry != nullptr && loaded.negotiation.entry(*entry).address == address) {
            for (const RankedQuestion::Answer& answer : question.answers) {
                found.emplace_back(answer.key, answer.count.share());
            }
        }
    }
    return found;
}

using Addresses = std::vector<std::string>;

Addresses decisive(const LoadedCase& loaded, const CheckResult& result) {
    return addresses(loaded.negotiation, find_decisive_limits(loaded.negotiation, result.appraisal,
                                                              result.verdict, {}));
}

TEST(HardEntries, AreMustHavesThatAreSwitchedOffToo) {
    EXPECT_EQ(asked(", limit = [{ id = l, party = alta, needs.x = m, status = off }]"),
              Addresses{"limit.l"});
    EXPECT_EQ(asked(", limit = [{ id = l, party = alta, needs.x = m }]"), Addresses{"limit.l"});
    EXPECT_EQ(asked(""), Addresses{});
}

TEST(HardEntries, AreRulesAndRedLinesAndDoubtfulIntents) {
    const LoadedCase loaded = testing::loaded_value(
        "{ unbracket = 1, party.alta = {}, issue = { x = { option = [m, n], weight.alta = 1, "
        "stance.alta = { "
        "m = redline, n = 20 } }, y = { range = { min = 0, max = 2, step = 1 }, weight.alta = 1, "
        "curve.alta = { ideal = 2, redline = \"< 1\" } } }, fallback.alta = 1, rule = [{ id = r, "
        "forbid = { x = n, y = 0 } }], intent.alta = doubtful }");
    const Case& negotiation = loaded.negotiation;
    const std::vector<EntryId> found = hard_entries_to_ask(negotiation, appraise(negotiation));
    Addresses sorted = addresses(negotiation, found);
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(sorted, (Addresses{"intent.alta", "issue.x.stance.alta.m",
                                 "issue.y.curve.alta.redline", "rule.r"}));
}

TEST(HardEntries, LeaveOutNormsAndWhatAnAlternativeAsksAndPartiesThatDoNotCount) {
    EXPECT_EQ(asked(", limit = [{ id = l, party = norm, never.x = n }]"), Addresses{});
    EXPECT_EQ(asked(", limit = [{ id = l, party = alta, needs.x = m, status = off }], "
                    "alternative.q = { question = \"Is it one?\", no = {}, yes = { \"limit.l\" = "
                    "on } }"),
              Addresses{});
    EXPECT_EQ(asked(", party.coda = { role = observer }, limit = [{ id = l, party = coda, needs.x "
                    "= m }]"),
              Addresses{});
}

TEST(HardEntries, OpenARedLineAtWhatTheOptionIsWorth) {
    const LoadedCase loaded = testing::loaded_value(
        "{ unbracket = 1, party.alta = {}, issue.x = { option = [m, n], weight.alta = 1, "
        "stance.alta = { m = \"redline bad\", n = 50 } } }");
    const Case& negotiation = loaded.negotiation;
    const Appraisal appraisal = appraise(negotiation);
    const std::vector<EntryId> lines = hard_entries_to_ask(negotiation, appraisal);
    ASSERT_EQ(lines.size(), 1U);
    const CaseVersion open =
        with_hard_entry(negotiation, appraisal, lines.front(), HardState::open);
    EXPECT_FALSE(open.appraisal[0].issues[0].options[0].is_red_line);
    EXPECT_EQ(open.appraisal[0].issues[0].options[0].value.high, Rational(30));
    const CaseVersion holds =
        with_hard_entry(negotiation, appraisal, lines.front(), HardState::holds);
    EXPECT_TRUE(holds.appraisal[0].issues[0].options[0].is_red_line);
    EXPECT_FALSE(holds.appraisal[0].issues[0].options[1].is_red_line);
}

TEST(HardEntries, MakeARedLineOfAnOptionThatIsNotKnown) {
    const LoadedCase loaded = testing::loaded_value(
        "{ unbracket = 1, party.alta = {}, issue.x = { option = [m, n], weight.alta = 1, "
        "stance.alta = { m = unknown, n = 50 } }, fallback.alta = 20 }");
    const Case& negotiation = loaded.negotiation;
    const Appraisal appraisal = appraise(negotiation);
    const EntryId unknown = *negotiation.find_entry("issue.x.stance.alta.m");
    EXPECT_TRUE(may_be_red_line(negotiation, appraisal, unknown));
    EXPECT_FALSE(
        may_be_red_line(negotiation, appraisal, *negotiation.find_entry("issue.x.stance.alta.n")));
    for (const HardState state : {HardState::open, HardState::holds}) {
        const CaseVersion version = with_hard_entry(negotiation, appraisal, unknown, state);
        EXPECT_EQ(version.appraisal[0].issues[0].options[0].is_red_line, state == HardState::holds);
        EXPECT_FALSE(version.appraisal[0].issues[0].options[0].is_unknown);
    }
}

TEST(HardEntries, AreAskedAboutByRobustWithTheSharesUnderEitherAnswer) {
    // Bera may need n, which Alta never accepts at 45 or more: then 1 reading in 2 or so is left.
    const LoadedCase loaded =
        loaded_case_of(", limit = [{ id = l, party = bera, needs.x = n, status = off }]");
    const RobustResult result = studied(loaded);
    const auto found = shares(loaded, result, "limit.l");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].first, "holds");
    EXPECT_NEAR(found[0].second, 0.5, 0.06); // Alta's fallback in 20..40 of 20..60
    EXPECT_EQ(found[1].first, "open");
    EXPECT_NEAR(found[1].second, 0.875, 0.04); // m: Bera's in 20..50; else n
}

TEST(HardEntries, OfUnknownOptionsAreAThirdAnswer) {
    const LoadedCase loaded = testing::loaded_value(
        "{ unbracket = 1, party.alta = {}, issue.x = { option = [m], weight.alta = 1, "
        "stance.alta.m = unknown }, fallback.alta = [0, 100] }");
    const auto found = shares(loaded, studied(loaded), "issue.x.stance.alta.m");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[2], (std::pair<std::string, double>("red_line", 0)));
}

TEST(HardEntries, ARefusalLeavesNoReadingWithAnAgreement) {
    const LoadedCase loaded = loaded_case_of(", intent.bera = doubtful");
    const auto found = shares(loaded, studied(loaded), "intent.bera");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0], (std::pair<std::string, double>("holds", 0)));
    EXPECT_GT(found[1].second, 0.5);
}

TEST(HardEntries, ThatSettleTheAnswerAreAskedAboutFirst) {
    const LoadedCase loaded =
        loaded_case_of(", limit = [{ id = quiet, party = alta, needs.x = m, status = off }, { id = "
                       "loud, party = alta, never.x = [m, n], status = off }]");
    const CheckResult result = check(loaded);
    ASSERT_EQ(kind_of(result.verdict), VerdictKind::depends);
    EXPECT_EQ(decisive(loaded, result), Addresses{"limit.loud"});
    Addresses next;
    for (const NextQuestion& question : result.next) {
        next.push_back(loaded.negotiation.entry(std::get<EntryId>(question.about)).address);
    }
    ASSERT_EQ(next.size(), 4U);
    EXPECT_EQ(next.front(), "limit.loud");
    EXPECT_EQ(next.back(), "limit.quiet") << "it excludes something, and settles nothing";
}

TEST(HardEntries, WhoseOpeningMakesAnAgreementAreDecisive) {
    const LoadedCase loaded = testing::loaded_value(
        "{ unbracket = 1, party.alta = {}, issue.x = { option = [m, n], score.alta = { m = 9, n = "
        "[0, 9] } }, fallback.alta = 5, limit = [{ id = l, party = alta, never.x = m }] }");
    const CheckResult result = check(loaded);
    ASSERT_EQ(kind_of(result.verdict), VerdictKind::depends);
    EXPECT_EQ(decisive(loaded, result), Addresses{"limit.l"});
}

TEST(HardEntries, ThatWouldLoseAnAgreementAreDecisive) {
    const LoadedCase loaded = testing::loaded_value(
        "{ unbracket = 1, party.alta = {}, issue.x = { option = [m, n], score.alta = { m = 9, n = "
        "0 } }, fallback.alta = 5, limit = [{ id = l, party = alta, never.x = m, status = off }, "
        "{ id = k, party = alta, never.x = n, status = off }, { id = on, party = alta, never.x = n "
        "}] }");
    const CheckResult result = check(loaded);
    ASSERT_EQ(kind_of(result.verdict), VerdictKind::agreement);
    EXPECT_EQ(decisive(loaded, result), Addresses{"limit.l"});
}

} // namespace
} // namespace unbracket
