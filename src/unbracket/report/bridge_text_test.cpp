#include "unbracket/report/bridge_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::entry_of;
using testing::holds;
using testing::loaded_value;

struct Bridged {
    LoadedCase loaded;
    BridgesResult result;

    explicit Bridged(const std::string& text, const BridgesOptions& options = {})
        : loaded(loaded_value("{ unbracket = 1, " + text + " }")),
          result(find_all_bridges(loaded, options)) {}

    std::string text(std::size_t width = 1000) const {
        return bridge_text(loaded, result, {.width = width});
    }
};

/// Two parties, of whom either may get 10 or nothing.
const std::string head = "party = { alta = { name = Alta }, bera = { name = Bera } }, ";
std::string shared(const std::string& fallbacks, const std::string& rest = "") {
    return head +
           "issue.x = { option = [a, b], score = { alta = { a = 10, b = 0 }, "
           "bera = { a = 0, b = 10 } } }, fallback = { " +
           fallbacks + " }" + rest;
}
const std::string clash = shared("alta = 4, bera = 6");
/// The option that would suit both meets a limit of one; the other one costs either a point.
const std::string issue_and_limit =
    head +
    "issue.x = { option = [a, b], score = { alta = { a = 0, b = 5 }, bera = { a = 0, b = 5 } } }, "
    "fallback = { alta = 1, bera = 1 }, limit = [{ id = no-b, title = \"Never b\", party = alta, "
    "never.x = b }";
const std::string barred = issue_and_limit + "]";
/// The same where a norm excludes the other one.
const std::string closed = issue_and_limit + ", { party = norm, never.x = a }]";

TEST(BridgeText, SaysWhetherNormsWereEntered) {
    EXPECT_TRUE(
        holds(Bridged(clash).text(),
              "None are entered, so nothing here is measured against law or human rights."));
    EXPECT_TRUE(holds(
        Bridged(shared("alta = 4, bera = 6", ", limit = [{ party = norm, needs.x = [a, b] }]"))
            .text(),
        "The file holds norms; no movement here trades them away."));
}

TEST(BridgeText, OfAnAgreementSaysThatNoMovementIsNeeded) {
    const std::string text = Bridged(shared("alta = 0, bera = 0")).text();
    for (const std::string heading : {"LIMITS", "POINTS", "ALONE", "TOTAL"}) {
        EXPECT_FALSE(holds(text, heading)) << heading;
    }
}

TEST(BridgeText, OfWhatIsNotDecidedNamesTheFlagOfTheBudget) {
    Bridged bridged(clash);
    bridged.result.verdict.answer = UndecidedVerdict{};
    EXPECT_TRUE(
        holds(bridged.text(), "Not decided within the budget. Allow a longer search: --nodes N."));
    EXPECT_FALSE(holds(bridged.text(), "POINTS"));
}

TEST(BridgeText, OfAContradictionPointsToCheck) {
    Bridged bridged(clash);
    bridged.result.verdict.answer = ContradictionVerdict{};
    EXPECT_TRUE(
        holds(bridged.text(), "What is entered about a party contradicts itself; see check."));
}

TEST(BridgeText, ShowsBurdensAsBarsOnEachPartysOwnScale) {
    const std::string text = Bridged(clash).text();
    EXPECT_TRUE(holds(text, "########## 4")) << text;
    EXPECT_TRUE(holds(text, "########## 6")) << text;
    EXPECT_TRUE(holds(text, ".......... 0")) << text;
    EXPECT_TRUE(holds(text, "These are all.")) << text;
    EXPECT_FALSE(holds(text, "with this opened"));
}

TEST(BridgeText, FillsABarByTheShareOfTheLargestBurdenRoundedUp) {
    Bridged bridged(clash);
    const Outcome outcome = bridged.result.list.bridges.front().outcome;
    bridged.result.list.bridges = {{{}, {Rational(100), Rational(0)}, outcome},
                                   {{}, {Rational(1), Rational(3)}, outcome},
                                   {{}, {Rational(50), Rational(3)}, outcome}};
    const std::string text = bridged.text();
    EXPECT_TRUE(holds(text, "########## 100")) << text;
    EXPECT_TRUE(holds(text, "#......... 1")) << text;
    EXPECT_TRUE(holds(text, "#####..... 50")) << text;
}

TEST(BridgeText, SaysWhatEachPartyAloneWouldHaveToBear) {
    const std::string text = Bridged(clash).text();
    EXPECT_TRUE(holds(text, "- Alta: 4 points.")) << text;
    EXPECT_TRUE(holds(text, "- Bera: 6 points.")) << text;
}

TEST(BridgeText, SaysWhatOnePartyAloneCannotOpen) {
    Bridged bridged(clash);
    bridged.result.list.alone[0].is_proved = false;
    bridged.result.list.alone[1].bridge.reset();
    EXPECT_TRUE(holds(bridged.text(), "- Alta: 4 points or less."));
    EXPECT_TRUE(holds(bridged.text(), "- Bera: nothing it alone could bear is enough."));
}

TEST(BridgeText, ListsOpeningsThatAreEnoughAlone) {
    const std::string text = Bridged(barred).text();
    EXPECT_TRUE(holds(text, "Without any movement in points, each of these openings is enough:"));
    EXPECT_TRUE(holds(text, " 1 Alta's limit \"Never b\" (assumed).")) << text;
    EXPECT_TRUE(holds(text, "########## 1  ########## 1")) << text;
    EXPECT_FALSE(holds(text, "with this opened")) << text;
}

/// On each of the issues, one of two red lines has to be opened.
std::string red_lines_on(std::size_t issues) {
    std::string text = head + "fallback = { alta = 0, bera = 0 }";
    for (std::size_t at = 0; at < issues; ++at) {
        text += ", issue.x" + std::to_string(at) +
                " = { option = [a, b], score = { alta = { a = \"redline\", b = 1 }, "
                "bera = { a = 1, b = \"redline\" } } }";
    }
    return text;
}

/// The first line of a list with that number.
std::string item(const std::string& text, const std::string& number) {
    for (const std::string& line : testing::lines_of(text)) {
        const std::size_t start = line.find_first_not_of(' ');
        if (start != std::string::npos &&
            line.compare(start, number.size() + 1, number + " ") == 0) {
            return line;
        }
    }
    return "";
}

TEST(BridgeText, NamesWhatTheFirstFiveOfManyOpeningsOpen) {
    const Bridged bridged(red_lines_on(3));
    ASSERT_EQ(bridged.result.list.openings.size(), 8U);
    const std::string text = bridged.text();
    EXPECT_TRUE(holds(item(text, "5"), ". Opens: x0: ")) << text;
    EXPECT_TRUE(holds(item(text, "8"), "red line")) << text;
    EXPECT_FALSE(holds(item(text, "8"), "Opens")) << text;
    EXPECT_TRUE(holds(text, "What the other openings open: -v.")) << text;
    const std::string whole =
        bridge_text(bridged.loaded, bridged.result, {.width = 1000, .lists = Lists::full});
    EXPECT_TRUE(holds(item(whole, "8"), ". Opens: x0: ")) << whole;
    EXPECT_FALSE(holds(whole, "What the other openings open"));
}

TEST(BridgeText, NamesBesideAMovementWhatHasToBeOpenedToo) {
    const std::string text = Bridged(closed).text();
    EXPECT_TRUE(holds(text, "with this opened")) << text;
    EXPECT_TRUE(holds(text, ".......... 0  Alta's limit \"Never b\" (assumed)")) << text;
    EXPECT_FALSE(holds(text, "ALONE")) << text;
}

TEST(BridgeText, ShowsTwelveMovementsAndCountsTheRest) {
    Bridged bridged(clash);
    const Bridge one = bridged.result.list.bridges.front();
    bridged.result.list.bridges.assign(15, one);
    EXPECT_TRUE(holds(bridged.text(), "15 in all, 3 not shown: -v.")) << bridged.text();
    bridged.result.list.bridges.assign(12, one);
    EXPECT_TRUE(holds(bridged.text(), "These are all.")) << bridged.text();
}

TEST(BridgeText, TellsAListThatIsFullFromOneThatTheBudgetCut) {
    const std::string full = "The list ends with 2, as many as it may hold; there may be others.";
    const std::string cut =
        "There may be others: the search was cut. Allow a longer one: --nodes N.";
    Bridged bridged(clash);
    ASSERT_EQ(bridged.result.list.bridges.size(), 2U);
    bridged.result.list.end = ListEnd::cut;
    EXPECT_TRUE(holds(bridged.text(), cut)) << bridged.text();
    EXPECT_FALSE(holds(bridged.text(), full));
    bridged.result.list.end = ListEnd::full;
    bridged.result.most_bridges = 2;
    EXPECT_TRUE(holds(bridged.text(), full)) << bridged.text();
    EXPECT_FALSE(holds(bridged.text(), cut));
    EXPECT_EQ(Bridged(clash, {.most_bridges = 1}).result.most_bridges, 1U);
    EXPECT_TRUE(holds(Bridged(clash, {.most_bridges = 1}).text(), "The list ends with 1, as many"));
}

TEST(BridgeText, SaysWhatAMovementOpensThatIsNoRow) {
    Bridged bridged(closed);
    bridged.result.list.bridges.front().opened.clear();
    EXPECT_TRUE(holds(bridged.text(), "With this opened: Alta's limit \"Never b\" (assumed): one "
                                      "movement keeps every party at or below 0 points"))
        << bridged.text();
}

/// What row `row` opens: one of two limits, in turn after `first` rows.
Bridged with_two_sets(std::size_t first, std::size_t second) {
    Bridged bridged(head + "issue.x = { option = [b, c], score = { alta = { b = 0, c = 0 }, "
                           "bera = { b = 0, c = 0 } } }, fallback = { alta = 1, bera = 1 }, "
                           "limit = [{ title = \"Never b\", party = alta, never.x = b }, "
                           "{ title = \"Never c\", party = bera, never.x = c }]");
    BridgeList& list = bridged.result.list;
    const Bridge a = list.bridges.front(), b = list.bridges.back();
    list.bridges.assign(first, a);
    list.bridges.insert(list.bridges.end(), second, b);
    for (std::size_t at = 0; at < list.bridges.size(); ++at) {
        list.bridges[at].burden[0] = Rational(static_cast<std::int64_t>(at) + 2);
    }
    list.sets.front().listed = first;
    list.sets.back().listed = second;
    return bridged;
}

TEST(BridgeText, ShowsAsManyRowsOfEachSetOfLimitsAndSaysWhichHaveOthers) {
    Bridged bridged = with_two_sets(16, 8);
    ASSERT_EQ(bridged.result.list.sets.size(), 2U);
    std::string text = bridged.text();
    EXPECT_FALSE(item(text, "6").empty() || item(text, "22").empty()) << text;
    EXPECT_TRUE(item(text, "7").empty() && item(text, "23").empty()) << text;
    EXPECT_TRUE(holds(text, "Of these sets of limits not all rows stand here:")) << text;
    EXPECT_TRUE(holds(text, "(assumed): 10 not shown.")) << text;
    EXPECT_TRUE(holds(text, "(assumed): 2 not shown.")) << text;
    for (const std::string row : {"1", "2", "3", "17", "18"}) {
        EXPECT_TRUE(holds(text, " " + row + " x: ")) << row << text;
    }
    EXPECT_FALSE(holds(text, " 4 x: ") || holds(text, " 19 x: ")) << text;
    bridged.result.list.sets.back().end = ListEnd::full;
    text = bridged.text();
    EXPECT_TRUE(holds(text, "(assumed): 2 not shown; there may be others.")) << text;
    bridged = with_two_sets(4, 3);
    EXPECT_FALSE(holds(bridged.text(), "Of these sets of limits")) << bridged.text();
}

TEST(BridgeText, ShowsTheRowThatKeepsTheLargestBurdenSmall) {
    Bridged bridged = with_two_sets(20, 0);
    bridged.result.list.smallest_largest = bridged.result.list.bridges[17];
    const std::string text = bridged.text();
    EXPECT_TRUE(holds(text, "Row 18 keeps every party at or below 19 points")) << text;
    EXPECT_FALSE(item(text, "18").empty()) << text;
    EXPECT_TRUE(item(text, "12").empty()) << text;
}

TEST(BridgeText, OffersNoLongerSearchWhereTheSetsAreAsManyAsMayBe) {
    const std::string full =
        "The search ends at 1,000 sets of limits, or conflicts; there may be others.";
    Bridged bridged(barred);
    bridged.result.list.openings_end = ListEnd::full;
    EXPECT_TRUE(holds(bridged.text(), full)) << bridged.text();
    EXPECT_FALSE(holds(bridged.text(), "--nodes"));
    bridged.result.list.openings_end = ListEnd::complete;
    bridged.result.list.end = ListEnd::full;
    EXPECT_TRUE(holds(bridged.text(), full)) << bridged.text();
    EXPECT_FALSE(holds(bridged.text(), "--nodes"));
}

TEST(BridgeText, SaysInWhichOrderMovementsStand) {
    const Bridged bridged(clash);
    const std::string text = bridged.text();
    const std::string lead =
        "Rows stand in ascending order of one party's points after another's: ";
    ASSERT_TRUE(holds(text, lead)) << text;
    const bool alta_first = holds(text, lead + "Alta and Bera.");
    EXPECT_TRUE(alta_first || holds(text, lead + "Bera and Alta.")) << text;
    const auto& bridges = bridged.result.list.bridges;
    const std::size_t first = alta_first ? 0 : 1;
    EXPECT_LT(bridges[0].burden[first], bridges[1].burden[first]);
    EXPECT_FALSE(holds(Bridged(barred).text(), lead)) << "one row has no order";
}

/// Either limit may be opened; both options cost either party a point then.
TEST(BridgeText, SaysThatMovementsThatOpenTheSameStandTogether) {
    const std::string text =
        Bridged(head + "issue.x = { option = [b, c], score = { alta = { b = 0, c = 0 }, "
                       "bera = { b = 0, c = 0 } } }, fallback = { alta = 1, bera = 1 }, "
                       "limit = [{ party = alta, never.x = b }, { party = bera, never.x = c }]")
            .text();
    EXPECT_TRUE(holds(text, "Rows that open the same stand together, in ascending order of one "
                            "party's points after another's: "))
        << text;
}

TEST(BridgeText, AddsPointsOnlyWhereAskedToAndWarns) {
    EXPECT_FALSE(holds(Bridged(clash).text(), "TOTAL"));
    const std::string text = Bridged(clash, {.sums = PointSums::wanted}).text();
    EXPECT_TRUE(holds(text, "Points of different parties are added here as if they were one unit. "
                            "They are not:"))
        << text;
    EXPECT_TRUE(holds(text, "- The smallest total is 4 points: Alta 4 and Bera 0.")) << text;
}

TEST(BridgeText, NamesTheOpenedLimitsOfATotal) {
    Bridged bridged(closed, {.sums = PointSums::wanted});
    std::string text = bridged.text();
    EXPECT_TRUE(holds(text, "- With this opened: ")) << text;
    EXPECT_TRUE(holds(text, ": the smallest total is 0 points: Alta 0 and Bera 0.")) << text;
    for (LeastTotal& least : bridged.result.list.least_totals) {
        least.is_proved = false;
    }
    bridged.result.list.least_totals_are_complete = false;
    text = bridged.text();
    EXPECT_TRUE(holds(text, "the smallest total is 0 points or less: ")) << text;
    EXPECT_TRUE(holds(text, "There may be others.")) << text;
}

TEST(BridgeText, SaysThatThereIsNoTotal) {
    const std::string text =
        Bridged(shared("alta = 4, bera = 6", ", limit = [{ party = norm, never.x = [a, b] }]"),
                {.sums = PointSums::wanted})
            .text();
    EXPECT_TRUE(holds(text, "There is none: nothing that parties could accept less of is enough."))
        << text;
}

TEST(BridgeText, ShowsTheEffectOfEveryLimit) {
    const std::string text = Bridged(barred).text();
    EXPECT_FALSE(holds(text, "No effect alone"));
    EXPECT_TRUE(holds(text, "first the file as entered, then what there is with one of them left "
                            "out."))
        << text;
    EXPECT_TRUE(holds(text, "- As entered: no combination is acceptable; in every combination "
                            "that limits leave some party is 1 point or more below what it has "
                            "without agreement."))
        << text;
    EXPECT_TRUE(holds(text, "Alta 4; Bera 4; one combination gives every party a gain of at least "
                            "4 points, none gives a larger one to all."))
        << text;
}

TEST(BridgeText, OfEffectsThatTheBudgetLeftOpenClaimsNoMoreThanWasFound) {
    Bridged bridged(barred);
    for (LimitEffect& effect : bridged.result.effects) {
        effect.smallest_gain_is_proved = false;
    }
    const std::string text = bridged.text();
    EXPECT_TRUE(holds(text, "in the best combination found some party is 1 point below what it has "
                            "without agreement; a better one may exist."))
        << text;
    EXPECT_TRUE(holds(text, "a gain of at least 4 points; others may give more to all.")) << text;
}

TEST(BridgeText, OfASmallestGainOfNothingSaysThatNobodyLosesAndNotAllGain) {
    Bridged bridged(barred);
    bridged.result.effects[1].smallest_gain = Rational(0);
    EXPECT_TRUE(holds(bridged.text(), "in one combination nobody is below what it has without "
                                      "agreement; in none do all gain."))
        << bridged.text();
    bridged.result.effects[1].smallest_gain_is_proved = false;
    EXPECT_TRUE(holds(bridged.text(), "without agreement; in others all may gain."));
}

TEST(BridgeText, SaysWhosePointsMayBeALimit) {
    const std::string judged =
        "party = { alta = {}, bera = {} }, issue.x = { option = [a, b], weight = { alta = 10, "
        "bera = 10 }, stance = { alta = { a = [40, 60], b = 0 }, bera = { a = 80, b = 20 } } }, "
        "fallback = { alta = 50, bera = 50 }, draft.d.set.x = a, said = [{ id = s, who = w, "
        "speaks_for = alta, attribution = official, kind = judgement, claim = c, "
        "judgement.alta = \"VERB d\" }]";
    const auto text_with = [&](const std::string& verb) {
        std::string text = judged;
        return Bridged(text.replace(text.find("VERB"), 4, verb)).text();
    };
    EXPECT_TRUE(holds(text_with("rejects"), "What binds of alta excludes equality: where that is "
                                            "what stops it, the points shown are a limit"))
        << text_with("rejects");
    EXPECT_FALSE(holds(text_with("accepts"), "excludes equality"));
}

TEST(BridgeText, OfASupposedMovementSaysThatPointsComeOnTop) {
    const std::string text = Bridged(clash + ", accepts_less.alta = 3").text();
    EXPECT_TRUE(holds(text, "Each row is one movement, on top of what is supposed: how many points "
                            "less than it has without agreement a party would accept"))
        << text;
    EXPECT_FALSE(holds(Bridged(clash).text(), "supposed"));
}

TEST(BridgeText, WhereSomeAreEnoughSpeaksOfThoseAnAgreementNeeds) {
    const auto text_with = [](const std::string& fallbacks) {
        return Bridged("party = { alta = {}, bera = {}, coda = {} }, agreement = { required = [], "
                       "at_least = 2 }, issue.x = { option = [a, b], score = { "
                       "alta = { a = 5, b = 0 }, bera = { a = 5, b = 0 }, "
                       "coda = { a = 0, b = 1 } } }, fallback = { " +
                       fallbacks + ", coda = 50 }")
            .text();
    };
    const std::string even = text_with("alta = 5, bera = 5"),
                      below = text_with("alta = 5, bera = 7"),
                      above = text_with("alta = 3, bera = 3");
    EXPECT_TRUE(holds(even, "in one combination no party it needs is below what it has without "
                            "agreement; in none do all of them gain."))
        << even;
    EXPECT_TRUE(holds(below, "in every combination some party it needs is 2 points or more below "
                             "what it has without agreement."))
        << below;
    EXPECT_TRUE(holds(above, "one combination gives every party it needs a gain of at least 2 "
                             "points, none gives a larger one to all of them."))
        << above;
}

TEST(BridgeText, OfAFileWithoutLimitsSaysThatNoneCouldBeLeftOut) {
    EXPECT_TRUE(holds(Bridged(clash).text(),
                      "No red line, limit or rule is entered that could be left out."));
}

TEST(BridgeText, NamesLimitsWithoutEffectTogether) {
    const std::string text =
        Bridged(shared("alta = 4, bera = 6",
                       ", limit = [{ id = idle, title = Idle, party = bera, never.x = a }, "
                       "{ id = idler, title = Idler, party = alta, never.x = b }]"))
            .text();
    EXPECT_TRUE(holds(
        Bridged(shared("alta = 0, bera = 10", ", limit = [{ id = idle, title = Idle, party = bera, "
                                              "never.x = a }]"))
            .text(),
        "No effect alone: "));
}

TEST(BridgeText, DrawsTheCurveThatWasAskedFor) {
    EXPECT_FALSE(holds(Bridged(clash).text(), "CURVE"));
    Bridged bridged(clash, {.curve_of = PartyId(0)});
    const std::string text = bridged.text();
    EXPECT_TRUE(holds(text, "These are all steps.")) << text;
    bridged.result.curve->is_complete = false;
}

TEST(BridgeText, ListsEntriesToAskAboutAsQuestions) {
    Bridged bridged(shared("alta = 4, bera = [0, 6]"));
    bridged.result.to_ask = {entry_of(bridged.loaded.negotiation, "fallback.bera")};
    EXPECT_TRUE(holds(bridged.text(),
                      "No movement, but a question: some value inside its own range "
                      "settles the answer for what Bera has without "
                      "agreement (0..6; assumed)."))
        << bridged.text();
    bridged.result.to_ask.clear();
    EXPECT_FALSE(holds(bridged.text(), "ASK"));
}

TEST(BridgeText, KeepsToTheWidthOfThePage) {
    for (const std::string& line :
         testing::lines_of(Bridged(barred, {.sums = PointSums::wanted}).text(60))) {
        EXPECT_LE(column_count(line), 60U) << line;
    }
}

} // namespace
} // namespace unbracket
