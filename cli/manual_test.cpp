#include "cli/manual.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket::cli {
namespace {

using testing::holds;
using testing::lines_of;

Verb sample_verb() {
    return {.name = "weigh twice",
            .summary = "weigh a boat -- again",
            .description = "A path such as a\\b.\n\n.first of a line, and 'quoted'",
            .operands = {{.name = "BOAT", .help = "'what' is weighed"}},
            .flags = {{.name = "to-scale", .value = "NAME", .help = "which", .letter = 's'},
                      {.name = "again", .help = "once more", .occurs = Occurs::repeatedly}},
            .examples = {{"unbracket weigh twice ferry", "the ferry"}}};
}

/// Requests at line beginnings that troff would not print.
std::vector<std::string> requests_of(const std::string& page) {
    std::vector<std::string> requests;
    for (const std::string& line : lines_of(page)) {
        if (line.starts_with('.') || line.starts_with('\'')) {
            requests.push_back(line.substr(0, line.find(' ')));
        }
    }
    return requests;
}

TEST(ManualName, JoinsTheWordsOfAVerb) {
    EXPECT_EQ(manual_name({.name = "check"}), "unbracket-check");
    EXPECT_EQ(manual_name({.name = "said add"}), "unbracket-said-add");
}

TEST(ManualPage, NamesThePageAndTheSummary) {
    const std::string page = manual_page(sample_verb());
    EXPECT_TRUE(page.starts_with(".TH \"unbracket\\-weigh\\-twice\" 1 "));
    EXPECT_TRUE(holds(page, ".SH NAME\nunbracket\\-weigh\\-twice \\- weigh a boat \\-\\- again\n"));
    EXPECT_TRUE(holds(page, ".B unbracket weigh twice [flags] BOAT\n"));
}

TEST(ManualPage, PrintsWhatTroffWouldObeyAsText) {
    const std::string page = manual_page(sample_verb());
    EXPECT_TRUE(holds(page, "a\\eb."));
    EXPECT_TRUE(holds(page, ".PP\n\\&.first of a line, and 'quoted'\n"));
    EXPECT_TRUE(holds(page, "\n\\&'what' is weighed\n"));
}

TEST(ManualPage, ExplainsFlagsAsHelpDoes) {
    const std::string page = manual_page(sample_verb());
    EXPECT_TRUE(holds(page, ".TP\n.B \\-s, \\-\\-to\\-scale NAME\nwhich\n"));
    EXPECT_TRUE(holds(page, ".TP\n.B \\-\\-again\nonce more (may be repeated)\n"));
    EXPECT_TRUE(holds(page, ".TP\n.B unbracket weigh twice ferry\nthe ferry\n"));
}

TEST(ManualPage, HasTheSectionsOfAManualInTheirOrder) {
    for (const Verb& verb : all_verbs()) {
        const std::string page = manual_page(verb);
        std::size_t before = 0;
        for (const char* section : {"NAME", "SYNOPSIS", "DESCRIPTION", "OPERANDS", "OPTIONS",
                                    "EXAMPLES", "EXIT STATUS", "SEE ALSO"}) {
            const std::size_t at = page.find(".SH " + std::string(section) + "\n");
            ASSERT_NE(at, std::string::npos) << verb.name << ": " << section;
            EXPECT_GT(at, before) << verb.name << ": " << section;
            before = at;
        }
    }
}

TEST(ManualPage, UsesOnlyTheRequestsItMeans) {
    const std::vector<std::string> known = {".TH", ".SH", ".B", ".TP", ".PP", ".BR"};
    for (const Verb& verb : all_verbs()) {
        for (const std::string& request : requests_of(manual_page(verb))) {
            EXPECT_NE(std::find(known.begin(), known.end(), request), known.end())
                << verb.name << ": " << request;
        }
    }
}

TEST(ManualPage, NamesEveryExitCode) {
    const std::string page = manual_page(sample_verb());
    for (const int code : {answered, failed, bad_input, refused, interrupted}) {
        EXPECT_TRUE(holds(page, ".B " + std::to_string(code) + "\n")) << code;
    }
    EXPECT_TRUE(holds(page, ".B 10 to 13\n"));
}

TEST(ManualOverview, PointsToEveryPageThatIsWritten) {
    const std::string page = manual_overview();
    for (const Verb& verb : all_verbs()) {
        const bool is_shown = verb.listing == Listing::shown;
        std::string name;
        for (const char letter : verb.name) {
            name += letter == '-' ? "\\-" : std::string(1, letter);
        }
        EXPECT_EQ(holds(page, ".TP\n.B " + name + "\n"), is_shown) << name;
    }
    EXPECT_TRUE(holds(page, ".BR unbracket\\-said\\-add (1)"));
    EXPECT_FALSE(holds(page, "completion"));
}

TEST(ManualOverview, SaysWhichVariablesAreRead) {
    EXPECT_TRUE(holds(manual_overview(), ".B NO_COLOR\n"));
    EXPECT_TRUE(holds(manual_overview(), ".B COLUMNS\n"));
}

} // namespace
} // namespace unbracket::cli
