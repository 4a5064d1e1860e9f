#pragma once

#include "cli/command.hpp"

#include <cstddef>
#include <string>

namespace unbracket::cli {

/// What `unbracket` alone prints: what it is for and the verbs.
std::string overview(std::size_t width);

/// What `unbracket VERB --help` prints.
std::string help_of(const Verb& verb, std::size_t width);

/// `unbracket check [flags] CASE...`
std::string usage_of(const Verb& verb);

/// `-o, --output FILE`
std::string spelling_of(const Flag& flag);

/// The help of a flag with its choices and whether it may be repeated.
std::string explanation_of(const Flag& flag);

} // namespace unbracket::cli
