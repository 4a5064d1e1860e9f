#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/acceptance.hpp"
#include "tests/reference/reading.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>

namespace unbracket::reference {
namespace {

/// The i-th random case of this run, and how to get it again.
Node random_document(std::uint64_t i, const testing::RandomCaseOptions& options = {}) {
    Random random(testing::suite_seed() * 1'000'003 + i);
    return testing::random_case_document(random, options);
}

Case random_case(std::uint64_t i, const testing::RandomCaseOptions& options = {}) {
    const Node document = random_document(i, options);
    const Result<Case> bound = bind_case(document);
    for (const Diagnostic& problem : bound.problems()) {
        ADD_FAILURE() << to_string(problem) << "\n" << canonical_text(document);
    }
    return bound.ok() ? bound.value() : Case{};
}

TEST(RandomCase, IsTheSameForTheSameSeed) {
    EXPECT_EQ(canonical_text(random_document(7)), canonical_text(random_document(7)));
    EXPECT_NE(canonical_text(random_document(7)), canonical_text(random_document(8)));
}

TEST(RandomCase, StaysWithinItsSizes) {
    SCOPED_TRACE(testing::repeat_command("RandomCase.StaysWithinItsSizes"));
    for (std::uint64_t i = 0; i < testing::shared_count(2000); ++i) {
        const Case whole = random_case(
            i, {.most_parties = 3, .most_issues = 4, .most_outcomes = 30, .most_completions = 4});
        ASSERT_FALSE(::testing::Test::HasFailure()) << "case " << i;
        EXPECT_GE(whole.parties.size(), 2U);
        EXPECT_LE(whole.parties.size(), 3U);
        EXPECT_LE(whole.issues.size(), 4U);
        EXPECT_LE(all_outcomes(whole).size(), 30U);
        for (const Draft& draft : whole.drafts) {
            EXPECT_LE(completions(draft).size(), 4U);
        }
    }
}

TEST(RandomCase, OfSingleNumbersNeverDepends) {
    SCOPED_TRACE(testing::repeat_command("RandomCase.OfSingleNumbersNeverDepends"));
    for (std::uint64_t i = 0; i < testing::shared_count(1000); ++i) {
        const Case whole = random_case(i, {.single_numbers_only = true});
        if (!whole.intents.empty()) {
            continue; // doubt is not a number
        }
        ASSERT_NE(to_text(solve(whole).answer), "depends")
            << "case " << i << "\n"
            << canonical_text(random_document(i, {.single_numbers_only = true}));
    }
}

TEST(RandomCase, GivesEveryVerdictOften) {
    SCOPED_TRACE(testing::repeat_command("RandomCase.GivesEveryVerdictOften"));
    const std::size_t count = testing::shared_count(4000);
    std::array<std::size_t, 4> seen{};
    for (std::uint64_t i = 0; i < count; ++i) {
        ++seen[static_cast<std::size_t>(solve(random_case(i)).answer)];
        ASSERT_FALSE(::testing::Test::HasFailure()) << "case " << i;
    }
    for (std::size_t answer = 0; answer < seen.size(); ++answer) {
        std::printf("%s %zu of %zu\n", std::string(to_text(static_cast<Answer>(answer))).c_str(),
                    seen[answer], count);
    }
    EXPECT_GE(seen[static_cast<std::size_t>(Answer::agreement)] * 10, count);
    EXPECT_GE(seen[static_cast<std::size_t>(Answer::no_agreement)] * 10, count);
    EXPECT_GE(seen[static_cast<std::size_t>(Answer::depends)] * 10, count);
    EXPECT_GE(seen[static_cast<std::size_t>(Answer::contradiction)], 1U);
    EXPECT_LE(seen[static_cast<std::size_t>(Answer::contradiction)] * 10, count);
}

/// Readings drawn anyhow keep between "sure" and "possible".
void expect_between(const Case& whole, const PartyView& view, Random& random) {
    for (int draw = 0; draw < 12; ++draw) {
        const Reading reading = draw_reading(whole, view, random);
        ASSERT_TRUE(is_reading_of(whole, view, reading));
        for (const Outcome& outcome : all_outcomes(whole)) {
            const bool accepted = accepts(whole, view, reading, outcome);
            ASSERT_TRUE(!accepted || possibly_accepts(whole, view, outcome));
            ASSERT_TRUE(accepted || !surely_accepts(whole, view, outcome));
        }
    }
}

/// Whether a reading leaning that way gives that answer.
bool finds_reading(const Case& whole, const PartyView& view, const Outcome& outcome, Mood mood,
                   Random& random) {
    for (int draw = 0; draw < 4000; ++draw) {
        const Reading reading = draw_reading(whole, view, outcome, mood, random);
        EXPECT_TRUE(is_reading_of(whole, view, reading));
        if (accepts(whole, view, reading, outcome) == (mood == Mood::favourable)) {
            return true;
        }
    }
    return false;
}

/// "Possible" and "not sure" are shown by a reading each.
void expect_shown(const Case& whole, const PartyView& view, const Outcome& outcome,
                  Random& random) {
    if (possibly_accepts(whole, view, outcome)) {
        EXPECT_TRUE(finds_reading(whole, view, outcome, Mood::favourable, random));
    }
    if (!surely_accepts(whole, view, outcome)) {
        EXPECT_TRUE(finds_reading(whole, view, outcome, Mood::unfavourable, random));
    }
}

/// Calls `check` with every counted party that has readings.
template <class Check>
void for_each_view(const Case& whole, const Check& check) {
    for (const PartyId party : whole.agreement.counted) {
        const PartyView view = view_of(whole, party);
        if (view.has_reading) {
            check(view);
        }
    }
}

TEST(ReferenceReadings, LieBetweenSureAndPossible) {
    SCOPED_TRACE(testing::repeat_command("ReferenceReadings.LieBetweenSureAndPossible"));
    for (std::uint64_t i = 0; i < testing::shared_count(600); ++i) {
        const Case whole = random_case(i, {.most_parties = 4, .most_outcomes = 48});
        Random random(i);
        for_each_view(whole, [&](const PartyView& view) { expect_between(whole, view, random); });
        ASSERT_FALSE(::testing::Test::HasFailure()) << "case " << i << "\n"
                                                    << canonical_text(random_document(i));
    }
}

TEST(ReferenceReadings, ShowWhatIsPossibleAndWhatIsNotSure) {
    SCOPED_TRACE(testing::repeat_command("ReferenceReadings.ShowWhatIsPossibleAndWhatIsNotSure"));
    const testing::RandomCaseOptions options{
        .most_parties = 4, .most_issues = 4, .most_outcomes = 48, .most_completions = 4};
    for (std::uint64_t i = 0; i < testing::shared_count(600); ++i) {
        const Case whole = random_case(i, options);
        Random random(i);
        const std::vector<Outcome> all = all_outcomes(whole);
        for_each_view(whole, [&](const PartyView& view) {
            for (std::size_t at = 0; at < all.size(); at += 1 + all.size() / 8) {
                expect_shown(whole, view, all[at], random);
            }
        });
        ASSERT_FALSE(::testing::Test::HasFailure()) << "case " << i << "\n"
                                                    << canonical_text(random_document(i, options));
    }
}

} // namespace
} // namespace unbracket::reference
