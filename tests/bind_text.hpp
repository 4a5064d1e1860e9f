#pragma once

#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

// For tests of what a case file means: a text is read and bound in one go.

namespace unbracket::testing {

inline Result<Case> bind_text(const std::string& text, std::optional<Date> as_of = std::nullopt) {
    const Result<Node> document = read_toml(text, "case.toml");
    return document ? bind_case(document.value(), as_of) : Result<Case>(document.problems());
}

/// One problem a line, in order.
inline std::string problems_of(const std::string& text, std::optional<Date> as_of = std::nullopt) {
    const Result<Case> result = bind_text(text, as_of);
    std::string all;
    for (const Diagnostic& problem : result.problems()) {
        all += to_string(problem) + "\n";
    }
    return all;
}

/// The case, or a test failure that says what is wrong with the text.
inline Case bound(const std::string& text, std::optional<Date> as_of = std::nullopt) {
    Result<Case> result = bind_text(text, as_of);
    if (!result) {
        ADD_FAILURE() << problems_of(text, as_of);
        return {};
    }
    return std::move(result).value();
}

/// The same with its document, as the program has it.
inline LoadedCase loaded_text(const std::string& text) {
    const Result<Node> document = read_toml(text, "case.toml");
    EXPECT_TRUE(document.ok()) << (document ? "" : to_string(document.problems().front()));
    Result<LoadedCase> loaded = load_case(document ? document.value() : Node{});
    EXPECT_TRUE(loaded.ok()) << (loaded ? "" : to_string(loaded.problems().front()));
    return std::move(loaded).value();
}

/// Eight lines of a good case; what a test adds begins on line 9.
inline const std::string two_parties = R"(unbracket = 1
party.alta = { name = "Alta" }
party.bera = { name = "Bera" }
[issue.share]
range = { min = 10, max = 60, step = 5, unit = "%" }
[issue.inspect]
option = { no = "none", joint = "joint teams", third = "other teams" }
status_quo = "no"
)";

} // namespace unbracket::testing
