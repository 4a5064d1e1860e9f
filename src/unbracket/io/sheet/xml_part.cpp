#include "unbracket/io/sheet/xml_part.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/sheet/xlsx_text.hpp"

namespace unbracket {

namespace {

class DepthAndTypes : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node& node) override {
        has_type_ |= node.type() == pugi::node_doctype;
        deepest_ = std::max(deepest_, depth() + 1);
        return true;
    }
    bool has_type() const { return has_type_; }
    int deepest() const { return deepest_; }

private:
    bool has_type_ = false;
    int deepest_ = 0;
};

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

} // namespace

std::optional<Diagnostic> parse_xml_part(pugi::xml_document& document, std::string_view bytes,
                                         const std::string& file, const SheetLimits& limits) {
    const Result<std::string_view> text =
        checked_text(bytes, file, {.bytes = limits.unpacked, .depth = limits.depth});
    if (!text) {
        return text.problems().front();
    }
    const std::string hint = "save it anew in the spreadsheet program";
    const pugi::xml_parse_result parsed = document.load_buffer(
        text.value().data(), text.value().size(),
        pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single,
        pugi::encoding_utf8);
    if (!parsed) {
        return Diagnostic{
            {file}, "this part is no well-formed XML: " + std::string(parsed.description()), hint};
    }
    DepthAndTypes seen;
    document.traverse(seen);
    if (seen.has_type()) {
        return Diagnostic{{file}, "this part has a document type, which workbooks have not", hint};
    }
    if (static_cast<std::size_t>(seen.deepest()) > limits.depth) {
        return Diagnostic{
            {file}, "nested more than " + std::to_string(limits.depth) + " deep", hint};
    }
    return std::nullopt;
}

std::string_view local_name(const pugi::xml_node& node) {
    return without_prefix(node.name());
}

pugi::xml_node inner_element(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([&](const pugi::xml_node& child) { return local_name(child) == name; });
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
    const pugi::xml_attribute found = node.find_attribute(
        [&](const pugi::xml_attribute& each) { return without_prefix(each.name()) == name; });
    return found.value();
}

std::string string_item(const pugi::xml_node& item) {
    std::string text;
    for (const pugi::xml_node& child : item.children()) {
        if (local_name(child) == "t") {
            text += child.child_value();
        } else if (local_name(child) == "r") {
            text += inner_element(child, "t").child_value();
        }
    }
    return xlsx_unescaped(text);
}

} // namespace unbracket
