#pragma once

#include <string>
#include <string_view>

namespace unbracket::web {

/// Answers one question of the page, JSON in and JSON out. In:
///
///     {"verb": "check", "operands": ["case.json"], "flags": {"format": ["json"]},
///      "files": {"case.json": "..."}}
///
/// Flags are those of the command line without dashes, each with its values, none for a flag that
/// is only there. Files are texts by name; there are no others. Out:
///
///     {"code": 0, "output": "...", "remarks": "...", "saved": {"proof.json": "..."}}
///
/// `code`, `output` and `remarks` are the exit code and what the program would have written to
/// standard output and standard error, byte for byte, and `saved` what it would have written to
/// files; but an answer stands in `output` whether -o names a file or not. A question that cannot
/// be read has code 2.
std::string answer_call(std::string_view question);

} // namespace unbracket::web
