#include "unbracket/report/phrase_statement.hpp"
#include "unbracket/report/sources_text.hpp"

#include "tests/support/case_sketch.hpp"
#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::lines_of;
using testing::shown;

Case case_with(const std::string& said, const std::string& more = "") {
    return testing::case_of(
        "title = Talks, as_of = 2027-05-01, party = { alta.name = Alta, bera.name = Bera }, "
        "issue.x.option = [y], person.ann = { title = minister, party = alta, speaks = true }, "
        "source.post.title = \"The Post\", alternative.q = { question = q, no = {}, yes = {} }, "
        "said = [" +
        said + "]" + more);
}

std::string text_of(const Case& negotiation, LedgerOrder order = LedgerOrder::voice,
                    std::size_t width = 160) {
    return sources_text(negotiation, take_ledger(negotiation), order, {.width = width});
}

std::string speaks_as(const std::string& with) {
    const Case negotiation = case_with("{ id = a, claim = c, " + with + " }");
    return phrase::speaks_as(negotiation, negotiation.statements.at(0));
}

TEST(SpeaksAs, TellsWhoseWordsTheseAre) {
    EXPECT_EQ(speaks_as("person = ann"), "for Alta, by name");
    EXPECT_EQ(speaks_as("who = w, speaks_for = bera, attribution = official"),
              "for Bera, officially");
    EXPECT_EQ(speaks_as("who = w, attribution = official"), "officially, for no party here");
    EXPECT_EQ(speaks_as("who = w, attribution = named"), "by name, for no party here");
    EXPECT_EQ(speaks_as("who = w, speaks_for = alta"), "without a name, for Alta");
    EXPECT_EQ(speaks_as("who = w"), "without a name");
    EXPECT_EQ(speaks_as("who = w, attribution = expert"), "expert");
    EXPECT_EQ(speaks_as("attribution = narrator"), "narrator");
}

std::string line(const std::string& with) {
    const Case negotiation = case_with("{ id = a, " + with + " }");
    return phrase::statement_line(negotiation, StatementId(0));
}

TEST(StatementLine, SaysWhenWhereAndOfWhom) {
    EXPECT_EQ(line("who = w, claim = no"), "a, no date, claim: \"no\"");
    EXPECT_EQ(line("person = ann, claim = no, date = 2027-02-01, place = Hall, via = speech, "
                   "source = post, kind = position, about = [alta, bera]"),
              "a, 1 Feb 2027, Hall, speech, in post, position, of itself and Bera: \"no\"");
    EXPECT_EQ(line("who = w, speaks_for = alta, claim = no, source = radio, about = alta"),
              "a, no date, in radio, claim, of Alta: \"no\"");
}

TEST(StatementLine, KeepsItsReservations) {
    EXPECT_EQ(
        line("who = w, claim = no, condition = \"it rains\", bound = at_least, horizon = "
             "\"two years\", own_strength = true, alternative = q"),
        "a, no date, claim: \"no\" (on condition: it rains; at least two years; a claim about "
        "its own strength; on the question q)");
}

std::string claimed(const std::string& value, const std::string& said = "a") {
    const Case negotiation = case_with(
        "{ id = a, who = w, claim = c }, { id = b, who = w, claim = c, bound = at_most }",
        ", quantity.q = { unit = km, claims = [{ said = " + said + ", value = " + value + " }] }");
    const Quantity& quantity = negotiation.quantities.at(0);
    return phrase::claimed_value(negotiation, quantity, quantity.claims.at(0));
}

TEST(ClaimedValue, IsToldAsItWasMade) {
    EXPECT_EQ(claimed("5"), "5 km");
    EXPECT_EQ(claimed("[30, 50]"), "30..50 km");
    EXPECT_EQ(claimed("\"> 95\""), "above 95 km");
    EXPECT_EQ(claimed("\"< 95\""), "below 95 km");
    EXPECT_EQ(claimed("\"<= 95\""), "at most 95 km");
    EXPECT_EQ(claimed("\">= 1..2\""), "at least 1..2 km");
    EXPECT_EQ(claimed("5", "b"), "at most 5 km");
}

TEST(ClaimedRange, SaysWhichEndsBelongToIt) {
    const auto text = [](std::optional<ClaimedEnd> low, std::optional<ClaimedEnd> high) {
        return phrase::claimed_range({std::move(low), std::move(high)}, "");
    };
    EXPECT_EQ(text({}, {}), "any number");
    EXPECT_EQ(text(ClaimedEnd{3}, ClaimedEnd{3}), "3");
    EXPECT_EQ(text(ClaimedEnd{3}, ClaimedEnd{5}), "3..5");
    EXPECT_EQ(text(ClaimedEnd{3}, {}), "at least 3");
    EXPECT_EQ(text(ClaimedEnd{3, true}, {}), "above 3");
    EXPECT_EQ(text({}, ClaimedEnd{5}), "up to 5");
    EXPECT_EQ(text(ClaimedEnd{3, true}, ClaimedEnd{5, true}), "above 3 and below 5");
}

TEST(SourcesText, CountsVoicesAndKeepsThemApart) {
    const std::string text =
        text_of(case_with("{ id = a, person = ann, claim = c, source = post }, "
                          "{ id = b, person = ann, claim = c, source = radio }, "
                          "{ id = d, attribution = narrator, claim = c }"));
    EXPECT_TRUE(holds(text, "3 statements by 2 voices in 2 sources: 2 for a party by name or "
                            "office, 0 without a name, 0 by experts, 1 by the narrator, 0 by "
                            "others."))
        << text;
    EXPECT_TRUE(holds(text, "VOICES    minister (for Alta, by name)\n          - a, ")) << text;
    EXPECT_TRUE(holds(text, "\n\n          the narrator (narrator)\n          - d, ")) << text;
}

TEST(SourcesText, NamesSpeakersWhereGroupsDoNot) {
    const Case negotiation = case_with("{ id = a, who = w, claim = c, source = post }");
    EXPECT_TRUE(holds(text_of(negotiation, LedgerOrder::source),
                      "SOURCES   The Post\n          - w (without a name) - a, no date"));
    EXPECT_TRUE(holds(text_of(negotiation, LedgerOrder::date), "DATES     no date\n"));
    EXPECT_TRUE(holds(text_of(negotiation, LedgerOrder::attribution), "NAMED AS  anonymous\n"));
    EXPECT_TRUE(holds(text_of(negotiation, LedgerOrder::speaker), "SPEAKERS  w (without a name)"));
}

TEST(SourcesText, TellsWhatBecameOfStatements) {
    const std::string text =
        text_of(case_with("{ id = a, who = w, claim = c }, { id = b, who = w, claim = c, "
                          "supersedes = a, contradicts = c }, { id = c, who = v, claim = c, "
                          "relays = b, stance_to_it = distances, differs = a }, "
                          "{ id = d, who = u, claim = c, relays = c }"));
    EXPECT_TRUE(holds(text, "(superseded)"));
    EXPECT_TRUE(
        holds(text, "CONFLICT  - b (w; without a name) contradicts c (v; without a name)."));
    EXPECT_TRUE(holds(text, "DIFFER    - c (v; without a name) differs from a"));
    EXPECT_TRUE(holds(text, "REPLACED  - a (w; without a name) was superseded by b; in force: b."));
    EXPECT_TRUE(holds(text, "RELAYED   - c (v; without a name) passes on b (w; without a name), "
                            "keeping its distance; 1 step from who said it first."));
    EXPECT_TRUE(holds(text, "- d (u; without a name) passes on c (v; without a name), not saying "
                            "what it makes of it; 2 steps from who said it first, b."))
        << text;
}

const char* const stone = ", quantity = { stone = { title = \"how long\", unit = years, claims = "
                          "[{ said = a, value = 100 }, { said = b, value = [40, 60] }] }, "
                          "depth.claims = [{ said = a, value = 3 }], none.claims = [] }";

TEST(SourcesText, ShowsEveryClaimOnAFigure) {
    const std::string text =
        text_of(case_with("{ id = a, who = w, claim = c }, { id = b, who = v, claim = c }", stone));
    EXPECT_TRUE(holds(text, "FIGURES   how long (stone)\n"
                            "          - 100 years: a (w; without a name), no date\n"
                            "          - 40..60 years: b (v; without a name), no date\n"
                            "          These cannot all hold: either 40..60 years (b), or 100 "
                            "years (a).\n"
                            "\n"
                            "          depth (depth)\n"
                            "          - 3: a (w; without a name), no date\n"
                            "          One claim alone.\n"))
        << text;
    EXPECT_TRUE(holds(text, "Nothing to compare."));
}

TEST(SourcesText, KeepsToEveryWidth) {
    const Case negotiation =
        case_with("{ id = a, who = w, claim = c }, { id = b, who = v, claim = c }", stone);
    for (const std::size_t width : {60U, 72U, 100U}) {
        for (const std::string& row : lines_of(text_of(negotiation, LedgerOrder::voice, width))) {
            EXPECT_LE(column_count(row), width) << row;
        }
    }
}

TEST(SourcesJson, HoldsTheSame) {
    const Case negotiation = case_with(
        "{ id = a, who = w, claim = c }, { id = b, who = v, claim = c, relays = a }", stone);
    const Node data = sources_json(negotiation, take_ledger(negotiation), LedgerOrder::date);
    EXPECT_EQ(shown(data, "by"), "\"date\"");
    EXPECT_EQ(shown(data, "groups"), "[[\"a\", \"b\"]]");
    EXPECT_EQ(shown(data, "voices"), "[[\"a\"], [\"b\"]]");
    EXPECT_EQ(shown(data, "relayed"),
              "[{statement: \"b\", chain: [\"a\"], stance_to_it: null, said_first: \"a\"}]");
    const Node& quantity = data.find("quantities")->items.at(0);
    EXPECT_EQ(shown(quantity, "conflict"), "true");
    EXPECT_EQ(shown(quantity.find("alternatives")->items.at(0)),
              "{said: [\"b\"], range: {low: 40, low_included: true, high: 60, high_included: "
              "true}}");
    EXPECT_EQ(shown(quantity.find("claims")->items.at(0)),
              "{said: \"a\", value: \"100\", from: null, standing: \"compared\", range: {low: 100, "
              "low_included: true, high: 100, high_included: true}}");
}

TEST(SourcesText, SaysWhoEnteredAndCheckedWhat) {
    const Case negotiation =
        case_with("{ id = a, who = w, claim = c, entered_by = kl, checked_by = mo }, "
                  "{ id = b, who = w, claim = c, entered_by = kl }",
                  ", fallback.alta = 3");
    const std::string text = text_of(negotiation);
    EXPECT_TRUE(holds(text, "ENTERED   - entered by kl, checked by mo: 1 statement (a).\n"
                            "          - entered by kl, checked by nobody: 1 statement (b).\n"
                            "          - nobody is named: 1 entry (fallback.alta).\n"))
        << text;
    EXPECT_FALSE(holds(text_of(case_with("{ id = a, who = w, claim = c }")), "ENTERED"));
    const Node data = sources_json(negotiation, take_ledger(negotiation), LedgerOrder::voice);
    EXPECT_EQ(shown(data.find("entered")->items.at(0)),
              "{entered_by: \"kl\", checked_by: \"mo\", statements: [\"a\"], entries: []}");
    EXPECT_EQ(shown(data.find("statements")->items.at(1), "checked_by"), "null");
}

TEST(People, AreToldAsFarAsTheyAreNamed) {
    EXPECT_EQ(phrase::people("kl", "kl"), "entered and checked by kl");
    EXPECT_EQ(phrase::people("", "mo"), "entered by nobody who is named, checked by mo");
    EXPECT_EQ(phrase::people("", ""), "");
}

} // namespace
} // namespace unbracket
