#pragma once

#include "unbracket/unbracket.hpp"

#include "cli/command.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unbracket::cli {

/// The verb that the first words name, and the words behind it. Where help is asked for, the first
/// word of two is enough.
struct ChosenVerb {
    const Verb* verb = nullptr;
    std::vector<std::string> rest;
};

/// Fails for an unknown verb, with the nearest spelling.
Result<ChosenVerb> choose_verb(const std::vector<std::string>& words);

/// Reads what stands behind a verb. All that is wrong is named at once: unknown flags, missing or
/// surplus operands, values of the wrong kind, flags given twice.
Result<Invocation> parse_words(const Verb& verb, const std::vector<std::string>& words);

} // namespace unbracket::cli
