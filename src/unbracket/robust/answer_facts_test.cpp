#include "unbracket/robust/answer_facts.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::case_of;

/// Two signatories with single numbers, and a mediator that nobody counts; with more entries.
std::string exact_case(const std::string& more = "") {
    return "party = { alta.role = signatory, bera.role = signatory, coda.role = mediator }, "
           "fallback = { alta = 20, bera = 30 }, "
           "issue.hours = { option = [few, many], weight = { alta = 10, bera = 10, coda = [5, 10] "
           "}, stance = { alta = { few = 80, many = 10 }, bera = { few = 10, many = 90 }, "
           "coda = { few = [10, 90], many = unknown } } }, draft.text.set.hours = few" +
           (more.empty() ? "" : ", " + more);
}

bool has_readings(const std::string& more) {
    const Case negotiation = case_of(exact_case(more));
    return has_several_readings(negotiation, appraise(negotiation));
}

TEST(SeveralReadings, NeedANumberThatIsLeftOpen) {
    EXPECT_FALSE(has_readings(""));
    EXPECT_FALSE(has_readings("intent.alta = seeks"));
    EXPECT_FALSE(has_readings("bonus = [{ party = alta, when.hours = few, value = 2 }]"));
    EXPECT_TRUE(has_readings(
        "issue.pay = { option = [low, high], weight.alta = 5, stance.alta = { low = [0, 1] } }"));
    EXPECT_TRUE(has_readings("issue.pay = { option = [low, high], weight.alta = [5, 6], "
                             "stance.alta = { low = 0, high = 9 } }"));
    const Case open = case_of("party = { alta = {}, bera = {} }, fallback = { alta = 30, bera = "
                              "[40, 41] }, issue.a = { option = [x], weight = { alta = 1, bera = "
                              "1 }, stance = { alta.x = 50, bera.x = 50 } }");
    EXPECT_TRUE(has_several_readings(open, appraise(open)));
}

TEST(SeveralReadings, AreThoseOfCountedParties) {
    EXPECT_TRUE(has_readings("intent.alta = doubtful"));
    EXPECT_FALSE(has_readings("intent.coda = doubtful"));
    const auto bonus = [](const std::string& party) {
        return "bonus = [{ party = " + party + ", when.hours = few, value = [1, 2] }]";
    };
    EXPECT_TRUE(has_readings(bonus("bera")));
    EXPECT_FALSE(has_readings(bonus("coda")));
    const auto risk = [](const std::string& party) {
        return "risk = [{ party = " + party + ", option.hours = few, loss = [0, 1] }]";
    };
    EXPECT_TRUE(has_readings(risk("bera")));
    EXPECT_FALSE(has_readings(risk("coda")));
}

LeftOut left_out_of(const std::string& more) {
    const Case negotiation = case_of(exact_case(more));
    return find_left_out(negotiation, appraise(negotiation));
}

TEST(LeftOut, IsWhatCountedPartiesSayOfDraftsThatAreOpen) {
    const auto said = [](const std::string& party) {
        return "said = [{ id = s, who = minister, speaks_for = " + party +
               ", attribution = official, claim = good, judgement." + party +
               " = \"accepts text\" }]";
    };
    const std::string second =
        "issue.pay = { option = [low, high], weight = { alta = 5, coda = 5 }, stance = { alta = { "
        "low = 0, high = 9 }, coda = { low = 0, high = 9 } } }, ";
    EXPECT_FALSE(left_out_of(said("alta")).judgements) << "the text says all that Alta rates";
    EXPECT_TRUE(left_out_of(second + said("alta")).judgements);
    EXPECT_FALSE(left_out_of(second + said("coda")).judgements);
    EXPECT_FALSE(left_out_of(second + "order.weight.alta = \"hours > pay\"").weight_orders);
}

TEST(LeftOut, AreOrdersOfWeightsWhereAFallbackDraftIsOpen) {
    const auto text = [](const std::string& party) {
        return "party = { alta.role = signatory, coda.role = mediator }, fallback = { alta.draft = "
               "text }, draft.text.set.hours = few, issue.hours = { option = "
               "[few], weight = { alta = 1, coda = 1 }, stance = { alta.few = 8, coda.few = 8 } }, "
               "issue.pay = { option = [low, high], weight = { alta = 1, coda = 1 }, stance = { "
               "alta = { low = 8, high = 9 }, coda = { low = 8, high = 9 } } }, order.weight." +
               party + " = \"hours > pay\"";
    };
    const auto leaves_out = [](const Case& negotiation) {
        return find_left_out(negotiation, appraise(negotiation));
    };
    EXPECT_TRUE(leaves_out(case_of(text("alta"))).weight_orders);
    EXPECT_FALSE(leaves_out(case_of(text("alta"))).judgements);
    EXPECT_FALSE(leaves_out(case_of(text("coda"))).weight_orders);
}

TEST(HardReasons, AreWiderWhereEveryReadingIsMeant) {
    const auto reasons = [](const std::string& more, Certainty certainty) {
        const Case negotiation = case_of(exact_case(more));
        return find_hard_reasons(negotiation, appraise(negotiation), certainty);
    };
    EXPECT_FALSE(reasons("", Certainty::sure).unknown_options) << "Coda is not counted";
    const std::string unsure = "intent.alta = doubtful, issue.pay = { option = [low, high], "
                               "weight.bera = 5, stance.bera = { low = 5, high = unknown } }";
    EXPECT_TRUE(reasons(unsure, Certainty::sure).unknown_options);
    EXPECT_TRUE(reasons(unsure, Certainty::sure).intent);
    EXPECT_FALSE(reasons(unsure, Certainty::possible).unknown_options);
    EXPECT_FALSE(reasons(unsure, Certainty::possible).intent);
    EXPECT_TRUE(reasons("intent.bera = refuses", Certainty::possible).intent);
}

} // namespace
} // namespace unbracket
