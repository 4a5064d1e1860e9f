#pragma once

// Two guards that stay on in every build type. REQUIRE names a caller's mistake, ASSERT ours.
// Both print one line to standard error and abort; neither is used for bad input.

namespace unbracket {

[[noreturn]] void fail_requirement(const char* sentence, const char* file, int line);
[[noreturn]] void fail_assertion(const char* condition, const char* file, int line);

} // namespace unbracket

#define UNBRACKET_REQUIRE(condition, sentence)                                                     \
    ((condition) ? void(0) : ::unbracket::fail_requirement(sentence, __FILE__, __LINE__))

#define UNBRACKET_ASSERT(condition)                                                                \
    ((condition) ? void(0) : ::unbracket::fail_assertion(#condition, __FILE__, __LINE__))
