// The record of the talks, dated changes, open questions, and the document as a whole.

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string start = "party = { alta = {}, bera = {} }, issue.x = { option = [a, b] }, "
                          "draft.d = {}, person.ann = {}, fallback.alta = 4, "
                          "said = [{ id = s1, who = w, claim = c }], ";

Case bound(const std::string& text) {
    return testing::case_of(start + text);
}
std::string refused(const std::string& text) {
    return testing::complaints_about(start + text);
}

TEST(BindQuantity, WritesClaimsInOneWay) {
    const auto claimed = [](const std::string& value) {
        return bound("quantity.q.claims = [{ said = s1, value = " + value + " }]")
            .quantities[0]
            .claims[0]
            .value;
    };
    EXPECT_EQ(claimed("60.0"), "60");
    EXPECT_EQ(claimed("[60, 80]"), "60..80");
    EXPECT_EQ(claimed("\"60..80\""), "60..80"); // quoted, or it would be read as a range
    EXPECT_EQ(claimed("\">95\""), "> 95");
    EXPECT_EQ(claimed("\">=  70..75\""), ">= 70..75");
    EXPECT_EQ(claimed("\"<= 0.50\""), "<= 0.5");
    EXPECT_EQ(refused("quantity.q.claims = [{ said = s1, value = \"80..60\" }]"),
              "quantity.q.claims[0].value: the low end of `80..60` is above its high end\n");
    EXPECT_EQ(refused("quantity.q.claims = [{ said = s2, value = many }]"),
              "quantity.q.claims[0].said: unknown statement `s2`; did you mean `s1`?\n"
              "quantity.q.claims[0].value: `many` is not a decimal number; "
              "write digits with a point as decimal mark, such as 7 or -0.25\n");
    EXPECT_EQ(refused("quantity.q.unit = t"), "quantity.q: quantity `q` has no `claims`\n");
}

TEST(BindDriver, MovesEntriesAndFallbacksThatMayCome) {
    const Case negotiation = bound("driver = [{ id = levy, moves = { \"fallback.alta\" = [-10, 0], "
                                   "\"fallback.bera\" = 3 }, direction = lowers, size = 5 }]");
    EXPECT_EQ(negotiation.drivers[0].moves[0].second, (Interval{-10, 0}));
    EXPECT_EQ(negotiation.drivers[0].size, "5");
    EXPECT_EQ(refused("driver = [{ moves = { \"fallback.coda\" = 3 } }]"),
              "key driver[0].moves.fallback.coda: a driver moves `fallback.coda`, but there is no "
              "such entry; did you mean `fallback.alta`?\n");
    EXPECT_EQ(refused("driver = [{ id = v, from = 2027-02-02, full = 2027-02-01 }, { id = v }]"),
              "driver[0]: a driver is in full force before it begins; swap `from` and `full`\n"
              "driver[1].id: the id `v` stands twice\n");
    EXPECT_EQ(refused("driver = [{ direction = up }]"),
              "driver[0].direction: `direction` cannot be `up`; known: raises, lowers\n");
}

TEST(BindDriver, MovesTheEntryOfItsPartyAsItSays) {
    EXPECT_EQ(refused("driver = [{ on = alta, moves = { \"fallback.bera\" = 3 } }]"),
              "driver[0].moves: a driver `on` a party moves others' entries only; add "
              "\"fallback.alta\", or leave `on` out\n");
    EXPECT_EQ(refused("driver = [{ on = alta, moves = { \"fallback.alta\" = [1, 3] }, "
                      "direction = lowers }]"),
              "driver[0].direction: `direction` says `lowers`, and the points of `fallback.alta` "
              "the contrary; mend one of them, or leave `direction` out\n");
    EXPECT_EQ(bound("driver = [{ on = alta, moves = { \"fallback.alta\" = [-1, 3] }, "
                    "direction = lowers }]")
                  .drivers.size(),
              1U);
}

TEST(BindEvent, ExistsFromItsDayOnUnlessItIsOnlyPlanned) {
    const auto exists = [](const std::string& keys) {
        return bound("as_of = 2027-01-01, event = [{ " + keys + " }]").events[0].exists;
    };
    EXPECT_TRUE(exists("date = 2027-01-01"));
    EXPECT_FALSE(exists("date = 2027-01-02"));
    EXPECT_TRUE(exists("date = 2027-01-02, status = planned"));
    EXPECT_TRUE(exists("date = unset"));
}

TEST(BindEvent, KnowsWhoWasThereAndWhoWasTold) {
    const Case negotiation = bound(
        "event = [{ present = alta, informed = { bera = 2027-01-03 }, people = { joined = ann "
        "} }, { informed = [alta, bera], uninformed = [] }]");
    EXPECT_EQ(negotiation.events[0].present.size(), 1U);
    EXPECT_EQ(negotiation.events[0].informed[0].second, (Date{2027, 1, 3}));
    EXPECT_EQ(negotiation.events[0].joined, (std::vector<PersonId>{PersonId(0)}));
    EXPECT_EQ(negotiation.events[1].informed.size(), 2U);
    EXPECT_FALSE(negotiation.events[1].informed[0].second.has_value());
    EXPECT_EQ(
        refused("event = [{ people.left = ann, date = soon }]"),
        "key event[0].people.left: unknown key `left` in `people` of an event; known: joined, "
        "missing\n"
        "event[0].date: `soon` is not a day of the calendar; write it like 2026-03-01, without "
        "a time\n");
}

TEST(BindTalks, RefusesWhatSaysTooLittle) {
    EXPECT_EQ(
        refused("step = [{ first.x = a }]"),
        "step[0]: [[step]] does not say what comes after; add then = { issue = \"option\" }, or "
        "then_object = \"ceasefire\"\n");
    EXPECT_EQ(refused("step = [{ first.x = a, then_object = truce }]"), "");
    EXPECT_EQ(refused("step = [{ first_object = truce, then.x = a }]"), "");
    EXPECT_EQ(refused("step = [{ then.x = a }]"),
              "step[0]: [[step]] does not say what comes first; add first = { issue = \"option\" "
              "}, or first_object = \"ceasefire\"\n");
    EXPECT_EQ(refused("step = [{ first.x = a, then.x = a, then_object = truce }]"),
              "step[0].then: [[step]] has both `then` and `then_object`; keep one, or write two "
              "steps\n");
    EXPECT_EQ(
        refused("deadline = [{ party = alta }]"),
        "deadline[0]: [[deadline]] has neither `date` nor `pace`; write date = 2026-06-01, or "
        "pace = \"quick\"\n");
    EXPECT_EQ(refused("ratify = [{ by = parliament }]"), "ratify[0]: [[ratify]] has no `party`\n");
}

TEST(BindPackage, SaysWhatHasToBeSigned) {
    const std::string documents = "document = { t = {}, u = {} }, package = [{ sign = ";
    EXPECT_EQ(bound(documents + "all }]").packages[0].sign, Package::Sign::all);
    EXPECT_EQ(bound(documents + "any }]").packages[0].sign, Package::Sign::any);
    const Case groups = bound(documents + "[[t], [u, t]] }]");
    EXPECT_EQ(groups.packages[0].sign, Package::Sign::groups);
    EXPECT_EQ(groups.packages[0].groups[1].size(), 2U);
    EXPECT_EQ(
        refused(documents + "[] }]"),
        "package[0].sign: `sign` names no document; write \"all\", \"any\", or groups such as "
        "[[\"a\"], [\"b\", \"c\"]]\n");
    EXPECT_EQ(refused(documents + "[[]] }]"),
              "package[0].sign[0]: a group of documents is empty\n");
}

TEST(BindChange, IsAppliedInOrderOfDateThenOfAppearance) {
    const std::string changes = "change = [{ date = 2027-03-01, set = { \"fallback.alta\" = 7 } }, "
                                "{ date = 2027-02-01, set = { \"fallback.alta\" = 5 } }, "
                                "{ date = 2027-02-01, set = { \"fallback.alta\" = 6 } }], as_of = ";
    const auto fallback = [&](const std::string& as_of) {
        const Case negotiation = bound(changes + as_of);
        return std::get<Interval>(
                   std::get<StanceQuantity>(negotiation.fallback_in_force(PartyId(0))->value))
            .low;
    };
    EXPECT_EQ(fallback("2027-01-31"), Rational(4));
    EXPECT_EQ(fallback("2027-02-01"), Rational(6));
    EXPECT_EQ(fallback("2027-03-01"), Rational(7));
}

TEST(BindChange, IsCheckedEvenWhereItLiesAhead) {
    EXPECT_EQ(
        refused("as_of = 2027-01-01, change = [{ date = 2027-02-01, set = { \"fallback.alta\" "
                "= high } }]"),
        "change[0].set.fallback.alta: a fallback cannot be `high`; write a number, a range "
        "such as [20, 40], or one of: ideal, acceptable, tolerable, bad, open, unknown\n");
    EXPECT_EQ(refused("change = [{ date = 2027-02-01, set = { fallback = 3 } }]"),
              "key change[0].set.fallback: `fallback` is no address; write the whole address in "
              "quotes: \"fallback.alta\" = 40\n");
    EXPECT_EQ(refused("change = [{ title = t }]"), "change[0]: [[change]] has no `date`\n"
                                                   "change[0]: [[change]] has no `set`\n");
}

TEST(BindAlternative, NeedsAQuestionAndTwoAnswersThatFit) {
    EXPECT_EQ(refused("alternative.q = { yes = {}, no = {} }"),
              "key alternative.q: alternative `q` asks no question; add question = \"...\"\n");
    EXPECT_EQ(
        refused("alternative.q = { question = why, yes = {} }"),
        "key alternative.q: alternative `q` has fewer than two answers; an answer that changes "
        "nothing is written `name = {}`\n");
    EXPECT_EQ(
        refused("alternative.q = { question = why, yes = {}, no = { \"fallback.alta\" = high } "
                "}"),
        "alternative.q.no.fallback.alta: with answer `no` of alternative `q`: a fallback "
        "cannot be `high`; write a number, a range such as [20, 40], or one of: ideal, "
        "acceptable, tolerable, bad, open, unknown\n");
}

TEST(BindAlternative, PointsIntoTheAnswerForWhatItBringsAboutElsewhere) {
    // Without its fallback bera is not counted, and two parties cannot accept.
    const std::string found = testing::complaints_about(
        "party = { alta = {}, bera.role = observer }, issue.x = { option = [a, b] }, fallback.bera "
        "= "
        "1, agreement = { required = alta, at_least = 2 }, alternative.q = { question = why, "
        "yes = {}, no = { \"fallback.bera\" = \"missing\" } }");
    EXPECT_EQ(
        found.find("key alternative.q.no: with answer `no` of alternative `q`: `at_least` asks "
                   "for 2 parties"),
        0U)
        << found;
}

TEST(BindDocument, NamesItsFormatVersion) {
    const auto problem = [](const Node& document) {
        const Result<Case> result = bind_case(document);
        return result.ok() ? std::string("none") : result.problems().front().what;
    };
    EXPECT_EQ(problem(table_node()), "the file is empty");
    EXPECT_EQ(problem(text_node("x")), "the file is empty");
    EXPECT_EQ(problem(parse_setting_value("{ title = t }")),
              "the file does not name its format version");
    EXPECT_EQ(problem(parse_setting_value("{ unbracket = 2 }")), "format version `2` is not known");
    EXPECT_EQ(problem(parse_setting_value("{ unbracket = \"1\" }")),
              "the format version is a text, not a number");
    EXPECT_EQ(problem(parse_setting_value("{ unbracket = {} }")),
              "the format version is a table, not a number");
}

TEST(BindDocument, RefusesUnknownSections) {
    EXPECT_EQ(refused("isue = {}"), "key isue: unknown key `isue` in the case; did you mean "
                                    "`issue`?\n");
    EXPECT_EQ(refused("as_of = today"),
              "as_of: `today` is not a day of the calendar; write it like "
              "2026-03-01, without a time\n");
}

TEST(BindDocument, HasADigestOfContentAndDateAlone) {
    const auto digest = [](const std::string& text) {
        const Case negotiation = testing::case_of("party.alta = {}, issue.x.option = [a], " + text);
        EXPECT_EQ(negotiation.digest.size(), 64U);
        return negotiation.digest;
    };
    EXPECT_EQ(digest("title = t"), digest("title = \"t\""));
    EXPECT_NE(digest("title = t"), digest("title = u"));
    EXPECT_NE(digest("title = t"), digest("title = t, as_of = 2027-01-01"));
    EXPECT_EQ(digest("fallback.alta = 5"), digest("fallback.alta = 5.0"));
}

} // namespace
} // namespace unbracket
