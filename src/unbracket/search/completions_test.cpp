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

/// Some depths with their rows, and random drops for them.
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
        made.tables.root.push_back(static_cast<std::int32_t>(random.between(20, 150)));
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

std::set<std::vector<Row>> found_by(const Completions<std::int32_t>& completions,
                                    const std::vector<std::int32_t>& slacks, std::size_t depths) {
    std::vector<std::uint32_t> found;
    EXPECT_GE(completions.find(slacks.data(), found), found.empty() ? 0U : 1U);
    std::set<std::vector<Row>> all;
    for (const std::uint32_t completion : found) {
        std::vector<Row> rows(depths);
        completions.rows(completion, rows.data());
        EXPECT_TRUE(all.insert(rows).second) << "each once";
    }
    return all;
}

} // namespace

TEST(Completions, WithRoomAtTheRootAreAllKept) {
    Tabulated made = tabulated(1);
    made.tables.root.assign(8, 1'000);
    const Completions<std::int32_t> completions(made.tables, made.rows_by_depth, 2);
    EXPECT_EQ(found_by(completions, made.tables.root, 4), all_with_room(made, 2, made.tables.root));
    EXPECT_EQ(found_by(completions, made.tables.root, 4).size(), completions.size());
}

TEST(Completions, WithoutRoomAtTheRootAreLeftOut) {
    Tabulated made = tabulated(1);
    made.tables.root.assign(8, -1);
    const Completions<std::int32_t> completions(made.tables, made.rows_by_depth, 2);
    EXPECT_EQ(completions.size(), 0U);
    EXPECT_TRUE(found_by(completions, made.tables.root, 4).empty());
}

TEST(Completions, FoundForSlacksAreThoseOfTryingAll) {
    for (std::uint64_t index = 0; index < testing::shared_count(200); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("Completions.FoundForSlacksAreThoseOfTryingAll"));
        const std::uint64_t seed = testing::suite_seed() * 1'000'003 + index;
        const Tabulated made = tabulated(seed);
        const std::size_t depth = index % 5;
        const Completions<std::int32_t> completions(made.tables, made.rows_by_depth, depth);
        Random random(seed + 1);
        for (int node = 0; node < 20; ++node) {
            std::vector<std::int32_t> slacks = made.tables.root;
            for (std::int32_t& slack : slacks) {
                slack -= static_cast<std::int32_t>(random.between(0, 60));
            }
            EXPECT_EQ(found_by(completions, slacks, made.rows_by_depth.size() - depth),
                      all_with_room(made, depth, slacks));
        }
    }
}

} // namespace unbracket
