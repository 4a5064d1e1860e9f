#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

// Cases and certificates of the checker's tests, written as text.

namespace unbracket::testing {

/// The case of a TOML text; the test program stops when it has errors.
Case case_of(std::string_view toml);

/// A JSON value, whatever its kind.
Node json(std::string_view text);

/// A certificate for the case with these claims: `[{"claim": ...}]`.
Node certificate_for(const Case& given, std::string_view verdict, std::string_view claims);

/// Why the checker refuses; empty: it is convinced.
std::string refusal(const Case& given, const Node& certificate);
std::string refusal(const Case& given, std::string_view verdict, std::string_view claims);

/// The text with its first `from` replaced; a failure where there is none.
std::string with(std::string_view text, std::string_view from, std::string_view to);

/// Whether a refusal gives that reason.
::testing::AssertionResult says(std::string_view reason, const std::string& refused);

} // namespace unbracket::testing
