#pragma once

#include "unbracket/robust/loaded_case.hpp"

#include "tests/support/case_sketch.hpp"

#include <optional>
#include <string>
#include <utility>

namespace unbracket::testing {

/// The sketched case with its document, or a test failure that says what is wrong with the text.
inline LoadedCase loaded_sketch(const std::string& text, std::optional<Date> as_of = std::nullopt) {
    const Sketch sketch(text);
    Result<LoadedCase> result = load_case(sketch.document(), as_of);
    EXPECT_TRUE(result.ok()) << (result ? "" : sketch.describe(result.problems().front()));
    return std::move(result).value();
}

} // namespace unbracket::testing
