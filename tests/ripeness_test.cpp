#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/robust/ripeness.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/best_agreement.hpp"
#include "tests/reference/view.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

// The best agreement open to each party of random small cases, with levers on no-agreement values,
// against the definition: all outcomes, one after the other.

namespace unbracket {
namespace {

const testing::RandomCaseOptions small{
    .most_parties = 3, .most_issues = 3, .most_outcomes = 24, .most_completions = 4};
constexpr Date day{2026, 5, 1};

Node random_driver(Random& random, const Case& whole) {
    const auto last = static_cast<std::int64_t>(whole.parties.size()) - 1;
    const std::string& key = whole.parties[static_cast<std::size_t>(random.between(0, last))].key;
    const std::int64_t low = random.between(-20, 15);
    Node moves = table_node();
    add_member(moves, "fallback." + key,
               list_node({number_node(std::to_string(low)),
                          number_node(std::to_string(low + random.between(0, 10)))}));
    Node driver = table_node();
    add_member(driver, "on", text_node(key));
    add_member(driver, "moves", std::move(moves));
    if (random.chance(1, 3)) {
        add_member(driver, "full", date_node("2026-06-01"));
    }
    return driver;
}

/// The sum of the levers on a party by the words of the file.
Interval lever_sum(const Case& whole, PartyId party) {
    Interval sum = single(0);
    for (const Driver& driver : whole.drivers) {
        for (const auto& [address, points] : driver.moves) {
            if (address == "fallback." + whole.party(party).key) {
                sum = sum + (driver.full ? hull(single(0), points) : points);
            }
        }
    }
    return sum;
}

void expect_definition(const Case& whole) {
    std::vector<Interval> levers, none(whole.parties.size(), single(0));
    for (std::size_t at = 0; at < whole.parties.size(); ++at) {
        levers.push_back(lever_sum(whole, PartyId(at)));
    }
    for (const PartyStand& stand : find_stands(whole, day)) {
        const auto entered = reference::best_agreement(whole, stand.party, none);
        EXPECT_EQ(stand.best.sure, entered.sure);
        EXPECT_EQ(stand.best.possible, entered.possible);
        EXPECT_TRUE(stand.best.is_proved);
        EXPECT_EQ(stand.moved_by, levers[as_index(stand.party)]);
        if (stand.best_with_levers) {
            const auto moved = reference::best_agreement(whole, stand.party, levers);
            EXPECT_EQ(stand.best_with_levers->sure, moved.sure);
            EXPECT_EQ(stand.best_with_levers->possible, moved.possible);
        }
    }
}

/// Each party has a reading, and no value that is a draft's, which a lever moves in every reading
/// alike and the definition here not at all.
bool is_plain(const Case& whole) {
    for (std::size_t at = 0; at < whole.parties.size(); ++at) {
        const reference::PartyView view = reference::view_of(whole, PartyId(at));
        if (!view.has_reading || std::holds_alternative<DraftId>(view.fallback)) {
            return false;
        }
    }
    return true;
}

TEST(RipenessAgainstReference, FindsTheBestAgreementByDefinition) {
    SCOPED_TRACE(
        testing::repeat_command("RipenessAgainstReference.FindsTheBestAgreementByDefinition"));
    std::size_t compared = 0;
    for (std::uint64_t i = 0; i < testing::shared_count(1000); ++i) {
        Random random(testing::suite_seed() * 1'000'033 + i);
        Node document = testing::random_case_document(random, small);
        const Case before = bind_case(document).value();
        Node& drivers = add_member(document, "driver", list_node({}));
        for (std::int64_t count = random.between(0, 2); count > 0; --count) {
            drivers.items.push_back(random_driver(random, before));
        }
        const Case whole = bind_case(document).value();
        if (!is_plain(whole)) {
            continue;
        }
        ++compared;
        expect_definition(whole);
        ASSERT_FALSE(::testing::Test::HasFailure()) << "case " << i << "\n"
                                                    << canonical_text(document);
    }
    EXPECT_GT(compared, 0U);
}

} // namespace
} // namespace unbracket
