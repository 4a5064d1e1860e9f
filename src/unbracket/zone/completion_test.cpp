#include "unbracket/zone/completion.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const PartyId alta(0);
constexpr Certainty possible = Certainty::possible, sure = Certainty::sure;

Outcome outcome(std::initializer_list<std::size_t> options) {
    Outcome all;
    for (const std::size_t option : options) {
        all.emplace_back(option);
    }
    return all;
}

// Alta falls back on a draft that settles land and leaves water and air open.
const std::string open_draft = R"(party.alta = {}, fallback.alta = { draft = d },
    draft.d.set = { land = n, water = [p, q], air = unknown },
    issue = {
        land = { option = [m, n], score.alta = { m = 10, n = 4 } },
        water = { option = [p, q], score.alta = { p = 1, q = 8 } },
        air = { option = [r, s], score.alta = { r = [0, 3], s = 2 } }
    })";

class OpenFallback {
public:
    explicit OpenFallback(const std::string& more = "")
        : case_(testing::case_of(open_draft + more)), appraisal_(appraise(case_)) {}

    ValueComparison compare(const Outcome& here, const Outcome& there, Certainty certainty) const {
        return compare_with({case_, appraisal_}, alta, here, there, certainty);
    }
    Outcome extreme(const Outcome& here, Certainty certainty) const {
        return extreme_completion(case_, appraisal_, alta, here, certainty);
    }
    std::uint64_t tied() const { return tied_completions(case_, appraisal_.front(), alta); }

private:
    Case case_;
    Appraisal appraisal_;
};

TEST(Comparison, AddsTheDifferencesOfScores) {
    const OpenFallback open;
    // 10 - 4, 1 - 8, and on air a draft with the same option is worth the same.
    EXPECT_EQ(open.compare(outcome({0, 0, 0}), outcome({1, 1, 0}), possible).sum, Rational(-1));
    // r less s is 3 - 2 at most and 0 - 2 at least.
    EXPECT_EQ(open.compare(outcome({0, 1, 0}), outcome({1, 1, 1}), possible).sum, Rational(7));
    EXPECT_EQ(open.compare(outcome({0, 1, 0}), outcome({1, 1, 1}), sure).sum, Rational(4));
}

TEST(Comparison, CountsABonusOnlyOnOneSide) {
    const OpenFallback open(", bonus = [{ party = alta, when.water = q, value = [3, 5] }]");
    const Outcome with = outcome({0, 1, 0}), without = outcome({0, 0, 0});
    EXPECT_EQ(open.compare(with, outcome({1, 1, 0}), possible).sum, Rational(6));
    EXPECT_EQ(open.compare(with, outcome({1, 0, 0}), possible).sum, Rational(6 + 7 + 5));
    EXPECT_EQ(open.compare(with, outcome({1, 0, 0}), sure).sum, Rational(6 + 7 + 3));
    EXPECT_EQ(open.compare(without, outcome({1, 1, 0}), possible).sum, Rational(6 - 7 - 3));
    EXPECT_EQ(open.compare(without, outcome({1, 1, 0}), sure).sum, Rational(6 - 7 - 5));
}

TEST(Comparison, CountsARiskOnlyOnOneSide) {
    const OpenFallback open(", risk = [{ party = alta, option.land = [m, n], loss = [0, 9] }, "
                            "{ party = alta, option.land = m, loss = [1, 2] }]");
    EXPECT_EQ(open.compare(outcome({0, 0, 0}), outcome({1, 0, 0}), possible).sum, Rational(5));
    EXPECT_EQ(open.compare(outcome({0, 0, 0}), outcome({1, 0, 0}), sure).sum, Rational(4));
}

TEST(Comparison, WeighsStancesByTheEndThatTheQuestionAsksFor) {
    const Case negotiation = testing::case_of(R"(party.alta = {}, fallback.alta = { draft = d },
        draft.d.set = { land = n, water = p },
        issue = {
            land = { option = [m, n], weight.alta = [0, 2], stance.alta = { m = 60, n = 40 } },
            water = { option = [p, q], weight.alta = [1, 3], stance.alta = { p = 50, q = 45 } }
        })");
    const Appraisal appraisal = appraise(negotiation);
    const CaseView view{negotiation, appraisal};
    const Outcome here = outcome({0, 1}), there = outcome({1, 0});
    EXPECT_EQ(compare_with(view, alta, here, there, possible).sum, Rational(2 * 20 - 5));
    EXPECT_EQ(compare_with(view, alta, here, there, sure).sum, Rational(0 - 3 * 5));
    EXPECT_TRUE(compare_with(view, alta, here, there, possible).is_carried);
    // Both issues hurt, so no weight carries a sum of 0.
    EXPECT_FALSE(compare_with(view, alta, outcome({1, 1}), outcome({0, 0}), possible).is_carried);
}

TEST(ExtremeCompletion, SuitsTheComparisonBestOrWorst) {
    const OpenFallback open;
    // Against the draft's p the outcome looks best, against q worst; on air s is the better foil
    // for r where some reading is asked for: 3 - 2 rather than 0.
    EXPECT_EQ(open.extreme(outcome({0, 0, 0}), possible), outcome({1, 0, 1}));
    EXPECT_EQ(open.extreme(outcome({0, 0, 0}), sure), outcome({1, 1, 1}));
    // Against s, r costs up to 3 - 2; s itself costs nothing.
    EXPECT_EQ(open.extreme(outcome({0, 1, 1}), sure), outcome({1, 1, 0}));
}

TEST(ExtremeCompletion, WeighsABonusAgainstTheIssuesItTies) {
    // Saying q and r together earns 20 and is worth 8 + 3 at most by itself.
    const std::string bonus = ", bonus = [{ party = alta, when = { water = q, air = r }, value = ";
    const OpenFallback earns(bonus + "20 }]");
    EXPECT_EQ(earns.extreme(outcome({0, 0, 1}), sure), outcome({1, 1, 0}));
    EXPECT_EQ(earns.extreme(outcome({0, 0, 1}), possible), outcome({1, 0, 0}));
    // A penalty of 20 on the same combination is what a hopeful reading wants in the draft.
    const OpenFallback pays(bonus + "-20 }]");
    EXPECT_EQ(pays.extreme(outcome({0, 0, 1}), possible), outcome({1, 1, 0}));
    EXPECT_EQ(pays.extreme(outcome({0, 0, 1}), sure), outcome({1, 1, 1}));
}

TEST(TiedCompletions, AreTheProductOfOpenIssuesThatABonusTies) {
    EXPECT_EQ(OpenFallback().tied(), 1U);
    const auto with_bonus = [](const std::string& when) {
        return OpenFallback(", bonus = [{ party = alta, when = " + when + ", value = 1 }]").tied();
    };
    EXPECT_EQ(with_bonus("{ water = q }"), 2U);
    EXPECT_EQ(with_bonus("{ water = q, air = r }"), 4U);
    EXPECT_EQ(with_bonus("{ land = n, water = q }"), 2U); // land is settled
    EXPECT_EQ(with_bonus("{ land = m, water = q }"), 1U); // the draft can never earn it
    EXPECT_EQ(with_bonus("{ land = n }"), 1U);            // the draft always earns it
    EXPECT_EQ(with_bonus("{ water = [p, q] }"), 1U);      // whatever it turns out to say
}

TEST(TiedCompletions, OfANumberIsOne) {
    const Case negotiation = testing::case_of(
        "party.alta = {}, fallback.alta = 3, issue.x = { option = [a], score.alta = { a = 1 } }");
    EXPECT_EQ(tied_completions(negotiation, appraise(negotiation).front(), alta), 1U);
}

TEST(ExtremeCompletionDeathTest, NeedsAFallbackThatIsADraft) {
    const Case negotiation = testing::case_of(
        "party.alta = {}, fallback.alta = 3, issue.x = { option = [a], score.alta = { a = 1 } }");
    const Appraisal appraisal = appraise(negotiation);
    EXPECT_DEATH(extreme_completion(negotiation, appraisal, alta, outcome({0}), possible),
                 "the party's fallback is a draft");
}

} // namespace
} // namespace unbracket
