#pragma once

#if UNBRACKET_THREADS
#include <thread>
#include <vector>
#endif

namespace unbracket {

/// Does the same work on so many threads, the caller's among them, and waits for all; once where
/// the program is built without threads. The work has to share itself out.
template <class Work>
void side_by_side([[maybe_unused]] unsigned threads, const Work& work) {
#if UNBRACKET_THREADS
    std::vector<std::thread> helpers;
    for (unsigned i = 1; i < threads; ++i) {
        helpers.emplace_back(work);
    }
    work();
    for (std::thread& helper : helpers) {
        helper.join();
    }
#else
    work();
#endif
}

} // namespace unbracket
