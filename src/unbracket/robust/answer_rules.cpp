#include "unbracket/robust/answer_rules.hpp"

#include <algorithm>
#include <map>

// A truth table of a handful of questions has dozens of rows, most of them alike. Each combination
// that differs from the usual verdict is widened, one question after the other from the least
// decisive on, to the widest block of combinations with the same verdict: a term of a truth
// function that can lose no letter. Blocks are kept while they cover something new; the shortest
// list of them is not looked for.
//
// Source: Quine (1952), The problem of simplifying truth functions [quine1952problem]

namespace unbracket {

namespace {

using Combinations = std::vector<CombinationVerdict>;

bool holds(const AnswerRule& rule, const CombinationVerdict& combination) {
    for (std::size_t i = 0; i < rule.answers.size(); ++i) {
        if (rule.answers[i] && rule.answers[i] != combination.answers[i]) {
            return false;
        }
    }
    return true;
}

bool is_true(const AnswerRule& rule, const Combinations& all) {
    return std::none_of(all.begin(), all.end(), [&](const CombinationVerdict& combination) {
        return combination.verdict != rule.verdict && holds(rule, combination);
    });
}

AnswerRule widest_rule(const CombinationVerdict& combination, const Combinations& all) {
    AnswerRule rule{{combination.answers.begin(), combination.answers.end()}, combination.verdict};
    for (std::size_t i = rule.answers.size(); i-- > 0;) {
        const std::optional<std::size_t> answer = rule.answers[i];
        rule.answers[i].reset();
        if (!is_true(rule, all)) {
            rule.answers[i] = answer;
        }
    }
    return rule;
}

std::optional<VerdictKind> most_frequent(const Combinations& all) {
    std::map<std::optional<VerdictKind>, std::size_t> counts;
    for (const CombinationVerdict& combination : all) {
        ++counts[combination.verdict];
    }
    const auto most = std::max_element(
        all.begin(), all.end(), [&](const CombinationVerdict& a, const CombinationVerdict& b) {
            return counts[a.verdict] < counts[b.verdict];
        });
    return most == all.end() ? std::nullopt : most->verdict;
}

} // namespace

AnswerRules sum_up(const AlternativesTable& table) {
    AnswerRules result;
    result.otherwise = most_frequent(table.combinations);
    for (const CombinationVerdict& combination : table.combinations) {
        const bool is_covered =
            std::any_of(result.rules.begin(), result.rules.end(),
                        [&](const AnswerRule& rule) { return holds(rule, combination); });
        if (combination.verdict != result.otherwise && !is_covered) {
            result.rules.push_back(widest_rule(combination, table.combinations));
        }
    }
    return result;
}

} // namespace unbracket
