#pragma once

#include <string>
#include <vector>

// Golden files: what a program said when somebody last read it and found it good. All of them are
// written anew by UNBRACKET_REGENERATE=1 ctest -R unbracket_tests; then read the difference.

namespace unbracket::testing {

/// Compares a text with tests/golden/FILE, or writes that file when asked to.
void expect_golden(const std::string& file, const std::string& text);

/// Paths of the files with that ending in a folder of tests/golden, in order of name.
std::vector<std::string> golden_inputs(const std::string& folder, const std::string& ending);

/// The same for paths below the repository.
std::vector<std::string> files_below(const std::string& folder, const std::string& name);

} // namespace unbracket::testing
