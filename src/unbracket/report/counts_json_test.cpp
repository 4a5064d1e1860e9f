#include "unbracket/report/coalition_order.hpp"
#include "unbracket/report/counts_json.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::loaded_value;
using testing::shown;

const std::string two_parties =
    "{ unbracket = 1, party = { alta = { name = Alta }, bera = { name = Bera } }, "
    "issue.x = { option = [a, b, c], score = { alta = { a = 1, b = 0, c = 1 }, "
    "bera = { a = 0, b = 1, c = 1 } } }, fallback = { alta = 1, bera = 1 } }";

TEST(CountsJson, HoldsEverySetOfParties) {
    const LoadedCase loaded = loaded_value(two_parties);
    const Node node = counts_json(loaded.negotiation, count_acceptance(loaded).value());
    EXPECT_EQ(shown(node, "method"), "\"enumerated\"");
    EXPECT_EQ(shown(node, "sample"), "null");
    EXPECT_EQ(shown(node, "by_size"), "[0, 2, 1]");
    EXPECT_EQ(shown(node, "accepted_by_all"), "1");
    EXPECT_EQ(shown(node, "accepted_by_nobody"), "0");
    EXPECT_EQ(shown(node, "agreements"), "1");
    EXPECT_EQ(shown(node, "coalitions"),
              "[{parties: [], exactly: 0, at_least: 3}, "
              "{parties: [\"alta\"], exactly: 1, at_least: 2}, "
              "{parties: [\"bera\"], exactly: 1, at_least: 2}, "
              "{parties: [\"alta\", \"bera\"], exactly: 1, at_least: 1}]");
}

TEST(CountsJson, GivesSharesOfASampleWithTheirInterval) {
    const LoadedCase loaded = loaded_value(two_parties);
    AcceptanceCounts counts = count_acceptance(loaded).value();
    counts.counts.method = CountMethod::sampled;
    counts.counts.draws = 263;
    counts.counts.seed = 3;
    counts.counts.tally = tally_of({182, 81, 0, 0});
    counts.agreements = Rational(0);
    const Node node = counts_json(loaded.negotiation, counts);
    EXPECT_EQ(shown(node, "sample"), "{draws: 263, seed: 3, confidence: 0.95}");
    const std::string sets = shown(node, "coalitions");
    EXPECT_NE(sets.find("exactly: {drawn: 81, share: 0.307985, interval: [0.255"),
              std::string::npos)
        << sets;
}

TEST(CountsJson, OfAStoppedCountSaysNoMore) {
    const LoadedCase loaded = loaded_value(two_parties);
    CancelFlag stop;
    stop.raise();
    const Node node =
        counts_json(loaded.negotiation, count_acceptance(loaded, {.cancel = &stop}).value());
    EXPECT_EQ(shown(node), "{method: \"cut\", outcomes: 3, sample: null}");
}

TEST(SetsInOrder, BeginWithTheSmallOnesAndTheFirstParties) {
    EXPECT_EQ(sets_in_order(3), (std::vector<std::size_t>{0, 1, 2, 4, 3, 5, 6, 7}));
}

} // namespace
} // namespace unbracket
