#include "unbracket/base/random.hpp"
#include "unbracket/frontier/cover_blocks.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

namespace unbracket {

namespace {

TEST(CoverBlocks, WithoutNumbersCoverNothing) {
    const CoverBlocks<std::int32_t> blocks(2);
    EXPECT_EQ(blocks.last_covering({0, 0}), std::nullopt);
}

TEST(CoverBlocks, FindTheLastThatIsNowhereLess) {
    CoverBlocks<std::int32_t> blocks(2);
    blocks.add({5, 1});
    blocks.add({3, 3});
    blocks.add({4, 4});
    EXPECT_EQ(blocks.last_covering({3, 3}), 2U);
    EXPECT_EQ(blocks.last_covering({5, 1}), 0U);
    EXPECT_EQ(blocks.last_covering({5, 2}), std::nullopt);
    blocks.clear();
    EXPECT_EQ(blocks.size(), 0U);
    EXPECT_EQ(blocks.last_covering({3, 3}), std::nullopt);
}

TEST(CoverBlocks, DoNotTakeEmptyPlacesForNumbers) {
    CoverBlocks<std::int64_t> blocks(1);
    constexpr std::int64_t limit = CoverBlocks<std::int64_t>::limit;
    blocks.add({-limit});
    EXPECT_EQ(blocks.last_covering({-limit}), 0U);
    EXPECT_EQ(blocks.last_covering({limit}), std::nullopt);
    blocks.add({limit});
    EXPECT_EQ(blocks.last_covering({-limit}), 1U);
}

template <class Number>
std::optional<std::size_t> last_covering(const std::vector<std::vector<Number>>& all,
                                         const std::vector<Number>& numbers) {
    for (std::size_t at = all.size(); at-- > 0;) {
        bool is_less = false;
        for (std::size_t column = 0; column < numbers.size(); ++column) {
            is_less = is_less || all[at][column] < numbers[column];
        }
        if (!is_less) {
            return at;
        }
    }
    return std::nullopt;
}

template <class Number>
void expect_found_one_by_one(Random& random) {
    const auto width = static_cast<std::size_t>(random.between(0, 9));
    constexpr auto limit = std::int64_t{CoverBlocks<Number>::limit};
    const std::int64_t most = random.chance(1, 3) ? limit : random.between(1, 6);
    const auto drawn = [&] {
        std::vector<Number> numbers(width);
        for (Number& number : numbers) {
            number = static_cast<Number>(random.between(-most, most));
        }
        return numbers;
    };
    CoverBlocks<Number> blocks(width);
    std::vector<std::vector<Number>> all;
    for (std::int64_t count = random.between(0, 40); count > 0; --count) {
        all.push_back(drawn());
        blocks.add(all.back());
    }
    EXPECT_EQ(blocks.size(), all.size());
    for (int question = 0; question < 10; ++question) {
        const std::vector<Number> numbers = drawn();
        EXPECT_EQ(blocks.last_covering(numbers), last_covering(all, numbers));
    }
}

TEST(CoverBlocks, FindWhatIsFoundOneByOne) {
    for (std::uint64_t index = 0; index < testing::shared_count(20'000); ++index) {
        SCOPED_TRACE(testing::repeat_command("CoverBlocks"));
        Random random(testing::suite_seed() * 1'000'447 + index);
        expect_found_one_by_one<std::int32_t>(random);
        expect_found_one_by_one<std::int64_t>(random);
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

} // namespace

} // namespace unbracket
