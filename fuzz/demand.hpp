#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace unbracket::fuzzing {

/// Ends the program where the sentence does not hold, so that the fuzzer keeps the input.
inline void demand(bool holds, std::string_view sentence) {
    if (!holds) {
        std::cerr << "this does not hold: " << sentence << '\n';
        std::abort();
    }
}

} // namespace unbracket::fuzzing
