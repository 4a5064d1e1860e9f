#include "cli/command.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>

// The description of the command line keeps to its own rules, since help, manual pages and
// completions repeat whatever stands there.

namespace unbracket::cli {
namespace {

Invocation with_flag(const std::string& name, std::vector<std::string> values) {
    Invocation invocation;
    invocation.flags[name] = std::move(values);
    return invocation;
}

/// Calls `look` with every flag of every verb.
template <class Look>
void for_each_flag(Look look) {
    for (const Verb& verb : all_verbs()) {
        for (const Flag& flag : verb.flags) {
            SCOPED_TRACE(verb.name + " --" + flag.name);
            look(flag);
        }
    }
}

bool has_flag(const Verb& verb, const std::string& name) {
    return std::any_of(verb.flags.begin(), verb.flags.end(),
                       [&](const Flag& flag) { return flag.name == name; });
}

TEST(Invocation, GivesTheLastOfSeveralValues) {
    const Invocation invocation = with_flag("set", {"a=1", "b=2"});
    EXPECT_EQ(invocation.value("set"), "b=2");
    EXPECT_EQ(invocation.values("set"), (std::vector<std::string>{"a=1", "b=2"}));
}

TEST(Invocation, GivesNothingOfAFlagThatIsNotThere) {
    const Invocation invocation = with_flag("quiet", {});
    EXPECT_FALSE(invocation.has("verbose"));
    EXPECT_EQ(invocation.value("verbose"), std::nullopt);
    EXPECT_TRUE(invocation.values("verbose").empty());
    EXPECT_EQ(invocation.count("verbose"), std::nullopt);
}

TEST(Invocation, KnowsAFlagWithoutAValue) {
    const Invocation invocation = with_flag("quiet", {});
    EXPECT_TRUE(invocation.has("quiet"));
    EXPECT_EQ(invocation.value("quiet"), std::nullopt);
}

TEST(Invocation, ReadsCounts) {
    EXPECT_EQ(with_flag("nodes", {"0"}).count("nodes"), 0U);
    EXPECT_EQ(with_flag("nodes", {"007"}).count("nodes"), 7U);
    EXPECT_EQ(with_flag("nodes", {"999999999999999999"}).count("nodes"), 999'999'999'999'999'999U);
    EXPECT_EQ(with_flag("nodes", {""}).count("nodes"), std::nullopt);
}

TEST(Verbs, HaveNamesOfTheirOwn) {
    std::set<std::string> names;
    for (const Verb& verb : all_verbs()) {
        EXPECT_TRUE(names.insert(verb.name).second) << verb.name;
        EXPECT_NE(verb.run, nullptr) << verb.name;
    }
    EXPECT_TRUE(names.contains("check"));
    EXPECT_TRUE(names.contains("said add"));
}

TEST(Verbs, AreExplainedInALineThatFitsTheOverview) {
    constexpr std::size_t most_columns = 68;
    for (const Verb& verb : all_verbs()) {
        SCOPED_TRACE(verb.name);
        ASSERT_FALSE(verb.summary.empty());
        EXPECT_TRUE(verb.listing == Listing::hidden || verb.summary.size() <= most_columns);
        EXPECT_TRUE(std::islower(static_cast<unsigned char>(verb.summary.front())));
        EXPECT_FALSE(verb.summary.ends_with('.'));
        EXPECT_FALSE(verb.examples.empty());
    }
}

TEST(Verbs, AskForHelpAndQuietInTheSameWay) {
    for (const Verb& verb : all_verbs()) {
        for (const char* name : {"help", "quiet", "verbose", "color"}) {
            EXPECT_TRUE(has_flag(verb, name)) << verb.name << " has no --" << name;
        }
    }
}

TEST(Verbs, ThatReadACaseForAnAnswerTakeItsChanges) {
    for (const Verb& verb : all_verbs()) {
        const bool answers = has_flag(verb, "width");
        for (const char* name : {"as-of", "set", "without", "answer", "output", "format"}) {
            EXPECT_TRUE(!answers || has_flag(verb, name)) << verb.name << " has no --" << name;
        }
    }
}

TEST(Verbs, LeaveAtMostOneOperandOpenSoThatTheOthersAreFound) {
    for (const Verb& verb : all_verbs()) {
        const auto open =
            std::count_if(verb.operands.begin(), verb.operands.end(),
                          [](const Operand& operand) { return operand.at_most == 0; });
        EXPECT_LE(open, 1) << verb.name;
    }
}

TEST(Flags, AreNamedOnceInAVerb) {
    for (const Verb& verb : all_verbs()) {
        std::set<std::string> names;
        std::set<char> letters;
        for (const Flag& flag : verb.flags) {
            EXPECT_TRUE(names.insert(flag.name).second) << verb.name << " --" << flag.name;
            EXPECT_TRUE(flag.letter == '\0' || letters.insert(flag.letter).second)
                << verb.name << " -" << flag.letter;
        }
    }
}

TEST(Flags, SayWhatTheirValueIs) {
    for_each_flag([](const Flag& flag) {
        EXPECT_EQ(flag.value.empty(), flag.kind == ValueKind::none);
        EXPECT_EQ(flag.choices.empty(), flag.kind != ValueKind::choice);
        EXPECT_TRUE(std::none_of(flag.value.begin(), flag.value.end(), [](unsigned char c) {
            return std::islower(c) != 0;
        })) << flag.value;
    });
}

TEST(Flags, AreExplainedInOneSentenceWithoutFullStop) {
    for_each_flag([](const Flag& flag) {
        ASSERT_FALSE(flag.help.empty());
        EXPECT_FALSE(std::isupper(static_cast<unsigned char>(flag.help.front()))) << flag.help;
        EXPECT_FALSE(flag.help.ends_with('.') && !flag.help.ends_with("...")) << flag.help;
    });
}

TEST(Flags, MeanTheSameInEveryVerb) {
    std::map<std::string, Flag> known;
    for_each_flag([&](const Flag& flag) {
        const bool is_shared = flag.name != "format" && flag.name != "output" &&
                               flag.name != "answer" && flag.name != "nodes" &&
                               flag.name != "threads" && flag.name != "parties";
        const auto [place, is_new] = known.emplace(flag.name, flag);
        EXPECT_EQ(place->second.letter, flag.letter);
        EXPECT_TRUE(!is_shared || place->second.kind == flag.kind);
        EXPECT_TRUE(!is_shared || place->second.help == flag.help);
    });
}

} // namespace
} // namespace unbracket::cli
