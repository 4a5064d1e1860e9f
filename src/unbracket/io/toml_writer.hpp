#pragma once

#include "unbracket/model/document.hpp"

#include <string>

namespace unbracket {

/// A table as TOML 1.0 that read_toml reads back to the same content in the same order.
///
/// The layout follows the case format: `[header]`s for the sections of the root, `[issue.share]`
/// for what stands in the sections of issues, drafts and the like, `[[rule]]` for lists of tables;
/// inside them one line a key, small tables in braces, large ones as dotted keys. Where a plain key
/// of the root follows a table, that table is written in dotted keys as well, because TOML puts
/// every line behind a header into that header's table. Lines are at most 100 columns where a break
/// is allowed. Linear in the size of the document times its depth.
std::string write_toml(const Node& root);

} // namespace unbracket
