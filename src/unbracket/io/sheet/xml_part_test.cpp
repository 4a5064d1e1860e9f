#include "unbracket/io/sheet/xml_part.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

std::string problem_of(const std::string& xml, const SheetLimits& limits = {}) {
    pugi::xml_document document;
    const auto problem = parse_xml_part(document, xml, "a.xlsx, part x.xml", limits);
    return problem ? problem->what : "";
}

TEST(XmlPart, HasNoDocumentTypeAndSoNoEntities) {
    EXPECT_EQ(problem_of("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"),
              "this part has a document type, which workbooks have not");
    pugi::xml_document document;
    EXPECT_FALSE(parse_xml_part(document, "<a>&c;&amp;</a>", "f", {}));
    EXPECT_STREQ(document.first_child().child_value(), "&c;&");
}

TEST(XmlPart, IsWellFormedTextOfLittleDepth) {
    EXPECT_EQ(problem_of("<a><b></a>").find("this part is no well-formed XML"), 0U);
    EXPECT_EQ(problem_of("<a>\xC3</a>").find("the byte 0xC3 is not UTF-8"), 0U);
    EXPECT_EQ(problem_of("<a><b><c/></b></a>", {.depth = 3}), "");
    EXPECT_EQ(problem_of("<a><b><c/></b></a>", {.depth = 2}), "nested more than 2 deep");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<a>";
    }
    EXPECT_NE(problem_of(deep), "");
}

TEST(XmlPart, IsReadWhateverItsPrefixes) {
    pugi::xml_document document;
    ASSERT_FALSE(parse_xml_part(document, "<x:a><x:b r:id='7'/></x:a>", "f", {}));
    const pugi::xml_node b = inner_element(inner_element(document, "a"), "b");
    EXPECT_EQ(local_name(b), "b");
    EXPECT_EQ(attribute_of(b, "id"), "7");
    EXPECT_EQ(attribute_of(b, "none"), "");
    EXPECT_FALSE(inner_element(document, "b"));
}

TEST(XmlPart, JoinsTheRunsOfAText) {
    pugi::xml_document document;
    ASSERT_FALSE(parse_xml_part(
        document, "<si><r><t>ac</t></r><r><t> cept</t></r><rPh><t>no</t></rPh><t> </t></si>", "f",
        {}));
    EXPECT_EQ(string_item(document.first_child()), "ac cept ");
}

} // namespace
} // namespace unbracket
