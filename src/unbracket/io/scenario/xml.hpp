#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// Reads XML into elements, which the functions below look into: a node of its own kind, a list of
/// its children whose text packs its name and attributes, so that an element costs one node. Text
/// between elements, comments and processing instructions are passed over: the formats
/// that are read here keep everything in attributes.
///
/// Refused, with a place: whatever checked_text refuses, what is not well formed, several elements
/// at the top or none, an attribute that stands twice, a document type (so there are no entities
/// but the five of XML and numbers, none is fetched and none expands), and more nesting or values
/// than the limits allow. Linear; never throws.
Result<Node> read_xml(std::string_view bytes, const std::string& file_name,
                      const DocumentLimits& limits = {});

/// The document as XML with two blanks of indentation, a line for each element.
std::string write_xml(const Node& root);

/// An element without attributes and children.
Node xml_element(std::string_view name, const SourcePosition& at = {});
void set_attribute(Node& element, std::string_view name, std::string_view value);
Node& add_child(Node& element, Node child);

/// Whether it came from read_xml or xml_element, and not from JSON or YAML.
bool is_xml_element(const Node& node);

/// The parts of an element, valid as long as it is there and unchanged.
std::string_view xml_name(const Node& element);
/// Nothing where there is no such attribute.
std::optional<std::string_view> attribute(const Node& element, std::string_view name);
/// Of all attributes, in their order.
std::vector<std::string_view> attribute_names(const Node& element);
std::span<const Node> children(const Node& element);
std::span<Node> children(Node& element);
/// The first child of that name, or nothing.
const Node* child(const Node& element, std::string_view name);

} // namespace unbracket
