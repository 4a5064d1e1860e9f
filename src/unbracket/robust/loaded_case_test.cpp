#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/regimes.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::shown;

/// One party whose value without agreement rises twice.
const std::string rising =
    "{ unbracket = 1, title = T, party.alta = {}, issue.x = { option = [a], score.alta.a = 5 }, "
    "fallback.alta = 1, change = [{ date = 2026-02-01, set.\"fallback.alta\" = 2 }, "
    "{ date = 2026-04-01, set.\"fallback.alta\" = 3 }] }";

LoadedCase loaded_at(const std::string& text, const std::optional<Date>& as_of) {
    Result<LoadedCase> loaded = load_case(parse_setting_value(text), as_of);
    EXPECT_TRUE(loaded) << (loaded ? "" : to_string(loaded.problems().front()));
    return loaded ? std::move(loaded).value() : LoadedCase{};
}

std::string fallback_of(const LoadedCase& loaded) {
    return shown(loaded.document, "fallback.alta");
}

TEST(LoadCase, AppliesChangesUpToItsDate) {
    EXPECT_EQ(fallback_of(loaded_at(rising, parse_date("2026-01-31"))), "1");
    EXPECT_EQ(fallback_of(loaded_at(rising, parse_date("2026-02-01"))), "2");
    EXPECT_EQ(fallback_of(loaded_at(rising, parse_date("2026-03-31"))), "2");
    EXPECT_EQ(fallback_of(loaded_at(rising, std::nullopt)), "3");
}

TEST(LoadCase, NamesEveryProblem) {
    const auto loaded = load_case(parse_setting_value("{ unbracket = 1, party.alta = {}, "
                                                      "issue.x = { option = [a], weight.berra = 1, "
                                                      "stance.alta.z = 1 } }"));
    ASSERT_FALSE(loaded);
    EXPECT_GE(loaded.problems().size(), 2U);
}

TEST(SettledDocument, HoldsPastChangesInItsEntriesAndKeepsLaterOnes) {
    const Node document = settled_document(loaded_at(rising, parse_date("2026-03-01")));
    EXPECT_EQ(shown(document, "fallback.alta"), "2");
    ASSERT_NE(document.find("change"), nullptr);
    EXPECT_EQ(document.find("change")->items.size(), 1U);
    EXPECT_TRUE(holds(shown(document, "change"), "2026-04-01"));
}

TEST(SettledDocument, DropsTheListOfChangesOnceNoneIsLeft) {
    const Node document = settled_document(loaded_at(rising, std::nullopt));
    EXPECT_EQ(shown(document, "fallback.alta"), "3");
    EXPECT_EQ(document.find("change"), nullptr);
    EXPECT_EQ(document.find("as_of"), nullptr);
}

TEST(SettledDocument, PutsItsDateBehindTheTitle) {
    const Node document = settled_document(loaded_at(rising, parse_date("2026-03-01")));
    ASSERT_GE(document.members.size(), 3U);
    EXPECT_EQ(document.members[2].key, "as_of");
    EXPECT_EQ(shown(document, "as_of"), "\"2026-03-01\"");
}

TEST(SettledDocument, IsTheSameCaseReadAgain) {
    for (const char* date : {"2026-01-01", "2026-03-01", "2026-05-01"}) {
        const LoadedCase loaded = loaded_at(rising, parse_date(date));
        Result<LoadedCase> again = load_case(settled_document(loaded));
        ASSERT_TRUE(again) << date;
        EXPECT_EQ(fallback_of(again.value()), fallback_of(loaded)) << date;
        EXPECT_EQ(again.value().negotiation.as_of, loaded.negotiation.as_of) << date;
    }
}

std::vector<Setting> setting(const std::string& address, const std::string& value) {
    return {{address, parse_setting_value(value), {}}};
}

TEST(WithChanges, DoesNotMakeUpOptionsThatWereReported) {
    const LoadedCase loaded = loaded_at(
        "{ unbracket = 1, title = T, party.alta = {}, issue.x = { option = [a, b, c], weight.alta "
        "= 1, stance.alta = { a = 50, b = 60, c = 70 } }, said = [{ id = s, who = w, attribution = "
        "official, kind = claim, claim = c, supports = [issue.x.stance.alta.a, "
        "issue.x.stance.alta.b] }] }",
        std::nullopt);
    const auto changed = with_changes(loaded, setting("issue.x.stance.alta.a", "9"));
    ASSERT_TRUE(changed);
    const auto again = with_changes(changed.value(), setting("issue.x.stance.alta.b", "9"));
    ASSERT_TRUE(again);
    for (const LoadedCase* each : {&loaded, &changed.value(), &again.value()}) {
        const std::vector<IssueOption> invented = find_invented(each->negotiation).options;
        EXPECT_EQ(invented, (std::vector<IssueOption>{{IssueId(0), OptionId(2)}}));
    }
}

TEST(WithChanges, SetsEntriesThatNoDatedChangeOverrides) {
    const LoadedCase loaded = loaded_at(rising, parse_date("2026-03-01"));
    const auto changed = with_changes(loaded, setting("fallback.alta", "9"));
    ASSERT_TRUE(changed);
    EXPECT_EQ(fallback_of(changed.value()), "9");
    EXPECT_EQ(fallback_of(loaded), "2") << "the case itself stays";
}

TEST(WithChanges, OfAWrongAddressOrValueNamesTheProblem) {
    const LoadedCase loaded = loaded_at(rising, std::nullopt);
    EXPECT_FALSE(with_changes(loaded, setting("fallback.berta", "9")));
    EXPECT_FALSE(with_changes(loaded, setting("fallback.alta", "\"tall\"")));
}

TEST(WithChanges, ForgetsTheBasisOfANumberThatIsSetAnew) {
    const LoadedCase loaded =
        loaded_at("{ unbracket = 1, party.alta = {}, issue.x = { option = [a], score.alta.a = 5 }, "
                  "fallback.alta = 1, entry = [{ at = fallback.alta, basis = reported }] }",
                  std::nullopt);
    const auto basis = [](const LoadedCase& of) {
        return of.negotiation.entry(testing::entry_of(of.negotiation, "fallback.alta")).basis;
    };
    EXPECT_EQ(basis(loaded), Basis::reported);
    const auto changed = with_changes(loaded, setting("fallback.alta", "2"));
    ASSERT_TRUE(changed);
    EXPECT_EQ(basis(changed.value()), Basis::assumed);
    const auto same = with_changes(loaded, setting("fallback.alta", "1"));
    ASSERT_TRUE(same);
    EXPECT_EQ(basis(same.value()), Basis::reported);
}

} // namespace
} // namespace unbracket
