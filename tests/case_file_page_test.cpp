#include "unbracket/model/bind.hpp"

#include "tests/bind_text.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

// docs/case-file.md is the reference of the format. Its ```toml blocks, one after another, are one
// case file.

namespace unbracket::testing {
namespace {

std::string page() {
    std::ifstream file(repository_root() + "/docs/case-file.md");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The lines inside the blocks that begin with this line.
std::string blocks_of(const std::string& text, const std::string& fence) {
    std::string blocks;
    bool inside = false;
    std::stringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const bool is_fence = line.starts_with("```");
        if (!is_fence && inside) {
            blocks += line + "\n";
        }
        inside = is_fence ? line == fence : inside;
    }
    return blocks;
}

TEST(CaseFilePage, IsACaseFileBlockByBlock) {
    const Case talks = bound(blocks_of(page(), "```toml"));
    EXPECT_EQ(talks.parties.size(), 3U);
    EXPECT_EQ(talks.issues.size(), 4U);
    EXPECT_EQ(talks.statements.size(), 3U);
    EXPECT_EQ(talks.alternatives.size(), 1U);
    EXPECT_EQ(talks.changes.size(), 1U);
}

TEST(CaseFilePage, ShowsTheProblemsOfABrokenFileAsTheyComeOut) {
    const std::string text = page();
    const Result<Node> document =
        read_toml(blocks_of(text, "```toml file=broken.toml"), "broken.toml");
    ASSERT_TRUE(document.ok());
    std::string problems;
    const Result<Case> broken = bind_case(document.value());
    for (const Diagnostic& problem : broken.problems()) {
        problems += to_string(problem) + "\n";
    }
    EXPECT_EQ(problems, blocks_of(text, "```text"));
}

TEST(CaseFilePage, NamesEveryKeyOfEverySection) {
    const std::string text = page();
    for (const char* key :
         {"unbracket",    "title",      "summary",      "as_of",       "name",        "role",
          "names",        "party",      "speaks",       "decides",     "date",        "kind",
          "url",          "required",   "at_least",     "object",      "content",     "document",
          "point",        "option",     "range",        "status_quo",  "agenda",      "between",
          "weight",       "stance",     "order",        "curve",       "score",       "wording_of",
          "redline",      "draft",      "trend",        "from",        "value",       "intent",
          "if",           "then",       "forbid",       "at_most",     "of",          "needs",
          "never",        "firmness",   "since",        "status",      "when",        "loss",
          "by",           "set",        "rest",         "text",        "dropped",     "merged",
          "point_count",  "on_table",   "said",         "basis",       "sign",        "id",
          "who",          "person",     "speaks_for",   "attribution", "about",       "place",
          "source",       "via",        "claim",        "supports",    "suggests",    "judgement",
          "use",          "relays",     "stance_to_it", "same_as",     "contradicts", "supersedes",
          "differs",      "points",     "alternative",  "condition",   "bound",       "horizon",
          "own_strength", "confidence", "visibility",   "entered_by",  "checked_by",  "at",
          "view",         "claims",     "unit",         "issue",       "through",     "on",
          "full",         "moves",      "direction",    "size",        "present",     "informed",
          "uninformed",   "drafts",     "documents",    "people",      "joined",      "missing",
          "confidential", "first",      "first_object", "then_object", "demanded_by", "pace",
          "hard",         "question"}) {
        const std::string word = key;
        const bool in_code = text.find("`" + word) != std::string::npos ||
                             text.find("." + word + "`") != std::string::npos ||
                             text.find("\n" + word + " = ") != std::string::npos;
        EXPECT_TRUE(in_code) << "docs/case-file.md does not explain `" << word << "`";
    }
}

} // namespace
} // namespace unbracket::testing
