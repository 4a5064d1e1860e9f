// What lint says about words, titles, and what stands under entries.

#include "unbracket/robust/lint.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

Case talks(const std::string& more) {
    return testing::case_of(
        "as_of = 2027-05-01, party = { alta = { name = Alta, names = [\"the "
        "upper state\"] }, bera.name = Bera, coda = { name = Coda, role = "
        "mediator } }, issue = { x = { option = [a, b, c], weight = { alta = "
        "10, bera = 10 } }, n = { range = { min = 1, max = 5, step = 1 } } }, " +
        more);
}

template <class Things, class Tell>
std::string told(const Things& things, Tell tell) {
    std::string all;
    for (const auto& thing : things) {
        all += (all.empty() ? "" : "; ") + tell(thing);
    }
    return all;
}

std::string words(const std::string& more, const LintOptions& options = {}) {
    return told(lint(talks(more), options).loaded_words,
                [](const LoadedWord& one) { return one.place + ": " + one.advice.word; });
}

TEST(LoadedWords, AreFoundAsWholeWordsInTheAnalystsTexts) {
    EXPECT_EQ(words("title = \"A Brutal talk\", draft.d.title = \"surrender-terms\", "
                    "limit = [{ id = l, party = alta, title = \"no puppets\", never.x = a }]"),
              "title: brutal; draft.d.title: surrender");
    EXPECT_EQ(words("said = [{ id = s1, who = w, claim = \"the so-called talks\" }, "
                    "{ id = s2, who = w, claim = \"so-called\", kind = framing }]"),
              "said.s1.claim: so-called");
    EXPECT_EQ(words("title = \"brutalité, unbrutal\""), "");
}

TEST(LoadedWords, AreThoseGiven) {
    EXPECT_EQ(words("title = \"a brutal heist\"",
                    {.words = std::vector<WordAdvice>{{"heist", "a taking"}}}),
              "title: heist");
    EXPECT_EQ(words("title = \"a brutal heist\"", {.words = std::vector<WordAdvice>{}}), "");
}

std::string bare(const std::string& more) {
    const Case negotiation = talks(more);
    return told(lint(negotiation).bare_numbers,
                [&](EntryId id) { return negotiation.entry(id).address; });
}

TEST(BareNumbers, AreSingleAndStandOnNothing) {
    EXPECT_EQ(bare("fallback = { alta = 5, bera = [5, 6], coda = bad }"),
              "issue.x.weight.alta; issue.x.weight.bera; fallback.alta");
    EXPECT_EQ(bare("issue.x.stance.alta = { a = 5, b = redline, c = [1, 2] }, fallback.alta = 5, "
                   "bonus = [{ party = alta, when.x = a, value = 3 }], "
                   "risk = [{ party = alta, option.x = a, loss = [1, 2] }], "
                   "said = [{ id = s, who = w, claim = c, suggests = [fallback.alta, "
                   "issue.x.weight.alta, issue.x.weight.bera] }]"),
              "issue.x.stance.alta.a; bonus.1");
}

std::string one_sided(const std::string& said) {
    const Case negotiation = talks("fallback = { alta = 5, bera = 5 }, said = [" + said + "]");
    const char* const kinds[] = {"unnamed", "adverse", "mixed"};
    return told(lint(negotiation).one_sided, [&](const OneSided& one) {
        return negotiation.entry(one.entry).address + " " +
               kinds[static_cast<std::size_t>(one.kind)] + " " +
               std::to_string(one.statements.size());
    });
}

TEST(OneSided, EntriesHaveNoNameOrOnlyTheOtherSideUnderThem) {
    EXPECT_EQ(one_sided("{ id = a, who = w, claim = c, supports = fallback.alta }, "
                        "{ id = b, who = w, claim = c, suggests = fallback.alta }"),
              "fallback.alta unnamed 2");
    EXPECT_EQ(one_sided("{ id = a, who = w, speaks_for = bera, attribution = named, claim = c, "
                        "supports = fallback.alta }"),
              "fallback.alta adverse 1");
    EXPECT_EQ(one_sided("{ id = a, who = w, speaks_for = bera, attribution = named, claim = c, "
                        "supports = fallback.alta }, "
                        "{ id = b, who = w, claim = c, supports = fallback.alta }"),
              "fallback.alta mixed 2");
    EXPECT_EQ(one_sided("{ id = a, who = w, speaks_for = bera, attribution = named, claim = c, "
                        "supports = [fallback.alta, fallback.bera] }, "
                        "{ id = b, who = w, speaks_for = coda, attribution = named, claim = c, "
                        "supports = fallback.alta }"),
              "");
    EXPECT_EQ(one_sided("{ id = a, attribution = expert, who = w, claim = c, "
                        "supports = fallback.alta }"),
              "");
}

std::string named(const std::string& more) {
    const Case negotiation = talks(more);
    return told(lint(negotiation).named_parties, [&](const NamedParties& one) {
        std::string text = std::holds_alternative<DraftId>(one.thing) ? "draft" : "question";
        for (const PartyId party : one.parties) {
            text += " " + negotiation.party(party).key;
        }
        return text;
    });
}

TEST(NamedParties, AreFoundInTitlesOfDraftsAndInQuestions) {
    EXPECT_EQ(named("draft = { d.title = \"Coda's text for the upper state\", e.title = Altair }, "
                    "alternative.q = { question = \"Does Bera mean it?\", no = {}, yes = {} }"),
              "draft alta coda; question bera");
}

std::string ageing(const std::string& said, const LintOptions& options = {}) {
    const Case negotiation = talks("fallback.alta = 5, said = [" + said + "]");
    return told(lint(negotiation, options).ageing, [&](const AgeingEntry& one) {
        return negotiation.entry(one.entry).address + " " + negotiation.statement(one.latest).key +
               " " + std::to_string(one.days);
    });
}

TEST(Ageing, GoesByTheLatestStatementUnderAnEntry) {
    const std::string old = "{ id = a, who = w, claim = c, supports = fallback.alta, "
                            "date = 2026-05-01 }";
    EXPECT_EQ(ageing(old), "fallback.alta a 365");
    EXPECT_EQ(ageing(old, {.ageing_days = 365}), "");
    EXPECT_EQ(ageing(old + ", { id = b, who = w, claim = c, suggests = fallback.alta, "
                           "date = 2027-04-01 }"),
              "");
    EXPECT_EQ(ageing(old + ", { id = b, who = w, claim = c, suggests = fallback.alta }"),
              "fallback.alta a 365");
    EXPECT_EQ(ageing("{ id = a, who = w, claim = c, supports = fallback.alta, date = 2024-02-28 "
                     "}"),
              "fallback.alta a 1158");
}

std::string doubled(const std::string& more) {
    const Case negotiation = talks(more);
    return told(lint(negotiation).doubled_limits, [&](const DoubledLimit& one) {
        return negotiation.entry(one.wider).address + (one.is_same ? " = " : " > ") +
               negotiation.entry(one.narrower).address;
    });
}

std::string limits(const std::string& elements) {
    return doubled("limit = [" + elements + "]");
}

TEST(DoubledLimits, ExcludeTheSameInTwoForms) {
    EXPECT_EQ(limits("{ id = l, party = alta, never.x = [a, b] }, "
                     "{ id = m, party = alta, needs.x = c }"),
              "limit.l = limit.m");
    EXPECT_EQ(limits("{ id = l, party = alta, if.x = a, never.n = 1 }, "
                     "{ id = m, party = alta, if.n = 1, never.x = a }"),
              "limit.l = limit.m");
    EXPECT_EQ(doubled("issue.n.curve.alta = { ideal = 1, redline = \"> 3\" }, "
                      "issue.n.weight.alta = 5, "
                      "limit = [{ id = l, party = alta, never.n = [4, 5] }]"),
              "issue.n.curve.alta.redline = limit.l");
}

TEST(DoubledLimits, SayNothingNewWhereTheyLieInsideAnother) {
    EXPECT_EQ(limits("{ id = l, party = alta, if.n = 1, never.x = a }, "
                     "{ id = m, party = alta, never.x = [a, b] }"),
              "limit.m > limit.l");
    EXPECT_EQ(doubled("issue.x.stance.alta = { a = redline, b = 5, c = 5 }, "
                      "limit = [{ id = l, party = alta, needs.x = c }]"),
              "limit.l > issue.x.stance.alta.a");
    EXPECT_EQ(limits("{ id = l, party = alta, needs = { x = a, n = 1 } }, "
                     "{ id = m, party = alta, needs.n = 1 }"),
              "limit.l > limit.m");
}

TEST(DoubledLimits, StandInTheOrderOfTheFile) {
    EXPECT_EQ(
        limits("{ id = l, party = bera, never.x = a }, { id = m, party = alta, never.x = b }, "
               "{ id = n, party = alta, needs.x = [a, c] }, "
               "{ id = o, party = bera, needs.x = [b, c] }"),
        "limit.l = limit.o; limit.m = limit.n");
}

TEST(DoubledLimits, AreOfOnePartyAndInForce) {
    EXPECT_EQ(limits("{ id = l, party = alta, never.x = a }, "
                     "{ id = m, party = bera, never.x = a }, "
                     "{ id = n, party = alta, never.x = a, status = off }, "
                     "{ id = o, party = norm, never.x = a }"),
              "");
    EXPECT_EQ(limits("{ id = l, party = alta, never.x = a }, "
                     "{ id = m, party = alta, never.x = b }"),
              "");
}

TEST(LoadedWords, OfTheCaseItselfAddChangeAndTakeOutWords) {
    EXPECT_EQ(words("title = \"a heist and an ultimatum\", words.loaded = { Heist = \"a taking\", "
                    "ultimatum = false }"),
              words("title = \"a heist\", words.loaded.heist = \"a taking\""));
    EXPECT_NE(words("title = \"a heist\", words.loaded.heist = \"a taking\""), "");
    EXPECT_EQ(words("title = \"a heist\", words.loaded.heist = \"a taking\"",
                    {.words = std::vector<WordAdvice>{}}),
              "");
}

} // namespace
} // namespace unbracket
