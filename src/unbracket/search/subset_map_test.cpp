#include "unbracket/base/random.hpp"
#include "unbracket/search/subset_map.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <set>

namespace unbracket {

namespace {

constexpr std::size_t items = 7;

using Maker = std::unique_ptr<SubsetMap> (*)(std::size_t);

Subset subset_of(std::size_t bits) {
    Subset subset(items);
    for (std::size_t item = 0; item < items; ++item) {
        subset[item] = (bits >> item & 1U) != 0;
    }
    return subset;
}

std::size_t bits_of(const Subset& subset) {
    std::size_t bits = 0;
    for (std::size_t item = 0; item < items; ++item) {
        bits |= subset[item] ? std::size_t{1} << item : std::size_t{0};
    }
    return bits;
}

/// In the order in which "in" comes before "out" at the lowest item where two differ.
Subset first_of(const std::set<std::size_t>& open) {
    Subset first(items, false);
    for (const std::size_t bits : open) {
        first = std::max(first, subset_of(bits));
    }
    return first;
}

class SubsetMapKinds : public ::testing::TestWithParam<Maker> {};

} // namespace

TEST_P(SubsetMapKinds, OfNoItemsHasOneSubset) {
    const auto map = GetParam()(0);
    EXPECT_EQ(map->unsettled(), Subset{});
    map->settle_subsets({});
    EXPECT_EQ(map->unsettled(), std::nullopt);
}

TEST_P(SubsetMapKinds, ASettledEmptySubsetThatConflictsSettlesAll) {
    const auto map = GetParam()(items);
    map->settle_supersets(Subset(items, false));
    EXPECT_EQ(map->unsettled(), std::nullopt);
}

TEST_P(SubsetMapKinds, StartsWithAllItems) {
    EXPECT_EQ(GetParam()(items)->unsettled(), Subset(items, true));
}

TEST_P(SubsetMapKinds, OffersExactlyWhatIsNotSettled) {
    Random random(20261127);
    const auto map = GetParam()(items);
    std::set<std::size_t> open;
    for (std::size_t bits = 0; bits < std::size_t{1} << items; ++bits) {
        open.insert(bits);
    }
    while (const auto offered = map->unsettled()) {
        const std::size_t bits = bits_of(*offered);
        ASSERT_TRUE(open.contains(bits)) << "offered though it was settled";
        ASSERT_EQ(*offered, first_of(open)) << "another one comes before it";
        const bool is_conflict = random.chance(1, 2);
        is_conflict ? map->settle_supersets(subset_of(bits)) : map->settle_subsets(subset_of(bits));
        std::erase_if(open, [&](std::size_t other) {
            return is_conflict ? (other & bits) == bits : (other & bits) == other;
        });
    }
    EXPECT_TRUE(open.empty()) << open.size() << " subsets were never offered";
}

INSTANTIATE_TEST_SUITE_P(Kinds, SubsetMapKinds,
                         ::testing::Values(&make_subset_map, &make_plain_subset_map),
                         [](const auto& kind) { return kind.index == 0 ? "built_in" : "plain"; });

} // namespace unbracket
