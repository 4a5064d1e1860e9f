#pragma once

#include "unbracket/model/case.hpp"

#include "tests/reference/verdict.hpp"

#include <string>

namespace unbracket::reference {

/// Whether an agreement of that kind (empty: of no kind that a step names) on this outcome keeps
/// all steps that matter for it: each one's first part is in the outcome, and some sequence of
/// issues and kinds of agreement completes each first part before its second part. Tries every
/// sequence.
bool keeps_steps(const Case& whole, const Outcome& outcome, const std::string& object);

/// The answer by definition when only outcomes that keep the steps count. Each party has a reading.
Answer answer_with_steps(const Case& whole, const std::string& object);

} // namespace unbracket::reference
