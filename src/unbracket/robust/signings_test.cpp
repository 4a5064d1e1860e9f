#include "unbracket/robust/signings.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// Together the documents suit both; water alone suits Alta, trade alone Bera, as the status quo of
/// the other is what it cannot take.
std::string verdicts(const std::string& packages) {
    const LoadedCase loaded = testing::loaded_value(
        "{ unbracket = 1, party = { alta.role = signatory, bera.role = signatory }, "
        "document = { water = {}, trade = {} }, "
        "issue = { x = { document = water, option = [a, b], status_quo = b, "
        "score.alta = { a = 10, b = 0 }, score.bera = { a = 0, b = 2 } }, "
        "y = { document = trade, option = [c, d], status_quo = d, "
        "score.alta = { c = 0, d = 2 }, score.bera = { c = 10, d = 0 } } }, "
        "fallback = { alta = 5, bera = 5 }, package = " +
        packages + " }");
    std::string text;
    for (const Signing& signing : decide_signings(loaded)) {
        for (const DocumentId id : signing.documents) {
            text += loaded.negotiation.documents[as_index(id)].key + " ";
        }
        text += signing.verdict ? to_text(*signing.verdict) : "(" + signing.problem + ")";
        text += "; ";
    }
    return text;
}

TEST(Signings, OfAnyAreEachDocumentAloneAndAllTogether) {
    EXPECT_EQ(verdicts("[{ sign = any }]"),
              "water no_agreement; trade no_agreement; water trade agreement; ");
}

TEST(Signings, OfGroupsAreTheGroups) {
    EXPECT_EQ(verdicts("[{ sign = [[trade, water], [trade]] }]"),
              "water trade agreement; trade no_agreement; ");
    EXPECT_EQ(verdicts("[{ sign = [[water]] }, { sign = any }]"),
              "water no_agreement; trade no_agreement; water trade agreement; ");
}

TEST(Signings, AreNoneWhereAllHaveToBeSigned) {
    EXPECT_EQ(verdicts("[{ sign = all }]"), "");
    EXPECT_EQ(verdicts("[]"), "");
}

} // namespace
} // namespace unbracket
