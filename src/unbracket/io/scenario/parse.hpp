#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <string_view>

namespace unbracket {

/// The content of a file as XML where it begins with `<`, as a score sheet where its name ends in
/// .txt or it begins like one, as JSON where it begins with a brace and its name does not end in
/// .yml or .yaml, else as YAML. In JSON null is kept.
Result<Node> parse_scenario_file(std::string_view bytes, const std::string& file_name);

/// Whether the first element is one of Genius, so that a file which is no XML is a broken part of a
/// scenario, and none of the files that lie beside it.
bool begins_like_genius(std::string_view bytes);

} // namespace unbracket
