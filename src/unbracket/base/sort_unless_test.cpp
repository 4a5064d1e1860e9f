#include "unbracket/base/random.hpp"
#include "unbracket/base/sort_unless.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace unbracket {

TEST(SortUnless, SortsListsOfManyBlocksAsStdSortDoes) {
    Random random(7);
    for (const std::size_t size : {0U, 1U, 2U, 16'384U, 16'385U, 100'000U}) {
        std::vector<std::int64_t> values;
        for (std::size_t at = 0; at < size; ++at) {
            values.push_back(random.between(0, 1'000));
        }
        std::vector<std::int64_t> expected = values;
        std::sort(expected.begin(), expected.end(), std::greater<>());
        EXPECT_TRUE(sort_unless(values, nullptr, std::greater<>()));
        EXPECT_EQ(values, expected);
    }
}

TEST(SortUnless, ARaisedFlagEndsIt) {
    std::vector<int> values = {2, 1};
    CancelFlag cancel;
    EXPECT_TRUE(sort_unless(values, &cancel, std::less<>()));
    EXPECT_EQ(values, (std::vector<int>{1, 2}));
    cancel.raise();
    EXPECT_FALSE(sort_unless(values, &cancel, std::less<>()));
}

} // namespace unbracket
