#include "unbracket/report/html_page.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

constexpr std::string_view page = "<title>@@TITLE@@</title><script>@@DATA@@</script><p>end";

std::string data_with(const std::string& text) {
    return R"({"said":")" + text + R"("})";
}

TEST(HtmlPage, HasTitleAndDataInTheirPlaces) {
    EXPECT_EQ(html_page(page, "River Sel", data_with("yes")),
              "<title>River Sel</title><script>{\"said\":\"yes\"}</script><p>end");
}

TEST(HtmlPage, ReadsNoTitleAsMarkup) {
    EXPECT_EQ(html_page(page, "</title><script>a & b", data_with("")),
              "<title>&lt;/title&gt;&lt;script&gt;a &amp; b</title>"
              "<script>{\"said\":\"\"}</script><p>end");
}

TEST(HtmlPage, ReadsNoDataAsMarkup) {
    const std::string whole = html_page(page, "", data_with("</script><!-- <b>"));
    EXPECT_NE(whole.find("\\u003c/script>\\u003c!-- \\u003cb>"), std::string::npos);
    EXPECT_EQ(whole.find("</script><!--"), std::string::npos);
}

TEST(HtmlPage, LeavesAPlaceThatATextNamesAlone) {
    const std::string whole = html_page(page, "@@DATA@@", data_with("@@TITLE@@ @@DATA@@"));
    EXPECT_EQ(whole,
              "<title>@@DATA@@</title><script>{\"said\":\"@@TITLE@@ @@DATA@@\"}</script><p>end");
}

TEST(HtmlPage, IsRefusedWhereAPlaceIsMissing) {
    EXPECT_DEATH(html_page("<title>@@TITLE@@</title>", "", data_with("")), "keeps a place");
}

} // namespace
} // namespace unbracket
