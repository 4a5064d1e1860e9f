#pragma once

#include "unbracket/io/sheet/sheet.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>

// XML inside a workbook, through pugixml. Included by xlsx_reader.cpp and xlsx_styles.cpp alone.

namespace unbracket {

/// Fills `document` with a part of a workbook, or says why not: it is not well-formed UTF-8 XML,
/// has a document type (so there are no entities but the five of XML, none is fetched, none
/// expands), or nests deeper than the limit. `bytes` must outlive nothing: they are copied.
std::optional<Diagnostic> parse_xml_part(pugi::xml_document& document, std::string_view bytes,
                                         const std::string& file, const SheetLimits& limits);

/// A name without its prefix: `row` of `x:row`.
std::string_view local_name(const pugi::xml_node& node);

/// The first element of that local name inside; an empty one where there is none.
pugi::xml_node inner_element(const pugi::xml_node& node, std::string_view name);

/// The value of the attribute with that local name.
std::string_view attribute_of(const pugi::xml_node& node, std::string_view name);

/// The text of a string item: its `t`, or those of its runs one after the other; what is spoken
/// besides (phonetic runs) is left out.
std::string string_item(const pugi::xml_node& item);

} // namespace unbracket
