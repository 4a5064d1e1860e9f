#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/zone/certificate/budget.hpp"
#include "unbracket/zone/certificate/objection.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace unbracket::certificate {

/// What a certificate has been found to prove.
struct Checked {
    std::string verdict;
    std::vector<std::string> claims;
    std::vector<std::string> solutions;  // of the claims of optima, in their order
    std::vector<std::string> tolerances; // as written, of each of these; empty: none
    std::uint64_t nodes = 0;             // of all trees
};

/// Checks a certificate (docs/methods/certificates.md) against a case from bind_case. Everything is
/// worked out anew from the entries; nothing of the engine is used. The certificate may hold
/// anything: it is proved, or refused with a sentence. Cost: at most what the budget allows.
std::variant<Checked, Refusal> check(const Case& given, const Node& certificate,
                                     const Budget& budget = {});

/// Nothing: the certificate proves its verdict for this case.
std::optional<Refusal> verify(const Case& given, const Node& certificate);

} // namespace unbracket::certificate
