#include "unbracket/model/entered.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string mixed = R"(party = { alta = {}, bera = {} },
    bonus = [ { party = bera, when.x = a, value = 1 } ],
    issue.x = { option = [a, b], score = { alta = { a = 1, b = 2 }, bera = { a = 3, b = 4 } } },
    limit = [ { party = alta, never.x = a }, { party = bera, never.x = b },
              { id = late, party = norm, never.x = a } ],
    risk = [ { party = alta, option.x = b, loss = 1 } ], intent.bera = doubtful,
    rule = [ { forbid.x = a } ])";

EntryId entry_at(const Case& negotiation, std::string_view address) {
    return *negotiation.find_entry(address);
}

TEST(Entered, FindsTheThingThatAnEntryStandsFor) {
    const Case negotiation = testing::case_of(mixed);
    for (const Limit& limit : negotiation.limits) {
        EXPECT_EQ(find_entered(negotiation.limits, limit.entry), &limit);
    }
    EXPECT_EQ(find_entered(negotiation.limits, entry_at(negotiation, "limit.late"))->key, "late");
    EXPECT_EQ(find_entered(negotiation.rules, entry_at(negotiation, "rule.1")),
              &negotiation.rules[0]);
    EXPECT_EQ(find_entered(negotiation.bonuses, entry_at(negotiation, "bonus.1"))->value,
              single(1));
    EXPECT_EQ(find_entered(negotiation.risks, entry_at(negotiation, "risk.1"))->loss, single(1));
    EXPECT_EQ(find_entered(negotiation.intents, entry_at(negotiation, "intent.bera"))->intent,
              Intent::doubtful);
}

TEST(Entered, FindsNothingInAListOfAnotherKind) {
    const Case negotiation = testing::case_of(mixed);
    for (std::size_t at = 0; at < negotiation.entries.size(); ++at) {
        const EntryKind kind = negotiation.entries[at].kind;
        const bool is_limit = kind == EntryKind::limit || kind == EntryKind::norm;
        EXPECT_EQ(find_entered(negotiation.limits, EntryId(at)) != nullptr, is_limit) << at;
        EXPECT_EQ(find_entered(negotiation.bonuses, EntryId(at)) != nullptr,
                  kind == EntryKind::bonus);
    }
    EXPECT_EQ(find_entered(negotiation.limits, EntryId(1'000'000)), nullptr);
    const std::vector<Rule> none;
    EXPECT_EQ(find_entered(none, EntryId(0)), nullptr);
}

} // namespace
} // namespace unbracket
