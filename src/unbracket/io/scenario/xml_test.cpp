// XML as far as it is read here: what becomes a tree, and what is refused.

#include "unbracket/io/scenario/xml.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace unbracket {
namespace {

std::string problem_of(const std::string& text, const DocumentLimits& limits = {}) {
    const Result<Node> root = read_xml(text, "f.xml", limits);
    if (root) {
        return "it was read";
    }
    return to_string(root.problems().front());
}

TEST(XmlReader, KeepsElementsAttributesAndPlaces) {
    const Result<Node> root =
        read_xml("\n<?xml version=\"1.0\"?>\n<a x=\"1 &amp; &#65;\">text<!-- c -->\n"
                 "  <\xC3\xBC/><b y='2'/></a>",
                 "f.xml");
    ASSERT_TRUE(root.ok()) << problem_of("");
    EXPECT_EQ(xml_name(root.value()), "a");
    EXPECT_EQ(*attribute(root.value(), "x"), "1 & A");
    EXPECT_EQ(attribute(root.value(), "y"), std::nullopt);
    ASSERT_EQ(children(root.value()).size(), 2U);
    const Node* second = child(root.value(), "b");
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(*attribute(*second, "y"), "2");
    EXPECT_EQ(attribute_names(*second), std::vector<std::string_view>{"y"});
    EXPECT_EQ(second->at, (SourcePosition{"f.xml", 4, 7}));
    EXPECT_EQ(child(root.value(), "c"), nullptr);
}

TEST(XmlReader, FindsEachOfManyAttributes) {
    std::string text = "<a";
    for (int i = 0; i < 100; ++i) {
        text +=
            " x" + std::to_string(i) + "=\"" + std::string(static_cast<std::size_t>(i), 'v') + "\"";
    }
    const Result<Node> root = read_xml(text + "/>", "f.xml");
    ASSERT_TRUE(root.ok());
    for (int i = 0; i < 100; ++i) {
        const auto value = attribute(root.value(), "x" + std::to_string(i));
        ASSERT_TRUE(value.has_value()) << i;
        EXPECT_EQ(value->size(), static_cast<std::size_t>(i));
    }
    EXPECT_EQ(attribute(root.value(), "x"), std::nullopt);
    EXPECT_EQ(attribute(root.value(), "v"), std::nullopt) << "a value is no name";
    EXPECT_EQ(attribute(root.value(), "a"), std::nullopt);
    EXPECT_EQ(xml_name(list_node({})), "") << "what is no element has no name";
}

TEST(XmlReader, RefusesDocumentTypesSoThatNothingExpands) {
    EXPECT_EQ(problem_of("<!DOCTYPE a [<!ENTITY b \"bb\">]>\n<a x=\"&b;\"/>"),
              "f.xml:1:10: a document type; delete the line that begins with <!DOCTYPE");
    const Result<Node> unknown = read_xml("<a x=\"&b;\"/>", "f.xml");
    EXPECT_EQ(*attribute(unknown.value(), "x"), "&b;") << "an unknown entity stays as written";
}

TEST(XmlReader, RefusesWhatIsNotOneElement) {
    EXPECT_EQ(problem_of("<a/>\n<a/>"), "f.xml:2:1: a second element at the top; a file of XML has "
                                        "one element around all others");
    EXPECT_NE(problem_of("").find("f.xml:1:1: "), std::string::npos);
    EXPECT_NE(problem_of("<!-- c -->").find("no well-formed XML"), std::string::npos);
    EXPECT_NE(problem_of("<a>\n<b></a>").find("f.xml:2:"), std::string::npos);
    EXPECT_NE(problem_of("<a x=1/>").find("this is no well-formed XML"), std::string::npos);
    EXPECT_EQ(problem_of("<a x=\"1\" x=\"2\"/>"),
              "f.xml:1:1: the attribute `x` stands twice; keep one of them");
}

TEST(XmlReader, SaysInItsOwnWordsWhatIsWrongAndOnWhichLine) {
    const auto wrong = [](const std::string& text) {
        const std::string whole = problem_of(text);
        const std::string begin = ": this is no well-formed XML: ";
        const std::size_t at = whole.find(begin);
        return at == std::string::npos
                   ? whole
                   : whole.substr(6, whole.find(':', 6) - 6) + " " +
                         whole.substr(at + begin.size(), whole.find(';') - at - begin.size());
    };
    EXPECT_EQ(wrong("<a>\n<?x"),
              "2 a declaration or instruction (<? ... ?>) does not end or is out "
              "of place");
    EXPECT_EQ(wrong("<a>\n<!-- x"), "2 a comment (<!-- ... -->) does not end");
    EXPECT_EQ(wrong("<a>\n<![CDATA[ x"), "2 a section <![CDATA[ ... ]]> does not end");
    EXPECT_EQ(wrong("\n<!DOCTYPE a ["), "2 a document type does not end");
    EXPECT_EQ(wrong("<a>\n<b"),
              "2 the name of an element, or the end of its first tag, is missing");
    EXPECT_EQ(wrong("<a>\n<b x=1/></a>"), "2 an attribute is not written name=\"value\"");
    EXPECT_EQ(wrong("<a>\n<b>\n</a>"), "3 an element is not closed, or another one is closed here");
    EXPECT_EQ(wrong("<a>\n</a "), "2 the last tag of an element does not end");
    EXPECT_EQ(wrong("<a>\n<1/></a>"), "2 a tag begins with neither a name nor a slash");
    EXPECT_EQ(wrong("\n<!-- x -->"), "2 there is no element");
}

TEST(XmlReader, KeepsLimits) {
    EXPECT_NE(problem_of("<a/>", {.bytes = 3}).find("bytes"), std::string::npos);
    EXPECT_EQ(problem_of("<a><b/></a>", {.depth = 2}), "it was read");
    EXPECT_NE(problem_of("<a><b/></a>", {.depth = 1}).find("nested more than 1 deep"),
              std::string::npos);
    EXPECT_EQ(problem_of("<a x=\"1\"><b/></a>", {.nodes = 3}), "it was read");
    EXPECT_NE(problem_of("<a x=\"1\"><b/></a>", {.nodes = 2}).find("more than 2 values"),
              std::string::npos);
    std::string many = "<a";
    for (int i = 0; i < 101; ++i) {
        many += " x" + std::to_string(i) + "=\"\"";
    }
    EXPECT_NE(problem_of(many + "/>").find("more than 100 attributes"), std::string::npos);
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<a>";
    }
    EXPECT_NE(problem_of(deep, {.depth = 1'000'000}), "it was read");
}

TEST(XmlReader, KnowsPlacesBehindLinesOfAnyLength) {
    for (const std::size_t length : {0U, 1U, 127U, 128U, 129U, 255U, 256U, 257U, 600U}) {
        std::string before;
        for (std::size_t i = 0; i < length; ++i) {
            before += "\xC3\xBC"; // one letter of two bytes
        }
        for (const std::string& line : {std::string(), before + "\n"}) {
            const Result<Node> root = read_xml("<a>" + line + before + "<b/></a>", "f.xml");
            ASSERT_TRUE(root.ok());
            const auto column = static_cast<std::uint32_t>(length + (line.empty() ? 4 : 1));
            EXPECT_EQ(children(root.value())[0].at,
                      (SourcePosition{"f.xml", line.empty() ? 1U : 2U, column}));
        }
    }
}

TEST(XmlReader, TakesTimeInProportionToALine) {
    constexpr int elements = 300'000;
    std::string text = "<a>";
    for (int i = 0; i < elements; ++i) {
        text += "<b/>";
    }
    const auto begin = std::chrono::steady_clock::now();
    const Result<Node> root = read_xml(text + "</a>", "f.xml", {.nodes = 2 * elements});
    const auto taken = std::chrono::steady_clock::now() - begin;
    ASSERT_TRUE(root.ok());
    EXPECT_EQ(children(root.value()).back().at.column, 4U * elements);
    EXPECT_LT(taken, std::chrono::seconds(15)) << "in proportion to its square it takes a minute";
}

TEST(XmlReader, RefusesBytesThatAreNoText) {
    EXPECT_NE(problem_of("<a x=\"\xFF\"/>").find("0xFF is not UTF-8"), std::string::npos);
    EXPECT_NE(problem_of(std::string("<a\0/>", 5)).find("NUL"), std::string::npos);
}

TEST(XmlWriter, WritesWhatTheReaderReads) {
    Node root = xml_element("a");
    set_attribute(root, "x", "<1 & \"2\">\n\t3");
    Node inner = xml_element("b");
    set_attribute(inner, "y", "");
    add_child(root, std::move(inner));
    const std::string text = write_xml(root);
    EXPECT_EQ(text, "<a x=\"&lt;1 &amp; &quot;2&quot;&gt;&#10;&#9;3\">\n  <b y=\"\"/>\n</a>\n");
    EXPECT_TRUE(read_xml(text, "f.xml").value().same_content(root));
}

} // namespace
} // namespace unbracket
