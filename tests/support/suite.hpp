#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace unbracket::testing {

// What random suites and tests with files share. The environment decides, so that one program
// serves `make test` (a share of the random cases, a seed that changes with the commit) and
// `make test-long` (all of them).

// Where the repository lies: UNBRACKET_ROOT, otherwise the folder this was compiled from.
[[nodiscard]] std::string repository_root();

// UNBRACKET_SEED, otherwise 1. Unreadable text is a failure of the run: the program aborts.
[[nodiscard]] std::uint64_t suite_seed();

// UNBRACKET_TEST_SHARE, a number above 0 and at most 1; otherwise 0.1.
[[nodiscard]] double suite_share();

// That share of `full` cases, rounded up, at least one.
[[nodiscard]] std::size_t shared_count(std::size_t full);

// The command that repeats one test with its seed; print it when a random case fails:
//   SCOPED_TRACE(repeat_command("VerdictAgainstReference.AgreesOnSmallCases"));
[[nodiscard]] std::string repeat_command(std::string_view test_name);

} // namespace unbracket::testing
