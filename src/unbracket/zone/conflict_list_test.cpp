#include "unbracket/zone/conflict_list.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <set>

namespace unbracket {
namespace {

using Sets = std::set<std::set<std::string>>;

std::set<std::string> addresses(const Case& negotiation, const std::vector<EntryId>& entries) {
    std::set<std::string> all;
    for (const EntryId entry : entries) {
        all.insert(negotiation.entry(entry).address);
    }
    return all;
}

struct Listed {
    explicit Listed(const std::string& text, const ConflictOptions& options = {})
        : negotiation(testing::case_of(text)),
          list(find_conflicts(negotiation, appraise(negotiation), Certainty::possible, options)) {}

    Sets conflicts() const {
        Sets all;
        for (const ConflictSet& set : list.conflicts) {
            all.insert(addresses(negotiation, set.entries()));
        }
        return all;
    }
    Sets corrections() const {
        Sets all;
        for (const Correction& correction : list.corrections) {
            all.insert(addresses(negotiation, correction.entries));
        }
        return all;
    }

    Case negotiation;
    ConflictList list;
};

/// Two issues; each party has what it wants on one of them only where the other has not.
const std::string two_clashes =
    "party = { alta = {}, bera = {} }, issue = { x = { option = [a, b], score = { "
    "alta = { a = 1, b = 1 }, bera = { a = 1, b = 1 } } }, y = { option = [c, d], score = { "
    "alta = { c = 1, d = 1 }, bera = { c = 1, d = 1 } } } }, "
    "fallback = { alta = 0, bera = 0 }, limit = [{ id = p, party = alta, needs.x = a }, "
    "{ id = q, party = bera, needs.x = b }, { id = r, party = alta, needs.y = c }, "
    "{ id = s, party = bera, needs.y = d }]";

TEST(ConflictList, HoldsEveryMinimalConflict) {
    const Listed listed(two_clashes);
    EXPECT_TRUE(listed.list.is_complete());
    EXPECT_EQ(listed.conflicts(), (Sets{{"limit.p", "limit.q"}, {"limit.r", "limit.s"}}));
}

TEST(ConflictList, HoldsEveryMinimalCorrection) {
    const Listed listed(two_clashes);
    EXPECT_EQ(listed.corrections(), (Sets{{"limit.p", "limit.r"},
                                          {"limit.p", "limit.s"},
                                          {"limit.q", "limit.r"},
                                          {"limit.q", "limit.s"}}));
}

TEST(ConflictList, ShowsTheOutcomeThatACorrectionOpens) {
    const Listed listed(two_clashes);
    for (const Correction& correction : listed.list.corrections) {
        const auto left_out = addresses(listed.negotiation, correction.entries);
        const OptionId x = left_out.contains("limit.p") ? OptionId(1) : OptionId(0);
        EXPECT_EQ(correction.outcome[0], x);
    }
}

TEST(ConflictList, OfTwoFallbacksIsOneConflictAndTwoCorrections) {
    const Listed listed("party = { alta = {}, bera = {} }, issue.x = { option = [a, b], score = { "
                        "alta = { a = 9, b = 1 }, bera = { a = 1, b = 9 } } }, "
                        "fallback = { alta = 5, bera = 5 }");
    EXPECT_EQ(listed.conflicts(), (Sets{{"fallback.alta", "fallback.bera"}}));
    EXPECT_EQ(listed.corrections(), (Sets{{"fallback.alta"}, {"fallback.bera"}}));
}

TEST(ConflictList, IsEmptyAndCompleteWhereAnOutcomeIsAccepted) {
    const Listed listed("party.alta = {}, issue.x = { option = [a], score.alta.a = 9 }, "
                        "fallback.alta = 5");
    EXPECT_TRUE(listed.list.is_complete());
    EXPECT_TRUE(listed.list.conflicts.empty() && listed.list.corrections.empty());
}

TEST(ConflictList, SortsShortOnesFirst) {
    const Listed listed(two_clashes + ", rule = [{ id = shut, forbid = { x = [a, b] } }]");
    ASSERT_EQ(listed.list.conflicts.size(), 3U);
    EXPECT_EQ(listed.list.conflicts[0].entries().size(), 1U);
    for (const Correction& correction : listed.list.corrections) {
        EXPECT_EQ(correction.entries.size(), 3U);
        EXPECT_TRUE(addresses(listed.negotiation, correction.entries).contains("rule.shut"));
    }
}

/// The addresses of each correction, in the order of the list.
std::vector<std::set<std::string>> in_order(const Listed& listed) {
    std::vector<std::set<std::string>> all;
    for (const Correction& correction : listed.list.corrections) {
        all.push_back(addresses(listed.negotiation, correction.entries));
    }
    return all;
}

TEST(ConflictList, SortsSetsOfOneSizeByWhatWasEnteredNotByTheFile) {
    const std::string base =
        "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], "
        "score = { alta = { a = 1, b = 1, c = 2 }, "
        "bera = { a = 1, b = 3, c = 1 } } }, fallback = { alta = 0, bera = 0 }";
    const std::string p = "{ id = p, party = alta, needs.x = a }",
                      q = "{ id = q, party = bera, needs.x = b }",
                      r = "{ id = r, party = alta, needs.x = c }";
    const auto first = in_order(Listed(base + ", limit = [" + p + ", " + q + ", " + r + "]"));
    ASSERT_EQ(first.size(), 3U);
    EXPECT_EQ(first, in_order(Listed(base + ", limit = [" + r + ", " + q + ", " + p + "]")));
    EXPECT_EQ(first, in_order(Listed(base + ", limit = [" + q + ", " + p + ", " + r + "]")));
}

TEST(ConflictList, StopsAtAsManyAsAskedForAndSaysSo) {
    const Listed listed(two_clashes, {.claim = {}, .most_conflicts = 1});
    EXPECT_EQ(listed.list.conflicts.size(), 1U);
    EXPECT_EQ(listed.list.end, ListEnd::full);
}

TEST(ConflictList, IsNotCompleteWithoutABudget) {
    EXPECT_EQ(Listed(two_clashes, {.claim = {.node_budget = 0}}).list.end, ListEnd::cut);
}

TEST(ConflictList, AmongSomeEntriesKeepsAllOthersInForce) {
    const Case negotiation = testing::case_of(two_clashes);
    const Appraisal appraisal = appraise(negotiation);
    const std::vector<EntryId> some = {*negotiation.find_entry("limit.p"),
                                       *negotiation.find_entry("limit.r")};
    const ConflictList list =
        find_conflicts_among({negotiation, appraisal}, Certainty::possible, some);
    ASSERT_EQ(list.corrections.size(), 1U);
    EXPECT_EQ(list.corrections[0].entries.size(), 2U);
    EXPECT_EQ(list.conflicts.size(), 2U);
}

} // namespace
} // namespace unbracket
