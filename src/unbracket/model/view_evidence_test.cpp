#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_forget.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/view_evidence.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

Node ledger(const std::string& statements, const std::string& rest = "") {
    return parse_setting_value("{ party = { alta = {} }, said = [" + statements + "]" + rest +
                               " }");
}

/// The statements that the public is left with, as text.
std::string left(const std::string& statements, const std::string& rest = "") {
    Node document = ledger(statements, rest);
    const Node whole = document;
    keep_seen_statements(document, Sight(whole, {VisibilityKind::everyone, {}}, std::nullopt));
    return canonical_text(document);
}

const std::string hidden = ", { id = h, who = w, claim = c, visibility = mediator }";

TEST(SeenStatements, LeaveNoReferenceToHiddenOnes) {
    EXPECT_EQ(left("{ id = a, who = w, attribution = named, relays = h, stance_to_it = denies, "
                   "contradicts = [h, b], supersedes = [h], differs = h, same_as = h }, "
                   "{ id = b, who = w, attribution = named, relays = a, stance_to_it = denies }" +
                   hidden),
              R"({"party":{"alta":{}},"said":[{"id":"a","who":"w","attribution":"named",)"
              R"("contradicts":["b"],"supersedes":[]},)"
              R"({"id":"b","who":"w","attribution":"named","relays":"a",)"
              R"("stance_to_it":"denies"}]})");
}

TEST(SeenStatements, AreTakenFromWhatNamedHiddenOnes) {
    const std::string text =
        left("{ id = a, who = w, attribution = named }" + hidden,
             ", event = [{ said = [a, h] }, { said = h }], draft.d = { said = [h] }");
    EXPECT_NE(text.find(R"("event":[{"said":["a"]},{}])"), std::string::npos) << text;
    EXPECT_NE(text.find(R"("draft":{"d":{}})"), std::string::npos) << text;
}

TEST(SeenStatements, TellNothingOfTheAnalystsWork) {
    EXPECT_EQ(left("{ id = a, who = w, attribution = named, confidence = low, entered_by = kl, "
                   "checked_by = mo }"),
              R"({"party":{"alta":{}},"said":[{"id":"a","who":"w","attribution":"named"}]})");
}

TEST(AnonymousSpeakers, AreNothingButAnonymous) {
    EXPECT_EQ(left("{ id = a, who = w, speaks_for = alta, place = p, via = v, claim = c, same_as = "
                   "b, supersedes = [b], own_strength = true }, { id = b, person = x, attribution "
                   "= anonymous }"),
              R"({"party":{"alta":{}},"said":[{"id":"a","who":"anonymous","claim":"c"},)"
              R"({"id":"b","who":"anonymous","attribution":"anonymous"}]})");
}

TEST(AnonymousSpeakers, AreNotKnownByWhomTheyShareAVoiceWith) {
    EXPECT_EQ(left("{ id = a, person = x, same_as = b, supersedes = [b] }, { id = b, who = w }"),
              R"({"party":{"alta":{}},"said":[{"id":"a","person":"x","supersedes":[]},)"
              R"({"id":"b","who":"anonymous"}]})");
}

TEST(SeenJudgements, AreOfSeenDrafts) {
    Node document = ledger("{ id = a, use = binds, judgement = { alta = \"rejects h\" } }, "
                           "{ id = b, judgement = { alta = [\"prefers d to h\", \"accepts d\"], "
                           "bera = [\"not yet h\"] } }, "
                           "{ id = c, judgement = { alta = [\"accepts d\", \"not yet e\"] } }, "
                           "{ id = e, judgement = { alta = \"accepts hh\" } }");
    drop_judgements_of(document, {"h"});
    write_judgements_alike(document);
    EXPECT_EQ(canonical_text(*document.find("said")),
              R"([{"id":"a"},{"id":"b","judgement":{"alta":"accepts d"}},)"
              R"({"id":"c","judgement":{"alta":["accepts d","not yet e"]}},)"
              R"({"id":"e","judgement":{"alta":"accepts hh"}}])");
}

TEST(PeopleAndSources, StayWhereSomethingSeenNamesThem) {
    Node document = ledger("{ id = a, person = x, source = s }",
                           ", person = { x = {}, y = {}, z = {} }, source = { s = {}, t = {} }, "
                           "event = [{ people = { joined = y } }]");
    forget_people_and_sources(document);
    EXPECT_EQ(canonical_text(*document.find("person")), R"({"x":{},"y":{}})");
    EXPECT_EQ(canonical_text(*document.find("source")), R"({"s":{}})");
}

} // namespace
} // namespace unbracket
