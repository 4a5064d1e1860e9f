#include "unbracket/unbracket.hpp"

#include "cli/page_asset.hpp"
#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace unbracket::cli {
namespace {

using testing::holds;

class Report : public testing::RunInFolder {
protected:
    /// What stands in the place kept for data.
    std::string data_in(const std::string& file) {
        const std::string page = folder_.content(file);
        const std::string begin = R"(id="unbracket-data">)";
        const std::size_t from = page.find(begin);
        const std::size_t to = page.find("</script>", from);
        return from == std::string::npos
                   ? ""
                   : page.substr(from + begin.size(), to - from - begin.size());
    }
};

TEST_F(Report, IsOneFileWithTheCaseTheFirstAnswersAndTheEngine) {
    EXPECT_EQ(answer({"report", "ferry.toml", "-o", "ferry.html", "-q"}), "");
    const std::string page = folder_.content("ferry.html");
    EXPECT_TRUE(page.starts_with("<!doctype html>"));
    EXPECT_EQ(page.find("@@"), std::string::npos);
    EXPECT_GT(page.size(), page_asset().size());
    const std::string data = data_in("ferry.html");
    for (const char* part : {R"("version":)", R"("view":"mediator")", R"("operands":["case.toml"])",
                             R"("files":{"case.toml":"unbracket = 1)", R"("check":{)",
                             R"("show":{)", R"("certificate":")"}) {
        EXPECT_TRUE(holds(data, part)) << part;
    }
}

TEST_F(Report, HasTheCaseOfItsAudienceAlone) {
    answer({"report", "ferry.toml", "-o", "seen.html", "-q", "--view", "public"});
    answer({"convert", "ferry.toml", "seen.toml", "-q", "--view", "public"});
    answer({"report", "seen.toml", "-o", "same.html", "-q"});
    const std::string seen = data_in("seen.html");
    EXPECT_TRUE(holds(seen, R"("view":"public")"));
    std::string same = data_in("same.html");
    same.replace(same.find(R"("mediator")"), 10, R"("public")");
    EXPECT_EQ(seen, same);
    EXPECT_NE(seen, data_in("ferry.html"));
}

TEST_F(Report, WritesOverNoFileThatIsNoPageUnasked) {
    answer({"convert", "ferry.toml", "other.toml", "-q"});
    const std::string before = folder_.content("other.toml");
    EXPECT_EQ(complaint({"report", "ferry.toml", "-o", "other.toml"}),
              "other.toml: a report is an HTML file, and this is no name of one; let it end in "
              ".html, or add --force\n1 problem\n");
    EXPECT_EQ(folder_.content("other.toml"), before);
    EXPECT_EQ(answer({"report", "ferry.toml", "-o", "ferry.htm", "-q"}), "");
    EXPECT_EQ(answer({"report", "ferry.toml", "-o", "FERRY.HTML", "-q"}), "");
    EXPECT_EQ(answer({"report", "ferry.toml", "-o", "page", "-q", "--force"}), "");
    EXPECT_EQ(folder_.content("page"), folder_.content("ferry.htm"));
    EXPECT_EQ(complaint({"report", "ferry.toml", "-o", "ferry.html", "--title", "a\xff"}),
              "--title: the title is not UTF-8; write it in UTF-8\n1 problem\n");
}

TEST_F(Report, IsWrittenAnewOverAReportAloneUnasked) {
    answer({"report", "ferry.toml", "-o", "ferry.html", "-q"});
    EXPECT_EQ(answer({"report", "ferry.toml", "-o", "ferry.html", "-q"}), "");
    folder_.put("notes.html", "<p>mine</p>");
    EXPECT_EQ(complaint({"report", "ferry.toml", "-o", "notes.html"}),
              "notes.html: the file is there already, and no report of unbracket; choose another "
              "name, or add --force\n1 problem\n");
    EXPECT_EQ(folder_.content("notes.html"), "<p>mine</p>");
    EXPECT_EQ(answer({"report", "ferry.toml", "-o", "notes.html", "-q", "--force"}), "");
    EXPECT_EQ(folder_.content("notes.html"), folder_.content("ferry.html"));
}

TEST_F(Report, SaysWhatItWroteAndHowToOpenIt) {
    EXPECT_EQ(run({"report", "ferry.toml", "-o", "ferry.html"}).err,
              "wrote ferry.html; a double click opens it\n");
    EXPECT_EQ(answer({"report", "ferry.toml", "-o", "ferry.html", "--format", "json"}),
              "{\n  \"written\": [\"ferry.html\"]\n}\n");
}

TEST_F(Report, GivesTheTitleThatIsAskedFor) {
    answer({"report", "ferry.toml", "-o", "ferry.html", "-q", "--title", "<b> & co"});
    EXPECT_TRUE(holds(folder_.content("ferry.html"), "<title>&lt;b&gt; &amp; co</title>"));
    EXPECT_TRUE(holds(data_in("ferry.html"), R"("title":"\u003cb> & co")"));
}

TEST_F(Report, WritesTheChangedCase) {
    answer({"report", "ferry.toml", "-o", "then.html", "-q", "--as-of", "2026-02-01"});
    EXPECT_TRUE(holds(data_in("then.html"), "as_of = 2026-02-01"));
}

TEST_F(Report, SaysWithWhichFlagsItWasWrittenToWhoSeesAll) {
    answer({"report", "ferry.toml", "-o", "ferry.html", "-q", "--as-of", "2026-03-31", "--set",
            "fallback.west=20"});
    EXPECT_TRUE(holds(data_in("ferry.html"),
                      R"("written_with":["--as-of 2026-03-31","--set fallback.west=20"])"));
    answer({"report", "ferry.toml", "-o", "seen.html", "-q", "--view", "public", "--set",
            "fallback.west=20"});
    EXPECT_TRUE(holds(data_in("seen.html"), R"("written_with":[])"));
}

TEST_F(Report, WantsAFileAndAValidCase) {
    EXPECT_EQ(complaint({"report", "ferry.toml"}),
              "unbracket: a report is a file of its own; name it with -o, as in -o report.html\n"
              "1 problem\n");
    folder_.put("bad.toml", "unbracket = 1\n");
    EXPECT_TRUE(holds(complaint({"report", "bad.toml", "-o", "bad.html"}), "bad.toml"));
    EXPECT_FALSE(std::filesystem::exists("bad.html"));
    EXPECT_TRUE(holds(complaint({"report", "ferry.toml", "-o", "ferry.toml"}), "is read"));
}

TEST_F(Report, GoesToStandardOutputWhereADashIsNamed) {
    answer({"report", "ferry.toml", "-o", "ferry.html", "-q"});
    EXPECT_EQ(answer({"report", "ferry.toml", "-o", "-"}), folder_.content("ferry.html"));
}

} // namespace
} // namespace unbracket::cli
