#include "unbracket/robust/answer_rules.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace unbracket {
namespace {

constexpr std::optional<std::size_t> any;

/// A complete table of questions with so many answers each, and the verdict of each combination.
AlternativesTable
table_of(const std::vector<std::size_t>& answers,
         const std::function<std::optional<VerdictKind>(const std::vector<std::size_t>&)>& of) {
    AlternativesTable table;
    std::vector<std::size_t> combination(answers.size(), 0);
    for (bool more = true; more;) {
        table.combinations.push_back({combination, of(combination), {}});
        more = false;
        for (std::size_t i = answers.size(); i-- > 0 && !more;) {
            more = ++combination[i] < answers[i];
            combination[i] = more ? combination[i] : 0;
        }
    }
    return table;
}

TEST(AnswerRules, LeaveOutQuestionsThatNeverMatter) {
    const AnswerRules rules = sum_up(table_of({2, 3, 2}, [](const auto& answers) {
        return answers[1] == 2 ? VerdictKind::no_agreement : VerdictKind::depends;
    }));
    EXPECT_EQ(rules.otherwise, VerdictKind::depends);
    EXPECT_EQ(rules.rules, (std::vector<AnswerRule>{{{any, 2, any}, VerdictKind::no_agreement}}));
}

TEST(AnswerRules, NameTwoWaysToTheSameVerdict) {
    const AnswerRules rules = sum_up(table_of({3, 2, 2, 2}, [](const auto& answers) {
        const bool must = answers[0] == 0 || (answers[0] == 2 && answers[3] == 1);
        return must && answers[1] == 0 && answers[2] == 1 ? VerdictKind::no_agreement
                                                          : VerdictKind::depends;
    }));
    EXPECT_EQ(rules.rules, (std::vector<AnswerRule>{{{0, 0, 1, any}, VerdictKind::no_agreement},
                                                    {{2, 0, 1, 1}, VerdictKind::no_agreement}}));
}

TEST(AnswerRules, SayTheSameAsTheWholeTable) {
    const AlternativesTable table = table_of({2, 2, 3, 2}, [](const auto& answers) {
        const std::size_t sum = answers[0] * 3 + answers[1] * 5 + answers[2] * 7 + answers[3];
        return sum % 3 == 0   ? VerdictKind::agreement
               : sum % 4 == 1 ? VerdictKind::no_agreement
                              : VerdictKind::depends;
    });
    const AnswerRules rules = sum_up(table);
    for (const CombinationVerdict& combination : table.combinations) {
        std::optional<VerdictKind> said = rules.otherwise;
        for (const AnswerRule& rule : rules.rules) {
            bool holds = true;
            for (std::size_t i = 0; i < rule.answers.size(); ++i) {
                holds = holds && (!rule.answers[i] || rule.answers[i] == combination.answers[i]);
            }
            said = holds ? rule.verdict : said;
        }
        EXPECT_EQ(said, combination.verdict);
    }
}

TEST(AnswerRules, KeepApartWhatCouldNotBeDecidedFromWhatRanOutOfBudget) {
    const AnswerRules rules = sum_up(table_of({2, 2}, [](const auto& answers) {
        return answers[0] == 0   ? std::optional(VerdictKind::agreement)
               : answers[1] == 0 ? std::optional(VerdictKind::undecided)
                                 : std::nullopt;
    }));
    EXPECT_EQ(rules.otherwise, VerdictKind::agreement);
    EXPECT_EQ(rules.rules,
              (std::vector<AnswerRule>{{{1, 0}, VerdictKind::undecided}, {{1, 1}, std::nullopt}}));
}

TEST(AnswerRules, OfATableWithOneVerdictAreNone) {
    const AnswerRules rules =
        sum_up(table_of({2, 2}, [](const auto&) { return VerdictKind::agreement; }));
    EXPECT_TRUE(rules.rules.empty());
    EXPECT_EQ(rules.otherwise, VerdictKind::agreement);
}

} // namespace
} // namespace unbracket
