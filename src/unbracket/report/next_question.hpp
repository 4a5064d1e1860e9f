#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/robust/check.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// One of `CheckResult::next` as a sentence: "Ask Alta how much ..." or "Find out ...".
struct WordedQuestion {
    const NextQuestion* next = nullptr; // in the result
    std::string text;
};

/// What to ask whom, in the order of the result, each sentence once. Questions only, never advice
/// what to give up.
std::vector<WordedQuestion> next_questions(const Case& negotiation, const CheckResult& result);

} // namespace unbracket
