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
#include <iterator>
#include <optional>
#include <utility>

namespace unbracket {

namespace {

constexpr std::size_t most_attributes = 100; // looked through one by one

bool is_first_byte(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// Lines and columns of offsets, each found in the time of a search and a block: a file may be one
/// line.
class Places {
public:
    Places(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {
        std::size_t letters = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (at % block == 0) {
                letters_before_.push_back(letters);
            }
            letters += is_first_byte(text[at]) ? 1U : 0U;
            if (text[at] == '\n') {
                starts_.push_back(at + 1);
            }
        }
        letters_before_.push_back(letters); // where the end begins a block
    }

    SourcePosition of(std::size_t offset) const {
        offset = std::min(offset, text_.size());
        const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
        return {file_, static_cast<std::uint32_t>(next - starts_.begin()),
                static_cast<std::uint32_t>(letters_up_to(offset) - letters_up_to(*(next - 1)) + 1)};
    }

private:
    static constexpr std::size_t block = 256; // bytes

    std::size_t letters_up_to(std::size_t offset) const {
        const std::string_view rest = text_.substr(offset - offset % block, offset % block);
        return letters_before_[offset / block] +
               static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), is_first_byte));
    }

    std::string_view text_;
    std::string file_;
    std::vector<std::size_t> starts_ = {0};
    std::vector<std::size_t> letters_before_; // each block
};

class TreeMaker {
public:
    TreeMaker(const Places& places, const DocumentLimits& limits)
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
                root = element_of(node, 1);
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

    SourcePosition position_of(const pugi::xml_node& node) const {
        const std::ptrdiff_t offset = node.offset_debug();
        return places_.of(offset > 0 ? static_cast<std::size_t>(offset) - 1 : 0); // its `<`
    }

    /// Whether one value more is allowed.
    bool counts(const pugi::xml_node& node) {
        if (++count_ > limits_.nodes) {
            refuse(node, "more than " + std::to_string(limits_.nodes) + " values",
                   "a scenario of that size is not read");
        }
        return !problem_;
    }

    Node element_of(const pugi::xml_node& node, std::size_t depth) {
        Node element = xml_element(node.name(), position_of(node));
        if (depth > deepest_) {
            refuse(node, "nested more than " + std::to_string(deepest_) + " deep",
                   "look for an element left open");
        }
        make_room(element, node);
        std::size_t attributes = 0;
        for (const pugi::xml_attribute& each : node.attributes()) {
            if (++attributes > most_attributes) {
                refuse(node, "an element with more than 100 attributes", "this is no scenario");
                break;
            }
            if (attribute(element, each.name()) != nullptr) {
                refuse(node, "the attribute " + quoted(each.name()) + " stands twice",
                       "keep one of them");
            } else if (counts(node)) {
                element.members.push_back({each.name(), {}, text_node(each.value())});
            }
        }
        for (const pugi::xml_node& inner : node.children()) {
            if (inner.type() == pugi::node_element && counts(inner)) {
                add_child(element, element_of(inner, depth + 1));
            }
        }
        return element;
    }

    /// Growing would move every part several times.
    void make_room(Node& element, const pugi::xml_node& node) const {
        const auto length = [&](const auto& parts) {
            const auto all = std::distance(parts.begin(), parts.end());
            return std::min(static_cast<std::size_t>(all),
                            limits_.nodes - std::min(limits_.nodes, count_));
        };
        element.members.reserve(std::min(length(node.attributes()), most_attributes));
        element.items.reserve(length(node.children()));
    }

    const Places& places_;
    DocumentLimits limits_;
    std::size_t deepest_;
    std::size_t count_ = 1;
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
    out += blanks + "<" + xml_name(element);
    for (const Node::Member& each : element.members) {
        out += " " + each.key + "=\"" + escaped(each.value.text) + "\"";
    }
    if (children(element).empty()) {
        out += "/>\n";
        return;
    }
    out += ">\n";
    for (const Node& inner : children(element)) {
        write_element(out, inner, depth + 1);
    }
    out += blanks + "</" + xml_name(element) + ">\n";
}

} // namespace

Result<Node> read_xml(std::string_view bytes, const std::string& file_name,
                      const DocumentLimits& limits) {
    const Result<std::string_view> text = checked_text(bytes, file_name, limits);
    if (!text) {
        return text.problems();
    }
    const Places places(text.value(), file_name);
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

Node xml_element(std::string name, const SourcePosition& at) {
    // Only the element has a place: nobody asks for that of its parts, and it takes time to copy.
    Node element = list_node({}, at);
    element.text = std::move(name);
    return element;
}

void set_attribute(Node& element, std::string name, std::string value) {
    UNBRACKET_REQUIRE(attribute(element, name) == nullptr, "an attribute stands once");
    element.members.push_back({std::move(name), {}, text_node(std::move(value))});
}

Node& add_child(Node& element, Node child) {
    return element.items.emplace_back(std::move(child));
}

bool is_xml_element(const Node& node) {
    return node.kind == NodeKind::list && !node.text.empty();
}

const std::string& xml_name(const Node& element) {
    return element.text;
}

const std::string* attribute(const Node& element, std::string_view name) {
    const auto found = std::find_if(element.members.begin(), element.members.end(),
                                    [&](const Node::Member& each) { return each.key == name; });
    return found == element.members.end() ? nullptr : &found->value.text;
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
