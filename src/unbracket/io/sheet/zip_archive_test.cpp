#include "unbracket/io/sheet/zip_archive.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

bool any(std::string_view /*name*/) {
    return true;
}

std::string problem_of(const std::string& bytes, const ZipLimits& limits = {}) {
    const auto parts = read_zip(bytes, "a.xlsx", any, limits);
    return parts ? "it was read" : to_string(parts.problems().front());
}

TEST(ZipArchive, GivesBackItsParts) {
    const std::string bytes =
        write_zip({{"a.xml", "<a/>"}, {"b/c.xml", std::string(100'000, 'x')}});
    const auto parts = read_zip(bytes, "a.xlsx", any);
    ASSERT_TRUE(parts.ok());
    EXPECT_EQ(parts.value().size(), 2U);
    EXPECT_EQ(parts.value().at("a.xml"), "<a/>");
    EXPECT_EQ(parts.value().at("b/c.xml").size(), 100'000U);
    EXPECT_EQ(write_zip({{"a.xml", "<a/>"}, {"b/c.xml", std::string(100'000, 'x')}}), bytes);
}

TEST(ZipArchive, LeavesOutWhatIsNotWanted) {
    const auto parts = read_zip(write_zip({{"a.xml", "<a/>"}, {"b.png", "xx"}}), "a.xlsx",
                                [](std::string_view name) { return name.ends_with(".xml"); });
    EXPECT_EQ(parts.value().size(), 1U);
}

TEST(ZipArchive, RefusesWhatIsNone) {
    EXPECT_EQ(problem_of("point,issue\n"), "a.xlsx: this is no workbook: its bytes are no ZIP "
                                           "archive; save it as .xlsx in the spreadsheet program");
    EXPECT_NE(problem_of(""), "it was read");
}

TEST(ZipArchive, NeverUnpacksMoreThanItsLimits) {
    const std::string bytes = write_zip({{"a", std::string(3000, 'x')}, {"b", "y"}});
    EXPECT_EQ(problem_of(bytes, {.parts = 2, .bytes = 3001}), "it was read");
    EXPECT_NE(problem_of(bytes, {.parts = 1, .bytes = 3001}).find("more than 1 parts"),
              std::string::npos);
    EXPECT_NE(problem_of(bytes, {.parts = 2, .bytes = 3000}).find("MiB unpacked"),
              std::string::npos);
}

TEST(ZipArchive, RefusesPartsThatStandThereTwice) {
    EXPECT_NE(problem_of(write_zip({{"a", "x"}, {"a", "y"}})).find("stands there twice"),
              std::string::npos);
}

TEST(ZipArchive, ChecksTheSumOfEachPart) {
    std::string bytes = write_zip({{"a", "content"}});
    bytes[bytes.find("content")] = 'k';
    EXPECT_NE(problem_of(bytes).find("the sum of a part does not match"), std::string::npos);
}

TEST(ZipArchive, SurvivesEveryCutAndEverySpoiltByte) {
    const std::string bytes = write_zip({{"a.xml", "<a>text</a>"}, {"b.xml", "<b/>"}});
    std::size_t refused = 0;
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        refused += problem_of(bytes.substr(0, length)) == "it was read" ? 0U : 1U;
    }
    constexpr std::size_t closing_record = 22; // of which not every byte counts
    EXPECT_GE(refused, bytes.size() - closing_record);
    std::size_t spoilt = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string other = bytes;
        other[at] = static_cast<char>(other[at] ^ 0x41);
        spoilt += problem_of(other) == "it was read" ? 0U : 1U;
    }
    EXPECT_GT(spoilt, bytes.size() / 4);
}

} // namespace
} // namespace unbracket
