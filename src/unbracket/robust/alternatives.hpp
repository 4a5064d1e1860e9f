#pragma once

#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/zone/verdict.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace unbracket {

/// What a question is about: an alternative of the file, whether a draft was on the table, or
/// whether the judgements of a statement hold.
using QuestionSubject = std::variant<AlternativeId, DraftId, StatementId>;

/// One possible answer to a question the file leaves open, and the verdict under it; nothing where
/// the file with this answer is no valid case, for the reason that `problem` gives.
struct AnswerVerdict {
    std::string key;
    std::optional<VerdictKind> verdict;
    std::string problem;
};

/// A question with the verdict under each of its answers, everything else as in the file.
struct OpenQuestion {
    std::string id; // as --answer takes it
    QuestionSubject subject;
    /// False where the answers are recorded and no verdict uses them yet: whether a draft is on the
    /// table, how judgements count. That such answers change nothing says nothing about the talks.
    bool is_evaluated = true;
    std::vector<AnswerVerdict> answers;
    /// Answers of other questions under which this one's answers lead to different verdicts, or
    /// some to a verdict and some to a problem, out of `combinations` looked at; what questions are
    /// ranked by. Both are 0 for questions that are not evaluated.
    std::uint64_t decisive = 0;
    std::uint64_t combinations = 0;

    /// Whether this question's answers alone, everything else as in the file, differ in verdict or
    /// in having one.
    bool changes_verdict() const;
    /// Changes the verdict alone or together with other answers, or has an answer without verdict.
    bool may_matter() const;
};

/// The verdict under one combination of answers, one for each evaluated question in the table's
/// order; nothing where the file with these answers is no valid case.
struct CombinationVerdict {
    std::vector<std::size_t> answers;
    std::optional<VerdictKind> verdict;
    std::string problem;
};

struct AlternativesTable {
    /// Evaluated ones first, of these the most decisive; ties in order of appearance.
    std::vector<OpenQuestion> questions;
    bool is_complete = true; // all combinations were decided, not only one question at a time
    std::vector<CombinationVerdict> combinations; // all of them when complete

    std::size_t evaluated_count() const;
};

/// Decides the case under the answers of its alternatives, of its drafts that may be on the table
/// and of its judgements that are hypotheses: each answer by itself, and, of the questions that are
/// evaluated, all combinations while there are at most 64.
AlternativesTable decide_alternatives(const LoadedCase& loaded, const ClaimOptions& options = {});

} // namespace unbracket
