#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_respell.hpp"
#include "unbracket/model/edit.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

Node read(const std::string& text) {
    return read_toml(text, "x.toml").value();
}

std::string renamed(const std::string& text, const std::string& old_id, const std::string& new_id) {
    const Node before = read(text);
    const Node after = with_renamed(before, old_id, new_id).value();
    const Result<std::string> result = respelled_toml(text, before, after);
    return result ? result.value() : to_string(result.problems().front());
}

TEST(RespelledToml, KeepsCommentsAndBlanks) {
    const std::string text = "party.alta = { name = \"Alta\" }   # the upper state\n"
                             "\n"
                             "# what it has\n"
                             "[fallback]\n"
                             "alta   =   5 # five\n";
    EXPECT_EQ(renamed(text, "party.alta", "upper"),
              "party.upper = { name = \"Alta\" }   # the upper state\n"
              "\n"
              "# what it has\n"
              "[fallback]\n"
              "upper   =   5 # five\n");
}

TEST(RespelledToml, FindsEveryHeaderDottedKeyAndTextOfAnIssue) {
    const std::string text = "[issue.share]\n"
                             "option = ['a', \"b\"]\n"
                             "[issue.share.weight]\n"
                             "alta = 5\n"
                             "[[rule]]\n"
                             "forbid = { \"share\" = 'a', other.deep = 1 }\n"
                             "[[rule]]\n"
                             "at_most = 1\n"
                             "of = [ { share = \"a\" }, # one\n"
                             "       { share = \"b\" }, ]\n"
                             "[[said]]\n"
                             "id = 's1'\n"
                             "supports = ['issue.share.weight.alta']";
    EXPECT_EQ(renamed(text, "issue.share", "part"), "[issue.part]\n"
                                                    "option = ['a', \"b\"]\n"
                                                    "[issue.part.weight]\n"
                                                    "alta = 5\n"
                                                    "[[rule]]\n"
                                                    "forbid = { part = 'a', other.deep = 1 }\n"
                                                    "[[rule]]\n"
                                                    "at_most = 1\n"
                                                    "of = [ { part = \"a\" }, # one\n"
                                                    "       { part = \"b\" }, ]\n"
                                                    "[[said]]\n"
                                                    "id = 's1'\n"
                                                    "supports = [\"issue.part.weight.alta\"]");
}

TEST(RespelledToml, GivesAnElementWithoutIdItsIdBehindTheHeader) {
    EXPECT_EQ(renamed("[[rule]] # first\nforbid = { a = 1 }\n", "rule.1", "never-a"),
              "[[rule]] # first\nid = \"never-a\"\nforbid = { a = 1 }\n");
    EXPECT_EQ(renamed("rule = [{ forbid = { a = 1 } }]\n", "rule.1", "never-a"),
              "rule = [{ id = \"never-a\", forbid = { a = 1 } }]\n");
}

TEST(RespelledToml, KeepsWindowsLineEndsAndAByteOrderMark) {
    EXPECT_EQ(renamed("\xEF\xBB\xBF[party]\r\nalta = {} # x\r\n\r\n[fallback]\r\nalta = 1\r\n",
                      "party.alta", "a"),
              "\xEF\xBB\xBF[party]\r\na = {} # x\r\n\r\n[fallback]\r\na = 1\r\n");
}

TEST(RespelledToml, LeavesTextsThatOnlyLookLikeTheIdAlone) {
    const std::string text = "title = \"alta alta\"\n"
                             "summary = \"\"\"\nalta = 1\n[party.alta]\n\"\"\"\n"
                             "party.alta = {}\n";
    EXPECT_EQ(renamed(text, "party.alta", "a"), "title = \"alta alta\"\n"
                                                "summary = \"\"\"\nalta = 1\n[party.alta]\n\"\"\"\n"
                                                "party.a = {}\n");
}

TEST(RespelledToml, RefusesADocumentThatIsNotTheTextsOwn) {
    const Node other = read("party.bera = {}\n");
    EXPECT_FALSE(respelled_toml("party.alta = {}\n", other, other).ok());
}

} // namespace
} // namespace unbracket
