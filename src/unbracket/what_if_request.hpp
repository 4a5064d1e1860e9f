#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/report/what_if_text.hpp"
#include "unbracket/robust/what_if.hpp"
#include "unbracket/unbracket.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// Compares a case with itself under several what-ifs, each written as `LABEL: STEP; STEP`, or as
/// steps alone, which are then the label too. Steps are `set ADDRESS=VALUE`, `without STATEMENT`,
/// `as-of DATE`, `answer QUESTION=ANSWER` (as the flags of these names, on top of what the request
/// asks for), `role PARTY=ROLE` (several joined by +), `open ISSUE`, `leave-out ISSUE`, `sign
/// DOCUMENT,DOCUMENT` and `layer FILE`. Every problem of every what-if at once.
Result<WhatIfTable> find_what_ifs(const CaseRequest& base, const std::vector<std::string>& what_ifs,
                                  const ClaimOptions& options = {});

} // namespace unbracket
