#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/zone/synthetic.hpp"

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

struct AddedStatement {
    std::string id;
    ChangedFile file;
};

/// The last of these layers with a statement added behind everything that is there: a table with
/// the keys of a [[said]]. Without `id` it gets the next free s1, s2 ... The case stays valid, or
/// every problem is named.
Result<AddedStatement> with_statement(const std::vector<std::string>& paths, Node statement);

/// The first of s1, s2 ... that no statement of the document has.
std::string next_statement_id(const Node& document);

} // namespace unbracket
