#include "unbracket/report/counts_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_value;

/// Nobody 2, Alta alone 2, Bera alone 1, both 1.
const std::string four_kinds =
    "{ unbracket = 1, party = { alta = { name = Alta }, bera = { name = Bera } }, issue = { "
    "x = { option = [a, b], score = { alta = { a = 1, b = 0 }, bera = { a = 0, b = 0 } } }, "
    "y = { option = [c, d, e], score = { alta = { c = 0, d = 0, e = 0 }, "
    "bera = { c = 1, d = 0, e = 0 } } } }, fallback = { alta = 1, bera = 1 }";

std::string told(const std::string& text, const CountOptions& options = {}) {
    const LoadedCase loaded = loaded_value(text);
    const AcceptanceCounts counts = count_acceptance(loaded, options).value();
    return counts_text(loaded.negotiation, counts, {.width = 200});
}

/// The cells of the line that begins with that word, single blanks between them.
std::string row(const std::string& text, const std::string& first) {
    const std::size_t at = text.find("          " + first + "  ");
    std::string line = at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
    std::string cells;
    for (const char byte : line) {
        cells += byte == ' ' && (cells.empty() || cells.back() == ' ') ? "" : std::string(1, byte);
    }
    return cells;
}

TEST(CountsText, TellsWhoAcceptsHowMany) {
    const std::string text = told(four_kinds + " }");
    EXPECT_TRUE(holds(text, "COUNTS    6 outcomes in all, counted exactly.")) << text;
    EXPECT_TRUE(holds(text, "- acceptable to all who are counted: 1\n")) << text;
    EXPECT_TRUE(holds(text, "- permitted and acceptable to nobody: 2\n")) << text;
    EXPECT_EQ(row(text, "Alta"), "Alta 2 3");
    EXPECT_EQ(row(text, "Bera"), "Bera 1 2");
    EXPECT_EQ(row(text, "Alta and Bera"), "Alta and Bera 1 1");
    EXPECT_TRUE(holds(text, "no chances of an agreement")) << text;
}

TEST(CountsText, SaysWhichReadingIsMeant) {
    EXPECT_FALSE(holds(told(four_kinds + " }"), "central reading"));
    EXPECT_TRUE(holds(told(four_kinds + ", bonus = [{ party = alta, when.x = a, "
                                        "value = [0, 1] }] }"),
                      "COUNTS    In the central reading. 6 outcomes"));
}

TEST(CountsText, CallsASampleASample) {
    const std::string text =
        told(four_kinds + " }", {.samples = 6'000, .seed = 7, .most_enumerated = 0});
    // A table holds so small a case; without it there would be draws.
    EXPECT_TRUE(holds(text, "6 outcomes in all, counted exactly.")) << text;
    AcceptanceCounts counts;
    counts.counts.method = CountMethod::sampled;
    counts.counts.outcomes = Rational(1'000'000'000'000);
    counts.counts.draws = 10'000;
    counts.counts.seed = 7;
    counts.counts.parties = {PartyId(0), PartyId(1)};
    counts.counts.tally = tally_of({9'000, 700, 300, 0});
    const LoadedCase loaded = loaded_value(four_kinds + " }");
    const std::string sampled = counts_text(loaded.negotiation, counts, {.width = 200});
    EXPECT_TRUE(holds(sampled, "Too many outcomes to count: 1,000,000,000,000. 10,000 were drawn, "
                               "each as likely as any other (seed 7)."))
        << sampled;
    EXPECT_EQ(row(sampled, "Alta"), "Alta 7 % (6.5..7.5) 7 % (6.5..7.5)");
    EXPECT_EQ(row(sampled, "Alta and Bera"), "Alta and Bera 0 % (0..0.038) 0 % (0..0.038)");
}

TEST(CountsText, TellsTheAgreementRuleWhereItAsksForFewer) {
    const std::string text = told(four_kinds + ", agreement = { required = [alta] } }");
    EXPECT_TRUE(holds(text, "- accepted by the agreement rule: 3\n")) << text;
}

TEST(CountsText, SaysThatItWasStopped) {
    CancelFlag stop;
    stop.raise();
    EXPECT_TRUE(holds(told(four_kinds + " }", {.cancel = &stop}),
                      "COUNTS    Stopped before the 6 outcomes were counted."));
}

} // namespace
} // namespace unbracket
