#pragma once

#include "unbracket/robust/alternatives.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace unbracket {

/// A question whose answers may move the verdict in one version of a case only, or move it to other
/// verdicts.
struct QuestionChange {
    std::string id; // as --answer takes it
    /// Where the answer may matter: see OpenQuestion::may_matter().
    std::optional<OpenQuestion> before;
    std::optional<OpenQuestion> after;
};

struct QuestionChanges {
    std::size_t same =
        0; // questions that may matter in both, with the same verdict under each answer
    std::vector<QuestionChange>
        changed; // in the order of the version after, then of the one before
};

/// What the verdicts on two versions turn on. Cost: see decide_alternatives(), for each of them.
QuestionChanges diff_questions(const LoadedCase& before, const LoadedCase& after,
                               const ClaimOptions& options = {});

} // namespace unbracket
