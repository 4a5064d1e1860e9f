#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/robust/lint.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// Loaded words with those of a list put to them: one to a line as `word: what says
/// the same without taking sides`, or `-word` to take one out. Empty lines and lines that begin
/// with # are passed over. Problems name the line.
Result<std::vector<WordAdvice>>
with_word_list(std::vector<WordAdvice> words, std::string_view bytes, const std::string& file_name);

/// The same for the list in that file; "-" is standard input.
Result<std::vector<WordAdvice>> open_word_list(std::vector<WordAdvice> words,
                                               const std::string& file);

} // namespace unbracket
