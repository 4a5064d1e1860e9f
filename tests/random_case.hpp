#pragma once

#include "unbracket/base/random.hpp"
#include "unbracket/model/document.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace unbracket::testing {

struct RandomCaseOptions {
    std::int64_t most_parties = 8; // at least 2
    std::int64_t most_issues = 6;  // at least 1
    std::int64_t most_outcomes = 256;
    std::int64_t most_completions = 16; // of a draft that is a fallback
    bool single_numbers_only = false;   // no ranges, words, orders, unknowns or gaps
};

/// A small case that makes sense to the reader of case files, with every kind of entry that can
/// change a verdict: scores and stances, words, ranges, unknown and open options, red lines,
/// orders, curves, limits, norms, rules, bonuses, risks, fallbacks of every form, intents,
/// agreement rules. Agreement, no agreement and "depends" each come up often, contradictions now
/// and then. The same state of `random` and options give the same document.
Node random_case_document(Random& random, const RandomCaseOptions& options = {});

} // namespace unbracket::testing
