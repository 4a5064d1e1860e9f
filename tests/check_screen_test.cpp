#include "unbracket/unbracket.hpp"

#include "tests/golden.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

// The first screen of hand-made cases as a person last approved it, and what holds for every
// screen.

namespace unbracket {

namespace {

using testing::expect_golden;
using testing::files_below;
using testing::golden_inputs;
using testing::lines_of;

LoadedCase opened(const std::string& file) {
    Result<LoadedCase> loaded = open_case({.files = {file}});
    EXPECT_TRUE(loaded.ok()) << file << ": "
                             << (loaded ? "" : to_string(loaded.problems().front()));
    return std::move(loaded).value();
}

/// `check/NAME` of tests/golden/check/NAME.toml.
std::string golden_name(const std::string& file) {
    return "check/" + std::filesystem::path(file).stem().string();
}

std::vector<std::string> all_cases() {
    std::vector<std::string> files = golden_inputs("check", ".toml");
    const std::vector<std::string> catalog = files_below("catalog", "case.toml");
    files.insert(files.end(), catalog.begin(), catalog.end());
    return files;
}

} // namespace

TEST(CheckScreen, ReadsAsItDidWhenItWasApproved) {
    for (const std::string& file : golden_inputs("check", ".toml")) {
        const LoadedCase loaded = opened(file);
        expect_golden(golden_name(file) + ".txt", check_text(loaded, check(loaded)));
    }
}

TEST(CheckJson, SaysTheSameAsWhenItWasApproved) {
    for (const std::string& file : golden_inputs("check", ".toml")) {
        const LoadedCase loaded = opened(file);
        expect_golden(golden_name(file) + ".json", json_text(check_json(loaded, check(loaded))));
    }
}

TEST(CheckScreen, SaysWhatWasProvedWhenTheBudgetRanOut) {
    const LoadedCase loaded =
        opened(golden_inputs("check", ".toml").front()); // agreement-of-ranges
    CheckResult result = check(loaded);
    const Outcome outcome = *result.shown_outcome();
    result.verdict.answer = UndecidedVerdict{outcome, {}, UndecidedReason::budget, {}};
    expect_golden("check/undecided-with-an-outcome.txt", check_text(loaded, result));
    result.verdict.answer = UndecidedVerdict{};
    expect_golden("check/undecided.txt", check_text(loaded, result));
}

TEST(CheckScreen, KeepsToTheWidthOfThePage) {
    for (const std::string& file : all_cases()) {
        const LoadedCase loaded = opened(file);
        const CheckResult result = check(loaded);
        for (const std::size_t width : {60U, 80U, 120U}) {
            for (const std::string& line : lines_of(check_text(loaded, result, {.width = width}))) {
                EXPECT_LE(column_count(line), width) << file << ": " << line;
                EXPECT_FALSE(line.ends_with(' ')) << file << ": " << line;
            }
        }
    }
}

TEST(CheckScreen, SetsOnlyHeadingsInBold) {
    const LoadedCase loaded = opened(golden_inputs("check", ".toml").front());
    const CheckResult result = check(loaded);
    std::string bold = check_text(loaded, result, {.width = 80, .emphasis = Emphasis::bold});
    for (const std::string& code : {std::string("\033[1m"), std::string("\033[0m")}) {
        for (std::size_t at = bold.find(code); at != std::string::npos; at = bold.find(code)) {
            bold.erase(at, code.size());
        }
    }
    EXPECT_EQ(bold, check_text(loaded, result));
}

TEST(CheckScreen, NeverForetellsAndNeverAdvisesWhatToGiveUp) {
    for (const std::string& file : all_cases()) {
        const LoadedCase loaded = opened(file);
        const std::string text = check_text(loaded, check(loaded), {.width = 1000});
        for (const char* word : {"likely", "probab", "chance", "remove", "cheapest", "witness",
                                 "coverage", "guarantees peace"}) {
            EXPECT_EQ(text.find(word), std::string::npos) << file << " says " << word;
        }
    }
}

TEST(CheckJson, WritesFractionsExactlyWhenAsked) {
    const LoadedCase loaded = opened(golden_inputs("check", ".toml").front());
    const CheckResult result = check(loaded);
    const Node decimal = check_json(loaded, result);
    const Node exact = check_json(loaded, result, {.numbers = JsonNumbers::exact});
    EXPECT_EQ(decimal.find("surplus")->find("alta")->items[0].text, "9.28571428571");
    EXPECT_EQ(exact.find("surplus")->find("alta")->items[0].text, "65/7");
    EXPECT_EQ(exact.find("surplus")->find("alta")->items[0].kind, NodeKind::text);
}

TEST(CheckJson, TellsTheTimeOnlyWhenAsked) {
    const LoadedCase loaded = opened(golden_inputs("check", ".toml").front());
    const CheckResult result = check(loaded);
    EXPECT_EQ(check_json(loaded, result).find("elapsed_ms"), nullptr);
    const Node timed = check_json(loaded, result, {.timings = JsonTimings::present});
    EXPECT_EQ(timed.find("elapsed_ms")->kind, NodeKind::number);
}

} // namespace unbracket
