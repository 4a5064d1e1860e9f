#include "unbracket/base/random.hpp"
#include "unbracket/robust/draft_changes.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/reading.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// What an option costs a party, against its value in readings drawn at random.

namespace unbracket {

namespace {

Outcome random_outcome(const Case& whole, Random& random) {
    Outcome outcome;
    for (const Issue& issue : whole.issues) {
        const auto last = static_cast<std::int64_t>(issue.options.size()) - 1;
        outcome.emplace_back(static_cast<std::size_t>(random.between(0, last)));
    }
    return outcome;
}

/// By how much the value would rise with the best option on that issue in one reading.
Rational cost_in(const Case& whole, const reference::PartyView& view,
                 const reference::Reading& reading, const Outcome& outcome, std::size_t issue) {
    const Rational before = reference::value(whole, view, reading, outcome);
    Rational most;
    for (std::size_t option = 0; option < whole.issues[issue].options.size(); ++option) {
        Outcome other = outcome;
        other[issue] = OptionId(option);
        if (!view.issues[issue].is_red_line[option]) {
            most = std::max(most, reference::value(whole, view, reading, other) - before);
        }
    }
    return most;
}

Interval cost_of(const std::vector<IssueCost>& costs, IssueId issue) {
    const auto found = std::find_if(costs.begin(), costs.end(),
                                    [&](const IssueCost& cost) { return cost.issue == issue; });
    return found == costs.end() ? single(0) : found->cost;
}

void expect_costs_hold(const Case& whole, PartyId party, Random& random) {
    const reference::PartyView view = reference::view_of(whole, party);
    if (!view.has_reading || view.scale == Scale::none) {
        return;
    }
    const Outcome outcome = random_outcome(whole, random);
    std::vector<DraftSetting> content;
    for (const OptionId option : outcome) {
        content.push_back({{option}, DraftOrigin::set, false});
    }
    const std::vector<IssueCost> costs = costs_of(whole, appraise(whole), party, content);
    constexpr int draws = 5;
    for (int draw = 0; draw < draws; ++draw) {
        const reference::Reading reading = reference::draw_reading(whole, view, random);
        for (std::size_t issue = 0; issue < whole.issues.size(); ++issue) {
            const Interval range = cost_of(costs, IssueId(issue));
            const Rational cost = cost_in(whole, view, reading, outcome, issue);
            EXPECT_LE(range.low, cost);
            EXPECT_GE(range.high, cost);
        }
    }
}

} // namespace

TEST(DraftCost, HoldsInEveryReadingThatIsDrawn) {
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("DraftCost.*"));
        Random random(testing::suite_seed() * 5'000'011 + index);
        Case whole = load_case(testing::random_case_document(random)).value().negotiation;
        whole.bonuses.clear(); // a cost does not look at them
        for (std::size_t at = 0; at < whole.parties.size(); ++at) {
            expect_costs_hold(whole, PartyId(at), random);
        }
        if (HasFailure()) {
            return;
        }
    }
}

} // namespace unbracket
