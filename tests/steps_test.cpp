#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/robust/steps.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/steps.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <string>

// Random small cases with random orders of steps: the verdict with the steps kept, and whether an
// order keeps them, against trying every outcome and every sequence.

namespace unbracket {
namespace {

const testing::RandomCaseOptions small{
    .most_parties = 3, .most_issues = 4, .most_outcomes = 32, .most_completions = 4};

std::size_t below(Random& random, std::size_t count) {
    return static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(count) - 1));
}

/// One or two issues, each with an option or two.
Node random_condition(Random& random, const Case& whole) {
    Node condition = table_node();
    const std::size_t first = below(random, whole.issues.size());
    for (std::size_t at = first; at < std::min(first + 2, whole.issues.size()); ++at) {
        if (at > first && random.chance(1, 2)) {
            continue;
        }
        const Issue& issue = whole.issues[at];
        const std::size_t option = below(random, issue.options.size());
        Node options = list_node({text_node(issue.options[option].key)});
        if (option > 0 && random.chance(1, 2)) {
            options.items.push_back(text_node(issue.options[option - 1].key));
        }
        add_member(condition, issue.key, std::move(options));
    }
    return condition;
}

void add_side(Random& random, const Case& whole, const std::string& side, Node& step) {
    if (random.chance(1, 5)) {
        add_member(step, side + "_object", text_node(random.chance(1, 2) ? "truce" : "peace"));
    } else {
        add_member(step, side, random_condition(random, whole));
    }
}

Node with_random_steps(Random& random, Node document) {
    const Case whole = bind_case(document).value();
    Node& steps = add_member(document, "step", list_node({}));
    for (std::int64_t count = random.between(1, 4); count > 0; --count) {
        Node step = table_node();
        add_side(random, whole, "first", step);
        add_side(random, whole, "then", step);
        steps.items.push_back(std::move(step));
    }
    return document;
}

void expect_definition(const LoadedCase& loaded) {
    const StepsResult result = find_steps(loaded);
    for (const ObjectVerdict& verdict : result.verdicts) {
        EXPECT_EQ(to_text(verdict.kept),
                  std::string(reference::to_text(
                      reference::answer_with_steps(loaded.negotiation, verdict.object))))
            << "of kind " << verdict.object;
        if (verdict.outcome) {
            EXPECT_TRUE(
                reference::keeps_steps(loaded.negotiation, *verdict.outcome, verdict.object));
            EXPECT_TRUE(reference::is_possible(loaded.negotiation, *verdict.outcome));
        }
    }
}

TEST(StepsAgainstReference, KeepWhatTryingEverySequenceKeeps) {
    SCOPED_TRACE(testing::repeat_command("StepsAgainstReference.KeepWhatTryingEverySequenceKeeps"));
    std::size_t compared = 0;
    for (std::uint64_t i = 0; i < testing::shared_count(1000); ++i) {
        Random random(testing::suite_seed() * 1'000'037 + i);
        const Node document =
            with_random_steps(random, testing::random_case_document(random, small));
        const LoadedCase loaded = load_case(document).value();
        if (!reference::solve(loaded.negotiation).without_reading.empty()) {
            continue;
        }
        ++compared;
        expect_definition(loaded);
        ASSERT_FALSE(::testing::Test::HasFailure()) << "case " << i << "\n"
                                                    << canonical_text(document);
    }
    EXPECT_GT(compared, 0U);
}

} // namespace
} // namespace unbracket
