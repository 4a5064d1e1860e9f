#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/robust/evidence.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <array>

namespace unbracket {
namespace {

using testing::bound_value;
using testing::entry_of;
using testing::loaded_value;
using testing::weirs;
using testing::weirs_but;

struct Phrased {
    const char* address;
    const char* phrase;
};

/// The sample with changes.
Case weirs_with(const std::vector<std::pair<std::string, std::string>>& set) {
    return loaded_value(weirs, set).negotiation;
}

std::vector<EntryId> entries_of(const Case& negotiation,
                                const std::vector<std::string>& addresses) {
    std::vector<EntryId> entries;
    for (const std::string& address : addresses) {
        entries.push_back(entry_of(negotiation, address));
    }
    return entries;
}

TEST(EntryPhrase, NamesOwnerThingAndIssueForEveryKind) {
    constexpr std::array phrases = {
        Phrased{"issue.share.weight.alta", "how much \"Share of the water\" weighs for Alta"},
        Phrased{"issue.share.curve.alta.ideal", "Alta's \"ideal\" at 60 % (Share of the water)"},
        Phrased{"issue.share.curve.alta.redline",
                "Alta's red line on \"Share of the water\" (below 20 %)"},
        Phrased{"issue.share.curve.bera.redline",
                "the Bera Towns' red line on \"Share of the water\" (none)"},
        Phrased{"issue.inspect.stance.alta.joint",
                "Alta's stance on \"joint teams\" (Inspection of the weirs)"},
        Phrased{"issue.inspect.stance.alta.third",
                "Alta's red line against \"teams from Coda\" (Inspection of the weirs)"},
        Phrased{"issue.inspect.score.dela.no",
                "Dela's score for \"none\" (Inspection of the weirs)"},
        Phrased{"issue.inspect.score.dela.joint",
                "Dela's red line against \"joint teams\" (Inspection of the weirs)"},
        Phrased{"issue.inspect.stance.bera",
                "the Bera Towns' order of the options of \"Inspection of the weirs\""},
        Phrased{"issue.term.stance.alta.five", "Alta's stance on \"five\" (term)"},
        Phrased{"order.weight.alta", "Alta's order of the issues by weight"},
        Phrased{"fallback.coda", "what Coda has without agreement (12.5)"},
        Phrased{"intent.bera", "whether the Bera Towns wants an agreement"},
        Phrased{"rule.ladder", "the rule \"No term without inspection\""},
        Phrased{"rule.few", "the rule \"few\""},
        Phrased{"limit.teams", "Alta's limit \"Teams only with the term\""},
        Phrased{"limit.all-water", "the Bera Towns' limit \"all-water\""},
        Phrased{"limit.floor", "the norm \"Everybody drinks\""},
        Phrased{"bonus.pair", "what a combination adds for Alta (bonus.pair)"},
        Phrased{"risk.leak", "what the Bera Towns may lose afterwards (risk.leak)"},
    };
    const Case negotiation = bound_value(weirs);
    for (const Phrased& expected : phrases) {
        EXPECT_EQ(entry_phrase(negotiation, entry_of(negotiation, expected.address)),
                  expected.phrase);
    }
}

TEST(EntryPhrase, IsThereForEveryEntryAndNamesNoId) {
    const Case negotiation = bound_value(weirs);
    for (std::size_t i = 0; i < negotiation.entries.size(); ++i) {
        const std::string phrase = entry_phrase(negotiation, EntryId(i));
        EXPECT_FALSE(phrase.empty());
        EXPECT_EQ(phrase.find("alta"), std::string::npos) << phrase;
        EXPECT_EQ(phrase.find("bera"), std::string::npos) << phrase;
    }
}

TEST(EntryPhrase, PutsEachComparisonOfARedLineInWords) {
    constexpr std::array comparisons = {
        Phrased{"< 20", "(below 20 %)"}, Phrased{"<= 20", "(up to 20 %)"},
        Phrased{"> 50", "(above 50 %)"}, Phrased{">= 50", "(from 50 %)"}};
    for (const auto& [written, words] : comparisons) {
        const Case negotiation = weirs_with({{"issue.share.curve.alta.redline", written}});
        const std::string phrase =
            entry_phrase(negotiation, entry_of(negotiation, "issue.share.curve.alta.redline"));
        EXPECT_TRUE(phrase.ends_with(words)) << phrase;
    }
}

TEST(IsLimit, HoldsForWhatCannotBeOutweighed) {
    const Case negotiation = bound_value(weirs);
    for (const char* address :
         {"issue.share.curve.alta.redline", "issue.inspect.stance.alta.third",
          "issue.inspect.score.dela.joint", "limit.teams", "limit.floor", "rule.few"}) {
        EXPECT_TRUE(is_limit(negotiation, entry_of(negotiation, address))) << address;
    }
    for (const char* address :
         {"issue.share.weight.alta", "issue.share.curve.alta.ideal", "issue.inspect.stance.alta.no",
          "issue.inspect.score.dela.no", "fallback.alta", "bonus.pair", "risk.leak", "intent.bera",
          "order.weight.alta"}) {
        EXPECT_FALSE(is_limit(negotiation, entry_of(negotiation, address))) << address;
    }
}

TEST(IsLimit, DoesNotHoldForARedLineThatIsOpened) {
    const Case negotiation = bound_value(weirs);
    EXPECT_FALSE(is_limit(negotiation, entry_of(negotiation, "issue.share.curve.bera.redline")));
}

TEST(BasisPhrase, TellsWhoseWordsAnEntryRestsOn) {
    constexpr std::array phrases = {
        Phrased{"issue.share.curve.alta.redline", "in its own words"},
        Phrased{"issue.inspect.stance.alta.third", "said by others"},
        Phrased{"issue.share.weight.alta", "inferred"},
        Phrased{"issue.share.weight.bera", "assumed"},
        Phrased{"limit.teams", "assumed, declared"},
    };
    const Case negotiation = bound_value(weirs);
    for (const Phrased& expected : phrases) {
        EXPECT_EQ(basis_phrase(negotiation, entry_of(negotiation, expected.address)),
                  expected.phrase);
    }
}

TEST(BasisPhrase, OfWhatBelongsToNobodyIsReported) {
    const Case negotiation = bound_value(
        weirs_but(R"(["issue.inspect.stance.alta.third"])", R"([rule.few, limit.floor])"));
    for (const char* address : {"rule.few", "limit.floor"}) {
        EXPECT_EQ(basis_phrase(negotiation, entry_of(negotiation, address)), "reported");
    }
}

TEST(BasisPhrase, NamesEachFirmness) {
    constexpr std::array firmnesses = {
        Phrased{"declared", "assumed, declared"}, Phrased{"long_held", "assumed, long held"},
        Phrased{"tested", "assumed, tested"}, Phrased{"suspected", "assumed, suspected"}};
    for (const auto& [written, words] : firmnesses) {
        const Case negotiation = weirs_with({{"limit.teams.firmness", written}});
        EXPECT_EQ(basis_phrase(negotiation, entry_of(negotiation, "limit.teams")), words);
    }
}

TEST(EntryWithBasis, KeepsToOnePairOfParentheses) {
    const Case negotiation = bound_value(weirs);
    EXPECT_EQ(entry_with_basis(negotiation, entry_of(negotiation, "limit.teams")),
              "Alta's limit \"Teams only with the term\" (assumed, declared)");
    EXPECT_EQ(entry_with_basis(negotiation, entry_of(negotiation, "fallback.coda")),
              "what Coda has without agreement (12.5; assumed)");
}

TEST(FallbackPhrase, NamesWhatHoldsAtTheDate) {
    const Case negotiation = bound_value(weirs);
    EXPECT_EQ(fallback_phrase(negotiation, *negotiation.find_party("alta")),
              "as good as \"First text\"");
    EXPECT_EQ(fallback_phrase(negotiation, *negotiation.find_party("bera")), "30..45");
    EXPECT_EQ(fallback_phrase(negotiation, *negotiation.find_party("coda")), "12.5");
    EXPECT_EQ(fallback_phrase(negotiation, *negotiation.find_party("dela")),
              "not entered: from its worst to its best");
}

TEST(FallbackPhrase, IsAWordOrAnIdWhereTheFileHasNoMore) {
    const Case early = bound_value(weirs_but("as_of = 2026-05-01", "as_of = 2026-03-31"));
    EXPECT_EQ(fallback_phrase(early, *early.find_party("bera")), "bad");
    const Case untitled = weirs_with({{"fallback.alta", "{ draft = second }"}});
    EXPECT_EQ(fallback_phrase(untitled, *untitled.find_party("alta")), "as good as second");
}

TEST(StatementsPhrase, NamesSpeakerDateAndClaim) {
    const Case negotiation = bound_value(weirs);
    EXPECT_EQ(
        statements_phrase(negotiation, entry_of(negotiation, "issue.share.curve.alta.redline")),
        "s1, clerk of Alta, 1 Mar 2026: \"not below twenty\"");
    EXPECT_EQ(
        statements_phrase(negotiation, entry_of(negotiation, "issue.inspect.stance.alta.third")),
        "s2, a clerk of Coda, 2 Apr 2026: \"no teams from Coda\"");
    EXPECT_EQ(statements_phrase(negotiation, entry_of(negotiation, "rule.few")), "");
}

TEST(StatementsPhrase, LeavesOutWhatDoesNotExistYet) {
    const Case early = bound_value(weirs_but("as_of = 2026-05-01", "as_of = 2026-03-15"));
    EXPECT_EQ(statements_phrase(early, entry_of(early, "issue.inspect.stance.alta.third")), "");
}

TEST(AllAssumed, NeedsEveryEntryToBe) {
    const Case negotiation = bound_value(weirs);
    EXPECT_TRUE(all_assumed(negotiation, entries_of(negotiation, {"rule.few", "fallback.coda"})));
    EXPECT_FALSE(
        all_assumed(negotiation, entries_of(negotiation, {"rule.few", "issue.share.weight.alta"})));
    EXPECT_TRUE(all_assumed(negotiation, {}));
}

} // namespace
} // namespace unbracket
