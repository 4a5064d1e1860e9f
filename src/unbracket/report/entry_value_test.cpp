#include "unbracket/report/entry_value.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <array>

namespace unbracket {
namespace {

using testing::bound_value;
using testing::entry_of;
using testing::shown;
using testing::weirs;
using testing::weirs_but;

struct Written {
    const char* address;
    const char* value;
    const char* text;
};

void expect_written(const Case& negotiation, const Written& expected) {
    SCOPED_TRACE(expected.address);
    const EntryValue said = written_value(negotiation, entry_of(negotiation, expected.address));
    EXPECT_EQ(shown(said.value), expected.value);
    EXPECT_EQ(said.text, expected.text);
}

TEST(EntryValue, OfEveryKindIsDataAndWords) {
    constexpr std::array all = {
        Written{"issue.share.weight.alta", "\"high\"", "high"},
        Written{"issue.share.weight.bera", "[10, 30]", "10..30"},
        Written{"issue.share.curve.alta.tolerable", "30", "30"},
        Written{"issue.share.curve.alta.redline", "\"< 20\"", "< 20"},
        Written{"issue.share.curve.bera.redline", "\"none\"", "none"},
        Written{"issue.inspect.stance.alta.no", "\"ideal\"", "ideal"},
        Written{"issue.inspect.stance.alta.joint", "[40, 60]", "40..60"},
        Written{"issue.inspect.stance.alta.third", "\"redline\"", "red line (bad)"},
        Written{"issue.inspect.score.dela.no", "5", "5"},
        Written{"issue.inspect.score.dela.joint", "\"redline\"", "red line"},
        Written{"issue.inspect.stance.bera", "\"third > joint | no\"", "third > joint | no"},
        Written{"order.weight.alta", "\"share > inspect = term\"", "share > inspect = term"},
        Written{"fallback.alta", "{draft: \"first\"}", "as good as draft first (falling)"},
        Written{"fallback.bera", "[30, 45]", "30..45"},
        Written{"fallback.coda", "12.5", "12.5"},
        Written{"intent.bera", "\"doubtful\"", "doubtful whether it wants one"},
        Written{"rule.ladder", R"({if: {term: "ten"}, then: {inspect: ["joint", "third"]}})",
                "if term = ten, then inspect = joint or third"},
        Written{"rule.never-both", R"({never: {share: 60, inspect: "no"}})",
                "never share = 60 and inspect = no"},
        Written{"rule.few",
                R"({at_most: 1, of: [{term: "ten"}, {share: [50, 60], inspect: "third"}]})",
                "at most 1 of: term = ten; share = 50 or 60 and inspect = third"},
        Written{"limit.teams", R"({if: {inspect: "joint"}, needs: {term: "five"}})",
                "if inspect = joint, needs term = five"},
        Written{"limit.all-water", "{never: {share: [50, 60]}}", "never share = 50 or 60 (off)"},
        Written{"bonus.pair", "[2, 5]", "inspect = joint and term = five is worth another 2..5"},
        Written{"risk.leak", "5", "inspect = third may lose 5 after signature"},
    };
    const Case negotiation = bound_value(weirs);
    for (const Written& expected : all) {
        expect_written(negotiation, expected);
    }
}

TEST(EntryValue, IsThereForEveryEntry) {
    const Case negotiation = bound_value(weirs);
    for (std::size_t i = 0; i < negotiation.entries.size(); ++i) {
        const EntryValue said = written_value(negotiation, EntryId(i));
        EXPECT_FALSE(said.text.empty()) << negotiation.entries[i].address;
        EXPECT_NE(said.value.kind, NodeKind::null) << negotiation.entries[i].address;
    }
}

TEST(EntryValue, OfAFallbackIsThatOfTheDate) {
    const Case early = bound_value(weirs_but("as_of = 2026-05-01", "as_of = 2026-03-31"));
    expect_written(early, {"fallback.bera", "\"bad\"", "bad"});
}

TEST(EntryValue, OfAnIntentIsTheWordOfTheFile) {
    for (const auto& [word, text] : {std::pair("seeks", "seeks an agreement"),
                                     std::pair("refuses", "refuses any agreement")}) {
        const Case negotiation =
            bound_value(weirs_but("bera = doubtful", "bera = " + std::string(word)));
        const std::string value = "\"" + std::string(word) + "\"";
        expect_written(negotiation, {"intent.bera", value.c_str(), text});
    }
}

TEST(JsonQuantity, IsANumberARangeOrAWord) {
    EXPECT_EQ(shown(json_quantity(StanceWord::unknown, {})), "\"unknown\"");
    EXPECT_EQ(shown(json_quantity(single(7), {})), "7");
    EXPECT_EQ(shown(json_quantity(Interval{Rational(1, 4), Rational(3)}, {})), "[0.25, 3]");
}

TEST(AddEntry, AddsWhereItComesFrom) {
    const Case negotiation = bound_value(weirs);
    const auto added = [&](std::string_view address) {
        const EntryId id = entry_of(negotiation, address);
        Node node = table_node();
        add_entry(node, negotiation, id, written_value(negotiation, id));
        return shown(node);
    };
    EXPECT_EQ(added("issue.share.curve.alta.redline"),
              R"({value: "< 20", text: "< 20", basis: "reported", firmness: null})");
    EXPECT_EQ(added("issue.share.weight.alta"),
              R"({value: "high", text: "high", basis: "inferred", firmness: null})");
    EXPECT_TRUE(added("limit.teams").ends_with(R"(basis: "assumed", firmness: "declared"})"));
}

TEST(AddEntry, WritesFirmnessAsTheFileDoes) {
    const Case negotiation = bound_value(weirs_but("firmness = declared", "firmness = long_held"));
    Node node = table_node();
    add_entry(node, negotiation, entry_of(negotiation, "limit.teams"), {});
    EXPECT_EQ(shown(node, "firmness"), "\"long_held\"");
}

} // namespace
} // namespace unbracket
