#include "unbracket/report/lint_phrase.hpp"
#include "unbracket/report/lint_text.hpp"

#include "tests/support/case_sketch.hpp"
#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::shown;

Case talks() {
    return testing::case_of(
        "title = \"A stubborn dispute\", as_of = 2027-05-01, party = { alta.name = Alta, bera.name "
        "= Bera }, issue.x = { option = [a, b], weight = { alta = 10, bera = 10 }, stance = { alta "
        "= { a = redline, b = 50 }, bera = { a = 40, b = 60 } } }, fallback = { alta = 5, bera = 5 "
        "}, limit = [{ id = l, party = alta, never.x = a }, { id = m, party = alta, if.x = a, "
        "needs "
        "= { x = b } }], draft.d.title = \"Alta and Bera\", alternative.q = { question = \"Does "
        "Bera mean it?\", no = {}, yes = {} }, said = [{ id = s1, who = w, claim = c, date = "
        "2026-01-01, supports = fallback.alta }, { id = s2, who = w, speaks_for = alta, "
        "attribution "
        "= named, claim = c, supports = fallback.bera }, { id = s3, who = w, claim = c, suggests = "
        "fallback.bera }]");
}

template <class Found>
std::string first_sentence(const std::vector<Found>& found) {
    EXPECT_FALSE(found.empty());
    return found.empty() ? "" : linting::sentence(talks(), found.front());
}

TEST(LintSentences, SayWhatMayStandInsteadOfAWord) {
    EXPECT_EQ(first_sentence(lint(talks()).loaded_words),
              "title says \"stubborn\"; without taking sides: what is not accepted.");
}

TEST(LintSentences, SayWhoStandsUnderAnEntry) {
    const LintResult result = lint(talks());
    ASSERT_EQ(result.one_sided.size(), 2U);
    EXPECT_EQ(linting::sentence(talks(), result.one_sided[0]),
              "Under fallback.alta stand only speakers without a name: s1.");
    EXPECT_EQ(
        linting::sentence(talks(), result.one_sided[1]),
        "Under fallback.bera stand only speakers without a name or for other parties that are "
        "counted: s2 and s3.");
    OneSided adverse = result.one_sided[1];
    adverse.kind = OneSidedKind::adverse;
    EXPECT_EQ(linting::sentence(talks(), adverse),
              "Under fallback.bera stand only speakers for other parties that are counted: s2 and "
              "s3.");
}

TEST(LintSentences, SayWhoIsNamed) {
    const LintResult result = lint(talks());
    ASSERT_EQ(result.named_parties.size(), 2U);
    EXPECT_EQ(linting::sentence(talks(), result.named_parties[0]),
              "The title of draft.d names Alta and Bera; an id and a date name nobody.");
    EXPECT_EQ(linting::sentence(talks(), result.named_parties[1]),
              "The question alternative.q names Bera.");
}

TEST(LintSentences, SayWhichLimitStandsTwice) {
    const DoubledLimit same = lint(talks()).doubled_limits.at(0);
    EXPECT_EQ(linting::sentence(talks(), same),
              "issue.x.stance.alta.a and limit.l exclude the same.");
    const DoubledLimit inside{same.wider, same.narrower, false};
    EXPECT_EQ(linting::sentence(talks(), inside),
              "limit.l excludes nothing that issue.x.stance.alta.a does not exclude already.");
}

TEST(LintSentences, SayHowOldTheLatestStatementIs) {
    EXPECT_EQ(first_sentence(lint(talks()).ageing),
              "The latest statement under fallback.alta, s1, is 485 days old.");
}

TEST(LintText, ShowsWordsNamesAndSupportInSectionsOfTheirOwn) {
    const Case negotiation = talks();
    const std::string text =
        lint_text(negotiation, lint(negotiation), {.width = 160}, LintDetail::full);
    std::size_t before = 0;
    for (const char* heading :
         {"\nTWICE ", "\nONE SIDE ", "\nOLD ", "\nBARE ", "\nNOT SAID ", "\nWORDS ", "\nNAMES "}) {
        const std::size_t at = text.find(heading);
        ASSERT_NE(at, std::string::npos) << heading << text;
        EXPECT_GT(at, before) << heading;
        before = at;
    }
    EXPECT_TRUE(holds(text, "BARE      5 single numbers without a statement, where a range would "
                            "say how far it is known.\n          - issue.x.weight.alta\n"))
        << text;
}

TEST(LintJson, HoldsWordsNamesAndSupport) {
    const Case negotiation = talks();
    const Node data = lint_json(negotiation, lint(negotiation));
    EXPECT_EQ(shown(data.find("loaded_words")->items.at(0), "word"), "\"stubborn\"");
    EXPECT_EQ(shown(data.find("one_sided")->items.at(0), "kind"), "\"unnamed\"");
    EXPECT_EQ(shown(data.find("one_sided")->items.at(1), "kind"), "\"mixed\"");
    EXPECT_EQ(shown(data.find("named_parties")->items.at(0), "name"), "\"draft.d\"");
    EXPECT_EQ(shown(data.find("doubled_limits")->items.at(0), "same"), "true");
    EXPECT_EQ(shown(data.find("ageing")->items.at(0), "days"), "485");
    EXPECT_EQ(data.find("bare_numbers")->items.size(), 5U);
}

} // namespace
} // namespace unbracket
