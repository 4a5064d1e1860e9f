#pragma once

#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/zone/verdict.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace unbracket {

enum class QuestionKind { alternative, draft_on_table, judgement };

/// One possible answer to a question the file leaves open, and the verdict under it.
struct AnswerVerdict {
    std::string key;
    VerdictKind verdict = VerdictKind::undecided;
    std::string problem; // why the case with this answer could not be decided, if so
};

/// A question with the verdict under each of its answers, everything else as in the file.
struct OpenQuestion {
    std::string id;
    std::string question;
    QuestionKind kind = QuestionKind::alternative;
    std::vector<AnswerVerdict> answers;
    /// Answers of other questions under which this one's answers lead to different verdicts, out of
    /// `combinations` looked at; what questions are ranked by.
    std::uint64_t decisive = 0;
    std::uint64_t combinations = 0;

    bool changes_verdict() const;
};

/// The verdict under one combination of answers, one for each question in the table's order.
struct CombinationVerdict {
    std::vector<std::size_t> answers;
    VerdictKind verdict = VerdictKind::undecided;
};

struct AlternativesTable {
    std::vector<OpenQuestion> questions; // most decisive first; ties in order of appearance
    bool is_complete = true; // all combinations were decided, not only one question at a time
    std::vector<CombinationVerdict> combinations; // all of them when complete
};

/// Decides the case under the answers of its alternatives, of its drafts that may be on the table
/// and of its judgements that are hypotheses: all combinations while there are at most 64,
/// otherwise one question at a time.
AlternativesTable decide_alternatives(const LoadedCase& loaded, const ClaimOptions& options = {});

} // namespace unbracket
