#pragma once

#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/zone/verdict.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace unbracket {

/// The verdict where only these documents are signed: the issues of all other documents keep their
/// status quo, or are open to anything where the file names none.
struct Signing {
    std::vector<DocumentId> documents;
    std::optional<VerdictKind> verdict; // nothing where what is left is no valid case
    std::string problem;                // why not
};

inline constexpr std::size_t most_signings = 64;

/// One for each way of signing a part that the file's packages allow: each document alone under
/// `any`, each group under groups, all documents together at the end. Empty where all have to be
/// signed, since that is what every other answer is about. At most 64 are decided.
std::vector<Signing> decide_signings(const LoadedCase& loaded, const ClaimOptions& options = {});

} // namespace unbracket
