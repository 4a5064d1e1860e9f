#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/scenario/yaml.hpp"
#include "unbracket/model/document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace unbracket {

/// The content of a file as XML where it begins with `<` or its name ends in .xml, as a score sheet
/// where its name ends in .txt or it begins like one, as JSON where it begins with a brace or its
/// name ends in .json, unless that begins with a bracket, else as YAML; as YAML also where it is no
/// JSON and its name ends in .yml or .yaml. In JSON null is kept.
/// `aliases` is the budget of YAML, shared by the files of a folder.
Result<Node> parse_scenario_file(std::string_view bytes, const std::string& file_name);
Result<Node> parse_scenario_file(std::string_view bytes, const std::string& file_name,
                                 AliasBudget& aliases);

/// Whether an element of Genius begins anywhere in it, so that a file which is no XML is a broken
/// part of a scenario, and none of the files that lie beside it.
bool begins_like_genius(std::string_view bytes);

/// Whether the bytes are several elements of XML one after the other, none of them of Genius: what
/// programs write beside profiles as lists of outcomes and logs.
bool is_row_of_elements(std::string_view bytes);

/// Whether a file of that name, in capitals or not, is XML, JSON or YAML.
bool is_named_as_data(const std::string& file_name);

/// Whether it is a text, as score sheets are.
bool is_named_as_text(const std::string& file_name);

/// What is wrong with a file that no format takes for a domain or a profile although it has marks
/// of one: nothing where it has none.
std::optional<Diagnostic> unread_part(const Node& root);

} // namespace unbracket
