#include "unbracket/base/side_by_side.hpp"

#include <gtest/gtest.h>

#include <atomic>

namespace unbracket {
namespace {

TEST(SideBySide, DoesAllOfTheWorkWhateverTheNumberOfThreads) {
    for (const unsigned threads : {0U, 1U, 2U, 5U}) {
        std::atomic<int> next{0}, sum{0};
        side_by_side(threads, [&] {
            for (int at = next++; at < 100; at = next++) {
                sum += at;
            }
        });
        EXPECT_EQ(sum, 4950) << threads;
    }
}

} // namespace
} // namespace unbracket
