#include "unbracket/base/require.hpp"

#include <cstdio>
#include <cstdlib>

namespace unbracket {

void fail_requirement(const char* sentence, const char* file, int line) {
    std::fprintf(stderr, "unbracket: wrong call: %s (%s:%d)\n", sentence, file, line);
    std::abort();
}

void fail_assertion(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "unbracket: internal error: %s does not hold (%s:%d)\n", condition, file,
                 line);
    std::abort();
}

} // namespace unbracket
