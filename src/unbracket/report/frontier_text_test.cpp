#include "unbracket/report/frontier_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_value;

struct Shown {
    LoadedCase loaded;
    EfficientOutcomes efficient;

    explicit Shown(const std::string& text, const FrontierOptions& options = {})
        : loaded(loaded_value("{ unbracket = 1, " + text + " }")),
          efficient(efficient_outcomes(loaded, options).value()) {}

    std::string text(const std::string& more = "") const {
        return frontier_text(loaded.negotiation, efficient, std::nullopt, {.width = 1000}, more);
    }
    std::string plotted(const std::string& more = "") const {
        const auto columns = plot_columns(loaded.negotiation, efficient, std::nullopt);
        return frontier_text(loaded.negotiation, efficient, columns.value(), {.width = 1000}, more);
    }
};

const std::string parties = "party = { alta = { name = Alta }, bera = { name = Bera } }, ";
const std::string opposed =
    parties + "issue = { x = { title = Share, option = [a, b, c], score = { "
              "alta = { a = 0, b = 5, c = 10 }, bera = { a = 10, b = 5, c = 0 } } }, "
              "y = { title = Term, option = [d, e], score = { alta = { d = 1, e = 0 }, "
              "bera = { d = 1, e = 0 } } } }, fallback = { alta = 4, bera = 4 }";

TEST(FrontierText, OfOneCombinationSpeaksOfOne) {
    EXPECT_TRUE(holds(Shown(opposed, {.zone_only = true}).text(),
                      "1 combination of values is efficient among the outcomes that the agreement "
                      "rule accepts: "));
}

TEST(FrontierText, OfAnEmptyZoneSaysThatThereAreNoneAndListsNothing) {
    const std::string text =
        Shown(parties + "issue.x = { option = [a], score = { alta.a = 0, bera.a = 0 } }, "
                        "fallback = { alta = 1, bera = 1 }",
              {.zone_only = true})
            .text();
    EXPECT_TRUE(holds(text, "There are none of the outcomes that the agreement rule accepts."));
    EXPECT_FALSE(holds(text, "GAINS"));
    EXPECT_TRUE(holds(text, "READING   Every number of this file is single."));
    EXPECT_TRUE(holds(text, "SOLUTIONS None: no outcome is acceptable to all who are counted."));
}

TEST(FrontierText, OfASearchThatWasEndedEarlyPromisesNothing) {
    Shown shown(opposed);
    shown.efficient.frontier.end = FrontierEnd::cut;
    EXPECT_TRUE(holds(shown.text(),
                      "The search could not look at all outcomes; nothing is known of those it "
                      "missed."));
    shown.efficient.frontier.points.clear();
    shown.efficient.frontier.size = 0;
    EXPECT_TRUE(holds(shown.text(), "The search could not look at all outcomes"));
}

TEST(FrontierText, OfACoverSaysHowFarBetterAnOutcomeCanBe) {
    Shown shown(opposed);
    shown.efficient.frontier.end = FrontierEnd::covered;
    shown.efficient.frontier.slack = {2, 3};
    const std::string text = shown.text();
    EXPECT_TRUE(holds(text, "There are more efficient outcomes than could be searched")) << text;
    EXPECT_TRUE(holds(text, "3 outcomes are listed, none better than another for everybody."));
    // Both columns have steps of 1; which party stands in which column is a matter of data.
    const bool alta_first = shown.efficient.table.columns[0].party == PartyId(0);
    EXPECT_TRUE(holds(text, alta_first ? "at once: Alta 2, Bera 3." : "at once: Alta 3, Bera 2."))
        << text;
}

TEST(FrontierText, CallsAGuaranteeWeakThatHidesMoreThanAQuarterOfWhatIsAtStake) {
    Shown shown(opposed); // each has 11 points at stake
    const auto with = [&](std::vector<std::int64_t> slack) {
        shown.efficient.frontier.end = FrontierEnd::covered;
        shown.efficient.frontier.slack = std::move(slack);
        return shown.text();
    };
    const std::string rest = " it is more than a quarter of what lies between the worst and the "
                             "best value. The list says little of what is missing.";
    EXPECT_FALSE(holds(with({2, 2}), "weak"));
    const bool alta_first = shown.efficient.table.columns[0].party == PartyId(0);
    EXPECT_TRUE(holds(with({2, 3}), "This is a weak guarantee: for " +
                                        std::string(alta_first ? "Bera" : "Alta") + rest));
    EXPECT_TRUE(holds(with({3, 3}), "This is a weak guarantee: for every party" + rest));
}

TEST(FrontierText, SaysThatSolutionsMayStandOutsideAListThatIsNotComplete) {
    const std::string apart =
        "SOLUTIONS come from a search of their own and may stand outside this "
        "list";
    Shown shown(opposed);
    EXPECT_FALSE(holds(shown.text(), apart));
    shown.efficient.frontier.end = FrontierEnd::covered;
    EXPECT_TRUE(holds(shown.text(), apart + "; where proved, they are efficient too."));
    shown.efficient.tolerance = Rational(1, 100);
    EXPECT_TRUE(holds(shown.text(), apart + "."));
    shown.efficient.solutions = {};
    EXPECT_FALSE(holds(shown.text(), apart));
}

TEST(FrontierText, OfNothingListedNamesWhereOutcomesAreKnown) {
    const std::string known = " are known: see SOLUTIONS, which come from a search of their own.";
    Shown shown(opposed);
    shown.efficient.frontier = {.end = FrontierEnd::cut, .slack = {0, 0}};
    EXPECT_TRUE(holds(shown.text(), "Nothing is listed, but feasible outcomes" + known));
    shown.efficient.zone_only = true;
    EXPECT_TRUE(holds(shown.text(),
                      "Nothing is listed, but outcomes that the agreement rule accepts" + known));
    shown.efficient.solutions.zone = ZoneState::undecided;
    EXPECT_FALSE(holds(shown.text(), "Nothing is listed"));
}

TEST(FrontierText, SaysThatEveryNumberIsSingle) {
    EXPECT_TRUE(holds(Shown(opposed).text(), "Every number of this file is single."));
}

TEST(FrontierText, OfRangesShowsWhatEachPartyGainsOverAllReadings) {
    const Shown shown(parties + "issue.x = { option = [a], score = { alta.a = [2, 6], "
                                "bera.a = 3 } }, fallback = { alta = 1, bera = 5 }");
    const std::string text = shown.text();
    EXPECT_TRUE(holds(text, "Values are those of the central reading")) << text;
    EXPECT_FALSE(holds(text, "unknown"));
}

TEST(FrontierText, CountsUnknownOptionsAtTheirMiddle) {
    const std::string issue = "weight = { alta = 1, bera = 1 }, stance = { alta = { a = 10, b = 90 "
                              "}, bera = { a = unknown, b = ";
    const std::string rest = " } } }, fallback = { alta = 0, bera = 0 }";
    EXPECT_TRUE(holds(Shown(parties + "issue.x = { option = [a, b], " + issue + "20" + rest).text(),
                      "1 unknown option is taken at the middle of what they may be worth, and not "
                      "as red lines."));
    EXPECT_TRUE(
        holds(Shown(parties + "issue.x = { option = [a, b], " + issue + "unknown" + rest).text(),
              "2 unknown options are taken at the middle"));
}

TEST(FrontierText, CountsOutcomesThatAreAlike) {
    Shown shown(opposed);
    for (EfficientPoint& point : shown.efficient.frontier.points) {
        point.outcomes = 1'235;
    }
    EXPECT_TRUE(holds(shown.text(), "Share: a (and 1,234 alike)"));
    shown.efficient.frontier.is_counted = false;
    EXPECT_TRUE(holds(shown.text(), "Share: a (and at least 1,234 alike)"));
    for (EfficientPoint& point : shown.efficient.frontier.points) {
        point.outcomes = std::numeric_limits<std::uint64_t>::max();
    }
    EXPECT_TRUE(holds(shown.text(), "Share: a (and very many alike)"));
}

/// So many options, each of which is efficient.
std::string many_options(int count) {
    std::string names, alta, bera;
    for (int at = 0; at < count; ++at) {
        const std::string id = "o" + std::to_string(at);
        names += (at == 0 ? "" : ", ") + id;
        alta += (at == 0 ? "" : ", ") + id + " = " + std::to_string(at);
        bera += (at == 0 ? "" : ", ") + id + " = " + std::to_string(count - at);
    }
    return parties + "issue.x = { option = [" + names + "], score = { alta = { " + alta +
           " }, bera = { " + bera + " } } }, fallback = { alta = 0, bera = 0 }";
}

TEST(FrontierText, ShowsEightOutcomesFromEndToEnd) {
    const std::string eight = Shown(many_options(8)).text();
    EXPECT_FALSE(holds(eight, " more: --format json"));
    const std::string text = Shown(many_options(30)).text();
    EXPECT_TRUE(holds(text, "x: o0\n"));
    EXPECT_TRUE(holds(text, "x: o29\n"));
}

TEST(FrontierText, CountsAsMoreWhatIsNotListedEither) {
    const std::string text = Shown(many_options(30), {.most_listed = 3}).text();
    EXPECT_TRUE(holds(text, "30 combinations of values are efficient")) << text;
}

TEST(FrontierText, ExplainsThePlotAndWhatItLeavesOut) {
    const std::string two = Shown(opposed).plotted();
    EXPECT_TRUE(holds(two, "o one outcome, # several, dotted: without agreement.\n")) << two;
    EXPECT_FALSE(holds(two, "other parties"));
    const std::string three =
        Shown("party = { alta = {}, bera = {}, coda = {} }, issue.x = { option = [a], score = { "
              "alta.a = 1, bera.a = 1, coda.a = 1 } }, fallback = { alta = 0, bera = 0, coda = 0 }")
            .plotted();
    EXPECT_TRUE(holds(three, "What other parties gain is not seen here.\n")) << three;
}

TEST(FrontierText, PutsMoreSectionsAboveTheLastWords) {
    const std::string last = "Efficient says nothing about fair.";
    for (const std::string& text :
         {Shown(opposed).text("MORE\n"), Shown(opposed).plotted("MORE\n")}) {
        EXPECT_LT(text.find("GAINS"), text.find("MORE\n"));
        EXPECT_LT(text.find("MORE\n"), text.find(last));
    }
}

} // namespace
} // namespace unbracket
