#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace unbracket::cli {

// Flags that several verbs share, so that they are called, explained and checked alike.

/// --help, --quiet, --verbose, --color: of every verb.
std::vector<Flag> general_flags();

/// --format of verbs that change or write files.
Flag written_format_flag();

/// --output, --width and --format with these formats.
std::vector<Flag> answer_flags(std::vector<std::string> formats = {"text", "json"});

/// --as-of, --set, --without, --view, --answer: which version of the case is meant, and for whom.
std::vector<Flag> case_flags();

/// --nodes, --threads: of verbs that search.
std::vector<Flag> search_flags();

/// --draft: which text is meant.
Flag draft_flag(Occurs occurs);

/// --samples and --seed: of verbs that draw.
Flag samples_flag();
Flag seed_flag();

Flag exact_flag();
Flag certificate_flag();
Flag exit_code_flag();

/// The operand that most verbs begin with: one file, or several as layers.
Operand case_operand();

std::vector<Flag> joined(std::vector<std::vector<Flag>> groups);

} // namespace unbracket::cli
