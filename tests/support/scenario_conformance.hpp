#pragma once

#include "unbracket/io/json_writer.hpp"
#include "unbracket/io/scenario/parse.hpp"
#include "unbracket/io/scenario/scenario_document.hpp"
#include "unbracket/io/scenario/scenario_format.hpp"
#include "unbracket/model/bind.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// What every format of scenarios must pass. A new format calls the functions below with its line of
// the table of formats and a profile of its own, each from a test of its own;
// genius_format_test.cpp shows it.

namespace unbracket::testing {

struct ScenarioFormatUnderTest {
    const ScenarioFormat* format = nullptr;
    /// A profile by itself that uses all of the syntax; ASCII, more than 100 bytes.
    std::string sample;
    /// Whether a fallback is a number, and not an outcome that stands for it.
    bool keeps_fallbacks = true;
    /// The domain that the sample needs, or nothing.
    std::string domain = "";
};

/// A number from 0 to 1 with up to 17 digits, as programs print doubles.
inline Rational random_long_decimal(std::uint64_t& state) {
    constexpr std::int64_t most = 100'000'000'000'000'000;
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return Rational(static_cast<std::int64_t>(state >> 7U) % most, most);
}

/// A random number: mostly small and whole, sometimes a long decimal or a fraction.
inline Rational random_worth(std::uint64_t& state) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    const auto number = static_cast<std::int64_t>((state >> 33U) % 200);
    switch ((state >> 50U) % 4) {
    case 0:
        return Rational(number, 1000);
    case 1:
        return Rational(number * 1'000'003 + 7, 100'000'000'000);
    default:
        return number;
    }
}

inline std::size_t random_below(std::uint64_t& state, std::size_t bound) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>((state >> 33U) % bound);
}

/// Issues with names and values that formats have to escape. Some scenarios have long numbers, and
/// then up to so many issues.
inline Scenario random_scenario(std::uint64_t state, std::size_t most_issues = 34) {
    Scenario scenario;
    scenario.name = "drawn";
    const std::vector<std::string> names = {"price & term", "\"quoted\"", "no",  "1",    "<a>",
                                            "c: d",         "#x",         "- y", "null", "[z]"};
    const bool is_long = random_below(state, 16) == 0; // many issues, long numbers
    const std::size_t issues = 1 + random_below(state, is_long ? most_issues : 4);
    const auto worth = [&] { return is_long ? random_long_decimal(state) : random_worth(state); };
    for (std::size_t i = 0; i < issues; ++i) {
        ScenarioIssue& issue = scenario.issues.emplace_back();
        issue.name = names[random_below(state, names.size())] + " " + std::to_string(i);
        const std::size_t values = 1 + random_below(state, 5);
        for (std::size_t j = 0; j < values; ++j) {
            issue.values.push_back(names[(j + i) % names.size()]);
        }
    }
    const std::size_t parties = 1 + random_below(state, 4);
    for (std::size_t party = 0; party < parties; ++party) {
        ScenarioProfile& profile = scenario.profiles.emplace_back();
        profile.name = "p" + std::to_string(party);
        for (const ScenarioIssue& issue : scenario.issues) {
            std::vector<Rational>& scores = profile.scores.emplace_back();
            for (std::size_t j = 0; j < issue.values.size(); ++j) {
                scores.push_back(worth());
            }
        }
        profile.fallback = worth();
    }
    return scenario;
}

/// Of any outcome.
inline Rational least_worth(const ScenarioProfile& profile) {
    Rational least = profile.constant;
    for (const std::vector<Rational>& scores : profile.scores) {
        least += *std::min_element(scores.begin(), scores.end());
    }
    return least;
}

/// What the files of a format give when they are read.
inline Result<Scenario> read_back(const ScenarioFormat& format,
                                  const std::vector<NamedText>& texts) {
    std::vector<ScenarioFile> files;
    for (const NamedText& text : texts) {
        const Result<Node> root = parse_scenario_file(text.bytes, text.name);
        if (!root) {
            return root.problems();
        }
        const FileRole role = format.role(root.value());
        if (role != FileRole::none) {
            files.push_back({text.name.substr(0, text.name.rfind('.')), role, root.value()});
        }
    }
    ScenarioNotes notes;
    return format.read(files, {}, notes);
}

/// The factor between the two, of every worth above the first value of each issue; 0 where there is
/// none for all.
inline void expect_same_order_of_worth(const ScenarioProfile& before,
                                       const ScenarioProfile& after) {
    Rational factor;
    Rational moved_before;
    Rational moved_after;
    for (std::size_t i = 0; i < before.scores.size(); ++i) {
        moved_before += before.scores[i].front();
        moved_after += after.scores[i].front();
        for (std::size_t j = 1; j < before.scores[i].size(); ++j) {
            const Rational one = before.scores[i][j] - before.scores[i].front();
            const Rational other = after.scores[i][j] - after.scores[i].front();
            ASSERT_EQ(one.sign(), other.sign());
            if (one.sign() != 0 && factor.sign() == 0) {
                factor = other / one;
            }
            EXPECT_EQ(one * factor, other);
        }
    }
    if (factor.sign() != 0) {
        EXPECT_EQ((before.fallback - before.constant - moved_before) * factor,
                  after.fallback - after.constant - moved_after);
    }
}

/// Drawn scenarios come back with the same issues, the same values, and every party's worth moved
/// and scaled as a whole.
inline void expect_scenarios_round_trip(const ScenarioFormatUnderTest& under_test,
                                        const std::string& test_name) {
    const ScenarioFormat& format = *under_test.format;
    for (std::size_t i = 0; i < shared_count(2000); ++i) {
        SCOPED_TRACE("scenario " + std::to_string(i) + ": " + repeat_command(test_name));
        // Where an outcome stands for the fallback, outcomes have to be few.
        const std::size_t most_issues = under_test.keeps_fallbacks ? 34 : 6;
        Scenario before = random_scenario(suite_seed() * 1000003 + i, most_issues);
        for (ScenarioProfile& profile : before.profiles) {
            profile.fallback = under_test.keeps_fallbacks ? profile.fallback : least_worth(profile);
        }
        const Result<std::vector<NamedText>> texts = format.write(before);
        ASSERT_TRUE(texts.ok()) << to_string(texts.problems().front());
        const Result<Scenario> after = read_back(format, texts.value());
        ASSERT_TRUE(after.ok()) << to_string(after.problems().front());
        ASSERT_EQ(after.value().issues.size(), before.issues.size());
        for (std::size_t at = 0; at < before.issues.size(); ++at) {
            EXPECT_EQ(after.value().issues[at].name, before.issues[at].name);
            EXPECT_EQ(after.value().issues[at].values, before.issues[at].values);
        }
        ASSERT_EQ(after.value().profiles.size(), before.profiles.size());
        for (std::size_t at = 0; at < before.profiles.size(); ++at) {
            expect_same_order_of_worth(before.profiles[at], after.value().profiles[at]);
        }
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

/// A decimal with so many places, the last of them not 0.
inline Rational long_decimal(std::uint64_t& state, std::size_t places) {
    std::string text = "0.";
    for (std::size_t i = 1; i < places; ++i) {
        text += static_cast<char>('0' + static_cast<char>(random_below(state, 10)));
    }
    return *parse_fraction(text + "7");
}

/// Numbers of up to 180 places, and the smallest that programs in Java print, come back exactly;
/// longer ones come back exactly too, or each of them is a problem.
inline void expect_long_numbers_round_trip(const ScenarioFormatUnderTest& under_test) {
    std::uint64_t state = 7;
    for (const std::size_t places : {90U, 101U, 180U, 190U, 199U, 201U, 260U, 398U}) {
        SCOPED_TRACE(std::to_string(places) + " places");
        Scenario before;
        before.name = "long";
        before.issues = {{"x", {"a", "b", "c"}, {}, {}}, {"y", {"d", "e"}, {}, {}}};
        ScenarioProfile& profile = before.profiles.emplace_back();
        profile.name = "p";
        const Rational tiny = *parse_fraction("4.9e-324");
        profile.scores = {{0, long_decimal(state, places), 1}, {0, places < 100 ? tiny : 0}};
        profile.constant = places <= 180 ? long_decimal(state, places) : Rational(0);
        profile.fallback = under_test.keeps_fallbacks
                               ? profile.constant + long_decimal(state, places)
                               : profile.constant;
        const Result<std::vector<NamedText>> texts = under_test.format->write(before);
        EXPECT_TRUE(texts.ok() || places > 180);
        for (const Diagnostic& problem : texts.problems()) {
            EXPECT_NE(problem.what.find("needs more than 400 characters"), std::string::npos);
            EXPECT_TRUE(problem.what.find("`b`") != std::string::npos ||
                        problem.what.find("without agreement") != std::string::npos)
                << problem.what;
        }
        if (!texts) {
            EXPECT_EQ(texts.problems().size(), under_test.keeps_fallbacks ? 2U : 1U);
            continue;
        }
        const Result<Scenario> after = read_back(*under_test.format, texts.value());
        ASSERT_TRUE(after.ok()) << to_string(after.problems().front());
        expect_same_order_of_worth(profile, after.value().profiles.front());
        const Result<Node> document = scenario_document(after.value(), "t", "s");
        ASSERT_TRUE(document.ok()) << to_string(document.problems().front());
        const Result<Case> bound = bind_case(document.value());
        EXPECT_TRUE(bound.ok()) << to_string(bound.problems().front());
    }
}

/// Every beginning of the sample is a case, or refused with its file.
inline void expect_survives_truncated_scenarios(const ScenarioFormatUnderTest& under_test) {
    ASSERT_GT(under_test.sample.size(), 100U);
    std::size_t refused = 0;
    for (std::size_t length = 0; length <= under_test.sample.size(); ++length) {
        const Result<Node> root =
            parse_scenario_file(std::string_view(under_test.sample).substr(0, length), "sample");
        const bool is_known = root && under_test.format->role(root.value()) == FileRole::profile;
        if (!is_known) {
            ++refused;
            continue;
        }
        std::vector<ScenarioFile> files = {{"sample", FileRole::profile, root.value()}};
        if (!under_test.domain.empty()) {
            const Node domain = parse_scenario_file(under_test.domain, "sample").value();
            files.insert(files.begin(), {"domain", FileRole::domain, domain});
        }
        ScenarioNotes notes;
        const Result<Scenario> scenario = under_test.format->read(files, {}, notes);
        if (!scenario) {
            EXPECT_EQ(scenario.problems().front().where.file, "sample") << length;
            ++refused;
        } else {
            const Result<Node> document = scenario_document(scenario.value(), "t", "s");
            EXPECT_TRUE(document.ok() && bind_case(document.value()).ok()) << length;
        }
    }
    EXPECT_GT(refused, under_test.sample.size() / 4);
    EXPECT_LE(refused, under_test.sample.size());
}

/// What is beyond a file is refused before it becomes anything: bytes, and nesting by the syntax
/// that the sample is written in.
inline void expect_limits_of_files(const ScenarioFormatUnderTest& under_test) {
    const std::string& sample = under_test.sample;
    const auto problem_of = [](const std::string& text) {
        const Result<Node> root = parse_scenario_file(text, "sample");
        return root ? "it was read" : to_string(root.problems().front());
    };
    EXPECT_EQ(problem_of(sample), "it was read");
    EXPECT_NE(problem_of(sample + std::string(std::size_t{16} << 20U, ' ')).find("bytes"),
              std::string::npos);
    const std::string opening = sample.front() == '<'   ? "<a>"
                                : sample.front() == '{' ? "{\"a\":"
                                                        : "[";
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += opening;
    }
    EXPECT_NE(problem_of(deep).find("sample:1:"), std::string::npos);
    std::string opened;
    std::string closed;
    for (int i = 0; i < 40; ++i) {
        opened += opening;
        closed += sample.front() == '<' ? "</a>" : sample.front() == '{' ? "}" : "]";
    }
    const std::string inner = sample.front() == '<' ? "<b/>" : "1";
    EXPECT_NE(problem_of(opened + inner + closed).find("nested more than"), std::string::npos);
}

/// Scenarios that no case holds are refused by the reader, or where a case is made of them: 129
/// profiles, 513 issues, 4097 values of an issue. One less of each is a case.
inline void expect_limits_of_cases(const ScenarioFormat& format) {
    struct Size {
        std::size_t parties;
        std::size_t issues;
        std::size_t values;
        std::string limit;
    };
    const auto problem_of = [&](const Size& size) -> std::string {
        Scenario scenario;
        scenario.name = "large";
        scenario.issues.resize(size.issues);
        for (std::size_t i = 0; i < size.issues; ++i) {
            scenario.issues[i].name = "i" + std::to_string(i);
            for (std::size_t j = 0; j < size.values; ++j) {
                scenario.issues[i].values.push_back("v" + std::to_string(j));
            }
        }
        for (std::size_t party = 0; party < size.parties; ++party) {
            ScenarioProfile& profile = scenario.profiles.emplace_back();
            profile.name = "p" + std::to_string(party);
            profile.scores.resize(size.issues, std::vector<Rational>(size.values, 0));
            profile.scores[0][0] = 1;
        }
        const Result<std::vector<NamedText>> texts = format.write(scenario);
        if (!texts) {
            return "not written: " + to_string(texts.problems().front());
        }
        const Result<Scenario> read = read_back(format, texts.value());
        const Result<Node> document =
            read ? scenario_document(read.value(), "t", "s") : Result<Node>(read.problems());
        return document ? "a case" : to_string(document.problems().front());
    };
    for (const Size& size :
         {Size{129, 1, 2, "128"}, Size{1, 513, 1, "512"}, Size{1, 1, 4097, "4096"}}) {
        EXPECT_NE(problem_of(size).find(size.limit), std::string::npos) << problem_of(size);
    }
    for (const Size& size : {Size{128, 1, 2, ""}, Size{1, 512, 1, ""}, Size{1, 1, 4096, ""}}) {
        EXPECT_EQ(problem_of(size), "a case");
    }
}

/// What a profile says beside the sample itself, or with its domain, and all that is told of it.
inline std::string said_of(const ScenarioFormatUnderTest& under_test, const Node& profile) {
    const bool has_domain = !under_test.domain.empty();
    const Node first =
        parse_scenario_file(has_domain ? under_test.domain : under_test.sample, "first").value();
    const std::vector<ScenarioFile> files = {
        {"first", has_domain ? FileRole::domain : FileRole::profile, first},
        {"sample", FileRole::profile, profile}};
    ScenarioNotes notes;
    const Result<Scenario> scenario = under_test.format->read(files, {}, notes);
    const Result<Node> document = scenario ? scenario_document(scenario.value(), "t", "s")
                                           : Result<Node>(scenario.problems());
    if (!document) {
        return "refused";
    }
    std::string said = write_json(document.value(), JsonStyle::compact).value();
    for (const auto* const sentences : {&notes.remarks, &notes.assumptions}) {
        for (const std::string& sentence : *sentences) {
            said += "\n" + sentence;
        }
    }
    return said;
}

/// Calls `look(what was taken away)` with the tree as it is without each of its values, one after
/// the other. The parts that make an element of XML stay.
inline void without_each(Node& part, const std::function<void(const std::string&)>& look) {
    const bool is_element = part.find("attributes") != nullptr && part.find("children") != nullptr;
    for (std::size_t i = 0; i < part.members.size(); ++i) {
        if (!is_element) {
            const Node::Member taken = part.members[i];
            part.members.erase(part.members.begin() + static_cast<std::ptrdiff_t>(i));
            look(taken.key);
            part.members.insert(part.members.begin() + static_cast<std::ptrdiff_t>(i), taken);
        }
        without_each(part.members[i].value, look);
    }
    for (std::size_t i = 0; i < part.items.size(); ++i) {
        const Node taken = part.items[i];
        part.items.erase(part.items.begin() + static_cast<std::ptrdiff_t>(i));
        look("item " + std::to_string(i));
        part.items.insert(part.items.begin() + static_cast<std::ptrdiff_t>(i), taken);
        without_each(part.items[i], look);
    }
}

/// A profile that lacks any one value is refused, or says the same as before, or something is told
/// that was not before; but for keys that have a value by definition where they are left out.
inline void expect_nothing_is_made_up(const ScenarioFormatUnderTest& under_test,
                                      const std::set<std::string>& defined = {}) {
    Node profile = parse_scenario_file(under_test.sample, "sample").value();
    const std::string before = said_of(under_test, profile);
    ASSERT_NE(before, "refused");
    const std::string told = before.substr(before.find('\n'));
    std::size_t refused = 0;
    without_each(profile, [&](const std::string& taken) {
        const bool is_read = under_test.format->role(profile) == FileRole::profile;
        const std::string after = is_read ? said_of(under_test, profile) : "refused";
        refused += after == "refused" ? 1U : 0U;
        const bool is_silent = after != "refused" && after.substr(after.find('\n')) == told;
        EXPECT_TRUE(!is_silent || after == before || defined.contains(taken))
            << taken << " was taken away without a word";
    });
    EXPECT_GT(refused, 3U);
    EXPECT_EQ(said_of(under_test, profile), before);
}

/// Patterns are written, or refused one party at a time; never left out.
inline void expect_patterns_are_not_dropped(const ScenarioFormatUnderTest& under_test) {
    Scenario scenario = random_scenario(3);
    scenario.issues.front().values = {"one", "two"};
    for (ScenarioProfile& profile : scenario.profiles) {
        profile.scores.front() = {1, 2};
        profile.patterns = {{{{0, {1}}}, 5}};
    }
    const Result<std::vector<NamedText>> texts = under_test.format->write(scenario);
    if (!texts) {
        EXPECT_EQ(texts.problems().size(), scenario.profiles.size());
        return;
    }
    const Result<Scenario> after = read_back(*under_test.format, texts.value());
    ASSERT_TRUE(after.ok());
    EXPECT_EQ(after.value().profiles.front().patterns.size(), 1U);
}

} // namespace unbracket::testing
