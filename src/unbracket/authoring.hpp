#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/zone/synthetic.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The part of the public interface that makes and changes case files: texts in, texts out. Nothing
// is written but by save_changes().

namespace unbracket {

struct ChangedFile {
    std::string path;
    std::string text;
    std::string before; // the bytes that were read
};

/// Writes all of the files or none, and none where one no longer holds what was read.
std::optional<Diagnostic> save_changes(const std::vector<ChangedFile>& files);

/// Whether every byte is part of a character, as in all case files.
bool is_utf8(std::string_view text);

/// A case to begin with: two parties, two issues and comments that say what can be added. It is a
/// valid case.
std::string case_skeleton(std::string_view title);

/// The files with an id renamed everywhere it stands, in headers, addresses, orders and judgements:
/// `party.alta` and `upper`. Comments and layout of TOML files survive. The files are layers of one
/// case, and the case they make afterwards is valid; nothing but the id differs.
Result<std::vector<ChangedFile>> renamed_files(const std::vector<std::string>& paths,
                                               std::string_view old_id, std::string_view new_id);

struct AddedStatements {
    std::vector<std::string> ids; // in the order in which they were given
    std::size_t unchanged = 0;    // given, and in the case as they are already
    ChangedFile file;
};

/// The last of these layers with statements added behind everything that is there: tables with the
/// keys of a [[said]]. One without `id` gets the next free s1, s2 ...; one whose id is in the case
/// is left alone if it says the same, and a problem if not. The case is valid afterwards, or every
/// problem is named, at the place of the statement where it has one.
Result<AddedStatements> with_statements(const std::vector<std::string>& paths,
                                        std::vector<Node> statements);

/// The statements of a file as `sources --format csv` writes it; "-" is standard input.
Result<std::vector<Node>> open_statements(const std::string& file);

/// The first of s1, s2 ... that no statement of the document has.
std::string next_statement_id(const Node& document);

} // namespace unbracket
