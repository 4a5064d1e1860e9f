// XML through pugixml. The library neither fetches nor expands anything: of entities it knows the
// five of XML and character references. What it lets pass and we do not: a document type, several
// elements at the top, attributes that stand twice, deep nesting. It gives offsets for elements
// only, which is as near as the places in messages get.

#include "unbracket/io/scenario/xml.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/document_budget.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

namespace unbracket {

namespace {

constexpr std::size_t most_attributes = 100; // looked through one by one

// An element's text is its name, then each attribute's name and value, all of them with their
// length before them, so that what is not looked for is passed over at once.

using Length = std::uint32_t; // of a part of a file

/// Behind what is packed already.
void pack(std::string& packed, std::span<const std::string_view> texts) {
    std::size_t size = packed.size();
    for (const std::string_view text : texts) {
        size += sizeof(Length) + text.size();
    }
    std::size_t at = packed.size();
    packed.resize(size);
    for (const std::string_view text : texts) {
        const auto length = static_cast<Length>(text.size());
        std::memcpy(packed.data() + at, &length, sizeof length);
        text.copy(packed.data() + at + sizeof length, text.size());
        at += sizeof length + text.size();
    }
}

/// Cuts off the first of packed texts, of which there is at least one.
std::string_view take_packed(std::string_view& packed) {
    Length length = 0;
    std::memcpy(&length, packed.data(), sizeof length);
    const std::string_view text(packed.data() + sizeof length, length);
    packed.remove_prefix(sizeof length + length);
    return text;
}

std::string_view packed_attributes(const Node& element) {
    std::string_view packed = element.text;
    if (!packed.empty()) {
        take_packed(packed);
    }
    return packed;
}

bool is_first_byte(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Lines and columns of offsets. Asked in rising order, as elements stand, it walks the text once;
/// asked for an earlier one, it walks again from the start, as only the one error may make it do.
class Places {
public:
    Places(std::string_view text, FileName file) : text_(text), file_(std::move(file)) {}

    SourcePosition of(std::size_t offset) {
        offset = std::min(offset, text_.size());
        if (offset < offset_) {
            offset_ = 0, line_ = 1, column_ = 1;
        }
        const std::string_view before = text_.substr(0, offset);
        for (auto end = before.find('\n', offset_); end != std::string_view::npos;
             end = before.find('\n', offset_)) {
            ++line_, column_ = 1;
            offset_ = end + 1;
        }
        const std::string_view rest = before.substr(offset_);
        column_ +=
            static_cast<std::uint32_t>(std::count_if(rest.begin(), rest.end(), is_first_byte));
        offset_ = offset;
        return {file_, line_, column_};
    }

private:
    std::string_view text_;
    FileName file_;
    std::size_t offset_ = 0; // how far it is
    std::uint32_t line_ = 1;
    std::uint32_t column_ = 1;
};

class TreeMaker {
public:
    TreeMaker(Places& places, const DocumentLimits& limits)
        : places_(places), limits_(limits), deepest_(std::min(limits.depth, deepest_nesting)) {}

    Result<Node> made(const pugi::xml_document& document) {
        std::optional<Node> root;
        for (const pugi::xml_node& node : document.children()) {
            if (node.type() == pugi::node_doctype) {
                refuse(node, "a document type", "delete the line that begins with <!DOCTYPE");
            } else if (node.type() == pugi::node_element && root) {
                refuse(node, "a second element at the top",
                       "a file of XML has one element around all others");
            } else if (node.type() == pugi::node_element) {
                fill(root.emplace(), node, 1);
            }
        }
        if (problem_) {
            return *problem_;
        }
        if (!root) {
            return Diagnostic{places_.of(0), "there is no element", "a file of XML has one"};
        }
        return std::move(*root);
    }

private:
    void refuse(const pugi::xml_node& node, std::string what, std::string hint) {
        if (!problem_) {
            problem_ = Diagnostic{position_of(node), std::move(what), std::move(hint)};
        }
    }

    SourcePosition position_of(const pugi::xml_node& node) {
        const std::ptrdiff_t offset = node.offset_debug();
        return places_.of(offset > 0 ? static_cast<std::size_t>(offset) - 1 : 0); // its `<`
    }

    /// Whether one value more is allowed.
    bool counts(const pugi::xml_node& node) {
        if (++count_ > limits_.nodes) {
            refuse_size(node);
        }
        return !problem_;
    }

    void refuse_size(const pugi::xml_node& node) {
        refuse(node, "more than " + std::to_string(limits_.nodes) + " values",
               "a scenario of that size is not read");
    }

    /// Makes an element of a new node.
    void fill(Node& element, const pugi::xml_node& node, std::size_t depth) {
        element.kind = NodeKind::list;
        element.at = position_of(node);
        texts_.assign(1, node.name());
        add_attributes(node);
        pack(element.text, texts_);
        if (depth > deepest_) {
            refuse(node, "nested more than " + std::to_string(deepest_) + " deep",
                   "look for an element left open");
        }
        make_room(element, node);
        for (auto inner = node.first_child(); inner; inner = inner.next_sibling()) {
            if (inner.type() == pugi::node_element && counts(inner)) {
                fill(element.items.emplace_back(), inner, depth + 1);
            }
        }
    }

    /// To the texts, behind the name of the element.
    void add_attributes(const pugi::xml_node& node) {
        for (auto each = node.first_attribute(); each; each = each.next_attribute()) {
            const std::string_view name = each.name();
            if (texts_.size() > 2 * most_attributes) {
                refuse(node, "an element with more than 100 attributes", "this is no scenario");
                return;
            }
            for (std::size_t i = 1; i < texts_.size(); i += 2) {
                if (texts_[i] == name) {
                    refuse(node, "the attribute " + quoted(name) + " stands twice",
                           "keep one of them");
                    return;
                }
            }
            if (!counts(node)) {
                return;
            }
            texts_.push_back(name);
            texts_.emplace_back(each.value());
        }
    }

    /// Growing would move every part several times.
    void make_room(Node& element, const pugi::xml_node& node) const {
        const std::size_t left = limits_.nodes - std::min(limits_.nodes, count_);
        std::size_t elements = 0;
        for (auto inner = node.first_child(); inner; inner = inner.next_sibling()) {
            ++elements;
        }
        element.items.reserve(std::min(elements, left));
    }

    Places& places_;
    DocumentLimits limits_;
    std::size_t deepest_;
    std::size_t count_ = 1;
    std::vector<std::string_view> texts_; // of the element at hand: its name and its attributes
    std::optional<Diagnostic> problem_;
};

/// What keeps a text from being XML, said so that it can be found; the library's words are about
/// itself.
std::string what_is_wrong(pugi::xml_parse_status status) {
    switch (status) {
    case pugi::status_bad_pi:
        return "a declaration or instruction (<? ... ?>) does not end or is out of place";
    case pugi::status_bad_comment:
        return "a comment (<!-- ... -->) does not end";
    case pugi::status_bad_cdata:
        return "a section <![CDATA[ ... ]]> does not end";
    case pugi::status_bad_doctype:
        return "a document type does not end";
    case pugi::status_bad_pcdata:
        return "text stands where none may";
    case pugi::status_bad_start_element:
        return "the name of an element, or the end of its first tag, is missing";
    case pugi::status_bad_attribute:
        return "an attribute is not written name=\"value\"";
    case pugi::status_bad_end_element:
        return "the last tag of an element does not end";
    case pugi::status_end_element_mismatch:
        return "an element is not closed, or another one is closed here";
    case pugi::status_no_document_element:
        return "there is no element";
    case pugi::status_unrecognized_tag:
        return "a tag begins with neither a name nor a slash";
    case pugi::status_ok:
    case pugi::status_file_not_found:
    case pugi::status_io_error:
    case pugi::status_out_of_memory:
    case pugi::status_internal_error:
    case pugi::status_append_invalid_root:
        break;
    }
    return "it cannot be taken apart";
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        switch (letter) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\t':
        case '\n':
        case '\r':
            out += "&#" + std::to_string(static_cast<int>(letter)) + ";";
            break;
        default:
            out += letter;
        }
    }
    return out;
}

void write_element(std::string& out, const Node& element, std::size_t depth) {
    const std::string blanks(2 * depth, ' ');
    const std::string name(xml_name(element));
    out += blanks + "<" + name;
    for (std::string_view rest = packed_attributes(element); !rest.empty();) {
        const std::string attribute(take_packed(rest));
        out += " " + attribute + "=\"" + escaped(take_packed(rest)) + "\"";
    }
    if (children(element).empty()) {
        out += "/>\n";
        return;
    }
    out += ">\n";
    for (const Node& inner : children(element)) {
        write_element(out, inner, depth + 1);
    }
    out += blanks + "</" + name + ">\n";
}

} // namespace

Result<Node> read_xml(std::string_view bytes, const std::string& file_name,
                      const DocumentLimits& limits) {
    const Result<std::string_view> text = checked_text(bytes, file_name, limits);
    if (!text) {
        return text.problems();
    }
    Places places(text.value(), file_name);
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(text.value().data(), text.value().size(),
                             pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    if (!parsed) {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
        return Diagnostic{places.of(offset),
                          "this is no well-formed XML: " + what_is_wrong(parsed.status),
                          "mend it, or have the program that wrote it write it again"};
    }
    return TreeMaker(places, limits).made(document);
}

std::string write_xml(const Node& root) {
    std::string out;
    write_element(out, root, 0);
    return out;
}

Node xml_element(std::string_view name, const SourcePosition& at) {
    Node element = list_node({}, at);
    pack(element.text, std::array{name});
    return element;
}

void set_attribute(Node& element, std::string_view name, std::string_view value) {
    UNBRACKET_REQUIRE(!attribute(element, name), "an attribute stands once");
    pack(element.text, std::array{name, value});
}

Node& add_child(Node& element, Node child) {
    return element.items.emplace_back(std::move(child));
}

bool is_xml_element(const Node& node) {
    return node.kind == NodeKind::list && !node.text.empty();
}

std::string_view xml_name(const Node& element) {
    std::string_view packed = element.text;
    return packed.empty() ? packed : take_packed(packed);
}

std::optional<std::string_view> attribute(const Node& element, std::string_view name) {
    for (std::string_view rest = packed_attributes(element); !rest.empty();) {
        const std::string_view found = take_packed(rest);
        const std::string_view value = take_packed(rest);
        if (found == name) {
            return value;
        }
    }
    return std::nullopt;
}

std::vector<std::string_view> attribute_names(const Node& element) {
    std::vector<std::string_view> names;
    for (std::string_view rest = packed_attributes(element); !rest.empty();) {
        names.push_back(take_packed(rest));
        take_packed(rest);
    }
    return names;
}

std::span<const Node> children(const Node& element) {
    return element.items;
}

std::span<Node> children(Node& element) {
    return element.items;
}

const Node* child(const Node& element, std::string_view name) {
    const auto all = children(element);
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Node& each) { return xml_name(each) == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace unbracket
