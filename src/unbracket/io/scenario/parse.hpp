#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <string_view>

namespace unbracket {

/// The content of a file as XML where it begins with `<`, as a score sheet where its name ends in
/// .txt or it begins like one, as JSON where it begins with a brace, else as YAML; as YAML also
/// where it is no JSON and its name ends in .yml or .yaml. In JSON null is kept.
Result<Node> parse_scenario_file(std::string_view bytes, const std::string& file_name);

/// Whether the first element is one of Genius, so that a file which is no XML is a broken part of a
/// scenario, and none of the files that lie beside it.
bool begins_like_genius(std::string_view bytes);

} // namespace unbracket
