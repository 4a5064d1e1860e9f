#include "unbracket/robust/ledger.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace unbracket {
namespace {

/// Statements of this text, between parties alta and bera.
Case case_with(const std::string& said, const std::string& more = "") {
    return testing::case_of(
        "as_of = 2027-05-01, party = { alta = {}, bera = {} }, issue.x.option = [y], "
        "person = { ann = { title = minister, party = alta, speaks = true }, "
        "bob = { title = witness } }, "
        "source = { post = { title = Post }, radio = { title = Radio } }, "
        "said = [" +
        said + "]" + more);
}

std::string keys(const Case& negotiation, const std::vector<StatementId>& statements) {
    std::string text;
    for (const StatementId id : statements) {
        text += (text.empty() ? "" : " ") + negotiation.statement(id).key;
    }
    return text;
}

std::string groups_text(const Case& negotiation,
                        const std::vector<std::vector<StatementId>>& groups) {
    std::string text;
    for (const std::vector<StatementId>& group : groups) {
        text += (text.empty() ? "" : "; ") + keys(negotiation, group);
    }
    return text;
}

std::string voices(const std::string& said) {
    const Case negotiation = case_with(said);
    return groups_text(negotiation, take_ledger(negotiation).voices);
}

std::string arranged(const std::string& said, LedgerOrder order) {
    const Case negotiation = case_with(said);
    return groups_text(negotiation, grouped(negotiation, take_ledger(negotiation), order));
}

SpeakerClass speaker(const std::string& with) {
    return class_of(case_with("{ id = a, claim = c, " + with + " }").statements.at(0));
}

TEST(SpeakerClass, KeepsVoicesApart) {
    EXPECT_EQ(speaker("who = w, speaks_for = alta, attribution = named"), SpeakerClass::party);
    EXPECT_EQ(speaker("who = w, speaks_for = alta, attribution = official"), SpeakerClass::party);
    EXPECT_EQ(speaker("who = w, speaks_for = alta"), SpeakerClass::unnamed);
    EXPECT_EQ(speaker("who = w"), SpeakerClass::unnamed);
    EXPECT_EQ(speaker("person = ann"), SpeakerClass::party);
    EXPECT_EQ(speaker("person = bob"), SpeakerClass::other);
    EXPECT_EQ(speaker("who = w, attribution = named"), SpeakerClass::other);
    EXPECT_EQ(speaker("who = w, attribution = expert, speaks_for = alta"), SpeakerClass::expert);
    EXPECT_EQ(speaker("attribution = narrator"), SpeakerClass::narrator);
}

TEST(Voices, AreJoinedBySameAsInAnyNumberOfSteps) {
    EXPECT_EQ(voices("{ id = a, who = w, claim = c }, { id = b, who = w, claim = c, same_as = a }, "
                     "{ id = c, who = v, claim = c }, { id = d, who = w, claim = c, same_as = b }"),
              "a b d; c");
    EXPECT_EQ(voices("{ id = a, who = w, claim = c, same_as = c }, { id = b, who = w, claim = c }, "
                     "{ id = c, who = w, claim = c, same_as = a }"),
              "a c; b");
}

TEST(Voices, OfOnePersonAreOne) {
    EXPECT_EQ(voices("{ id = a, person = ann, claim = c }, { id = b, person = bob, claim = c }, "
                     "{ id = c, person = ann, claim = c }"),
              "a c; b");
}

TEST(Voices, OfTheNarratorAreOneForEachSource) {
    EXPECT_EQ(voices("{ id = a, attribution = narrator, source = post, claim = c }, "
                     "{ id = b, attribution = narrator, source = radio, claim = c }, "
                     "{ id = c, attribution = narrator, source = post, claim = c }, "
                     "{ id = d, attribution = narrator, claim = c }, "
                     "{ id = e, attribution = narrator, claim = c }"),
              "a c; b; d; e");
}

TEST(Voices, WithTheSameWordsForASpeakerMayBeTwo) {
    EXPECT_EQ(voices("{ id = a, who = \"an official\", claim = c }, "
                     "{ id = b, who = \"an official\", claim = c }"),
              "a; b");
}

std::string enterings(const std::string& said, const std::string& more = "") {
    const Case negotiation = case_with(said, more);
    std::string text;
    for (const Entering& one : take_ledger(negotiation).entered) {
        text += "[" + one.entered_by + "/" + one.checked_by + "] " +
                keys(negotiation, one.statements) + ", " + std::to_string(one.entries.size()) +
                "; ";
    }
    return text;
}

TEST(Ledger, PutsStatementsAndEntriesToWhoeverEnteredAndCheckedThem) {
    EXPECT_EQ(enterings("{ id = a, who = w, claim = c, entered_by = kl, checked_by = mo }, "
                        "{ id = b, who = w, claim = c }, "
                        "{ id = c, who = w, claim = c, entered_by = kl, checked_by = mo }",
                        ", fallback.alta = 40, "
                        "entry = [{ at = fallback.alta, entered_by = kl, checked_by = mo }]"),
              "[kl/mo] a c, 1; [/] b, 0; ");
}

TEST(Ledger, SaysNothingOfPeopleWhereTheFileNamesNone) {
    EXPECT_EQ(enterings("{ id = a, who = w, claim = c }"), "");
    EXPECT_EQ(enterings("{ id = a, who = w, claim = c }", ", entered_by = kl"), "[kl/] a, 0; ");
}

std::string pairs(const std::string& said) {
    const Case negotiation = case_with(said);
    std::string text;
    for (const StatementPair& pair : take_ledger(negotiation).contradictions) {
        text += (text.empty() ? "" : "; ") + keys(negotiation, {pair.first, pair.second}) +
                (pair.is_one_voice ? " (one voice)" : "");
    }
    return text;
}

TEST(Contradictions, ArePairedOnceWhoeverSaysSo) {
    EXPECT_EQ(pairs("{ id = a, who = w, claim = c, contradicts = b }, "
                    "{ id = b, who = v, claim = c, contradicts = a }, "
                    "{ id = c, who = v, claim = c, contradicts = [a, b] }"),
              "a b; c a; c b");
    EXPECT_EQ(pairs("{ id = a, person = ann, claim = c }, "
                    "{ id = b, person = ann, claim = c, contradicts = a }"),
              "b a (one voice)");
}

std::string successions(const std::string& said) {
    const Case negotiation = case_with(said);
    std::string text;
    for (const Succession& found : take_ledger(negotiation).superseded) {
        text += (text.empty() ? "" : "; ") + keys(negotiation, {found.statement}) + " by " +
                keys(negotiation, found.by) + ", now " + keys(negotiation, found.in_force);
    }
    return text;
}

TEST(Superseded, StatementsLeadToWhatIsInForce) {
    EXPECT_EQ(successions("{ id = a, who = w, claim = c }, "
                          "{ id = b, who = w, claim = c, supersedes = a }, "
                          "{ id = c, who = w, claim = c, supersedes = b }"),
              "a by b, now c; b by c, now c");
    EXPECT_EQ(successions("{ id = a, who = w, claim = c }, "
                          "{ id = b, who = w, claim = c, supersedes = a }, "
                          "{ id = c, who = w, claim = c, supersedes = a }"),
              "a by b c, now b c");
}

TEST(Superseded, StatementsInACircleLeaveNothingInForce) {
    EXPECT_EQ(successions("{ id = a, who = w, claim = c, supersedes = b }, "
                          "{ id = b, who = w, claim = c, supersedes = a }"),
              "a by b, now ; b by a, now ");
}

std::string relays(const std::string& said) {
    const Case negotiation = case_with(said);
    std::string text;
    for (const Relay& relay : take_ledger(negotiation).relayed) {
        text += (text.empty() ? "" : "; ") + keys(negotiation, {relay.statement}) + " < " +
                keys(negotiation, relay.chain) + (relay.is_circle ? " (circle)" : "");
    }
    return text;
}

TEST(Relayed, ClaimsKeepTheirDistanceFromWhoSaidItFirst) {
    EXPECT_EQ(relays("{ id = a, who = w, claim = c }, { id = b, who = v, claim = c, relays = a }, "
                     "{ id = c, who = u, claim = c, relays = b }"),
              "b < a; c < b a");
}

TEST(Relayed, ClaimsInACircleHaveNoFirstSpeaker) {
    EXPECT_EQ(relays("{ id = a, who = w, claim = c, relays = b }, "
                     "{ id = b, who = v, claim = c, relays = a }"),
              "a < b (circle); b < a (circle)");
}

TEST(LedgerOrder, GroupsStatements) {
    const std::string said =
        "{ id = a, person = ann, claim = c, source = post, date = 2027-02-01 }, "
        "{ id = b, who = w, claim = c, source = radio }, "
        "{ id = c, who = w, speaks_for = alta, claim = c, source = post, date = 2027-01-01 }, "
        "{ id = d, who = w, claim = c, date = 2027-02-01, same_as = a }";
    EXPECT_EQ(arranged(said, LedgerOrder::voice), "a d; b; c");
    EXPECT_EQ(arranged(said, LedgerOrder::speaker), "a; b d; c");
    EXPECT_EQ(arranged(said, LedgerOrder::source), "a c; b; d");
    EXPECT_EQ(arranged(said, LedgerOrder::date), "c; a d; b");
    EXPECT_EQ(arranged(said, LedgerOrder::attribution), "a; b c d");
}

TEST(LedgerOrder, KeepsPartiesTheUnnamedExpertsAndTheNarratorApart) {
    EXPECT_EQ(arranged("{ id = a, attribution = narrator, claim = c }, "
                       "{ id = b, who = w, attribution = expert, claim = c }, "
                       "{ id = c, who = w, claim = c }, "
                       "{ id = d, person = bob, claim = c }, { id = e, person = ann, claim = c }, "
                       "{ id = f, who = v, claim = c, same_as = e }",
                       LedgerOrder::voice),
              "e f; d; c; b; a");
}

TEST(Ledger, HasAnAccountOfEachQuantity) {
    const Case negotiation =
        testing::case_of("party.alta = {}, issue.x.option = [y], said = [{ id = a, who = w, claim "
                         "= c }], quantity = { q.claims = [{ said "
                         "= a, value = 1 }], r.claims = [] }");
    const Ledger ledger = take_ledger(negotiation);
    ASSERT_EQ(ledger.quantities.size(), 2U);
    EXPECT_EQ(ledger.quantities[0].alternatives.size(), 1U);
    EXPECT_TRUE(ledger.quantities[1].claims.empty());
}

} // namespace
} // namespace unbracket
