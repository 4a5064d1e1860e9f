#include "unbracket/base/random.hpp"
#include "unbracket/search/completions.hpp"
#include "unbracket/search/tree_walk.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace unbracket {

namespace {

using Tables = LaneTables<std::int32_t>;

/// Some depths with their rows, and random drops for them: six rows drop about 120 in a lane, so
/// that some ways to choose them have room at the root in all lanes and others do not.
struct Tabulated {
    Tables tables;
    std::vector<std::vector<Row>> rows_by_depth;
};

Tabulated tabulated(std::uint64_t seed) {
    Random random(seed);
    Tabulated made;
    Row row = 0;
    for (int depth = 0; depth < 6; ++depth) {
        made.rows_by_depth.emplace_back();
        for (auto rows = random.between(1, 4); rows > 0; --rows) {
            made.rows_by_depth.back().push_back(row++);
        }
    }
    made.tables.width = 8;
    for (std::size_t lane = 0; lane < made.tables.width; ++lane) {
        made.tables.root.push_back(static_cast<std::int32_t>(random.between(140, 200)));
    }
    for (std::size_t at = 0; at < row * made.tables.width; ++at) {
        made.tables.drops.push_back(static_cast<std::int32_t>(random.between(0, 40)));
    }
    return made;
}

bool leave_room(const Tabulated& made, const std::vector<std::int32_t>& slacks,
                const std::vector<Row>& rows) {
    for (std::size_t lane = 0; lane < made.tables.width; ++lane) {
        std::int32_t drop = 0;
        for (const Row row : rows) {
            drop += made.tables.drops[row * made.tables.width + lane];
        }
        if (drop > slacks[lane]) {
            return false;
        }
    }
    return true;
}

/// By trying all.
std::set<std::vector<Row>> all_with_room(const Tabulated& made, std::size_t depth,
                                         const std::vector<std::int32_t>& slacks) {
    std::vector<std::vector<Row>> all = {{}};
    for (std::size_t at = depth; at < made.rows_by_depth.size(); ++at) {
        std::vector<std::vector<Row>> longer;
        for (const std::vector<Row>& rows : all) {
            for (const Row row : made.rows_by_depth[at]) {
                longer.push_back(rows);
                longer.back().push_back(row);
            }
        }
        all.swap(longer);
    }
    std::erase_if(all, [&](const auto& rows) { return !leave_room(made, slacks, rows); });
    return {all.begin(), all.end()};
}

std::set<std::vector<Row>> found_by(const Completions& completions,
                                    const std::vector<std::int32_t>& slacks, std::size_t depths) {
    std::vector<std::uint32_t> found;
    const std::uint64_t looks = completions.find(slacks.data(), found);
    EXPECT_EQ(looks > 0, completions.size() > 0);
    std::set<std::vector<Row>> all;
    for (const std::uint32_t completion : found) {
        std::vector<Row> rows(depths);
        completions.rows(completion, rows.data());
        EXPECT_TRUE(all.insert(rows).second) << "each once";
    }
    return all;
}

/// The same, each slack being larger by so much.
std::set<std::vector<Row>> all_with_more_room(const Tabulated& made, std::size_t depth,
                                              std::vector<std::int32_t> slacks, std::int32_t more) {
    for (std::int32_t& slack : slacks) {
        slack += more;
    }
    return all_with_room(made, depth, slacks);
}

/// As many as there are from that depth on.
std::size_t ways(const Tabulated& made, std::size_t depth) {
    std::size_t count = 1;
    for (std::size_t at = depth; at < made.rows_by_depth.size(); ++at) {
        count *= made.rows_by_depth[at].size();
    }
    return count;
}

} // namespace

TEST(Completions, WithRoomAtTheRootAreAllKept) {
    Tabulated made = tabulated(1);
    made.tables.root.assign(8, 1'000);
    const Completions completions(made.tables, made.rows_by_depth, 1'000'000);
    EXPECT_EQ(completions.depth(), 0U);
    EXPECT_EQ(found_by(completions, made.tables.root, 6), all_with_room(made, 0, made.tables.root));
    EXPECT_EQ(completions.size(), ways(made, 0));
}

TEST(Completions, WithoutRoomAtTheRootAreLeftOut) {
    Tabulated made = tabulated(1);
    made.tables.root.assign(8, -1);
    const Completions completions(made.tables, made.rows_by_depth, 100);
    EXPECT_EQ(completions.size(), 0U);
    EXPECT_TRUE(found_by(completions, made.tables.root, 6).empty());
}

TEST(Completions, AreOfAsManyDepthsAsLeaveRoomForSoMany) {
    std::size_t tabulated_depths = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Tabulated made = tabulated(seed);
        const std::size_t most = 8;
        const Completions completions(made.tables, made.rows_by_depth, most);
        const std::size_t depth = completions.depth();
        EXPECT_EQ(completions.size(), all_with_room(made, depth, made.tables.root).size());
        EXPECT_LE(completions.size(), most);
        tabulated_depths += made.rows_by_depth.size() - depth;
        if (depth > 0) {
            EXPECT_GT(all_with_room(made, depth - 1, made.tables.root).size(), most);
        }
    }
    EXPECT_GT(tabulated_depths, 20U) << "more than one of each case";
    EXPECT_LT(tabulated_depths, 120U) << "not all of each case";
}

TEST(Completions, FoundForSlacksAreThoseOfTryingAll) {
    std::size_t all_found = 0, passed_over = 0;
    for (std::uint64_t index = 0; index < testing::shared_count(200); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("Completions.FoundForSlacksAreThoseOfTryingAll"));
        const std::uint64_t seed = testing::suite_seed() * 1'000'003 + index;
        const Tabulated made = tabulated(seed);
        Random random(seed + 1);
        const auto most = static_cast<std::size_t>(random.between(1, 500));
        const Completions completions(made.tables, made.rows_by_depth, most);
        const std::size_t depth = completions.depth();
        for (int node = 0; node < 20; ++node) {
            std::vector<std::int32_t> slacks = made.tables.root;
            for (std::int32_t& slack : slacks) {
                slack -= static_cast<std::int32_t>(random.between(0, 40));
            }
            const auto found = found_by(completions, slacks, made.rows_by_depth.size() - depth);
            EXPECT_EQ(found, all_with_room(made, depth, slacks));
            all_found += found.size(), passed_over += completions.size() - found.size();
        }
    }
    EXPECT_GT(all_found, 0U);
    EXPECT_GT(passed_over, 0U);
}

/// Drops of some hundred thousand, which are kept in coarser units.
TEST(Completions, OfLargeDropsAreFoundWhereThereIsRoom) {
    std::size_t all_found = 0, passed_over = 0;
    for (std::uint64_t index = 0; index < testing::shared_count(100); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("Completions.OfLargeDropsAreFoundWhereThereIsRoom"));
        Random random(testing::suite_seed() * 1'000'033 + index);
        Tabulated made = tabulated(testing::suite_seed() * 1'000'033 + index);
        for (std::vector<std::int32_t>* numbers : {&made.tables.root, &made.tables.drops}) {
            for (std::int32_t& number : *numbers) {
                number = number * 9'973 + static_cast<std::int32_t>(random.between(0, 9'972));
            }
        }
        const Completions completions(made.tables, made.rows_by_depth, 300);
        const std::size_t depth = completions.depth();
        ASSERT_LT(depth, made.rows_by_depth.size()) << "something is tabulated";
        for (int node = 0; node < 20; ++node) {
            std::vector<std::int32_t> slacks = made.tables.root;
            for (std::int32_t& slack : slacks) {
                slack -= static_cast<std::int32_t>(random.between(0, 300'000));
            }
            const auto found = found_by(completions, slacks, made.rows_by_depth.size() - depth);
            const auto wanted = all_with_room(made, depth, slacks);
            EXPECT_TRUE(std::includes(found.begin(), found.end(), wanted.begin(), wanted.end()));
            // Slacks below 2^21 are kept in units of at most 64; each depth may lose one of them.
            const auto near = all_with_more_room(made, depth, slacks, 6 * 64);
            EXPECT_TRUE(std::includes(near.begin(), near.end(), found.begin(), found.end()));
            all_found += found.size(), passed_over += completions.size() - found.size();
        }
    }
    EXPECT_GT(all_found, 0U);
    EXPECT_GT(passed_over, 0U);
}

} // namespace unbracket
