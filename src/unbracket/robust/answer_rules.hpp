#pragma once

#include "unbracket/robust/alternatives.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace unbracket {

/// Under these answers, whatever the answers to the other questions, this is the verdict; nothing
/// where the file with these answers is no valid case.
struct AnswerRule {
    std::vector<std::optional<std::size_t>> answers; // one a question; nothing: any answer
    std::optional<VerdictKind> verdict;
    friend bool operator==(const AnswerRule&, const AnswerRule&) = default;
};

/// What all combinations of answers say, in few rules and one verdict for everything else.
struct AnswerRules {
    std::vector<AnswerRule> rules;        // in the order of the combinations that they begin with
    std::optional<VerdictKind> otherwise; // the most frequent verdict; ties: the first
};

/// Sums up a complete table. No rule can lose an answer and stay true, and each holds for some
/// combination that no earlier rule holds for; there may still be a shorter list. A question that
/// never matters stands in no rule. Cost: cubic in the combinations, of which there are at most 64.
AnswerRules sum_up(const AlternativesTable& table);

} // namespace unbracket
