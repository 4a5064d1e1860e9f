#pragma once

#include "unbracket/robust/check.hpp"

#include <vector>

namespace unbracket {

/// What to ask whom, the most telling first, each thing once. All other parts of the result must be
/// there already. Cost: that of find_decisive_limits().
std::vector<NextQuestion> find_next_questions(const Case& negotiation, const CheckResult& result,
                                              const ClaimOptions& options = {});

/// Those who can answer a question of the file: authors of the draft it asks for, else the parties
/// that its answers change something of; nobody where it is to be found out.
std::vector<PartyId> who_can_answer(const Case& negotiation, const QuestionSubject& subject);

} // namespace unbracket
