#pragma once

#include <string>
#include <vector>

namespace unbracket::cli {

/// A row of cells for each line; the first row names the columns.
using Table = std::vector<std::vector<std::string>>;

/// A table in Markdown.
std::string as_markdown(const Table& table);

} // namespace unbracket::cli
