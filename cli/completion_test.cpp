#include "cli/command.hpp"
#include "cli/completion.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// What a shell makes of the completions is seen in tests/golden/cli/completion.txt; here every verb
// and flag is looked for in each of them.

namespace unbracket::cli {
namespace {

using testing::holds;
using testing::lines_of;

/// The lines that begin so, joined.
std::string lines_with(const std::string& text, const std::string& beginning) {
    std::string found;
    for (const std::string& line : lines_of(text)) {
        found += line.starts_with(beginning) ? line + "\n" : "";
    }
    return found;
}

std::string first_word(const Verb& verb) {
    return verb.name.substr(0, verb.name.find(' '));
}

/// What the completion of zsh does for one verb.
std::string zsh_case(const std::string& verb) {
    const std::string text = zsh_completion();
    const std::size_t start = text.find("    " + verb + ")\n");
    return start == std::string::npos ? "" : text.substr(start, text.find(";;", start) - start);
}

template <class Look>
void for_each_shown_flag(Look look) {
    for (const Verb& verb : all_verbs()) {
        for (const Flag& flag : verb.flags) {
            if (verb.listing == Listing::shown) {
                look(first_word(verb), flag);
            }
        }
    }
}

TEST(BashCompletion, OffersEveryFlagOfAVerb) {
    const std::string text = bash_completion();
    for_each_shown_flag([&](const std::string& verb, const Flag& flag) {
        const std::string line = lines_with(text, "    " + verb + ") flags=");
        EXPECT_TRUE(holds(line, "--" + flag.name)) << verb << " --" << flag.name;
        EXPECT_TRUE(flag.letter == '\0' || holds(line, std::string(" -") + flag.letter))
            << verb << " -" << flag.letter;
    });
}

TEST(BashCompletion, OffersOnlyFormatsThatTheVerbHas) {
    const std::string text = bash_completion();
    EXPECT_TRUE(holds(lines_with(text, "    check)"), "formats='text json'"));
    EXPECT_TRUE(holds(lines_with(text, "    diff)"), "formats='text json csv md'"));
}

TEST(ZshCompletion, OffersEveryFlagOfAVerbWithItsHelp) {
    for_each_shown_flag([&](const std::string& verb, const Flag& flag) {
        EXPECT_TRUE(holds(zsh_case(verb), "--" + flag.name + "[")) << verb << " --" << flag.name;
        const bool is_starred = holds(zsh_case(verb), "'*--" + flag.name + "[");
        EXPECT_EQ(is_starred, flag.occurs == Occurs::repeatedly) << verb << " --" << flag.name;
    });
}

TEST(ZshCompletion, LeavesNoColonOrBracketOfAHelpUnescaped) {
    const std::string text = zsh_case("check");
    EXPECT_TRUE(holds(text, "as known on that day\\: later statements"));
    EXPECT_TRUE(holds(text, "source\\:ID"));
    EXPECT_TRUE(holds(text, "[numbers as exact fractions in text, such as \"100/3\"]"));
}

TEST(ZshCompletion, CompletesValuesByTheirKind) {
    EXPECT_TRUE(holds(zsh_case("check"), ":FORMAT:(text json)'"));
    EXPECT_TRUE(holds(zsh_case("check"), ":FILE:_files'"));
    EXPECT_TRUE(holds(zsh_case("check"), ":DATE: '"));
}

TEST(FishCompletion, OffersEveryFlagOfAVerb) {
    const std::string text = fish_completion();
    for_each_shown_flag([&](const std::string& verb, const Flag& flag) {
        const std::string lines =
            lines_with(text, "complete -c unbracket -n '__fish_seen_subcommand_from " + verb + "'");
        EXPECT_TRUE(holds(lines, " -l " + flag.name + " ")) << verb << " --" << flag.name;
    });
}

TEST(FishCompletion, QuotesApostrophes) {
    EXPECT_TRUE(holds(fish_completion(), "default: the terminal'\\''s, or 80"));
}

TEST(Completions, OfferVerbsAndNothingHidden) {
    const std::string bash = lines_with(bash_completion(), "    COMPREPLY=($(compgen -W 'new ");
    const std::string fish = lines_with(fish_completion(), "complete -c unbracket -n __fish_use_");
    for (const Verb& verb : all_verbs()) {
        const bool is_shown = verb.listing == Listing::shown;
        EXPECT_EQ(holds(bash, first_word(verb)), is_shown) << verb.name;
        EXPECT_EQ(holds(fish, "-a '" + first_word(verb) + "'"), is_shown) << verb.name;
        EXPECT_EQ(holds(zsh_completion(), "    '" + first_word(verb) + ":"), is_shown) << verb.name;
    }
}

TEST(Completions, OfferTheSecondWordOfAVerb) {
    EXPECT_TRUE(holds(lines_with(bash_completion(), "    said)"), "second='add'"));
    EXPECT_TRUE(holds(zsh_case("said"), "compadd add"));
    EXPECT_TRUE(holds(fish_completion(), "seen_subcommand_from said' -a 'add'"));
}

TEST(Completions, SayWhatWroteThem) {
    for (const auto& [text, shell] :
         {std::pair(bash_completion(), "bash"), std::pair(zsh_completion(), "zsh"),
          std::pair(fish_completion(), "fish")}) {
        EXPECT_TRUE(holds(text, "written by `unbracket completion " + std::string(shell) + "`"));
        EXPECT_TRUE(text.ends_with('\n'));
    }
}

} // namespace
} // namespace unbracket::cli
