#include "cli/help.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket::cli {
namespace {

using testing::holds;
using testing::lines_of;

/// Commands are left whole, so that they can be copied.
void expect_fits(const std::string& text, std::size_t width) {
    for (const std::string& line : lines_of(text)) {
        EXPECT_TRUE(line.starts_with("    $ ") || line.size() <= width) << width << ": " << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
    }
}

Verb sample_verb() {
    return {.name = "weigh",
            .summary = "weigh a boat",
            .description = "First paragraph.\n\nSecond paragraph.",
            .operands = {{.name = "BOAT", .help = "what is weighed"},
                         {.name = "ANCHOR", .help = "what else", .at_least = 0, .at_most = 0}},
            .flags = {{.name = "scale", .value = "NAME", .help = "which scale", .letter = 's'},
                      {.name = "a-name-that-is-too-long-for-its-column",
                       .value = "VALUE",
                       .help = "stands alone"}},
            .examples = {{"unbracket weigh ferry", "the ferry"}}};
}

TEST(Spelling, OfAFlagLeavesRoomForALetter) {
    EXPECT_EQ(spelling_of({.name = "output", .value = "FILE", .letter = 'o'}), "-o, --output FILE");
    EXPECT_EQ(spelling_of({.name = "quiet", .letter = 'q'}), "-q, --quiet");
    EXPECT_EQ(spelling_of({.name = "exact"}), "    --exact");
}

TEST(Explanation, OfAFlagListsItsChoices) {
    EXPECT_EQ(explanation_of({.help = "form", .choices = {"text"}}), "form: text");
    EXPECT_EQ(explanation_of({.help = "form", .choices = {"text", "json"}}), "form: text or json");
    EXPECT_EQ(explanation_of({.help = "form", .choices = {"text", "json", "csv"}}),
              "form: text, json or csv");
}

TEST(Explanation, DoesNotRepeatChoicesThatTheHelpExplains) {
    EXPECT_EQ(explanation_of(
                  {.help = "colours: auto (on a terminal) or never", .choices = {"auto", "never"}}),
              "colours: auto (on a terminal) or never");
    EXPECT_EQ(explanation_of({.help = "how it is named", .choices = {"named", "anonymous"}}),
              "how it is named: named or anonymous");
}

TEST(Explanation, SaysWhichFlagsMayBeRepeated) {
    EXPECT_EQ(explanation_of({.help = "set an entry", .occurs = Occurs::repeatedly}),
              "set an entry (may be repeated)");
}

TEST(Usage, ShowsWhatIsOptionalAndWhatMayBeRepeated) {
    EXPECT_EQ(usage_of(sample_verb()), "unbracket weigh [flags] BOAT [ANCHOR...]");
    EXPECT_EQ(usage_of({.name = "list"}), "unbracket list");
    const Verb several = {.name = "join", .operands = {{.name = "CASE", .at_most = 0}}};
    EXPECT_EQ(usage_of(several), "unbracket join CASE...");
}

TEST(Help, OfAVerbNamesEverythingInOrder) {
    EXPECT_EQ(help_of(sample_verb(), 80), "unbracket weigh: weigh a boat\n"
                                          "\n"
                                          "usage: unbracket weigh [flags] BOAT [ANCHOR...]\n"
                                          "\n"
                                          "First paragraph.\n"
                                          "\n"
                                          "Second paragraph.\n"
                                          "\n"
                                          "  BOAT    what is weighed\n"
                                          "  ANCHOR  what else\n"
                                          "\n"
                                          "flags\n"
                                          "  -s, --scale NAME          which scale\n"
                                          "      --a-name-that-is-too-long-for-its-column VALUE\n"
                                          "                            stands alone\n"
                                          "\n"
                                          "examples\n"
                                          "  the ferry\n"
                                          "    $ unbracket weigh ferry\n");
}

TEST(Help, BreaksExplanationsBehindTheirColumn) {
    Verb verb = sample_verb();
    verb.flags = {{.name = "tare", .help = "weight of what holds it, to be taken off again later"}};
    EXPECT_TRUE(holds(help_of(verb, 60),
                      "      --tare  weight of what holds it, to be taken off again\n"
                      "              later\n"))
        << help_of(verb, 60);
}

TEST(Help, FitsEveryWidthFromSixtyOn) {
    for (const Verb& verb : all_verbs()) {
        for (const std::size_t width : {60U, 72U, 80U, 120U, 200U}) {
            expect_fits(help_of(verb, width), width);
        }
    }
}

TEST(Help, NamesEveryFlagAndEveryChoice) {
    for (const Verb& verb : all_verbs()) {
        const std::string text = help_of(verb, 1000);
        for (const Flag& flag : verb.flags) {
            EXPECT_TRUE(holds(text, "--" + flag.name)) << verb.name << ": " << flag.name;
            for (const std::string& choice : flag.choices) {
                EXPECT_TRUE(holds(explanation_of(flag), choice)) << verb.name << ": " << choice;
            }
        }
    }
}

TEST(Overview, FitsEveryWidthFromSixtyOn) {
    for (const std::size_t width : {60U, 72U, 80U, 120U}) {
        expect_fits(overview(width), width);
    }
}

TEST(Overview, NamesWhatUsersRunAndNotWhatIsHidden) {
    const std::vector<std::string> lines = lines_of(overview(80));
    for (const Verb& verb : all_verbs()) {
        const bool is_there = std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
            return line.starts_with("  " + verb.name + " ") && line.ends_with(verb.summary);
        });
        EXPECT_EQ(is_there, verb.listing == Listing::shown) << verb.name;
    }
}

} // namespace
} // namespace unbracket::cli
