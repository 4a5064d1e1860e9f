#pragma once

#include <string_view>

namespace unbracket::cli {

/// The page of the report as it is made beforehand (web/README.md), with the engine inside and
/// places for a title and for data.
std::string_view page_asset();

} // namespace unbracket::cli
