// What lint says about statements and about what is recorded and never used.

#include "unbracket/robust/lint.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

LintResult linted(const std::string& more, Case& negotiation) {
    negotiation = testing::case_of("party = { alta = {}, bera = {} }, fallback.alta = 1, "
                                   "issue.x = { option = [a, b] }, draft.d = {}, " +
                                   more);
    return lint(negotiation);
}

std::string without_statement(const std::string& more) {
    Case negotiation;
    std::string all;
    for (const EntryId entry : linted(more, negotiation).without_statement) {
        all += (all.empty() ? "" : " ") + negotiation.entry(entry).address;
    }
    return all;
}

TEST(LintEvidence, NamesEntriesWithoutAnyStatement) {
    EXPECT_EQ(without_statement("intent.bera = seeks"), "fallback.alta intent.bera");
    EXPECT_EQ(without_statement("intent.bera = seeks, said = [{ id = s1, who = w, claim = c, "
                                "suggests = fallback.alta }]"),
              "intent.bera");
    EXPECT_EQ(without_statement("intent.bera = seeks, said = [{ id = s1, who = w, claim = c, "
                                "supports = [fallback.alta, intent.bera] }]"),
              "");
}

std::string idle(const std::string& more) {
    Case negotiation;
    std::string all;
    for (const StatementId id : linted(more, negotiation).idle_statements) {
        all += (all.empty() ? "" : " ") + negotiation.statement(id).key;
    }
    return all;
}

TEST(LintEvidence, NamesStatementsThatLeadNowhere) {
    const auto one = [](const std::string& with) {
        return idle("said = [{ id = s1, who = w, claim = c" + with + " }]");
    };
    EXPECT_EQ(one(""), "s1");
    EXPECT_EQ(one(", supports = fallback.alta"), "");
    EXPECT_EQ(one(", suggests = fallback.alta"), "");
    EXPECT_EQ(one(", judgement.alta = \"accepts d\""), "");
    EXPECT_EQ(one(", points = x"), "");
    EXPECT_EQ(one(", kind = note"), "");
    EXPECT_EQ(one(", kind = question"), "");
    EXPECT_EQ(one(", kind = framing"), "");
    EXPECT_EQ(one(", kind = forecast"), "s1");
}

TEST(LintEvidence, CountsAStatementThatOthersReferTo) {
    const std::string said = "said = [{ id = s1, who = w, claim = c }, "
                             "{ id = s2, who = w, claim = c, ";
    for (const char* reference :
         {"relays = s1", "same_as = s1", "contradicts = s1", "supersedes = s1", "differs = s1"}) {
        EXPECT_EQ(idle(said + reference + " }]"), "") << reference;
    }
}

TEST(LintEvidence, CountsAStatementUnderWhatIsRecorded) {
    const std::string said = "said = [{ id = s1, who = w, claim = c }], ";
    for (const char* record :
         {"quantity.q.claims = [{ said = s1, value = 3 }]", "draft.e.said = s1",
          "document.t.said = s1", "driver = [{ said = s1 }]", "event = [{ said = s1 }]",
          "change = [{ date = 2027-01-01, said = s1, set = { \"fallback.alta\" = 2 } }]",
          "step = [{ first.x = a, then.x = b, said = s1 }]",
          "deadline = [{ pace = quick, said = s1 }]", "ratify = [{ party = alta, said = s1 }]"}) {
        EXPECT_EQ(idle(said + record), "") << record;
    }
}

std::string missing(const std::string& more) {
    Case negotiation;
    std::string all;
    for (const MissingAlternative& found : linted(more, negotiation).missing_alternatives) {
        all += negotiation.entry(found.entry).address + ": " +
               negotiation.statement(found.first).key + " " +
               negotiation.statement(found.second).key;
    }
    return all;
}

TEST(LintEvidence, AsksForAnAlternativeWhereStatementsUnderAnEntryClash) {
    const std::string said = "said = [{ id = s1, who = w, claim = c, supports = fallback.alta }, "
                             "{ id = s2, who = v, claim = d, contradicts = s1, ";
    EXPECT_EQ(missing(said + "supports = fallback.alta }]"), "fallback.alta: s1 s2");
    EXPECT_EQ(missing(said + "suggests = fallback.alta }]"), "fallback.alta: s1 s2");
    EXPECT_EQ(missing(said + "kind = claim }]"), "");
    EXPECT_EQ(missing(said + "supports = fallback.alta }], alternative.q = { question = q, "
                             "low = {}, high = { \"fallback.alta\" = 9 } }"),
              "");
}

std::string unused(const std::string& more) {
    const char* const kinds[] = {"driver",       "step",      "deadline", "ratification",
                                 "weight_order", "judgement", "source",   "person",
                                 "document",     "clause",    "off"};
    Case negotiation;
    std::string all;
    for (const Unused& found : linted(more, negotiation).unused) {
        all += (all.empty() ? "" : "; ") + std::string(kinds[static_cast<std::size_t>(found.kind)]);
        for (const std::string& name : found.names) {
            all += " `" + name + "`";
        }
    }
    return all;
}

TEST(LintUnused, NamesWhatNoVerdictUses) {
    EXPECT_EQ(
        unused("driver = [{ id = levy }, { title = t }], package = [{ sign = all }], "
               "step = [{ title = first, first.x = a, then.x = b }], "
               "deadline = [{ pace = quick }, { title = end, pace = slow }], "
               "ratify = [{ party = alta, by = \"the assembly\" }, { party = bera }], "
               "order.weight.alta = \"x\", said = [{ id = s1, who = w, claim = c, use = binds, "
               "judgement.alta = \"accepts d\" }]"),
        "driver `levy` `driver 2`; step `first`; "
        "deadline `deadline 1` `end`; ratification `the assembly` `ratification 2`");
}

TEST(LintUnused, NamesSourcesPersonsAndDocumentsThatNothingNames) {
    const std::string known = "source = { post = {}, radio = {} }, person = { ann = {}, bob = {}, "
                              "cid = {} }, document = { t = {}, u = {}, v = {}, w = {} }";
    EXPECT_EQ(unused(known), "source `post` `radio`; person `ann` `bob` `cid`; "
                             "document `t` `u` `v` `w`");
    EXPECT_EQ(unused(known +
                     ", said = [{ id = s1, person = ann, source = post, claim = c }], "
                     "event = [{ documents = t, people = { joined = bob, missing = cid } }], "
                     "issue.y = { option = [k], document = u }, "
                     "point.1 = { title = p, document = v }, "
                     "package = [{ sign = [[w]] }]"),
              "source `radio`");
}

TEST(LintUnused, NamesLimitsThatNothingSwitchesOn) {
    const std::string limit = "limit = [{ id = l, party = alta, never.x = a, status = off }]";
    EXPECT_EQ(unused(limit), "off `limit.l`");
    EXPECT_EQ(unused(limit + ", alternative.q = { question = q, no = {}, "
                             "yes = { \"limit.l\" = \"on\" } }"),
              "");
}

} // namespace
} // namespace unbracket
