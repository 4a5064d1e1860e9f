// Statements, how their judgements count, and what they make of the entries they speak of.

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string start =
    "party = { alta = {}, bera = {} }, issue.x = { option = [a, b], weight.alta = 1, "
    "stance.alta = { a = 1, b = 2 } }, fallback.alta = 3, draft = { d = {}, e = {} }, "
    "person = { ann = { title = minister, party = alta, speaks = true }, bob = { party = alta } }, "
    "source.post.title = \"The Post\", said = [";

Case said(const std::string& statements, const std::string& more = "") {
    return testing::case_of(start + statements + "]" + more);
}
Statement one(const std::string& keys) {
    return said("{ id = s1, claim = c, " + keys + " }").statements[0];
}
std::string refused(const std::string& statements) {
    return testing::complaints_about(start + statements + "]");
}

TEST(BindStatement, TakesItsSpeakerFromThePerson) {
    EXPECT_EQ(one("person = ann").who, "minister");
    EXPECT_EQ(one("person = ann").speaks_for, PartyId(0));
    EXPECT_EQ(one("person = ann").attribution, Attribution::named);
    EXPECT_EQ(one("person = ann, who = she, speaks_for = bera").who, "she");
    EXPECT_EQ(one("person = ann, speaks_for = bera").speaks_for, PartyId(1));
    EXPECT_FALSE(one("person = bob").speaks_for.has_value()); // he does not speak for it
    EXPECT_EQ(one("who = somebody").attribution, Attribution::anonymous);
    EXPECT_EQ(one("attribution = narrator").who, "");
}

TEST(BindStatement, TakesItsSourceByIdOrAsText) {
    EXPECT_EQ(one("who = w, source = post").source, "The Post");
    EXPECT_EQ(one("who = w, source = post").source_id, SourceId(0));
    EXPECT_EQ(one("who = w, source = radio").source, "radio");
    EXPECT_FALSE(one("who = w, source = radio").source_id.has_value());
}

TEST(BindStatement, IsAJudgementWhereItHasOneElseAClaim) {
    EXPECT_EQ(one("who = w").kind, StatementKind::claim);
    EXPECT_EQ(one("who = w, judgement.alta = \"accepts d\"").kind, StatementKind::judgement);
    EXPECT_EQ(one("who = w, kind = forecast").kind, StatementKind::forecast);
}

TEST(BindStatement, ReadsEveryFormOfJudgement) {
    const auto judged = [](const std::string& text) {
        return one("who = w, judgement.bera = \"" + text + "\"").judgements.at(0);
    };
    EXPECT_EQ(judged("accepts d").kind, JudgementKind::accepts);
    EXPECT_EQ(judged("accepts d").party, PartyId(1));
    EXPECT_EQ(judged("rejects e").draft, DraftId(1));
    EXPECT_EQ(judged("nothing below e").kind, JudgementKind::nothing_below);
    EXPECT_EQ(judged("not  yet d").kind, JudgementKind::not_yet);
    EXPECT_EQ(judged("prefers e to d").draft, DraftId(1));
    EXPECT_EQ(judged("prefers e to d").over, DraftId(0));
    EXPECT_EQ(one("who = w, judgement = { alta = [\"accepts d\", \"rejects e\"], bera = \"accepts "
                  "e\" }")
                  .judgements.size(),
              3U);
}

TEST(BindStatement, RefusesWhatIsNoJudgement) {
    const std::string hint = " is no judgement; write \"accepts D\", \"rejects D\", \"prefers D to "
                             "E\", \"nothing below D\" or \"not yet D\" with the id of a draft\n";
    const auto judged = [](const std::string& text) {
        return refused("{ id = s1, who = w, claim = c, judgement.alta = \"" + text + "\" }");
    };
    for (const char* text :
         {"accepts", "accepts d e", "likes d", "prefers d", "prefers d over e"}) {
        EXPECT_EQ(judged(text), "said[0].judgement.alta: `" + std::string(text) + "`" + hint);
    }
    EXPECT_EQ(judged("accepts f"), "said[0].judgement.alta: unknown draft `f`; known: d, e\n");
    EXPECT_EQ(judged("prefers d to f"), "said[0].judgement.alta: unknown draft `f`; known: d, e\n");
}

/// How the judgement of s1 counts.
JudgementUse use(const std::string& keys, const std::string& others = "") {
    return said("{ id = s1, claim = c, judgement.alta = \"accepts d\", " + keys + " }" + others)
        .statements[0]
        .judgements[0]
        .use;
}

TEST(BindStatement, BindsOnlyInThePartysOwnVoiceWhileItStands) {
    EXPECT_EQ(use("person = ann"), JudgementUse::binds);
    EXPECT_EQ(use("who = w, speaks_for = alta, attribution = official"), JudgementUse::binds);
    EXPECT_EQ(use("who = w, speaks_for = alta, attribution = anonymous"), JudgementUse::hypothesis);
    EXPECT_EQ(use("who = w, speaks_for = bera, attribution = named"), JudgementUse::hypothesis);
    EXPECT_EQ(use("person = bob"), JudgementUse::hypothesis);
    EXPECT_EQ(use("person = ann", ", { id = s2, who = w, claim = c, contradicts = s1 }"),
              JudgementUse::hypothesis);
    EXPECT_EQ(use("person = ann", ", { id = s2, who = w, claim = c, supersedes = s1 }"),
              JudgementUse::hypothesis);
    // A contradiction that was itself superseded does not count.
    EXPECT_EQ(use("person = ann", ", { id = s2, who = w, claim = c, contradicts = s1 }, "
                                  "{ id = s3, who = w, claim = c, supersedes = s2 }"),
              JudgementUse::binds);
    EXPECT_EQ(use("person = ann, use = record"), JudgementUse::record);
    EXPECT_EQ(use("person = bob, use = binds"), JudgementUse::binds);
}

TEST(BindStatement, IsSupersededOnlyByOneThatExists) {
    const auto superseded = [](const std::string& as_of) {
        return said("{ id = s1, who = w, claim = c, date = 2027-01-01 }, { id = s2, who = w, claim "
                    "= "
                    "c, date = 2027-02-01, supersedes = s1 }",
                    ", as_of = " + as_of)
            .statements[0]
            .is_superseded;
    };
    EXPECT_FALSE(superseded("2027-01-15"));
    EXPECT_TRUE(superseded("2027-02-01"));
}

TEST(BindStatement, RefusesTheRest) {
    EXPECT_EQ(refused("{ who = w, claim = c }"), "said[0]: a statement has no `id`; write id = "
                                                 "\"s1\"\n");
    EXPECT_EQ(refused("{ id = s1, who = w }"), "said[0]: statement `s1` has no `claim`\n");
    EXPECT_EQ(refused("{ id = s1, claim = c }"),
              "said[0]: statement `s1` has neither `who` nor `person`; say who said it, or "
              "attribution = \"narrator\"\n");
    EXPECT_EQ(refused("{ id = s1, who = w, claim = c }, { id = s1, who = w, claim = c }"),
              "said[1].id: two statements have the id `s1`\n");
    EXPECT_EQ(refused("{ id = s1, who = w, claim = c, relays = s1 }"),
              "said[0]: statement `s1` refers to itself\n");
    EXPECT_EQ(refused("{ id = s1, who = w, claim = c, use = binds }"),
              "said[0].use: `use` says how a judgement counts, but there is none; add `judgement`, "
              "or drop `use`\n");
    EXPECT_EQ(refused("{ id = s1, who = w, claim = c, date = 2027-02-01 }, { id = s2, who = w, "
                      "claim = c, date = 2027-01-01, supersedes = s1 }"),
              "said[1]: statement `s2` supersedes `s1`, which is of a later day; swap them, or "
              "correct a date\n");
    EXPECT_EQ(refused("{ id = s1, who = w, claim = c, confidence = \"\" }"),
              "said[0].confidence: `confidence` cannot be ``; known: low, moderate, high\n");
    EXPECT_EQ(refused("{ id = s1, who = w, claim = c, visibility = secret }"),
              "said[0].visibility: visibility cannot be `secret`; known: public, mediator, "
              "party:ID\n");
    EXPECT_EQ(refused("{ id = s1, who = w, claim = c, visibility = \"party:coda\" }"),
              "said[0].visibility: unknown party `coda`; known: alta, bera\n");
}

Entry entry(const std::string& statements, const std::string& address,
            const std::string& more = "") {
    const Case negotiation = said(statements, more);
    return negotiation.entry(*negotiation.find_entry(address));
}

TEST(BindEntry, RestsOnTheStatementsUnderIt) {
    const std::string s1 = "{ id = s1, who = w, claim = c, ";
    EXPECT_EQ(entry("", "fallback.alta").basis, Basis::assumed);
    EXPECT_EQ(entry(s1 + "suggests = fallback.alta }", "fallback.alta").basis, Basis::inferred);
    EXPECT_EQ(entry(s1 + "supports = fallback.alta }", "fallback.alta").basis, Basis::reported);
    EXPECT_EQ(
        entry(s1 + "supports = fallback.alta, suggests = fallback.alta }", "fallback.alta").basis,
        Basis::reported);
    EXPECT_EQ(entry(s1 + "supports = fallback.alta, date = 2027-05-01 }", "fallback.alta",
                    ", as_of = 2027-01-01")
                  .basis,
              Basis::assumed);
}

TEST(BindEntry, IsNamedByTheBeginningOfItsAddress) {
    const std::string below = "{ id = s1, who = w, claim = c, supports = issue.x.stance.alta }";
    EXPECT_EQ(entry(below, "issue.x.stance.alta.a").supported_by.size(), 1U);
    EXPECT_EQ(entry(below, "issue.x.stance.alta.b").supported_by.size(), 1U);
    EXPECT_TRUE(entry(below, "issue.x.weight.alta").supported_by.empty());
    EXPECT_EQ(refused("{ id = s1, who = w, claim = c, supports = [fallback.alta, fallback.bera] }"),
              "said[0].supports[1]: statement `s1` names `fallback.bera`, but there is no such "
              "entry; did you mean `fallback.alta`?\n");
}

TEST(BindEntry, IsSetByHand) {
    const Entry noted = entry("", "fallback.alta",
                              ", entry = [{ at = fallback.alta, basis = reported, firmness = "
                              "tested }]");
    EXPECT_EQ(noted.basis, Basis::reported);
    EXPECT_EQ(noted.firmness, Firmness::tested);
    EXPECT_EQ(
        testing::complaints_about(start + "], entry = [{ at = fallback.beta }, { basis = "
                                          "reported }, { at = fallback.alta }, { at = "
                                          "fallback.alta }]"),
        "entry[0].at: [[entry]] names `fallback.beta`, but there is no such entry; did you "
        "mean `fallback.alta`?\n"
        "entry[1]: [[entry]] has no `at`\n"
        "entry[3].at: two [[entry]] speak of `fallback.alta`; put all that is to be said into "
        "one\n");
}

TEST(BindEntry, WhatIsSaidOfItAloneHoldsAgainstWhatIsSaidOfAll) {
    const std::string alone = "{ at = issue.x.stance.alta.a, firmness = tested }";
    const std::string all = "{ at = issue.x.stance.alta, firmness = suspected, basis = inferred }";
    for (const std::string& notes : {alone + ", " + all, all + ", " + alone}) {
        const std::string more = ", entry = [" + notes + "]";
        EXPECT_EQ(entry("", "issue.x.stance.alta.a", more).firmness, Firmness::tested);
        EXPECT_EQ(entry("", "issue.x.stance.alta.a", more).basis, Basis::inferred);
        EXPECT_EQ(entry("", "issue.x.stance.alta.b", more).firmness, Firmness::suspected);
    }
}

} // namespace
} // namespace unbracket
