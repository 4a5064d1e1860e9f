#pragma once

#include "unbracket/base/cancel.hpp"

#include <cstdint>

namespace unbracket::certificate {

/// Work that is left for a whole certificate; replaying takes from it.
struct Budget {
    std::uint64_t nodes = 2'000'000'000;      // options tried
    std::uint64_t leaf_tests = 10'000'000;    // sums over the issues to test single outcomes
    std::uint64_t table_cells = 50'000'000;   // numbers worked out before any replay
    std::uint64_t need_work = 20'000'000'000; // steps of 64 bits for what better outcomes need
    const CancelFlag* cancel = nullptr;       // looked at every few thousand nodes
};

} // namespace unbracket::certificate
