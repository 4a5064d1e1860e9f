#include "unbracket/robust/acceptance_counts.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::loaded_value;

std::string nine_parties(const std::string& rule) {
    std::string parties, scores, fallbacks;
    for (int at = 0; at < 9; ++at) {
        const std::string id = "p" + std::to_string(at);
        parties += id + ".name = P, ";
        scores += id + " = { a = 1, b = " + (at < 4 ? "1" : "0") + " }, ";
        fallbacks += id + " = 1, ";
    }
    return "{ unbracket = 1, party = { " + parties + "}, issue.x = { option = [a, b], score = { " +
           scores + "} }, fallback = { " + fallbacks + "}" + rule + " }";
}

TEST(AcceptanceCounts, SumUpWhatTheAgreementRuleAccepts) {
    const std::string base =
        "{ unbracket = 1, party = { alta.name = A, bera.name = B, coda.name = C }, "
        "issue.x = { option = [a, b, c], score = { alta = { a = 1, b = 1, c = 0 }, "
        "bera = { a = 1, b = 0, c = 1 }, coda = { a = 0, b = 1, c = 1 } } }, "
        "fallback = { alta = 1, bera = 1, coda = 1 }, agreement = ";
    const auto agreements = [&](const std::string& rule) {
        return *count_acceptance(loaded_value(base + rule + " }")).value().agreements;
    };
    EXPECT_EQ(agreements("{ required = [alta, bera, coda] }"), Rational(0));
    EXPECT_EQ(agreements("{ required = [alta], at_least = 2 }"), Rational(2));
    EXPECT_EQ(agreements("{ required = [], at_least = 2 }"), Rational(3));
    EXPECT_EQ(agreements("{ required = [alta, bera], at_least = 2 }"), Rational(1));
}

TEST(AcceptanceCounts, OfManyPartiesKnowOnlyWhatAllAccept) {
    EXPECT_EQ(count_acceptance(loaded_value(nine_parties(""))).value().agreements, Rational(1));
    EXPECT_FALSE(count_acceptance(
                     loaded_value(nine_parties(", agreement = { required = [p0], at_least = 3 }")))
                     .value()
                     .agreements.has_value());
}

TEST(AcceptanceCounts, OfAPartyWithoutReadingAreAProblem) {
    const auto counts = count_acceptance(
        loaded_value("{ unbracket = 1, party.alta.name = A, issue.x = { option = [a, b], "
                     "weight.alta = 1, stance.alta = { a = 90, b = 10 }, "
                     "order.alta = \"b > a\" }, fallback.alta = 5 }"));
    EXPECT_FALSE(counts.ok());
}

TEST(AcceptanceCounts, SayThatUnknownOptionsStandAtTheirMiddle) {
    const AcceptanceCounts counts =
        count_acceptance(loaded_value("{ unbracket = 1, party.alta.name = A, issue.x = { "
                                      "option = [a, b], weight.alta = 1, stance.alta = { a = 90, "
                                      "b = unknown } }, fallback.alta = 60 }"))
            .value();
    EXPECT_TRUE(counts.is_central);
    EXPECT_EQ(counts.unknown_options, 1U);
    EXPECT_EQ(counts.counts.tally.exactly, (std::vector<Rational>{1, 1}));
}

} // namespace
} // namespace unbracket
