#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/edit_view.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

/// Two parties, three issues; s is public and h is the mediator's. A part is put in its place.
Node document(const std::string& rest, const std::string& supports) {
    return parse_setting_value(
        "{ unbracket = 1, party = { alta = {}, bera = {} }, issue = { x = { option = [a, b], "
        "stance.alta = { a = 10, b = 90 }, weight.alta = 20 }, y = { option = [a, b], score.bera = "
        "{ a = 1, b = 2 } } }, said = [{ id = s, who = w, attribution = named, claim = c, supports "
        "= [" +
        supports + "] }, { id = h, who = w, claim = c, visibility = mediator }]" + rest + " }");
}

Node seen(const std::string& rest, const std::string& supports, const std::string& who = "public") {
    const Node whole = document(rest, supports);
    const Result<Case> bound = bind_case(whole);
    EXPECT_TRUE(bound.ok()) << to_string(bound.problems().front());
    Node left = visible_part(whole, audience_named(whole, who).value());
    const Result<Case> valid = bind_case(left);
    EXPECT_TRUE(valid.ok()) << to_string(valid.problems().front());
    return left;
}

std::string part(const Node& document, std::string_view section) {
    const Node* found = document.find(section);
    return found == nullptr ? "" : canonical_text(*found);
}

TEST(VisiblePart, IsTheWholeForTheMediator) {
    const Node whole = document(", summary = all", "fallback.alta");
    EXPECT_TRUE(visible_part(whole, Audience{}).same_content(whole));
}

TEST(VisiblePart, HasOnlySeenEntries) {
    EXPECT_EQ(part(seen("", "issue.x.stance.alta.b"), "issue"),
              R"({"x":{"option":["a","b"],"stance":{"alta":{"b":90}}},"y":{"option":["a","b"]}})");
    EXPECT_EQ(part(seen("", "issue.x.weight.alta"), "issue"),
              R"({"x":{"option":["a","b"],"weight":{"alta":20}},"y":{"option":["a","b"]}})");
}

TEST(VisiblePart, HasScoresOfAnIssueTogetherOrNone) {
    EXPECT_EQ(part(seen("", "issue.y.score.bera.a"), "issue"),
              R"({"x":{"option":["a","b"]},"y":{"option":["a","b"]}})");
    EXPECT_EQ(part(seen("", "issue.y.score.bera"), "issue"),
              R"({"x":{"option":["a","b"]},)"
              R"("y":{"option":["a","b"],"score":{"bera":{"a":1,"b":2}}}})");
}

TEST(VisiblePart, HasNoReferenceToHiddenDrafts) {
    const std::string drafts =
        ", draft = { open = { set.x = a, said = s }, shut = { set.x = b }, child = { from = shut, "
        "rest = unknown, set.y = a, visibility = public } }, fallback = { alta.draft = open, "
        "bera.draft = shut }, document.p = { draft = shut, said = s }, event = [{ said = s, drafts "
        "= [open, shut] }]";
    const Node left = seen(drafts, "fallback.alta, fallback.bera");
    EXPECT_EQ(part(left, "draft"), R"({"open":{"set":{"x":"a"},"said":"s"},)"
                                   R"("child":{"set":{"y":"a"},"visibility":"public"}})");
    EXPECT_EQ(part(left, "fallback"), R"({"alta":{"draft":"open"}})");
    EXPECT_EQ(part(left, "document"), R"({"p":{"said":"s"}})");
    EXPECT_EQ(part(left, "event"), R"([{"said":"s","drafts":["open"]}])");
}

TEST(VisiblePart, HasNoReferenceToHiddenDocuments) {
    const Node left = seen(", document = { p = {}, q = { said = s } }, point = { 1 = { title = t, "
                           "document = p } }, package = [{ sign = [[p], [q]] }, { sign = [q] }], "
                           "event = [{ said = s, documents = [p, q] }]",
                           "");
    EXPECT_EQ(part(left, "document"), R"({"q":{"said":"s"}})");
    EXPECT_EQ(part(left, "point"), R"({"1":{"title":"t"}})");
    EXPECT_EQ(part(left, "package"), R"([{"sign":["q"]}])");
    EXPECT_EQ(part(left, "event"), R"([{"said":"s","documents":["q"]}])");
}

TEST(VisiblePart, HasTheTitlesOfPointsAndNotTheirWords) {
    EXPECT_EQ(
        part(seen(", point = { 1 = { title = t, text = words, under = chapter }, 2 = u }", ""),
             "point"),
        R"({"1":{"title":"t"},"2":"u"})");
}

TEST(VisiblePart, HasChangesThatSomethingSeenStandsUnder) {
    const Node left = seen(
        ", fallback = { alta = 1, bera = 2 }, change = [{ date = 2026-01-01, said = s, set = { "
        "\"fallback.alta\" = 3, \"fallback.bera\" = 4 } }, { date = 2026-01-02, said = h, set "
        "= { \"fallback.alta\" = 5 } }, { date = 2026-01-03, set = { \"fallback.alta\" = 6 } }]",
        "fallback.alta");
    EXPECT_EQ(part(left, "change"),
              R"([{"date":"2026-01-01","said":"s","set":{"fallback.alta":3}}])");
}

TEST(VisiblePart, LosesAReferenceToWhatOnlyAHiddenChangeWouldBring) {
    const Node left = seen(", change = [{ date = 2026-01-01, said = h, set = { \"fallback.alta\" = "
                           "3 } }], entry = [{ at = fallback.alta, firmness = tested }]",
                           "fallback.alta");
    EXPECT_EQ(part(left, "change") + part(left, "entry"), "");
    EXPECT_EQ(left.find("said")->items.front().find("supports"), nullptr);
}

TEST(VisiblePart, KeepsQuestionsWhoseAnswersAreAllSeen) {
    const std::string questions =
        ", fallback = { alta = 1, bera = 2 }, draft.d = { set.x = a, said = s }, alternative = { "
        "q1 = { question = q, visibility = public, a = {}, b = { \"fallback.alta\" = 3 } }, "
        "q2 = { question = q, visibility = public, a = {}, b = { \"fallback.alta\" = 3, "
        "\"fallback.bera\" = 3 } }, q3 = { question = q, a = {}, b = { \"fallback.alta\" = 4 } }, "
        "q4 = { question = q, visibility = public, a = { \"agreement.required\" = [alta] }, b = { "
        "\"draft.d.on_table\" = no } }, q5 = { question = q, visibility = public, a = {}, b = { "
        "\"issue.x.stance.alta\" = \"a > b\" } } }";
    const Node left = seen(questions, "fallback.alta, issue.x.stance.alta.a");
    EXPECT_NE(left.find("alternative")->find("q1"), nullptr);
    EXPECT_EQ(left.find("alternative")->find("q2"), nullptr);
    EXPECT_EQ(left.find("alternative")->find("q3"), nullptr);
    EXPECT_NE(left.find("alternative")->find("q4"), nullptr);
    EXPECT_EQ(left.find("alternative")->find("q5"), nullptr) << "it would replace what is hidden";
}

TEST(VisiblePart, KeepsFiguresWithASeenClaim) {
    const std::string claim_of = "claims = [{ said = ";
    EXPECT_EQ(part(seen(", quantity = { f = { " + claim_of +
                            "s, value = 1 }, { said = h, value = 2 "
                            "}] }, g = { " +
                            claim_of + "h, value = 3 }] }, i = { visibility = mediator, " +
                            claim_of + "s, value = 4 }] } }",
                        ""),
                   "quantity"),
              R"({"f":{"claims":[{"said":"s","value":1}]}})");
}

TEST(VisiblePart, KeepsLeversWithWhatTheyMoveAsFarAsItIsSeen) {
    EXPECT_EQ(part(seen(", driver = [{ on = alta, said = s, moves = { \"fallback.bera\" = 1, "
                        "\"issue.x.weight.alta\" = 2, \"issue.x.stance.alta.a\" = 3 } }]",
                        "issue.x.weight.alta"),
                   "driver"),
              R"([{"on":"alta","said":"s","moves":{"fallback.bera":1,"issue.x.weight.alta":2}}])");
}

TEST(VisiblePart, IsNoSummaryOfTheWhole) {
    EXPECT_EQ(part(seen(", summary = all, title = t", ""), "summary"), "");
    EXPECT_EQ(part(seen(", summary = all, title = t", ""), "title"), "\"t\"");
}

TEST(VisiblePart, OfAPartyHoldsWhatIsForIt) {
    const std::string entries = ", fallback = { alta = 1, bera = 2 }, entry = [{ at = "
                                "fallback.alta, visibility = \"party:alta\" }, { at = "
                                "fallback.bera, visibility = \"party:alta\" }]";
    EXPECT_EQ(part(seen(entries, "", "party:alta"), "fallback"), R"({"alta":1})");
    EXPECT_EQ(part(seen(entries, "", "party:bera"), "fallback"), "");
    EXPECT_EQ(part(seen(entries, "fallback.bera", "party:alta"), "fallback"),
              R"({"alta":1,"bera":2})");
}

TEST(VisiblePart, AsksOnlyWhatCanStillBeAsked) {
    const Node whole = parse_setting_value(
        "{ unbracket = 1, party.alta = {}, issue = { x = { option = [a, b], weight.alta = 5, "
        "stance.alta = { a = 1, b = 2 } }, y = { option = [a, b], weight.alta = 6, stance.alta = { "
        "a = 1, b = 2 } } }, said = [{ id = s, who = w, claim = c, supports = "
        "[issue.x.weight.alta, "
        "issue.x.stance.alta] }], alternative = { q = { question = q, visibility = public, a = {}, "
        "b = { \"issue.x.weight.alta\" = 0 } }, r = { question = q, visibility = public, a = {}, b "
        "= { \"issue.x.weight.alta\" = 9 } } } }");
    ASSERT_TRUE(bind_case(whole).ok());
    const Node left = visible_part(whole, audience_named(whole, "public").value());
    ASSERT_TRUE(bind_case(left).ok());
    EXPECT_EQ(left.find("alternative")->find("q"), nullptr)
        << "no other weight than 0 would be left";
    EXPECT_NE(left.find("alternative")->find("r"), nullptr);
}

TEST(VisiblePart, SaysAtItsHeadWhosePartItIs) {
    EXPECT_EQ(part(seen("", "issue.x.weight.alta"), "view"), "\"public\"");
    EXPECT_EQ(part(seen("", "issue.x.weight.alta", "party:bera"), "view"), "\"party:bera\"");
    const Node once = seen("", "issue.x.weight.alta", "party:bera");
    EXPECT_TRUE(visible_part(once, audience_named(once, "party:bera").value()).same_content(once));
    EXPECT_EQ(bind_case(once).value().view, "party:bera");
    EXPECT_EQ(part(visible_part(once, audience_named(once, "public").value()), "view"),
              "\"public\"");
}

TEST(VisiblePart, TellsNothingOfWhoEnteredAndCheckedIt) {
    const std::string people = ", entered_by = kl, checked_by = mo, entry = [{ at = "
                               "issue.x.weight.alta, entered_by = an }]";
    EXPECT_TRUE(seen(people, "issue.x.weight.alta").same_content(seen("", "issue.x.weight.alta")));
}

} // namespace
} // namespace unbracket
