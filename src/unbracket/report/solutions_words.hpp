#pragma once

#include "unbracket/frontier/solutions.hpp"

#include <string>

namespace unbracket {

/// How reports name a solution, and in one line what it is and whose.
struct SolutionWords {
    std::string key;
    std::string name;
    std::string definition;
    std::string source;
    /// The first part of the definition, of a rule that goes on to what is next; else empty.
    std::string first_place = {};
};

SolutionWords words_of(SolutionKind kind);
/// What was looked for: within a tolerance only the first place.
std::string definition_of(SolutionKind kind, Proved proved);
std::string word_of(Proved proved);

} // namespace unbracket
